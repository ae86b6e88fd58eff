"""A play as it is kept: what happened, in order. Nothing in it is ever changed."""

from datetime import datetime
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from simulator.partner.outcomes import Outcome
from simulator.partner.state import PartnerState

if TYPE_CHECKING:
    from simulator.dialogue.setup import Setup


class Replied(NamedTuple):
    """A reply was given, and the partner took it in."""

    at: datetime
    """aware, in UTC"""
    beat: str
    reply: str
    before: PartnerState
    after: PartnerState
    outcome: Outcome | None
    """where this reply ended the talk; `stopped` for a line that was crossed"""
    ending: str | None
    """id of the ending this reply led to"""


class TookBack(NamedTuple):
    """The last replies were taken back."""

    at: datetime
    kept: int
    """how many turns stay"""


class Left(NamedTuple):
    """The player left before the end."""

    at: datetime


Event = Replied | TookBack | Left


class Play(NamedTuple):
    """One play, from its setup on."""

    id: str
    scenario: str
    """the file's id; the text is known by `setup.scenario`"""
    setup: "Setup"
    started: datetime
    """aware, in UTC"""
    events: tuple[Event, ...]

    @property
    def turns(self) -> tuple[Replied, ...]:
        """The replies that stand; those taken back are gone."""
        turns: list[Replied] = []
        for event in self.events:
            match event:
                case Replied():
                    turns.append(event)
                case TookBack(kept=kept):
                    del turns[kept:]
        return tuple(turns)

    @property
    def replies(self) -> tuple[str, ...]:
        """Ids of the replies that stand, as `Conversation.choose` takes them."""
        return tuple(turn.reply for turn in self.turns)

    @property
    def taken_back(self) -> tuple[tuple[int, Replied], ...]:
        """The replies taken back, each with its turn's number then; in the order they were given."""
        standing: list[tuple[int, Replied]] = []
        gone: list[tuple[int, int, Replied]] = []
        for place, event in enumerate(self.events):
            match event:
                case Replied():
                    standing.append((place, event))
                case TookBack(kept=kept):
                    numbered = enumerate(standing[kept:], kept + 1)
                    gone += [(given, number, reply) for number, (given, reply) in numbered]
                    del standing[kept:]
        return tuple((number, reply) for _, number, reply in sorted(gone, key=itemgetter(0)))

    @property
    def undone(self) -> int:
        """How many replies were taken back in all."""
        return len(self.taken_back)

    @property
    def outcome(self) -> Outcome | None:
        """What the play came to, once it is over."""
        turns = self.turns
        return turns[-1].outcome if turns else None

    @property
    def ending(self) -> str | None:
        """The id of the ending reached, if one was."""
        turns = self.turns
        return turns[-1].ending if turns else None

    @property
    def finished(self) -> bool:
        """Whether the talk is over."""
        return self.outcome is not None

    @property
    def unfinished(self) -> bool:
        """Whether the talk was broken off and can go on."""
        return not self.finished

    @property
    def stopped(self) -> bool:
        """Whether a reply crossed the line; such a play is counted nowhere."""
        return self.outcome is Outcome.STOPPED

    @property
    def ended(self) -> datetime | None:
        """When the talk came to its end; `None` while it can go on."""
        return self.turns[-1].at if self.finished else None
