"""Reading an aim from a plain sentence, as a person would write it."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from simulator.coach.facts import PRACTISED
from simulator.partner.moves import MOVES
from simulator.scenario.nearest import nearest
from simulator.scenario.text import UNSAFE, unified

Fields = Mapping[str, object]
LONGEST = 200
"""letters of a sentence that is read"""
EXAMPLES = (
    "reconnect once",
    "stay below tension 55",
    "use validation before a solution",
    "recover after a rupture",
    "say no and stay",
    "use listening",
)
FOR_EXAMPLE = ", ".join(f"“{one}”" for one in EXAMPLES)

_SMALL_WORDS = frozenset({"a", "an", "any", "my", "our", "own", "some", "the", "your"})
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_HOW_OFTEN = {"once": 1, "twice": 2, "thrice": 3} | {
    word: count for count, word in enumerate(_NUMBERS, 1)
}
_COUNT = rf"(\d{{1,4}}|{'|'.join(_NUMBERS)})"
_TIMES = re.compile(
    rf"^(.*?) (?:(once|twice|thrice)|{_COUNT} times?|in {_COUNT} (?:talk|play)s?)"
    r"(?: in (?:talk|play))?$"
)
_OUTCOMES = {
    "reconnected": "reconnect|reconnected|reconnection|reconnecting|find each other again",
    "truce": "truce",
    "paused": "pause|paused|pause with return(?: promised)?",
    "parted": "part|parted|parting|(?:part|parting|parted) with respect",
}
_ALSO_CALLED = {
    "validate": "validation",
    "validating": "validation",
    "listen": "reflecting",
    "say no": "declining",
    "no": "declining",
    "timeout": "time_out",
    "pause": "time_out",
    "soft startup": "gentle_startup",
    "name loop": "naming_cycle",
    "coming back when promised": "returning",
    "steady oneself": "self_soothing",
    "plain no": "declining",
}
_A_SOLUTION = re.compile(r"(?:(?:offering|giving|suggesting|proposing) )?solutions?")


class _Pattern(NamedTuple):
    words: re.Pattern[str]
    fields: Callable[[re.Match[str]], Fields]


def fields_of(sentence: str) -> Fields:
    """The fields of the aim that a sentence names. Raises `ValueError`."""
    if len(sentence) > LONGEST:
        raise ValueError(f"an aim is one short sentence; for example {FOR_EXAMPLE}")
    words, times = _how_often(_bare(sentence))
    for pattern in _PATTERNS:
        found = pattern.words.fullmatch(words)
        if found:
            return {**pattern.fields(found), "times": times}
    if words in _MOVES:
        return {"kind": "use", "move": _MOVES[words], "times": times}
    told = UNSAFE.sub("", unified(sentence))
    raise ValueError(f"“{told}” cannot be read as an aim; possible are, for example: {FOR_EXAMPLE}")


def _bare(words: str) -> str:
    """Lower case, without marks and small words: what is compared."""
    plain = re.sub(r"[_\-‐‑–]", " ", unified(words).casefold())
    plain = re.sub(r"[^\w ]", " ", plain)
    return " ".join(word for word in plain.split() if word not in _SMALL_WORDS)


def _how_often(words: str) -> tuple[str, int]:
    found = _TIMES.match(words)
    if not found:
        return words, 1
    said = next(part for part in found.groups()[1:] if part)
    return found[1], _HOW_OFTEN.get(said) or int(said)


def _reach(outcome: str) -> Callable[[re.Match[str]], Fields]:
    return lambda _: {"kind": "reach", "outcome": outcome}


def _plain(kind: str) -> Callable[[re.Match[str]], Fields]:
    return lambda _: {"kind": kind}


def _below(found: re.Match[str]) -> Fields:
    return {"kind": "below", "tension": int(found[1])}


def _before(found: re.Match[str]) -> Fields:
    then = "solution" if _A_SOLUTION.fullmatch(found[2]) else _move(found[2])
    return {"kind": "before", "move": _move(found[1]), "then": then}


def _use(found: re.Match[str]) -> Fields:
    return {"kind": "use", "move": _move(found[1])}


def _move(words: str) -> str:
    one = next((name for name in (words, words.removesuffix("s")) if name in _MOVES), None)
    if one:
        return _MOVES[one]
    near = nearest(words, _MOVES)
    meant = f"did you mean “{near}”? " if near else ""
    names = ", ".join(MOVES[move].name for move in PRACTISED)
    raise ValueError(f"there is no move “{words}”; {meant}There are: {names}")


_MOVES: Mapping[str, str] = {
    **_ALSO_CALLED,
    **{_bare(move.id): move.id for move in MOVES.values()},
    **{_bare(move.name): move.id for move in MOVES.values()},
}
"""moves by what they may be called, as it is compared"""
_PATTERNS = (
    *(
        _Pattern(
            re.compile(rf"(?:to )?(?:(?:reach|get to|come to|end in|end with) )?(?:{words})"),
            _reach(outcome),
        )
        for outcome, words in _OUTCOMES.items()
    ),
    _Pattern(
        re.compile(
            r"(?:to )?(?:(?:stay|keep|be|remain) )?(?:tension )?(?:stays? )?(?:below|under) "
            r"(?:tension )?(?:of )?(\d{1,6})(?: tension)?"
        ),
        _below,
    ),
    _Pattern(
        re.compile(
            r"(?:to )?(?:recover|recovering|come back|get back)"
            r"(?: (?:after|from) (?:\w+ )?rupture)?"
        ),
        _plain("recover"),
    ),
    _Pattern(
        re.compile(r"(?:to )?(?:say|saying) no (?:and|but) (?:still )?(?:stay|staying)(?: in .*)?"),
        _plain("no_and_stay"),
    ),
    _Pattern(re.compile(r"(?:to )?(?:(?:use|try|practise) )?(.+?) before (.+)"), _before),
    _Pattern(
        re.compile(r"(?:to )?(?:use|try|practise) (.+?)(?: (?:when|where) it can land)?"), _use
    ),
)
