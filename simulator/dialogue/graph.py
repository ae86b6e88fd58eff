"""A role as a graph: beats and endings as nodes, every way between them as a keyed edge."""

import networkx as nx

from simulator.partner.moves import Role
from simulator.scenario.model import Chair, Scenario
from simulator.scenario.shapes import each_reply, moves_of, routes_of

STOPPED = "stopped"
INTERRUPT = "interrupt"
OTHERWISE = "otherwise"


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
    _add_routes(graph, chair)
    _add_interrupts(graph, chair)
    for name, ending in chair.endings.items():
        if ending.otherwise in graph:
            graph.add_edge(name, ending.otherwise, key=("", OTHERWISE))
    return graph


def _add_routes(graph: nx.MultiDiGraph, chair: Chair) -> None:
    edges: list[tuple[str, str, tuple[str, object], dict[str, object]]] = []
    for beat_id, beat, reply_id, reply in each_reply(chair):
        if reply.crosses_line:
            graph.add_node(STOPPED, kind=STOPPED)
            edges.append((beat_id, STOPPED, (reply_id, STOPPED), {}))
            continue
        target = reply.to if reply.to is not None else beat.to
        if target is None:
            continue
        moves = moves_of(reply)
        for number, route in enumerate(routes_of(target)):
            if route.go in chair.beats or route.go in chair.endings:
                data: dict[str, object] = {"moves": moves, "when": route.when}
                edges.append((beat_id, route.go, (reply_id, number), data))
    graph.add_edges_from(edges)


def _add_interrupts(graph: nx.MultiDiGraph, chair: Chair) -> None:
    for stance, target in chair.interrupts.items():
        if target in graph:
            key = (stance.value, INTERRUPT)
            graph.add_edges_from((beat, target, key, {}) for beat in chair.beats)
