"""What was measured, and how it compares."""

import math
from collections.abc import Callable, Sequence
from statistics import median
from typing import NamedTuple

Run = Callable[[], float]
"""takes one measure, in seconds"""


class Measure(NamedTuple):
    """One line of the table. Times are in milliseconds; what is no time says so in its name."""

    name: str
    ours: float
    least: float
    """what the least that could do the same takes, what a peer takes, or what is allowed;
    `math.nan` for what stands alone"""
    bar: float | None = None
    """the ratio not to be passed; `None` where there is none"""
    most: float | None = None
    """the milliseconds not to be passed"""
    note: str = ""
    """why there is no measure; then the numbers mean nothing"""

    @property
    def ratio(self) -> float:
        """Ours as a multiple of the least."""
        return self.ours / self.least

    @property
    def holds(self) -> bool:
        """Whether it stays at or below its bars, as far as was measured."""
        if self.note:
            return True
        by_ratio = self.bar is None or self.ratio <= self.bar
        return by_ratio and (self.most is None or self.ours <= self.most)


def not_measured(name: str, why: object) -> Measure:
    """The line of something that could not be measured here."""
    return Measure(name, math.nan, math.nan, note=f"not measured: {why}")


def interleaved(
    runs: Sequence[Run], count: int, *, of: Callable[[Sequence[float]], float] = median
) -> list[float]:
    """The median of each (or what `of` says) over so many rounds, in milliseconds; one round
    before them warms everything up.

    In each round everything is run once, so that whatever slows the machine slows all alike; each
    round begins with another, so that none always comes after the same.
    """
    times: list[list[float]] = [[] for _ in runs]
    for run in runs:
        run()
    for number in range(count):
        for place in range(len(runs)):
            index = (number + place) % len(runs)
            times[index].append(runs[index]())
    return [of(taken) * 1000 for taken in times]
