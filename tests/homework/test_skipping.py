"""To any beat at once, as whoever assigns looks through it."""

import pytest

from simulator.dialogue.conversation import Conversation
from simulator.dialogue.setup import make_setup
from simulator.partner.moves import Role
from simulator.practice.homework.client import HomeworkError
from simulator.practice.homework.skipping import way_to
from tests.homework.homes import SCENARIO
from tests.homework.talks import found
from tests.plain.command import SMALL


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("name", [str(SMALL), "vacation-planning"])
def test_the_way_leads_to_every_beat_and_ending(name: str, role: Role) -> None:
    scenario = found(name).scenario
    setup = make_setup(scenario, role, seed=1)
    chair = scenario.chair(role)
    for beat in (*chair.beats, *chair.endings):
        talk = Conversation(scenario, setup)
        for reply in way_to(scenario, setup, beat):
            talk.choose(reply)
        assert talk.beat == beat


def test_a_beat_that_is_not_there_is_answered_with_those_that_are() -> None:
    scenario = found(str(SMALL)).scenario
    with pytest.raises(HomeworkError, match="door, later"):
        way_to(scenario, make_setup(scenario, Role.PURSUER, seed=1), SCENARIO)
