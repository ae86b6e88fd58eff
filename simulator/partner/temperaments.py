"""Temperaments: how one partner differs from another in set point and sensitivity."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from simulator.language import N_
from simulator.partner.moves import Family


class Temperament(NamedTuple):
    """A disposition; design choices after attachment research (Overall, Simpson & Struthers 2013)."""

    id: str
    name: str
    """the plain name shown on screen"""
    set_point: int
    """tension the partner drifts back to, one point a reply"""
    negative: int
    """points of tension for one point of negative charge"""
    need: int
    """positive replies in a row before a deep stance lifts"""
    hit_harder: frozenset[Family] = frozenset()
    soothed_more: frozenset[str] = frozenset()
    """moves whose positive charge is one higher, at most 4"""
    believes_late: bool = False


_TABLE = (
    Temperament("even", N_("steady"), 30, 5, 2),
    Temperament("secure", N_("at ease"), 20, 4, 1),
    Temperament(
        "avoidant",
        N_("takes pressure hard"),
        30,
        5,
        2,
        frozenset({Family.PRESSURE}),
        frozenset(
            {"respecting_space", "offering_time", "self_soothing", "waiting", "needing_time"}
        ),
    ),
    Temperament(
        "anxious",
        N_("takes distance hard"),
        30,
        5,
        2,
        frozenset({Family.DISTANCE}),
        frozenset({"disclosure", "reassurance", "warmth"}),
    ),
    Temperament(
        "fearful",
        N_("takes both hard"),
        34,
        6,
        3,
        frozenset({Family.PRESSURE, Family.DISTANCE}),
        believes_late=True,
    ),
)

TEMPERAMENTS: Mapping[str, Temperament] = MappingProxyType({t.id: t for t in _TABLE})
DEFAULT_TEMPERAMENT = "even"
