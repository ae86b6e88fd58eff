"""An SQLite file: how it is connected to, and who may read it.

Never a write-ahead log: SQLite before 3.51.3 can damage a database that has one.
"""

import contextlib
import os
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from simulator import FOLDER

_PRAGMAS = {
    "foreign_keys": "ON",
    "secure_delete": "ON",
    "temp_store": "MEMORY",
    "trusted_schema": "OFF",
    "journal_mode": "DELETE",
    # beyond FULL, the folder is synced once the rollback journal is gone: without it a power cut
    # just after a commit may bring the rollback journal back, and with it the state before
    "synchronous": "EXTRA",
    "fullfsync": "ON",
}


class Driver(NamedTuple):
    """What speaks to a file: a module in the manner of `sqlite3`, and how the file is unlocked."""

    module: ModuleType
    unlock: Callable[[Any], None]
    """called with every new connection before anything is read"""
    keyed: bool = False
    """the file is encrypted"""


def plain() -> Driver:
    """Python's own, for a file that is not encrypted."""
    import sqlite3  # noqa: PLC0415 - an encrypted file needs another

    return Driver(sqlite3, lambda _: None)


def connect(driver: Driver, database: str, *, wait: float, uri: bool = False) -> Any:
    """A new connection, ready for use; transactions are begun by whoever uses it.

    `wait` is how many seconds another writer is waited for. Raises the driver's errors.
    """
    connection = driver.module.connect(
        database, timeout=wait, isolation_level=None, check_same_thread=False, uri=uri
    )
    try:
        driver.unlock(connection)
        for name, value in _PRAGMAS.items():
            connection.execute(f"PRAGMA {name} = {value}").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def is_whole(ask: Callable[[str], Any], path: Path | None) -> bool:
    """Whether every page is there and makes sense; `ask` runs a statement, within a transaction.

    Raises the driver's errors and `OSError`.
    """
    if ask("PRAGMA quick_check(1)").fetchone() != ("ok",):
        return False
    # where the end of the last page is missing, SQLite takes it for zeros
    (pages,), (size,) = (ask(f"PRAGMA {name}").fetchone() for name in ("page_count", "page_size"))
    return path is None or path.stat().st_size >= int(pages) * int(size)


def prepare(path: Path) -> None:
    """Make the folder and the file where they are missing; nobody else may read them.

    SQLite gives its rollback journal the rights of the file. Raises `OSError`.
    """
    folder = path.parent
    if folder.name == FOLDER and folder.is_dir():
        keep_private(folder)
    _make(folder)
    with contextlib.suppress(FileExistsError):
        create(path)


def create(path: Path) -> None:
    """An empty file of the owner's alone. Raises `OSError`, where it exists `FileExistsError`."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def _make(folder: Path) -> None:
    """The folder, and what it lies in; SQLite itself only syncs the folder of the file."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for each in missing:
        _sync(each.parent)


def _sync(folder: Path) -> None:
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def keep_private(path: Path) -> None:
    """Take away what others may do; rights the owner gave up are not given back."""
    mode = path.stat().st_mode & 0o7777
    if mode & 0o077:
        with contextlib.suppress(PermissionError):  # another owner's, who lets us write
            path.chmod(mode & ~0o077)
