"""The plain player at a real terminal: leaving at once, the end of input, terms read once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.plain import pages
from simulator.plain.paper import CLEAR
from simulator.practice.settings import load
from simulator.practice.words import TERMS
from tests.plain.table import SMALL
from tests.support.needs import only_on

ROOT = Path(__file__).parents[2]
PROMPT = "(? for help): "

pytestmark = pytest.mark.usefixtures("home")


class _AtTerminal:
    """The program at a terminal of its own, spoken to as a person would."""

    def __init__(self, *options: str, **env: str) -> None:
        only_on("linux", "darwin")
        self._end, theirs = os.openpty()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "simulator", "play", str(SMALL), *options],
            stdin=theirs, stdout=theirs, stderr=theirs, cwd=ROOT, start_new_session=True,
            preexec_fn=_own_terminal,  # noqa: PLW1509  (so that Ctrl+C is sent as a person sends it)
            env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "COLUMNS": "200", **env},
        )  # fmt: skip
        os.close(theirs)
        self.seen = ""

    def until(self, words: str) -> None:
        """Read until these words are there, or the program has closed its end."""
        start = len(self.seen)
        while words not in self.seen[start:]:
            try:
                got = os.read(self._end, 4096)
            except OSError:
                return
            if not got:
                return
            self.seen += got.decode("utf-8", "replace")

    def type(self, keys: str) -> None:
        """Type keys."""
        os.write(self._end, keys.encode())

    def over(self) -> int:
        """Read what is left; the exit status."""
        self.until("(no words stand at the end)")
        os.close(self._end)
        return self._process.wait(timeout=30)


def _own_terminal() -> None:
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


@pytest.mark.parametrize("keys", ["x\n", "\x1b\x1b\n", "\x03"])
@pytest.mark.parametrize("env", [{}, {"NO_COLOR": "1"}])
def test_leaving_at_once_empties_a_terminal_and_says_nothing_more(keys, env):
    talk = _AtTerminal("--as", "pursuer", "--plain", **env)
    talk.until(PROMPT)
    talk.type(keys)
    assert talk.over() == 0
    before, _, after = talk.seen.partition(CLEAR)
    assert "\x1b" not in before
    assert after.replace(CLEAR, "") == ""
    assert "The spare key" in before


def test_the_end_of_input_at_a_terminal_leaves():
    talk = _AtTerminal("--as", "pursuer", "--plain")
    talk.until(PROMPT)
    talk.type("\x04")
    assert talk.over() == 0
    assert pages.NOT_KEPT in talk.seen
    assert "\x1b" not in talk.seen
    assert not load().settings.terms_accepted


def test_the_terms_are_printed_until_somebody_went_on_from_them():
    talk = _AtTerminal("--as", "pursuer", "--plain")
    talk.until(PROMPT)
    assert TERMS.title in talk.seen
    talk.type("1\n")
    talk.until(PROMPT)
    talk.type("q\n")
    assert talk.over() == 0
    assert load().settings.terms_accepted
    talk = _AtTerminal("--as", "pursuer", "--plain")
    talk.until(PROMPT)
    talk.type("q\n")
    assert talk.over() == 0
    assert TERMS.title not in talk.seen
