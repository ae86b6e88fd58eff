"""Reports that were changed by somebody who can seal: what is seen, and what is never believed."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest

from simulator.dialogue.setup import make_setup
from simulator.homework.assignment import Assignment
from simulator.homework.attempts import Attempt, Note, Point, again, facts, setup_of
from simulator.homework.page import page_of
from simulator.homework.report import Answer, Report, met, report
from simulator.homework.review import Given, Reviewed, review
from simulator.homework.taken import count
from simulator.homework.verifying import scenario_of, verify
from simulator.partner.temperaments import TEMPERAMENTS
from simulator.practice.homework.report_page import report_page
from simulator.practice.homework.review_page import client_page
from simulator.practice.homework.words import assignment_page
from tests.homework.talks import TODAY, assigned, played

QUIET = {"kind": "below", "tension": 100, "times": 2}
"""an aim that every talk meets"""
MADE = "2030-01-14"


def given(undo_counts: bool = True) -> Assignment:
    return _everything(undo_counts)[0]


def plays(undo_counts: bool = True) -> tuple[Attempt, ...]:
    return _everything(undo_counts)[1]


@cache
def _everything(undo_counts: bool) -> tuple[Assignment, tuple[Attempt, ...]]:
    one = assigned(aim=QUIET, undo_counts=undo_counts, share=["summary", "transcript"])
    task = one.scenarios[0]
    return one, tuple(played(one, task, number, pick=number) for number in range(3))


def handed_in(*attempts: Attempt, undo_counts: bool = True, **changes: Any) -> Report:
    """What a program reports of these; then changed."""
    made = report(given(undo_counts), attempts, MADE)
    return made.model_copy(update=changes)


def reviewed(*reports: Report, undo_counts: bool = True) -> Reviewed:
    (client,) = review([Given(given(undo_counts), reports)])
    return client.assignments[0]


def begun(one: Attempt, temperament: str | None = None, **start: Any) -> Attempt:
    """The same replies from another start, with all that replaying them shows from there."""
    task, aim = given().scenarios[0], given().aim
    scenario = scenario_of(task)
    assert scenario is not None
    assert aim is not None
    other = one.model_copy(
        update={
            "temperament": temperament or one.temperament,
            "start": one.start.model_copy(update=start),
        }
    )
    talk = again(scenario, setup_of(task, other), other.replies)
    return other.model_copy(update={"facts": facts(talk, aim.aim)})


def _gentler(one: Attempt) -> Attempt:
    kind = next(name for name in TEMPERAMENTS if name != one.temperament)
    return begun(one, kind)


STARTS: dict[str, Callable[[Attempt], Attempt]] = {
    "calm": lambda one: begun(one, tension=0),
    "near": lambda one: begun(one, connection=100),
    "other": _gentler,
}


@pytest.mark.parametrize("start", STARTS)
def test_a_start_that_was_not_asked_for_is_seen_though_its_numbers_fit(start: str) -> None:
    one = STARTS[start](plays()[0])
    assert one != plays()[0]
    holds, differences = verify(handed_in(one), given())
    assert holds is False
    assert differences == (
        "Attempt 1: it does not begin as the assignment and its scenario have it.",
    )
    (chair,) = count([(given(), [one])])
    assert chair.plays == 0


def test_hope_is_not_chosen_either() -> None:
    other = assigned(
        scenarios=[{"scenario": "vacation-planning", "role": "withdrawer", "plays": "1"}]
    )
    task = other.scenarios[0]
    one = played(other, task, 0)
    assert one.start.hope is not None
    scenario = scenario_of(task)
    assert scenario is not None
    assert verify(report(other, [one], MADE), other).holds
    start = one.start.model_copy(update={"hope": one.start.hope - 1})
    changed = one.model_copy(update={"start": start})
    talk = again(scenario, setup_of(task, changed), changed.replies)
    assert other.aim is not None
    changed = changed.model_copy(update={"facts": facts(talk, other.aim.aim)})
    assert verify(report(other, [changed], MADE), other).holds is False


def test_every_start_that_the_scenario_allows_holds() -> None:
    task, one = given().scenarios[0], plays()[0]
    scenario = scenario_of(task)
    assert scenario is not None
    for seed in range(3):
        setup = make_setup(scenario, task.chair, temperament=task.temperament, seed=seed)
        again_ = begun(one, tension=setup.tension, seed=seed)
        assert verify(handed_in(again_), given()) == (True, ())


def _late(body: Report) -> Report:
    return _day(body, "2999-01-01")


def _early(body: Report) -> Report:
    return _day(body, "1999-01-01")


def _day(body: Report, day: str) -> Report:
    first, *others = body.attempts
    return body.model_copy(update={"attempts": (first.model_copy(update={"day": day}), *others)})


def _dated(body: Report) -> Report:
    return body.model_copy(update={"made": "1999-01-01", "attempts": ()})


def _all_first(body: Report) -> Report:
    firsts = tuple(one.model_copy(update={"first_try": True}) for one in body.attempts)
    return body.model_copy(update={"attempts": firsts})


def _copied(body: Report) -> Report:
    copy = body.attempts[0].model_copy(update={"play": "f" * 32})
    return body.model_copy(update={"attempts": (*body.attempts, copy)})


def _answers(body: Report) -> Report:
    told = (Answer(question="What surprised you?", words="That."),)
    return body.model_copy(update={"answers": told})


def _other_question(body: Report) -> Report:
    told = (Answer(question="Who is to blame?", words="The other one."),)
    shared = ("summary", "reflections")
    return body.model_copy(update={"answers": told, "shared": shared})


def _sentence(body: Report) -> Report:
    first, *others = body.attempts
    note = Note(what="if_then", words="Then I wait.")
    return body.model_copy(
        update={"attempts": (first.model_copy(update={"notes": (note,)}), *others)}
    )


def _guesses(body: Report) -> Report:
    first, *others = body.attempts
    assert first.guesses is not None
    guesses = first.guesses.model_copy(update={"matched": 9})
    return body.model_copy(
        update={"attempts": (first.model_copy(update={"guesses": guesses}), *others)}
    )


CHANGES = {
    _late: "its day",
    _early: "its day",
    _dated: "dated before",
    _all_first: "first try",
    _copied: "first try",
    _answers: "not named as shared",
    _other_question: "does not ask",
    _sentence: "not named as shared",
    _guesses: "guesses",
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_does_not_fit_together_is_seen(change: Callable[[Report], Report]) -> None:
    body = handed_in(*plays())
    assert verify(body, given()) == (True, ())
    holds, differences = verify(change(body), given())
    assert holds is False
    assert any(CHANGES[change] in what for what in differences), differences


def test_a_day_that_is_still_the_one_before_where_the_client_lives_holds() -> None:
    before = (TODAY - timedelta(days=1)).isoformat()
    assert verify(_day(handed_in(*plays()), before), given()).holds
    assert verify(_day(handed_in(*plays()), MADE), given()).holds


def test_the_same_talk_twice_is_had_twice_and_counts_once_towards_the_aim() -> None:
    first = plays()[0]
    same = first.model_copy(update={"play": "e" * 32, "first_try": False})
    body = handed_in(first, same)
    assert body.met is False
    one = reviewed(body)
    assert (one.verified, one.met, len(one.rows)) == (True, False, 2)
    assert "1 talk is the same as another" in " ".join(one.remarks)
    assert reviewed(handed_in(*plays())).remarks == ()


def test_an_aim_is_reached_over_all_reports_together() -> None:
    first, second, _third = plays()
    one, two = handed_in(first), handed_in(second)
    assert (one.met, two.met) == (False, False)
    assert reviewed(one).met is False
    assert (reviewed(one, two).met, reviewed(one, two).verified) == (True, True)


def test_what_is_claimed_never_takes_the_place_of_what_was_shown() -> None:
    genuine = handed_in(plays()[0])
    claimed = plays()[0].facts.model_copy(
        update={"curve": (Point(tension=1, connection=99, stance="open"),)}
    )
    forged = handed_in(
        plays()[0].model_copy(update={"facts": claimed}), id="d" * 32, met=True, words="Believe it."
    )
    one = reviewed(genuine, forged)
    assert (one.verified, one.met) == (False, None)
    assert one.attempts == genuine.attempts
    assert one.last == genuine
    assert one.differences[0].startswith("Report dddddddd: ")
    (client,) = review([Given(given(), (genuine, forged))])
    text = " ".join(client_page(client, date(2030, 1, 18)).parts)
    assert "Whether it was reached is not told" in text
    assert "Report dddddddd, of" in text
    assert "Believe it" not in text
    assert "the aim was met there" not in text
    assert "The aim was met in" not in page_of(client, date(2030, 1, 18))
    assert "not told, as a report" in page_of(client, date(2030, 1, 18))


def test_without_a_talk_that_counts_nothing_is_said_of_the_aim() -> None:
    body = handed_in()
    assert body.met is None
    assert verify(body, given()) == (True, ())
    text = " ".join(report_page(body, given()).parts)
    assert "as often as it asks" not in text
    (client,) = review([Given(given(), (body,))])
    assert "as often as it asks" not in " ".join(client_page(client, TODAY).parts)
    assert "no talk that counts towards it yet" in page_of(client, TODAY)


def test_a_talk_with_replies_taken_back_that_does_not_count_says_so_once() -> None:
    first, second, _third = plays(False)
    undone = first.model_copy(update={"undone": 1})
    assert met(given(False), [undone]) is None
    body = handed_in(undone, second, undo_counts=False)
    (client,) = review([Given(given(False), (body,))])
    text = page_of(client, TODAY)
    assert "The aim was met in 1 of 1 talk." in text
    assert "In 1 talk it was met after replies were taken back" in text
    assert "does not count here" in " ".join(client_page(client, TODAY).parts)
    assert "it does not count here" in " ".join(report_page(body, given(False)).parts)


def test_where_replies_taken_back_matter_it_is_said_who_says_so() -> None:
    body = handed_in(*plays(False), undo_counts=False)
    (client,) = review([Given(given(False), (body,))])
    assert client.assignments[0].verified is True
    says = "as the client’s program says"
    assert any(says in remark for remark in client.assignments[0].remarks)
    assert client.assignments[0].remarks[0] in page_of(client, TODAY)
    assert client.assignments[0].remarks[0] in client_page(client, TODAY).parts


def test_a_stopped_talk_takes_no_place_of_one_that_was_asked_for() -> None:
    stopped = plays()[0].facts.model_copy(update={"outcome": "stopped"})
    first = plays()[0].model_copy(update={"facts": stopped, "day": "2030-01-11"})
    body = report(given(), [first, *plays()[1:]], MADE, stopped=True)
    assert [row.asked for row in reviewed(body).rows] == [False, True, True]
    (client,) = review([Given(given(), (body,))])
    assert "2 handed in, 2 asked for" in " ".join(client_page(client, TODAY).parts)


@pytest.mark.parametrize("coaching", ["full", "after", "none"])
def test_both_sides_read_the_same_of_the_help_there_is(coaching: str) -> None:
    one = assigned(coaching=coaching)
    (client,) = review([Given(one, ())])
    there = " ".join(assignment_page(one).parts)
    here = page_of(client, TODAY)
    for words in ("the meters alone", "no meters", "what moved them"):
        assert (words in there) == (words in here)
