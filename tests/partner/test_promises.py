"""A time-out, its return kept or broken."""

import pytest

from simulator.partner.moves import Role
from simulator.partner.stances import Stance
from simulator.partner.state import PartnerState
from simulator.partner.step import step
from simulator.partner.temperaments import Temperament
from tests.partner.states import (
    ALL_TEMPERAMENTS,
    AVOIDANT,
    EVEN,
    FEARFUL,
    P,
    W,
    said,
    state,
)

WD, SD, ES, PR, GONE = (
    Stance.WITHDRAWING,
    Stance.SHUT_DOWN,
    Stance.ESCALATING,
    Stance.PROTESTING,
    Stance.GIVING_UP,
)


def _step(now: PartnerState, reply: str, temperament: Temperament = EVEN) -> PartnerState:
    return step(now, said(reply), W if now.hope is None else P, temperament)


@pytest.mark.parametrize("temperament", ALL_TEMPERAMENTS, ids=lambda t: t.id)
@pytest.mark.parametrize(
    ("move", "to_withdrawer", "to_pursuer"),
    [("time_out", -16, -6), ("returning", -8, -20), ("not_returning", 5, 20)],
)
def test_a_promise_moves_tension_flat_with_drift(
    move: str, to_withdrawer: int, to_pursuer: int, temperament: Temperament
) -> None:
    owed = move != "time_out"
    for stance, change in [(SD, to_withdrawer), (ES, to_pursuer)]:
        for asked in (False, True):
            now = state(stance, 70, promised=owed, asked_time=asked)
            assert _step(now, move, temperament).tension == 69 + change


def test_no_quarter_limits_a_promise_but_the_meter_ends() -> None:
    assert _step(state(Stance.GUARDED, 20), "time_out").tension == 5
    assert _step(state(Stance.GUARDED, 10), "time_out").tension == 0
    assert _step(state(ES, 95, promised=True), "not_returning").tension == 100


@pytest.mark.parametrize(
    ("reply", "connection", "streak"),
    [
        ("time_out", 52, 2),
        ("time_out,validation", 54, 2),
        ("time_out,complaint", 52, 2),
        ("time_out,blame", 46, 0),
        ("time_out,blame,warmth", 48, 0),
        ("time_out,placating", 49, 2),
    ],
)
def test_connection_and_streak_take_the_larger_charge(
    reply: str, connection: int, streak: int
) -> None:
    then = _step(state(Stance.GUARDED, 50, streak=1), reply)
    assert (then.connection, then.streak) == (connection, streak)


@pytest.mark.parametrize("reply", ["time_out", "time_out,validation", "time_out,respecting_space"])
def test_company_adds_nothing_to_the_relief(reply: str) -> None:
    assert _step(state(WD, 70), reply, AVOIDANT).tension == 53


def test_the_promise_opens_and_closes() -> None:
    free, owed = state(WD, 60), state(WD, 60, promised=True)
    assert _step(free, "time_out").promised
    assert _step(free, "time_out,blame").promised
    assert not _step(free, "warmth").promised
    assert _step(owed, "warmth").promised
    assert _step(owed, "blame").promised
    assert _step(owed, "time_out").promised
    assert not _step(owed, "returning").promised
    assert not _step(owed, "returning,blame").promised
    assert not _step(owed, "not_returning").promised


@pytest.mark.parametrize(
    ("now", "beside"),
    [(state(WD, 60), "time_out"), (state(ES, 70, promised=True), "returning")],
)
def test_beside_a_negative_move_a_promise_opens_or_closes_and_nothing_more(
    now: PartnerState, beside: str
) -> None:
    for rest in ("blame", "silence,warmth", "self_blame"):
        without = _step(now, rest)
        assert _step(now, f"{beside},{rest}") == without._replace(promised=not now.promised)


def test_beside_a_negative_move_it_still_hears_a_request_for_time() -> None:
    asked = state(WD, 60, asked_time=True)
    assert _step(asked, "time_out,criticism,warmth").tension == 59 + 10 + 5
    assert _step(asked, "criticism,warmth").tension == 59 + 15 + 5


def test_a_second_time_out_is_deferring_in_every_respect() -> None:
    for role, now in [(W, state(SD, 80, promised=True)), (P, state(ES, 60, promised=True))]:
        for asked in (False, True):
            here = now._replace(asked_time=asked)
            for company in ("", ",warmth", ",deferring", ",blame", ",validation,warmth"):
                with_deferring = company.replace(",deferring", "")
                again = step(here, said(f"time_out{company}"), role, EVEN)
                later = step(here, said(f"deferring{with_deferring}"), role, EVEN)
                assert again == later


def test_a_pursuer_loses_hope_over_a_second_time_out() -> None:
    now = state(ES, 60, promised=True, hope=6)
    assert _step(now, "time_out").hope == 5
    assert _step(now._replace(promised=False), "time_out").hope == 6


@pytest.mark.parametrize(
    ("now", "lifted"),
    [
        (state(WD, 49, promised=True), True),
        (state(WD, 50, promised=True), False),
        (state(SD, 69, promised=True), True),
        (state(SD, 70, promised=True), False),
        (state(ES, 61, promised=True), True),
        (state(ES, 62, promised=True), False),
    ],
)
def test_a_kept_return_lifts_the_stance_at_once_below_the_level(
    now: PartnerState, lifted: bool
) -> None:
    for temperament in (EVEN, FEARFUL):
        then = _step(now, "returning", temperament)
        assert (then.stance is not now.stance) is lifted
        assert then.streak == 1
        spoilt = _step(now, "returning,blame", temperament)
        assert spoilt.stance is not Stance.GUARDED
        assert spoilt.stance is not PR


def test_a_time_out_does_not_lift_it_by_itself() -> None:
    assert _step(state(WD, 50), "time_out").stance is WD
    assert _step(state(WD, 50, streak=1), "time_out").stance is Stance.GUARDED


def test_a_broken_promise_ends_the_streak_and_costs_connection() -> None:
    then = _step(state(WD, 60, streak=3, promised=True), "not_returning")
    assert (then.streak, then.connection, then.tension) == (0, 42, 64)


@pytest.mark.parametrize(
    ("reply", "hope"),
    [("returning", 8), ("not_returning", 3), ("returning,blame", 6), ("returning,silence", 5)],
)
def test_what_a_return_does_to_hope(reply: str, hope: int) -> None:
    assert _step(state(ES, 60, promised=True, hope=6), reply).hope == hope


def test_in_giving_up_a_promise_counts_by_its_charge_alone() -> None:
    gone = state(GONE, 25, hope=1)
    away = _step(gone, "time_out")
    assert away == gone._replace(tension=15, connection=51, streak=1, promised=True)
    kept = _step(away, "returning")
    assert (kept.tension, kept.connection, kept.hope, kept.streak) == (15, 52, 3, 2)
    broken = _step(away, "not_returning")
    assert (broken.tension, broken.connection, broken.hope, broken.streak) == (15, 42, 0, 0)


@pytest.mark.parametrize("role", Role)
def test_a_time_out_after_a_request_is_heard(role: Role) -> None:
    now = state(SD if role is W else ES, 80, asked_time=True)
    assert _step(now, "time_out").streak == 1
