"""Where in a reply the words stand that carried a move."""

import re
from collections.abc import Iterable, Iterator, Sequence

from simulator.coach.causes import Reason
from simulator.scenario.text import unified

_ALIKE = {"'": "['‘’‚ʼ´`]", '"': '["“”„«»]', " ": r"\s+"}


def not_told(
    carried: Iterable[tuple[str, Sequence[str]]], reasons: Iterable[Reason]
) -> tuple[str, ...]:
    """Words that carried a move of which no reason is told: it was heard, and moved nothing."""
    told = {quote for reason in reasons for quote in reason.quotes}
    return tuple(quote for _move, quotes in carried for quote in quotes if quote not in told)


def places(words: str, phrases: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Start and end of the first occurrence of each phrase that occurs.

    Found as the checks find it: white space and the kinds of quotation marks do not matter.
    """
    for phrase in phrases:
        start = words.find(phrase) if phrase else -1
        if start >= 0:
            yield start, start + len(phrase)
            continue
        pattern = "".join(_ALIKE.get(sign, re.escape(sign)) for sign in unified(phrase).strip())
        if pattern and (found := re.search(pattern, words)):
            yield found.span()
