"""Players with one habit each, and how likely each takes which reply.

A player takes a favourite among the replies offered with probability 0.8 (ties shared evenly),
else any of those offered; without a favourite, any.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from simulator.partner.hearing import charge_on_paper
from simulator.partner.moves import MOVES, Family, Role
from simulator.scenario.model import Reply
from simulator.scenario.shapes import moves_of, words_of
from simulator.scenario.text import count_words, unified

SURE = 0.8
"""how often a player takes a favourite"""
RANDOM, LOOK, BEST, TABLE = "random", "look", "best", "table"
ONE_NOTE = "one_note:"


class Heard(NamedTuple):
    """A reply as a habit sees it."""

    words: str
    moves: tuple[str, ...]
    hearer: Role


Habit = Callable[[Sequence[Heard]], frozenset[int]]
"""the places of the favourites among the replies offered; empty for none"""

_I = re.compile(r"\b(?:I|me|my|mine|myself)\b")
_SORRY = re.compile(r"\b(?:sorry|apolog\w*|forgive|pardon)\b", re.IGNORECASE)
_TELLING = re.compile(
    r"\b(?:just|only|really|honestly|sorry|please|but|always|never)\b", re.IGNORECASE
)


def heard(reply: Reply, hearer: Role) -> Heard:
    """A reply as a habit sees it."""
    return Heard(unified(" ".join(words_of(reply))), moves_of(reply), hearer)


def favours(habit: Habit, offered: Sequence[Heard]) -> list[float]:
    """How likely each of the replies offered is the favourite; they sum to one. Where there is
    none, any of them is."""
    favourites = habit(offered) or frozenset(range(len(offered)))
    return [(i in favourites) / len(favourites) for i in range(len(offered))]


def chances(habit: Habit, offered: Sequence[Heard]) -> list[float]:
    """How likely each of the replies offered is taken; they sum to one."""
    return [SURE * favoured + (1 - SURE) / len(offered) for favoured in favours(habit, offered)]


def _length(reply: Heard) -> int:
    return count_words(reply.words)


def _ranked(place: int) -> Habit:
    """The longest, or the next by the number of words; where all are alike, all."""

    def favourites(offered: Sequence[Heard]) -> frozenset[int]:
        lengths = sorted(set(map(_length, offered)), reverse=True)
        wanted = lengths[min(place, len(lengths) - 1)]
        return frozenset(i for i, reply in enumerate(offered) if _length(reply) == wanted)

    return favourites


def _middle(offered: Sequence[Heard]) -> frozenset[int]:
    """Of an odd number the middle one by words, of an even number the two in the middle."""
    lengths = sorted(map(_length, offered))
    wanted = {lengths[(len(lengths) - 1) // 2], lengths[len(lengths) // 2]}
    return frozenset(i for i, reply in enumerate(offered) if _length(reply) in wanted)


def _most(score: Callable[[Heard], int]) -> Habit:
    def favourites(offered: Sequence[Heard]) -> frozenset[int]:
        best = max(map(score, offered))
        return frozenset(i for i, reply in enumerate(offered) if score(reply) == best)

    return favourites


def _those(test: Callable[[Heard], bool]) -> Habit:
    return lambda offered: frozenset(i for i, reply in enumerate(offered) if test(reply))


def _of_family(family: Family) -> Habit:
    return _those(lambda reply: any(MOVES[move].family is family for move in reply.moves))


def _is_gentle(reply: Heard) -> bool:
    charges = [MOVES[move].charge(reply.hearer) for move in reply.moves]
    openness = any(MOVES[move].family is Family.OPENNESS for move in reply.moves)
    return openness and min(charges) >= 0


def _on_paper(offered: Sequence[Heard]) -> frozenset[int]:
    charged = {i: charge_on_paper(r.moves, r.hearer) for i, r in enumerate(offered) if r.moves}
    best = max(charged.values())
    return frozenset(i for i, charge in charged.items() if charge == best)


def _one_note(move: str) -> Habit:
    return _those(lambda reply: move in reply.moves)


WORDS: Mapping[str, Habit] = MappingProxyType(
    {
        "longest": _ranked(0),
        "second_longest": _ranked(1),
        "middle": _middle,
        "shortest": _most(lambda reply: -_length(reply)),
        "most_i": _most(lambda reply: len(_I.findall(reply.words))),
        "least_i": _most(lambda reply: -len(_I.findall(reply.words))),
        "questions": _those(lambda reply: "?" in reply.words),
        "no_questions": _those(lambda reply: "?" not in reply.words),
        "apologetic": _those(lambda reply: bool(_SORRY.search(reply.words))),
        "no_sorry": _those(lambda reply: not _SORRY.search(reply.words)),
        "plain": _those(lambda reply: not _TELLING.search(reply.words)),
    }
)
"""tells that look at the words alone"""

_BY_MOVES: Mapping[str, Habit] = MappingProxyType(
    {
        RANDOM: lambda _: frozenset(),
        TABLE: _on_paper,
        "pursuing": _of_family(Family.PRESSURE),
        "withdrawing": _of_family(Family.DISTANCE),
        "gentle": _those(_is_gentle),
        "placating": _those(lambda reply: not {"placating", "self_blame"}.isdisjoint(reply.moves)),
    }
)


def tells(hearer: Role) -> dict[str, Habit]:
    """Every tell: by the words alone, and one for each move that is positive to this hearer."""
    notes = {
        f"{ONE_NOTE}{move.id}": _one_note(move.id)
        for move in MOVES.values()
        if move.charge(hearer) > 0
    }
    return {**WORDS, **notes}


def habits(hearer: Role) -> dict[str, Habit]:
    """Every player whose favourites depend on the replies offered alone; `look` and `best` look
    at the states too."""
    return {**_BY_MOVES, **tells(hearer)}


def players(hearer: Role) -> tuple[str, ...]:
    """The names of all players."""
    first, *others = habits(hearer)
    return (first, LOOK, BEST, *others)
