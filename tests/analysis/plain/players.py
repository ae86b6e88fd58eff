"""Players, each by its favourites among what is offered."""

import re
from collections.abc import Callable, Sequence

from simulator.dialogue.program import ReplyCode
from simulator.partner.hearing import charge_on_paper
from simulator.partner.moves import MOVES, Family, Role
from simulator.scenario.model import Reply
from simulator.scenario.shapes import moves_of, words_of
from simulator.scenario.text import count_words
from tests.analysis.plain.walk import Walk

Offered = tuple[int, ...]
"""indices of replies of one beat"""
Favourites = Callable[[Sequence[Reply], Role], list[bool]]
"""of the replies offered, for this hearer: which are favourites"""

_I = re.compile(r"\b(?:I|me|my|mine|myself)\b")
_SORRY = re.compile(r"\b(?:sorry|apolog\w*|forgive|pardon)\b", re.IGNORECASE)
_NOT_PLAIN = re.compile(
    r"\b(?:just|only|really|honestly|sorry|please|but|always|never)\b", re.IGNORECASE
)


def favourites_of(walked: Walk, player: str, node: int, offered: Offered) -> list[int]:
    """The favourites of a player who looks at the replies alone; none for `random`."""
    if player == "random":
        return []
    beat = walked.chair.beats[walked.program.nodes[node].id]
    codes: Sequence[ReplyCode] = walked.program.nodes[node].replies
    replies = [beat.replies[codes[index].id] for index in offered]
    liked = PLAYERS[player](replies, walked.program.partner)
    return [index for index, likes in zip(offered, liked, strict=True) if likes]


def _most(scores: Sequence[float | None]) -> list[bool]:
    known = [score for score in scores if score is not None]
    return [score is not None and score == max(known) for score in scores]


def _least(scores: Sequence[int]) -> list[bool]:
    return [score == min(scores) for score in scores]


def _words(reply: Reply) -> str:
    return " ".join(words_of(reply))


def _lengths(replies: Sequence[Reply]) -> list[int]:
    return [count_words(_words(reply)) for reply in replies]


def _longest(replies: Sequence[Reply], _: Role) -> list[bool]:
    return _most(_lengths(replies))


def _second_longest(replies: Sequence[Reply], _: Role) -> list[bool]:
    lengths = _lengths(replies)
    shorter = [length for length in lengths if length < max(lengths)]
    return [length == max(shorter, default=-1) for length in lengths]


def _middle(replies: Sequence[Reply], _: Role) -> list[bool]:
    lengths = _lengths(replies)
    ranked = sorted(lengths)
    middle = {ranked[(len(ranked) - 1) // 2], ranked[len(ranked) // 2]}
    return [length in middle for length in lengths]


def _shortest(replies: Sequence[Reply], _: Role) -> list[bool]:
    return _least(_lengths(replies))


def _table(replies: Sequence[Reply], hearer: Role) -> list[bool]:
    charges = [
        None if reply.crosses_line else charge_on_paper(moves_of(reply), hearer)
        for reply in replies
    ]
    return _most(charges)


def _gentle(replies: Sequence[Reply], hearer: Role) -> list[bool]:
    def likes(reply: Reply) -> bool:
        moves = [MOVES[move] for move in moves_of(reply)]
        kind = all(move.charge(hearer) >= 0 for move in moves)
        return kind and any(move.family is Family.OPENNESS for move in moves)

    return [likes(reply) for reply in replies]


def _with_any_move(*names: str) -> Favourites:
    return lambda replies, _: [not set(names).isdisjoint(moves_of(reply)) for reply in replies]


def _with_family(family: Family) -> Favourites:
    return _with_any_move(*(move.id for move in MOVES.values() if move.family is family))


def _most_of(pattern: re.Pattern[str]) -> Favourites:
    return lambda replies, _: _most([len(pattern.findall(_words(reply))) for reply in replies])


def _least_of(pattern: re.Pattern[str]) -> Favourites:
    return lambda replies, _: _least([len(pattern.findall(_words(reply))) for reply in replies])


def _with(pattern: re.Pattern[str]) -> Favourites:
    return lambda replies, _: [bool(pattern.search(_words(reply))) for reply in replies]


def _without(pattern: re.Pattern[str]) -> Favourites:
    return lambda replies, _: [not pattern.search(_words(reply)) for reply in replies]


_QUESTION = re.compile(r"\?")

TELLS: dict[str, Favourites] = {
    "longest": _longest,
    "second_longest": _second_longest,
    "middle": _middle,
    "shortest": _shortest,
    "most_i": _most_of(_I),
    "least_i": _least_of(_I),
    "questions": _with(_QUESTION),
    "no_questions": _without(_QUESTION),
    "apologetic": _with(_SORRY),
    "no_sorry": _without(_SORRY),
    "plain": _without(_NOT_PLAIN),
}
"""players who go by the look of the words"""

_ONE_NOTE = {f"one_note:{move}": _with_any_move(move) for move in MOVES}

PLAYERS: dict[str, Favourites] = {
    "table": _table,
    "pursuing": _with_family(Family.PRESSURE),
    "withdrawing": _with_family(Family.DISTANCE),
    "gentle": _gentle,
    "placating": _with_any_move("placating", "self_blame"),
    **TELLS,
    **_ONE_NOTE,
}
"""every player but `random`, `look` and `best`"""


def tells(walked: Walk) -> list[str]:
    """The tells there are in a role: looks of the words, and each positive move some reply makes.

    A move that no reply makes is nobody's favourite: its player draws.
    """
    made = {move for moves in walked.program.effects for move in moves}
    hearer = walked.program.partner
    return [
        *TELLS,
        *(f"one_note:{move}" for move in MOVES if move in made and _helps(move, hearer)),
    ]


def _helps(move: str, hearer: Role) -> bool:
    return MOVES[move].charge(hearer) > 0
