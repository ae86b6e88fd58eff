"""One play followed through a role, held against plain enumeration and against `analyse`."""

import random
from pathlib import Path

import pytest

from simulator.analysis.along import Ahead, Course, NotFollowedError, ranked
from simulator.analysis.players import LOOK, RANDOM
from simulator.analysis.study import study
from simulator.partner.moves import Role
from simulator.partner.outcomes import Outcome
from simulator.scenario.model import Scenario
from tests.analysis.plain.odds import Odds
from tests.analysis.plain.reach import after
from tests.analysis.plain.walk import Walk, walk
from tests.analysis.planted import FILES, opened
from tests.support.stories import ending, line, reply, story, typed

each_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
LONGEST = 25


def looked(walked: Walk, odds: Odds) -> list[float]:
    """The chance of the best outcome from each place, for one who mostly looks."""
    return odds._values(odds.chances("look"))


def best_ahead(walked: Walk, place: int) -> Outcome | None:
    """The best outcome that can be reached from a place, the role's own before all others."""
    there = after(walked, [place])
    found = {walked.node(at).outcome for at in there} - {None}
    found |= {Outcome.STOPPED for at in there for given in walked.given[at] if given.to is None}
    return next((outcome for outcome in ranked(walked.chair.best) if outcome in found), None)


def compare(walked: Walk, place: int, ahead: Ahead, odds: Odds, look: list[float]) -> None:
    assert ahead.random == pytest.approx(odds.values[place], abs=1e-9)
    assert ahead.look == pytest.approx(look[place], abs=1e-9)
    assert ahead.best is best_ahead(walked, place)
    worth = odds.worth(place)
    assert [one.random for one in ahead.replies] == pytest.approx(worth, abs=1e-9)
    favourites = odds.favourites("look", place) if worth else []
    assert [i for i, one in enumerate(ahead.replies) if one.is_best] == favourites


def follow(walked: Walk, course: Course, start: int, tension: int, dice: random.Random) -> None:
    """A play at random, and what was possible all along."""
    odds = Odds(walked)
    look = looked(walked, odds)
    places, replies = [walked.starts[start]], []
    while walked.given[places[-1]] and len(replies) < LONGEST:
        given = dice.choice([one for one in walked.given[places[-1]] if one.to is not None])
        replies.append(walked.reply(places[-1], given).id)
        assert given.to is not None
        places.append(given.to)
    for place, ahead in zip(places, course.along(tension, replies), strict=True):
        compare(walked, place, ahead, odds, look)


def starting_at(scenario: Scenario, role: Role, tension: int) -> Scenario:
    """The same scenario with another start."""
    chair = scenario.chair(role)
    partner = chair.partner.model_copy(update={"tension": tension})
    return scenario.model_copy(update={role.value: chair.model_copy(update={"partner": partner})})


@each_file
def test_a_play_has_before_it_what_plain_enumeration_finds(file: Path) -> None:
    scenario, role = opened(file).scenario, opened(file).role
    walked, course = walk(scenario, role), Course(study(scenario, role))
    tensions = study(scenario, role).chain.explored.tensions
    for number, tension in enumerate(tensions):
        follow(walked, course, number, tension, random.Random(number))


@pytest.mark.parametrize("file", FILES[:6], ids=lambda file: file.stem)
def test_one_start_alone_says_the_same_also_outside_the_range(file: Path) -> None:
    scenario, role = opened(file).scenario, opened(file).role
    for tension in (19, 51):
        course = Course(study(scenario, role, tension=tension))
        walked = walk(starting_at(scenario, role, tension), role)
        follow(walked, course, 0, tension, random.Random(tension))


@each_file
def test_before_the_first_reply_it_is_what_analyse_says(file: Path) -> None:
    found = study(opened(file).scenario, opened(file).role)
    course, tensions = Course(found), found.chain.explored.tensions
    ahead = [course.along(tension, ())[0] for tension in tensions]
    best = [node.id for node in found.program.nodes if node.outcome is found.worth.best]
    for player, chances in ((RANDOM, [a.random for a in ahead]), (LOOK, [a.look for a in ahead])):
        odds = found.table.odds(player, found.worth).odds
        told = sum(odds[name] for name in best)
        assert sum(chances) / len(chances) == pytest.approx(told, abs=1e-9)


def test_the_shortest_way_counts_the_reply_itself() -> None:
    beats = {
        "one": {
            "lines": line(),
            "replies": {
                "far": reply("two", "warmth"),
                "near": reply("good", "warmth"),
                "away": reply("flat", "refusal"),
            },
        },
        "two": {"lines": line(), "replies": {"on": reply("good", "warmth")}},
    }
    ends = {
        "good": ending("truce", "flat"),
        "flat": ending("stuck"),
        "gone": ending("withdrawn"),
    }
    scenario = typed(story(Role.PURSUER, beats, ends))
    [start] = Course(study(scenario, Role.PURSUER)).along(30, ())
    assert [one.exchanges for one in start.replies] == [2, 1, None]
    assert [one.reply for one in start.replies] == ["far", "near", "away"]


def test_the_end_of_a_talk_is_as_sure_as_it_is() -> None:
    beats = {
        "one": {
            "lines": line(),
            "replies": {
                "near": reply("good", "warmth"),
                "away": reply("flat", "refusal"),
                "doorway": {"does": "Stand in the doorway.", "crosses_line": True},
            },
        },
    }
    scenario = typed(story(Role.PURSUER, beats))
    course = Course(study(scenario, Role.PURSUER))
    came = {name: course.along(30, (name,))[-1] for name in ("near", "away", "doorway")}
    assert came["near"][:3] == (Outcome.TRUCE, 1.0, 1.0)
    assert came["away"][:3] == (Outcome.STUCK, 0.0, 0.0)
    assert came["doorway"][:3] == (Outcome.STOPPED, 0.0, 0.0)
    assert not came["near"].replies


def test_what_was_not_worked_out_is_refused() -> None:
    scenario = typed(
        story(Role.PURSUER, {"one": {"lines": line(), "replies": {"r": reply("good", "warmth")}}})
    )
    course = Course(study(scenario, Role.PURSUER, tension=30))
    with pytest.raises(NotFollowedError, match="starts at 31"):
        course.along(31, ())
    with pytest.raises(NotFollowedError, match="“nothing” is not offered"):
        course.along(30, ("nothing",))
    with pytest.raises(ValueError, match="not every state"):
        Course(study(scenario, Role.PURSUER, cap=0))
