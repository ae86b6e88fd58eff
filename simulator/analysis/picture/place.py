"""Where each piece stands: in its order on its rank, as near as can be to what it is joined to.

On one rank the squares of the distances to the wished places are made least under the gaps that
have to be kept; that is isotonic regression, solved by pooling neighbours that violate it.
"""

from itertools import pairwise

from simulator.analysis.picture.net import Net, PieceKind
from simulator.analysis.picture.order import Ranks
from simulator.analysis.picture.straight import straighten

_ROUNDS = 60
_FEW_ROUNDS = 5
_MANY = 4_000
_GAPS = {PieceKind.BOX: 8.0, PieceKind.LABEL: 3.0, PieceKind.NOTE: 6.0, PieceKind.TRUNK: 3.5}
"""room on either side"""
_STRAIGHT, _BESIDE, _LOOSE = 8.0, 3.0, 1.0
"""how much a line wants to be upright: between trunks, beside one, and any other"""

_SLACK = 1.04
"""width of the page, for that of the widest rank"""
_NEARLY = 1.0
_IDLE = 0.001
"""weight of a piece that is joined to nothing"""

Wish = tuple[float, float]
"""a place and its weight"""
Lines = list[list[tuple[int, float]]]
"""for each piece, what it is joined to and how much the line wants to be upright"""


def placed(net: Net, ranks: Ranks, room: float = 1.0) -> list[float]:
    """The middle of each piece; the leftmost edge is at 0. `room` is how much wider the page is
    than it has to be."""
    middles = _Placing(net, ranks, room).middles()
    left = min(middle - net.pieces[piece].width / 2 for piece, middle in enumerate(middles))
    return [middle - left for middle in middles]


class _Placing:
    """Moves the pieces of one rank after the other, on a page with its middle at 0."""

    def __init__(self, net: Net, ranks: Ranks, room: float) -> None:
        self._net = net
        self._ranks = [rank for rank in ranks if rank]
        self._lines = _weighted(net)
        self._tight = [_side_by_side(net, rank) for rank in self._ranks]
        widest = max(
            tight[-1] + net.pieces[rank[-1]].width / 2
            for rank, tight in zip(self._ranks, self._tight, strict=True)
        )
        self._edge = _SLACK * room * widest
        self._middles = [0.0] * len(net.pieces)

    def middles(self) -> list[float]:
        for rank, tight in zip(self._ranks, self._tight, strict=True):
            self._put(rank, tight)
        rounds = _FEW_ROUNDS if len(self._net.lines) > _MANY else _ROUNDS
        for number in range(rounds):
            order = list(zip(self._ranks, self._tight, strict=True))
            for rank, tight in order if number % 2 == 0 else reversed(order):
                self._settle(rank, tight, upright=number >= rounds // 3)
        straighten(self._net, self._ranks, self._middles, apart, self._edge)
        return self._middles

    def _put(self, rank: list[int], places: list[float]) -> None:
        for piece, place in zip(rank, places, strict=True):
            self._middles[piece] = place

    def _settle(self, rank: list[int], tight: list[float], *, upright: bool) -> None:
        """Move a rank as near as can be to what it is joined to as that stands now.

        What is sought is how far each piece is from where it would be side by side: that never
        falls from left to right, and the page's edges bound it.
        """
        low = -self._edge + self._net.pieces[rank[0]].width / 2 - tight[0]
        high = self._edge - self._net.pieces[rank[-1]].width / 2 - tight[-1]
        wishes = []
        for piece, at in zip(rank, tight, strict=True):
            own = self._middles[piece]
            wish, weight = _wish(self._lines[piece], self._middles, own, upright=upright)
            wishes.append((wish - at, weight))
        moved = _not_falling(wishes)
        self._put(rank, [at + min(max(by, low), high) for at, by in zip(tight, moved, strict=True)])


def _weighted(net: Net) -> Lines:
    found: Lines = [[] for _ in net.pieces]
    for (upper, lower), look in net.lines.items():
        trunks = [net.pieces[end].kind is PieceKind.TRUNK for end in (upper, lower)]
        weight = _STRAIGHT if all(trunks) else _BESIDE if any(trunks) else _LOOSE
        weight *= 2 if look.best else 1
        found[upper].append((lower, weight))
        found[lower].append((upper, weight))
    return found


def apart(net: Net, left: int, right: int) -> float:
    """How far the middles of neighbours have to be from each other."""
    one, other = net.pieces[left], net.pieces[right]
    return (one.width + other.width) / 2 + _GAPS[one.kind] + _GAPS[other.kind]


def _side_by_side(net: Net, rank: list[int]) -> list[float]:
    places = [0.0]
    for left, right in pairwise(rank):
        places.append(places[-1] + apart(net, left, right))
    half = places[-1] / 2
    return [place - half for place in places]


def _wish(
    beside: list[tuple[int, float]], middles: list[float], own: float, *, upright: bool
) -> Wish:
    """Where a piece wants to be. Upright, a line that is nearly so counts for much more: the sum
    of distances, not of their squares, is what grows less, so that few lines lean and much."""
    total = sum_of = 0.0
    for other, weight in beside:
        strength = weight / max(_NEARLY, abs(middles[other] - own)) if upright else weight
        total += strength
        sum_of += strength * middles[other]
    return (sum_of / total, total) if total else (own, _IDLE)


def _not_falling(wishes: list[Wish]) -> list[float]:
    """The nearest values, by weighted squares, of which none is less than the one before."""
    pools: list[tuple[float, float, int]] = []
    for value, weight in wishes:
        pool = (value, weight, 1)
        while pools and pools[-1][0] > pool[0]:
            before, heavy, count = pools.pop()
            total = heavy + pool[1]
            pool = ((before * heavy + pool[0] * pool[1]) / total, total, count + pool[2])
        pools.append(pool)
    return [value for value, _, count in pools for _ in range(count)]
