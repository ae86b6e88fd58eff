"""The reachable states as a chain, in an order in which it can be solved.

States are numbered anew by their place in a topological order of strongly connected components:
every transition leads to a later level, or stays within a cycle. What is carried along the talk
(`forward`) or read back from its end (`backward`) is then settled level by level, a cycle by
iteration (Kemeny & Snell, *Finite Markov Chains*, 1960).
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from simulator.analysis.cycles import carried_on, read_back
from simulator.analysis.explore import Edges, Explored, Ids
from simulator.analysis.many import Ints

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


class Links(NamedTuple):
    """Transitions grouped by the state they leave, or by the state they reach."""

    first: Ints
    """where the transitions of each place begin; one more than there are places"""
    other: Ids
    """the place at the other end"""
    way: Ids
    """index into `Chain.ways`"""

    def of(self, places: Ints) -> Ints:
        """The indices of all transitions of these places, in order."""
        lengths = self.first[places + 1] - self.first[places]
        total = int(lengths.sum())
        offsets = np.repeat(self.first[places] - np.cumsum(lengths) + lengths, lengths)
        found: Ints = offsets + np.arange(total)
        return found


class Chain(NamedTuple):
    """What can happen in a role, as places and links."""

    explored: Explored
    ways: tuple[Edges, ...]
    """the kinds of transition that hold some, in order of node and reply"""
    state: Ids
    """the number of the state at each place; −1 at the one where a line was crossed"""
    place: Ints
    """the place of each state"""
    node: Ids
    """the node at each place; −1 where a line was crossed"""
    bounds: Ints
    """where each level begins, and the end"""
    cyclic: Flags
    """by level: whether some of its links stay within it"""
    into: Links
    out: Links
    """of each place in order of reply"""
    by_way: Ids
    """the links of `out`, those of each way together"""
    first_of_way: Ints
    """where those of each way begin, and the end"""

    @property
    def size(self) -> int:
        """How many places there are."""
        return len(self.node)

    @property
    def starts(self) -> Ints:
        """The place of each start, one a tension."""
        return self.place[self.explored.starts]

    def levels(self) -> Iterator[tuple[slice, bool]]:
        """The places of each level, first to last, and whether it has cycles."""
        edges = self.bounds.tolist()
        for low, high, cyclic in zip(edges[:-1], edges[1:], self.cyclic.tolist(), strict=True):
            yield slice(low, high), cyclic

    def forward(self, start: Floats, chance: Floats) -> Floats:
        """The expected number of visits to each place; `chance` is that of each link of `into`."""
        weight = start.copy()
        for at, cyclic in self.levels():
            _gather(weight, at, self.into, chance, carried_on if cyclic else None)
        return weight

    def backward(self, worth: Floats, chance: Floats) -> Floats:
        """The expected worth of where each place leads, over links of `out`; `worth` of those
        where the talk ends."""
        value = worth.copy()
        for at, cyclic in reversed(list(self.levels())):
            _gather(value, at, self.out, chance, read_back if cyclic else None)
        return value

    def links_of(self, test: Callable[[Edges], bool]) -> Ints:
        """The links of `out` whose way the test holds for."""
        first = self.first_of_way
        runs = [
            self.by_way[first[number] : first[number + 1]]
            for number, way in enumerate(self.ways)
            if test(way)
        ]
        found: Ints = np.sort(np.concatenate([np.zeros(0, dtype=np.int64), *runs]))
        return found


def _gather(
    weight: Floats, at: slice, links: Links, chance: Floats, solve: Callable[..., Floats] | None
) -> None:
    """Add to the places of a level what their links bring; `solve` settles its cycles."""
    firsts = links.first[at.start : at.stop + 1]
    low, high = int(firsts[0]), int(firsts[-1])
    if low == high:
        return
    other, likely = links.other[low:high], chance[low:high]
    if solve is None:
        weight[at] += sums(weight[other] * likely, firsts - low)
        return
    within = (other >= at.start) & (other < at.stop)
    weight[at] += sums(np.where(within, 0.0, weight[other] * likely), firsts - low)
    size = at.stop - at.start
    mine = np.repeat(np.arange(size), np.diff(firsts))[within]
    theirs = other[within] - at.start
    ends = (theirs, mine) if solve is carried_on else (mine, theirs)
    weight[at] = solve(csr_array((likely[within], ends), shape=(size, size)), weight[at])


def sums(values: Floats, firsts: Ints) -> Floats:
    """The sum of each run of values, zero where a run is empty."""
    result = np.zeros(len(firsts) - 1)
    some = np.flatnonzero(np.diff(firsts))
    if len(some):
        result[some] = np.add.reduceat(values, firsts[some])
    return result


def chain_of(explored: Explored) -> Chain:
    """The transitions of an exploration in an order in which they can be solved."""
    ways = tuple(
        sorted(
            (edges for edges in explored.edges if len(edges.source)),
            key=lambda edges: (edges.node, edges.reply, edges.route),
        )
    )
    count = len(explored.keys)
    crossed = any(way.target < 0 for way in ways)
    size = count + crossed
    source, result, way = _joined(ways, count)
    level, cyclic = _levels(source, result, size)
    state = np.argsort(level, kind="stable").astype(np.int32)
    place = np.empty(size, dtype=np.int64)
    place[state] = np.arange(size)
    source, result = place[source].astype(np.int32), place[result].astype(np.int32)
    out = _grouped(source, result, way, size)
    nodes = np.append(explored.nodes, np.int32(-1)) if crossed else explored.nodes
    return Chain(
        explored,
        ways,
        np.where(state < count, state, -1).astype(np.int32),
        place[:count],
        nodes[state],
        np.searchsorted(level[state], np.arange(int(level.max(initial=0)) + 2)),
        cyclic,
        _grouped(result, source, way, size),
        out,
        *grouped(out.way, len(ways)),
    )


def _joined(ways: tuple[Edges, ...], count: int) -> tuple[Ids, Ids, Ids]:
    """All transitions as three arrays; a crossed line leads to a state of its own."""
    nothing = [np.zeros(0, dtype=np.int32)]
    source = np.concatenate([way.source for way in ways] or nothing)
    result = np.concatenate(
        [
            np.full(len(way.source), count, dtype=np.int32) if way.target < 0 else way.result
            for way in ways
        ]
        or nothing
    )
    lengths = [len(way.source) for way in ways]
    return source, result, np.repeat(np.arange(len(ways), dtype=np.int32), lengths)


def _grouped(by: Ids, other: Ids, way: Ids, size: int) -> Links:
    order, first = grouped(by, size)
    return Links(first, other[order], way[order])


def grouped(by: Ids, size: int) -> tuple[Ids, Ints]:
    """Indices in order of their group, and where each group begins; a counting sort."""
    count = len(by)
    rows = csr_array((np.ones(count, dtype=np.int8), by, np.arange(count + 1)), shape=(count, size))
    columns = rows.tocsc()
    order: Ids = columns.indices.astype(np.int32, copy=False)
    return order, columns.indptr.astype(np.int64)


def once_each(numbers: Ids, seat: Ints) -> Ints:
    """Each of these numbers once, in time that grows with how many there are; `seat` is room for
    one of any number, whatever is in it."""
    order = np.arange(len(numbers))
    seat[numbers] = order  # of those alike one keeps the seat
    found: Ints = numbers[seat[numbers] == order].astype(np.int64)
    return found


def _levels(source: Ids, result: Ids, size: int) -> tuple[Ints, Flags]:
    """The level of each state, and whether each level holds a cycle."""
    level = _depths(source, result, size)
    if (level >= 0).all():
        return level, np.zeros(int(level.max(initial=0)) + 1, dtype=bool)
    ones = np.ones(len(source), dtype=np.int8)
    graph = csr_array((ones, (source, result)), shape=(size, size))
    count, component = connected_components(graph, directed=True, connection="strong")
    between = component[source] != component[result]
    depth = _depths(component[source][between], component[result][between], count)
    cyclic = np.zeros(int(depth.max(initial=0)) + 1, dtype=bool)
    cyclic[depth[component[source][~between]]] = True
    return depth[component], cyclic


def _depths(source: Ids, result: Ids, count: int) -> Ints:
    """The longest way to each, by taking away what nothing leads to any more; −1 on and after a
    cycle (Kahn, *Topological sorting of large networks*, 1962)."""
    order, first = grouped(source, count)
    links = Links(first, result[order], order)
    waiting = np.bincount(result, minlength=count)
    depth = np.full(count, -1, dtype=np.int64)
    free = np.flatnonzero(waiting == 0)
    seat = np.empty(count, dtype=np.int64)
    level = 0
    while len(free):
        depth[free] = level
        reached = links.other[links.of(free)]
        np.subtract.at(waiting, reached, 1)
        free = once_each(reached[waiting[reached] == 0], seat)
        level += 1
    return depth
