"""Every state of a role that some play reaches, and every reply that can be given there."""

from typing import NamedTuple

from simulator.dialogue.compiler import compile_role
from simulator.dialogue.guards import holds
from simulator.dialogue.program import NodeCode, Program, ReplyCode
from simulator.dialogue.setup import tensions
from simulator.dialogue.single import Single
from simulator.dialogue.states import States, one, partner_state
from simulator.dialogue.turn import Came
from simulator.partner.moves import Role
from simulator.partner.state import PartnerState, start_state
from simulator.partner.step import step
from simulator.partner.temperaments import TEMPERAMENTS, Temperament
from simulator.scenario.model import Chair, Scenario

MOST_STATES = 50_000


class TooManyStatesError(ValueError):
    """A role with more states than a plain walk is for."""


class Place(NamedTuple):
    """Where a play stands: at a beat or an ending, with the partner and the memory as they are."""

    node: int
    """index into `Program.nodes`"""
    states: States
    """of one state; `was` is the present rank, so that equal places are equal"""


class Given(NamedTuple):
    """A reply that is offered somewhere, and what comes of it."""

    reply: int
    """index into the replies of the beat"""
    to: int | None
    """the number of the place it leads to; `None` where it crosses the line"""
    route: int | None
    """index into the routes of the reply; `None` where an interrupt or a crossed line came first"""
    answer: int | None
    """index into `Program.lines`"""
    line: int | None


class Walk(NamedTuple):
    """All of a role. Places are known by their number, in the order they were met."""

    scenario: Scenario
    role: Role
    program: Program
    places: list[Place]
    depth: list[int]
    """replies on the shortest play to each place"""
    starts: list[int]
    """a number for each tension the talk may start with; equal starts stand more than once"""
    opening: list[int | None]
    """the line each start is opened with"""
    given: list[list[Given]]
    """for each place, what can be said there, in the order of the file"""

    @property
    def chair(self) -> Chair:
        """The role's part of the file."""
        return self.scenario.chair(self.role)

    def node(self, place: int) -> NodeCode:
        """The beat or ending at which a place is."""
        return self.program.nodes[self.places[place].node]

    def reply(self, place: int, given: Given) -> ReplyCode:
        """The reply that was given at a place."""
        return self.node(place).replies[given.reply]

    def moves(self, reply: ReplyCode) -> tuple[str, ...]:
        """The moves of a reply; none where it crosses the line."""
        return () if reply.effect < 0 else self.program.effects[reply.effect]

    def is_ending(self, place: int) -> bool:
        """Whether the talk is over there."""
        return self.node(place).outcome is not None


def walk(scenario: Scenario, role: Role, *, most: int = MOST_STATES) -> Walk:
    """Walk a role breadth first. Raises `TooManyStatesError` above `most` places."""
    return _Walker(scenario, role, most).run()


class _Walker:
    def __init__(self, scenario: Scenario, role: Role, most: int) -> None:
        partner = scenario.chair(role).partner
        self._connection = partner.connection
        self._hope = partner.hope
        self._temperament = TEMPERAMENTS[partner.temperament]
        self._tensions = tensions(partner, partner.temperament)
        self._program = compile_role(scenario, role)
        self._play = Single(self._program, self._step)
        self._most = most
        self._number: dict[Place, int] = {}
        self._found = Walk(scenario, role, self._program, [], [], [], [], [])

    def run(self) -> Walk:
        found = self._found
        low, high = self._tensions
        for tension in range(low, high + 1):
            came = self._play.opened(self._start(tension))
            found.starts.append(self._arrive(came, 0))
            found.opening.append(came.line)
        for number, place in enumerate(found.places):  # grows as it is walked
            found.given.append(self._all_given(place, found.depth[number] + 1))
        return found

    def _start(self, tension: int) -> States:
        state = start_state(
            self._program.partner,
            self._temperament,
            tension=tension,
            connection=self._connection,
            hope=self._hope,
        )
        return one(state, 0, connection_at_start=self._connection)

    def _arrive(self, came: Came, depth: int) -> int:
        place = Place(came.node, came.states._replace(was=came.states.rank))
        if place not in self._number:
            if len(self._number) >= self._most:
                raise TooManyStatesError(f"more than {self._most} states")
            self._number[place] = len(self._number)
            self._found.places.append(place)
            self._found.depth.append(depth)
        return self._number[place]

    def _all_given(self, place: Place, depth: int) -> list[Given]:
        offered = self._play.offered(place.node, place.states)
        return [self._give(place, index, depth) for index in offered]

    def _give(self, place: Place, index: int, depth: int) -> Given:
        reply = self._program.nodes[place.node].replies[index]
        came = self._play.taken(place.node, index, place.states)
        if came.stopped:
            return Given(index, None, None, None, None)
        route = self._route(place.states, reply, came)
        return Given(index, self._arrive(came, depth), route, came.answer, came.line)

    def _route(self, before: States, reply: ReplyCode, came: Came) -> int | None:
        """Which route was taken: worked out here, since a turn tells only where it came to."""
        memory = (before.memory & ~reply.forget) | reply.remember | reply.once
        after = self._step(before._replace(memory=memory), reply.effect)
        interrupt = self._program.interrupts[after.rank]
        if interrupt >= 0 and after.rank != before.rank:
            assert came.node in self._chain(interrupt)
            return None
        route = next(i for i, route in enumerate(reply.routes) if holds(route.guard, after))
        assert came.node in self._chain(reply.routes[route].target)
        return route

    def _chain(self, node: int) -> list[int]:
        """A node and the endings it may give way to."""
        chain = [node]
        while (node := self._program.nodes[node].otherwise) >= 0:
            chain.append(node)
        return chain

    def _step(self, states: States, effect: int) -> States:
        program = self._program
        before = partner_state(states, program.partner)
        after = _stepped(before, program.effects[effect], program.partner, self._temperament)
        stepped = one(after, states.memory, connection_at_start=self._connection)
        return stepped._replace(was=states.was)


_STEPS: dict[tuple[PartnerState, tuple[str, ...], Role, str], PartnerState] = {}


def _stepped(
    before: PartnerState, moves: tuple[str, ...], role: Role, temperament: Temperament
) -> PartnerState:
    """The partner's step, remembered: mutants of a role take the same ones over and over."""
    key = (before, moves, role, temperament.id)
    if key not in _STEPS:
        _STEPS[key] = step(before, moves, role, temperament)
    return _STEPS[key]
