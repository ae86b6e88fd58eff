"""What a play meant, in the coach's order. Values in, values out; for every player."""

from typing import NamedTuple

from simulator.coach.causes import Explanation
from simulator.coach.outlook import Prospect
from simulator.dialogue.conversation import Offer


class Quote(NamedTuple):
    """Words of the talk."""

    turn: int
    """from 1; 0 for what was said before the first reply"""
    words: str


class Reached(NamedTuple):
    """One thing that reached the partner."""

    turn: int
    quote: str
    text: str


class Corner(NamedTuple):
    """One corner of the loop."""

    title: str
    text: str
    quote: Quote | None


class Loop(NamedTuple):
    """The loop of this talk in four corners."""

    did: Corner
    """what I did"""
    guarded: Corner
    """what I was guarding; a guess"""
    saw: Corner
    """what they saw"""
    theirs: Corner
    """what they were guarding"""


class Alternative(NamedTuple):
    """Another reply that was offered then; not called better or worse."""

    reply: str
    you: Offer
    text: str
    """what it reaches for, and how this partner would have taken it then"""


class Fork(NamedTuple):
    """A turn at which something else could have been said."""

    turn: int
    before: str
    """the partner's line before it"""
    you: Offer
    others: tuple[Alternative, ...]
    """two at most"""


class Mine(NamedTuple):
    """The player's own side."""

    said: tuple[Quote, ...]
    """what they said for themselves"""
    text: str
    unsaid: str
    safe: str


class Theirs(NamedTuple):
    """What was not the player's."""

    part: str
    """the partner's own part in it; empty where the talk came to no ending"""
    beyond: str
    """what no sentence could have changed"""


class TurningPoint(NamedTuple):
    """The largest fall in the chance of the role's best outcome."""

    turn: int
    before: str
    """the partner's line before it"""
    fall: float
    """0 to 1"""


class Instead(NamedTuple):
    """Instead of the reply that was given, this one."""

    you: Offer
    text: str


class Review(NamedTuple):
    """One turn looked at again."""

    turn: int
    stood: str
    """how the partner stood before it"""
    explanation: Explanation
    feedback: str | None
    instead: Instead | None
    prospect: Prospect | None
    """after it; `None` where it is not worked out"""
    possible: str
    """what was still possible after it, in words"""


class Debrief(NamedTuple):
    """What a play meant."""

    reached: Reached | None
    loop: Loop | None
    forks: tuple[Fork, ...]
    """the most telling first"""
    mine: Mine
    theirs: Theirs
    turns: tuple[Review, ...]
    turning_point: TurningPoint | None
    """`None` where nothing fell, or it is not worked out"""
    worked_out: bool
    """whether what was still possible is known at every turn"""
    pressed: bool = True
    """whether anything in the talk pressed either; the loop of a calm talk is told gently"""
