"""The partner's state, and where a play starts."""

from typing import NamedTuple

from simulator.partner.moves import Role
from simulator.partner.stances import GIVEN_UP_AT_HOPE, LEAVES_AT, Stance, worst_entered
from simulator.partner.temperaments import Temperament

CONNECTION_AT_START = 40
HOPE_AT_START = 6
GIVEN_UP_TENSION = 25
STREAK_LIMIT = 3
METER_END = 100
HOPE_END = 10


class PartnerState(NamedTuple):
    """Everything the rule knows of the partner at one moment. Bounded and integer."""

    tension: int
    """0–100: felt threat; flooding for a withdrawer, protest for a pursuer"""
    connection: int
    """0–100: how far the partner feels reached"""
    hope: int | None
    """0–10 where the partner is a pursuer, else `None`"""
    stance: Stance
    streak: int = 0
    """0–3: positive replies in a row"""
    asked_time: bool = False
    """a line spoken since the last reply asked for time"""
    promised: bool = False
    """the player called a time-out and owes a return"""
    voiced: bool = False
    """the player has said something of their own in this play"""


class StartError(ValueError):
    """A start that cannot be: the message says which value, and what is allowed."""


def start_state(
    role: Role,
    temperament: Temperament,
    *,
    tension: int | None = None,
    connection: int | None = None,
    hope: int | None = None,
) -> PartnerState:
    """The state in which a talk begins.

    `tension` defaults to the temperament's set point, `connection` to 40, `hope` to 6 (a pursuer
    only). Raises `StartError` for a value out of range or of the other kind of partner.
    """
    tension = temperament.set_point if tension is None else tension
    connection = CONNECTION_AT_START if connection is None else connection
    _check_tension(role, tension)
    _within("connection", connection, METER_END)
    hope = _hope_at_start(role, hope)
    if hope is not None and hope <= GIVEN_UP_AT_HOPE:
        return PartnerState(min(tension, GIVEN_UP_TENSION), connection, hope, Stance.GIVING_UP)
    return PartnerState(tension, connection, hope, worst_entered(role, tension))


def _check_tension(role: Role, tension: int) -> None:
    if role is Role.WITHDRAWER:
        _within("tension", tension, LEAVES_AT - 1, f"; a withdrawer at {LEAVES_AT} has left")
    else:
        _within("tension", tension, METER_END)


def _hope_at_start(role: Role, hope: int | None) -> int | None:
    if role is Role.PURSUER:
        hope = HOPE_AT_START if hope is None else hope
        _within("hope", hope, HOPE_END)
    elif hope is not None:
        raise StartError("hope belongs to a partner who is a pursuer; a withdrawer has none")
    return hope


def _within(name: str, value: int, top: int, why: str = "") -> None:
    if not 0 <= value <= top:
        raise StartError(f"{name} {value} is out of range: 0 to {top} is allowed{why}")
