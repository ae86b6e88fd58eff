"""Talks that came to their end, to be looked back on: which there are, and one of them opened."""

from typing import TYPE_CHECKING, NamedTuple

from simulator.language import N_, _
from simulator.practice.outcomes import outcome_words
from simulator.practice.resuming import head_of_text
from simulator.practice.when import when
from simulator.practice.words import REACHES

if TYPE_CHECKING:
    from simulator.journal.events import Play
    from simulator.journal.journal import Journal
    from simulator.practice.keeping import Keeping
    from simulator.practice.sitting import Sitting
    from simulator.practice.words import Page
    from simulator.scenario.head import Head

MOST = 50
"""talks that are listed, the latest"""
ONLY_STATES = N_("The words of this talk can no longer be followed. This is how it was kept.")


class Had(NamedTuple):
    """A talk that came to its end, as it is offered."""

    id: str
    """of the play"""
    title: str
    is_intimate: bool
    chair: str
    """who the player was in it"""
    when: str
    came_to: str

    def facts(self, *, named: bool) -> tuple[str, ...]:
        """Who one was, when, and what came of it; unnamed, only when it was."""
        return (self.chair, self.when, self.came_to) if named else (self.when,)


def talks_had(journal: "Journal") -> tuple[Had, ...]:
    """The latest talks that came to their end, the last one first. Raises `JournalError`."""
    ended = [play for play in reversed(journal.plays()) if play.finished][:MOST]
    heads: dict[str, Head | None] = {}
    for play in ended:
        if play.setup.scenario not in heads:
            heads[play.setup.scenario] = head_of_text(play, journal)
    return tuple(_had(play, heads[play.setup.scenario]) for play in ended)


def opened(id_: str, keeping: "Keeping") -> "Sitting | Page":
    """A talk as a sitting that adds to it, or its page where only its states are left.

    Raises `JournalError`, and `LookupError` where it was erased meanwhile.
    """
    return keeping.ask(lambda journal: _opened(id_, journal, keeping)).result()


def _opened(id_: str, journal: "Journal", keeping: "Keeping") -> "Sitting | Page":
    from simulator.practice.debriefing import sitting_of  # noqa: PLC0415 - heavy
    from simulator.practice.exporting import whole  # noqa: PLC0415 - heavy
    from simulator.practice.past import page_of  # noqa: PLC0415 - heavy

    play = journal.play(id_)
    sitting = sitting_of(play, journal, keeping)
    if sitting is not None:
        return sitting
    return page_of(play, whole(play, journal).scenario, _(ONLY_STATES))


def _had(play: "Play", head: "Head | None") -> Had:
    role = play.setup.role
    names = dict(head.names) if head else {}
    chair = _("you were {name}, {reaches}").format(
        name=names.get(role, _("one of the two")), reaches=REACHES[role]
    )
    partner = names.get(role.other, _("the other one"))
    came_to = outcome_words(play.outcome, partner) if play.outcome else ""
    title, is_intimate = (head.title, head.is_intimate) if head else (play.scenario, False)
    return Had(play.id, title, is_intimate, chair, when(play.started), came_to)
