"""Every code has a page, and its examples are the tests of its check."""

import pytest

from simulator.analysis.check import check_states
from simulator.analysis.explore import DEFAULT_CAP
from simulator.scenario import pages
from simulator.scenario.codes import CODES, Severity
from simulator.scenario.diagnostics import diagnose
from simulator.scenario.findings import Finding
from simulator.scenario.load import load_bytes
from simulator.scenario.model import Scenario
from tests.scenario import examples as ex

OF_THE_SYSTEM = {
    "no-libyaml", "too-large", "unreadable", "not-utf8", "too-many-nodes", "text-too-long",
    "more-problems", "same-id", "bad-file-name",
}  # fmt: skip
"""codes whose examples are no text of a scenario; each is tested elsewhere"""
TOO_LARGE, FORM_FIRST = "undecided", "not-what-it-says"
"""codes of the states that no small file shows, and that no file shows whose form is sound"""
CHECKED = sorted(set(CODES) - OF_THE_SYSTEM - ex.OF_THE_STATES)
WORKED_OUT = sorted(ex.OF_THE_STATES - {TOO_LARGE, FORM_FIRST})
SEEN = {
    "line-borrowed", "time-not-given", "said-twice", "reconnects-soon", "shortest-play",
    FORM_FIRST,
}  # fmt: skip
"""codes that one play is enough to show, however many states were not looked at"""


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    from importlib.resources import files

    found = {p.name[:-3] for p in files(pages).iterdir() if p.name.endswith(".md")}
    assert found == set(CODES)


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_page_is_short_and_says_what_to_do(code: str) -> None:
    lines = pages.page(code).splitlines()
    assert lines[0] == f"# {code}"
    prose = [line for line in "\n".join(lines).split("```")[0].splitlines() if line.strip()]
    assert 3 <= len(prose) <= 20
    assert any(line.startswith("What to do: ") for line in prose)
    assert max(map(len, lines)) <= 110


@pytest.mark.parametrize("code", CHECKED)
def test_the_failing_example_fails_for_this_alone(code: str) -> None:
    for example in _examples(code, "failing"):
        codes = ex.codes_of(ex.made(example))
        assert code in codes
        assert ex.errors_in(codes) == _errors(code, example)


@pytest.mark.parametrize("code", CHECKED)
def test_the_mended_example_does_not(code: str) -> None:
    for example in _examples(code, "mended"):
        codes = ex.codes_of(ex.made(example))
        assert code not in codes
        if "whole" not in example.marks:
            assert not ex.errors_in(codes)


@pytest.mark.parametrize("code", WORKED_OUT)
def test_the_failing_example_shows_it_once_worked_out(code: str) -> None:
    for example in _examples(code, "failing"):
        codes = _codes(_states(ex.scenario(ex.made(example))))
        assert code in codes
        assert ex.errors_in(codes) == _errors(code, example)


@pytest.mark.parametrize("code", WORKED_OUT)
def test_the_states_of_the_mended_example_have_nothing_to_report(code: str) -> None:
    for example in _examples(code, "mended"):
        assert not _states(ex.scenario(ex.made(example)))


@pytest.mark.parametrize("code", WORKED_OUT)
def test_what_is_found_reads_as_a_paragraph(code: str) -> None:
    for example in _examples(code, "failing"):
        loaded = load_bytes(ex.made(example), "example.yaml")
        assert loaded.scenario is not None
        for diagnostic in diagnose(loaded, _states(loaded.scenario)):
            assert diagnostic.line > 1
            assert diagnostic.message[-1] != "."
            assert "{" not in diagnostic.message + diagnostic.hint


def test_an_ending_told_against_its_outcome_is_found_without_the_form_s_help() -> None:
    for example in _examples(FORM_FIRST, "failing"):
        data = ex.made(example)
        assert ex.errors_in(ex.codes_of(data)) == {"only-by-interrupt"}
        assert _codes(_states(_unchecked(data))) == {FORM_FIRST}
    for example in _examples(FORM_FIRST, "mended"):
        assert not _states(ex.scenario(ex.made(example)))


@pytest.mark.parametrize("code", WORKED_OUT)
def test_what_is_left_undecided_is_never_said_to_be_impossible(code: str) -> None:
    for example in _examples(code, "failing"):
        codes = _codes(_states(ex.scenario(ex.made(example)), cap=2))
        assert "undecided" in codes
        assert codes <= {"undecided", *SEEN}


def test_the_base_has_nothing_to_report() -> None:
    assert ex.codes_of(ex.BASE) == set()


def test_the_states_of_the_talk_have_nothing_to_report() -> None:
    assert not _states(ex.scenario(ex.TALK))


def test_laying_nothing_over_the_base_changes_nothing() -> None:
    assert ex.scenario(ex.over("title: Two cups")) == ex.scenario(ex.BASE)


def _examples(code: str, kind: str) -> list[ex.Example]:
    found = [example for example in ex.examples(code) if example.kind == kind]
    assert found
    return found


def _errors(code: str, example: ex.Example) -> set[str]:
    """The errors that an example of a code is expected to have."""
    others = {extra for extras in example.mark("codes") for extra in extras.split(",")}
    own = {code} if CODES[code].severity is Severity.ERROR else set()
    return own | ex.errors_in(others)


def _states(scenario: Scenario, cap: int = DEFAULT_CAP) -> list[Finding]:
    """What the states of every role show."""
    return [f for role in scenario.roles for f in check_states(scenario, role, cap=cap)]


def _codes(findings: list[Finding]) -> set[str]:
    return {finding.code for finding in findings}


def _unchecked(data: bytes) -> Scenario:
    """A scenario whose form and graph nobody has looked at."""
    read = load_bytes(data, "example.yaml").scenario
    assert read is not None
    return read
