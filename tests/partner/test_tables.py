"""The numbers of the model, written a second time on purpose: a slip of the hand shows here."""

import pytest

from simulator.partner.moves import FAMILY_ORDER, MOVES, VOICING, Family, Late, Role
from simulator.partner.stances import LEVELS, Level, level_of, milder, mildest, rank, stances_of
from simulator.partner.step import HOPE_GAIN, HOPE_LOSS, PROMISE_TENSION, STILL_REACHES
from simulator.partner.temperaments import DEFAULT_TEMPERAMENT, TEMPERAMENTS, Temperament

_CHARGES = {
    Family.PRESSURE: """
        contempt -4 -4, ultimatum -4 -4, criticism -3 -3, demand -3 -2, counterattack -3 -3,
        blame -2 -2, mind_reading -2 -2, defensiveness -2 -2, scorekeeping -2 -2,
        checking_up -2 -1, grand_gesture -1 0""",
    Family.DISTANCE: """
        leaving -2 -4, minimising -2 -2, silence -1 -3, refusal -1 -2, self_blame -1 -1,
        deferring 0 -1, placating 0 -1, not_returning -4 -4""",
    Family.SPACE: """
        waiting 1 -1, declining 0 0, needing_time 1 1, self_soothing 1 1, respecting_space 3 1,
        offering_time 3 2, time_out 2 2, returning 4 4""",
    Family.OPENNESS: """
        complaint 0 0, engaging 1 2, boundary 1 1, i_statement 2 2, warmth 2 2, repair 2 2,
        curiosity 2 3, naming_cycle 2 3, gentle_startup 3 3, reflecting 3 3, appreciation 3 3,
        reassurance 3 3, disclosure 3 4, ownership 4 4, validation 4 4, request 2 2,
        problem_solving 2 2, planning 3 3""",
}


@pytest.mark.parametrize("family", Family)
def test_the_charges_of_a_family(family: Family) -> None:
    written = [line.split() for line in _CHARGES[family].split(",")]
    have = [m for m in MOVES.values() if m.family is family]
    assert {(m.id, m.to_withdrawer, m.to_pursuer) for m in have} == {
        (name, int(to_withdrawer), int(to_pursuer)) for name, to_withdrawer, to_pursuer in written
    }


def test_there_are_forty_five_moves_under_their_own_ids() -> None:
    assert len(MOVES) == 45
    assert all(move_id == move.id for move_id, move in MOVES.items())


def test_on_a_tie_pressure_comes_before_distance_before_space() -> None:
    assert FAMILY_ORDER[:3] == (Family.PRESSURE, Family.DISTANCE, Family.SPACE)


def test_solutions_are_late_with_everybody_and_two_moves_with_a_withdrawer() -> None:
    late = {lateness: {m.id for m in MOVES.values() if m.late is lateness} for lateness in Late}
    assert late[Late.EVERYBODY] == {"request", "problem_solving", "planning"}
    assert late[Late.WITHDRAWER] == {"curiosity", "naming_cycle"}
    assert MOVES["curiosity"].is_late(Role.WITHDRAWER)
    assert not MOVES["curiosity"].is_late(Role.PURSUER)
    assert MOVES["planning"].is_late(Role.PURSUER)


def test_every_move_has_words_of_its_own() -> None:
    assert len({move.name for move in MOVES.values()}) == len(MOVES)
    assert all(move.name and move.plain and "_" not in move.name for move in MOVES.values())


def test_what_gives_the_player_a_voice() -> None:
    assert {
        "i_statement",
        "gentle_startup",
        "disclosure",
        "request",
        "complaint",
        "boundary",
        "naming_cycle",
        "declining",
        "needing_time",
    } == VOICING


def test_temperaments() -> None:
    numbers = {t.id: (t.set_point, t.negative, t.need) for t in TEMPERAMENTS.values()}
    assert numbers == {
        "even": (30, 5, 2),
        "secure": (20, 4, 1),
        "avoidant": (30, 5, 2),
        "anxious": (30, 5, 2),
        "fearful": (34, 6, 3),
    }
    assert DEFAULT_TEMPERAMENT == "even"
    assert {t.id: set(t.hit_harder) for t in TEMPERAMENTS.values()} == {
        "even": set(),
        "secure": set(),
        "avoidant": {Family.PRESSURE},
        "anxious": {Family.DISTANCE},
        "fearful": {Family.PRESSURE, Family.DISTANCE},
    }
    assert [t.id for t in TEMPERAMENTS.values() if t.believes_late] == ["fearful"]


def test_what_soothes_a_temperament_more() -> None:
    soothed = {t.id: set(t.soothed_more) for t in TEMPERAMENTS.values() if t.soothed_more}
    assert soothed == {
        "avoidant": {
            "respecting_space",
            "offering_time",
            "self_soothing",
            "waiting",
            "needing_time",
        },
        "anxious": {"disclosure", "reassurance", "warmth"},
    }


def test_no_temperament_is_named_by_a_diagnosis_on_screen() -> None:
    names = {t.id: t.name for t in TEMPERAMENTS.values()}
    assert names == {
        "even": "steady",
        "secure": "at ease",
        "avoidant": "takes pressure hard",
        "anxious": "takes distance hard",
        "fearful": "takes both hard",
    }


def _numbers(level: Level) -> tuple[object, ...]:
    return (level.stance, level.enters, level.leaves, level.space_gain, level.other_gain)


def test_levels() -> None:
    assert [_numbers(level) for level in LEVELS[Role.WITHDRAWER]] == [
        ("engaged", 0, None, 3, 3),
        ("guarded", 35, 25, 3, 3),
        ("withdrawing", 55, 40, 3, 2),
        ("shut_down", 75, 60, 2, 1),
        ("left", 95, None, 0, 0),
    ]
    assert [_numbers(level) for level in LEVELS[Role.PURSUER]] == [
        ("calm", 0, None, 2, 3),
        ("protesting", 35, 25, 1, 3),
        ("escalating", 55, 40, 1, 2),
        ("giving_up", None, None, 0, 0),
    ]


@pytest.mark.parametrize("temperament", TEMPERAMENTS.values(), ids=lambda t: t.id)
def test_how_many_good_replies_a_stance_needs(temperament: Temperament) -> None:
    needed = {
        level.stance.value: level.streak_needed(temperament)
        for levels in LEVELS.values()
        for level in levels
    }
    assert (needed["guarded"], needed["protesting"], needed["giving_up"]) == (1, 1, 3)
    deep = (needed["withdrawing"], needed["shut_down"], needed["escalating"])
    assert deep == (temperament.need,) * 3


def test_stances_stand_in_order() -> None:
    assert [rank(s) for s in stances_of(Role.WITHDRAWER)] == [0, 1, 2, 3, 4]
    assert [mildest(role) for role in (Role.WITHDRAWER, Role.PURSUER)] == ["engaged", "calm"]
    for role in Role:
        for worse, better in zip(stances_of(role)[1:], stances_of(role), strict=False):
            assert milder(worse) is better
        assert level_of(mildest(role)).leaves is None
        with pytest.raises(ValueError, match="mildest"):
            milder(mildest(role))


def test_roles_face_each_other() -> None:
    assert Role.PURSUER.other is Role.WITHDRAWER
    assert Role.WITHDRAWER.other is Role.PURSUER


def test_what_promises_do_to_tension() -> None:
    of = {(move, role.value): points for (move, role), points in PROMISE_TENSION.items()}
    assert of == {
        ("time_out", "withdrawer"): -16,
        ("time_out", "pursuer"): -6,
        ("returning", "withdrawer"): -8,
        ("returning", "pursuer"): -20,
        ("not_returning", "withdrawer"): 5,
        ("not_returning", "pursuer"): 20,
    }


def test_what_costs_hope_and_what_gives_it() -> None:
    ones = (
        "deferring placating minimising refusal defensiveness counterattack silence "
        "mind_reading self_blame"
    )
    assert {m for m, points in HOPE_LOSS.items() if points == 1} == set(ones.split())
    assert {m for m, p in HOPE_LOSS.items() if p == 2} == {"leaving", "contempt", "ultimatum"}
    assert {m for m, points in HOPE_LOSS.items() if points == 3} == {"not_returning"}
    gains = "validation ownership disclosure planning curiosity reassurance appreciation"
    assert {m for m, points in HOPE_GAIN.items() if points == 1} == set(gains.split())
    assert {m for m, points in HOPE_GAIN.items() if points == 2} == {"returning"}
    assert {"validation", "ownership", "disclosure", "returning"} == STILL_REACHES
    assert max(HOPE_LOSS.values()) == 3
    assert max(HOPE_GAIN.values()) == 2
