"""One quiet line in home for whoever has homework; nothing anywhere else, and no colour."""

from typing import TYPE_CHECKING

from simulator.language import N_, _
from simulator.practice.places import may_hold_talks

if TYPE_CHECKING:
    from simulator.journal.journal import Journal
    from simulator.practice.homework.client import Homework
    from simulator.practice.keeping import Keeping

_DISCREET = N_("There is something you can go on with.")


def nudge(keeping: "Keeping", *, discreet: bool) -> str:
    """The line, or nothing; for a thread. What keeps it from being looked up is told elsewhere."""
    from simulator.journal.errors import JournalError  # noqa: PLC0415

    if not may_hold_talks():
        return ""
    try:
        return keeping.ask(lambda journal: _nudge(journal, discreet=discreet)).result()
    except JournalError:
        return ""


def _nudge(journal: "Journal", *, discreet: bool) -> str:
    if not journal.desk.all("client"):
        return ""
    from simulator.practice.homework import client, words  # noqa: PLC0415 - where there is some
    from simulator.tui.screens.homework.working import today  # noqa: PLC0415

    found = sorted(client.every(journal, today()), key=_soonest)
    line = next((line for line in map(words.nudge, found) if line), "")
    return _(_DISCREET) if line and discreet else line


def _soonest(homework: "Homework") -> tuple[bool, int]:
    left = homework.standing.days_left
    return left is None, left or 0
