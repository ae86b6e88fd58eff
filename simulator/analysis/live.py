"""What of a memory still matters.

States that differ in nothing that is ever asked for again have the same future, so they are
explored as one: flags nobody asks for any more, replies and beats that cannot come back.
"""

from collections.abc import Iterable, Iterator

import networkx as nx

from simulator.dialogue.guards import Guard
from simulator.dialogue.program import LineCode, NodeCode, Program, ReplyCode


def lean(program: Program) -> tuple[Program, tuple[int, ...]]:
    """The program without the bits of memory that nothing asks for, the others numbered from
    zero; and for each node those that anything at or after it asks for."""
    if not program.bits:
        return program, (0,) * len(program.nodes)
    live = _live(program)
    kept = _read_in(program, range(len(program.nodes)))
    names = [name for name, bit in program.bits.items() if bit & kept]
    smaller = {program.bits[name]: 1 << place for place, name in enumerate(names)}
    leaner = _Leaner(smaller)
    nodes = tuple(map(leaner.node, program.nodes))
    bits_now = {name: 1 << place for place, name in enumerate(names)}
    return program._replace(nodes=nodes, bits=bits_now), tuple(map(leaner.bits, live))


class _Leaner:
    """Numbers bits of memory anew."""

    def __init__(self, smaller: dict[int, int]) -> None:
        self._smaller = smaller

    def node(self, node: NodeCode) -> NodeCode:
        """The node with its bits numbered anew."""
        return node._replace(
            lines=self._by_rank(node.lines),
            visited=self.bits(node.visited),
            replies=tuple(map(self._reply, node.replies)),
        )

    def bits(self, mask: int) -> int:
        """The same bits, numbered anew; those nobody asks for are gone."""
        return sum(new for old, new in self._smaller.items() if mask & old)

    def _guard(self, guard: Guard) -> Guard:
        return guard._replace(mask=self.bits(guard.mask), wanted=self.bits(guard.wanted))

    def _by_rank(self, lines: tuple[tuple[LineCode, ...], ...]) -> tuple[tuple[LineCode, ...], ...]:
        return tuple(tuple(map(self._line, codes)) for codes in lines)

    def _line(self, line: LineCode) -> LineCode:
        return line._replace(guard=self._guard(line.guard), remember=self.bits(line.remember))

    def _reply(self, reply: ReplyCode) -> ReplyCode:
        return reply._replace(
            guard=self._guard(reply.guard),
            once=self.bits(reply.once),
            remember=self.bits(reply.remember),
            forget=self.bits(reply.forget),
            routes=tuple(route._replace(guard=self._guard(route.guard)) for route in reply.routes),
            answers=self._by_rank(reply.answers),
        )


def _live(program: Program) -> list[int]:
    """For each node, the bits of memory that are asked for once its own line was spoken: by its
    replies, and by anything that can come after it."""
    ways = _ways(program)
    whole = nx.condensation(ways)
    later: dict[int, int] = {}
    for part in reversed(list(nx.topological_sort(whole))):
        bits = 0
        for after in whole.successors(part):
            bits |= later[after] | _read_in(program, whole.nodes[after]["members"])
        later[part] = bits
    live = []
    for number, node in enumerate(program.nodes):
        part = whole.graph["mapping"][number]
        members = whole.nodes[part]["members"]
        around = len(members) > 1 or ways.has_edge(number, number)
        here = _read_in(program, members) if around else _read_by_replies(node)
        live.append(here | later[part] if node.replies else 0)
    return live


def _read_in(program: Program, members: Iterable[int]) -> int:
    bits = 0
    for member in members:
        node = program.nodes[member]
        bits |= node.visited | _asked(_of_lines(node)) | _read_by_replies(node)
    return bits


def _read_by_replies(node: NodeCode) -> int:
    bits = 0
    for reply in node.replies:
        bits |= reply.once | _asked(_of_reply(reply))
    return bits


def _asked(guards: Iterable[Guard]) -> int:
    bits = 0
    for guard in guards:
        bits |= guard.mask
    return bits


def _ways(program: Program) -> nx.DiGraph:
    graph = nx.DiGraph()
    graph.add_nodes_from(range(len(program.nodes)))
    for number, node in enumerate(program.nodes):
        targets = {route.target for reply in node.replies for route in reply.routes}
        targets |= {target for target in program.interrupts if target >= 0 and node.replies}
        targets |= {node.otherwise} - {-1}
        graph.add_edges_from((number, target) for target in targets)
    return graph


def _of_lines(node: NodeCode) -> Iterator[Guard]:
    yield from (code.guard for codes in node.lines for code in codes)


def _of_reply(reply: ReplyCode) -> Iterator[Guard]:
    yield reply.guard
    yield from (route.guard for route in reply.routes)
    yield from (code.guard for codes in reply.answers for code in codes)
