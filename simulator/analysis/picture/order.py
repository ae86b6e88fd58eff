"""The order of the pieces on each rank, with few lines that cross.

Sweeps of barycentres, down and up (Sugiyama, Tagawa & Toda 1981, IEEE Trans SMC 11:109–125), with
the best order seen kept; crossings are counted with a tree of sums (Barth, Jünger & Mutzel 2002).
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from simulator.analysis.picture.net import Net

_SWEEPS = 24
_FEW_SWEEPS = 6
_MANY = 4_000
"""lines, from which on fewer sweeps have to do"""

Ranks = list[list[int]]
Joined = list[list[int]]


def ordered(net: Net) -> Ranks:
    """The pieces of every rank, left to right."""
    above: Joined = [[] for _ in net.pieces]
    below: Joined = [[] for _ in net.pieces]
    for upper, lower in net.lines:
        above[lower].append(upper)
        below[upper].append(lower)
    best = ranks = _first(net, above, below)
    fewest = _crossings(ranks, below)
    for number in range(_FEW_SWEEPS if len(net.lines) > _MANY else _SWEEPS):
        ranks = _swept(ranks, above, below, down=number % 2 == 0)
        crossings = _crossings(ranks, below)
        if crossings < fewest:
            best, fewest = ranks, crossings
    return best


def _first(net: Net, above: Joined, below: Joined) -> Ranks:
    """Neighbours near each other: the order in which a search from the top meets them."""
    ranks: Ranks = [[] for _ in range(net.ranks)]
    seen = [False] * len(net.pieces)
    for start in sorted(range(len(net.pieces)), key=lambda piece: net.pieces[piece].rank):
        waiting = [start]
        while waiting:
            piece = waiting.pop()
            if seen[piece]:
                continue
            seen[piece] = True
            ranks[net.pieces[piece].rank].append(piece)
            waiting += [*reversed(above[piece]), *reversed(below[piece])]
    return ranks


def _swept(ranks: Ranks, above: Joined, below: Joined, *, down: bool) -> Ranks:
    found = [list(rank) for rank in ranks]
    joined = above if down else below
    order = range(1, len(found)) if down else range(len(found) - 2, -1, -1)
    for number in order:
        beside = found[number - 1 if down else number + 1]
        found[number] = _by_middle(found[number], _places(beside), joined)
    return found


def _places(rank: Sequence[int]) -> dict[int, float]:
    scale = 1 / max(1, len(rank))
    return {piece: (place + 0.5) * scale for place, piece in enumerate(rank)}


def _by_middle(rank: list[int], places: dict[int, float], joined: Joined) -> list[int]:
    own = _places(rank)

    def middle(piece: int) -> float:
        beside = [places[other] for other in joined[piece] if other in places]
        return sum(beside) / len(beside) if beside else own[piece]

    return sorted(rank, key=middle)


def _crossings(ranks: Ranks, below: Joined) -> int:
    total = 0
    for rank, after in pairwise(ranks):
        places = {piece: place for place, piece in enumerate(after)}
        total += _inversions(
            (place for piece in rank for place in sorted(places[other] for other in below[piece])),
            len(after),
        )
    return total


def _inversions(places: Iterable[int], size: int) -> int:
    """Pairs out of order: for each place, those before it that are greater."""
    sums = [0] * (size + 1)
    total = 0
    for seen, place in enumerate(places):
        not_greater, at = 0, place + 1
        while at:
            not_greater += sums[at]
            at &= at - 1
        total += seen - not_greater
        at = place + 1
        while at <= size:
            sums[at] += 1
            at += at & -at
    return total
