"""Leaving line by line with Ctrl+C, while what was said is still being written."""

import os
import subprocess
import sys
import time

import pytest

from simulator.plain.paper import CLEAR
from tests.plain.command import SMALL
from tests.plain.test_terminal import PROMPT, _own_terminal
from tests.support.needs import only_on

MOST = 0.1
"""seconds from the key to the empty screen"""
_BLOCKED = """
import sys
from threading import Event
from simulator.journal.journal import Journal

def never(self, play, event):
    print("saving", flush=True)
    Event().wait()

Journal.add = never
sys.argv = ["simulator", "play", {small!r}, "--as", "pursuer", "--plain"]
from simulator.cli.main import main
main()
"""


@pytest.mark.usefixtures("home")
def test_leaving_waits_for_no_save() -> None:
    only_on("linux", "darwin")
    ours, theirs = os.openpty()
    program = subprocess.Popen(
        [sys.executable, "-c", _BLOCKED.format(small=str(SMALL))],
        stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True,
        preexec_fn=_own_terminal,  # noqa: PLW1509  (so that Ctrl+C is sent as a person sends it)
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "TERM": "xterm"},
    )  # fmt: skip
    os.close(theirs)
    try:
        _until(ours, PROMPT)
        os.write(ours, b"1\n")
        _until(ours, "saving")
        pressed = time.monotonic()
        os.write(ours, b"\x03")
        _until(ours, CLEAR)
        took = time.monotonic() - pressed
        assert program.wait(10) == 0
    finally:
        program.kill()
        program.wait(10)
        os.close(ours)
    assert took < MOST


def _until(terminal: int, words: str) -> None:
    seen = b""
    while words.encode() not in seen:
        seen += os.read(terminal, 4096)
