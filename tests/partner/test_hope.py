"""Hope of a partner who pursues; giving up, and coming back through anger."""

import pytest

from simulator.partner.moves import MOVES
from simulator.partner.stances import Stance
from simulator.partner.state import PartnerState
from simulator.partner.step import HOPE_GAIN, HOPE_LOSS, STILL_REACHES, step
from simulator.partner.temperaments import Temperament
from tests.partner.states import (
    ALL_TEMPERAMENTS,
    EVEN,
    FEARFUL,
    PLAIN_MOVES,
    P,
    W,
    said,
    state,
    walk,
)

C, PR, ES, GONE = Stance.CALM, Stance.PROTESTING, Stance.ESCALATING, Stance.GIVING_UP


def _step(now: PartnerState, reply: str) -> PartnerState:
    return step(now, said(reply), P, EVEN)


@pytest.mark.parametrize("move", PLAIN_MOVES)
def test_what_one_move_does_to_hope(move: str) -> None:
    change = HOPE_GAIN.get(move, 0) - HOPE_LOSS.get(move, 0)
    assert _step(state(C, 30, hope=6), move).hope == 6 + change
    assert step(state(Stance.ENGAGED, 30), [move], W, EVEN).hope is None


@pytest.mark.parametrize(
    ("reply", "hope"),
    [
        ("silence,leaving", 4),
        ("silence,deferring", 5),
        ("leaving,contempt", 4),
        ("leaving,validation", 4),
        ("silence,validation", 5),
        ("blame,validation", 6),
        ("scorekeeping", 6),
        ("validation,ownership,planning", 7),
        ("warmth", 6),
        ("warmth,appreciation", 7),
        ("placating,ownership", 5),
    ],
)
def test_the_worst_loss_counts_or_else_the_best_gain(reply: str, hope: int) -> None:
    assert _step(state(C, 30, hope=6), reply).hope == hope


@pytest.mark.parametrize(
    ("now", "reply", "hope"),
    [
        (state(C, 30, asked_time=True), "validation", 6),
        (state(C, 30, asked_time=True), "validation,offering_time", 7),
        (state(ES, 70), "planning", 6),
        (state(ES, 70), "planning,warmth", 6),
        (state(PR, 50), "planning", 6),
        (state(PR, 50, streak=1), "planning", 7),
        (state(ES, 70), "curiosity", 7),
        (state(C, 30, hope=10), "validation", 10),
    ],
)
def test_what_does_not_land_gives_no_hope(now: PartnerState, reply: str, hope: int) -> None:
    assert _step(now, reply).hope == hope


def test_hope_ends_at_ten_for_a_kept_return_too() -> None:
    assert _step(state(C, 30, hope=9, promised=True), "returning").hope == 10


@pytest.mark.parametrize(
    ("now", "reply", "hope"),
    [
        (state(PR, 40, hope=2), "silence", 1),
        (state(ES, 90, hope=3), "leaving", 1),
        (state(C, 10, hope=2), "contempt", 0),
        (state(ES, 90, hope=4, promised=True), "not_returning", 1),
    ],
)
def test_hope_of_one_or_less_is_giving_up(now: PartnerState, reply: str, hope: int) -> None:
    then = _step(now, reply)
    assert (then.stance, then.hope) == (GONE, hope)
    assert then.tension == 25


def test_giving_up_never_raises_tension() -> None:
    quiet = _step(state(C, 5, hope=2), "deferring")
    assert (quiet.stance, quiet.tension) == (GONE, 11)


def test_hope_of_two_still_asks() -> None:
    assert _step(state(PR, 41, hope=3), "silence").stance is ES
    assert _step(state(PR, 40, hope=4), "leaving").stance is not GONE


@pytest.mark.parametrize("temperament", ALL_TEMPERAMENTS, ids=lambda t: t.id)
def test_in_giving_up_tension_only_falls(temperament: Temperament) -> None:
    for reply in ("contempt", "warmth", "complaint", "leaving"):
        for tension, then in [(25, 15), (24, 15), (16, 15), (15, 15), (9, 9), (0, 0)]:
            now = step(state(GONE, tension), [reply], P, temperament)
            assert (now.tension, now.stance) == (then, GONE)


@pytest.mark.parametrize(
    ("reply", "connection"),
    [
        ("warmth", 51),
        ("boundary", 51),
        ("validation", 51),
        ("complaint", 49),
        ("planning", 49),
        ("blame", 45),
        ("contempt", 41),
        ("placating", 44),
        ("warmth,placating", 44),
        ("warmth,self_blame", 47),
    ],
)
def test_in_giving_up_connection_wears_away(reply: str, connection: int) -> None:
    assert _step(state(GONE, 20), reply).connection == connection


@pytest.mark.parametrize("move", MOVES)
def test_in_giving_up_only_deep_words_raise_hope(move: str) -> None:
    then = _step(state(GONE, 20, hope=2, promised=True), move)
    assert then.hope is not None
    assert (then.hope > 2) is (move in STILL_REACHES)
    if move in HOPE_LOSS:
        assert then.hope == max(0, 2 - HOPE_LOSS[move])


@pytest.mark.parametrize(
    ("now", "reply", "back"),
    [
        (state(GONE, 20, hope=3, streak=2), "validation", True),
        (state(GONE, 20, hope=3, streak=3), "ownership", True),
        (state(GONE, 20, hope=4, streak=2), "warmth", True),
        (state(GONE, 20, hope=2, streak=2), "validation", False),
        (state(GONE, 20, hope=3, streak=1), "validation", False),
        (state(GONE, 20, hope=3, streak=2), "warmth", False),
        (state(GONE, 20, hope=2, streak=2, promised=True), "returning", True),
        (state(GONE, 20, hope=9, streak=2), "blame", False),
    ],
)
def test_coming_back_takes_hope_and_a_streak(now: PartnerState, reply: str, back: bool) -> None:
    then = _step(now, reply)
    assert (then.stance is PR) is back
    assert then.tension == (40 if back else 15)
    assert then.stance in {PR, GONE}


def test_the_same_words_give_hope_to_a_fearful_partner() -> None:
    hopes = [now.hope for now in walk(state(GONE, 25), ["validation", "ownership"], P, FEARFUL)]
    assert hopes == [2, 3]


def test_flags_and_voice_move_as_ever_in_giving_up() -> None:
    then = _step(state(GONE, 20, asked_time=True), "declining")
    assert then.voiced
    assert not then.asked_time
    assert _step(state(GONE, 20, asked_time=True), "validation").hope == 1
