"""All reachable states of a role, level by level, and the transitions between them."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from simulator.analysis.live import lean
from simulator.analysis.many import (
    MEMORY_SHIFT,
    Guards,
    Ints,
    column,
    first_of_many,
    pack,
    take,
    unpack,
)
from simulator.analysis.table import StepTable
from simulator.dialogue.columns import columns_of, first_replies
from simulator.dialogue.compiler import compile_role
from simulator.dialogue.program import Program
from simulator.dialogue.setup import tensions
from simulator.dialogue.states import States, one
from simulator.dialogue.turn import Came, Rules, is_offered, opened, taken
from simulator.memory import held
from simulator.partner.moves import Role
from simulator.partner.state import PartnerState, start_state
from simulator.partner.temperaments import TEMPERAMENTS
from simulator.scenario.model import Scenario

DEFAULT_CAP = 5_000_000
"""states explored at most; what lies beyond is undecided, never proved"""
_KEY_BITS = 63
_TRANSITIONS = 4
"""transitions of one level, for each state of the cap"""
_AT_ONCE = 1 << 15
"""states that are given their replies together: as many as a processor keeps near"""
_NONE: Ints = np.zeros(0, dtype=np.int64)
Ids = NDArray[np.int32]
"""numbers of states; half the room of `Ints`, and there are many"""
_NO_IDS: Ids = np.zeros(0, dtype=np.int32)


class TooMuchMemoryError(ValueError):
    """A role that remembers more than fits beside a packed state."""

    def __init__(self, bits: int, most: int) -> None:
        super().__init__(
            f"this role remembers {bits} things (flags, replies used once, beats revisited); "
            f"{most} can be followed exactly"
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
    """States that were not seen before."""

    ids: Ints
    keys: Ints


class _Arrived(NamedTuple):
    """What came of some replies, before the states are numbered: one element a transition."""

    source: Ids
    reply: Ids
    """through all nodes"""
    keys: Ints
    node: Ids
    answer: Ids
    line: Ids
    route: Ids


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
    tension: int | None = None,
    cap: int = DEFAULT_CAP,
    progress: Progress | None = None,
) -> Explored:
    """Every state that some play reaches, from every start of a tension range.

    `temperament` is an id, by default the declared one; `tension` is the only start where one is
    given, also one outside the range; `cap` is in states. Raises `TooMuchMemoryError` for a role
    that remembers more than can be followed.
    """
    partner = scenario.chair(role).partner
    chosen = temperament or partner.temperament
    low, high = tensions(partner, chosen) if tension is None else (tension, tension)
    with held():
        return _Explorer(scenario, role, chosen, range(low, high + 1), cap).run(progress)


class _Explorer:
    """Goes through the states a level at a time, all beats together, and numbers what is new."""

    def __init__(
        self, scenario: Scenario, role: Role, temperament: str, starts: range, cap: int
    ) -> None:
        chair = scenario.chair(role)
        self._program, live = lean(compile_role(scenario, role))
        self._shift = MEMORY_SHIFT + len(self._program.bits)
        most = _KEY_BITS - MEMORY_SHIFT - len(self._program.nodes).bit_length()
        if len(self._program.bits) > most:
            raise TooMuchMemoryError(len(self._program.bits), most)
        self._live = np.array(live, dtype=np.int64)
        self._connection = chair.partner.connection
        self._temperament = temperament
        self._hope = None if role is Role.PURSUER else chair.partner.hope
        self._tensions = tuple(starts)
        table = StepTable(self._program, TEMPERAMENTS[temperament], self._connection)
        columns = columns_of(self._program, column, Guards)
        self._rules = Rules(columns, self._program.partner, table, first_of_many, np.where)
        first = np.array(first_replies(self._program))
        self._first, self._replies = first[:-1], np.diff(first)
        self._place = np.arange(first[-1]) - np.repeat(self._first, self._replies)
        self._cap = cap
        self._known, self._ids = _NONE, _NONE
        self._keys: list[Ints] = []
        self._depth: list[Ids] = []
        self._edges: list[tuple[_Arrived, Ids]] = []
        self._count = 0
        self._complete = True

    def run(self, progress: Progress | None) -> Explored:
        starts, opening = self._open()
        frontier = _New(np.arange(self._count), self._keys[0])
        depth = 1
        while len(frontier.ids) and self._within_cap(0):
            frontier = self._level(frontier, depth)
            depth += 1
            if progress is not None:
                progress(self._count)
        keys = np.concatenate(self._keys)
        return Explored(
            self._program,
            self._temperament,
            self._connection,
            keys & ((1 << self._shift) - 1),
            (keys >> self._shift).astype(np.int32),
            np.concatenate(self._depth),
            starts,
            self._tensions,
            opening,
            tuple(self._ways()),
            self._complete,
        )

    def _within_cap(self, transitions: int) -> bool:
        """Whether to go on; a level may be so wide that its transitions alone are too many."""
        if self._count > self._cap or transitions > _TRANSITIONS * self._cap:
            self._complete = False
        return self._complete

    def _open(self) -> tuple[Ints, tuple[int | None, ...]]:
        states = [
            one(self._start(tension), 0, connection_at_start=self._connection)
            for tension in self._tensions
        ]
        many = States(*(np.array(field, dtype=np.int64) for field in zip(*states, strict=True)))
        nodes = np.full(len(states), self._program.opens)
        came = opened(self._rules, nodes, many)
        ids, _ = self._number(self._packed(came), 0)
        return ids, tuple(None if line < 0 else line for line in came.line.tolist())

    def _start(self, tension: int) -> PartnerState:
        return start_state(
            self._program.partner,
            TEMPERAMENTS[self._temperament],
            tension=tension,
            connection=self._connection,
            hope=self._hope,
        )

    def _packed(self, came: Came) -> Ints:
        keys: Ints = pack(came.states, self._live[came.node]) | came.node << self._shift
        return keys

    def _level(self, frontier: _New, depth: int) -> _New:
        """Give every offered reply in every state of a level; the states not seen before."""
        parts: list[_Arrived] = []
        for at in range(0, len(frontier.ids), _AT_ONCE):
            parts += self._given(_New(*(some[at : at + _AT_ONCE] for some in frontier)))
            if not self._within_cap(sum(len(part.keys) for part in parts)):
                break
        if not parts:
            return _New(_NONE, _NONE)
        found, new = self._number(np.concatenate([part.keys for part in parts]), depth)
        place = 0
        for part in parts:
            result = found[place : place + len(part.keys)].astype(np.int32)
            place += len(part.keys)
            self._edges.append((part._replace(keys=_NONE), result))
        return new

    def _given(self, some: _New) -> Iterator[_Arrived]:
        nodes = some.keys >> self._shift
        states = unpack(some.keys & ((1 << self._shift) - 1), connection_at_start=self._connection)
        for place in range(int(self._replies[nodes].max(initial=0))):
            there = np.flatnonzero(self._replies[nodes] > place)
            reply = self._first[nodes[there]] + place
            seen = take(states, there)
            offered = np.flatnonzero(is_offered(self._rules, reply, seen))
            reply, there, seen = reply[offered], there[offered], take(seen, offered)
            crossing = self._rules.columns.effect[reply] < 0
            if crossing.any():
                self._edges.append(_crossed(some.ids[there[crossing]], reply[crossing]))
                reply, there, seen = reply[~crossing], there[~crossing], take(seen, ~crossing)
            if len(reply):
                came = taken(self._rules, reply, seen)
                yield _Arrived(
                    _small(some.ids[there]),
                    _small(reply),
                    self._packed(came),
                    *map(_small, (came.node, came.answer, came.line, came.route)),
                )

    def _number(self, keys: Ints, depth: int) -> tuple[Ints, _New]:
        """The id of each key, and the ids that are new."""
        unique, inverse = np.unique(keys, return_inverse=True)
        place = np.searchsorted(self._known, unique)
        seen = np.zeros(len(unique), dtype=bool)
        inside = place < len(self._known)
        seen[inside] = self._known[place[inside]] == unique[inside]
        found = np.empty(len(unique), dtype=np.int64)
        found[seen] = self._ids[place[seen]]
        fresh = unique[~seen]
        new = np.arange(self._count, self._count + len(fresh))
        found[~seen] = new
        self._count += len(fresh)
        self._known = np.insert(self._known, place[~seen], fresh)
        self._ids = np.insert(self._ids, place[~seen], new)
        self._keys.append(fresh)
        self._depth.append(np.full(len(fresh), depth, dtype=np.int32))
        return found[inverse], _New(new, fresh)

    def _ways(self) -> Iterator[Edges]:
        """The transitions, those together that came to the same."""
        if not self._edges:
            return
        columns = [
            np.concatenate(some) for some in zip(*(part for part, _ in self._edges), strict=True)
        ]
        source, reply, _, *came = columns
        result = np.concatenate([found for _, found in self._edges])
        order, bounds = _alike([reply, *came])
        source, result = source[order], result[order]
        firsts = [some[order[bounds[:-1]]].tolist() for some in (reply, *came)]
        nodes = np.repeat(np.arange(len(self._first)), self._replies).tolist()
        places = self._place.tolist()
        edges = bounds.tolist()
        for low, high, number, target, answer, line, route in zip(
            edges[:-1], edges[1:], *firsts, strict=True
        ):
            yield Edges(
                nodes[number],
                places[number],
                target,
                source[low:high],
                _NO_IDS if target < 0 else result[low:high],
                None if answer < 0 else answer,
                None if line < 0 else line,
                route,
            )


def _small(numbers: Ints) -> Ids:
    return numbers.astype(np.int32)


def _crossed(source: Ints, reply: Ints) -> tuple[_Arrived, Ids]:
    none = np.full(len(source), -1, dtype=np.int32)
    return _Arrived(_small(source), _small(reply), _NONE, none, none, none, none), none


def _alike(columns: list[Ids]) -> tuple[Ints, Ints]:
    """An order in which rows that are alike in all columns stand together, and where each such
    group begins, and the end."""
    key = np.zeros(len(columns[0]), dtype=np.int64)
    bits = 0
    for some in columns:
        width = int(some.max(initial=0) + 1).bit_length()
        if bits + width > _KEY_BITS:
            key = np.unique(key, return_inverse=True)[1]
            bits = int(key.max(initial=0)).bit_length()
        bits += width
        key = key << width | (some + 1)
    order = np.argsort(key, kind="stable")
    ordered = key[order]
    begins = np.flatnonzero(np.append(True, ordered[1:] != ordered[:-1]))
    return order, np.append(begins, len(order))
