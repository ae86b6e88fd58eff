"""Random small stories: what the analysis finds is what plain enumeration says of them."""

from hypothesis import assume, given, settings

from simulator.partner.moves import Role
from simulator.scenario.model import Scenario
from tests.analysis.plain.walk import TooManyStatesError, Walk, walk
from tests.analysis.test_check import other_odds, unlike
from tests.support.random_stories import scenarios

MOST_STATES = 400


def small(scenario: Scenario, role: Role) -> Walk:
    try:
        return walk(scenario, role, most=MOST_STATES)
    except TooManyStatesError:
        assume(False)
        raise


@settings(max_examples=25)
@given(scenarios())
def test_findings_of_a_random_story(drawn: tuple[Scenario, Role]) -> None:
    assert not list(unlike(small(*drawn)))


@settings(max_examples=25)
@given(scenarios())
def test_odds_of_a_random_story(drawn: tuple[Scenario, Role]) -> None:
    assert not list(other_odds(small(*drawn)))
