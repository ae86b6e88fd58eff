"""One rule, written once: what arrays find is what a conversation walks, on random small stories."""

from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.analysis.explore import explore
from simulator.analysis.live import lean
from simulator.analysis.many import divide_many, pack, unpack
from simulator.analysis.table import StepTable
from simulator.dialogue.compiler import compile_role
from simulator.dialogue.conversation import Conversation
from simulator.dialogue.program import Program
from simulator.dialogue.setup import make_setup
from simulator.dialogue.states import States, one, partner_state
from simulator.partner.moves import MOVES, PROMISES, Role
from simulator.partner.stances import Stance, stances_of
from simulator.partner.state import PartnerState
from simulator.partner.step import step
from simulator.partner.temperaments import TEMPERAMENTS
from simulator.scenario.model import Scenario
from tests.support.stories import ending, line, reply, story, typed

BEATS = ("one", "two", "three")
ENDS = {
    Role.PURSUER: ("close", "calm", "pause", "flat"),
    Role.WITHDRAWER: ("close", "calm", "pause", "flat"),
}
PLAIN_MOVES = [move for move in MOVES if move not in PROMISES]
DEPTH = 5
MOST_STATES = 3_000


def moves() -> st.SearchStrategy[list[str]]:
    some = st.lists(st.sampled_from(PLAIN_MOVES), min_size=1, max_size=2, unique=True)
    return st.one_of(some, st.sampled_from([["time_out"], ["returning"], ["not_returning"]]))


def conditions(role: Role) -> st.SearchStrategy[dict[str, Any]]:
    stances = [s.value for s in stances_of(role.other)]
    fields = {
        "stance": st.lists(st.sampled_from(stances), min_size=1, max_size=2, unique=True),
        "tension": st.fixed_dictionaries({"at_least": st.integers(20, 70)}),
        "connection": st.sampled_from([{"gained": 3}, {"at_most": 38}]),
        "promised": st.booleans(),
        "voiced": st.booleans(),
        "earned": st.booleans(),
        "remembers": st.just(["f"]),
        "not_remembers": st.just(["g"]),
    }
    if role is Role.WITHDRAWER:
        fields["hope"] = st.just({"at_most": 4})
    one_or_two = st.lists(st.sampled_from(sorted(fields)), min_size=1, max_size=2, unique=True)
    return one_or_two.flatmap(lambda keys: st.fixed_dictionaries({k: fields[k] for k in keys}))


@st.composite
def lines(draw: st.DrawFn, role: Role, *, again: bool) -> Any:
    def said(when: dict[str, Any] | None = None) -> dict[str, Any]:
        flags = draw(st.sampled_from([[], ["f"], ["g"]]))
        words = line(asks_time=draw(st.booleans()), remember=flags)
        return words if when is None else words | {"when": when}

    shape = draw(st.sampled_from(["one", "list", "stances"]))
    if shape == "one":
        return said()
    if shape == "list":
        when = {"again": True} if again and draw(st.booleans()) else draw(conditions(role))
        return [said(when), said()]
    stances = [s.value for s in stances_of(role.other)]
    kept = draw(st.lists(st.sampled_from(stances[:3]), min_size=1, unique=True))
    return {stance: said() for stance in kept}


@st.composite
def scenarios(draw: st.DrawFn) -> tuple[Scenario, Role]:
    role = draw(st.sampled_from(list(Role)))
    nodes = (*BEATS, *ENDS[role])

    def target() -> Any:
        go = st.sampled_from(nodes)
        if draw(st.booleans()):
            return draw(go)
        return [{"when": draw(conditions(role)), "go": draw(go)}, {"go": draw(go)}]

    def said() -> dict[str, Any]:
        given_reply = reply(target(), *draw(moves()))
        given_reply["once"] = draw(st.booleans())
        given_reply["remember"] = draw(st.sampled_from([[], ["f"], ["g"]]))
        given_reply["forget"] = draw(st.sampled_from([[], ["g"]]))
        if draw(st.booleans()):
            given_reply["when"] = draw(conditions(role))
        if draw(st.booleans()):
            given_reply["answer"] = draw(lines(role, again=False))
        return given_reply

    beats = {}
    for name in BEATS:
        replies = {f"r{i}": said() for i in range(draw(st.integers(1, 2)))}
        beats[name] = {
            "lines": draw(lines(role, again=True)),
            "replies": {"sure": reply(target(), draw(st.sampled_from(PLAIN_MOVES)))} | replies,
        }
    ends = {
        "close": ending("reconnected", "calm"),
        "calm": ending("truce", "flat"),
        "pause": ending("paused", "flat"),
        "flat": ending("stuck"),
    }
    interrupts: dict[str, str] = {}
    if role is Role.PURSUER:
        ends["gone"] = ending("withdrawn")
        interrupts["left"] = "gone"
    if draw(st.booleans()):
        stance = "withdrawing" if role is Role.PURSUER else "escalating"
        interrupts[stance] = draw(st.sampled_from(nodes))
    low = draw(st.integers(25, 60))
    partner = {"tension": [low, low + 1], "temperament": draw(st.sampled_from(list(TEMPERAMENTS)))}
    value = story(role, beats, ends, best="reconnected", interrupts=interrupts, partner=partner)
    return typed(value), role


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
    key = (at.node, *at.states._replace(was=0, origin=0))
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
            *states._replace(was=states.rank * 0, origin=states.rank * 0),
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


def test_packing_loses_nothing_that_is_live() -> None:
    rows = [
        one(state, memory, connection_at_start=40)
        for role in Role
        for memory, state in enumerate(random_states(role, 200, 5))
    ]
    many = States(*(np.array(column) for column in zip(*rows, strict=True)))
    back = unpack(pack(many, 0xFFFF), connection_at_start=40)
    for name in States._fields:
        if name != "origin":
            assert (getattr(back, name) == getattr(many, name)).all(), name


def test_states_go_to_the_first_test_that_holds() -> None:
    rows = [
        one(state, 0, connection_at_start=40) for state in random_states(Role.WITHDRAWER, 300, 9)
    ]
    many = States(*(np.array(column) for column in zip(*rows, strict=True)))
    many = many._replace(origin=np.arange(300))
    parts = dict(
        divide_many(many, [lambda s: s.tension > 50, lambda s: s.tension > 20, lambda _: True])
    )
    assert (parts[0].tension > 50).all()
    assert ((parts[1].tension <= 50) & (parts[1].tension > 20)).all()
    assert (parts[2].tension <= 20).all()
    assert sorted(np.concatenate([p.origin for p in parts.values()]).tolist()) == list(range(300))
