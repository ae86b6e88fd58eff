"""A role as a program: targets, lines and effects as integers, guards as comparisons.

`Conversation` walks it one state at a time; the analysis applies it to many states at once.
"""

from typing import NamedTuple

from simulator.dialogue.guards import Guard
from simulator.partner.moves import Role
from simulator.partner.outcomes import Outcome
from simulator.scenario.model import Line


class LineCode(NamedTuple):
    """A line that may be spoken."""

    guard: Guard
    line: int
    """index into `Program.lines`"""
    asks_time: bool
    remember: int
    """bits set when it is spoken"""
    instead: bool
    """an answer that stands in the next line's place"""


class RouteCode(NamedTuple):
    """Where a reply may lead."""

    guard: Guard
    target: int
    """index into `Program.nodes`"""


class ReplyCode(NamedTuple):
    """A reply."""

    id: str
    guard: Guard
    once: int
    """the bit set when it was used up; 0 where it may be chosen again"""
    needs_promise: bool
    """offered only while a return is owed"""
    effect: int
    """index into `Program.effects`; −1 where it crosses the line"""
    remember: int
    forget: int
    routes: tuple[RouteCode, ...]
    answers: tuple[tuple[LineCode, ...], ...]
    """by rank of the stance the reply led to; empty where none is written"""


class NodeCode(NamedTuple):
    """A beat or an ending."""

    id: str
    outcome: Outcome | None
    """of an ending; `None` for a beat"""
    otherwise: int
    """the ending it gives way to; −1 for none"""
    lines: tuple[tuple[LineCode, ...], ...]
    """by rank of the stance, borrowed where nothing is written"""
    visited: int
    """the bit set once its own line was spoken; 0 where nothing asks for it"""
    replies: tuple[ReplyCode, ...]


class Program(NamedTuple):
    """A role compiled."""

    role: Role
    """the player's"""
    nodes: tuple[NodeCode, ...]
    opens: int
    interrupts: tuple[int, ...]
    """by rank of the stance entered; −1 for none"""
    lines: tuple[Line, ...]
    effects: tuple[tuple[str, ...], ...]
    """each distinct list of moves"""
    bits: dict[str, int]
    """what each bit of memory is called"""

    @property
    def partner(self) -> Role:
        """The partner's role."""
        return self.role.other
