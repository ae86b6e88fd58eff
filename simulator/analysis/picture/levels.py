"""Which row of the picture each box stands in.

Beats stand by how many replies it takes to come there at the least (breadth first from the
opening); among those of one depth, what leads to another stands above it. Endings stand at the
bottom, each below those that give way to it.
"""

import math
from typing import NamedTuple

import networkx as nx

from simulator.analysis.picture.parts import Kind, Picture

_WIDEST = 1.25
"""boxes in a row, times the square root of how many there are"""


class Levels(NamedTuple):
    """Rows from the top, 0 first."""

    row: dict[str, int]
    """of every box"""
    depth: dict[int, int]
    """for each row that begins a new depth: replies to it at the least"""
    total: int


def usual_width(picture: Picture) -> int:
    """Boxes in a row that make the picture about as wide as high."""
    return max(3, round(_WIDEST * math.sqrt(len(picture.boxes))))


def levels_of(picture: Picture, widest: int) -> Levels:
    """The row of every box, with so many in a row at most."""
    beats = [box.id for box in picture.boxes if box.kind is Kind.BEAT]
    graph = nx.DiGraph()
    graph.add_nodes_from(beats)
    graph.add_edges_from(
        (way.source, way.target)
        for way in picture.ways
        if way.source in graph and way.target in graph and way.source != way.target
    )
    rows, depths = _rows(graph, picture.opens, widest)
    row = {name: number for number, names in enumerate(rows) for name in names}
    ends = _endings(picture, widest + 1)
    row |= {name: len(rows) + number for number, names in enumerate(ends) for name in names}
    return Levels(row, depths, len(rows) + len(ends))


def _rows(graph: nx.DiGraph, opens: str, widest: int) -> tuple[list[list[str]], dict[int, int]]:
    rows: list[list[str]] = []
    depths: dict[int, int] = {}
    layers = [list(layer) for layer in nx.bfs_layers(graph, [opens])]
    for depth, layer in enumerate(layers):
        depths[len(rows)] = depth
        rows += _parts(_leading_first(graph.subgraph(layer), layer), widest)
    found = {name for layer in layers for name in layer}
    rows += _parts([name for name in graph if name not in found], widest)
    return rows, depths


def _leading_first(within: nx.DiGraph, names: list[str]) -> list[str]:
    """The beats of one depth by the longest way to them among themselves, rings cut open."""
    level: dict[str, int] = {}
    for name in _finished_last(within, names):
        before = [level[other] for other in within.predecessors(name) if other in level]
        level[name] = 1 + max(before, default=-1)
    return sorted(level, key=level.__getitem__)


def _finished_last(within: nx.DiGraph, names: list[str]) -> list[str]:
    """Depth first, last finished first: a ring is cut where it comes back on itself."""
    start = object()
    graph = nx.DiGraph(within)
    graph.add_edges_from((start, name) for name in reversed(names))
    order = list(nx.dfs_postorder_nodes(graph, start))
    return [name for name in reversed(order) if name is not start]


def _parts(names: list[str], widest: int) -> list[list[str]]:
    """One row cut into as few of about the same length as keep to the widest."""
    if not names:
        return []
    size = math.ceil(len(names) / math.ceil(len(names) / widest))
    return [names[at : at + size] for at in range(0, len(names), size)]


def _endings(picture: Picture, widest: int) -> list[list[str]]:
    """The rows of endings, each ending below those that give way to it."""
    place = {box.id: 0 for box in picture.boxes if box.kind is not Kind.BEAT}
    gives_way = {way.source: way.target for way in picture.ways if not way.parts}
    for name in place:
        at, below, seen = name, 0, {name}
        while at in gives_way and gives_way[at] not in seen:
            at = gives_way[at]
            below += 1
            seen.add(at)
            place[at] = max(place[at], below)
    rows: list[list[str]] = [[] for _ in range(max(place.values(), default=-1) + 1)]
    for name, number in place.items():
        rows[number].append(name)
    return [part for names in rows for part in _parts(names, widest)]
