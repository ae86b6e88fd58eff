"""The anchors, played many times: what a player who does not look gets, and one who does.

Every habit is played on every seed of a range, so that start tension and display order vary.
"""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from simulator.dialogue.conversation import Conversation
from simulator.dialogue.setup import make_setup
from simulator.partner.moves import Role
from simulator.practice.opening import open_scenario
from simulator.scenario.library import shipped_folder
from simulator.scenario.model import Scenario
from tests.support import players

ANCHORS = ("vacation-planning", "emotional-disconnection")
CHAIRS = [(name, role) for name in ANCHORS for role in Role]
SEEDS = range(25)
DRAWN_PLAYS = 600
GOAL = "reconnected"


@cache
def scenario(name: str) -> Scenario:
    opened = open_scenario(Path(shipped_folder()) / f"{name}.yaml")
    assert opened.scenario is not None, opened.diagnostics
    return opened.scenario


def talk(name: str, role: Role, seed: int) -> Conversation:
    found = scenario(name)
    return Conversation(found, make_setup(found, role, seed=seed))


@pytest.mark.parametrize("habit", players.TELLS)
@pytest.mark.parametrize(("name", "role"), CHAIRS)
def test_a_habit_without_a_look_at_the_partner_does_not_reconnect(
    name: str, role: Role, habit: str
) -> None:
    for seed in SEEDS:
        assert players.run(talk(name, role, seed), players.TELLS[habit]) != GOAL, seed


@pytest.mark.parametrize(("name", "role"), CHAIRS)
def test_looking_one_step_ahead_reconnects_in_half_of_the_seeds_or_more(
    name: str, role: Role
) -> None:
    ends = [players.run(talk(name, role, seed), players.look) for seed in SEEDS]
    assert ends.count(GOAL) >= len(ends) / 2, Counter(ends)


@pytest.mark.parametrize(("name", "role"), CHAIRS)
def test_chance_reconnects_now_and_then_and_by_different_plays(name: str, role: Role) -> None:
    ends: Counter[str] = Counter()
    plays = set()
    at = talk(name, role, 0)
    for number in range(DRAWN_PLAYS):
        if number % 60 == 0 or at.stopped:
            at = talk(name, role, number)
        at.back_to(0)
        end = players.run(at, players.chance(number))
        ends[end] += 1
        if end == GOAL:
            plays.add(tuple(turn.reply for turn in at.turns))
    assert 0.01 < ends[GOAL] / DRAWN_PLAYS < 0.25, ends
    assert len(plays) >= 5
    assert all(len(play) >= 5 for play in plays)
    assert "unfinished" not in ends
