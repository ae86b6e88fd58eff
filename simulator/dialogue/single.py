"""A program walked one state at a time: a line that is not there is `None`."""

from collections.abc import Callable
from typing import Any

from simulator.dialogue.columns import NONE, Lists, columns_of, first_replies
from simulator.dialogue.guards import holds
from simulator.dialogue.program import Program
from simulator.dialogue.states import States
from simulator.dialogue.turn import Came, Rules, given, is_offered, opened, taken


class Single:
    """The turns of one play; a reply is its place in its beat."""

    def __init__(self, program: Program, step: Callable[[States, int], States]) -> None:
        self._program = program
        self._rules = Rules(columns_of(program), program.partner, step, _first, _choose)
        self._first = first_replies(program)

    def opened(self, start: States) -> Came:
        """The talk as its opening beat's line is spoken."""
        return _told(opened(self._rules, self._program.opens, start))

    def offered(self, node: int, states: States) -> list[int]:
        """The replies of a node that can be given in this state."""
        replies = range(self._first[node + 1] - self._first[node])
        first = self._first[node]
        return [reply for reply in replies if is_offered(self._rules, first + reply, states)]

    def taken(self, node: int, reply: int, states: States) -> Came:
        """What comes of an offered reply."""
        number = self._first[node] + reply
        if self._rules.columns.effect[number] < 0:
            said = given(self._rules, number, states)
            return _told(Came(node, said, NONE, NONE, NONE, stopped=True))
        return _told(taken(self._rules, number, states))


def _told(came: Came) -> Came:
    """With `None` for a line that is not there."""
    answer = None if came.answer < 0 else came.answer
    return came._replace(answer=answer, line=None if came.line < 0 else came.line)


def _first(lists: Lists, which: int, seen: States) -> int:
    for item in range(lists.start[which], lists.end[which]):
        if holds(lists.guard[item], seen):
            return item
    return NONE


def _choose(test: bool, then: Any, other: Any) -> Any:  # noqa: FBT001
    return then if test else other
