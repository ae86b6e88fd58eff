"""Leaving at once: from everywhere, at any time, with nothing left to read."""

import os
import select
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.practice import settings
from simulator.tui.leaving import TWICE_WITHIN, LeaveWatch, vanish
from tests.support.needs import only_on
from tests.tui.frame import READ, app_of, opened, press

PLACES = {
    "home": [],
    "help": ["question_mark"],
    "safety": ["s"],
    "settings": ["o"],
    "chair": ["enter"],
    "help over safety": ["s", "f1"],
    "brief": ["enter", "1"],
    "talk": ["enter", "1", "enter"],
    "asked whether to leave the talk": ["enter", "1", "enter", "q"],
}


@pytest.mark.parametrize("keys", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("leaving", [["escape", "escape"], ["f12"], ["ctrl+c"], ["ctrl+q"]])
async def test_from_everywhere(home: Path, keys: list[str], leaving: list[str]) -> None:
    async with opened() as pilot:
        await press(pilot, *keys)
        await pilot.press(*leaving)
        assert app_of(pilot).left_at_once
    assert pilot.app.return_code == 0


async def test_one_escape_goes_back_and_no_further(home: Path) -> None:
    async with opened() as pilot:
        await press(pilot, "enter", "escape")
        assert not app_of(pilot).left_at_once


class Clock:
    def __init__(self) -> None:
        self.now = 10.0

    def __call__(self) -> float:
        return self.now


def test_two_escapes_count_only_close_together() -> None:
    clock = Clock()
    watch = LeaveWatch(clock)
    assert not watch.wants_out("escape")
    clock.now += TWICE_WITHIN + 0.01
    assert not watch.wants_out("escape")
    clock.now += TWICE_WITHIN
    assert watch.wants_out("escape")


def test_another_key_between_two_escapes() -> None:
    watch = LeaveWatch(Clock())
    assert [watch.wants_out(key) for key in ("escape", "x", "escape")] == [False, False, False]


class Screen:
    """A terminal that remembers the order of what is done to it."""

    def __init__(self) -> None:
        self.done: list[str] = []

    def write(self, data: str) -> None:
        self.done.append(data)

    def flush(self) -> None:
        self.done.append("flushed")

    def stop_application_mode(self) -> None:
        self.done.append("given back")
        raise RuntimeError("the terminal went away")

    def close(self) -> None:
        self.done.append("closed")


def test_the_screen_is_emptied_before_anything_else(monkeypatch: pytest.MonkeyPatch) -> None:
    screen, status = Screen(), []
    monkeypatch.setattr(os, "_exit", status.append)
    vanish(screen)
    assert screen.done[0].count("\x1b[2J\x1b[3J") == 2
    assert screen.done[1:3] == ["flushed", "given back"]
    assert screen.done[-1] == "closed"
    assert status == [0]


@pytest.mark.parametrize("keys", [b"\x1b\x1b", b"\x1b[24~", b"\x03"], ids=["esc", "f12", "ctrl+c"])
def test_on_a_real_terminal(home: Path, keys: bytes) -> None:
    only_on("linux", "darwin")
    import pty

    settings.save(READ)
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color"}
    program = subprocess.Popen(
        [sys.executable, "-m", "simulator"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment,
        start_new_session=True,
    )
    os.close(theirs)
    try:
        _read_until(ours, b"practise?")
        os.write(ours, keys)
        after = _read_until(ours, b"\x1b[3J\x1b[?1049l\x1b[0m\x1b[H\x1b[2J\x1b[3J")
        rest = _read_rest(ours)
        assert program.wait(10) == 0
    finally:
        program.kill()
        os.close(ours)
    assert b"practise?" not in after.rpartition(b"\x1b[3J")[2] + rest


def _read_until(terminal: int, wanted: bytes) -> bytes:
    got = b""
    while wanted not in got:
        ready, _, _ = select.select([terminal], [], [], 20)
        assert ready, got[-500:]
        got += os.read(terminal, 65536)
    return got


def _read_rest(terminal: int) -> bytes:
    got = b""
    while select.select([terminal], [], [], 5)[0]:
        try:
            more = os.read(terminal, 65536)
        except OSError:
            return got
        if not more:
            return got
        got += more
    return got
