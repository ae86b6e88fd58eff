"""`simulator learn`: the list, a page, the safety page, and a name that is none."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simulator.cli.learn import learn_command
from simulator.practice import learning
from simulator.practice.learning import IDS, Kind
from simulator.practice.words import safety
from tests.test_imports import HEAVY, SCREEN, by_command


@pytest.fixture(autouse=True)
def _at_home(home: Path) -> None:
    """A home of each test's own."""


def ran(*arguments: str, columns: int = 80) -> Result:
    return CliRunner().invoke(learn_command, arguments, env={"COLUMNS": str(columns)})


def words(text: str) -> str:
    return " ".join(text.split())


def test_without_a_page_all_are_listed() -> None:
    result = ran()
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert [line for line in lines if line in {*IDS, "safety"}] == [*IDS, "safety"]
    for page in learning.pages():
        assert f"{page.title}: {page.line}" in words(result.stdout)


@pytest.mark.parametrize("name", IDS)
@pytest.mark.parametrize("columns", [40, 100])
def test_a_page_is_printed_whole(name: str, columns: int) -> None:
    page, result = learning.page(name), ran(name, columns=columns)
    assert result.exit_code == 0
    shown = words(result.stdout)
    assert all(len(line) <= columns for line in result.stdout.splitlines())
    for part in page.parts:
        assert (part.text if part.kind is Kind.DRAWING else words(part.text)) in (
            result.stdout if part.kind is Kind.DRAWING else shown
        )
    for number, source in enumerate(page.sources, 1):
        assert f"[{number}] {words(learning.source_words(source))}" in shown
    for link in page.links:
        assert f"- {link}: {learning.title(link)}" in shown


def test_where_a_drawing_does_not_fit_its_words_stand_alone() -> None:
    narrow = ran("loop", columns=24).stdout
    assert "In words:" in narrow
    assert "^" not in narrow


def test_the_safety_page_is_printed_with_the_lines_of_this_place(home: Path) -> None:
    result = ran("safety")
    assert all(words(part.removeprefix("· ")) in words(result.stdout) for part in safety().parts)


def test_an_unknown_page_is_misuse_and_the_nearest_is_named() -> None:
    result = ran("timeouts")
    assert result.exit_code == 2
    assert "error: there is no page “timeouts”\n  Did you mean “time-outs”?" in result.stderr
    far = ran("zzzz")
    assert far.exit_code == 2
    assert all(name in far.stderr for name in (*IDS, "safety"))


def test_reading_loads_nothing_heavy() -> None:
    assert not by_command("learn") & (HEAVY | SCREEN)
    assert not by_command("learn", "loop") & (HEAVY | SCREEN)
