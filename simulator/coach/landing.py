"""How a reply landed, as the meters tell it: what a guess is held against."""

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.dialogue.conversation import Turn


class Landing(StrEnum):
    """What a reply did between the two."""

    CLOSER = "closer"
    SAME = "same"
    FURTHER = "further"


_PASSING = frozenset({"drift", "meter_end"})
"""what moves tension whatever was said"""


def landing(turn: "Turn") -> Landing:
    """How this reply landed.

    Connection decides where it moved. Where it did not, tension does, less what would have passed
    or come by itself: a partner far inside can ease without feeling nearer yet.
    """
    nearer = turn.state.connection - turn.before.connection
    if nearer:
        return Landing.CLOSER if nearer > 0 else Landing.FURTHER
    braced = sum(
        cause.points or 0
        for cause in turn.causes
        if cause.meter == "tension" and cause.cause not in _PASSING
    )
    if braced:
        return Landing.CLOSER if braced < 0 else Landing.FURTHER
    return Landing.SAME
