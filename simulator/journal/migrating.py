"""Bringing a journal to this program's version, after a backup; a newer one is refused."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from simulator.journal.errors import DamagedError, NewerSchemaError, OtherProgramError
from simulator.journal.opening import Opened
from simulator.journal.rights import as_owner, may_renew
from simulator.journal.troubles import Place

KNOWN = ("0001", "0002", "0003")
"""every version of the tables, oldest first; the last is this program's"""
VERSION_TABLE = "journal_version"
STEPS = Path(__file__).parent / "migrations"
_LOCK = 0x6469616C6F677565
"""of a server: who migrates holds it"""


def bring_up(opened: Opened, backup: Callable[[Connection, str], object]) -> None:
    """See that the tables are there and of this version.

    `backup` is called with the transaction that changes the tables and with the version to come,
    before tables that hold something are changed. All of it happens, or nothing. Raises
    `JournalError` and what the driver raises.
    """
    with opened.engine.connect() as reading:
        version = _version(reading, opened.place)
        if version == KNOWN[-1]:
            return
        may_renew(reading, opened.place, version)
    with opened.writer.begin() as writing:
        _alone(writing)
        version = _version(writing, opened.place)
        if version == KNOWN[-1]:
            return
        with as_owner(writing):
            if version is not None:
                backup(writing, KNOWN[-1])
            _upgrade(writing)


def _version(connection: Connection, place: Place) -> str | None:
    """Which version the tables are of; `None` where there are none."""
    names = inspect(connection).get_table_names()
    if not names:
        return None
    if VERSION_TABLE not in names:
        raise OtherProgramError(
            f"The database at {place.name} holds tables of another program. They were left as they "
            "are. Set SIMULATOR_DATABASE to a database of the journal's own."
        )
    version = connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}"))  # noqa: S608
    if version is None:
        raise place.trouble(DamagedError)
    if version not in KNOWN:
        raise NewerSchemaError(
            f"The journal at {place.name} was written by a newer version of this program (its "
            f"tables are of version {version}; this program knows up to {KNOWN[-1]}). It was left "
            "as it is. Install the newer version, or set SIMULATOR_DATABASE to another place."
        )
    return str(version)


def _alone(connection: Connection) -> None:
    """Two programs that are started at once do not both migrate."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})


def _upgrade(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 - heavy, and rarely needed
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(STEPS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
