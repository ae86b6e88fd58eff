"""Stances: what a partner does with the tension. Entry and exit levels differ (hysteresis).

Thresholds and two basins follow the reading of Cook et al. 1995 (J Fam Psychol 9:110–130).
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from simulator.language import N_
from simulator.partner.moves import Role
from simulator.partner.temperaments import Temperament


class Stance(StrEnum):
    """Every stance of either kind of partner."""

    ENGAGED = "engaged"
    GUARDED = "guarded"
    WITHDRAWING = "withdrawing"
    SHUT_DOWN = "shut_down"
    LEFT = "left"
    CALM = "calm"
    PROTESTING = "protesting"
    ESCALATING = "escalating"
    GIVING_UP = "giving_up"


class Level(NamedTuple):
    """The levels of one stance; `None` where a level does not apply."""

    stance: Stance
    name: str
    """the plain name shown on screen"""
    enters: int | None
    """tension at or above which a milder stance gives way to this one"""
    leaves: int | None
    """tension at or below which this one may lift"""
    space_gain: int
    """points of tension taken off per point of charge, for a move of the space family"""
    other_gain: int
    needs: int | None
    """positive replies in a row before it lifts; `None`: as the temperament says"""

    def streak_needed(self, temperament: Temperament) -> int:
        """Positive replies in a row this partner wants before the stance lifts."""
        return temperament.need if self.needs is None else self.needs

    def gain(self, *, space: bool) -> int:
        """Points of tension a positive reply takes off per point of its charge."""
        return self.space_gain if space else self.other_gain


GIVEN_UP_AT_HOPE = 1
LEAVES_AT = 95

_WITHDRAWER = (
    Level(Stance.ENGAGED, N_("engaged"), 0, None, 3, 3, 0),
    Level(Stance.GUARDED, N_("guarded"), 35, 25, 3, 3, 1),
    Level(Stance.WITHDRAWING, N_("withdrawing"), 55, 40, 3, 2, None),
    Level(Stance.SHUT_DOWN, N_("shut down"), 75, 60, 2, 1, None),
    Level(Stance.LEFT, N_("has left"), LEAVES_AT, None, 0, 0, 0),
)
_PURSUER = (
    Level(Stance.CALM, N_("calm"), 0, None, 2, 3, 0),
    Level(Stance.PROTESTING, N_("protesting"), 35, 25, 1, 3, 1),
    Level(Stance.ESCALATING, N_("escalating"), 55, 40, 1, 2, None),
    Level(Stance.GIVING_UP, N_("has stopped asking"), None, None, 0, 0, 3),
)

LEVELS: Mapping[Role, tuple[Level, ...]] = MappingProxyType(
    {Role.WITHDRAWER: _WITHDRAWER, Role.PURSUER: _PURSUER}
)
"""The stances of a kind of partner, mildest first; `giving_up` stands last, beside the others."""

_BY_STANCE = {level.stance: level for levels in LEVELS.values() for level in levels}
_RANK = {level.stance: rank for levels in LEVELS.values() for rank, level in enumerate(levels)}


def level_of(stance: Stance) -> Level:
    """The levels of a stance."""
    return _BY_STANCE[stance]


def rank(stance: Stance) -> int:
    """Place of a stance among its kind's, 0 the mildest."""
    return _RANK[stance]


def stances_of(role: Role) -> tuple[Stance, ...]:
    """The stances this kind of partner can take, mildest first."""
    return tuple(level.stance for level in LEVELS[role])


def mildest(role: Role) -> Stance:
    """`engaged` or `calm`."""
    return LEVELS[role][0].stance


def worst_entered(role: Role, tension: int) -> Stance:
    """The worst stance whose entry level this tension has reached."""
    entered = [lv.stance for lv in LEVELS[role] if lv.enters is not None and tension >= lv.enters]
    return entered[-1]


def milder(stance: Stance) -> Stance:
    """The next milder stance; the mildest has none and raises `ValueError`."""
    if rank(stance) == 0:
        raise ValueError(f"{stance} is the mildest stance")
    role = Role.WITHDRAWER if stance in stances_of(Role.WITHDRAWER) else Role.PURSUER
    return LEVELS[role][rank(stance) - 1].stance
