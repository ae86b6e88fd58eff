"""A journal in memory, which can be made to fail and to take its time."""

from collections.abc import Iterable
from datetime import datetime
from threading import Event as Flag
from uuid import uuid4

from simulator.dialogue.setup import Setup
from simulator.journal.errors import JournalError
from simulator.journal.events import Event, Play
from simulator.practice.keeping import Keeping


class NoDesk:
    """The desk of somebody who has neither been given homework nor given any."""

    def all(self, side: str) -> tuple[()]:
        return ()


class MemoryJournal:
    """Does what a journal does, as far as practice asks for it."""

    def __init__(self) -> None:
        self.desk = NoDesk()
        self.kept: dict[str, Play] = {}
        self.texts: dict[str, str] = {}
        self.fails: JournalError | Exception | None = None
        """raised by whatever is added, until it is taken away"""
        self.free = Flag()
        """nothing can be added while it is not set"""
        self.free.set()
        self.asked = Flag()
        """set as soon as something is to be added"""
        self.closed = False
        self._begun: dict[str, tuple[Play, str]] = {}

    def begin(
        self, scenario: str, text: str, setup: Setup, at: datetime, assignment: str | None = None
    ) -> str:
        id_ = uuid4().hex
        self._begun[id_] = (Play(id_, scenario, setup, at, (), assignment), text)
        return id_

    def add(self, play: str, event: Event) -> None:
        self.asked.set()
        assert self.free.wait(10)
        if self.fails:
            raise self.fails
        if play in self._begun:
            self.kept[play], text = self._begun.pop(play)
            self.texts.setdefault(self.kept[play].setup.scenario, text)
        kept = self.kept[play]
        self.kept[play] = kept._replace(events=(*kept.events, event))

    def plays(self, *, with_stopped: bool = False) -> tuple[Play, ...]:
        return tuple(p for p in self.kept.values() if with_stopped or not p.stopped)

    def play(self, id_: str) -> Play:
        found = [play for play in self.kept.values() if play.id.startswith(id_)]
        if len(found) != 1:
            raise LookupError(f"no play begins with “{id_}”")
        return found[0]

    def go_on(self, play: Play) -> None:
        """Nobody else adds to it here."""

    def text(self, hash_: str) -> str:
        return self.texts[hash_]

    def erase(self, ids: Iterable[str]) -> int:
        return sum(self.kept.pop(each, None) is not None for each in ids)

    def close(self) -> None:
        self.closed = True


def keeping_in(journal: MemoryJournal) -> Keeping:
    return Keeping(lambda: journal)  # type: ignore[arg-type, return-value]
