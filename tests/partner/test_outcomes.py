"""What an ending may be called."""

from typing import Any

import pytest

from simulator.partner.moves import Role
from simulator.partner.outcomes import (
    HIGHEST_START_TO_RECONNECT,
    Outcome,
    earned,
    may_be_called,
)
from simulator.partner.stances import Stance
from simulator.partner.state import PartnerState
from tests.partner.states import PURSUERS, WITHDRAWERS, P, W, standing, state

EARNED = {
    W: state(Stance.ENGAGED, 30, connection=55, streak=1, voiced=True),
    P: state(Stance.CALM, 30, connection=55, streak=1, voiced=True),
}
ROLES = pytest.mark.parametrize("role", Role)


def _may(outcome: Outcome, now: PartnerState, role: Role, start: int = 40) -> bool:
    return bool(may_be_called(outcome, standing(now, connection_at_start=start), role))


@ROLES
def test_closeness_is_earned(role: Role) -> None:
    assert earned(standing(EARNED[role], connection_at_start=40))
    assert _may(Outcome.RECONNECTED, EARNED[role], role)


@ROLES
@pytest.mark.parametrize(
    "lacking",
    [
        {"connection": 54},
        {"streak": 0},
        {"voiced": False},
        {"promised": True},
        {"stance": "one worse"},
    ],
    ids=lambda lacking: next(iter(lacking)),
)
def test_each_condition_of_it_is_needed(role: Role, lacking: dict[str, Any]) -> None:
    if "stance" in lacking:
        lacking = {"stance": Stance.GUARDED if role is W else Stance.PROTESTING}
    now = EARNED[role]._replace(**lacking)
    assert not _may(Outcome.RECONNECTED, now, role)
    assert not earned(standing(now, connection_at_start=40))


@ROLES
def test_it_is_measured_against_the_start(role: Role) -> None:
    closest, highest = EARNED[role]._replace(connection=100), HIGHEST_START_TO_RECONNECT
    assert highest == 85
    assert _may(Outcome.RECONNECTED, closest, role, start=highest)
    assert not _may(Outcome.RECONNECTED, closest, role, start=highest + 1)


@pytest.mark.parametrize(
    ("connection", "promised", "allowed"),
    [(40, False, True), (39, False, False), (60, True, False)],
)
def test_a_truce(connection: int, promised: bool, allowed: bool) -> None:
    for role, stance in [(W, Stance.SHUT_DOWN), (P, Stance.ESCALATING)]:
        now = state(stance, 60, connection=connection, promised=promised)
        assert _may(Outcome.TRUCE, now, role) is allowed


@pytest.mark.parametrize("stance", [*WITHDRAWERS, Stance.LEFT, *PURSUERS, Stance.GIVING_UP])
def test_what_hangs_on_stance_and_promise_alone(stance: Stance) -> None:
    role = P if stance in (*PURSUERS, Stance.GIVING_UP) else W
    for promised in (False, True):
        now = state(stance, 20, connection=0, promised=promised)
        allowed = {outcome for outcome in Outcome if _may(outcome, now, role)}
        expected = {Outcome.PARTED, Outcome.STUCK, Outcome.RUPTURED}
        if promised:
            expected.add(Outcome.PAUSED)
        if stance is Stance.LEFT:
            expected.add(Outcome.WITHDRAWN)
        if stance is Stance.GIVING_UP:
            expected.add(Outcome.GIVEN_UP)
        assert allowed == expected


def test_only_a_withdrawer_has_left_and_only_a_pursuer_gives_up() -> None:
    assert not _may(Outcome.GIVEN_UP, state(Stance.SHUT_DOWN, 80), W)
    assert not _may(Outcome.WITHDRAWN, state(Stance.GIVING_UP, 20), P)


@ROLES
def test_stopped_is_never_reached_by_an_ending(role: Role) -> None:
    assert not _may(Outcome.STOPPED, EARNED[role], role)
