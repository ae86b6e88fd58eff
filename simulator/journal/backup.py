"""A copy of a journal before its tables are changed: beside the file, or beside the tables of a
server."""

import contextlib
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, inspect, text

from simulator.journal import sqlite
from simulator.journal.scrub import scrub
from simulator.journal.sqlite import Driver
from simulator.journal.tables import metadata

_WAIT = 5.0
_TABLES = tuple(metadata.tables)


def back_up(path: Path, driver: Driver, *, before: str) -> Path:
    """Copy the journal as it stands; `before` names the version that is to come.

    The copy is complete and on disk when this returns, encrypted as the journal is. No earlier
    copy is overwritten. Raises the driver's errors and `OSError`; then there is no copy.
    """
    copy = _free(path, before)
    try:
        with _open(driver, path) as source, _open(driver, copy) as target:
            source.backup(target)
    except BaseException:
        with contextlib.suppress(OSError):
            copy.unlink()
        raise
    return copy


def backups(path: Path) -> tuple[Path, ...]:
    """The copies beside a journal."""
    ours = re.compile(rf"{re.escape(path.name)}\.before-\d{{4}}(-\d+)?")
    return tuple(sorted(each for each in path.parent.iterdir() if ours.fullmatch(each.name)))


def erase_backups(path: Path) -> None:
    """Overwrite the copies and delete them: what is erased is not to live on in one.

    Raises `OSError`.
    """
    for copy in backups(path):
        scrub(copy)


def copy_tables(connection: Connection, *, before: str) -> None:
    """Copy the tables of a server under other names, in the transaction that changes them."""
    taken = set(inspect(connection).get_table_names())
    endings = (f"_before_{before}" + (f"_{n}" if n > 1 else "") for n in count(1))
    ending = next(each for each in endings if taken.isdisjoint(name + each for name in _TABLES))
    for name in _TABLES:
        copied = f"CREATE TABLE {name}{ending} AS SELECT * FROM {name}"  # noqa: S608 - names of ours
        connection.execute(text(copied))


def drop_copies(connection: Connection) -> None:
    """Drop the copies of a server's tables."""
    ours = re.compile(rf"({'|'.join(_TABLES)})_before_\d{{4}}(_\d+)?")
    for name in inspect(connection).get_table_names():
        if ours.fullmatch(name):
            connection.execute(text(f"DROP TABLE {name}"))


def _free(path: Path, before: str) -> Path:
    """An empty file of a name not yet taken."""
    for number in count(1):
        ending = "" if number == 1 else f"-{number}"
        copy = path.with_name(f"{path.name}.before-{before}{ending}")
        with contextlib.suppress(FileExistsError):
            sqlite.create(copy)
            return copy
    raise AssertionError


@contextlib.contextmanager
def _open(driver: Driver, path: Path) -> Iterator[Any]:
    with contextlib.closing(sqlite.connect(driver, str(path), wait=_WAIT)) as connection:
        yield connection
