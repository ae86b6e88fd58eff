"""The order of a turn. Written here and nowhere else, for one play and for many at once.

A turn takes states and yields what came of them. One state comes to one `Came`; many divide into
several, one for each target and each pair of lines that is spoken (`simulator.dialogue.states`).
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from simulator.dialogue.guards import holds
from simulator.dialogue.program import LineCode, NodeCode, Program, ReplyCode
from simulator.dialogue.states import Divide, States, Test
from simulator.partner.outcomes import may_be_called

Step = Callable[[States, int], States]
"""the partner's step: states and the index of an effect to states"""


class Rules(NamedTuple):
    """What stays the same through a play."""

    program: Program
    step: Step
    divide: Divide


class Came(NamedTuple):
    """What came of a reply, or of opening the talk."""

    node: int
    """index into `Program.nodes`; where a line was crossed, the beat it was crossed at"""
    states: States
    answer: int | None
    """index into `Program.lines` of the partner's answer to this very reply"""
    line: int | None
    """index of the line of the beat or ending that was reached"""
    stopped: bool = False
    """the reply crossed the line"""
    route: int = -1
    """which route of the reply led here; −1 where an interrupt did, or nothing had to"""


def opened(rules: Rules, start: States) -> Iterator[Came]:
    """The talk as its opening beat's line is spoken."""
    return _spoken(rules, rules.program.opens, start, None)


def is_offered(reply: ReplyCode, seen: States) -> Any:
    """Whether a reply of the present beat can be given: one truth value, or an array."""
    result = holds(reply.guard, seen)
    if reply.once:
        result = result & ((seen.memory & reply.once) == 0)
    if reply.needs_promise:
        result = result & (seen.promised == 1)
    return result


def taken(rules: Rules, node: int, reply: ReplyCode, states: States) -> Iterator[Came]:
    """What comes of an offered reply."""
    memory = (states.memory & ~reply.forget) | reply.remember | reply.once
    remembered = states._replace(memory=memory, was=states.rank)
    if reply.effect < 0:
        yield Came(node, remembered, None, None, stopped=True)
        return
    after = rules.step(remembered, reply.effect)
    for route, target, there in _turned(rules, reply, after):
        for named, here in _named(rules, target, there):
            if route < 0:
                yield from _spoken(rules, named, here, None)
            else:
                came = _answered(rules, named, here, reply)
                yield from (each._replace(route=route) for each in came)


def _turned(rules: Rules, reply: ReplyCode, after: States) -> Iterator[tuple[int, int, States]]:
    """Where the talk turns: to an interrupt that was entered (route −1), else by the first route."""
    interrupts = [
        (place, target) for place, target in enumerate(rules.program.interrupts) if target >= 0
    ]
    tests: list[Test] = [partial(_entered, place) for place, _ in interrupts]
    tests += [partial(holds, route.guard) for route in reply.routes]
    targets = [target for _, target in interrupts] + [route.target for route in reply.routes]
    for index, part in rules.divide(after, tests):
        yield max(index - len(interrupts), -1), targets[index], part


def _entered(place: int, after: States) -> Any:
    return (after.rank == place) & (after.was != place)


def _named(rules: Rules, target: int, states: States) -> Iterator[tuple[int, States]]:
    """The ending that may be called what it is, down the chain of `otherwise`."""
    node: NodeCode = rules.program.nodes[target]
    if node.outcome is None or node.otherwise < 0:
        yield target, states
        return
    allowed = partial(_allowed, rules, node)
    for index, part in rules.divide(states, [allowed, _any]):
        if index == 0:
            yield target, part
        else:
            yield from _named(rules, node.otherwise, part)


def _allowed(rules: Rules, node: NodeCode, seen: States) -> Any:
    assert node.outcome is not None  # noqa: S101 - only endings have a chain
    return may_be_called(node.outcome, seen.standing, rules.program.partner)


def _any(_: States) -> bool:
    return True


def _answered(rules: Rules, node: int, states: States, reply: ReplyCode) -> Iterator[Came]:
    """The answer written for the stance now, if one is, then the line."""
    if not any(reply.answers):
        yield from _spoken(rules, node, states, None)
        return
    codes: list[LineCode | None] = [*_codes(reply.answers), None]
    tests = [*_tests(reply.answers), _any]
    for index, part in rules.divide(states, tests):
        yield from _spoken(rules, node, part, codes[index])


def _spoken(rules: Rules, node: int, states: States, answer: LineCode | None) -> Iterator[Came]:
    """Both lines are chosen before either asks or remembers."""
    at = rules.program.nodes[node]
    if answer is not None and answer.instead:
        yield _heard(at, node, states, answer, None)
        return
    codes = _codes(at.lines)
    for index, part in rules.divide(states, _tests(at.lines)):
        yield _heard(at, node, part, answer, codes[index])


def _heard(
    at: NodeCode, node: int, states: States, answer: LineCode | None, line: LineCode | None
) -> Came:
    said = [code for code in (answer, line) if code is not None]
    new = 0 if line is None else at.visited
    for code in said:
        new |= code.remember
    asks = int(any(code.asks_time for code in said))
    return Came(
        node,
        states._replace(memory=states.memory | new, asked_time=states.asked_time * 0 + asks),
        None if answer is None else answer.line,
        None if line is None else line.line,
    )


def _codes(by_rank: Sequence[Sequence[LineCode]]) -> list[LineCode]:
    return [code for codes in by_rank for code in codes]


def _tests(by_rank: Sequence[Sequence[LineCode]]) -> list[Test]:
    return [partial(_speaks, place, code) for place, codes in enumerate(by_rank) for code in codes]


def _speaks(place: int, code: LineCode, seen: States) -> Any:
    return (seen.rank == place) & holds(code.guard, seen)
