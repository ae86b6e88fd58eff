"""The question how a reply landed, as entries of a list."""

from collections.abc import Iterator

from textual.widgets.option_list import Option

from simulator.coach.landing import Landing
from simulator.language import _
from simulator.practice.coaching import CHOICES
from simulator.tui.widgets.hanging import Hanging
from simulator.tui.widgets.words import content

SKIP = "no-guess"
_GUESS = "guess-"
"""before the answer in an entry's id; no reply's id has a hyphen"""


def entries() -> Iterator[Option]:
    """The three answers from 1, and 0 to skip the question; the last stands for 0."""
    for number, landing in enumerate(CHOICES, 1):
        yield _entry(number, CHOICES[landing], f"{_GUESS}{landing.value}")
    yield _entry(0, _("skip"), SKIP)


def chosen(entry: str | None) -> Landing | None:
    """The answer that an entry's id stands for; `None` for the one that skips."""
    return Landing(entry.removeprefix(_GUESS)) if entry and entry.startswith(_GUESS) else None


def _entry(number: int, words: str, name: str) -> Option:
    style = "bold $you" if number else "bold $quiet"
    shown = content(words, "" if number else "$quiet")
    return Option(Hanging(shown, content(f"{number:>3}  ", style)), id=name)
