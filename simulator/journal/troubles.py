"""What a database, a driver or the system says went wrong, as sentences for people."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError

from simulator.journal.errors import (
    BusyError,
    ConflictError,
    DamagedError,
    FullError,
    JournalError,
    ReadOnlyError,
    UnreachableError,
    WrongKeyError,
)

_OF_SQLITE: dict[int, type[JournalError]] = {
    5: BusyError,
    6: BusyError,
    8: ReadOnlyError,
    11: DamagedError,
    13: FullError,
    14: ReadOnlyError,
    23: ReadOnlyError,
    26: DamagedError,
}
"""SQLite's primary result codes: busy, locked, readonly, corrupt, full, cantopen, auth, notadb"""

_OF_SERVER: dict[str, type[JournalError]] = {
    "25006": ReadOnlyError,
    "42501": ReadOnlyError,
    "53100": FullError,
    "40001": BusyError,
    "40P01": BusyError,
    "55P03": BusyError,
    "XX001": DamagedError,
    "XX002": DamagedError,
}
"""SQLSTATE as PostgreSQL has it"""

_OF_SYSTEM: dict[int, type[JournalError]] = {
    errno.EACCES: ReadOnlyError,
    errno.EPERM: ReadOnlyError,
    errno.EROFS: ReadOnlyError,
    errno.ENOSPC: FullError,
    122: FullError,
    errno.EFBIG: FullError,
}
"""what the operating system says; 122 is a quota, which Windows has no name for"""


class Place(NamedTuple):
    """Where a journal is and how it is reached, for messages."""

    name: str
    """a path, or an address without its password"""
    wait: float
    """seconds that another writer is waited for"""
    keyed: bool = False
    server: bool = False

    def trouble(self, kind: type[JournalError], said: str = "") -> JournalError:
        """The error of this kind here; `said` is what the system said of it."""
        if kind is DamagedError and self.keyed:
            kind = WrongKeyError
        words = _WORDS.get(kind, _UNFORESEEN)
        if self.server:
            words = _WORDS_OF_SERVER.get(kind, words)
        return kind(words.format(place=self.name, wait=self.wait, said=said))


_UNFORESEEN = (
    "The journal at {place} cannot be used just now: {said}. What was kept before is unharmed. "
    "Look after the disk or the server it is on, or set SIMULATOR_DATABASE to another place."
)
_WORDS: dict[type[JournalError], str] = {
    BusyError: (
        "Another program is writing to the journal at {place}; this one waited {wait:g} s for it. "
        "Close the other one, or try again in a moment."
    ),
    ConflictError: (
        "This play went on in another program, or was erased there, so no more of it is kept from "
        "here. Open it again from the journal at {place}."
    ),
    DamagedError: (
        "The journal at {place} cannot be read: it is damaged, or encrypted, or none of this "
        "program's. It was left as it is. If you encrypted it, `simulator passphrase` with the "
        "recovery key makes anew what is missing beside it; else put a backup in its place, or move "
        "it away and a new one is begun."
    ),
    FullError: (
        "There is no room left for the journal at {place}. What was kept before is unharmed. Make "
        "room there, or set SIMULATOR_DATABASE to another place."
    ),
    ReadOnlyError: (
        "The journal at {place} may not be written. Give yourself the right to write it and its "
        "folder, or set SIMULATOR_DATABASE to another place."
    ),
    UnreachableError: (
        "The journal's server at {place} cannot be reached: {said}. See that it runs and lets you "
        "in, or set SIMULATOR_DATABASE to another place."
    ),
    WrongKeyError: (
        "The journal at {place} does not open with this key: it was encrypted with another, or is "
        "not encrypted, or is damaged. It was left as it is. Try the passphrase again, or the "
        "recovery key."
    ),
}
_WORDS_OF_SERVER: dict[type[JournalError], str] = {
    ReadOnlyError: (
        "The journal at {place} does not let this role do that: {said}. Let whoever looks after the "
        "database give it the right, or set SIMULATOR_DATABASE to another place."
    ),
}


@contextmanager
def told(place: Place) -> Iterator[None]:
    """Turns whatever is raised inside by database, driver or system into a `JournalError`."""
    try:
        yield
    except DBAPIError as error:
        raise _of_driver(error, place) from error
    except SQLAlchemyError as error:
        raise place.trouble(JournalError, _first_line(error)) from error
    except UnicodeDecodeError as error:
        raise place.trouble(DamagedError) from error
    except OSError as error:
        kind = _OF_SYSTEM.get(error.errno or 0, JournalError)
        raise place.trouble(kind, error.strerror or str(error)) from error


def _of_driver(error: DBAPIError, place: Place) -> JournalError:
    said = error.orig if isinstance(error.orig, Exception) else error
    if isinstance(error, IntegrityError):
        return place.trouble(ConflictError)
    if place.server:
        return place.trouble(_kind_of_server(said), _first_line(said))
    return place.trouble(_kind_of_sqlite(said), _first_line(said))


def _kind_of_sqlite(error: Exception) -> type[JournalError]:
    code: int = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code <= 1 and str(error).startswith(("no such", "Could not decode")):
        return DamagedError
    return _OF_SQLITE.get(code, JournalError)


def _kind_of_server(error: Exception) -> type[JournalError]:
    """No code, or one of class 08, 28, 3D or 57: nobody answers, or lets us in."""
    code = getattr(error, "sqlstate", None) or "08000"
    if code.startswith(("08", "28", "3D", "57")):
        return UnreachableError
    if code in {"42P01", "42703"}:
        return DamagedError
    return _OF_SERVER.get(code, JournalError)


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0].rstrip(".")
