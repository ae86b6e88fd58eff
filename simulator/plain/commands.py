"""What somebody typed, as a command."""

import re
from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from simulator.coach.landing import Landing
from simulator.practice.coaching import CHOICES


class Key(Enum):
    """Everything that can be typed besides the number of a reply; the value is the key."""

    UNDO = "u"
    HINT = "h"
    GUESS = "g"
    THOUGHTS = "t"
    POINTS = "p"
    BRIEF = "b"
    DEBRIEF = "d"
    CLOSE = "close up"
    WHAT_IF = "what if"
    BREATHE = "breathe"
    HELP = "?"
    SAFETY = "s"
    QUIT = "q"
    VANISH = "x"


class Typed(NamedTuple):
    """One line of input."""

    key: Key | None = None
    number: int | None = None
    """of the reply, from 1; with undo, how many replies are taken back; with what if, the turn"""


NOTHING = Typed()
"""a line in which nothing we know was typed"""

LOOKS_BACK = frozenset({Key.DEBRIEF, Key.CLOSE, Key.WHAT_IF, Key.BREATHE})
"""what is for a talk that is over, and may read on by itself"""

_UNDO = re.compile(r"u\s*([0-9]{1,4})?")
_WHAT_IF = re.compile(r"what\s+if\s*([0-9]{1,4})?")
_NUMBER = re.compile(r"([0-9]{1,4})[.)]?")
_WORDS = {"hint": Key.HINT, "guess": Key.GUESS, "debrief": Key.DEBRIEF}
_KEYS = {key.value: Typed(key) for key in Key} | {word: Typed(key) for word, key in _WORDS.items()}


def understood(line: str) -> Typed:
    """The command of one line. Capitals and space around it do not matter.

    The key that leaves the full screen at once, Esc, does so here as well.
    """
    typed = line.strip().lower()
    if "\x1b" in line and not typed.strip("\x1b "):
        return Typed(Key.VANISH)
    if undo := _UNDO.fullmatch(typed):
        return Typed(Key.UNDO, int(undo[1]) if undo[1] else 1)
    if turn := _WHAT_IF.fullmatch(typed):
        return Typed(Key.WHAT_IF, int(turn[1]) if turn[1] else None)
    if number := _NUMBER.fullmatch(typed):
        return Typed(None, int(number[1]))
    return _KEYS.get(typed, NOTHING)


def guessed(line: str) -> Landing | None:
    """The answer to how a reply landed: its number, its name, or its word as it is shown."""
    typed = " ".join(line.lower().split()).rstrip(".)").removeprefix("guess ")
    return _answers().get(typed)


def _answers() -> Mapping[str, Landing]:
    answers = {str(number): landing for number, landing in enumerate(CHOICES, 1)}
    answers |= {landing.value: landing for landing in CHOICES}
    return answers | {words.lower(): landing for landing, words in CHOICES.items()}
