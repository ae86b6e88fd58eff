"""The desk: homework that was given or received here, and what came to it, kept as plays are.

What the bodies and the data mean is nothing the journal knows. An entry is added and never
changed; all of a homework is erased together.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from threading import Lock
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, delete, func, insert, select
from sqlalchemy.exc import IntegrityError

from simulator.journal.erasing import AT_ONCE, erasing
from simulator.journal.errors import ConflictError, DamagedError, ErasedError, WrongKeyError
from simulator.journal.opening import Opened
from simulator.journal.tables import homework, homework_entries
from simulator.journal.troubles import told

SHORTEST_ID = 6
"""letters by which a homework can be named, where they are enough to tell it from the others"""
_TRIES = 20
"""how often an entry gives way to one that another program adds at the same moment"""
_UNREADABLE = (DamagedError, WrongKeyError)
_DAMAGED = (
    "A homework in the journal at {place} is damaged, and cannot be read. It was left as it is. A "
    "backup of the journal may still hold what was there."
)
_OTHER = (
    "The journal at {place} keeps another homework of the same id, “{id}”. It was left as it is; "
    "erase it there before this one is taken in."
)


class Entry(NamedTuple):
    """Something that came to a homework after it was kept."""

    at: datetime
    """aware, in UTC"""
    kind: str
    """16 letters at most"""
    data: Mapping[str, Any]


class Kept(NamedTuple):
    """A homework as it is kept."""

    id: str
    side: str
    """whose it is here: `client` or `therapist`"""
    opened: datetime
    """when it was kept; aware, in UTC"""
    body: Mapping[str, Any]
    entries: tuple[Entry, ...]
    """in the order they were added"""


class Desk:
    """The homework of an open journal. What is added is on the disk when a method returns."""

    def __init__(self, opened: Opened, lock: Lock) -> None:
        self._opened = opened
        self._lock = lock

    def add(self, side: str, id_: str, body: Mapping[str, Any], at: datetime) -> None:
        """Keep a homework of 64 letters of id at most; the same one again changes nothing.

        Raises `JournalError`, where another one has that id `ConflictError`.
        """
        row = {"id": id_, "side": side, "opened": at, "body": dict(body)}
        with self._lock, told(self._opened.place):
            try:
                with self._opened.writer.begin() as database:
                    database.execute(insert(homework).values(row))
            except IntegrityError:
                self._see_same(id_, side, body)

    def note(self, id_: str, kind: str, data: Mapping[str, Any], at: datetime, side: str) -> None:
        """Add an entry to a homework, by its whole id.

        Raises `JournalError`, where the homework is not here, or no more, `ErasedError`.
        """
        row = {"homework": id_, "side": side, "kind": kind, "at": at, "data": dict(data)}
        with self._lock, told(self._opened.place):
            for _ in range(_TRIES):
                # another program may have just added the entry of this number
                with suppress(IntegrityError):
                    self._append(row)
                    return
            self._append(row)

    def all(self, side: str) -> tuple[Kept, ...]:
        """Every homework of a side that can be read, oldest first. Raises `JournalError`."""
        try:
            with told(self._opened.place), self._opened.engine.begin() as database:
                return tuple(self._kept(database, homework.c.side == side))
        except _UNREADABLE:
            return tuple(kept for kept in map(self._or_none, self._ids(side)) if kept is not None)

    def damaged(self, side: str) -> tuple[str, ...]:
        """The ids of those that cannot be read, oldest first; they can be erased."""
        return tuple(id_ for id_, side in self._ids(side) if self._or_none((id_, side)) is None)

    def one(self, id_beginning: str, side: str) -> Kept:
        """One homework, by its id or six or more letters it begins with.

        Raises `LookupError` where none, or more than one, is meant, and `JournalError`.
        """
        if len(id_beginning) < SHORTEST_ID:
            raise LookupError(
                f"“{id_beginning}” is too short for the id of a homework; "
                f"give {SHORTEST_ID} letters or more"
            )
        begins = homework.c.id.startswith(id_beginning.lower(), autoescape=True)
        with told(self._opened.place), self._opened.engine.begin() as database:
            found = self._kept(database, begins & (homework.c.side == side))
        if len(found) != 1:
            how_many = "no homework" if not found else f"more than one homework ({len(found)})"
            raise LookupError(f"{how_many} begins with “{id_beginning}”")
        return found[0]

    def erase(self, ids: Iterable[str], side: str | None = None) -> int:
        """Erase homework with all that came to it, on both sides unless one is named; and backups,
        which may hold it too.

        `ids` are whole. What was there is overwritten in a file; a server's own logs and backups
        are its owner's. Plays that were had under it stay. Returns how many were erased.
        """
        wanted = sorted(set(ids))
        with self._lock, told(self._opened.place), erasing(self._opened) as database:
            return sum(
                _erase(database, wanted[start : start + AT_ONCE], side)
                for start in range(0, len(wanted), AT_ONCE)
            )

    def _see_same(self, id_: str, side: str, body: Mapping[str, Any]) -> None:
        with self._opened.engine.begin() as database:
            found = self._kept(database, _is(id_, side))
        if [kept.body for kept in found] != [json.loads(json.dumps(dict(body)))]:
            raise ConflictError(_OTHER.format(place=self._opened.place.name, id=id_))

    def _append(self, row: Mapping[str, Any]) -> None:
        id_, side, entries = row["homework"], row["side"], homework_entries.c
        here = select(func.count()).select_from(homework).where(_is(id_, side))
        of_it = (entries.homework == id_) & (entries.side == side)
        with self._opened.writer.begin() as database:
            if not database.scalar(here):
                place = self._opened.place.name
                raise ErasedError(f"The journal at {place} keeps no homework “{id_}” to add to.")
            last = database.scalar(select(func.max(entries.number)).where(of_it)) or 0
            database.execute(insert(homework_entries).values(**row, number=last + 1))

    def _ids(self, side: str) -> list[tuple[str, str]]:
        wanted = select(homework.c.id, homework.c.side).where(homework.c.side == side)
        with told(self._opened.place), self._opened.engine.begin() as database:
            rows = database.execute(wanted.order_by(homework.c.opened, homework.c.id)).all()
        return [(row.id, row.side) for row in rows]

    def _or_none(self, which: tuple[str, str]) -> Kept | None:
        """`None` where it cannot be read: one that is damaged takes no other along."""
        try:
            with told(self._opened.place), self._opened.engine.begin() as database:
                return next(iter(self._kept(database, _is(*which))), None)
        except _UNREADABLE:
            return None

    def _kept(self, database: Connection, where: ColumnElement[bool]) -> list[Kept]:
        wanted = select(homework).where(where).order_by(homework.c.opened, homework.c.id)
        entries = homework_entries.c
        came = select(homework_entries).join(homework).where(where).order_by(entries.number)
        try:
            by_homework = _entries(database.execute(came))
            return [
                Kept(row.id, row.side, row.opened, _mapping(row.body), happened)
                for row in database.execute(wanted)
                for happened in [tuple(by_homework[row.id, row.side])]
            ]
        except (ValueError, TypeError, AttributeError) as error:
            raise DamagedError(_DAMAGED.format(place=self._opened.place.name)) from error


def _entries(rows: Iterable[Row[Any]]) -> dict[tuple[str, str], list[Entry]]:
    by_homework: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for row in rows:
        entry = Entry(row.at, row.kind, _mapping(row.data))
        by_homework[row.homework, row.side].append(entry)
    return by_homework


def _mapping(value: object) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise TypeError("no object of JSON")
    return value


def _is(id_: str, side: str) -> ColumnElement[bool]:
    return (homework.c.id == id_) & (homework.c.side == side)


def _erase(database: Connection, ids: list[str], side: str | None) -> int:
    entries = delete(homework_entries).where(homework_entries.c.homework.in_(ids))
    wanted = delete(homework).where(homework.c.id.in_(ids))
    if side is not None:
        entries = entries.where(homework_entries.c.side == side)
        wanted = wanted.where(homework.c.side == side)
    database.execute(entries)
    return database.execute(wanted).rowcount
