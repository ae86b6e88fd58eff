"""The journal: plays and what happened in them, durable once added, erased for good."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial
from threading import Lock
from typing import NamedTuple
from uuid import uuid4

from sqlalchemy import Connection, delete, func, insert, select
from sqlalchemy.exc import IntegrityError

from simulator.dialogue.setup import Setup
from simulator.journal import sqlite
from simulator.journal.backup import back_up
from simulator.journal.copies import copy_tables
from simulator.journal.desk import Desk
from simulator.journal.encoding import event_data, kind_of, setup_data
from simulator.journal.erasing import AT_ONCE, erasing
from simulator.journal.errors import DamagedError, ErasedError
from simulator.journal.events import Event, Listing, Play
from simulator.journal.migrating import bring_up
from simulator.journal.opening import Opened, open_engine
from simulator.journal.reading import listing, plays_of
from simulator.journal.rights import look_over
from simulator.journal.tables import events, plays, texts
from simulator.journal.troubles import told

SHORTEST_ID = 6
"""letters by which a play can be named, where they are enough to tell it from the others"""
WAIT = 5.0
"""seconds that another program's writing is waited for"""


def new_id() -> str:
    """The id of a play: 32 letters of which nothing can be read."""
    return uuid4().hex


class _Begun(NamedTuple):
    """A play of which nothing is kept yet."""

    scenario: str
    text: str
    at: datetime
    assignment: str | None


class _Course(NamedTuple):
    """A play that is being added to."""

    setup: Setup
    begun: _Begun | None
    """until the play itself is kept"""
    kept: int
    """how many events are kept, as far as it is known here"""


def open_journal(url: str, *, key: bytes | None = None, wait: float = WAIT) -> "Journal":
    """Open the journal at an SQLAlchemy address, and make or renew its tables where need be.

    Tables that hold something are renewed only after a backup. `key` is the data key of an
    encrypted file, `wait` how many seconds another program's writing is waited for. Raises
    `JournalError`; then nothing was changed.
    """
    opened = open_engine(url, key=key, wait=wait)
    try:
        with told(opened.place):
            _see_whole(opened)
            bring_up(opened, partial(_back_up, opened))
            _see_rights(opened)
    except BaseException:
        opened.engine.dispose()
        raise
    if opened.path is not None:
        sqlite.keep_private(opened.path)
    return Journal(opened)


def _see_whole(opened: Opened) -> None:
    """A file that is damaged is not written to: that would only damage it further."""
    if opened.driver is not None:
        with opened.engine.begin() as reading:
            if not sqlite.is_whole(reading.exec_driver_sql, opened.path):
                raise opened.place.trouble(DamagedError)


def _see_rights(opened: Opened) -> None:
    if opened.place.server:
        with opened.engine.connect() as reading:
            look_over(reading, opened.place)


def _back_up(opened: Opened, connection: Connection, version: str) -> None:
    if opened.driver is None:
        copy_tables(connection, before=version)
    elif opened.path is not None:
        back_up(opened.path, opened.driver, before=version)


class Journal:
    """An open journal. Several threads may use it; what they add is kept one after the other."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._courses: dict[str, _Course] = {}
        self._lock = Lock()
        self.desk = Desk(opened, self._lock)
        """the homework that is kept here"""

    @property
    def where(self) -> str:
        """The file or the server, as it is named to people."""
        return self._opened.place.name

    def begin(
        self, scenario: str, text: str, setup: Setup, at: datetime, assignment: str | None = None
    ) -> str:
        """The id of a new play; nothing of it is kept before its first event.

        `scenario` is the file's id, `text` what it says, kept once under `setup.scenario`;
        `assignment` the id of the homework the play is had under, 64 letters at most.
        """
        play = new_id()
        self._courses[play] = _Course(setup, _Begun(scenario, text, at, assignment), 0)
        return play

    def add(self, play: str, event: Event) -> None:
        """Keep an event. Once this returns it outlives the process and the machine's power.

        Raises `JournalError`; then it is not kept, and can be added again before any other. Where
        it is not known whether it was kept, as when a server fell silent, ask `play`.
        """
        with self._lock, told(self._opened.place):
            course = self._course(play)
            try:
                self._write(play, course, event)
            except IntegrityError:  # another program may have kept the same text in between
                self._write(play, course, event)
            self._courses[play] = _Course(course.setup, None, course.kept + 1)

    def go_on(self, play: Play) -> None:
        """Take a play up as it was read: should another program have added to it since, the next
        `add` is a `ConflictError`."""
        with self._lock:
            self._courses[play.id] = _going_on(play)

    def plays(self, *, with_stopped: bool = False) -> tuple[Play, ...]:
        """Every play that can be read, oldest first; those where a line was crossed only if asked
        for."""
        return self.listing(with_stopped=with_stopped).plays

    def listing(self, *, with_stopped: bool = False) -> Listing:
        """The same, and apart from them the plays of which a row is damaged."""
        found = listing(self._opened.engine, self._opened.place)
        wanted = tuple(play for play in found.plays if with_stopped or not play.stopped)
        return found._replace(plays=wanted)

    def play(self, id_: str) -> Play:
        """One play, by its id or six or more letters it begins with; it can then be gone on with.

        Raises `LookupError` where no play, or more than one, is meant.
        """
        if len(id_) < SHORTEST_ID:
            raise LookupError(
                f"“{id_}” is too short for the id of a play; give {SHORTEST_ID} letters or more"
            )
        beginning = plays.c.id.startswith(id_.lower(), autoescape=True)
        with told(self._opened.place), self._opened.engine.begin() as database:
            found = plays_of(database, self._opened.place, beginning)
        if len(found) != 1:
            how_many = "no play" if not found else f"more than one play ({len(found)})"
            raise LookupError(f"{how_many} begins with “{id_}”")
        with self._lock:
            self._courses[found[0].id] = _going_on(found[0])
        return found[0]

    def text(self, hash_: str) -> str:
        """The text of a scenario by `Setup.scenario`. Raises `LookupError`."""
        wanted = select(texts.c.text).where(texts.c.hash == hash_)
        with told(self._opened.place), self._opened.engine.begin() as database:
            found = database.scalar(wanted)
        if found is None:
            raise LookupError(f"the journal keeps no text “{hash_}”")
        return str(found)

    def erase(self, ids: Iterable[str]) -> int:
        """Erase plays, texts that no other play needs, and backups, which may hold them too.

        `ids` are whole. What was there is overwritten in a file; a server's own logs and backups
        are its owner's. Returns how many plays there were.
        """
        wanted = sorted(set(ids))
        with self._lock, told(self._opened.place), erasing(self._opened) as database:
            count = _erase(database, wanted)
            for play in wanted:
                self._courses.pop(play, None)
        return count

    def close(self) -> None:
        """Let go of the database."""
        self._opened.engine.dispose()

    def _course(self, play: str) -> _Course:
        """Where a play stands; asked of the database where it was neither begun nor read here."""
        if play in self._courses:
            return self._courses[play]
        with self._opened.engine.begin() as database:
            found = plays_of(database, self._opened.place, plays.c.id == play)
        if not found:
            raise ErasedError(f"there is no play “{play}” to go on with")
        return _going_on(found[0])

    def _write(self, play: str, course: _Course, event: Event) -> None:
        row = {
            "play": play,
            "number": course.kept + 1,
            "kind": kind_of(event),
            "at": event.at,
            "data": event_data(event, course.setup.role),
        }
        with self._opened.writer.begin() as database:
            if course.begun is not None:
                _begin(database, play, course.setup, course.begun)
            database.execute(insert(events).values(row))


def _going_on(play: Play) -> _Course:
    return _Course(play.setup, None, len(play.events))


def _begin(database: Connection, play: str, setup: Setup, begun: _Begun) -> None:
    hash_ = setup.scenario
    if not database.scalar(select(func.count()).where(texts.c.hash == hash_)):
        database.execute(insert(texts).values(hash=hash_, text=begun.text))
    row = {
        "id": play,
        "scenario": begun.scenario,
        "text": hash_,
        "setup": setup_data(setup),
        "started": begun.at,
        "assignment": begun.assignment,
    }
    database.execute(insert(plays).values(row))


def _erase(database: Connection, ids: list[str]) -> int:
    count = 0
    for start in range(0, len(ids), AT_ONCE):
        some = ids[start : start + AT_ONCE]
        database.execute(delete(events).where(events.c.play.in_(some)))
        count += database.execute(delete(plays).where(plays.c.id.in_(some))).rowcount
    database.execute(delete(texts).where(texts.c.hash.not_in(select(plays.c.text))))
    return count
