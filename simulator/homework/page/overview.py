"""Attempts over time as one small drawing: where each talk got to, first tries apart from practice."""

from collections.abc import Sequence
from typing import NamedTuple

from simulator.homework.attempts import Attempt
from simulator.homework.page.words import day_words
from simulator.language import _

WIDTH, HEIGHT = 460, 188
_LEFT, _RIGHT, _TOP, _BOTTOM = 30, 440, 12, 122
_MOST = 40


class Dot(NamedTuple):
    """One attempt."""

    x: float
    highest: float
    """tension at its highest, as a height on the drawing"""
    end: float
    """connection at the end, likewise"""
    first_try: bool
    number: int


class Overview(NamedTuple):
    """The attempts of an assignment, in their order."""

    id: str
    dots: tuple[Dot, ...]
    grid: tuple[tuple[float, int], ...]
    says: str
    """all of it in words"""


def overview(attempts: Sequence[Attempt], id_: str) -> Overview | None:
    """The last forty at most; `None` where there are fewer than two."""
    numbered = [each for each in enumerate(attempts, 1) if each[1].facts.curve][-_MOST:]
    if len(numbered) < 2:
        return None
    step = (_RIGHT - _LEFT) / len(numbered)
    dots = tuple(
        Dot(
            round(_LEFT + step * (place + 0.5), 1),
            _y(_highest(one)),
            _y(one.facts.curve[-1].connection),
            one.first_try,
            number,
        )
        for place, (number, one) in enumerate(numbered)
    )
    grid = tuple((_y(value), value) for value in (0, 50, 100))
    return Overview(id_, dots, grid, " ".join(_said(*each) for each in numbered))


def _highest(given: Attempt) -> int:
    return max(point.tension for point in given.facts.curve)


def _said(number: int, given: Attempt) -> str:
    words = _(
        "Attempt {number}, {day}: tension at most {tension}, connection {connection} at the end."
    )
    return words.format(
        number=number,
        day=day_words(given.day),
        tension=_highest(given),
        connection=given.facts.curve[-1].connection,
    )


def _y(value: int) -> float:
    return round(_BOTTOM - (_BOTTOM - _TOP) * value / 100, 1)
