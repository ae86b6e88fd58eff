"""What must hold of a partner who withdraws (properties 2, 3, 5, 7, 8 and 12 of the model)."""

import itertools

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from simulator.partner.hearing import hear
from simulator.partner.moves import MOVES
from simulator.partner.outcomes import Outcome, may_be_called
from simulator.partner.stances import Stance, level_of, rank
from simulator.partner.state import PartnerState, start_state
from simulator.partner.step import step
from simulator.partner.temperaments import Temperament
from tests.partner.states import (
    ALL_TEMPERAMENTS,
    ANXIOUS,
    AVOIDANT,
    BAD,
    EVEN,
    FEARFUL,
    GOOD,
    PLAIN_MOVES,
    SECURE,
    THOROUGH,
    WITHDRAWERS,
    W,
    after,
    plain_replies,
    plays,
    said,
    standing,
    state,
    states,
    steps_until,
    temperaments,
    walk,
    withdrawers,
)

DEMAND = "demand"
FIVE_TO_ONE = (*[GOOD] * 5, BAD)


def _is_at_least_as_bad(harsh: PartnerState, soft: PartnerState) -> bool:
    if harsh.stance is soft.stance:
        return harsh.stance is Stance.LEFT or harsh.tension >= soft.tension
    return rank(harsh.stance) > rank(soft.stance)


@pytest.mark.parametrize("temperament", ALL_TEMPERAMENTS, ids=lambda t: t.id)
@pytest.mark.parametrize("asked", [False, True], ids=["", "asked for time"])
def test_02_a_demand_never_does_better_than_a_milder_reply(
    temperament: Temperament, asked: bool
) -> None:
    demand = MOVES[DEMAND].to_withdrawer
    for bare in withdrawers():
        now = bare._replace(asked_time=asked)
        pressed = step(now, [DEMAND], W, temperament)
        for move in PLAIN_MOVES:
            if hear([move], now, W, temperament).q > demand:
                answered = step(now, [move], W, temperament)
                assert _is_at_least_as_bad(pressed, answered), (now, move)


@THOROUGH
@given(
    now=states(W, promised=False),
    reply=plain_replies(),
    temperament=temperaments(),
    later=plays(W),
    asks=st.lists(st.booleans(), min_size=12, max_size=12),
)
def test_02_a_demand_does_not_pay_several_replies_later_either(
    now: PartnerState,
    reply: str,
    temperament: Temperament,
    later: tuple[PartnerState, list[str]],
    asks: list[bool],
) -> None:
    start, series = later
    now = now._replace(promised=start.promised)
    demand = MOVES[DEMAND].to_withdrawer
    assume(hear(said(reply), now, W, temperament).q > demand)
    harsh, soft = step(now, [DEMAND], W, temperament), step(now, said(reply), W, temperament)
    assert _is_at_least_as_bad(harsh, soft)
    for following, asked in zip(series, asks, strict=False):
        harsh, soft = (
            step(then._replace(asked_time=asked), said(following), W, temperament)
            for then in (harsh, soft)
        )
        assert _is_at_least_as_bad(harsh, soft)


def test_03_the_harsh_example_walks_the_partner_out() -> None:
    now = start_state(W, EVEN)
    seen = []
    harsh = ["blame", "criticism", "criticism", "demand", "criticism"]
    for number, reply in enumerate(harsh, start=1):
        now = step(now, said(reply), W, EVEN)._replace(asked_time=number in {1, 3, 4})
        seen.append(now.stance)
    assert seen == ["guarded", "withdrawing", "withdrawing", "shut_down", "left"]


def test_03_the_kind_example_stays_engaged_and_earns_closeness() -> None:
    start = start_state(W, EVEN)
    kind = ["gentle_startup", GOOD, "problem_solving", "offering_time", "appreciation"]
    states_seen = walk(start, kind, W)
    assert {now.stance for now in states_seen} == {Stance.ENGAGED}
    called = [
        may_be_called(Outcome.RECONNECTED, standing(now, connection_at_start=start.connection), W)
        for now in states_seen
    ]
    assert called[-1]
    assert not called[-2]


@pytest.mark.parametrize("streak", range(4))
@pytest.mark.parametrize(
    ("stance", "tension", "alone", "with_time_out"),
    [(Stance.WITHDRAWING, 60, 4, 3), (Stance.SHUT_DOWN, 80, 8, 6)],
)
def test_05_one_good_reply_is_not_enough(
    stance: Stance, tension: int, alone: int, with_time_out: int, streak: int
) -> None:
    now = state(stance, tension, streak=streak)
    assert steps_until(Stance.ENGAGED, now, [GOOD], W, EVEN, at_most=20) == alone
    kept = ["time_out", "returning", *[GOOD] * 20]
    assert steps_until(Stance.ENGAGED, now, kept, W, EVEN, at_most=20) == with_time_out


@pytest.mark.parametrize("temperament", ALL_TEMPERAMENTS, ids=lambda t: t.id)
def test_07_bad_is_stronger_than_good(temperament: Temperament) -> None:
    for now in withdrawers((Stance.ENGAGED, Stance.GUARDED, Stance.WITHDRAWING)):
        if now.tension >= max(temperament.set_point, level_of(now.stance).leaves or 0):
            assert after(now, [GOOD, BAD], W, temperament).tension > now.tension, now


@pytest.mark.parametrize("temperament", ALL_TEMPERAMENTS, ids=lambda t: t.id)
@pytest.mark.parametrize("cycle", [(GOOD, BAD), (BAD, GOOD)], ids=["good first", "bad first"])
def test_08_one_good_for_one_bad_ends_with_the_partner_gone(
    temperament: Temperament, cycle: tuple[str, str]
) -> None:
    for now in withdrawers():
        assert steps_until(Stance.LEFT, now, cycle, W, temperament, at_most=40), now


def _comes_back_on_five_to_one(now: PartnerState, temperament: Temperament) -> bool:
    steps = steps_until(Stance.ENGAGED, now, FIVE_TO_ONE, W, temperament, at_most=150)
    return steps is not None


def _needs_room_first(now: PartnerState, temperament: Temperament) -> bool:
    return temperament is FEARFUL and now.stance is Stance.SHUT_DOWN and now.tension >= 74


@pytest.mark.parametrize("temperament", ALL_TEMPERAMENTS, ids=lambda t: t.id)
def test_08_five_good_for_one_bad_comes_to_engaged(temperament: Temperament) -> None:
    for now in withdrawers():
        if not _needs_room_first(now, temperament):
            assert _comes_back_on_five_to_one(now, temperament), now


def test_08_the_fearful_need_room_first_from_deep_down() -> None:
    for now in withdrawers((Stance.SHUT_DOWN,)):
        if not _needs_room_first(now, FEARFUL):
            continue
        if now.streak == 0:
            assert not _comes_back_on_five_to_one(now, FEARFUL), now
        room = now
        while room.tension >= 74:
            room = step(room, ["respecting_space"], W, FEARFUL)
        assert _comes_back_on_five_to_one(room, FEARFUL), now
        paused = after(now, ["time_out", "returning"], W, FEARFUL)
        assert _comes_back_on_five_to_one(paused, FEARFUL), now


def _ends(replies: list[str]) -> dict[Temperament, PartnerState]:
    return {
        temperament: after(start_state(W, temperament, tension=30), replies, W, temperament)
        for temperament in ALL_TEMPERAMENTS
    }


def test_12_pressure_is_hardest_on_the_avoidant_and_the_fearful() -> None:
    ends = _ends(["blame", "criticism", "criticism", "demand"])
    assert {t for t, end in ends.items() if end.stance is Stance.LEFT} == {AVOIDANT, FEARFUL}
    others = [rank(end.stance) for t, end in ends.items() if t is not SECURE]
    assert rank(ends[SECURE].stance) < min(others)


def test_12_distance_is_hardest_on_the_anxious_and_the_fearful() -> None:
    ends = _ends(["silence", "leaving", "minimising", "silence"])
    tension = {temperament: end.tension for temperament, end in ends.items()}
    assert tension[SECURE] < min(tension[t] for t in ALL_TEMPERAMENTS if t is not SECURE)
    assert tension[FEARFUL] > max(tension[t] for t in ALL_TEMPERAMENTS if t is not FEARFUL)
    assert tension[ANXIOUS] > tension[AVOIDANT]


def test_the_stances_of_these_properties_are_all_there_are() -> None:
    seen = {now.stance for now in withdrawers()}
    assert seen == set(WITHDRAWERS)
    assert all(
        step(now, [DEMAND], W, temperament).stance in {*WITHDRAWERS, Stance.LEFT}
        for now, temperament in itertools.product([*withdrawers()][::40], ALL_TEMPERAMENTS)
    )


@THOROUGH
@given(now=states(W), replies=st.lists(plain_replies(), min_size=1, max_size=5))
def test_from_left_nothing_moves_any_more(now: PartnerState, replies: list[str]) -> None:
    gone = now._replace(stance=Stance.LEFT)
    assert after(gone, replies, W) == gone
