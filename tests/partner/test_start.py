"""Where a play starts."""

import pytest

from simulator.partner.moves import Role
from simulator.partner.stances import Stance
from simulator.partner.state import PartnerState, StartError, start_state
from simulator.partner.temperaments import Temperament
from tests.partner.states import ALL_TEMPERAMENTS, EVEN, P, W


@pytest.mark.parametrize("temperament", ALL_TEMPERAMENTS, ids=lambda t: t.id)
def test_nobody_is_defended_at_rest(temperament: Temperament) -> None:
    rest = temperament.set_point
    assert start_state(W, temperament) == PartnerState(rest, 40, None, Stance.ENGAGED)
    assert start_state(P, temperament) == PartnerState(rest, 40, 6, Stance.CALM)


@pytest.mark.parametrize(
    ("role", "tension", "stance"),
    [
        (W, 0, Stance.ENGAGED),
        (W, 34, Stance.ENGAGED),
        (W, 35, Stance.GUARDED),
        (W, 54, Stance.GUARDED),
        (W, 55, Stance.WITHDRAWING),
        (W, 75, Stance.SHUT_DOWN),
        (W, 94, Stance.SHUT_DOWN),
        (P, 34, Stance.CALM),
        (P, 35, Stance.PROTESTING),
        (P, 55, Stance.ESCALATING),
        (P, 100, Stance.ESCALATING),
    ],
)
def test_the_worst_stance_the_tension_has_reached(role: Role, tension: int, stance: Stance) -> None:
    start = start_state(role, EVEN, tension=tension, connection=7)
    assert (start.stance, start.tension, start.connection) == (stance, tension, 7)
    assert start[4:] == (0, False, False, False)


@pytest.mark.parametrize(
    ("hope", "tension", "stance", "starts_at"),
    [
        (0, 60, Stance.GIVING_UP, 25),
        (1, 60, Stance.GIVING_UP, 25),
        (1, 12, Stance.GIVING_UP, 12),
        (2, 60, Stance.ESCALATING, 60),
        (10, 30, Stance.CALM, 30),
    ],
)
def test_a_pursuer_without_hope_has_stopped_asking(
    hope: int, tension: int, stance: Stance, starts_at: int
) -> None:
    start = start_state(P, EVEN, tension=tension, hope=hope)
    assert (start.hope, start.stance, start.tension) == (hope, stance, starts_at)


@pytest.mark.parametrize(
    ("role", "values", "says"),
    [
        (W, {"tension": 95}, "tension 95 .* 0 to 94"),
        (W, {"tension": -1}, "tension -1"),
        (P, {"tension": 101}, "tension 101 .* 0 to 100"),
        (P, {"connection": 101}, "connection 101 .* 0 to 100"),
        (W, {"connection": -1}, "connection -1"),
        (P, {"hope": 11}, "hope 11 .* 0 to 10"),
        (P, {"hope": -1}, "hope -1"),
        (W, {"hope": 6}, "hope belongs to a partner who is a pursuer"),
    ],
)
def test_a_start_that_cannot_be(role: Role, values: dict[str, int], says: str) -> None:
    with pytest.raises(StartError, match=says):
        start_state(role, EVEN, **values)
