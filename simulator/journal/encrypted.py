"""A journal in a file that is encrypted page by page (SQLCipher), and the way there and back.

Nothing here may run while this process has the journal open by another library: the locks of a
file belong to the process, and the two would not see each other's.
"""

import contextlib
import os
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from simulator.journal.address import left_over
from simulator.journal.errors import BusyError, DamagedError, JournalError, WrongKeyError
from simulator.journal.scrub import scrub
from simulator.journal.sqlite import Driver

_REWRITTEN = "Another program has just written the journal anew. Nothing was changed."
WAIT = 5.0
"""seconds that another program's writing is waited for"""
KEPT_OVER = ("user_version", "application_id")
"""numbers of a database that copying its tables leaves behind"""


def driver(key: bytes) -> Driver:
    """What speaks to a file that is encrypted with this key. Raises `JournalError` where the
    extra that brings it is missing."""
    return Driver(_library(), lambda connection: _unlock(connection, key), keyed=True)


def _unlock(connection: Any, key: bytes | None) -> None:
    # else a wrong key is told of on standard error, in words for programmers
    connection.execute("PRAGMA cipher_log_level = NONE")
    if key is not None:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")


def _connect(path: Path, key: bytes | None, wait: float = WAIT) -> Any:
    """A connection of `sqlcipher3`, which speaks as `sqlite3` does; without a key to a plain file.

    Raises `WrongKeyError` where the key does not open it.
    """
    library = _library()
    connection = library.connect(str(path), timeout=wait, isolation_level=None)
    _unlock(connection, key)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
    except library.DatabaseError as error:
        connection.close()
        raise _told(error, library) from error
    return connection


def opens(path: Path, key: bytes) -> bool:
    """Whether this key opens this journal."""
    try:
        _connect(path, key).close()
    except WrongKeyError:
        return False
    return True


def encrypt(
    path: Path, key: bytes, *, ready: Callable[[], None] | None = None, wait: float = WAIT
) -> None:
    """Make a plain journal an encrypted one; what was plain is overwritten. Raises `JournalError`.

    `ready` is called once nothing else can go wrong and nobody else can do the same: what the
    passphrase opens is to be on the disk when the journal needs it. `wait` is how many seconds
    another program's writing is waited for.
    """
    _rewrite(path, None, key, ready, wait)


def decrypt(path: Path, key: bytes, *, wait: float = WAIT) -> None:
    """Make an encrypted journal a plain one. Raises `JournalError`."""
    _rewrite(path, key, None, None, wait)


def _rewrite(
    path: Path,
    old: bytes | None,
    new: bytes | None,
    ready: Callable[[], None] | None,
    wait: float,
) -> None:
    """The new file is whole, compared and on the disk before it takes the place of the old."""
    part = path.with_name(f"{path.name}.part")
    try:
        scrub(left_over(path))
        scrub(part)
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with _locked(path, old, wait) as connection:
            _copied(connection, part, new)
            _sync(part)
            if ready:
                ready()
            if os.name == "nt":  # there, a file that is open keeps its name
                connection.close()
            _swap(path, part)
    except OSError as error:
        raise JournalError(
            f"{path}: the journal cannot be rewritten: {error.strerror or error}."
            " It is as it was before."
        ) from error
    finally:
        with contextlib.suppress(OSError):
            scrub(part)
    with contextlib.suppress(OSError):
        scrub(left_over(path))


@contextlib.contextmanager
def _locked(path: Path, key: bytes | None, wait: float) -> Iterator[Any]:
    """A connection that keeps every other program out until it is closed."""
    library = _library()
    before = path.stat().st_ino
    connection = _connect(path, key, wait)
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
        if path.stat().st_ino != before:
            raise BusyError(_REWRITTEN)
        yield connection
    except library.DatabaseError as error:
        raise _told(error, library) from error
    finally:
        connection.close()


def _copied(connection: Any, part: Path, key: bytes | None) -> None:
    secret = "" if key is None else f"x'{key.hex()}'"
    connection.execute("ATTACH DATABASE ? AS target KEY ?", (str(part), secret))
    connection.execute("PRAGMA target.synchronous = FULL")
    connection.execute("SELECT sqlcipher_export('target')").fetchall()
    for name in KEPT_OVER:
        [[number]] = connection.execute(f"PRAGMA main.{name}").fetchall()
        connection.execute(f"PRAGMA target.{name} = {int(number)}")
    _compared(connection)
    connection.execute("DETACH DATABASE target")


def _compared(connection: Any) -> None:
    """Every row of every table is there again, or else nothing is touched."""
    tables = connection.execute(
        "SELECT name FROM main.sqlite_master WHERE type = 'table'"
    ).fetchall()
    for (table,) in tables:
        name = '"' + table.replace('"', '""') + '"'
        one, other = (f"SELECT * FROM {base}.{name}" for base in ("main", "target"))  # noqa: S608
        for query in (f"{one} EXCEPT {other}", f"{other} EXCEPT {one}"):
            if connection.execute(query).fetchone() is not None:
                raise DamagedError("The copy of the journal is not the same. Nothing was changed.")
    [[found]] = connection.execute("PRAGMA target.integrity_check(1)").fetchall()
    if found != "ok":
        raise DamagedError("The copy of the journal is not whole. Nothing was changed.")


def _swap(path: Path, part: Path) -> None:
    with contextlib.suppress(OSError):  # a file system without links: deleted, not overwritten
        os.link(path, left_over(path))
    part.replace(path)
    _sync(path.parent)


def _sync(path: Path) -> None:
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _told(error: Exception, library: ModuleType) -> JournalError:
    text = str(error)
    if "not a database" in text:
        return WrongKeyError("This key does not open the journal.")
    if isinstance(error, library.OperationalError) and "locked" in text:
        return BusyError(
            "Another program has the journal open; close it there, then try again."
            " Nothing was changed."
        )
    return DamagedError(f"The journal cannot be read: {text}. Nothing was changed.")


def _library() -> ModuleType:
    try:
        return import_module("sqlcipher3.dbapi2")
    except ImportError as error:
        raise JournalError(
            "An encrypted journal needs a part that is not installed:"
            " pip install 'dialogue-practice-simulator[encrypted]'."
        ) from error
