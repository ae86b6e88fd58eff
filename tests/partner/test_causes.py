"""Why a step came out as it did."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.partner.causes import Cause, Meter, causes
from simulator.partner.moves import MOVES, Role
from simulator.partner.reply import ReplyError
from simulator.partner.stances import Stance
from simulator.partner.state import PartnerState
from simulator.partner.step import step
from simulator.partner.temperaments import Temperament
from tests.partner.states import (
    ALL_TEMPERAMENTS,
    ANXIOUS,
    AVOIDANT,
    EVEN,
    FEARFUL,
    PLAIN_MOVES,
    THOROUGH,
    P,
    W,
    given_up,
    plays,
    pursuers,
    roles,
    said,
    state,
    temperaments,
    withdrawers,
)

E, G, WD, SD = Stance.ENGAGED, Stance.GUARDED, Stance.WITHDRAWING, Stance.SHUT_DOWN
C, PR, ES, GONE = Stance.CALM, Stance.PROTESTING, Stance.ESCALATING, Stance.GIVING_UP
METERS: tuple[Meter, ...] = ("tension", "connection", "hope")

IDS: dict[Meter, set[str]] = {
    "tension": {
        "move",
        "company",
        "softener",
        "charge_limit",
        "soothes_more",
        "believes_late",
        "quarter_limit",
        "time_overridden",
        "hit_harder",
        "drift",
        "promise_made",
        "promise_kept",
        "promise_broken",
        "giving_up",
        "coming_back",
        "meter_end",
        "not_landed_late",
        "not_landed_time_asked",
    },
    "connection": {"charge", "hidden_wish", "left", "giving_up", "meter_end"},
    "hope": {"move", "promise_kept", "promise_broken", "meter_end"},
    "stance": {"worsened", "lifted", "gave_up", "came_back"},
}

EXAMPLES: list[
    tuple[PartnerState, str, Temperament, Meter, list[tuple[str, str | None, int | None]]]
] = [
    (state(G, 30), "complaint", EVEN, "tension", []),
    (state(G, 40), "complaint", EVEN, "tension", [("drift", None, -1)]),
    (
        state(G, 40),
        "blame,silence",
        EVEN,
        "tension",
        [("move", "blame", 10), ("move", "silence", 5), ("drift", None, -1)],
    ),
    (
        state(G, 30),
        "blame,warmth,repair",
        EVEN,
        "tension",
        [("move", "blame", 10), ("softener", "warmth", -5)],
    ),
    (
        state(G, 30),
        "silence,warmth",
        EVEN,
        "tension",
        [("move", "silence", 5), ("softener", "warmth", 0)],
    ),
    (
        state(G, 30),
        "contempt,criticism,warmth",
        EVEN,
        "tension",
        [
            ("move", "contempt", 20),
            ("move", "criticism", 15),
            ("softener", "warmth", -5),
            ("charge_limit", None, -10),
        ],
    ),
    (
        state(G, 30),
        "contempt,self_blame,warmth",
        EVEN,
        "tension",
        [("move", "contempt", 20), ("move", "self_blame", 5), ("softener", "warmth", -5)],
    ),
    (
        state(G, 30, asked_time=True),
        "demand",
        AVOIDANT,
        "tension",
        [("move", "demand", 15), ("time_overridden", None, 5), ("hit_harder", None, 5)],
    ),
    (
        state(G, 34, asked_time=True),
        "demand,warmth",
        FEARFUL,
        "tension",
        [
            ("move", "demand", 18),
            ("time_overridden", None, 5),
            ("hit_harder", None, 5),
            ("not_landed_time_asked", "warmth", 0),
        ],
    ),
    (
        state(WD, 70),
        "warmth,planning,repair",
        EVEN,
        "tension",
        [
            ("move", "warmth", -4),
            ("company", "repair", -2),
            ("drift", None, -1),
            ("not_landed_late", "planning", 0),
        ],
    ),
    (
        state(WD, 70),
        "validation,warmth",
        EVEN,
        "tension",
        [("move", "validation", -8), ("company", "warmth", 0), ("drift", None, -1)],
    ),
    (
        state(WD, 70, streak=1),
        "warmth,reassurance",
        ANXIOUS,
        "tension",
        [
            ("move", "reassurance", -6),
            ("company", "warmth", 0),
            ("soothes_more", "reassurance", -2),
            ("drift", None, -1),
        ],
    ),
    (
        state(WD, 70),
        "validation",
        FEARFUL,
        "tension",
        [("move", "validation", -8), ("believes_late", None, 4), ("drift", None, -1)],
    ),
    (
        state(E, 30),
        "validation",
        EVEN,
        "tension",
        [("move", "validation", -12), ("quarter_limit", None, 4)],
    ),
    (
        state(E, 33),
        "validation",
        EVEN,
        "tension",
        [("move", "validation", -12), ("quarter_limit", None, 4), ("drift", None, -1)],
    ),
    (state(E, 11), "boundary", EVEN, "tension", [("move", "boundary", -3), ("drift", None, 1)]),
    (
        state(E, 10),
        "time_out",
        EVEN,
        "tension",
        [("promise_made", "time_out", -16), ("drift", None, 1), ("meter_end", None, 5)],
    ),
    (
        state(SD, 90),
        "contempt",
        AVOIDANT,
        "tension",
        [
            ("move", "contempt", 20),
            ("hit_harder", None, 5),
            ("drift", None, -1),
            ("meter_end", None, -14),
        ],
    ),
    (
        state(ES, 60, promised=True),
        "returning",
        EVEN,
        "tension",
        [("promise_kept", "returning", -20), ("drift", None, -1)],
    ),
    (
        state(ES, 60, promised=True),
        "not_returning",
        ANXIOUS,
        "tension",
        [("promise_broken", "not_returning", 20), ("drift", None, -1)],
    ),
    (
        state(ES, 60, promised=True),
        "time_out",
        EVEN,
        "tension",
        [("move", "deferring", 5), ("drift", None, -1)],
    ),
    (
        state(PR, 50, hope=2),
        "silence",
        EVEN,
        "tension",
        [("move", "silence", 15), ("drift", None, -1), ("giving_up", None, -39)],
    ),
    (state(GONE, 25), "blame", EVEN, "tension", [("giving_up", None, -10)]),
    (
        state(GONE, 15),
        "planning",
        EVEN,
        "tension",
        [("giving_up", None, 0), ("not_landed_late", "planning", 0)],
    ),
    (
        state(GONE, 15, hope=3, streak=2),
        "validation",
        EVEN,
        "tension",
        [("coming_back", None, 25)],
    ),
    (state(G, 40), "complaint", EVEN, "connection", []),
    (state(G, 40), "warmth", EVEN, "connection", [("charge", None, 2)]),
    (state(WD, 60), "reflecting", EVEN, "connection", [("charge", None, 1)]),
    (state(SD, 80), "warmth", EVEN, "connection", [("charge", None, 0)]),
    (
        state(PR, 40),
        "placating",
        EVEN,
        "connection",
        [("charge", None, -2), ("hidden_wish", "placating", -3)],
    ),
    (
        state(SD, 90, connection=12),
        "blame",
        EVEN,
        "connection",
        [("charge", None, -4), ("left", None, -10), ("meter_end", None, 2)],
    ),
    (
        state(GONE, 20),
        "blame",
        EVEN,
        "connection",
        [("charge", None, -4), ("giving_up", None, -1)],
    ),
    (state(GONE, 20), "complaint", EVEN, "connection", [("giving_up", None, -1)]),
    (state(GONE, 20), "validation", EVEN, "connection", [("charge", None, 1)]),
    (state(PR, 40), "warmth", EVEN, "hope", []),
    (state(PR, 40), "silence,leaving", EVEN, "hope", [("move", "leaving", -2)]),
    (state(PR, 40), "warmth,ownership,validation", EVEN, "hope", [("move", "ownership", 1)]),
    (
        state(PR, 40, hope=10),
        "validation",
        EVEN,
        "hope",
        [("move", "validation", 1), ("meter_end", None, -1)],
    ),
    (
        state(PR, 40, promised=True),
        "validation,returning",
        EVEN,
        "hope",
        [("promise_kept", "returning", 2)],
    ),
    (
        state(PR, 40, hope=2, promised=True),
        "not_returning",
        EVEN,
        "hope",
        [("promise_broken", "not_returning", -3), ("meter_end", None, 1)],
    ),
    (state(WD, 60), "leaving", EVEN, "hope", []),
    (state(G, 40), "complaint", EVEN, "stance", []),
    (state(G, 40), "contempt", EVEN, "stance", [("worsened", None, None)]),
    (state(SD, 90), "contempt", EVEN, "stance", [("worsened", None, None)]),
    (state(G, 30), "warmth", EVEN, "stance", [("lifted", None, None)]),
    (state(PR, 40, hope=2), "silence", EVEN, "stance", [("gave_up", None, None)]),
    (
        state(GONE, 20, hope=3, streak=2),
        "validation",
        EVEN,
        "stance",
        [("came_back", None, None)],
    ),
]


@pytest.mark.parametrize(("now", "reply", "temperament", "meter", "expected"), EXAMPLES)
def test_the_causes_of_a_step(
    now: PartnerState,
    reply: str,
    temperament: Temperament,
    meter: Meter,
    expected: list[tuple[str, str | None, int | None]],
) -> None:
    role = W if now.hope is None else P
    found = [c for c in causes(now, said(reply), role, temperament) if c.meter == meter]
    assert found == [Cause(meter, *rest) for rest in expected]


@pytest.mark.parametrize("meter", IDS)
def test_every_cause_of_the_model_has_an_example(meter: Meter) -> None:
    shown = {cause for _, _, _, of, expected in EXAMPLES if of == meter for cause, _, _ in expected}
    assert shown == IDS[meter]


def _assert_adds_up(
    now: PartnerState, moves: list[str], role: Role, temperament: Temperament
) -> PartnerState:
    then, found = step(now, moves, role, temperament), causes(now, moves, role, temperament)
    for meter in METERS:
        points = [cause.points for cause in found if cause.meter == meter]
        change = (getattr(then, meter) or 0) - (getattr(now, meter) or 0)
        assert sum(p for p in points if p is not None) == change, (now, moves, found)
        assert None not in points
    assert all(cause.cause in IDS[cause.meter] for cause in found)
    assert all(cause.move is None or cause.move in MOVES for cause in found)
    stances = [cause for cause in found if cause.meter == "stance"]
    assert len(stances) == (then.stance is not now.stance)
    assert all(cause.points is None for cause in stances)
    return then


@THOROUGH
@given(st.data(), roles(), temperaments())
def test_01_the_points_of_any_play_add_up(
    data: st.DataObject, role: Role, temperament: Temperament
) -> None:
    now, series = data.draw(plays(role))
    for reply in series:
        now = _assert_adds_up(now, said(reply), role, temperament)


@pytest.mark.parametrize("temperament", ALL_TEMPERAMENTS, ids=lambda t: t.id)
def test_01_the_points_of_a_single_move_add_up_in_any_stance(temperament: Temperament) -> None:
    ends = {0, 1, 19, 20, 21, 24, 25, 30, 34, 40, 54, 60, 74, 90, 94, 100}
    everybody = itertools.chain(
        ((W, now) for now in withdrawers()),
        ((P, now) for now in pursuers(hopes=[2, 10])),
        ((P, now) for now in given_up() if now.hope in {0, 3, 4, 10}),
    )
    for role, now in everybody:
        if now.tension in ends and now.streak in {0, 2}:
            for move in PLAIN_MOVES:
                _assert_adds_up(now, [move], role, temperament)


@pytest.mark.parametrize("reply", ["warmth", "contempt", "returning"])
def test_once_the_partner_has_left_there_is_nothing_to_explain(reply: str) -> None:
    assert causes(state(Stance.LEFT, 95), [reply], W, EVEN) == ()


def test_a_return_that_is_not_owed_has_no_causes() -> None:
    with pytest.raises(ReplyError):
        causes(state(G, 40), ["returning"], W, EVEN)


def test_a_move_that_is_both_late_and_unheard_is_named_once() -> None:
    found = causes(state(SD, 80, asked_time=True), ["planning"], W, EVEN)
    assert [c.cause for c in found if c.move == "planning"] == ["not_landed_late"]
