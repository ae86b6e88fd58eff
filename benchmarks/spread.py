"""Between which tensions a moment of a generated story is met, near enough to place bounds by.

Found by the partner's own step from both ends of the range, with a partner whose stance is what
tension makes it. What is met between the ends may have gaps.
"""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from simulator.partner.moves import Role
from simulator.partner.stances import LEAVES_AT
from simulator.partner.state import start_state
from simulator.partner.step import step
from simulator.partner.temperaments import TEMPERAMENTS

PARTNER, TEMPERAMENT = Role.WITHDRAWER, "even"
_LEAST = 12
"""points of tension that a range has at least where a bound divides it"""


class Spread(NamedTuple):
    """A range of tension, ends included."""

    low: int
    high: int

    @property
    def can_be_parted(self) -> bool:
        """Whether there is room for a bound with some of the range on either side."""
        return self.high - self.low >= _LEAST

    def at(self, share: float) -> int:
        """The tension so far up the range; 0.5 is the middle."""
        return round(self.low + share * (self.high - self.low))

    def within(self, low: int, high: int) -> "Spread":
        """The part of the range that is within bounds that leave some of it."""
        return Spread(max(self.low, low), min(self.high, high))

    def after(self, move: str) -> "Spread":
        """The range after a move, of those who are still there."""
        ends = [_tension(tension, move) for tension in self]
        return Spread(*(min(end, LEAVES_AT - 1) for end in ends))


def joined(spreads: Iterable[Spread]) -> Spread:
    """The smallest range that holds all of these."""
    lows, highs = zip(*spreads, strict=True)
    return Spread(min(lows), max(highs))


@cache
def _tension(tension: int, move: str) -> int:
    temperament = TEMPERAMENTS[TEMPERAMENT]
    before = start_state(PARTNER, temperament, tension=tension)
    return step(before, (move,), PARTNER, temperament).tension
