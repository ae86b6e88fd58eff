"""The two published examples as playable lines: the harsh path and the good one, from each chair."""

import pytest

from simulator.partner.moves import MOVES, Family, Role
from simulator.partner.outcomes import Outcome
from simulator.practice.sitting import Sitting, begin
from tests.anchors.test_anchors import CHAIRS, scenario

P, W = Role.PURSUER, Role.WITHDRAWER

HARSH = [
    (
        "vacation-planning",
        P,
        "list_tired never_a_moment look_here always_later only_one_trying",
        Outcome.WITHDRAWN,
    ),
    (
        "emotional-disconnection",
        P,
        "something_off lodger every_night even_happy run_then",
        Outcome.WITHDRAWN,
    ),
    (
        "emotional-disconnection",
        W,
        "people_sit all_normal counting listen_to_you",
        Outcome.RUPTURED,
    ),
    (
        "emotional-disconnection",
        W,
        "people_sit all_normal the_fridge car_key drive",
        Outcome.GIVEN_UP,
    ),
]
GOOD = [
    (
        "vacation-planning",
        P,
        "when_suits one_small_thing got_that not_the_map on_the_fridge two_things name_the_hour "
        "said_the_figure",
    ),
    (
        "vacation-planning",
        W,
        "half_a_clementine water_and_roof three_hundred_twelve let_you_look it_keeps "
        "about_the_weeks when_does_it_end draws_tomato",
    ),
    (
        "emotional-disconnection",
        P,
        "missing_you card_words feet_up thanks any_time feet four_days starts_tonight",
    ),
    (
        "emotional-disconnection",
        W,
        "sit_a_bit coat_on have_pulled_back nowhere_to_be light_out goodwill keep_the_car "
        "its_full_now",
    ),
]

REPAIRED = [
    (
        "vacation-planning",
        P,
        "list_tired walk_round back_ask tea_first on_the_fridge two_things name_the_hour "
        "said_the_figure",
    ),
    (
        "vacation-planning",
        W,
        "nearer_the_time front_step back_with_it let_you_look kettle_in_sight in_all_of_them "
        "when_does_it_end draws_tomato",
    ),
]


def played(name: str, role: Role, ids: str, tension: int) -> Sitting:
    sitting = begin(scenario(name), role, tension=tension, seed=1)
    for reply in ids.split():
        if not sitting.finished:
            sitting.choose(reply)
    return sitting


def tensions(name: str, role: Role) -> range:
    declared = scenario(name).chair(role).partner.tension
    assert isinstance(declared, tuple)
    return range(declared[0], declared[1] + 1)


@pytest.mark.parametrize(("name", "role", "ids", "outcome"), HARSH)
def test_the_harsh_path_ends_as_told_on_every_evening(
    name: str, role: Role, ids: str, outcome: Outcome
) -> None:
    for tension in tensions(name, role):
        assert played(name, role, ids, tension).outcome is outcome, tension


@pytest.mark.parametrize(("name", "role", "ids"), GOOD)
def test_the_good_path_reconnects_after_a_late_test(name: str, role: Role, ids: str) -> None:
    for tension in tensions(name, role):
        sitting = played(name, role, ids, tension)
        assert sitting.outcome is Outcome.RECONNECTED, tension
        assert 6 <= len(sitting.turns) <= 10
        late = [turn for turn in sitting.turns[1:] if turn.before.asked_time]
        assert any(turn.number >= len(sitting.turns) / 2 for turn in late), "time is asked for late"
        for turn in late:
            assert any(MOVES[move].family is Family.SPACE for move in turn.moves), turn.reply


@pytest.mark.parametrize(("name", "role", "ids"), REPAIRED)
def test_a_time_out_that_is_kept_leads_back_after_a_harsh_start(
    name: str, role: Role, ids: str
) -> None:
    for tension in tensions(name, role):
        sitting = played(name, role, ids, tension)
        assert any("time_out" in turn.moves for turn in sitting.turns)
        assert sitting.outcome is Outcome.RECONNECTED, tension


@pytest.mark.parametrize(("name", "role"), CHAIRS)
def test_each_chair_holds_what_an_anchor_has_to_hold(name: str, role: Role) -> None:
    chair = scenario(name).chair(role)
    replies = [reply for beat in chair.beats.values() for reply in beat.replies.values()]
    moves = {move for reply in replies for move in reply.moves or ()}
    assert {"time_out", "returning", "not_returning", "complaint", "declining"} <= moves
    assert any(reply.does and not reply.say for reply in replies), "a reply that is a deed"
    assert any(reply.same_as for reply in replies), "the same content in another tone"
    extremes = {Outcome.RECONNECTED, Outcome.WITHDRAWN, Outcome.GIVEN_UP, Outcome.RUPTURED}
    assert {ending.outcome for ending in chair.endings.values()} - extremes


def test_a_line_can_be_crossed_deep_on_one_harsh_path() -> None:
    crossing = [
        (name, role, beat)
        for name, role in CHAIRS
        for beat, found in scenario(name).chair(role).beats.items()
        if any(reply.crosses_line for reply in found.replies.values())
    ]
    assert len(crossing) == 1
    name, role, beat = crossing[0]
    harsh = next(ids for n, r, ids, _ in HARSH if (n, r) == (name, role))
    sitting = begin(scenario(name), role, seed=1)
    for reply in harsh.split()[:-1]:
        sitting.choose(reply)
    crossed = next(
        offer.id
        for offer in sitting.offered
        if scenario(name).chair(role).beats[beat].replies[offer.id].crosses_line
    )
    sitting.choose(crossed)
    assert sitting.stopped
