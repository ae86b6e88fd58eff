"""Ninety seconds of breathing as text: at a terminal breath by breath, as the reader goes on."""

from collections.abc import Callable

from simulator.coach.people import number
from simulator.language import N_, _
from simulator.plain.commands import Key, understood
from simulator.plain.paper import Paper
from simulator.practice.breath import BREATHED, IN, OUT, ROUNDS, half_words

Read = Callable[[], str | None]
_COUNT = N_(
    "In while you count to {inward}, out while you count to {outward}, {rounds} times: about a "
    "minute and a half. Through the nose if that is easy. Let the shoulders drop."
)
_PACE = N_("The pace is yours: Enter after each breath, q ends it.")


def breathe(paper: Paper, read: Read | None) -> bool:
    """The exercise; without `read` it is told in one piece. Whether the player wants to be gone
    at once."""
    about = _(_COUNT).format(inward=number(IN), outward=number(OUT), rounds=number(ROUNDS))
    if read is None:
        paper.notes([about, half_words(inward=True), half_words(inward=False)])
        return False
    paper.notes([about, _(_PACE)])
    for at in range(1, ROUNDS + 1):
        _one(paper, at)
        line = read()
        key = Key.QUIT if line is None else understood(line).key
        if key in {Key.QUIT, Key.VANISH}:
            paper.blank()
            return key is Key.VANISH
    paper.notes([_(BREATHED)])
    return False


def _one(paper: Paper, at: int) -> None:
    where = _("Breath {round} of {count}").format(round=at, count=ROUNDS)
    paper.write(f"{where}. {half_words(inward=True)} {half_words(inward=False)}")
    paper.prompt(_("Enter goes on: "))
