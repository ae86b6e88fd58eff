"""Rows of the journal as plays."""

from collections import defaultdict
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Row, Select, select

from simulator.journal.encoding import event_of, setup_of
from simulator.journal.errors import DamagedError, WrongKeyError
from simulator.journal.events import Damaged, Event, Listing, Play
from simulator.journal.tables import events, plays
from simulator.journal.troubles import Place, told

_UNREADABLE = (DamagedError, WrongKeyError)
"""of a journal that was opened; what is damaged in an encrypted one looks like another key"""
_DAMAGED = (
    "A talk in the journal at {place} is damaged, and cannot be read. It was left as it is. "
    "`simulator history` names it; a backup of the journal may still hold what was there."
)


def listing(engine: Engine, place: Place) -> Listing:
    """Every play, and apart from them those that cannot be read: one of them takes no other along.

    Raises `JournalError` where not even their ids can be read.
    """
    try:
        with told(place), engine.begin() as database:
            return Listing(tuple(plays_of(database, place)), ())
    except _UNREADABLE:
        return _one_by_one(engine, place)


def _one_by_one(engine: Engine, place: Place) -> Listing:
    readable: list[Play] = []
    damaged: list[Damaged] = []
    with told(place), engine.begin() as database:
        ids = database.scalars(select(plays.c.id).order_by(plays.c.started, plays.c.id)).all()
    for id_ in ids:
        try:
            with told(place), engine.begin() as database:
                readable += plays_of(database, place, plays.c.id == id_)
        except _UNREADABLE:
            damaged.append(Damaged(id_, _scenario(engine, place, id_)))
    return Listing(tuple(readable), tuple(damaged))


def _scenario(engine: Engine, place: Place, id_: str) -> str | None:
    try:
        with told(place), engine.begin() as database:
            return database.scalar(select(plays.c.scenario).where(plays.c.id == id_))
    except _UNREADABLE:
        return None


def plays_of(
    database: Connection, place: Place, where: ColumnElement[bool] | None = None
) -> list[Play]:
    """The plays for which the condition holds, oldest first; all without one.

    Raises `DamagedError` where a row holds no play, besides what the driver raises.
    """
    wanted = select(plays).order_by(plays.c.started, plays.c.id)
    happened = select(events).order_by(events.c.play, events.c.number)
    if where is not None:
        wanted = wanted.where(where)
        happened = happened.join(plays).where(where)
    try:
        by_play = _events(database, happened)
        return [_play(row, by_play) for row in database.execute(wanted)]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DamagedError(_DAMAGED.format(place=place.name)) from error


def _events(database: Connection, happened: Select[Any]) -> dict[str, list[Event]]:
    by_play: dict[str, list[Event]] = defaultdict(list)
    for row in database.execute(happened):
        by_play[row.play].append(event_of(row.kind, row.at, row.data))
    return by_play


def _play(row: Row[Any], by_play: dict[str, list[Event]]) -> Play:
    setup = setup_of(row.setup)
    happened = tuple(by_play[row.id])
    return Play(row.id, row.scenario, setup, row.started, happened, row.assignment)
