"""The order of a turn. Written here and nowhere else, for one play and for many at once.

Everything is a number, or an array of numbers, one a state; what differs between one and many
(`Rules`) is how the first of a list is found and how one of two values is chosen.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from simulator.dialogue.columns import NONE, Columns, Lists
from simulator.dialogue.guards import holds
from simulator.dialogue.states import States
from simulator.partner.moves import Role
from simulator.partner.outcomes import may_be_called

Step = Callable[[States, Any], States]
"""the partner's step: states and the index of an effect to states"""
First = Callable[[Lists, Any, States], Any]
"""lists, which of them for each state, and the states: the first item that holds, or −1"""
Choose = Callable[[Any, Any, Any], Any]
"""the second where the first is true, else the third"""


class Rules(NamedTuple):
    """What stays the same through a play."""

    columns: Columns
    partner: Role
    step: Step
    first: First
    choose: Choose


class Came(NamedTuple):
    """What came of a reply, or of opening the talk; numbers, or arrays of them."""

    node: Any
    """index into `Program.nodes`; where a line was crossed, the beat it was crossed at"""
    states: States
    answer: Any
    """index into `Program.lines` of the partner's answer to this very reply; −1 for none"""
    line: Any
    """index of the line of the beat or ending that was reached; −1 for none"""
    route: Any
    """which route of the reply led here; −1 where an interrupt did, or nothing had to"""
    stopped: bool = False
    """the reply crossed the line"""


def opened(rules: Rules, node: Any, start: States) -> Came:
    """The talk as its opening beat's line is spoken."""
    return _heard(rules, node, start, NONE, NONE)


def is_offered(rules: Rules, reply: Any, seen: States) -> Any:
    """Whether a reply of the present beat can be given."""
    at = rules.columns
    result = holds(at.guard[reply], seen) & ((seen.memory & at.once[reply]) == 0)
    return result & (seen.promised >= at.needs_promise[reply])


def given(rules: Rules, reply: Any, states: States) -> States:
    """The states as the reply was said, before anything came of it."""
    at = rules.columns
    memory = (states.memory & ~at.forget[reply]) | at.remember[reply] | at.once[reply]
    return states._replace(memory=memory, was=states.rank)


def taken(rules: Rules, reply: Any, states: States) -> Came:
    """What comes of an offered reply that does not cross the line."""
    at, choose = rules.columns, rules.choose
    after = rules.step(given(rules, reply, states), at.effect[reply])
    turned = choose(after.rank != after.was, at.interrupts[after.rank], NONE)
    route = rules.first(at.routes, at.routes_of[reply], after)
    route = choose(turned >= 0, NONE, route)
    node = _named(rules, choose(turned >= 0, turned, at.target[route]), after)
    answer = rules.first(at.lines, at.answers_of[reply * at.ranks + after.rank], after)
    return _heard(rules, node, after, choose(turned >= 0, NONE, answer), at.place[route])


def _named(rules: Rules, node: Any, seen: States) -> Any:
    """The ending that may be called what it is, down the chain of `otherwise`."""
    at = rules.columns
    allowed = [may_be_called(outcome, seen.standing, rules.partner) for outcome in at.outcomes]
    for _ in range(at.chain):
        gives_way: Any = False
        for number, may_be in enumerate(allowed):
            gives_way = gives_way | ((at.outcome[node] == number) & (may_be == 0))
        gives_way = gives_way & (at.otherwise[node] >= 0)
        node = rules.choose(gives_way, at.otherwise[node], node)
    return node


def _heard(rules: Rules, node: Any, states: States, answer: Any, route: Any) -> Came:
    """Both lines are chosen before either asks or remembers."""
    at = rules.columns
    line = rules.first(at.lines, at.lines_of[node * at.ranks + states.rank], states)
    line = rules.choose(at.instead[answer] == 1, NONE, line)
    visited = rules.choose(line >= 0, at.visited[node], 0)
    memory = states.memory | at.said[answer] | at.said[line] | visited
    asked = at.asks_time[answer] | at.asks_time[line]
    heard = states._replace(memory=memory, asked_time=asked)
    return Came(node, heard, at.line[answer], at.line[line], route)
