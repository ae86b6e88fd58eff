"""What authors learn from many reports, and what they do not."""

from collections import Counter
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.homework.assignment import Assignment
from simulator.homework.attempts import Attempt, again, setup_of
from simulator.homework.taken import (
    LEAST_PLAYS,
    LEAST_TAKEN,
    WARNING,
    Counted,
    count,
    counts_text,
)
from simulator.homework.verifying import scenario_of
from tests.homework.talks import assigned, played

MANY = 30


@cache
def _given() -> Assignment:
    return assigned()


@cache
def _plays() -> tuple[Attempt, ...]:
    given_ = _given()
    task = given_.scenarios[0]
    plays = (played(given_, task, number, pick=number % 7) for number in range(MANY))
    return tuple(plays)


def _counted(*attempts: Attempt) -> Counted:
    (found,) = count([(_given(), attempts)])
    return found


def test_below_the_minimum_nothing_is_said() -> None:
    few = _counted(*_plays()[: LEAST_PLAYS - 1])
    assert few.replies == ()
    text = counts_text([few])
    assert "Fewer than 20 plays: too few to say anything." in text
    assert "19" not in text
    assert "%" not in text
    assert _counted(*_plays()[:LEAST_PLAYS]).replies


def test_counts_are_those_of_plain_enumeration() -> None:
    scenario = scenario_of(_given().scenarios[0])
    assert scenario is not None
    offered: Counter[tuple[str, str]] = Counter()
    taken: Counter[tuple[str, str]] = Counter()
    for one in _plays():
        talk = again(scenario, setup_of(_given().scenarios[0], one), ())
        seen, chosen = set(), set()
        for choice in one.replies:
            seen.update((talk.beat, offer.id) for offer in talk.offered)
            chosen.add((talk.beat, choice))
            talk.choose(choice)
        offered.update(seen)
        taken.update(chosen)
    found = _counted(*_plays()).replies
    assert {(one.beat, one.reply): one.offered for one in found} == offered
    assert {(one.beat, one.reply): one.taken for one in found if one.taken} == taken


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.integers(0, MANY - 1), min_size=LEAST_PLAYS, max_size=2 * MANY))
def test_however_they_come_in_they_are_counted_once_and_within_bounds(places: list[int]) -> None:
    attempts = [_plays()[place] for place in places]
    (found,) = count([(_given(), attempts)])
    assert found == _counted(
        *{one.play: one for one in sorted(attempts, key=lambda a: a.play)}.values()
    )
    assert found.plays == len(set(places))
    assert bool(found.replies) == (found.plays >= LEAST_PLAYS)
    for reply in found.replies:
        assert 0 <= reply.taken <= reply.offered <= found.plays
        assert 0 < reply.off_by <= 1
        without = reply.offered - reply.taken
        assert (reply.reached_with is not None) == (reply.taken >= LEAST_TAKEN)
        assert (reply.reached_without is not None) == (without >= LEAST_TAKEN)
        for share, off_by in (
            (reply.reached_with, reply.with_off_by),
            (reply.reached_without, reply.without_off_by),
        ):
            assert (share is None) == (off_by is None)
            assert share is None or 0 <= share <= 1


def test_more_plays_are_off_by_less_and_none_is_exact() -> None:
    from simulator.homework.taken import _off_by

    for some, of in ((0, 20), (10, 20), (20, 20)):
        assert _off_by(some * 10, of * 10) < _off_by(some, of)
        assert _off_by(some, of) > 0


@pytest.mark.parametrize(
    "change",
    [
        {"replies": ("no_such",)},
        {"temperament": "no_such"},
        {"replies": ()},
    ],
)
def test_what_does_not_come_out_of_its_replies_is_not_counted(change: dict[str, object]) -> None:
    odd = _plays()[-1].model_copy(update={**change, "play": "f" * 32})
    assert _counted(*_plays()[:LEAST_PLAYS], odd) == _counted(*_plays()[:LEAST_PLAYS])


def test_an_outcome_that_is_only_claimed_is_not_believed() -> None:
    claimed = [
        one.model_copy(update={"facts": one.facts.model_copy(update={"outcome": "reconnected"})})
        for one in _plays()
    ]
    assert _counted(*claimed) == _counted(*_plays())


def test_plays_of_different_texts_and_chairs_are_kept_apart() -> None:
    other = assigned(
        scenarios=[{"scenario": "vacation-planning", "role": "withdrawer", "plays": "1"}]
    )
    plays = [played(other, other.scenarios[0], 100 + number) for number in range(3)]
    found = count([(_given(), _plays()), (other, plays)])
    assert [(one.role, one.plays, bool(one.replies)) for one in found] == [
        ("pursuer", MANY, True),
        ("withdrawer", 3, False),
    ]


def test_the_words_say_how_far_it_can_be_off_and_name_no_client() -> None:
    text = counts_text([_counted(*_plays())])
    assert WARNING in text
    assert "vacation-planning, as pursuer" in text
    assert "30 plays, from 1 assignment" in text
    assert "taken in" in text
    assert "±" in text
    assert _given().client not in text
    assert _given().id not in text


def test_nothing_at_all_says_so() -> None:
    assert counts_text(()) == "Fewer than 20 plays: too few to say anything."
