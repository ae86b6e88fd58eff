"""A play gone through again: at each moment what was said before it, what was offered, and how
this partner would have taken what was not said."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from simulator.dialogue.conversation import Conversation, Moment, Offer, Turn
from simulator.dialogue.setup import Setup
from simulator.partner.outcomes import Outcome
from simulator.partner.state import PartnerState
from simulator.scenario.model import Scenario


class Would(NamedTuple):
    """A reply that was offered, and what would have come of it."""

    turn: Turn
    outcome: Outcome | None
    """where it would have ended the talk"""


class Then(NamedTuple):
    """One moment of a play."""

    moment: Moment
    """what the partner did and said before it"""
    state: PartnerState
    offered: tuple[Offer, ...]
    """in display order; none where the talk is over"""
    would: tuple[Would, ...]
    """the same, less what crosses the line"""

    def of(self, reply: str) -> Would | None:
        """What would have come of a reply; `None` where it was not offered."""
        return next((one for one in self.would if one.turn.reply == reply), None)


def retraced(scenario: Scenario, setup: Setup, replies: Iterable[str]) -> tuple[Then, ...]:
    """The moments of a play: before its first reply, and after each.

    Raises `NotOfferedError` for a reply that was not offered.
    """
    return tuple(_moments(Conversation(scenario, setup), replies))


def _moments(talk: Conversation, replies: Iterable[str]) -> Iterator[Then]:
    yield _then(talk)
    for reply in replies:
        talk.choose(reply)
        yield _then(talk)


def _then(talk: Conversation) -> Then:
    moment = talk.turns[-1].moment if talk.turns else talk.opening
    offered = talk.offered
    replies = talk.scenario.chair(talk.setup.role).beats[talk.beat].replies if offered else {}
    calm = [offer for offer in offered if not replies[offer.id].crosses_line]
    return Then(moment, talk.state, offered, tuple(_would(talk, offer.id) for offer in calm))


def _would(talk: Conversation, reply: str) -> Would:
    turn = talk.choose(reply)
    would = Would(turn, talk.outcome)
    talk.undo()
    return would
