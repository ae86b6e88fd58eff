"""Ninety seconds of breathing, for every player: in for four, out for six, nine times."""

from typing import NamedTuple

from simulator.coach.people import number
from simulator.language import N_, _

IN, OUT, ROUNDS = 4, 6, 9
"""seconds of breathing in and of breathing out, and how often"""
SECONDS = (IN + OUT) * ROUNDS
BREATHED = N_("That was it. Take your time.")


class Breath(NamedTuple):
    """Where one is in the exercise."""

    round: int
    """from 1"""
    inward: bool
    second: int
    """of this half, from 1"""
    full: float
    """how full the breath is, 0 to 1"""


def breath_at(elapsed: float) -> Breath | None:
    """Where one is after so many seconds; `None` once it is over."""
    if elapsed >= SECONDS:
        return None
    whole, at = divmod(max(0.0, elapsed), IN + OUT)
    if at < IN:
        return Breath(int(whole) + 1, inward=True, second=int(at) + 1, full=at / IN)
    out = at - IN
    return Breath(int(whole) + 1, inward=False, second=int(out) + 1, full=1 - out / OUT)


def breath_words(breath: Breath) -> str:
    """“Breathe in … two”."""
    way = _("Breathe in") if breath.inward else _("Breathe out")
    return f"{way} … {number(breath.second)}"


def half_words(*, inward: bool) -> str:
    """One way in or out, counted to its end: “Breathe in … one, two, three, four.”"""
    counted = ", ".join(number(second) for second in range(1, (IN if inward else OUT) + 1))
    words = _("Breathe in … {counted}.") if inward else _("Breathe out … {counted}.")
    return words.format(counted=counted)
