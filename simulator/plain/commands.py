"""What somebody typed, as a command."""

import re
from enum import Enum
from typing import NamedTuple


class Key(Enum):
    """Everything that can be typed besides the number of a reply; the value is the key."""

    UNDO = "u"
    THOUGHTS = "t"
    POINTS = "p"
    BRIEF = "b"
    HELP = "?"
    SAFETY = "s"
    QUIT = "q"
    VANISH = "x"


class Typed(NamedTuple):
    """One line of input."""

    key: Key | None = None
    number: int | None = None
    """of the reply, from 1; with undo, how many replies are taken back"""


NOTHING = Typed()
"""a line in which nothing we know was typed"""

_UNDO = re.compile(r"u\s*([0-9]{1,4})?")
_NUMBER = re.compile(r"([0-9]{1,4})[.)]?")
_KEYS = {key.value: Typed(key) for key in Key}


def understood(line: str) -> Typed:
    """The command of one line. Capitals and space around it do not matter.

    The key that leaves the full screen at once, Esc, does so here as well.
    """
    typed = line.strip().lower()
    if "\x1b" in line and not typed.strip("\x1b "):
        return Typed(Key.VANISH)
    if undo := _UNDO.fullmatch(typed):
        return Typed(Key.UNDO, int(undo[1]) if undo[1] else 1)
    if number := _NUMBER.fullmatch(typed):
        return Typed(None, int(number[1]))
    return _KEYS.get(typed, NOTHING)
