"""The nearest of several names or phrases, within a bounded time."""

from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

from simulator.scenario.text import unified

_MANY = 300
_LONG = 600


def nearest(name: str, known: Iterable[object]) -> str | None:
    """The known name that is nearest, if one is near."""
    given = name[:64].strip()
    names = [str(other) for other in known]
    if len(names) > _MANY:
        names = [other for other in names if _alike(given, other)][:_MANY]
    spelt = given.lower().replace("-", "_").replace(" ", "_")
    if spelt != given and spelt in names:
        return spelt
    return next(iter(get_close_matches(given, names, n=1, cutoff=0.6)), None)


def _alike(one: str, other: str) -> bool:
    return abs(len(one) - len(other)) <= 2 and one[:1] == other[:1]


def nearest_words(phrase: str, texts: Iterable[str]) -> str | None:
    """The words of the texts that are nearest to a phrase which is not in them, if some are near."""
    wanted = unified(phrase)[:_LONG]
    best, likeness = None, 0.6
    for text in texts:
        for words in _stretches(unified(text)[:_LONG].split(), len(wanted.split())):
            ratio = SequenceMatcher(None, words.lower(), wanted.lower(), autojunk=False).ratio()
            if ratio > likeness:
                best, likeness = words, ratio
    return best


def _stretches(words: list[str], length: int) -> Iterable[str]:
    for size in (length, length - 1, length + 1):
        if 0 < size <= len(words):
            for start in range(len(words) - size + 1):
                yield " ".join(words[start : start + size])
