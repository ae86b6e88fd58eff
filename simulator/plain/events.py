"""What happens while an author writes, in the order it happens: lines typed, saves, findings."""

import io
from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path
from queue import SimpleQueue
from threading import Event as Flag
from threading import Thread
from typing import NamedTuple, TextIO

from simulator.practice import crash
from simulator.practice.saves import saves
from simulator.practice.watching import Deeper
from simulator.scenario.diagnostics import Diagnostic, diagnose
from simulator.scenario.load import Loaded


class Saved(Enum):
    """The file may have changed."""

    SAVED = "saved"


class Found(NamedTuple):
    """What a deeper check found in the text it was given."""

    loaded: Loaded
    diagnostics: tuple[Diagnostic, ...]
    trouble: str | None = None
    """why the check could not be carried out"""


Event = str | Saved | Found
"""a line that was typed, a save, what a deeper check found"""
Ask = Callable[[Loaded], None]
"""wants a text to be checked more deeply; what is found comes as an event"""


class Events:
    """What threads have to tell, one thing after another. Ends when input has ended."""

    def __init__(self) -> None:
        self._events: SimpleQueue[Event | None] = SimpleQueue()
        self._stop = Flag()

    def __iter__(self) -> Iterator[Event]:
        """Each event as soon as it is there."""
        try:
            while (event := self._events.get()) is not None:
                yield event
        finally:
            self._stop.set()

    def watch(self, path: Path) -> None:
        """Tell of every save of the file."""

        def work() -> None:
            for _ in saves(path, self._stop):
                self._events.put(Saved.SAVED)

        _start(work)

    def listen(self, source: TextIO | None) -> None:
        """Tell of every line of the source, and of its end."""

        def work() -> None:
            for line in _lines(source):
                self._events.put(line)
            self._events.put(None)

        _start(work)

    def deepen(self, check: Deeper) -> Ask:
        """Run a check that takes long beside all else, on the last text it is asked for."""
        asked: SimpleQueue[Loaded] = SimpleQueue()

        def work() -> None:
            while not self._stop.is_set():
                loaded = asked.get()
                while not asked.empty():
                    loaded = asked.get()
                self._events.put(_found(check, loaded))

        _start(work)
        return asked.put


def _start(work: Callable[[], None]) -> None:
    Thread(target=work, daemon=True).start()


def _found(check: Deeper, loaded: Loaded) -> Found:
    if loaded.scenario is None:
        return Found(loaded, ())
    try:
        return Found(loaded, diagnose(loaded, check(loaded.scenario)))
    except Exception as error:  # noqa: BLE001 - whatever breaks, its words stay out of sight
        return Found(loaded, (), _trouble(crash.keep(error)))


def _trouble(log: Path | None) -> str:
    where = f" Where it broke, without any of your words, is written in {log}." if log else ""
    return f"The check of what can happen broke, and says nothing of this text.{where}"


def _lines(source: TextIO | None) -> Iterator[str]:
    """The lines of the source, past its own buffer where there is a file beneath it: a thread
    that waits inside the buffer when the program ends would hold its lock."""
    if source is None:
        return
    try:
        beneath = open(source.fileno(), "rb", buffering=0, closefd=False)  # noqa: SIM115
    except (OSError, ValueError, io.UnsupportedOperation):
        yield from source
        return
    try:
        for line in beneath:
            yield line.decode("utf-8", "replace")
    except OSError:
        return
