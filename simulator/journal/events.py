"""A play as it is kept: what happened, in order. Nothing in it is ever changed."""

from datetime import datetime
from enum import StrEnum
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from simulator.coach.landing import Landing
from simulator.partner.outcomes import Outcome
from simulator.partner.state import PartnerState

if TYPE_CHECKING:
    from simulator.dialogue.setup import Setup


class Reflection(StrEnum):
    """What a reflection is about."""

    NOW = "now"
    """how the player is, right after the talk"""
    CONNECTED = "connected"
    """how connected they felt, 0 to 10"""
    STEADY = "steady"
    """how steady they felt, 0 to 10"""
    EXPECTED = "expected"
    """how connected they had expected to come out, 0 to 10, rated before the talk"""
    OWN_WORDS = "own_words"
    """a sentence of their own for one turn"""
    FOR_MYSELF = "for_myself"
    """what they said for themselves, what not"""
    IF_THEN = "if_then"
    """one if–then sentence for home"""
    LIKELY = "likely"
    """how likely they are to do it, 0 to 10"""
    IN_THE_WAY = "in_the_way"
    """what might get in the way"""


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


class Guessed(NamedTuple):
    """The player guessed how the last reply landed, before the meters were shown."""

    at: datetime
    turn: int
    """from 1, as the turns stood then"""
    guess: Landing


class Hinted(NamedTuple):
    """The player asked for a hint before a reply."""

    at: datetime
    turn: int
    """the turn that was about to be taken, from 1"""
    step: int
    """1 what the partner may be feeling, 2 what kind of move has room, 3 which reply"""


class Reflected(NamedTuple):
    """Something the player wrote or rated for themselves, in the debrief or later."""

    at: datetime
    what: Reflection
    turn: int | None = None
    """the turn it is about, from 1"""
    words: str | None = None
    number: int | None = None
    """0 to 10"""


Event = Replied | TookBack | Left | Guessed | Hinted | Reflected


class Play(NamedTuple):
    """One play, from its setup on."""

    id: str
    scenario: str
    """the file's id; the text is known by `setup.scenario`"""
    setup: "Setup"
    started: datetime
    """aware, in UTC"""
    events: tuple[Event, ...]
    assignment: str | None = None
    """the id of the homework it was had under"""

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
    def guesses(self) -> tuple[Guessed, ...]:
        """Every guess, also those about replies that were taken back later, oldest first."""
        return tuple(event for event in self.events if isinstance(event, Guessed))

    @property
    def hints(self) -> tuple[Hinted, ...]:
        """Every hint asked for, oldest first."""
        return tuple(event for event in self.events if isinstance(event, Hinted))

    @property
    def reflections(self) -> tuple[Reflected, ...]:
        """What was written or rated: of each kind and turn the last word, in the order given."""
        last = {(one.what, one.turn): one for one in self.events if isinstance(one, Reflected)}
        return tuple(last.values())

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


class Damaged(NamedTuple):
    """A play of which something is there, but not all of it can be read."""

    id: str
    scenario: str | None
    """`None` where that cannot be read either"""


class Listing(NamedTuple):
    """What a journal holds, oldest first."""

    plays: tuple[Play, ...]
    damaged: tuple[Damaged, ...]
