"""Roles beyond the usual sizes: many replies in one beat, much to remember, a cap that is reached."""

import pytest

from simulator.analysis.answers import undecided
from simulator.analysis.check import check_states
from simulator.analysis.explore import TooMuchMemoryError, explore
from simulator.analysis.players import players
from simulator.analysis.study import study
from simulator.partner.moves import Role
from simulator.scenario.model import Scenario
from tests.support.stories import line, reply, story, typed


def wide(count: int) -> Scenario:
    """One beat with so many replies, one in four of which goes to the worse ending."""
    replies = {
        f"r{i}": reply("flat" if i % 4 == 0 else "good", "engaging", say="Word. " * (i + 1))
        for i in range(count)
    }
    return typed(story(Role.PURSUER, {"one": {"lines": line(), "replies": replies}}))


@pytest.mark.parametrize("count", [31, 32, 33, 62, 63, 64, 130])
def test_odds_of_a_beat_with_many_replies(count: int) -> None:
    worked_out = study(wide(count), Role.PURSUER)
    worse = sum(i % 4 == 0 for i in range(count)) / count
    for player in players(Role.WITHDRAWER):
        odds = worked_out.table.odds(player, worked_out.worth).odds
        assert sum(odds.values()) == pytest.approx(1, abs=1e-12)
    assert worked_out.table.odds("random", worked_out.worth).odds["flat"] == pytest.approx(worse)
    longest = worked_out.table.odds("longest", worked_out.worth).odds["flat"]
    assert longest == pytest.approx(0.2 * worse + 0.8 * ((count - 1) % 4 == 0))


def hub(count: int) -> Scenario:
    """A beat with so many replies that are offered once each."""
    replies = {f"r{i}": reply("one", "engaging", once=True) for i in range(count)}
    replies["out"] = reply("good", "engaging")
    return typed(story(Role.PURSUER, {"one": {"lines": line(), "replies": replies}}))


def test_what_remembers_too_much_is_undecided() -> None:
    with pytest.raises(TooMuchMemoryError, match="remembers 60 things"):
        study(hub(60), Role.PURSUER)
    (found,) = check_states(hub(60), Role.PURSUER)
    assert found.code == "undecided"
    answers = undecided(hub(60), Role.PURSUER, "it is too large")
    assert not answers.complete
    assert {ending.reachable for ending in answers.endings} == {None}


def test_a_cap_bounds_what_is_looked_at() -> None:
    explored = explore(hub(16), Role.PURSUER, cap=500)
    assert not explored.complete
    assert len(explored.keys) < 5_000
    codes = {found.code for found in check_states(hub(12), Role.PURSUER, cap=200)}
    assert "undecided" in codes
    assert not codes & {"never-reached", "never-offered", "trap", "endless", "dead-line"}
