"""One rule, written once: what arrays find is what a conversation walks, on random small stories."""

from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from simulator.analysis.explore import explore
from simulator.analysis.live import lean
from simulator.analysis.many import pack, unpack
from simulator.analysis.table import StepTable
from simulator.dialogue.compiler import compile_role
from simulator.dialogue.conversation import Conversation
from simulator.dialogue.program import Program
from simulator.dialogue.setup import make_setup
from simulator.dialogue.states import States, one, partner_state
from simulator.partner.moves import MOVES, Role
from simulator.partner.stances import Stance, stances_of
from simulator.partner.state import PartnerState
from simulator.partner.step import step
from simulator.partner.temperaments import TEMPERAMENTS
from simulator.scenario.model import Scenario
from tests.support.random_stories import scenarios
from tests.support.stories import line, reply, story, typed

DEPTH = 5
MOST_STATES = 3_000


def walked(scenario: Scenario, role: Role, depth: int) -> set[tuple[Any, ...]]:
    """Every state some play of at most `depth` replies reaches, by conversations alone."""
    found: set[tuple[Any, ...]] = set()
    low, high = scenario.chair(role).partner.tension  # type: ignore[misc]
    for tension in range(low, high + 1):
        talk = Conversation(scenario, make_setup(scenario, role, tension=tension, seed=1))
        _walk(talk, depth, found)
    return {state for state, _ in found}


def _walk(talk: Conversation, depth: int, found: set[tuple[Any, ...]]) -> None:
    at = talk._at[-1]
    key = (at.node, *at.states._replace(was=0))
    if (key, depth) in found:
        return
    found.add((key, depth))
    if depth == 0:
        return
    for offer in talk.offered:
        turns = len(talk.turns)
        talk.choose(offer.id)
        _walk(talk, depth - 1, found)
        talk.back_to(turns)


@settings(max_examples=60)
@given(scenarios())
def test_arrays_and_conversations_reach_the_same_states(given_story: tuple[Scenario, Role]) -> None:
    scenario, role = given_story
    explored = explore(scenario, role, cap=MOST_STATES)
    near = np.flatnonzero(explored.depth <= DEPTH)
    states = explored.states(near)
    seen = {
        (int(node), *(int(v) for v in row))
        for node, *row in zip(
            explored.nodes[near],
            *states._replace(was=states.rank * 0),
            strict=True,
        )
    }
    whole = compile_role(scenario, role)
    expected = {_projected(key, whole) for key in walked(scenario, role, DEPTH)}
    if explored.complete:
        assert seen == expected
    else:
        assert seen <= expected


def _projected(key: tuple[Any, ...], whole: Program) -> tuple[Any, ...]:
    """The state with nothing in its memory but what is asked for later, numbered anew."""
    small, live = lean(whole)
    place = 1 + States._fields.index("memory")
    names = [name for name, bit in whole.bits.items() if key[place] & bit]
    memory = sum(small.bits.get(name, 0) for name in names) & live[key[0]]
    return (*key[:place], memory, *key[place + 1 :])


def random_states(role: Role, count: int, seed: int) -> list[PartnerState]:
    drawn = np.random.default_rng(seed)
    stances = [s for s in stances_of(role) if s is not Stance.LEFT]
    return [
        PartnerState(
            int(drawn.integers(0, 101)),
            int(drawn.integers(0, 101)),
            None if role is Role.WITHDRAWER else int(drawn.integers(0, 11)),
            stances[drawn.integers(0, len(stances))],
            int(drawn.integers(0, 4)),
            bool(drawn.integers(0, 2)),
            True,
            bool(drawn.integers(0, 2)),
        )
        for _ in range(count)
    ]


def test_table_and_step_agree_on_100_000_random_states() -> None:
    """Every move alone and some in company, for every temperament of both kinds of partner."""
    effects = [(move,) for move in MOVES] + [
        ("validation", "warmth"),
        ("blame", "time_out"),
        ("returning", "ownership"),
    ]
    per_effect = 100_000 // (len(effects) * 2 * len(TEMPERAMENTS)) + 1
    for role in Role:
        beats = {
            "one": {
                "lines": line(),
                "replies": {f"r{i}": reply("one", *e) for i, e in enumerate(effects)}
                | {"end": reply("good", "warmth")},
            }
        }
        program = compile_role(typed(story(role.other, beats)), role.other)
        for seed, temperament in enumerate(TEMPERAMENTS.values()):
            table = StepTable(program, temperament, 40)
            for index, moves_of_effect in enumerate(program.effects):
                before = random_states(role, per_effect, seed * 100 + index)
                rows = [one(state, 0, connection_at_start=40) for state in before]
                many = States(*(np.array(column) for column in zip(*rows, strict=True)))
                after = table(many, index)
                for place, state in enumerate(before):
                    found = States(*(int(column[place]) for column in after))
                    expected = step(state, moves_of_effect, role, temperament)
                    assert partner_state(found, role) == expected, (state, moves_of_effect)
                    assert found.gained == expected.connection - 40


WHOLE = {
    Role.WITHDRAWER: [(move,) for move in MOVES],
    Role.PURSUER: [("validation",), ("leaving",), ("time_out",), ("not_returning",)],
}
"""effects whose every cell is compared; a pursuer's hope makes eleven times as many"""


@pytest.mark.parametrize("role", list(Role))
def test_table_and_step_agree_on_every_cell(role: Role) -> None:
    """Each combination of the factors the table is built of; a return is owed, so that every
    reply can be given."""
    stances = [stance for stance in stances_of(role) if stance is not Stance.LEFT]
    hopes = [None] if role is Role.WITHDRAWER else range(11)
    cells = [
        PartnerState(tension, 40, hope, stance, streak, asked, promised)
        for tension, hope, stance, streak, asked, promised in product(
            range(101), hopes, stances, range(4), (False, True), (True,)
        )
    ]
    beats = {
        "one": {
            "lines": line(),
            "replies": {f"r{i}": reply("one", *e) for i, e in enumerate(WHOLE[role])}
            | {"end": reply("good", "warmth")},
        }
    }
    program = compile_role(typed(story(role.other, beats)), role.other)
    table = StepTable(program, TEMPERAMENTS["fearful"], 40)
    many = States(
        *map(np.array, zip(*(one(s, 0, connection_at_start=40) for s in cells), strict=True))
    )
    for index, effect in enumerate(program.effects):
        after = zip(*(column.tolist() for column in table(many, index)), strict=True)
        for state, row in zip(cells, after, strict=True):
            expected = step(state, effect, role, TEMPERAMENTS["fearful"])
            assert partner_state(States(*row), role) == expected, (state, effect)


def test_packing_loses_nothing_that_is_live() -> None:
    rows = [
        one(state, memory, connection_at_start=40)
        for role in Role
        for memory, state in enumerate(random_states(role, 200, 5))
    ]
    many = States(*(np.array(column) for column in zip(*rows, strict=True)))
    back = unpack(pack(many, 0xFFFF), connection_at_start=40)
    for name in States._fields:
        assert (getattr(back, name) == getattr(many, name)).all(), name
