"""A program as columns: what a turn looks up by number, of one reply or of as many as there are
states.

A column is indexed by a number and gives what stands there, or by an array of numbers and gives an
array. `none` stands at the end of each list of lines, so that −1 is no line, which asks nothing.
"""

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Any, NamedTuple

from simulator.dialogue.guards import ALWAYS, Guard
from simulator.dialogue.program import LineCode, Program
from simulator.partner.outcomes import Outcome
from simulator.partner.stances import stances_of

Column = Any
"""a sequence, or an array"""
NONE = -1


class Lists(NamedTuple):
    """Lists one after the other, of which the first item whose guard holds is taken."""

    start: Column
    """the first item of each list"""
    end: Column
    sure: Column
    """by list: whether the first item asks for nothing"""
    guard: Column
    """by item, and a last one that always holds"""


class Columns(NamedTuple):
    """What a turn looks up. Replies are numbered through all nodes."""

    guard: Column
    once: Column
    needs_promise: Column
    effect: Column
    remember: Column
    forget: Column
    routes_of: Column
    """the list of routes of each reply"""
    answers_of: Column
    """the list of lines of each reply and rank: `reply * ranks + rank`"""
    routes: Lists
    target: Column
    """the node each route leads to"""
    place: Column
    """of each route in its list"""
    outcome: Column
    """of each node, as a number; −1 for a beat"""
    otherwise: Column
    lines_of: Column
    """the list of lines of each node and rank: `node * ranks + rank`"""
    visited: Column
    lines: Lists
    line: Column
    """index into `Program.lines` of each item; −1 for none"""
    asks_time: Column
    said: Column
    """bits that each line sets"""
    instead: Column
    interrupts: Column
    ranks: int
    outcomes: tuple[Outcome, ...]
    """the outcomes that give way to others, by number"""
    chain: int
    """how often one ending can give way to the next"""


def first_replies(program: Program) -> list[int]:
    """The number of the first reply of each node, and the end."""
    return [0, *accumulate(len(node.replies) for node in program.nodes)]


class _Builder:
    """Lays a program out."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._ranks = len(stances_of(program.partner))
        self._line_lists: dict[tuple[LineCode, ...], int] = {}

    def columns(
        self, column: Callable[[Sequence[Any]], Column], guards: Callable[[Sequence[Guard]], Column]
    ) -> Columns:
        nodes = self._program.nodes
        replies = [reply for node in nodes for reply in node.replies]
        answers = [self._lines(codes) for reply in replies for codes in reply.answers]
        spoken = [self._lines(codes) for node in nodes for codes in node.lines]
        lists = list(self._line_lists)
        items = [code for codes in lists for code in codes]
        routes = [route for reply in replies for route in reply.routes]
        outcomes = tuple({node.outcome for node in nodes if node.otherwise >= 0 and node.outcome})
        return Columns(
            guards([reply.guard for reply in replies]),
            column([reply.once for reply in replies]),
            column([int(reply.needs_promise) for reply in replies]),
            column([reply.effect for reply in replies]),
            column([reply.remember for reply in replies]),
            column([reply.forget for reply in replies]),
            column(range(len(replies))),
            column(answers),
            _lists([reply.routes for reply in replies], column, guards),
            column([*(route.target for route in routes), 0]),
            column([*(place for reply in replies for place in range(len(reply.routes))), NONE]),
            column(
                [
                    outcomes.index(node.outcome) if node.outcome in outcomes else NONE
                    for node in nodes
                ]
            ),
            column([node.otherwise for node in nodes]),
            column(spoken),
            column([node.visited for node in nodes]),
            _lists(lists, column, guards),
            column([*(code.line for code in items), NONE]),
            column([*(int(code.asks_time) for code in items), 0]),
            column([*(code.remember for code in items), 0]),
            column([*(int(code.instead) for code in items), 0]),
            column(self._program.interrupts),
            self._ranks,
            outcomes,
            _longest([node.otherwise for node in nodes]),
        )

    def _lines(self, codes: tuple[LineCode, ...]) -> int:
        return self._line_lists.setdefault(codes, len(self._line_lists))


def _lists(lists: Sequence[Sequence[Any]], column: Any, guards: Any) -> Lists:
    starts, ends, at = [], [], 0
    for items in lists:
        starts.append(at)
        at += len(items)
        ends.append(at)
    sure = [int(bool(items) and items[0].guard == ALWAYS) for items in lists]
    found = [item.guard for items in lists for item in items]
    return Lists(column(starts), column(ends), column(sure), guards([*found, ALWAYS]))


def _longest(otherwise: Sequence[int]) -> int:
    def length(node: int) -> int:
        return 0 if otherwise[node] < 0 else 1 + length(otherwise[node])

    return max(map(length, range(len(otherwise))), default=0)


def columns_of(
    program: Program,
    column: Callable[[Sequence[Any]], Column] = tuple,
    guards: Callable[[Sequence[Guard]], Column] = tuple,
) -> Columns:
    """The columns of a program, made by these two: of values, and of guards."""
    return _Builder(program).columns(column, guards)
