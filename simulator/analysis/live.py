"""What of a memory still matters: the bits that anything from a node on asks for.

States that differ in no such bit have the same future, so that they are explored as one.
"""

from collections.abc import Iterator

import networkx as nx

from simulator.dialogue.guards import Guard
from simulator.dialogue.program import NodeCode, Program


def live_memory(program: Program) -> list[int]:
    """For each node, the bits of memory that anything at or after it asks for."""
    reads = [_reads(node) for node in program.nodes]
    graph = nx.DiGraph()
    graph.add_nodes_from(range(len(program.nodes)))
    for number, node in enumerate(program.nodes):
        targets = {route.target for reply in node.replies for route in reply.routes}
        targets |= {target for target in program.interrupts if target >= 0 and node.replies}
        targets |= {node.otherwise} - {-1}
        graph.add_edges_from((number, target) for target in targets)
    whole = nx.condensation(graph)
    live: dict[int, int] = {}
    for part in reversed(list(nx.topological_sort(whole))):
        bits = 0
        for member in whole.nodes[part]["members"]:
            bits |= reads[member]
        for after in whole.successors(part):
            bits |= live[after]
        live[part] = bits
    return [live[whole.graph["mapping"][number]] for number in range(len(program.nodes))]


def _reads(node: NodeCode) -> int:
    bits = node.visited
    for guard in _guards(node):
        bits |= guard.mask
    for reply in node.replies:
        bits |= reply.once
    return bits


def _guards(node: NodeCode) -> Iterator[Guard]:
    yield from (code.guard for codes in node.lines for code in codes)
    for reply in node.replies:
        yield reply.guard
        yield from (route.guard for route in reply.routes)
        yield from (code.guard for codes in reply.answers for code in codes)
