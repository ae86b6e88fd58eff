"""A play looked back on: what adds up, what is quoted, and what is said without a verdict."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.coach.debrief import Debrief
from simulator.coach.links import page_for
from simulator.coach.reaching import REACHES
from simulator.coach.retracing import retraced
from simulator.coach.spoken import offer_words
from simulator.partner.moves import MOVES, Role
from simulator.partner.outcomes import Outcome
from simulator.practice.debrief_words import loop_is
from simulator.practice.debriefing import debrief
from simulator.practice.sitting import Sitting
from simulator.scenario.model import Scenario
from tests.coach.words import verdicts
from tests.support.random_stories import scenarios
from tests.support.stories import line, reply, sitting, story
from tests.support.talks import chairs, drawn, shipped

PAGES = {
    *("loop", "pursuer", "withdrawer", "attachment", "pursuer-strategies"),
    *("withdrawer-strategies", "together", "boundary-and-stonewalling", "time-outs"),
    *("giving-up", "power", "signs-and-costs", "when-to-seek-help", "what-this-cannot-know"),
}
METERS = ("tension", "connection", "hope")
each_chair = pytest.mark.parametrize(("name", "role", "who"), list(chairs()))


def sentences(found: Debrief) -> Iterator[str]:
    """Everything in it that is ours; the author's words are apart."""
    if found.reached:
        yield found.reached.text
    for corner in found.loop or ():
        yield from (corner.title, corner.text)
    yield from (other.text for fork in found.forks for other in fork.others)
    yield loop_is(found)
    yield from (found.mine.text, found.mine.unsaid, found.mine.safe, found.theirs.beyond)
    for review in found.turns:
        yield from (review.stood, review.possible, review.explanation.took_as)
        yield from (reason.text for reason in review.explanation.moved)
        if review.instead:
            yield review.instead.text


@given(scenarios(), st.integers(0, 2**32), st.integers(1, 12))
@settings(max_examples=60)
def test_the_causes_of_every_turn_add_up_to_the_change_of_each_meter(
    at: tuple[Scenario, Role], seed: int, most: int
) -> None:
    scenario, role = at
    talk = drawn(scenario, role, seed, most=most)
    for turn in talk.turns:
        points: Counter[str] = Counter()
        for cause in turn.causes:
            points[cause.meter] += cause.points or 0
        for meter in METERS:
            before, after = getattr(turn.before, meter), getattr(turn.state, meter)
            assert points[meter] == (0 if before is None else after - before)
    for turn, answered in zip(talk.turns, talk.answered, strict=True):
        told = sum(reason.points or 0 for reason in answered.explanation.moved)
        assert told == sum(cause.points or 0 for cause in turn.causes)


@given(scenarios(), st.integers(0, 2**32))
@settings(max_examples=40)
def test_any_talk_can_be_looked_back_on(at: tuple[Scenario, Role], seed: int) -> None:
    scenario, role = at
    talk = drawn(scenario, role, seed, most=12)
    found = debrief(talk)
    assert len(found.turns) == len(talk.turns)
    assert not found.worked_out
    assert found.turning_point is None
    assert not [text for text in sentences(found) if verdicts(text)]
    for fork in found.forks:
        check_fork(talk, found, fork.turn)


def check_fork(talk: Sitting, found: Debrief, number: int) -> None:
    """Two others that were offered at that turn, and are not the one that was given."""
    [fork] = [fork for fork in found.forks if fork.turn == number]
    replies = [turn.reply for turn in talk.turns]
    then = retraced(talk.scenario, talk.setup, replies)[number - 1]
    calm = {one.turn.reply for one in then.would}
    others = [other.reply for other in fork.others]
    assert fork.you == talk.turns[number - 1].you
    assert len(others) == len(set(others)) == min(2, len(calm) - 1)
    assert set(others) <= calm - {talk.turns[number - 1].reply}


@each_chair
def test_no_sentence_of_many_debriefs_judges(name: str, role: Role, who: str) -> None:
    for seed in range(6):
        found = debrief(drawn(shipped(name), role, seed, temperament=who))
        assert not {text: verdicts(text) for text in sentences(found) if verdicts(text)}
        assert not [text for text in sentences(found) if "{" in text or "  " in text]


@each_chair
def test_quotes_are_the_words_of_the_two(name: str, role: Role, who: str) -> None:
    for seed in range(4):
        talk = drawn(shipped(name), role, seed, temperament=who)
        mine = {turn.number: offer_words(turn.you) for turn in talk.turns}
        theirs = {turn.number: str(turn.moment.lines) for turn in talk.turns}
        found = debrief(talk)
        loop = found.loop
        assert loop is not None
        own = [loop.did.quote, loop.guarded.quote, *found.mine.said]
        for quote in filter(None, own):
            for part in quote.words.strip("“”").split(" … "):
                assert part.strip("“”") in mine[quote.turn].replace("’", "’")
        assert loop.theirs.quote is None or loop.theirs.quote.words[1:-1] in str(
            theirs[loop.theirs.quote.turn]
        ).replace("\\'", "'")


@each_chair
def test_a_page_to_learn_from_is_one_there_is(name: str, role: Role, who: str) -> None:
    pages = {page_for(turn) for turn in drawn(shipped(name), role, 2, temperament=who).turns}
    assert pages - {None} <= PAGES


def test_every_move_reaches_for_something() -> None:
    assert set(REACHES) == set(MOVES)


def test_the_first_reply_may_be_the_only_one_and_nothing_may_be_said() -> None:
    beats = {"one": {"lines": line(), "replies": {"only": reply("good", "warmth")}}}
    talk = sitting(story(Role.PURSUER, beats), Role.PURSUER)
    empty = debrief(talk)
    assert (empty.loop, empty.forks, empty.turns, empty.reached) == (None, (), (), None)
    talk.choose("only")
    found = debrief(talk)
    assert found.forks == ()
    assert found.reached is not None
    assert found.theirs.part == "Their part."
    assert "calm truce" in found.theirs.beyond


def one_turn(*moves: str, **partner: object) -> Debrief:
    """The debrief of a talk of one reply with these moves."""
    beats = {"one": {"lines": line(), "replies": {"only": reply("good", *moves)}}}
    at_ease = {"temperament": "even", "tension": [20, 20], "connection": 60}
    talk = sitting(story(Role.PURSUER, beats, partner=at_ease | partner), Role.PURSUER)
    talk.choose("only")
    return debrief(talk)


@pytest.mark.parametrize("move", ["complaint", "boundary", "declining", "time_out"])
def test_a_limit_that_was_said_is_heard_as_one(move: str) -> None:
    assert "a limit" not in one_turn(move).mine.unsaid
    assert "a limit" in one_turn("warmth").mine.unsaid


def test_the_loop_of_a_calm_talk_is_told_gently() -> None:
    calm_one = one_turn("warmth")
    assert not calm_one.pressed
    assert loop_is(calm_one).startswith("Little pressed in this talk")
    for pressed in (one_turn("criticism"), one_turn("warmth", tension=[50, 50])):
        assert pressed.pressed
        assert loop_is(pressed).startswith("Nobody began it")


def test_a_stopped_talk_has_no_debrief() -> None:
    beats = {
        "one": {
            "lines": line(),
            "replies": {
                "only": reply("good", "warmth"),
                "doorway": {"does": "Stand in the doorway.", "crosses_line": True},
            },
        }
    }
    talk = sitting(story(Role.PURSUER, beats), Role.PURSUER)
    talk.choose("doorway")
    assert talk.outcome is Outcome.STOPPED
    with pytest.raises(ValueError, match="stopped"):
        debrief(talk)


def worked_out(talk: Sitting) -> Sitting:
    talk.outlooks.begin()
    assert talk.outlooks.wait(60)
    return talk


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("name", ["vacation-planning", "first-words"])
@pytest.mark.parametrize("role", list(Role))
def test_the_turning_point_is_where_the_chance_fell_most(name: str, role: Role, seed: int) -> None:
    from simulator.analysis.along import Course
    from simulator.analysis.study import study

    talk = worked_out(drawn(shipped(name), role, seed))
    found = debrief(talk)
    assert found.worked_out
    course = Course(study(talk.scenario, role, temperament=talk.setup.temperament))
    replies = [turn.reply for turn in talk.turns]
    ahead = course.along(talk.setup.tension, replies)
    falls = [a.random - b.random for a, b in pairwise(ahead)]
    point = found.turning_point
    if max(falls) <= 0:
        assert point is None
    else:
        assert point is not None
        assert point.fall == pytest.approx(max(falls))
        assert point.turn == falls.index(max(falls)) + 1
    for review, moment in zip(found.turns, ahead[1:], strict=True):
        assert review.prospect is not None
        assert review.prospect.best is moment.best
        assert review.prospect.random == pytest.approx(moment.random, abs=1e-12)
        assert review.prospect.look == pytest.approx(moment.look, abs=1e-12)
    last = found.turns[-1].prospect
    assert last is not None
    assert talk.finished
    goal = talk.scenario.chair(role).best
    assert last[1:] == ((1.0, 1.0) if talk.outcome is goal else (0.0, 0.0))
    assert last.best is talk.outcome
    assert next(fork.turn for fork in found.forks) == by_fall(found, falls)


def by_fall(found: Debrief, falls: list[float]) -> int:
    """The turn of the fork at which the chance fell most."""
    return max((fork.turn for fork in found.forks), key=lambda turn: falls[turn - 1])
