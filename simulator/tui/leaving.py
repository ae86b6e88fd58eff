"""Leaving at once: the screen is empty before anything else is tidied up."""

import contextlib
import os
import sys
import time
from collections.abc import Callable
from typing import Final, Protocol

TWICE_WITHIN: Final = 0.75
"""seconds between two presses of Esc that count as leaving at once"""

_CLEAR: Final = "\x1b[0m\x1b[H\x1b[2J\x1b[3J"
_MAIN_SCREEN: Final = "\x1b[?1049l"
OLD_TITLE: Final = "\x1b[23;0t"
"""gives the terminal back the title it had"""

WIPE: Final = f"{_CLEAR}{_MAIN_SCREEN}{_CLEAR}"
"""empties the program's screen, then the terminal's own with all it could be scrolled back to"""

_LEAVING_KEYS: Final = frozenset({"f12", "ctrl+c", "ctrl+q"})


class Terminal(Protocol):
    """As much of a driver as leaving needs."""

    def write(self, data: str) -> None:
        """Send to the terminal."""

    def flush(self) -> None:
        """Let what was sent arrive."""

    def stop_application_mode(self) -> None:
        """Give keyboard, mouse and the terminal's own screen back."""

    def close(self) -> None:
        """Wait until everything arrived."""


class LeaveWatch:
    """Knows from the keys alone when somebody wants to be gone: Esc twice, F12, Ctrl+C, Ctrl+Q."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._escape_at: float | None = None

    def wants_out(self, key: str) -> bool:
        """Take note of a key; true where it means leaving at once."""
        if key in _LEAVING_KEYS:
            return True
        now, before = self._clock(), self._escape_at
        self._escape_at = now if key == "escape" else None
        return key == "escape" and before is not None and now - before <= TWICE_WITHIN


def vanish(terminal: Terminal) -> None:
    """Empty the terminal, give it back, and end the process with status 0. Does not return.

    Nothing is waited for, so that neither a file being written (files are written whole or not at
    all) nor a thread at work holds the words on the screen.
    """
    terminal.write(WIPE)
    terminal.flush()
    with contextlib.suppress(Exception):
        terminal.stop_application_mode()
    with contextlib.suppress(Exception):
        terminal.write(f"{_CLEAR}{OLD_TITLE}")
        terminal.flush()
        terminal.close()
    with contextlib.suppress(Exception):
        sys.__stdout__.flush() if sys.__stdout__ else None
    os._exit(0)
