"""What starting the program loads: each command no more than it needs."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.practice import settings

HEAVY = frozenset({"pydantic", "networkx", "numpy", "sqlalchemy", "alembic"})
SCREEN = frozenset({"textual", "rich"})
SMALL = Path(__file__).parent / "data" / "small.yaml"

_TELL = """
import json, sys
def tell():
    print("LOADED", json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""
_COMMAND = """
sys.argv = ["simulator", *{arguments!r}]
from simulator.cli.main import main
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
tell()
"""
_FIRST_FRAME = """
import simulator.cli.main, simulator.cli.screen
from simulator.tui.app import DialogueApp
from simulator.tui.screens.home import HomeScreen

def drawn(app, screen, frame):
    tell()
    app.exit()

DialogueApp._display = drawn
DialogueApp(HomeScreen()).run(headless=True)
"""


def loaded(code: str) -> frozenset[str]:
    """The packages a fresh process that runs this has loaded when it first tells."""
    done = subprocess.run(
        [sys.executable, "-c", _TELL + code],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        input="",
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = done.stdout.partition("LOADED")[2].partition("\n")[0]
    return frozenset(json.loads(told))


def by_command(*arguments: str) -> frozenset[str]:
    return loaded(_COMMAND.format(arguments=arguments))


@pytest.mark.parametrize(
    "arguments",
    [
        ("--help",),
        ("list",),
        ("check", str(SMALL)),
        ("respond", "--partner", "withdrawer", "warmth"),
        ("schema",),
        ("play", str(SMALL), "--as", "pursuer", "--plain"),
        ("play", str(SMALL), "--as", "pursuer", "--choose", ""),
    ],
    ids=lambda arguments: " ".join(arguments[:1] + arguments[4:5]),
)
def test_no_command_that_needs_no_screen_loads_one(arguments: tuple[str, ...]) -> None:
    assert not by_command(*arguments) & SCREEN


@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("list",), ("list", "--json"), ("respond", "--partner", "pursuer", "warmth")],
    ids=" ".join,
)
def test_what_reads_no_whole_scenario_loads_nothing_heavy(arguments: tuple[str, ...]) -> None:
    assert not by_command(*arguments) & HEAVY


@pytest.mark.usefixtures("home")
def test_nothing_heavy_is_loaded_on_the_way_to_the_first_frame() -> None:
    settings.save(settings.Settings(terms_accepted=True))
    there = loaded(_FIRST_FRAME)
    assert "textual" in there
    assert not there & HEAVY


def test_playing_loads_no_arrays() -> None:
    assert "numpy" not in by_command("play", str(SMALL), "--as", "pursuer", "--plain")


def test_checking_what_has_not_changed_loads_no_arrays() -> None:
    by_command("check", str(SMALL))
    assert not by_command("check", str(SMALL)) & {"numpy", "scipy"}
