"""Erasing for good: what leaves the tables leaves copies, backups and files as well."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from simulator.journal.backup import erase_backups
from simulator.journal.copies import copies, erase_copies
from simulator.journal.opening import Opened
from simulator.journal.tables import metadata

AT_ONCE = 500
"""ids in one statement; databases allow no endless lists"""


@contextmanager
def erasing(opened: Opened) -> Iterator[Connection]:
    """A transaction in which rows are deleted; afterwards nothing of them is left, as far as the
    database can be told to. Raises what the driver raises, and `OSError`."""
    with opened.writer.begin() as database:
        yield database
        if opened.driver is None:
            erase_copies(database)
    if opened.path is not None:
        erase_backups(opened.path)
    if opened.engine.dialect.name == "postgresql":
        _vacuum(opened)


def _vacuum(opened: Opened) -> None:
    """Rows that are gone leave the server's files. A role that does not own the tables may not
    do it: the server passes over them, and its own housekeeping does it later."""
    alone = opened.engine.execution_options(isolation_level="AUTOCOMMIT")
    with suppress(DBAPIError), alone.connect() as database:
        tables = ", ".join((*metadata.tables, *copies(database)))
        database.execute(text(f"VACUUM FULL {tables}"))
