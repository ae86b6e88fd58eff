"""Content notes: what people may want to know, or be spared, before they play."""

from collections.abc import Iterable

INTIMACY = "intimacy"
"""shown only to those who chose to see it"""
KNOWN = (
    INTIMACY, "illness", "money", "grief", "faith", "family", "separation", "infidelity",
    "alcohol", "pregnancy", "care", "distance",
)  # fmt: skip
"""notes that are known by name; any other is free text"""
_INTIMATE = frozenset({INTIMACY, "intimate", "sex", "sexual", "sexuality"})


def is_intimate(notes: Iterable[str]) -> bool:
    """Whether one of the notes speaks of physical closeness, however it is spelt."""
    return any(not _INTIMATE.isdisjoint(_words(note)) for note in notes)


def meant(note: str) -> str | None:
    """The known note that a free text nearly is; `None` where it is one, or is none."""
    spelt = " ".join(_words(note))
    if note in KNOWN:
        return None
    if spelt in KNOWN:
        return spelt
    if is_intimate([note]):
        return INTIMACY
    from difflib import get_close_matches  # noqa: PLC0415 - not on the way to a list

    return next(iter(get_close_matches(spelt[:40], KNOWN, n=1, cutoff=0.85)), None)


def _words(note: str) -> list[str]:
    return "".join(c if c.isalpha() else " " for c in note.casefold()).split()
