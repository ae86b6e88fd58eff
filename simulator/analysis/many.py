"""Many states at once: arrays, how they are divided, and how each is packed into one number."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from simulator.dialogue.states import States, Test

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
MEMORY_BITS = 63 - MEMORY_SHIFT
"""how many bits of memory fit beside the rest"""


def take(states: States, where: Any) -> States:
    """The states at these places."""
    return States(*(field[where] for field in states))


def divide_many(states: States, tests: Sequence[Test]) -> Iterator[tuple[int, States]]:
    """`Divide` for arrays: each test gets the states for which it is the first that holds."""
    rest = states
    for index, test in enumerate(tests):
        found = test(rest)
        if found is True:
            yield index, rest
            return
        if found is False or not (count := int(np.count_nonzero(found))):
            continue
        if count == len(rest.rank):
            yield index, rest
            return
        yield index, take(rest, found)
        rest = take(rest, ~found)


def pack(states: States, live: int) -> Ints:
    """Each state as one number; `live` are the bits of memory that still matter."""
    key: Ints = (states.memory & live) << MEMORY_SHIFT
    for name, shift, _ in FIELDS:
        value = getattr(states, name)
        key = key | ((value + 1 if name == "hope" else value) << shift)
    return key


def unpack(keys: Ints, *, connection_at_start: int) -> States:
    """The states behind packed numbers; `origin` is the place in `keys`."""
    values = {name: (keys >> shift) & ((1 << bits) - 1) for name, shift, bits in FIELDS}
    values["hope"] = values["hope"] - 1
    return States(
        gained=values["connection"] - connection_at_start,
        was=values["rank"],
        memory=keys >> MEMORY_SHIFT,
        origin=np.arange(len(keys)),
        **values,
    )
