"""Where the plain player writes: wrapped, append-only text with nothing in it that steers a terminal."""

import codecs
import contextlib
import io
import os
import shutil
import sys
import textwrap
from collections.abc import Sequence
from typing import TextIO

from simulator.practice.safe import shown

WIDTH_UNKNOWN = 80
NARROWEST = 24
CLEAR = "\x1b[0m\x1b[H\x1b[2J\x1b[3J"
"""empties a terminal's screen and what it could be scrolled back to"""

_PLAINER = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "…": "...", "–": "-", "—": "-", "▲": "^", "▼": "v"}
    | {"−": "-", "·": "-"}
)


def _plainer(error: UnicodeError) -> tuple[str, int]:
    """What an old encoding lacks, in signs it has."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    wanted = error.object[error.start : error.end].translate(_PLAINER)
    return "".join(c if c.isascii() else "?" for c in wanted), error.end


codecs.register_error("simulator.plainer", _plainer)


class Paper:
    """Writes paragraphs to a stream, each wrapped at the width of the terminal at that moment."""

    def __init__(self, stream: TextIO, width: int | None = None) -> None:
        """Width is in characters; `None` asks the terminal each time, 80 where it is unknown."""
        self._stream = stream
        self._width = width
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="simulator.plainer")

    @property
    def width(self) -> int:
        """Characters to a line, now."""
        return self._width or max(NARROWEST, _columns(self._stream))

    def write(self, *paragraphs: str, lead: str = "") -> None:
        """Write paragraphs one under the other; what follows `lead` is set in beneath it."""
        for paragraph in paragraphs:
            self._stream.write(self._wrapped(lead + paragraph, " " * len(lead)) + "\n")
        self._stream.flush()

    def notes(self, notes: Sequence[str]) -> None:
        """Write notes, and leave a line empty after them where there were any."""
        if notes:
            self.write(*notes)
            self.blank()

    def blank(self) -> None:
        """Leave a line empty."""
        self._stream.write("\n")
        self._stream.flush()

    def prompt(self, words: str) -> None:
        """Write words and stay on their line."""
        self._stream.write(words)
        self._stream.flush()

    def _wrapped(self, text: str, indent: str) -> str:
        lines = [line for line in shown(text).splitlines() if line.strip()]
        return "\n".join(
            textwrap.fill(
                line,
                self.width,
                initial_indent=indent if number else "",
                subsequent_indent=indent,
                break_long_words=False,
                break_on_hyphens=False,
            )
            for number, line in enumerate(lines)
        )


def wipe(*streams: TextIO | None) -> bool:
    """Empty every terminal among the streams; whether there was one.

    Nothing is written to a stream that is no terminal. A terminal that knows no sequences gets
    empty lines.
    """
    terminals = [stream for stream in streams if stream is not None and stream.isatty()]
    for terminal in terminals:
        with contextlib.suppress(OSError):
            _empty(terminal)
    return bool(terminals)


def _empty(terminal: TextIO) -> None:
    if os.environ.get("TERM") == "dumb":
        terminal.write("\n" * shutil.get_terminal_size((WIDTH_UNKNOWN, 50)).lines)
    else:
        terminal.write(CLEAR)
    terminal.flush()
    if sys.platform == "win32":
        import subprocess  # noqa: PLC0415

        subprocess.run(["cmd", "/c", "cls"], check=False)  # noqa: S607  (older consoles know only this)


def _columns(stream: TextIO) -> int:
    chosen = os.environ.get("COLUMNS", "")
    if chosen.isascii() and chosen.isdigit() and 0 < len(chosen) < 5 and int(chosen):
        return int(chosen)
    try:
        return os.get_terminal_size(stream.fileno()).columns or WIDTH_UNKNOWN
    except (OSError, ValueError, AttributeError):
        return WIDTH_UNKNOWN
