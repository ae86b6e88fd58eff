"""How a reply is heard: which moves land, and the one charge they come to.

A soft word that does not hear a request is not heard either; a solution lands last. Several moves
in one reply are read by their sum where one hurts, by the strongest where none does.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from simulator.partner.moves import (
    FAMILY_ORDER,
    MOVES,
    PROMISES,
    Family,
    Role,
)
from simulator.partner.reply import effective_moves
from simulator.partner.stances import Stance
from simulator.partner.state import PartnerState
from simulator.partner.temperaments import Temperament

CHARGE_LIMIT = 4
LATE_BELIEF_LIMIT = 2

_NO_ROOM = frozenset({Stance.SHUT_DOWN, Stance.ESCALATING, Stance.GIVING_UP})
_LITTLE_ROOM = frozenset({Stance.WITHDRAWING, Stance.PROTESTING})


class NotLanded(StrEnum):
    """Why a positive move counted for nothing."""

    LATE = "not_landed_late"
    TIME_ASKED = "not_landed_time_asked"


class Charge(NamedTuple):
    """What the landed moves come to, promises apart, and how."""

    q: int = 0
    """−4…+4"""
    family: Family | None = None
    """family of the most negative move; `None` where nothing is negative"""
    strongest: str | None = None
    """the positive move that counts, of equals the first"""
    bonus: int = 0
    """one where this partner is soothed more by it"""
    company: str | None = None
    """a second positive move, which adds one below the limit"""
    total: int = 0
    """sum of the negative charges, before softener and limit"""
    softened: bool = False


class Hearing(NamedTuple):
    """A reply as this partner hears it now."""

    moves: tuple[str, ...]
    """as they count now"""
    landed: tuple[str, ...]
    not_landed: tuple[tuple[str, NotLanded], ...]
    negative: tuple[str, ...]
    positive: tuple[str, ...]
    """the positive moves that landed, promises apart"""
    charge: Charge
    promise: str | None
    """the promise opened or closed, if any"""
    promise_decides: bool
    """whether it decides tension: no negative move stands beside it"""
    q: int
    """the charge that counts for connection, streak, stance and hope"""


def hear(
    moves: Sequence[str], state: PartnerState, hearer: Role, temperament: Temperament
) -> Hearing:
    """Read a reply against stance, streak and request as they stand before it.

    Raises `ReplyError` for a return that is not owed.
    """
    now = effective_moves(moves, promised=state.promised)
    not_landed = tuple(_what_does_not_land(now, state, hearer))
    lost = {move for move, _ in not_landed}
    landed = tuple(move for move in now if move not in lost)
    promise = next((move for move in landed if move in PROMISES), None)
    beside = [move for move in landed if move != promise]
    negative = tuple(move for move in beside if MOVES[move].charge(hearer) < 0)
    positive = tuple(move for move in beside if MOVES[move].charge(hearer) > 0)
    charge = (
        _negative_charge(negative, positive, hearer)
        if negative
        else _positive_charge(positive, hearer, temperament)
    )
    doubted = believed(charge.q, state, temperament)
    decides = promise is not None and not negative
    return Hearing(
        now,
        landed,
        not_landed,
        negative,
        positive,
        charge,
        promise,
        decides,
        _with_promise(promise, doubted, has_company=bool(positive)) if decides else doubted,
    )


def charge_on_paper(moves: Sequence[str], hearer: Role) -> int:
    """The charge with everything landing, no bonus, promises by their own charge; −4…+4."""
    promise = next((move for move in moves if move in PROMISES), None)
    beside = [move for move in moves if move != promise]
    negative = [move for move in beside if MOVES[move].charge(hearer) < 0]
    positive = [move for move in beside if MOVES[move].charge(hearer) > 0]
    if negative:
        return _negative_charge(negative, positive, hearer).q
    q = _positive_charge(positive, hearer, None).q
    return q if promise is None else _with_promise(promise, q, has_company=bool(positive))


def believed(q: int, state: PartnerState, temperament: Temperament) -> int:
    """A charge after late belief: who believes late takes two at most until the second kindness."""
    if temperament.believes_late and state.streak == 0:
        return min(q, LATE_BELIEF_LIMIT)
    return q


def _what_does_not_land(
    moves: Sequence[str], state: PartnerState, hearer: Role
) -> list[tuple[str, NotLanded]]:
    no_room = state.stance in _NO_ROOM or (state.stance in _LITTLE_ROOM and state.streak == 0)
    unheard = state.asked_time and not any(MOVES[m].family is Family.SPACE for m in moves)
    lost = []
    for move in moves:
        if MOVES[move].charge(hearer) <= 0:
            continue
        if no_room and MOVES[move].is_late(hearer):
            lost.append((move, NotLanded.LATE))
        elif unheard:
            lost.append((move, NotLanded.TIME_ASKED))
    return lost


def _negative_charge(negative: Sequence[str], positive: Sequence[str], hearer: Role) -> Charge:
    total = sum(MOVES[move].charge(hearer) for move in negative)
    q = max(-CHARGE_LIMIT, min(-1, total + (1 if positive else 0)))
    worst = min(MOVES[move].charge(hearer) for move in negative)
    families = {MOVES[move].family for move in negative if MOVES[move].charge(hearer) == worst}
    family = next(f for f in FAMILY_ORDER if f in families)
    return Charge(q, family, total=total, softened=bool(positive))


def _positive_charge(
    positive: Sequence[str], hearer: Role, temperament: Temperament | None
) -> Charge:
    if not positive:
        return Charge()
    charges = {move: MOVES[move].charge(hearer) for move in positive}
    bonuses = {move: _bonus(move, charge, temperament) for move, charge in charges.items()}
    strongest = max(positive, key=lambda move: charges[move] + bonuses[move])
    company = next((move for move in positive if move != strongest), None)
    q = charges[strongest] + bonuses[strongest] + (company is not None)
    return Charge(
        min(q, CHARGE_LIMIT),
        strongest=strongest,
        bonus=bonuses[strongest],
        company=company,
        total=charges[strongest],
    )


def _bonus(move: str, charge: int, temperament: Temperament | None) -> int:
    soothed = temperament is not None and move in temperament.soothed_more
    return 1 if soothed and charge < CHARGE_LIMIT else 0


def _with_promise(promise: str | None, beside: int, *, has_company: bool) -> int:
    if promise is None:
        return beside
    own = MOVES[promise].to_withdrawer
    return max(own, beside) if has_company else own
