"""Many states at once: arrays, the first of a list for each, and how each is packed into one number."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from simulator.dialogue.columns import Lists
from simulator.dialogue.guards import Between, Guard, holds
from simulator.dialogue.states import States
from simulator.partner.state import HOPE_END, METER_END

Ints = NDArray[np.int64]


class Field(NamedTuple):
    """Where a field of the state stands in a packed number."""

    name: str
    shift: int
    bits: int


_WIDTHS = (
    ("tension", 7),
    ("connection", 7),
    ("hope", 4),
    ("rank", 3),
    ("streak", 2),
    ("asked_time", 1),
    ("promised", 1),
    ("voiced", 1),
)


def _fields() -> tuple[Field, ...]:
    shift, found = 0, []
    for name, bits in _WIDTHS:
        found.append(Field(name, shift, bits))
        shift += bits
    return tuple(found)


FIELDS = _fields()
MEMORY_SHIFT = sum(bits for _, bits in _WIDTHS)
_ENDS = {"gained": (-METER_END, METER_END), "hope": (-1, HOPE_END), "promised": (0, 1)}
_ENDS |= {"voiced": (0, 1), "earned": (0, 1)}


class Guards:
    """Guards as columns: one of many states is a guard of arrays."""

    def __init__(self, guards: Sequence[Guard]) -> None:
        fields = dict.fromkeys(bound.field for guard in guards for bound in guard.bounds)
        self._bounds = [(field, *_column(guards, field)) for field in fields]
        self._ranks = np.array([guard.ranks for guard in guards], dtype=np.int64)
        self._mask = np.array([guard.mask for guard in guards], dtype=np.int64)
        self._wanted = np.array([guard.wanted for guard in guards], dtype=np.int64)
        self._remembers = bool(self._mask.any())

    def __getitem__(self, which: Ints) -> Guard:
        bounds = tuple(Between(field, low[which], high[which]) for field, low, high in self._bounds)
        if not self._remembers:
            return Guard(bounds, self._ranks[which])
        return Guard(bounds, self._ranks[which], self._mask[which], self._wanted[which])


def _column(guards: Sequence[Guard], field: str) -> tuple[Ints, Ints]:
    ends = _ENDS.get(field, (0, METER_END))
    found = []
    for guard in guards:
        low, high = ends
        for bound in guard.bounds:
            if bound.field == field:
                low, high = max(low, bound.low), min(high, bound.high)
        found.append((low, high))
    columns = np.array(found, dtype=np.int64).T
    return columns[0].copy(), columns[1].copy()


def column(values: Sequence[int]) -> Ints:
    """A column of numbers."""
    return np.array(values, dtype=np.int64)


def first_of_many(lists: Lists, which: Ints, seen: States) -> Ints:
    """`First` for many states."""
    item: Ints = lists.start[which]
    open_ = np.flatnonzero(lists.sure[which] == 0)
    if len(open_) == 0:
        return item
    found: Ints = item.copy()
    found[open_] = -1
    end = lists.end[which]
    while len(open_):
        open_ = open_[item[open_] < end[open_]]
        if not len(open_):
            break
        there = holds(lists.guard[item[open_]], take(seen, open_))
        found[open_[there]] = item[open_[there]]
        open_ = open_[~there]
        item[open_] += 1
    return found


def take(states: States, where: Any) -> States:
    """The states at these places."""
    return States(*(field[where] for field in states))


def pack(states: States, live: Any) -> Ints:
    """Each state as one number; `live` are the bits of memory that still matter."""
    key: Ints = (states.memory & live) << MEMORY_SHIFT
    for name, shift, _ in FIELDS:
        value = getattr(states, name)
        key = key | ((value + 1 if name == "hope" else value) << shift)
    return key


def unpack(keys: Ints, *, connection_at_start: int) -> States:
    """The states behind packed numbers."""
    values = {name: (keys >> shift) & ((1 << bits) - 1) for name, shift, bits in FIELDS}
    values["hope"] = values["hope"] - 1
    return States(
        gained=values["connection"] - connection_at_start,
        was=values["rank"],
        memory=keys >> MEMORY_SHIFT,
        **values,
    )
