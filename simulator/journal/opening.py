"""From an address to an engine: SQLite files and servers, with what durability asks of each."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.pool import QueuePool, StaticPool

from simulator.journal import sqlite
from simulator.journal.address import file_of
from simulator.journal.errors import AddressError
from simulator.journal.sqlite import Driver
from simulator.journal.troubles import Place, told

_EXTRA = "pip install 'dialogue-practice-simulator[{extra}]'"


class Opened(NamedTuple):
    """A database that can be reached; nothing was read yet."""

    engine: Engine
    writer: Engine
    """the same one; its transactions take the right to write at once"""
    place: Place
    path: Path | None
    """of an SQLite file"""
    driver: Driver | None
    """of SQLite"""


def open_engine(url: str, *, key: bytes | None, wait: float) -> Opened:
    """The database at an address; an SQLite file is made where there is none.

    Raises `JournalError`.
    """
    address = _address(url)
    if address.get_backend_name() == "sqlite":
        return _file(url, address, key, wait)
    if key is not None:
        raise AddressError(
            f"The database at {_name(address)} is no file, and only a file can be encrypted here. "
            "Leave the passphrase out, and let the server look after encryption."
        )
    return _server(address, wait)


def _address(url: str) -> URL:
    try:
        address = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise AddressError(
            "SIMULATOR_DATABASE holds no address of a database. One looks like "
            "sqlite:////home/me/journal.sqlite or postgresql://me@localhost/journal."
        ) from error
    if address.drivername in {"postgresql", "postgres"}:
        return address.set(drivername="postgresql+psycopg")
    return address


def _name(address: URL) -> str:
    """As it is named to people; what follows the question mark may hold secrets too."""
    return address.set(query={}).render_as_string(hide_password=True)


def _file(url: str, address: URL, key: bytes | None, wait: float) -> Opened:
    if address.drivername not in {"sqlite", "sqlite+pysqlite"}:
        raise AddressError(_no_driver(address, postgres=False))
    database = address.database or ":memory:"
    uri = database.startswith("file:")
    path = file_of(url)
    driver = _driver(key)
    place = Place(str(path or "memory"), wait, keyed=driver.keyed)
    if path is not None and not uri:
        with told(place):
            sqlite.prepare(path)
        database = str(path)
    creator = partial(sqlite.connect, driver, database, wait=wait, uri=uri)
    engine = _engine(driver, creator, in_file=path is not None)
    return Opened(engine, engine.execution_options(writes=True), place, path, driver)


def _engine(driver: Driver, creator: Callable[[], Any], *, in_file: bool) -> Engine:
    engine = create_engine(
        "sqlite://",
        module=driver.module,
        creator=creator,
        poolclass=QueuePool if in_file else StaticPool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _driver(key: bytes | None) -> Driver:
    if key is None:
        return sqlite.plain()
    from simulator.journal import encrypted  # noqa: PLC0415 - an extra

    return encrypted.driver(key)


def _begin(connection: Connection) -> None:
    """Who is going to write takes the right at once: to wait for it later may be a deadlock."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _server(address: URL, wait: float) -> Opened:
    place = Place(_name(address), wait, server=True)
    postgres = address.get_backend_name() == "postgresql"
    given = {"connect_timeout": max(1, int(wait))} if postgres else {}
    try:
        engine = create_engine(
            address, connect_args=given, pool_pre_ping=True, hide_parameters=True
        )
    except (ImportError, NoSuchModuleError) as error:
        raise AddressError(_no_driver(address, postgres=postgres)) from error
    if postgres:
        event.listen(engine, "connect", lambda raw, _: _durable(raw, wait))
    return Opened(engine, engine, place, None, None)


def _no_driver(address: URL, *, postgres: bool) -> str:
    if postgres:
        return _missing("A journal on PostgreSQL", "postgres")
    return (
        f"There is no driver here for a database of the kind “{address.drivername}”. Install the "
        "one SQLAlchemy asks for, or set SIMULATOR_DATABASE to another place."
    )


def _durable(raw: Any, wait: float) -> None:
    """A commit is on the server's disk when it returns, whatever the server's own setting is."""
    with raw.cursor() as cursor:
        cursor.execute("SELECT set_config('lock_timeout', %s, false)", (f"{wait}s",))
        cursor.execute(
            "SELECT set_config('synchronous_commit', 'on', false) "
            "WHERE current_setting('synchronous_commit') = 'off'"
        )
    raw.commit()


def _missing(what: str, extra: str) -> str:
    return f"{what} needs a part that is not installed: {_EXTRA.format(extra=extra)}."
