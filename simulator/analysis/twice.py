"""The shortest play in which something happens twice."""

import numpy as np

from simulator.analysis.chain import Chain
from simulator.analysis.many import Ints
from simulator.analysis.witness import Shortest, Witness, after, leaving

_NO_LINK = -1


def twice(chain: Chain, shortest: Shortest, lines: frozenset[int], second: Ints) -> Witness:
    """The shortest play that speaks one of these lines and later takes one of these links of
    `out`. There is one."""
    return _Search(chain, shortest, lines).play(second)


class _Search:
    """Breadth first through the places that come after a first time."""

    def __init__(self, chain: Chain, shortest: Shortest, lines: frozenset[int]) -> None:
        self._chain = chain
        self._shortest = shortest
        self._by = np.full(chain.size, _NO_LINK, dtype=np.int64)
        """the link by which a place was first reached after the first time"""
        self._origin = np.zeros(chain.size, dtype=bool)
        """whether that link was the first time itself"""
        self._depth = np.full(chain.size, _NO_LINK, dtype=np.int64)
        self._speak(lines)

    def _speak(self, lines: frozenset[int]) -> None:
        chain = self._chain
        opening = [line in lines for line in chain.explored.opening]
        starts = chain.starts[np.array(opening)]
        self._depth[starts] = 0
        self._origin[starts] = True
        links = chain.links_of(lambda way: not lines.isdisjoint({way.answer, way.line}))
        leaves = leaving(chain, links)
        depths = np.array([self._shortest.depth_of(place) + 1 for place in leaves.tolist()])
        waiting = {int(d): links[depths == d] for d in np.unique(depths)} if len(links) else {}
        self._widen(starts, waiting)

    def _widen(self, frontier: Ints, waiting: dict[int, Ints]) -> None:
        depth = 0
        while len(frontier) or waiting:
            depth += 1
            mine = self._reach(self._chain.out.of(frontier), depth, origin=False)
            theirs = self._reach(waiting.pop(depth, mine[:0]), depth, origin=True)
            frontier = np.concatenate([mine, theirs])

    def _reach(self, links: Ints, depth: int, *, origin: bool) -> Ints:
        to = self._chain.out.other[links]
        new = self._depth[to] == _NO_LINK
        places, first = np.unique(to[new], return_index=True)
        self._depth[places] = depth
        self._by[places] = links[new][first]
        self._origin[places] = origin
        return places.astype(np.int64)

    def play(self, second: Ints) -> Witness:
        """The shortest play that takes one of these links after the first time."""
        leaves = leaving(self._chain, second)
        known = self._depth[leaves] != _NO_LINK
        second, leaves = second[known], leaves[known]
        chosen = int(np.argmin(self._depth[leaves]))
        links = [int(second[chosen])]
        at = int(leaves[chosen])
        while not self._origin[at]:
            links.append(int(self._by[at]))
            at = int(leaving(self._chain, self._by[at : at + 1])[0])
        return self._spelt(at, links)

    def _spelt(self, at: int, links: list[int]) -> Witness:
        if self._by[at] == _NO_LINK:
            play = self._shortest.to(np.array([at]))
        else:
            play = self._shortest.by(self._by[at : at + 1])
        for link in reversed(links):
            play = after(self._chain, play, link)
        return play
