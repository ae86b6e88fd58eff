"""Guards: a condition as comparisons of integers and bits of memory.

`holds` is one function for one state and for arrays of states: it uses nothing but comparisons
and bitwise operators, which mean the same on both. A guard of many holds arrays itself, one
element a state.
"""

from typing import Any, NamedTuple

from simulator.dialogue.states import States
from simulator.partner.stances import rank
from simulator.partner.state import HOPE_END, METER_END
from simulator.scenario.model import Condition, ConnectionBounds

ANY_RANK = -1
"""every bit of a set of stances"""


class Between(NamedTuple):
    """A field of the state within bounds, ends included."""

    field: str
    low: Any
    high: Any


class Guard(NamedTuple):
    """A compiled condition; the empty one always holds."""

    bounds: tuple[Between, ...] = ()
    ranks: Any = ANY_RANK
    """bit set of stances"""
    mask: Any = 0
    """bits of memory that are asked for"""
    wanted: Any = 0
    """what they have to be"""


ALWAYS = Guard()


def holds(guard: Guard, seen: States) -> Any:
    """Whether the guard holds: one truth value, or an array where the states are arrays."""
    result: Any = (guard.ranks >> seen.rank) & 1 == 1
    for field, low, high in guard.bounds:
        value = getattr(seen, field)
        result = result & (value >= low) & (value <= high)
    return result & ((seen.memory & guard.mask) == guard.wanted)


def compile_guard(when: Condition | None, bits: dict[str, int], *, visited: int = 0) -> Guard:
    """A condition as a guard.

    `bits` gives each flag its bit (a power of two), `visited` is the bit of the beat that `again`
    speaks of. Raises `KeyError` for a flag without a bit.
    """
    if when is None:
        return ALWAYS
    wanted = _bits_of(when.remembers, bits)
    mask = wanted | _bits_of(when.not_remembers, bits)
    if when.again is not None:
        mask |= visited
        wanted |= visited if when.again else 0
    ranks = sum({1 << rank(stance) for stance in when.stance or ()})
    return Guard(tuple(_bounds(when)), ranks or ANY_RANK, mask, wanted)


def _bits_of(names: tuple[str, ...] | None, bits: dict[str, int]) -> int:
    found = 0
    for name in names or ():
        found |= bits[name]
    return found


def _bounds(when: Condition) -> list[Between]:
    found = []
    for field, top in (("tension", METER_END), ("connection", METER_END), ("hope", HOPE_END)):
        bounds = getattr(when, field)
        if bounds is None:
            continue
        if bounds.at_least is not None or bounds.at_most is not None:
            low = 0 if bounds.at_least is None else bounds.at_least
            found.append(Between(field, low, top if bounds.at_most is None else bounds.at_most))
        if isinstance(bounds, ConnectionBounds) and bounds.gained is not None:
            found.append(Between("gained", bounds.gained, METER_END))
    for field in ("promised", "voiced", "earned"):
        asked = getattr(when, field)
        if asked is not None:
            found.append(Between(field, int(asked), int(asked)))
    return found
