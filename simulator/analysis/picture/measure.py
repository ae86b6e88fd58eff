"""How wide text is, never less than any usual sans-serif font draws it."""

import unicodedata
from collections.abc import Iterator

BOLD = 1.12
"""how much wider bold letters are"""
_EM = {
    **dict.fromkeys("ijl.,:;'|!’‘ ", 0.34),
    **dict.fromkeys('frt()[]/-"“”I', 0.44),
    **dict.fromkeys("sczJ_", 0.55),
    **dict.fromkeys("mwMW@%—…→", 0.98),
}
"""widths of letters for a size of 1, as broad fonts such as Verdana and DejaVu Sans have them"""


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Width in the unit of the font's size."""
    return sum(map(_em, text)) * size * (BOLD if bold else 1.0)


def wrapped(text: str, size: float, room: float) -> list[str]:
    """The text in lines no wider than `room`; a word that is wider is broken."""
    lines: list[str] = []
    for word in _fitting(text, size, room):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _fitting(text: str, size: float, room: float) -> Iterator[str]:
    for word in text.split():
        rest = word
        while len(rest) > 1 and width_of(rest, size) > room:
            most = max(1, int(len(rest) * room / width_of(rest, size)))
            length = rest.rfind("_", 1, most) + 1 or most
            yield rest[:length]
            rest = rest[length:]
        yield rest


def _em(letter: str) -> float:
    known = _EM.get(letter)
    if known is not None:
        return known
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.05
    return 0.75 if letter.isupper() else 0.62
