"""The order of a turn. Written here and nowhere else."""

from collections.abc import Iterable
from typing import NamedTuple

from simulator.dialogue.guards import View, holds, standing_of, view
from simulator.dialogue.program import LineCode, NodeCode, Program, ReplyCode
from simulator.partner.outcomes import holds as may_be_called
from simulator.partner.stances import rank
from simulator.partner.state import PartnerState
from simulator.partner.step import step
from simulator.partner.temperaments import Temperament


class Position(NamedTuple):
    """Where a conversation stands."""

    node: int
    """index into `Program.nodes`"""
    state: PartnerState
    memory: int
    """bits, as `Program.bits` names them"""
    stopped: bool = False
    """a reply crossed the line"""


class Taken(NamedTuple):
    """What came of a reply, or of opening the talk."""

    position: Position
    answer: int | None
    """index into `Program.lines` of the partner's answer to this very reply"""
    line: int | None
    """index of the line of the beat or ending that was reached"""


class Rules(NamedTuple):
    """What stays the same through a play."""

    program: Program
    temperament: Temperament
    connection_at_start: int


def opened(rules: Rules, start: PartnerState) -> Taken:
    """The talk as its opening beat's line is spoken."""
    return _spoken(rules, Position(rules.program.opens, start, 0), None)


def offered(rules: Rules, at: Position) -> tuple[ReplyCode, ...]:
    """The replies that can be given now, in the order of the file."""
    seen = _view(rules, at.state, at.memory)
    return tuple(
        reply
        for reply in rules.program.nodes[at.node].replies
        if (at.state.promised or not reply.needs_promise)
        and not reply.once & at.memory
        and holds(reply.guard, seen)
        and not at.stopped
    )


def taken(rules: Rules, at: Position, reply: ReplyCode) -> Taken:
    """What comes of an offered reply."""
    memory = (at.memory & ~reply.forget) | reply.remember | reply.once
    if reply.effect < 0:
        return Taken(Position(at.node, at.state, memory, stopped=True), None, None)
    moves = rules.program.effects[reply.effect]
    state = step(at.state, moves, rules.program.partner, rules.temperament)
    seen = _view(rules, state, memory)
    entered = state.stance is not at.state.stance
    interrupt = rules.program.interrupts[rank(state.stance)] if entered else -1
    target = interrupt if interrupt >= 0 else _routed(reply, seen)
    answer = None if interrupt >= 0 else _first(reply.answers[rank(state.stance)], seen)
    return _spoken(rules, Position(_named(rules, target, seen), state, memory), answer)


def _view(rules: Rules, state: PartnerState, memory: int) -> View:
    return view(state, memory, connection_at_start=rules.connection_at_start)


def _routed(reply: ReplyCode, seen: View) -> int:
    return next(route.target for route in reply.routes if holds(route.guard, seen))


def _named(rules: Rules, target: int, seen: View) -> int:
    """The ending that may be called what it is, down the chain of `otherwise`."""
    node: NodeCode = rules.program.nodes[target]
    if node.outcome is None or node.otherwise < 0:
        return target
    if may_be_called(node.outcome, standing_of(seen), rules.program.partner):
        return target
    return _named(rules, node.otherwise, seen)


def _first(lines: Iterable[LineCode], seen: View) -> LineCode | None:
    return next((line for line in lines if holds(line.guard, seen)), None)


def _spoken(rules: Rules, at: Position, answer: LineCode | None) -> Taken:
    """Choose both lines, then let them ask and remember."""
    node = rules.program.nodes[at.node]
    seen = _view(rules, at.state, at.memory)
    line = None
    if answer is None or not answer.instead:
        line = _first(node.lines[rank(at.state.stance)], seen)
    said = [code for code in (answer, line) if code is not None]
    memory = at.memory | (node.visited if line is not None else 0)
    for code in said:
        memory |= code.remember
    state = at.state._replace(asked_time=any(code.asks_time for code in said))
    return Taken(
        Position(at.node, state, memory),
        None if answer is None else answer.line,
        None if line is None else line.line,
    )
