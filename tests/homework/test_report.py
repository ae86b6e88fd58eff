"""From a draft to a report, and whether the report comes out of its replies."""

from typing import Any

import pytest

from simulator.homework.assignment import assignment_of, body_of
from simulator.homework.drafting import DraftError, assignment_from
from simulator.homework.report import Report, report, report_of
from simulator.homework.sealing.canonical import canonical, parse
from simulator.homework.verifying import OtherAssignmentError, verify
from tests.homework.talks import DRAFT, TODAY, assigned, found, played


@pytest.fixture(scope="module")
def pair() -> tuple[Any, Report]:
    given = assigned()
    task = given.scenarios[0]
    attempts = [played(given, task, number, pick=number) for number in range(3)]
    return given, report(given, attempts, "2030-01-14", share=("reflections",))


def test_an_assignment_travels_whole() -> None:
    given = assigned()
    assert assignment_of(parse(canonical(body_of(given)))) == given


def test_a_report_travels_whole_and_verifies(pair: tuple[Any, Report]) -> None:
    given, made = pair
    again = report_of(parse(canonical(body_of(made))))
    assert again == made
    assert verify(again, given) == (True, ())


def _changed(made: Report, **facts: Any) -> Report:
    first = made.attempts[0]
    other = first.model_copy(update={"facts": first.facts.model_copy(update=facts)})
    return made.model_copy(update={"attempts": (other, *made.attempts[1:])})


@pytest.mark.parametrize(
    "facts",
    [{"outcome": "ruptured"}, {"turns": 3}, {"moves": {}}, {"hardest": 99}, {"evidence": (1,)}],
)
def test_a_number_that_was_changed_is_seen(pair: tuple[Any, Report], facts: dict[str, Any]) -> None:
    given, made = pair
    changed = _changed(made, **facts)
    if changed == made:
        pytest.fail("the change is none")
    holds, differences = verify(changed, given)
    assert holds is False
    assert differences


def test_a_report_is_not_taken_for_another_assignment(pair: tuple[Any, Report]) -> None:
    _, made = pair
    with pytest.raises(OtherAssignmentError):
        verify(made, assigned())


def test_every_problem_of_a_draft_at_once() -> None:
    draft = {
        **DRAFT,
        "client": " ",
        "attested": "false",
        "aim": "win",
        "due": "soon",
        "rational": "",
        "scenarios": [{"scenario": "no-such", "role": "judge", "plays": "99"}],
    }
    with pytest.raises(DraftError) as caught:
        assignment_from(draft, found, TODAY)
    paths = {problem.path for problem in caught.value.problems}
    assert {("client",), ("attested",), ("aim",), ("due",), ("rational",)} <= paths
    assert {("scenarios", 0, key) for key in ("scenario", "role", "plays")} <= paths
