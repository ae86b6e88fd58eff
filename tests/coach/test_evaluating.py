"""Facts of a play, and aims judged by them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.coach.aims import aim_of
from simulator.coach.evaluating import Use, judge, ruptures, uses
from simulator.dialogue.conversation import Turn
from simulator.partner.moves import Role
from simulator.partner.outcomes import Outcome
from simulator.partner.reply import effective_moves
from simulator.partner.stances import Stance, rank
from simulator.scenario.checks.feedback import FORBIDDEN
from tests.coach.chains import talk, talks
from tests.coach.test_aims import aims

_FORBIDDEN = re.compile(r"\b(?:" + "|".join(FORBIDDEN) + r")\b", re.IGNORECASE)
TRUCE = Outcome.TRUCE


def met(aim: str, turns: tuple[Turn, ...], outcome: Outcome | None = TRUCE) -> bool:
    return judge(aim_of(aim), turns, outcome).met


@given(talks())
def test_a_move_landed_unless_a_cause_says_that_it_did_not(turns: tuple[Turn, ...]) -> None:
    found = uses(turns)
    for turn in turns:
        lost = {c.move for c in turn.causes if c.cause.startswith("not_landed")}
        moves = effective_moves(turn.moves, promised=turn.before.promised)
        here = [use for use in found if use.turn == turn.number]
        assert here == [Use(turn.number, move, move not in lost) for move in moves]
        assert lost <= {use.move for use in here}


@given(talks())
def test_ruptures_are_where_the_stance_got_worse_and_end_where_it_was_mild_again(
    turns: tuple[Turn, ...],
) -> None:
    ranks = [(rank(turn.before.stance), rank(turn.state.stance)) for turn in turns]
    found = {one.turn: one.back for one in ruptures(turns)}
    assert set(found) == {n for n, (before, after) in enumerate(ranks, 1) if after > before}
    for turn, back in found.items():
        before = ranks[turn - 1][0]
        later = [after for _, after in ranks[turn:]]
        if back is None:
            assert all(after > before for after in later)
        else:
            assert later[back - 1] <= before
            assert all(after > before for after in later[: back - 1])


@given(talks(), aims(), st.sampled_from([None, *Outcome]))
def test_every_judgement_shows_by_what_and_judges_nobody(turns, aim, outcome) -> None:
    judged = judge(aim, turns, outcome)
    if outcome is Outcome.STOPPED:
        assert judged == (False, ())
        return
    assert judged.evidence
    for evidence in judged.evidence:
        assert evidence.turn is None or 1 <= evidence.turn <= len(turns)
        assert "{" not in evidence.text
        assert not _FORBIDDEN.search(evidence.text), evidence.text


def test_reaching_counts_a_better_outcome_too() -> None:
    turns = talk("validation")
    assert met("reach a truce", turns, Outcome.RECONNECTED)
    assert met("reach a truce", turns, Outcome.TRUCE)
    assert not met("reach a truce", turns, Outcome.PAUSED)
    assert not met("reach a truce", turns, None)


def test_staying_below_counts_from_the_start_where_it_began_below() -> None:
    assert met("stay below tension 55", talk("blame", "validation"))
    over = talk("blame", "contempt", "validation", "validation", "validation", tension=34)
    assert max(turn.state.tension for turn in over) >= 55 > over[-1].state.tension
    assert not met("stay below tension 55", over)
    assert not met("stay below tension 55", talk("validation"), None)


def test_staying_below_where_it_began_above_counts_from_where_it_came_below() -> None:
    down = talk("time_out", "respecting_space", "respecting_space", tension=70)
    assert down[0].before.tension >= 55 > down[-1].state.tension
    assert met("stay below tension 55", down)
    assert not met("stay below tension 55", talk("respecting_space", tension=90))
    again = talk("time_out", "respecting_space", "contempt", "contempt", tension=60)
    assert again[1].state.tension < 55 <= again[-1].state.tension
    assert not met("stay below tension 55", again)


def test_the_quiet_of_one_who_has_stopped_asking_is_not_calm() -> None:
    quiet = talk(*["minimising"] * 6, partner=Role.PURSUER, hope=3)
    assert quiet[-1].state.stance is Stance.GIVING_UP
    assert max(turn.state.tension for turn in quiet) < 80
    assert not met("stay below tension 80", quiet)


def test_a_solution_counts_as_late_only_after_what_was_to_come_first_landed() -> None:
    aim = "use validation before a solution"
    assert met(aim, talk("validation", "planning"))
    assert not met(aim, talk("planning", "validation"))
    assert not met(aim, talk("planning validation"))
    assert not met(aim, talk("validation"))
    # a solution for which there is no room does not land, and so does not come first
    deep = talk("planning", "validation", "planning", tension=60)
    assert [use.landed for use in uses(deep)] == [False, True, True]
    assert met(aim, deep)


def test_recovering_takes_a_rupture_and_a_way_back() -> None:
    aim = "recover after a rupture"
    broke = talk("blame", *["validation"] * 4, tension=30)
    assert ruptures(broke)
    assert met(aim, broke)
    assert not met(aim, talk("validation"))
    assert not met(aim, talk("blame", "criticism"))


@pytest.mark.parametrize(
    ("replies", "outcome", "holds"),
    [
        (("declining", "validation"), Outcome.TRUCE, True),
        (("boundary", "time_out"), Outcome.PAUSED, True),
        (("silence", "declining"), Outcome.TRUCE, True),
        (("declining", "leaving"), Outcome.RUPTURED, False),
        (("declining", "silence", "validation"), Outcome.TRUCE, False),
        (("declining refusal",), Outcome.TRUCE, False),
        (("declining", "silence", "declining"), Outcome.STUCK, True),
        (("declining", "blame"), Outcome.RUPTURED, False),
        (("validation",), Outcome.TRUCE, False),
        (("declining",), None, False),
    ],
)
def test_saying_no_and_staying(replies, outcome, holds) -> None:
    assert met("say no and stay", talk(*replies), outcome) is holds


def test_using_a_move_means_that_it_landed_and_shows_the_words() -> None:
    turns = talk("blame?", "planning", "complaint")
    judged = judge(aim_of("use plain complaint"), turns, None)
    assert judged == (True, ((3, "You: “Words 3.” (plain complaint)"),))
    early = judge(aim_of("use making a plan"), turns, None)
    assert not early.met
    assert early.evidence[0].text == (
        "You: “Words 2.” (making a plan, before there was room for it)"
    )
