"""Leaving at once, on a real terminal, while what was said is still being written."""

import os
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from simulator.practice import settings
from simulator.practice.keeping import open_usual
from tests.support.needs import only_on
from tests.tui.frame import READ

SMALL = Path(__file__).parents[1] / "data" / "small.yaml"
WIPED = b"\x1b[3J\x1b[?1049l\x1b[0m\x1b[H\x1b[2J\x1b[3J"
ATTEMPTS = 2
"""of which the quicker counts: a busy machine is not what is measured"""
MOST = 0.1
"""seconds from the key to the empty screen"""
_BLOCKED = """
import sys, time
from threading import Event
from simulator.journal.journal import Journal

def never(self, play, event):
    print("\\x1b]2;saving\\x07", end="", file=sys.__stdout__, flush=True)
    {wait}

Journal.add = never
sys.argv = ["simulator", "play", {small!r}, "--as", "pursuer", "--seed", "1"]
from simulator.cli.main import main
main()
"""
_IN_PYTHON = "Event().wait()"
_IN_DATABASE = """
    import sqlite3
    path = sys.argv[0] + "-lock"
    other = sqlite3.connect(path)
    other.execute("create table if not exists t (a)")
    other.execute("begin exclusive")
    sqlite3.connect(path, timeout=60).execute("insert into t values (1)")
"""


@pytest.mark.parametrize("wait", [_IN_PYTHON, _IN_DATABASE], ids=["python", "sqlite"])
@pytest.mark.parametrize("keys", [b"\x1b\x1b", b"\x1b[24~", b"\x03"], ids=["esc", "f12", "ctrl+c"])
def test_leaving_waits_for_no_save(home: Path, keys: bytes, wait: str) -> None:
    only_on("linux", "darwin")
    settings.save(READ)
    took = min(_leaving_takes(home, keys, wait) for _ in range(ATTEMPTS))
    print(f"gone after {took * 1000:.0f} ms")
    assert took < MOST
    journal = open_usual()
    assert journal.plays() == ()
    journal.close()


def _leaving_takes(home: Path, keys: bytes, wait: str) -> float:
    """Seconds from the key to the empty screen."""
    import pty

    ours, theirs = pty.openpty()
    code = _BLOCKED.format(wait=wait, small=str(SMALL))
    program = subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=theirs, stdout=theirs, stderr=theirs, cwd=home, start_new_session=True,
        env={**os.environ, "TERM": "xterm-256color", "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    os.close(theirs)
    try:
        _until(ours, b"to the talk")
        os.write(ours, b"\r")
        _until(ours, b"Your reply")
        while not _seen(ours, b"saving"):
            os.write(ours, b"1")
        pressed = time.monotonic()
        os.write(ours, keys)
        _until(ours, WIPED)
        took = time.monotonic() - pressed
        assert program.wait(10) == 0
    finally:
        program.kill()
        program.wait(10)
        os.close(ours)
    return took


def _until(terminal: int, wanted: bytes) -> None:
    got = b""
    while wanted not in got:
        ready, _, _ = select.select([terminal], [], [], 20)
        assert ready, got[-500:]
        got += os.read(terminal, 65536)


def _seen(terminal: int, wanted: bytes) -> bool:
    """Whether it comes within a fifth of a second: replies take no key for the first half."""
    got = b""
    while select.select([terminal], [], [], 0.2)[0]:
        got += os.read(terminal, 65536)
        if wanted in got:
            return True
    return False
