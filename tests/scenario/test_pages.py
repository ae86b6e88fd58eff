"""Every code has a page, and its examples are the tests of its check."""

import pytest

from simulator.scenario import pages
from simulator.scenario.codes import CODES, Severity
from tests.scenario import examples as ex

OF_THE_SYSTEM = {
    "no-libyaml", "too-large", "unreadable", "not-utf8", "too-many-nodes", "text-too-long",
    "more-problems", "same-id", "bad-file-name",
}  # fmt: skip
"""codes whose examples are no text of a scenario; each is tested elsewhere"""
CHECKED = sorted(set(CODES) - OF_THE_SYSTEM)


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
    failing = [e for e in ex.examples(code) if e.kind == "failing"]
    assert failing
    for example in failing:
        codes = ex.codes_of(ex.made(example))
        assert code in codes
        others = {extra for extras in example.mark("codes") for extra in extras.split(",")}
        expected = {code} if CODES[code].severity is Severity.ERROR else set()
        assert ex.errors_in(codes) == expected | others


@pytest.mark.parametrize("code", CHECKED)
def test_the_mended_example_does_not(code: str) -> None:
    mended = [e for e in ex.examples(code) if e.kind == "mended"]
    assert mended
    for example in mended:
        codes = ex.codes_of(ex.made(example))
        assert code not in codes
        if "whole" not in example.marks:
            assert not ex.errors_in(codes)


def test_the_base_has_nothing_to_report() -> None:
    assert ex.codes_of(ex.BASE) == set()


def test_laying_nothing_over_the_base_changes_nothing() -> None:
    assert ex.scenario(ex.over("title: Two cups")) == ex.scenario(ex.BASE)
