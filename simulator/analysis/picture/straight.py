"""Trunks made upright, over as many ranks as what stands beside them lets them."""

import math
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from simulator.analysis.picture.net import Net
from simulator.analysis.picture.order import Ranks

_PASSES, _FEW_PASSES = 12, 3
_MANY = 2_000
"""trunks, from which on fewer passes have to do"""

Apart = Callable[[Net, int, int], float]
"""how far the middles of two neighbours have to be from each other"""

_Beside = tuple[int | None, float, int | None, float]
"""the neighbours at the left and the right, each with how far the middles have to be apart"""


class _Room(NamedTuple):
    """Where the middle of a piece may be, ends included; empty where `low` is above `high`."""

    low: float
    high: float

    def within(self, other: "_Room") -> "_Room":
        return _Room(max(self.low, other.low), min(self.high, other.high))


_ANYWHERE = _Room(-math.inf, math.inf)


def straighten(net: Net, ranks: Ranks, middles: list[float], apart: Apart, edge: float) -> None:
    """Move trunks, and nothing else, in `middles`; their order and the gaps stay, and so does the
    page, which ends at `edge` on either side of 0."""
    trunks = {piece for chain in net.chains for piece in chain}
    beside = {piece: found for piece, found in _neighbours(net, ranks, apart) if piece in trunks}

    def room(piece: int) -> _Room:
        left, least, right, most = beside[piece]
        return _Room(
            -edge if left is None else middles[left] + least,
            edge if right is None else middles[right] - most,
        )

    for number in range(_PASSES if len(trunks) < _MANY else _FEW_PASSES):
        for chain in sorted(net.chains, key=lambda it: middles[it[-1]], reverse=number % 2 == 0):
            for run, free in _runs(chain, [room(piece) for piece in chain]):
                wanted = sum(middles[piece] for piece in run) / len(run)
                for piece in run:
                    middles[piece] = min(max(wanted, free.low), free.high)


def _neighbours(net: Net, ranks: Ranks, apart: Apart) -> Iterator[tuple[int, _Beside]]:
    for rank in ranks:
        gaps = [0.0, *(apart(net, left, right) for left, right in pairwise(rank)), 0.0]
        for place, piece in enumerate(rank):
            left = rank[place - 1] if place else None
            right = rank[place + 1] if place + 1 < len(rank) else None
            yield piece, (left, gaps[place], right, gaps[place + 1])


def _runs(chain: list[int], rooms: list[_Room]) -> Iterator[tuple[list[int], _Room]]:
    """The chain in as long pieces as can stand at one place, with where that may be."""
    run: list[int] = []
    free = _ANYWHERE
    for piece, room in zip(chain, rooms, strict=True):
        both = free.within(room)
        if run and both.low > both.high:
            yield run, free
            run, both = [], room
        run.append(piece)
        free = both
    if run:
        yield run, free
