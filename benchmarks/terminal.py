"""A program on a terminal of 80×24, watched for the words that show a frame is there."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import time
from collections.abc import Iterable, Sequence
from types import TracebackType
from typing import Self

from benchmarks.isolated import Environment

COLUMNS, LINES = 80, 24
PATIENCE = 30.0
"""seconds after which a frame is given up"""
_STEERING = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07]*\x07|[=>()78][0B]?)")


class Terminal:
    """Runs one command. Times are seconds of `time.perf_counter`."""

    def __init__(self, command: Sequence[str], environment: Environment) -> None:
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        self._end = ours
        self._seen = b""
        self.started = time.perf_counter()
        self._process = subprocess.Popen(
            command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=environment,
            cwd=environment["HOME"],
            start_new_session=True,
        )
        os.close(theirs)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._end)

    def press(self, keys: str) -> float:
        """Press keys and forget what was seen before. Returns when they were pressed."""
        self._read_what_is_there()
        self._seen = b""
        pressed = time.perf_counter()
        os.write(self._end, keys.encode())
        return pressed

    def until(self, words: Iterable[str]) -> float:
        """Wait until all of these words were drawn. Returns when the last of them was."""
        missing = [word.encode() for word in words]
        latest = time.perf_counter() + PATIENCE
        while True:
            seen = _STEERING.sub(b"", self._seen)
            missing = [word for word in missing if word not in seen]
            now = time.perf_counter()
            if not missing:
                return now
            if not self._read(latest - now):
                drawn = seen[-3000:].decode(errors="replace")
                raise TimeoutError(f"waited in vain for {missing!r}; drawn were: {drawn}")

    def rest(self, seconds: float) -> None:
        """Take what is drawn for so long."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self._read(left)

    def _read_what_is_there(self) -> None:
        while self._read(0):
            pass

    def _read(self, seconds: float) -> bool:
        if seconds < 0 or not select.select([self._end], [], [], seconds)[0]:
            return False
        try:
            self._seen += os.read(self._end, 1 << 16)
        except OSError:
            return False
        return True
