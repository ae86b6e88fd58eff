"""A role as a graph: beats and endings as nodes, every way between them as a keyed edge."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

import networkx as nx

from simulator.partner.moves import Role
from simulator.scenario.model import Chair, Scenario
from simulator.scenario.shapes import each_reply, moves_of, routes_of, target_of

STOPPED = "stopped"
INTERRUPT = "interrupt"
OTHERWISE = "otherwise"

Edge = tuple[str, str, tuple[str, int | str], dict[str, Any]]
"""source, target, key, and `moves` and `when` of a route"""


def build_graph(scenario: Scenario, role: Role) -> nx.MultiDiGraph:
    """The graph of one role.

    Nodes are beat and ending ids, with `kind` (`beat`, `ending`, `stopped`) and, of an ending,
    `outcome`. Edges are keyed `(reply id, route number)` with `moves` and the route's `when`;
    `(stance, "interrupt")` from every beat; `(reply id, "stopped")` where a reply crosses the
    line; and `("", "otherwise")` from an ending to the one it gives way to. Names that lead
    nowhere are left out: they are findings of their own.
    """
    chair = scenario.chair(role)
    graph = nx.MultiDiGraph(role=role.value, opens=chair.opens)
    graph.add_nodes_from(chair.beats, kind="beat")
    for name, ending in chair.endings.items():
        graph.add_node(name, kind="ending", outcome=ending.outcome)
    edges = [*_by_reply(chair), *_by_interrupt(chair), *_otherwise(chair)]
    if any(key[1] == STOPPED for _, _, key, _ in edges):
        graph.add_node(STOPPED, kind=STOPPED)
    graph.add_edges_from(edges)
    return graph


def edges_of(graph: nx.MultiDiGraph) -> list[Edge]:
    """Every edge with its key and data."""
    return list(graph.edges(keys=True, data=True))


def reached(sources: Iterable[str], edges: Iterable[Edge], *, backwards: bool = False) -> set[str]:
    """What can be reached from any of these by these edges, themselves included; or, backwards,
    what can reach them."""
    graph = nx.DiGraph()
    starts = list(sources)
    graph.add_nodes_from(starts)
    graph.add_edges_from((v, u) if backwards else (u, v) for u, v, _, _ in edges)
    return set(chain.from_iterable(nx.bfs_layers(graph, starts)))


def _by_reply(chair: Chair) -> Iterator[Edge]:
    for beat_id, beat, reply_id, reply in each_reply(chair):
        if reply.crosses_line:
            yield beat_id, STOPPED, (reply_id, STOPPED), {"moves": (), "when": None}
            continue
        target = target_of(reply, beat)
        if target is None:
            continue
        moves = moves_of(reply)
        for number, route in enumerate(routes_of(target)):
            if _is_there(route.go, chair):
                data = {"moves": moves, "when": route.when}
                yield beat_id, route.go, (reply_id, number), data


def _by_interrupt(chair: Chair) -> Iterator[Edge]:
    for stance, target in chair.interrupts.items():
        if _is_there(target, chair):
            key = (stance.value, INTERRUPT)
            yield from ((beat, target, key, {"moves": (), "when": None}) for beat in chair.beats)


def _otherwise(chair: Chair) -> Iterator[Edge]:
    for name, ending in chair.endings.items():
        if ending.otherwise is not None and _is_there(ending.otherwise, chair):
            yield name, ending.otherwise, ("", OTHERWISE), {"moves": (), "when": None}


def _is_there(name: str, chair: Chair) -> bool:
    return name in chair.beats or name in chair.endings
