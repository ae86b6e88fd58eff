"""What must hold of a partner who pursues (properties 4 and 11 of the model)."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.partner.moves import MOVES
from simulator.partner.stances import Stance
from simulator.partner.state import PartnerState, start_state
from simulator.partner.step import step
from simulator.partner.temperaments import Temperament
from tests.partner.states import (
    ALL_TEMPERAMENTS,
    GOOD,
    PLAIN_MOVES,
    THOROUGH,
    P,
    after,
    plain_replies,
    pursuers,
    states,
    steps_until,
    temperaments,
    walk,
)

FROM_MILD_TO_HARSH = ("time_out", "deferring", "minimising", "silence", "leaving")
COLD = ["minimising", "silence", "leaving", "silence"]
DEEP_WORDS = ("ownership", "validation", "disclosure")
OTHER_WORDS = tuple(move for move in PLAIN_MOVES if move not in DEEP_WORDS)
OTHER_KIND_WORDS = tuple(move for move in OTHER_WORDS if MOVES[move].to_pursuer > 0)


@pytest.mark.parametrize("temperament", ALL_TEMPERAMENTS, ids=lambda t: t.id)
@pytest.mark.parametrize("asked", [False, True], ids=["", "asked for time"])
def test_04_a_return_named_is_milder_than_any_other_way_of_going(
    temperament: Temperament, asked: bool
) -> None:
    for bare in pursuers((Stance.PROTESTING, Stance.ESCALATING), hopes=range(4, 11)):
        if bare.tension > 70:
            continue
        now = bare._replace(asked_time=asked)
        tensions = [step(now, [m], P, temperament).tension for m in FROM_MILD_TO_HARSH]
        assert all(a < b for a, b in itertools.pairwise(tensions)), (now, tensions)


@pytest.mark.parametrize("temperament", ALL_TEMPERAMENTS, ids=lambda t: t.id)
def test_11_gives_up_on_the_fourth_cold_reply_and_comes_back_through_anger(
    temperament: Temperament,
) -> None:
    cold = walk(start_state(P, temperament, tension=40, hope=6), COLD, P, temperament)
    assert Stance.GIVING_UP not in {now.stance for now in cold[:3]}
    gone = cold[3]
    assert gone.stance is Stance.GIVING_UP
    assert gone.tension < cold[2].tension
    assert gone.connection <= 20
    for words in itertools.permutations(DEEP_WORDS):
        back = walk(gone, words, P, temperament)
        assert [now.stance for now in back] == ["giving_up", "giving_up", "protesting"]
        assert back[-1].tension == 40
        calm = steps_until(Stance.CALM, back[-1], words, P, temperament, at_most=4)
        assert calm is not None


@pytest.mark.parametrize("word", OTHER_KIND_WORDS)
def test_11_no_number_of_another_kind_word_does(word: str) -> None:
    for temperament in ALL_TEMPERAMENTS:
        gone = after(start_state(P, temperament, tension=40, hope=6), COLD, P, temperament)
        later = walk(gone, [word] * 20, P, temperament)
        assert {now.stance for now in later} == {Stance.GIVING_UP}


@THOROUGH
@given(
    now=states(P, promised=True),
    temperament=temperaments(),
    series=st.lists(plain_replies((*OTHER_WORDS, "time_out")), min_size=1, max_size=12),
)
def test_11_nor_do_they_in_company(
    now: PartnerState, temperament: Temperament, series: list[str]
) -> None:
    gone = now._replace(stance=Stance.GIVING_UP, tension=min(now.tension, 25), hope=3)
    hopes = [3]
    for later in walk(gone, series, P, temperament):
        assert later.stance is Stance.GIVING_UP
        assert later.hope is not None
        hopes.append(later.hope)
    assert hopes == sorted(hopes, reverse=True)


def test_11_a_kept_return_does() -> None:
    gone = after(start_state(P, ALL_TEMPERAMENTS[0], tension=40, hope=6), COLD, P)
    kept = walk(gone, ["time_out", "returning", GOOD], P)
    assert [now.stance for now in kept] == ["giving_up", "giving_up", "protesting"]
