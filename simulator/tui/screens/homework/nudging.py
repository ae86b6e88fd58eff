"""One quiet line in home for whoever has homework; nothing anywhere else, and no colour."""

from typing import TYPE_CHECKING

from simulator.language import N_, _
from simulator.practice.places import may_hold_talks

if TYPE_CHECKING:
    from simulator.journal.journal import Journal
    from simulator.practice.homework.client import Homework
    from simulator.practice.keeping import Keeping
    from simulator.practice.settings import Settings

_DISCREET = N_("There is something you can go on with.")


def nudge(keeping: "Keeping", prefs: "Settings") -> str:
    """The line, or nothing; for a thread. What keeps it from being looked up is told elsewhere.

    It is neutral where somebody chose to be discreet, and of a scene they chose not to see named.
    """
    from simulator.journal.errors import JournalError  # noqa: PLC0415

    if not may_hold_talks():
        return ""
    try:
        return keeping.ask(lambda journal: _nudge(journal, prefs)).result()
    except JournalError:
        return ""


def _nudge(journal: "Journal", prefs: "Settings") -> str:
    if not journal.desk.all("client"):
        return ""
    from simulator.practice.homework import client, words  # noqa: PLC0415 - where there is some
    from simulator.tui.screens.homework.working import today  # noqa: PLC0415

    found = sorted(client.every(journal, today()), key=_soonest)
    for one in found:
        line = words.nudge(one)
        if line:
            return _(_DISCREET) if prefs.discreet or _hidden(one, prefs) else line
    return ""


def _hidden(homework: "Homework", prefs: "Settings") -> bool:
    from simulator.homework.verifying import scenario_of  # noqa: PLC0415
    from simulator.scenario.notes import is_intimate  # noqa: PLC0415

    task = homework.standing.next_task
    scenario = scenario_of(task) if task else None
    return bool(scenario and is_intimate(scenario.content_notes) and not prefs.show_intimacy)


def _soonest(homework: "Homework") -> tuple[bool, int]:
    left = homework.standing.days_left
    return left is None, left or 0
