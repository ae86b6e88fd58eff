"""Text of strangers as it may be drawn or printed: nothing in it can steer a terminal."""

import re

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]"
)


def shown(text: str) -> str:
    """The text without control characters, escape sequences and bidirectional overrides.

    Line feeds stay; a tab becomes a space.
    """
    if text.isascii() and text.isprintable():
        return text
    return _UNSAFE.sub("", text.replace("\t", " "))
