"""What was measured, and how it compares."""

from collections.abc import Callable, Sequence
from statistics import median
from typing import NamedTuple

Run = Callable[[], float]
"""takes one measure, in seconds"""


class Measure(NamedTuple):
    """One line of the table. Times are medians in milliseconds."""

    name: str
    ours: float
    least: float
    """what the least that could do the same takes"""
    bar: float | None = None
    """the ratio not to be passed; `None` where there is none"""
    most: float | None = None
    """the milliseconds not to be passed"""

    @property
    def ratio(self) -> float:
        """Ours as a multiple of the least."""
        return self.ours / self.least

    @property
    def holds(self) -> bool:
        """Whether it stays at or below its bars."""
        by_ratio = self.bar is None or self.ratio <= self.bar
        return by_ratio and (self.most is None or self.ours <= self.most)


def interleaved(runs: Sequence[Run], count: int) -> list[float]:
    """The median of each over so many rounds (ms); one round before them warms everything up.

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
    return [median(taken) * 1000 for taken in times]
