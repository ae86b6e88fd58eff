"""Players with one habit each, and how likely each takes which reply.

A player takes a favourite among the replies offered with probability 0.8 (ties shared evenly),
else any of those offered; without a favourite, any. A habit is told the replies of a beat and, as
rows of truth values, which of them are offered together; it marks the favourites of each row.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

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
    """none where it crosses the line"""
    hearer: Role


Offered = NDArray[np.bool_]
"""a row for each set of replies that is offered, a column for each reply of the beat"""
Shares = NDArray[np.float64]
"""the same, with shares that sum to one in each row"""
Habit = Callable[[Sequence[Heard], Offered], Offered]
"""the favourites of each row; a row without any has no favourite"""

_I = re.compile(r"\b(?:I|me|my|mine|myself)\b")
_SORRY = re.compile(r"\b(?:sorry|apolog\w*|forgive|pardon)\b", re.IGNORECASE)
_TELLING = re.compile(
    r"\b(?:just|only|really|honestly|sorry|please|but|always|never)\b", re.IGNORECASE
)


def heard(reply: Reply, hearer: Role) -> Heard:
    """A reply as a habit sees it."""
    return Heard(unified(" ".join(words_of(reply))), moves_of(reply), hearer)


def favours(habit: Habit, replies: Sequence[Heard], offered: Offered) -> Shares:
    """How likely each reply is the favourite where it is offered; where there is none, any is."""
    liked = habit(replies, offered)
    liked = np.where(liked.any(axis=1, keepdims=True), liked, offered)
    shares: Shares = liked / liked.sum(axis=1, keepdims=True)
    return shares


def chances(habit: Habit, replies: Sequence[Heard], offered: Offered) -> Shares:
    """How likely each reply is taken where it is offered."""
    any_of = offered / offered.sum(axis=1, keepdims=True)
    shares: Shares = SURE * favours(habit, replies, offered) + (1 - SURE) * any_of
    return shares


def _of_each(score: Callable[[Heard], float], replies: Sequence[Heard], other: Offered) -> Shares:
    """The score of each reply in each row; minus infinity where it is not offered."""
    scores = np.array([score(reply) for reply in replies], dtype=np.float64)
    shares: Shares = np.where(other, scores, -np.inf)
    return shares


def _length(reply: Heard) -> int:
    return count_words(reply.words)


def _most(score: Callable[[Heard], float]) -> Habit:
    def favourites(replies: Sequence[Heard], offered: Offered) -> Offered:
        scores = _of_each(score, replies, offered)
        found: Offered = offered & (scores == scores.max(axis=1, keepdims=True))
        return found

    return favourites


def _second_longest(replies: Sequence[Heard], offered: Offered) -> Offered:
    """The next by the number of words; where all are alike, all."""
    lengths = _of_each(_length, replies, offered)
    longest = lengths.max(axis=1, keepdims=True)
    shorter = np.where(lengths < longest, lengths, -np.inf).max(axis=1, keepdims=True)
    found: Offered = offered & (lengths == np.where(np.isinf(shorter), longest, shorter))
    return found


def _middle(replies: Sequence[Heard], offered: Offered) -> Offered:
    """Of an odd number the middle one by words, of an even number the two in the middle."""
    lengths = _of_each(_length, replies, offered)
    order, count = np.sort(lengths, axis=1)[:, ::-1], offered.sum(axis=1, keepdims=True)
    low, high = (np.take_along_axis(order, at, axis=1) for at in ((count - 1) // 2, count // 2))
    found: Offered = offered & ((lengths == low) | (lengths == high))
    return found


def _those(test: Callable[[Heard], bool]) -> Habit:
    def favourites(replies: Sequence[Heard], offered: Offered) -> Offered:
        found: Offered = offered & np.array([test(reply) for reply in replies], dtype=bool)
        return found

    return favourites


def _of_family(family: Family) -> Habit:
    return _those(lambda reply: any(MOVES[move].family is family for move in reply.moves))


def _is_gentle(reply: Heard) -> bool:
    charges = [MOVES[move].charge(reply.hearer) for move in reply.moves]
    openness = any(MOVES[move].family is Family.OPENNESS for move in reply.moves)
    return openness and min(charges) >= 0


def _on_paper(reply: Heard) -> float:
    return charge_on_paper(reply.moves, reply.hearer) if reply.moves else -np.inf


def _one_note(move: str) -> Habit:
    return _those(lambda reply: move in reply.moves)


WORDS: Mapping[str, Habit] = MappingProxyType(
    {
        "longest": _most(_length),
        "second_longest": _second_longest,
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
        RANDOM: _those(lambda _: False),
        TABLE: _most(_on_paper),
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
