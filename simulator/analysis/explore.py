"""All reachable states of a role, level by level, and the transitions between them."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from simulator.analysis.live import lean
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
Ids = NDArray[np.int32]
"""numbers of states; half the room of `Ints`, and there are many"""
_NO_IDS: Ids = np.zeros(0, dtype=np.int32)


class TooMuchMemoryError(ValueError):
    """A role that remembers more than fits beside a packed state."""

    def __init__(self, bits: int) -> None:
        super().__init__(
            f"this role remembers {bits} things (flags, replies used once, beats revisited); "
            f"{MEMORY_BITS} can be followed exactly"
        )


class Edges(NamedTuple):
    """The transitions of one reply that came to the same: one way a turn can go."""

    node: int
    """where the reply is offered"""
    reply: int
    """place of the reply in its node"""
    target: int
    """the node it led to; −1 where it crossed the line"""
    source: Ids
    """numbers of states"""
    result: Ids
    """numbers of states, alike in length; empty where the line was crossed"""
    answer: int | None
    line: int | None
    route: int
    """which route was taken; −1 for an interrupt"""


class _New(NamedTuple):
    """States at one node that were not seen before."""

    ids: Ints
    keys: Ints


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
    """with nothing in its memory that changes no state"""
    temperament: str
    connection_at_start: int
    keys: Ints
    """the state behind each id, packed; ids are in order of discovery"""
    nodes: Ids
    """the node of each id"""
    depth: Ids
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


Progress = Callable[[int], None]
"""told the number of states seen so far, now and then"""


def explore(
    scenario: Scenario,
    role: Role,
    *,
    temperament: str | None = None,
    cap: int = DEFAULT_CAP,
    progress: Progress | None = None,
) -> Explored:
    """Every state that some play reaches, from every start of a tension range.

    `temperament` is an id, by default the declared one; `cap` is in states. Raises
    `TooMuchMemoryError` for a role that remembers more than can be followed.
    """
    partner = scenario.chair(role).partner
    chosen = temperament or partner.temperament
    return _Explorer(scenario, role, chosen, cap).run(progress)


class _Explorer:
    """Goes through the states a level at a time, by reply and by node, and numbers what is new."""

    def __init__(self, scenario: Scenario, role: Role, temperament: str, cap: int) -> None:
        chair = scenario.chair(role)
        self._program, self._live = lean(compile_role(scenario, role))
        if len(self._program.bits) > MEMORY_BITS:
            raise TooMuchMemoryError(len(self._program.bits))
        self._connection = chair.partner.connection
        self._temperament = temperament
        self._hope = None if role is Role.PURSUER else chair.partner.hope
        low, high = tensions(chair.partner, temperament)
        self._tensions = tuple(range(low, high + 1))
        table = StepTable(self._program, TEMPERAMENTS[temperament], self._connection)
        self._rules = Rules(self._program, table, divide_many)
        self._cap = cap
        self._known: dict[int, tuple[Ints, Ints]] = {}
        self._keys: list[Ints] = []
        self._nodes: list[Ids] = []
        self._depth: list[Ids] = []
        self._edges: list[Edges] = []
        self._count = 0

    def run(self, progress: Progress | None) -> Explored:
        starts, opening = self._open()
        whole = np.concatenate(self._keys)
        frontier = {self._program.opens: _New(np.arange(len(whole)), whole)}
        depth, complete = 1, True
        while frontier:
            if self._count > self._cap:
                complete = False
                break
            frontier = self._level(frontier, depth)
            depth += 1
            if progress is not None:
                progress(self._count)
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

    def _level(self, frontier: dict[int, _New], depth: int) -> dict[int, _New]:
        """Give every offered reply in every state of a level; the states not seen before."""
        arrived: dict[int, list[_Arrival]] = {}
        for node, new in frontier.items():
            for part in self._replies(node, new):
                if part.came.stopped:
                    self._edges.append(_crossed(part))
                else:
                    arrived.setdefault(part.came.node, []).append(part)
        return {
            node: new
            for node, parts in arrived.items()
            if len((new := self._arrive(node, parts, depth)).ids)
            and self._program.nodes[node].replies
        }

    def _replies(self, node: int, new: _New) -> Iterator[_Arrival]:
        states = unpack(new.keys, connection_at_start=self._connection)
        for place, reply in enumerate(self._program.nodes[node].replies):
            there = is_offered(reply, states)
            offered = states if there is True else take(states, there)
            if len(offered.rank):
                for came in taken(self._rules, node, reply, offered):
                    yield _Arrival(node, place, new.ids[came.states.origin], came)

    def _arrive(self, node: int, parts: list[_Arrival], depth: int) -> _New:
        keys = np.concatenate([pack(part.came.states, self._live[node]) for part in parts])
        ids, new = self._number(node, keys, depth)
        place = 0
        for origin, reply, source, came in parts:
            result = ids[place : place + len(source)].astype(np.int32)
            place += len(source)
            self._edges.append(
                Edges(
                    origin,
                    reply,
                    node,
                    source.astype(np.int32),
                    result,
                    came.answer,
                    came.line,
                    came.route,
                )
            )
        return new

    def _number(self, node: int, keys: Ints, depth: int) -> tuple[Ints, _New]:
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
            self._nodes.append(np.full(len(fresh), node, dtype=np.int32))
            self._depth.append(np.full(len(fresh), depth, dtype=np.int32))
        return found[inverse], _New(new, fresh)


def _crossed(part: _Arrival) -> Edges:
    source = part.source.astype(np.int32)
    return Edges(part.node, part.reply, -1, source, _NO_IDS, None, None, -1)
