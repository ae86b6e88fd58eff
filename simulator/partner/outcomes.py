"""Outcomes, and what an ending may be called."""

from enum import StrEnum
from typing import Any, NamedTuple

from simulator.partner.moves import Role
from simulator.partner.stances import Stance, rank
from simulator.partner.state import METER_END

EARNED_GAIN = 15
HIGHEST_START_TO_RECONNECT = METER_END - EARNED_GAIN
"""connection at the start; from above it nobody can come so much closer"""


class Outcome(StrEnum):
    """What a play came to, best first as far as they can be ranked."""

    RECONNECTED = "reconnected"
    TRUCE = "truce"
    PAUSED = "paused"
    PARTED = "parted"
    STUCK = "stuck"
    WITHDRAWN = "withdrawn"
    GIVEN_UP = "given_up"
    RUPTURED = "ruptured"
    STOPPED = "stopped"


NEEDS_OTHERWISE = frozenset({Outcome.RECONNECTED, Outcome.TRUCE, Outcome.PAUSED})


class Standing(NamedTuple):
    """What an outcome depends on: integers, or arrays of them for many states at once."""

    rank: Any
    """of the stance, 0 the mildest"""
    gained: Any
    """points of connection above the start"""
    streak: Any
    voiced: Any
    promised: Any


def earned(at: Standing) -> Any:
    """Whether closeness was earned: mildest stance, 15 closer than at the start, the last word
    not a dig, something of one's own said, no return owed. One truth value, or an array."""
    return (
        (at.rank == 0)
        & (at.gained >= EARNED_GAIN)
        & (at.streak >= 1)
        & (at.voiced == 1)
        & (at.promised == 0)
    )


def may_be_called(outcome: Outcome, at: Standing, role: Role) -> Any:
    """Whether an ending reached here may carry this outcome; `role` is the partner's.

    One truth value, or an array where the standing is of arrays.
    """
    match outcome:
        case Outcome.RECONNECTED:
            return earned(at)
        case Outcome.TRUCE:
            return (at.gained >= 0) & (at.promised == 0)
        case Outcome.PAUSED:
            return at.promised == 1
        case Outcome.WITHDRAWN:
            return (at.rank == rank(Stance.LEFT)) & (role is Role.WITHDRAWER)
        case Outcome.GIVEN_UP:
            return (at.rank == rank(Stance.GIVING_UP)) & (role is Role.PURSUER)
        # never, and always: compared, so that of arrays it is an array too
        case Outcome.STOPPED:
            return at.rank < 0
        case _:
            return at.rank >= 0
