"""A copy of a journal's file, beside it, before its tables are changed."""

import contextlib
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

from simulator.journal import sqlite
from simulator.journal.scrub import scrub
from simulator.journal.sqlite import Driver

_WAIT = 5.0


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
