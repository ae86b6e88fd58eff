"""Words as they are compared: one form of accents, white space, quotes and apostrophes."""

import re
import unicodedata

UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
"""control characters, and those that hide or reorder text"""

_BLANKS = str.maketrans({"\t": " ", "\r": None})
_SPACE = re.compile(r"\s+")
_MARKS = str.maketrans(dict.fromkeys("“”„«»", '"') | dict.fromkeys("‘’‚ʼ´`", "'"))
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SENTENCE = re.compile(r"(?<=[.!?…])[\"”’']?\s+")


def shown(text: str) -> str:
    """The text without control characters, escape sequences and bidirectional overrides.

    Line feeds stay; a tab becomes a space.
    """
    if text.isascii() and text.isprintable():
        return text
    return UNSAFE.sub("", text.translate(_BLANKS))


def unified(words: str) -> str:
    """The words after NFC, with runs of white space as one space and marks unified."""
    if words.isascii():
        return " ".join(words.split())
    return _SPACE.sub(" ", unicodedata.normalize("NFC", words).translate(_MARKS)).strip()


def find_phrase(phrase: str, words: str) -> tuple[int, int] | None:
    """Where a phrase first stands in the words (start, end in `unified(words)`), or `None`."""
    wanted = unified(phrase)
    start = unified(words).find(wanted)
    return None if start < 0 else (start, start + len(wanted))


def count_words(words: str) -> int:
    """Number of words."""
    return len(_WORD.findall(words))


def sentences(words: str) -> tuple[str, ...]:
    """The sentences of a text."""
    return tuple(part.strip() for part in _SENTENCE.split(unified(words)) if part.strip())
