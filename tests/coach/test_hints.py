"""Hints: a guess about the partner, what has room by the rule, and the reply the analysis finds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.coach.room import _KINDS, KINDS, room
from simulator.partner.moves import Role
from simulator.partner.stances import Stance, stances_of
from simulator.partner.state import PartnerState
from simulator.partner.step import step
from simulator.partner.temperaments import TEMPERAMENTS
from simulator.practice.outlooks import Outlooks
from simulator.practice.sitting import Sitting, begin
from tests.coach.words import verdicts
from tests.support.talks import calm, chairs, drawn, shipped

NEUTRAL = ("declining",)


@st.composite
def states(draw: st.DrawFn) -> tuple[PartnerState, Role]:
    role = draw(st.sampled_from(list(Role)))
    stance = draw(st.sampled_from([s for s in stances_of(role) if s is not Stance.LEFT]))
    return PartnerState(
        draw(st.integers(0, 94)),
        draw(st.integers(0, 100)),
        None if role is Role.WITHDRAWER else draw(st.integers(2, 9)),
        stance,
        draw(st.integers(0, 3)),
        draw(st.booleans()),
        draw(st.booleans()),
    ), role


@given(states(), st.sampled_from(list(TEMPERAMENTS)))
def test_what_has_room_helps_and_what_is_early_counts_for_nothing(
    at: tuple[PartnerState, Role], who: str
) -> None:
    (state, role), temperament = at, TEMPERAMENTS[who]
    found = room(state, role, temperament)
    assert set(found.welcome).isdisjoint(found.early)
    nothing = step(state, NEUTRAL, role, temperament)._replace(voiced=False)
    for kind in found.early:
        for move in _KINDS[kind]:
            assert step(state, (move,), role, temperament)._replace(voiced=False) == nothing
    for kind in found.welcome:
        for move in _KINDS[kind]:
            after = step(state, (move,), role, temperament)
            assert after.tension < nothing.tension or state.tension == 0 or hopes(after, nothing)


def hopes(after: PartnerState, nothing: PartnerState) -> bool:
    if after.hope is None or nothing.hope is None:
        return False
    return after.hope > nothing.hope or after.stance is not nothing.stance


def test_every_kind_has_words() -> None:
    assert set(KINDS) == set(_KINDS)


@pytest.mark.parametrize(("name", "role", "who"), list(chairs()))
def test_no_hint_judges_and_the_second_names_no_reply(
    name: str, role: Role, who: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Outlooks, "begin", lambda _: None)
    for seed in range(4):
        whole = drawn(shipped(name), role, seed, temperament=who)
        sitting = begin(shipped(name), role, temperament=who, seed=seed)
        for turn in whole.turns:
            for step_ in (1, 2):
                hint = sitting.hint(step_)
                assert hint.step == step_
                assert hint.reply is None
                assert not verdicts(hint.text)
                assert not any(offer.say and offer.say in hint.text for offer in sitting.offered)
            sitting.choose(turn.reply)


def test_a_hint_about_a_talk_that_is_over_or_a_fourth_step_is_refused() -> None:
    over = drawn(shipped("first-words"), Role.PURSUER, 1)
    with pytest.raises(ValueError, match="the talk is over"):
        over.hint(1)
    with pytest.raises(ValueError, match="three steps"):
        begin(shipped("first-words"), Role.PURSUER, seed=1).hint(4)


def worked_out(sitting: Sitting) -> Sitting:
    sitting.outlooks.begin()
    assert sitting.outlooks.wait(60)
    return sitting


def test_the_third_step_waits_for_the_worker_and_then_names_the_reply_worth_most() -> None:
    scenario = shipped("vacation-planning")
    sitting = begin(scenario, Role.PURSUER, seed=3, tension=31)
    first = sitting.hint(3)
    if first.reply is None:
        assert first.text == "Not worked out yet."
    worked_out(sitting)
    for turn in drawn(scenario, Role.PURSUER, 3).turns:
        outlook = sitting.outlooks.at(len(sitting.turns))
        assert outlook is not None
        hint = sitting.hint(3)
        assert not verdicts(hint.text)
        worth = {reply.reply: reply.random for reply in outlook.replies}
        if max(worth.values()) == min(worth.values()):
            assert hint.reply is None
        else:
            assert worth[hint.reply or ""] == max(worth.values())
            assert hint.reply in calm(sitting)
        if turn.reply not in calm(sitting):
            break
        sitting.choose(turn.reply)
