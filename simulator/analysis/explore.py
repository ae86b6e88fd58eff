"""All reachable states of a role, level by level, and the transitions between them."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from simulator.analysis.live import live_memory
from simulator.analysis.many import MEMORY_BITS, Ints, divide_many, pack, take, unpack
from simulator.analysis.table import StepTable
from simulator.dialogue.compiler import compile_role
from simulator.dialogue.program import Program
from simulator.dialogue.setup import tensions
from simulator.dialogue.states import States, one
from simulator.dialogue.turn import Came, Rules, is_offered, opened, taken
from simulator.partner.moves import Role
from simulator.partner.state import PartnerState, start_state
from simulator.partner.temperaments import TEMPERAMENTS
from simulator.scenario.model import Scenario

DEFAULT_CAP = 5_000_000
"""states explored at most; what lies beyond is undecided, never proved"""
_NONE: Ints = np.zeros(0, dtype=np.int64)


class TooMuchMemoryError(ValueError):
    """A role that remembers more than fits beside a packed state."""

    def __init__(self, bits: int) -> None:
        super().__init__(
            f"this role remembers {bits} things (flags, replies used once, beats revisited); "
            f"{MEMORY_BITS} can be followed exactly"
        )


class Edges(NamedTuple):
    """The transitions of one reply, part by part as the turn divides them."""

    node: int
    """where it is offered"""
    reply: int
    """place of the reply in its node"""
    target: int
    """the node it led to; −1 where it crossed the line"""
    source: Ints
    """ids of states"""
    result: Ints
    """ids of states, alike in length; empty where the line was crossed"""
    answer: int | None
    line: int | None


class _Arrival(NamedTuple):
    """What came of one reply at one node, before its states are numbered."""

    node: int
    """where it was offered"""
    reply: int
    source: Ints
    came: Came


class Explored(NamedTuple):
    """What can happen in a role."""

    program: Program
    temperament: str
    connection_at_start: int
    keys: Ints
    """the state behind each id, packed; ids are in order of discovery"""
    nodes: Ints
    """the node of each id"""
    depth: Ints
    """exchanges on the shortest way to each id"""
    starts: Ints
    """the id of each start, one a tension"""
    tensions: tuple[int, ...]
    opening: tuple[int | None, ...]
    """the line each start is opened with"""
    edges: tuple[Edges, ...]
    complete: bool
    """whether every reachable state was seen"""

    @property
    def transitions(self) -> int:
        """How many (state, offered reply) pairs there are."""
        return sum(len(edges.source) for edges in self.edges)

    def states(self, ids: Ints) -> States:
        """The states behind these ids."""
        return unpack(self.keys[ids], connection_at_start=self.connection_at_start)


def explore(
    scenario: Scenario, role: Role, *, temperament: str | None = None, cap: int = DEFAULT_CAP
) -> Explored:
    """Every state that some play reaches, from every start of a tension range.

    `temperament` is an id, by default the declared one; `cap` is in states. Raises
    `TooMuchMemoryError` for a role that remembers more than can be followed.
    """
    partner = scenario.chair(role).partner
    chosen = temperament or partner.temperament
    return _Explorer(scenario, role, chosen, cap).run()


class _Explorer:
    """Goes through the states a level at a time, by reply and by node, and numbers what is new."""

    def __init__(self, scenario: Scenario, role: Role, temperament: str, cap: int) -> None:
        chair = scenario.chair(role)
        self._program = compile_role(scenario, role)
        self._connection = chair.partner.connection
        self._temperament = temperament
        self._hope = None if role is Role.PURSUER else chair.partner.hope
        low, high = tensions(chair.partner, temperament)
        self._tensions = tuple(range(low, high + 1))
        table = StepTable(self._program, TEMPERAMENTS[temperament], self._connection)
        self._rules = Rules(self._program, table, divide_many)
        self._cap = cap
        self._live = live_memory(self._program)
        if max(self._program.bits.values(), default=0).bit_length() > MEMORY_BITS:
            raise TooMuchMemoryError(len(self._program.bits))
        self._known: dict[int, tuple[Ints, Ints]] = {}
        self._keys: list[Ints] = []
        self._nodes: list[Ints] = []
        self._depth: list[Ints] = []
        self._edges: list[Edges] = []
        self._all = _NONE
        self._count = 0

    def run(self) -> Explored:
        starts, opening = self._open()
        frontier = {self._program.opens: np.unique(starts)}
        depth, complete = 1, True
        while frontier:
            if self._count > self._cap:
                complete = False
                break
            frontier = self._level(frontier, depth)
            depth += 1
        return Explored(
            self._program,
            self._temperament,
            self._connection,
            np.concatenate(self._keys),
            np.concatenate(self._nodes),
            np.concatenate(self._depth),
            starts,
            self._tensions,
            opening,
            tuple(self._edges),
            complete,
        )

    def _open(self) -> tuple[Ints, tuple[int | None, ...]]:
        states = [
            one(self._start(tension), 0, connection_at_start=self._connection)
            for tension in self._tensions
        ]
        many = States(*(np.array(field, dtype=np.int64) for field in zip(*states, strict=True)))
        many = many._replace(origin=np.arange(len(states)))
        ids = np.zeros(len(states), dtype=np.int64)
        lines: list[int | None] = [None] * len(states)
        for came in opened(self._rules, many):
            found, _ = self._number(came.node, pack(came.states, self._live[came.node]), 0)
            ids[came.states.origin] = found
            for place in came.states.origin.tolist():
                lines[place] = came.line
        return ids, tuple(lines)

    def _start(self, tension: int) -> PartnerState:
        return start_state(
            self._program.partner,
            TEMPERAMENTS[self._temperament],
            tension=tension,
            connection=self._connection,
            hope=self._hope,
        )

    def _level(self, frontier: dict[int, Ints], depth: int) -> dict[int, Ints]:
        """Give every offered reply in every state of a level; the states not seen before."""
        self._all = np.concatenate(self._keys)
        arrived: dict[int, list[_Arrival]] = {}
        for node, ids in frontier.items():
            for part in self._replies(node, ids):
                if part.came.stopped:
                    self._edges.append(Edges(node, part.reply, -1, part.source, _NONE, None, None))
                else:
                    arrived.setdefault(part.came.node, []).append(part)
        return {
            node: new
            for node, parts in arrived.items()
            if len(new := self._arrive(node, parts, depth)) and self._program.nodes[node].replies
        }

    def _replies(self, node: int, ids: Ints) -> Iterator[_Arrival]:
        states = unpack(self._all[ids], connection_at_start=self._connection)
        for place, reply in enumerate(self._program.nodes[node].replies):
            there = is_offered(reply, states)
            offered = states if there is True else take(states, there)
            if len(offered.rank):
                for came in taken(self._rules, node, reply, offered):
                    yield _Arrival(node, place, ids[came.states.origin], came)

    def _arrive(self, node: int, parts: list[_Arrival], depth: int) -> Ints:
        keys = np.concatenate([pack(part.came.states, self._live[node]) for part in parts])
        ids, new = self._number(node, keys, depth)
        place = 0
        for origin, reply, source, came in parts:
            result = ids[place : place + len(source)]
            place += len(source)
            self._edges.append(Edges(origin, reply, node, source, result, came.answer, came.line))
        return new

    def _number(self, node: int, keys: Ints, depth: int) -> tuple[Ints, Ints]:
        """The id of each key at this node, and the ids that are new."""
        unique, inverse = np.unique(keys, return_inverse=True)
        known, ids = self._known.get(node, (_NONE, _NONE))
        place = np.searchsorted(known, unique)
        seen = np.zeros(len(unique), dtype=bool)
        inside = place < len(known)
        seen[inside] = known[place[inside]] == unique[inside]
        found = np.empty(len(unique), dtype=np.int64)
        found[seen] = ids[place[seen]]
        fresh = unique[~seen]
        new = np.arange(self._count, self._count + len(fresh))
        found[~seen] = new
        if len(fresh):
            self._count += len(fresh)
            self._known[node] = (
                np.insert(known, place[~seen], fresh),
                np.insert(ids, place[~seen], new),
            )
            self._keys.append(fresh)
            self._nodes.append(np.full(len(fresh), node, dtype=np.int64))
            self._depth.append(np.full(len(fresh), depth, dtype=np.int64))
        return found[inverse], new
