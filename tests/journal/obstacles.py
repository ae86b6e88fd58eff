"""What stands in a journal's way: no room, no right to write."""

import contextlib
import os
from collections.abc import Iterator

from simulator.journal.journal import Journal, open_journal
from tests.journal.talks import keep

NOBODY = 65534


def _warm() -> None:
    """Load all there is to load: another user may have no right to read it."""
    journal = open_journal("sqlite://")
    journal.play(keep(journal))
    journal.close()


@contextlib.contextmanager
def as_nobody() -> Iterator[None]:
    """Root may write everywhere; then someone else is tried."""
    if os.geteuid() != 0:
        yield
        return
    _warm()
    os.setegid(NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)


@contextlib.contextmanager
def no_more_pages(journal: Journal) -> Iterator[None]:
    """SQLite's own limit: it fails as it does where the disk has no room."""
    with journal._opened.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    yield
    with journal._opened.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")


@contextlib.contextmanager
def limited(size: int) -> Iterator[None]:
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
