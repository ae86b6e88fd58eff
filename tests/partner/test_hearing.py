"""Which moves land, and the one charge a reply comes to."""

import pytest

from simulator.partner.hearing import NotLanded, charge_on_paper, hear
from simulator.partner.moves import Family, Role
from simulator.partner.stances import Stance
from simulator.partner.temperaments import Temperament
from tests.partner.states import ANXIOUS, AVOIDANT, EVEN, FEARFUL, P, W, said, state

OPEN = {W: state(Stance.ENGAGED, 30, streak=1), P: state(Stance.CALM, 30, streak=1)}


def _q(reply: str, role: Role, temperament: Temperament = EVEN) -> int:
    return hear(said(reply), OPEN[role], role, temperament).q


@pytest.mark.parametrize(
    ("stance", "streak", "role", "lost"),
    [
        (Stance.ENGAGED, 0, W, ""),
        (Stance.GUARDED, 0, W, ""),
        (Stance.WITHDRAWING, 0, W, "planning curiosity naming_cycle"),
        (Stance.WITHDRAWING, 1, W, ""),
        (Stance.SHUT_DOWN, 3, W, "planning curiosity naming_cycle"),
        (Stance.CALM, 0, P, ""),
        (Stance.PROTESTING, 0, P, "planning"),
        (Stance.PROTESTING, 1, P, ""),
        (Stance.ESCALATING, 3, P, "planning"),
        (Stance.GIVING_UP, 2, P, "planning"),
    ],
)
def test_what_comes_too_early(stance: Stance, streak: int, role: Role, lost: str) -> None:
    reply = said("planning,curiosity,naming_cycle,validation,respecting_space")
    heard = hear(reply, state(stance, 20, streak=streak), role, EVEN)
    assert [move for move, _ in heard.not_landed] == lost.split()
    assert {why for _, why in heard.not_landed} <= {NotLanded.LATE}
    assert heard.landed == tuple(move for move in reply if move not in lost.split())


@pytest.mark.parametrize(
    ("reply", "role", "landed"),
    [
        ("validation", W, False),
        ("validation,complaint", W, False),
        ("validation,blame", W, False),
        ("validation,respecting_space", W, True),
        ("validation,declining", W, True),
        ("validation,waiting", P, True),
        ("validation,time_out", W, True),
        ("validation,time_out,blame", W, True),
    ],
)
def test_a_soft_word_that_does_not_hear_a_request_is_not_heard_either(
    reply: str, role: Role, landed: bool
) -> None:
    asked = OPEN[role]._replace(asked_time=True)
    heard = hear(said(reply), asked, role, EVEN)
    assert ("validation" in heard.positive) is landed
    assert heard.not_landed == (() if landed else (("validation", NotLanded.TIME_ASKED),))


def test_a_return_is_of_the_space_family_and_a_second_time_out_is_not() -> None:
    asked = OPEN[W]._replace(asked_time=True, promised=True)
    assert hear(said("returning,validation"), asked, W, EVEN).positive == ("validation",)
    assert hear(said("time_out,validation"), asked, W, EVEN).positive == ()


@pytest.mark.parametrize(
    ("reply", "to_withdrawer", "to_pursuer"),
    [
        ("complaint", 0, 0),
        ("complaint,declining", 0, 0),
        ("warmth", 2, 2),
        ("warmth,complaint", 2, 2),
        ("warmth,engaging", 3, 3),
        ("warmth,engaging,boundary,self_soothing", 3, 3),
        ("reflecting,warmth", 4, 4),
        ("validation,ownership", 4, 4),
        ("silence", -1, -3),
        ("silence,warmth", -1, -2),
        ("blame,validation,warmth", -1, -1),
        ("blame,complaint", -2, -2),
        ("blame,silence", -3, -4),
        ("contempt,criticism", -4, -4),
        ("contempt,validation", -3, -3),
        ("contempt,blame,validation", -4, -4),
        ("blame,criticism,validation", -4, -4),
        ("waiting,warmth", 3, -1),
        ("deferring,warmth", 2, -1),
    ],
)
def test_several_moves_come_to_one_charge(reply: str, to_withdrawer: int, to_pursuer: int) -> None:
    assert (_q(reply, W), _q(reply, P)) == (to_withdrawer, to_pursuer)
    assert (charge_on_paper(said(reply), W), charge_on_paper(said(reply), P)) == (
        to_withdrawer,
        to_pursuer,
    )


@pytest.mark.parametrize(
    ("reply", "role", "family"),
    [
        ("silence,blame", W, Family.PRESSURE),
        ("silence,blame", P, Family.DISTANCE),
        ("minimising,blame", W, Family.PRESSURE),
        ("blame,leaving", W, Family.PRESSURE),
        ("waiting,deferring", P, Family.DISTANCE),
        ("waiting,checking_up", P, Family.PRESSURE),
        ("waiting,warmth", P, Family.SPACE),
        ("warmth", P, None),
        ("warmth,complaint", W, None),
    ],
)
def test_the_most_negative_move_gives_the_family(
    reply: str, role: Role, family: Family | None
) -> None:
    assert hear(said(reply), OPEN[role], role, EVEN).charge.family is family


@pytest.mark.parametrize(
    ("reply", "role", "temperament", "q"),
    [
        ("offering_time", W, AVOIDANT, 4),
        ("self_soothing", W, AVOIDANT, 2),
        ("waiting", W, AVOIDANT, 2),
        ("waiting", P, AVOIDANT, -1),
        ("respecting_space,engaging", W, AVOIDANT, 4),
        ("self_soothing,engaging", W, AVOIDANT, 3),
        ("self_soothing,warmth", W, AVOIDANT, 3),
        ("declining", W, AVOIDANT, 0),
        ("blame,self_soothing", W, AVOIDANT, -1),
        ("disclosure", W, ANXIOUS, 4),
        ("disclosure", P, ANXIOUS, 4),
        ("warmth", P, ANXIOUS, 3),
        ("warmth", P, AVOIDANT, 2),
    ],
)
def test_what_soothes_a_temperament_more(
    reply: str, role: Role, temperament: Temperament, q: int
) -> None:
    assert _q(reply, role, temperament) == q


def test_the_strongest_move_is_the_first_of_equals_as_this_partner_hears_them() -> None:
    assert hear(said("warmth,repair"), OPEN[W], W, EVEN).charge.strongest == "warmth"
    assert hear(said("repair,warmth"), OPEN[W], W, EVEN).charge.strongest == "repair"
    assert hear(said("repair,warmth"), OPEN[W], W, ANXIOUS).charge.strongest == "warmth"


@pytest.mark.parametrize(("streak", "q"), [(0, 2), (1, 4), (3, 4)])
def test_the_fearful_believe_late(streak: int, q: int) -> None:
    now = state(Stance.GUARDED, 40, streak=streak)
    assert hear(["validation"], now, W, FEARFUL).q == q
    assert hear(["validation"], now, W, EVEN).q == 4
    assert hear(["warmth"], now, W, FEARFUL).q == 2
    assert hear(["contempt"], now, W, FEARFUL).q == -4


def test_a_promise_is_believed_at_once() -> None:
    owed = state(Stance.GUARDED, 40, promised=True)
    assert hear(["returning"], owed, W, FEARFUL).q == 4
    free = state(Stance.GUARDED, 40)
    assert hear(["time_out"], free, W, FEARFUL).q == 2
    assert hear(["time_out", "validation"], free, W, FEARFUL).q == 2
    assert hear(["time_out", "validation"], free, W, EVEN).q == 4
    assert hear(["returning", "validation"], owed, W, FEARFUL).q == 4


@pytest.mark.parametrize(
    ("reply", "q"),
    [
        ("time_out", 2),
        ("returning", 4),
        ("not_returning", -4),
        ("time_out,engaging", 2),
        ("time_out,warmth", 2),
        ("time_out,warmth,engaging", 3),
        ("time_out,complaint", 2),
        ("returning,warmth", 4),
        ("time_out,blame", -2),
        ("returning,contempt", -4),
        ("returning,blame,warmth", -1),
    ],
)
def test_a_promise_has_its_own_charge_and_is_no_company(reply: str, q: int) -> None:
    owed = not reply.startswith("time_out")
    heard = hear(said(reply), OPEN[W]._replace(promised=owed), W, EVEN)
    assert heard.q == q
    assert charge_on_paper(said(reply), W) == q
    assert heard.promise_decides is ("blame" not in reply and "contempt" not in reply)


def test_on_paper_no_partner_is_looked_at() -> None:
    assert charge_on_paper(["planning", "warmth"], W) == 4
    assert charge_on_paper(["offering_time"], W) == 3
    assert charge_on_paper(["curiosity"], P) == 3
