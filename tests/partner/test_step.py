"""One step: tension, connection, streak, stance, flags."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.partner.moves import VOICING, Role
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
    SECURE,
    THOROUGH,
    P,
    W,
    roles,
    said,
    state,
    states,
    temperaments,
)

E, G, WD, SD = Stance.ENGAGED, Stance.GUARDED, Stance.WITHDRAWING, Stance.SHUT_DOWN
C, PR, ES = Stance.CALM, Stance.PROTESTING, Stance.ESCALATING


def _step(
    now: PartnerState, reply: str, role: Role | None = None, temperament: Temperament = EVEN
) -> PartnerState:
    who = role or (W if now.hope is None else P)
    return step(now, said(reply), who, temperament)


@pytest.mark.parametrize("temperament", ALL_TEMPERAMENTS, ids=lambda t: t.id)
def test_tension_drifts_one_point_to_the_set_point_and_no_further(
    temperament: Temperament,
) -> None:
    rest = temperament.set_point
    for tension, then in [(0, 1), (rest - 1, rest), (rest, rest), (rest + 1, rest), (50, 49)]:
        assert _step(state(G, tension), "complaint", W, temperament).tension == then


@pytest.mark.parametrize(
    ("now", "reply", "temperament", "tension"),
    [
        (state(G, 40), "blame", EVEN, 49),
        (state(G, 40), "blame", SECURE, 47),
        (state(G, 40), "blame", FEARFUL, 56),
        (state(G, 40), "blame", AVOIDANT, 54),
        (state(G, 40), "blame", ANXIOUS, 49),
        (state(G, 40), "minimising", ANXIOUS, 54),
        (state(G, 40), "minimising", AVOIDANT, 49),
        (state(G, 40), "minimising", FEARFUL, 56),
        (state(G, 40), "minimising,blame", ANXIOUS, 59),
        (state(PR, 40), "silence,blame", ANXIOUS, 64),
        (state(G, 40, asked_time=True), "blame", EVEN, 54),
        (state(G, 40, asked_time=True), "blame", AVOIDANT, 59),
        (state(G, 40, asked_time=True), "minimising", EVEN, 49),
        (state(G, 40, asked_time=True), "blame,respecting_space", EVEN, 49),
        (state(C, 30, asked_time=True), "grand_gesture", EVEN, 30),
        (state(E, 3), "blame", EVEN, 14),
        (state(SD, 94), "contempt", EVEN, 100),
    ],
)
def test_what_hurts(now: PartnerState, reply: str, temperament: Temperament, tension: int) -> None:
    assert _step(now, reply, temperament=temperament).tension == tension


@pytest.mark.parametrize(
    ("now", "reply", "tension"),
    [
        (state(E, 34), "warmth", 27),
        (state(E, 34), "respecting_space", 24),
        (state(G, 50), "warmth", 43),
        (state(G, 50), "offering_time", 40),
        (state(WD, 70), "warmth", 65),
        (state(WD, 70), "offering_time", 60),
        (state(WD, 70), "offering_time,warmth", 57),
        (state(WD, 70), "respecting_space,validation", 57),
        (state(SD, 90), "warmth", 87),
        (state(SD, 90), "offering_time", 83),
        (state(SD, 90), "validation,self_soothing", 81),
        (state(C, 34), "warmth", 27),
        (state(C, 34), "offering_time", 29),
        (state(PR, 50), "warmth", 43),
        (state(PR, 50), "offering_time", 47),
        (state(ES, 80), "warmth", 75),
        (state(ES, 80), "offering_time", 77),
        (state(ES, 80), "offering_time,warmth", 73),
        (state(ES, 80), "offering_time,waiting", 84),
    ],
)
def test_what_soothes_by_stance_and_family(now: PartnerState, reply: str, tension: int) -> None:
    assert _step(now, reply).tension == tension


@pytest.mark.parametrize(
    ("tension", "then"), [(0, 0), (1, 1), (3, 3), (4, 3), (17, 13), (30, 22), (31, 22), (33, 24)]
)
def test_soothing_takes_at_most_a_quarter_of_what_is_there(tension: int, then: int) -> None:
    assert _step(state(E, tension), "validation").tension == then


@pytest.mark.parametrize(
    ("stance", "boundary", "warmth", "reflecting"),
    [
        (E, 1, 2, 3),
        (G, 1, 2, 3),
        (WD, 0, 1, 1),
        (SD, 0, 0, 0),
        (C, 1, 2, 3),
        (PR, 1, 2, 3),
        (ES, 0, 1, 1),
    ],
)
def test_connection_by_stance(stance: Stance, boundary: int, warmth: int, reflecting: int) -> None:
    now = state(stance, 20)
    changes = {"boundary": boundary, "warmth": warmth, "reflecting": reflecting}
    for reply, change in {**changes, "contempt": -8, "self_blame": -2, "complaint": 0}.items():
        assert _step(now, reply).connection == 50 + change


def test_connection_goes_by_the_stance_before_the_reply() -> None:
    lifted = _step(state(WD, 42, streak=1), "warmth")
    assert (lifted.stance, lifted.connection) == (G, 51)


@pytest.mark.parametrize(
    ("now", "reply", "connection"),
    [
        (state(G, 40), "placating", 47),
        (state(PR, 40), "placating", 45),
        (state(G, 40), "placating,warmth", 49),
        (state(G, 40, asked_time=True), "placating,warmth", 47),
        (state(SD, 90), "blame", 36),
        (state(SD, 90, connection=9), "blame", 0),
        (state(G, 40, connection=5), "contempt", 0),
        (state(G, 40, connection=98), "validation", 100),
    ],
)
def test_a_hidden_wish_and_a_leaving_cost_connection(
    now: PartnerState, reply: str, connection: int
) -> None:
    assert _step(now, reply).connection == connection


def test_streak_counts_to_three_is_kept_by_a_neutral_and_reset_by_a_negative() -> None:
    now = state(E, 30)
    streaks = []
    for reply in ["warmth", "complaint", "warmth", "warmth", "warmth", "declining", "self_blame"]:
        now = _step(now, reply)
        streaks.append(now.streak)
    assert streaks == [1, 1, 2, 3, 3, 3, 0]


@pytest.mark.parametrize(
    ("now", "reply", "stance"),
    [
        (state(E, 23), "blame", E),
        (state(E, 24), "blame", G),
        (state(E, 34), "contempt,criticism", G),
        (state(G, 46), "blame", WD),
        (state(G, 45), "blame", G),
        (state(WD, 61), "criticism", SD),
        (state(WD, 60), "criticism", WD),
        (state(SD, 86), "blame", Stance.LEFT),
        (state(SD, 85), "blame", SD),
        (state(WD, 74, asked_time=True), "contempt", Stance.LEFT),
        (state(C, 24), "blame", PR),
        (state(C, 23), "blame", C),
        (state(PR, 46), "blame", ES),
        (state(ES, 99), "contempt", ES),
    ],
)
def test_the_stance_worsens_at_its_level(now: PartnerState, reply: str, stance: Stance) -> None:
    assert _step(now, reply).stance is stance


def test_a_stance_may_worsen_by_more_than_one() -> None:
    hurt = step(state(E, 34, asked_time=True), ["contempt"], W, FEARFUL)
    assert (hurt.tension, hurt.stance) == (68, WD)


@pytest.mark.parametrize(
    ("now", "reply", "stance"),
    [
        (state(G, 30), "warmth", E),
        (state(G, 33), "warmth", G),
        (state(G, 32), "warmth", E),
        (state(G, 20), "complaint", G),
        (state(G, 20), "blame", G),
        (state(WD, 45, streak=1), "warmth", G),
        (state(WD, 46, streak=1), "warmth", WD),
        (state(WD, 46, streak=1), "warmth,engaging", G),
        (state(WD, 45, streak=0), "validation", WD),
        (state(WD, 20, streak=1), "warmth", G),
        (state(SD, 64, streak=1), "self_soothing", SD),
        (state(SD, 63, streak=1), "self_soothing", WD),
        (state(SD, 62, streak=2), "waiting,warmth", WD),
        (state(PR, 30), "warmth", C),
        (state(PR, 33), "warmth", PR),
        (state(ES, 45, streak=1), "warmth,engaging", PR),
        (state(ES, 45, streak=0), "warmth,engaging", ES),
        (state(ES, 46, streak=1), "warmth", ES),
    ],
)
def test_the_stance_lifts_at_its_own_lower_level(
    now: PartnerState, reply: str, stance: Stance
) -> None:
    assert _step(now, reply).stance is stance


@pytest.mark.parametrize(
    ("temperament", "needed"), [(SECURE, 1), (EVEN, 2), (FEARFUL, 3)], ids=lambda x: str(x)[:4]
)
def test_how_often_a_deep_stance_must_be_met(temperament: Temperament, needed: int) -> None:
    for streak in range(3):
        for now in (state(WD, 30, streak=streak), state(SD, 50, streak=streak)):
            lifted = step(now, ["warmth"], W, temperament).stance is not now.stance
            assert lifted is (streak + 1 >= needed)


def test_lifting_keeps_the_streak_and_takes_one_stance_a_step() -> None:
    now = state(SD, 20, streak=3)
    seen = []
    for _ in range(4):
        now = _step(now, "engaging")
        seen.append((now.stance, now.streak))
    assert seen == [(WD, 3), (G, 3), (E, 3), (E, 3)]


def test_a_request_for_time_is_spent_by_the_next_reply() -> None:
    assert not _step(state(G, 40, asked_time=True), "respecting_space").asked_time


@pytest.mark.parametrize("move", PLAIN_MOVES)
def test_what_gives_the_player_a_voice(move: str) -> None:
    unheard = state(SD, 80, asked_time=True)
    assert _step(unheard, move).voiced is (move in VOICING)
    assert _step(unheard._replace(voiced=True), move).voiced


@THOROUGH
@given(st.data(), roles(), temperaments())
def test_connection_and_voice_feed_nothing_back(
    data: st.DataObject, role: Role, temperament: Temperament
) -> None:
    now = data.draw(states(role, promised=False))
    reply = data.draw(st.lists(st.sampled_from(PLAIN_MOVES), min_size=1, max_size=4, unique=True))
    other = now._replace(connection=data.draw(st.integers(0, 100)), voiced=not now.voiced)
    ends = [step(begun, reply, role, temperament) for begun in (now, other)]
    same = [end._replace(connection=0, voiced=True) for end in ends]
    assert same[0] == same[1]


@THOROUGH
@given(st.data(), roles(), temperaments())
def test_no_partner_hears_the_order_of_the_moves(
    data: st.DataObject, role: Role, temperament: Temperament
) -> None:
    now = data.draw(states(role, promised=False))
    reply = data.draw(st.lists(st.sampled_from(PLAIN_MOVES), min_size=2, max_size=5, unique=True))
    shuffled = data.draw(st.permutations(reply))
    assert step(now, reply, role, temperament) == step(now, shuffled, role, temperament)
