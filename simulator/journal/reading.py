"""Rows of the journal as plays."""

from collections import defaultdict
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, select

from simulator.journal.encoding import event_of, setup_of
from simulator.journal.errors import DamagedError
from simulator.journal.events import Event, Play
from simulator.journal.tables import events, plays
from simulator.journal.troubles import Place


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
        raise place.trouble(DamagedError) from error


def _events(database: Connection, happened: Select[Any]) -> dict[str, list[Event]]:
    by_play: dict[str, list[Event]] = defaultdict(list)
    for row in database.execute(happened):
        by_play[row.play].append(event_of(row.kind, row.at, row.data))
    return by_play


def _play(row: Row[Any], by_play: dict[str, list[Event]]) -> Play:
    setup = setup_of(row.setup)
    return Play(row.id, row.scenario, setup, row.started, tuple(by_play[row.id]))
