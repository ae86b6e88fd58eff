"""Labels of replies that another reply of their beat makes superfluous."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from simulator.dialogue.guards import Guard
from simulator.dialogue.program import NodeCode, Program
from tests.analysis.plain.lines import words_of
from tests.analysis.plain.names import reply_path
from tests.analysis.plain.walk import Given, Walk
from tests.analysis.plain.ways import Label


def twins(walked: Walk) -> Iterator[Label]:
    """Replies that come to the very same as an earlier one, wherever either is offered."""
    asked_later = [_asked_from(walked.program, node) for node in range(len(walked.program.nodes))]
    for node, code in enumerate(walked.program.nodes):
        came = _what_came(walked, node, asked_later)
        for first, second in combinations(range(len(code.replies)), 2):
            if came[second] and came[first] == came[second]:
                yield "twins", reply_path(walked, node, second)


def _what_came(walked: Walk, node: int, asked_later: list[int]) -> dict[int, dict[int, object]]:
    """For each reply of a beat: at each place where it is offered, all that can be told of it."""
    came: dict[int, dict[int, object]] = defaultdict(dict)
    for number, place in enumerate(walked.places):
        if place.node == node:
            for given in walked.given[number]:
                came[given.reply][number] = _told(walked, given, number, asked_later)
    return came


def _told(walked: Walk, given: Given, number: int, asked_later: list[int]) -> object:
    if given.to is None:
        return ("across the line", number, given.reply)  # like no other
    to = walked.places[given.to]
    states = to.states._replace(memory=to.states.memory & asked_later[to.node])
    answer = None if given.answer is None else words_of(walked.program.lines[given.answer])
    return (to.node, states, answer, given.line)


def _asked_from(program: Program, node: int) -> int:
    """The bits of memory that anything may ask for once the line at a node was spoken.

    The node's own line asks only if the talk can come to the node once more; after an ending
    nothing does.
    """
    if not program.nodes[node].replies:
        return 0
    bits = _asked_by_replies(program.nodes[node])
    waiting, seen = _next(program, node), set[int]()
    while waiting:
        other = waiting.pop()
        if other not in seen:
            seen.add(other)
            code = program.nodes[other]
            bits |= _asked_by_replies(code)
            bits |= _bits(line.guard for lines in code.lines for line in lines)
            waiting |= _next(program, other)
    return bits


def _next(program: Program, node: int) -> set[int]:
    code = program.nodes[node]
    following = {route.target for reply in code.replies for route in reply.routes}
    if code.replies:
        following |= {target for target in program.interrupts if target >= 0}
    return following | ({code.otherwise} - {-1})


def _asked_by_replies(code: NodeCode) -> int:
    bits = 0
    for reply in code.replies:
        bits |= reply.once
        bits |= _bits([reply.guard])
        bits |= _bits(route.guard for route in reply.routes)
        bits |= _bits(line.guard for lines in reply.answers for line in lines)
    return bits


def _bits(guards: Iterable[Guard]) -> int:
    bits = 0
    for guard in guards:
        bits |= guard.mask
    return bits
