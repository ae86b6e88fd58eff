"""Misuse of a command: one way of saying it."""

import click
import pytest
from click.testing import CliRunner

from simulator.cli.errors import Misuse, unknown
from simulator.scenario.nearest import nearest


def _shown(error: Misuse) -> tuple[int, str, str]:
    @click.command()
    def command() -> None:
        raise error

    result = CliRunner().invoke(command, [])
    return result.exit_code, result.stdout, result.stderr


def test_misuse_goes_to_standard_error_with_exit_status_2() -> None:
    assert _shown(Misuse("there is no page 9")) == (2, "", "error: there is no page 9\n")


def test_the_hint_stands_on_a_line_of_its_own() -> None:
    shown = _shown(Misuse("there is no page 9", "Pages 1 to 8."))
    assert shown == (2, "", "error: there is no page 9\n  Pages 1 to 8.\n")


@pytest.mark.parametrize(
    ("name", "known", "near"),
    [
        ("valdation", ["validation", "planning"], "validation"),
        ("Time-Out", ["time_out", "planning"], "time_out"),
        (" going quiet", ["silence", "going_quiet"], "going_quiet"),
        ("xyzzy", ["validation", "planning"], None),
        ("", ["validation"], None),
        ("warmth", [], None),
    ],
)
def test_the_nearest_name(name: str, known: list[str], near: str | None) -> None:
    assert nearest(name, known) == near


def test_an_unknown_name_is_answered_by_the_nearest_or_by_all() -> None:
    close = unknown("move", "warmt", ["warmth", "blame"], where="reply 2")
    assert close.message == "reply 2: there is no move “warmt”\n  Did you mean “warmth”?"
    far = unknown("move", "q", iter(["warmth", "blame"]))
    assert far.message == "there is no move “q”\n  Known: warmth, blame."
