"""What may be drawn into a picture besides the graph itself: odds, and the best play."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

_NOTHING: Mapping[str, float] = MappingProxyType({})
_NO_WAYS: Mapping[tuple[str, str], float] = MappingProxyType({})


class Marks(NamedTuple):
    """Odds and best play, by the ids of the graph. Empty where they were not asked for."""

    odds: Mapping[str, float] = _NOTHING
    """the chance that a random play ever comes to a beat or an ending, 0 to 1"""
    way_odds: Mapping[tuple[str, str], float] = _NO_WAYS
    """of the times a random play leaves the source, the share that leads to the target, 0 to 1"""
    best: tuple[tuple[str, str], ...] = ()
    """(beat, reply) of each exchange of the best play, in order"""
    ending: str | None = None
    """where the best play ends"""
    tension: int | None = None
    """with which it starts"""
    temper: str = ""
    """the partner's temperament by its plain name"""
    complete: bool = True
    """whether every reachable state was seen; else the odds are the least they can be"""

    @property
    def unseen(self) -> float | None:
        """The chance of what has none among the odds: nothing is said where none were asked for,
        or where not everything was looked at."""
        return 0.0 if self.odds and self.complete else None


NO_MARKS = Marks()
_ROUNDING = 1e-9


def spoken(chance: float) -> str:
    """A chance in words that never claim more than it holds."""
    if chance <= 0:
        return "never"
    if chance >= 1 - _ROUNDING:
        return "always"
    if chance < 0.01:
        return "less than 1 per cent"
    if chance > 0.99:
        return "more than 99 per cent"
    return f"{chance:.0%}".replace("%", " per cent")


def brief(chance: float) -> str:
    """The same, short enough for an arrow."""
    words = spoken(chance).replace("less than ", "<").replace("more than ", ">")
    return words.replace(" per cent", " %")
