"""Text of strangers as it may be drawn or printed: nothing in it can steer a terminal."""

from simulator.scenario.text import UNSAFE

_BLANKS = str.maketrans({"\t": " ", "\r": None})


def shown(text: str) -> str:
    """The text without control characters, escape sequences and bidirectional overrides.

    Line feeds stay; a tab becomes a space.
    """
    if text.isascii() and text.isprintable():
        return text
    return UNSAFE.sub("", text.translate(_BLANKS))
