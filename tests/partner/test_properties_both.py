"""What must hold of every partner (properties 1, 6, 9, 10, 13, 14, 15 and 16 of the model)."""

import itertools
import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.partner.moves import MOVES, Family, Role
from simulator.partner.stances import Stance, mildest, rank
from simulator.partner.state import PartnerState, start_state
from simulator.partner.step import step
from simulator.partner.temperaments import Temperament
from tests.partner.states import (
    ALL_TEMPERAMENTS,
    GOOD,
    PLAIN_MOVES,
    SOLUTIONS,
    SOME_HOPES,
    THOROUGH,
    P,
    W,
    given_up,
    plain_replies,
    plays,
    pursuers,
    roles,
    state,
    states,
    steps_until,
    temperaments,
    walk,
    withdrawers,
)

BY_TEMPERAMENT = pytest.mark.parametrize("temperament", ALL_TEMPERAMENTS, ids=lambda t: t.id)
BY_ASKED = pytest.mark.parametrize("asked", [False, True], ids=["", "asked for time"])
SPACE = tuple(m for m in PLAIN_MOVES if MOVES[m].family is Family.SPACE)
NOT_SPACE = tuple(m for m in PLAIN_MOVES if m not in SPACE)


def _short_of_giving_up() -> Iterator[tuple[Role, PartnerState]]:
    yield from ((W, now) for now in withdrawers())
    yield from ((P, now) for now in pursuers(hopes=SOME_HOPES))


def _everybody() -> Iterator[tuple[Role, PartnerState]]:
    yield from _short_of_giving_up()
    yield from ((P, now) for now in given_up())


def _drifted(tension: int, temperament: Temperament) -> int:
    if tension < temperament.set_point:
        return tension + 1
    return tension - (tension > temperament.set_point)


@THOROUGH
@given(st.data(), roles(), temperaments())
def test_01_the_meters_stay_within_their_ends(
    data: st.DataObject, role: Role, temperament: Temperament
) -> None:
    start, series = data.draw(plays(role))
    for now in walk(start, series, role, temperament):
        assert 0 <= now.tension <= 100
        assert 0 <= now.connection <= 100
        assert 0 <= now.streak <= 3
        assert (now.hope is None) if role is W else (now.hope is not None and 0 <= now.hope <= 10)
        assert not now.asked_time


_DIGEST = """
import random
from simulator.partner.moves import MOVES, PROMISES, Role
from simulator.partner.causes import causes
from simulator.partner.state import start_state
from simulator.partner.step import step
from simulator.partner.temperaments import TEMPERAMENTS
draw = random.Random(7)
plain = [move for move in MOVES if move not in PROMISES]
for role in Role:
    for temperament in TEMPERAMENTS.values():
        for _ in range(20):
            now = start_state(role, temperament)
            for _ in range(8):
                moves = draw.sample(plain, draw.randint(1, 4))
                print(causes(now, moves, role, temperament))
                now = step(now, moves, role, temperament)
                print(tuple(now))
"""


def test_01_the_same_play_is_the_same_in_every_process() -> None:
    told = [
        subprocess.run(
            [sys.executable, "-c", _DIGEST],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert told[0] == told[1]
    assert len(told[0].splitlines()) == 2 * 5 * 20 * 8 * 2


@BY_TEMPERAMENT
@BY_ASKED
def test_06_there_is_no_dead_end(temperament: Temperament, asked: bool) -> None:
    for role, bare in _everybody():
        now = bare._replace(asked_time=asked)
        count = steps_until(mildest(role), now, [GOOD], role, temperament, at_most=20)
        assert count is not None, now


def _without_room() -> Iterator[tuple[Role, PartnerState]]:
    yield from ((W, now) for now in withdrawers((Stance.SHUT_DOWN,)))
    yield from ((W, n) for n in withdrawers((Stance.WITHDRAWING,)) if n.streak == 0)
    yield from ((P, now) for now in pursuers((Stance.ESCALATING,), hopes=SOME_HOPES))
    yield from ((P, n) for n in pursuers((Stance.PROTESTING,), SOME_HOPES) if n.streak == 0)


@BY_TEMPERAMENT
@BY_ASKED
def test_09_where_there_is_no_room_a_solution_does_nothing(
    temperament: Temperament, asked: bool
) -> None:
    for role, bare in _without_room():
        now = bare._replace(asked_time=asked)
        untouched = bare._replace(tension=_drifted(now.tension, temperament))
        for solution in SOLUTIONS:
            then = step(now, [solution], role, temperament)
            assert then._replace(voiced=False) == untouched, (now, solution)


@THOROUGH
@given(st.data(), roles(), temperaments())
def test_09_solutions_alone_never_lift_the_stance(
    data: st.DataObject, role: Role, temperament: Temperament
) -> None:
    deep = (
        [Stance.SHUT_DOWN, Stance.WITHDRAWING]
        if role is W
        else [Stance.ESCALATING, Stance.PROTESTING]
    )
    now = data.draw(states(role).filter(lambda drawn: drawn.stance in deep))
    if now.stance is deep[1]:
        now = now._replace(streak=0)
    series = data.draw(st.lists(plain_replies(SOLUTIONS), min_size=1, max_size=30))
    assert {then.stance for then in walk(now, series, role, temperament)} == {now.stance}


@BY_TEMPERAMENT
def test_10_pressure_after_a_request_for_time_costs_five_more(temperament: Temperament) -> None:
    pressure = [m for m, move in MOVES.items() if move.family is Family.PRESSURE]
    compared = 0
    for role, now in _short_of_giving_up():
        asked = now._replace(asked_time=True)
        for move in pressure:
            then = step(now, [move], role, temperament)
            if MOVES[move].charge(role) >= 0 or then.tension > 95:
                continue
            if then.stance is Stance.GIVING_UP:
                continue
            compared += 1
            overridden = step(asked, [move], role, temperament)
            assert overridden.tension == then.tension + 5, (now, move)
    assert compared > 10_000


@BY_TEMPERAMENT
def test_10_soft_words_that_do_not_hear_a_request_are_not_heard_either(
    temperament: Temperament,
) -> None:
    openness = [m for m, move in MOVES.items() if move.family is Family.OPENNESS]
    for role, bare in _everybody():
        now = bare._replace(asked_time=True)
        neutral = step(now, ["declining"], role, temperament)._replace(voiced=False)
        for move in openness:
            then = step(now, [move], role, temperament)
            assert then._replace(voiced=False) == neutral, (now, move)


@BY_TEMPERAMENT
@pytest.mark.parametrize("role", Role)
def test_13_no_repeated_move_kills_the_meter(role: Role, temperament: Temperament) -> None:
    start = start_state(role, temperament)
    for move in PLAIN_MOVES:
        later = walk(start, [move] * 12, role, temperament)
        assert min(now.tension for now in later) > 0, move


@BY_TEMPERAMENT
@BY_ASKED
def test_14_a_complaint_and_a_no_are_safe(temperament: Temperament, asked: bool) -> None:
    for role, bare in _short_of_giving_up():
        now = bare._replace(asked_time=asked)
        untouched = bare._replace(tension=_drifted(now.tension, temperament), voiced=True)
        for move in ("complaint", "declining"):
            assert step(now, [move], role, temperament) == untouched, (now, move)


@BY_ASKED
def test_14_nor_do_they_cost_hope_once_it_is_gone(asked: bool) -> None:
    for temperament, bare in itertools.product(ALL_TEMPERAMENTS, given_up()):
        now = bare._replace(asked_time=asked)
        for move in ("complaint", "declining"):
            then = step(now, [move], P, temperament)
            assert (then.hope, then.streak) == (now.hope, now.streak)


def _best(
    now: PartnerState, moves: tuple[str, ...], role: Role, temperament: Temperament
) -> tuple[int, int]:
    """The least tension any of these moves leads to, and the best end in stance and tension."""
    ends = [step(now, [move], role, temperament) for move in moves]
    return (
        min(end.tension for end in ends),
        min(rank(end.stance) * 1000 + end.tension for end in ends),
    )


@BY_TEMPERAMENT
def test_15_to_a_withdrawer_far_away_space_helps_best(temperament: Temperament) -> None:
    for now in withdrawers((Stance.WITHDRAWING, Stance.SHUT_DOWN)):
        if now.tension > 33:
            space = _best(now, SPACE, W, temperament)
            other = _best(now, NOT_SPACE, W, temperament)
            assert space[0] < other[0], now
            assert space[1] < other[1], now


@BY_TEMPERAMENT
def test_15_to_a_withdrawer_who_is_near_words_help_as_well(temperament: Temperament) -> None:
    for now in withdrawers((Stance.ENGAGED, Stance.GUARDED)):
        space = _best(now, SPACE, W, temperament)
        other = _best(now, NOT_SPACE, W, temperament)
        assert other[0] <= space[0], now
        assert other[1] <= space[1], now


@BY_TEMPERAMENT
def test_15_to_a_pursuer_space_never_helps_best(temperament: Temperament) -> None:
    for now in itertools.chain(pursuers(hopes=[4]), given_up()):
        space = _best(now, SPACE, P, temperament)
        other = _best(now, NOT_SPACE, P, temperament)
        assert other[0] <= space[0], now


@BY_TEMPERAMENT
@pytest.mark.parametrize("promised", [False, True])
def test_16_an_open_promise_does_not_pay(temperament: Temperament, promised: bool) -> None:
    starts = [(W, state(Stance.WITHDRAWING, 60, streak=s, promised=promised)) for s in range(4)]
    starts += [
        (P, state(Stance.ESCALATING, 65, streak=s, hope=h, promised=promised))
        for s in range(4)
        for h in range(2, 11)
    ]
    for role, now in starts:
        seen = {then.stance for then in walk(now, ["time_out"] * 4, role, temperament)}
        assert mildest(role) not in seen, now
