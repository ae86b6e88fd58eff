"""What was done in a play, and what came of it: moves that landed, ruptures and the way back."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from simulator.dialogue.conversation import Turn
from simulator.partner.moves import MOVES, Family
from simulator.partner.reply import effective_moves
from simulator.partner.stances import Stance, rank

PRACTISED = tuple(
    move.id for move in MOVES.values() if move.family in {Family.SPACE, Family.OPENNESS}
)
"""moves that are practised: of space and of openness, in the order of the table"""


class Use(NamedTuple):
    """A move that was made."""

    turn: int
    """from 1"""
    move: str
    """id, as it counted then: a second time-out on an open promise is a vague later"""
    landed: bool
    """whether it reached the partner; false where it came too early, or time had been asked for"""


class Rupture(NamedTuple):
    """A turn in which the partner's stance got worse."""

    turn: int
    """from 1"""
    back: int | None
    """how many turns until it was as mild as before; `None` where it never was again"""


def uses(turns: Sequence[Turn]) -> tuple[Use, ...]:
    """Every move of every turn, in order; none of a turn that stopped the talk."""
    return tuple(use for turn in turns for use in _uses(turn))


def ruptures(turns: Sequence[Turn]) -> tuple[Rupture, ...]:
    """Every turn in which the stance got worse, in order."""
    return ruptures_of([(turn.before.stance, turn.state.stance) for turn in turns])


def ruptures_of(stances: Sequence[tuple[Stance, Stance]]) -> tuple[Rupture, ...]:
    """The same from the stances alone: before and after each turn, from the first turn on."""
    ranks = [(rank(before), rank(after)) for before, after in stances]
    return tuple(
        Rupture(place + 1, _back(before, ranks[place:]))
        for place, (before, after) in enumerate(ranks)
        if after > before
    )


def _back(before: int, since: Sequence[tuple[int, int]]) -> int | None:
    return next((later for later, (_, now) in enumerate(since) if now <= before), None)


def _uses(turn: Turn) -> Iterator[Use]:
    lost = {cause.move for cause in turn.causes if cause.cause.startswith("not_landed")}
    for move in effective_moves(turn.moves, promised=turn.before.promised):
        yield Use(turn.number, move, move not in lost)
