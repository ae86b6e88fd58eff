"""A crash says so in our words, keeps none of anybody else's, and ends with a status."""

from pathlib import Path

import pytest

from simulator.cli import screen as entry
from simulator.practice.places import crash_file
from simulator.tui.app import DialogueApp
from simulator.tui.screens.home import HomeScreen
from tests.tui.frame import READ, app_of, opened, press

WORDS = "she said the thing about the boat"


class BrokenScreen(HomeScreen):
    """Breaks with somebody's words in its hands."""

    def action_settings(self) -> None:
        words = WORDS
        raise RuntimeError(f"could not show {words}")


async def breaks() -> DialogueApp:
    """Break the app; what is left of it."""
    app = None
    try:
        async with opened(READ, first=BrokenScreen()) as pilot:
            app = app_of(pilot)
            await press(pilot, "o")
    except RuntimeError:
        pass
    assert app is not None
    return app


async def test_no_words_in_the_log(home: Path) -> None:
    app = await breaks()
    log = crash_file().read_text()
    assert WORDS not in log
    assert "builtins.RuntimeError" in log
    assert "action_settings" in log
    assert app.return_code == 1


async def test_what_textual_would_print_is_replaced(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    await breaks()
    output = "".join(capsys.readouterr())
    assert WORDS not in output
    assert "locals" not in output
    assert "You did nothing amiss" in output
    assert "crash.log" in output.replace("\n", "")


def test_a_failure_to_start_is_told_in_the_same_words(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(self: DialogueApp) -> None:
        raise OSError(WORDS)

    monkeypatch.setattr(DialogueApp, "run", broken)
    monkeypatch.setattr(entry, "has_screen", lambda: True)
    assert entry.open_home() == 1
    output = "".join(capsys.readouterr())
    assert "You did nothing amiss" in output
    assert WORDS not in output + crash_file().read_text()


def test_without_a_terminal_the_plain_player_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert entry.open_home() == 2
    assert "--plain" in capsys.readouterr().err
