"""The databases that a journal is tested on: a file, an encrypted file, a server."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

import pytest
from sqlalchemy import URL

from simulator.journal.journal import Journal, open_journal
from tests.support import postgres


class Base(NamedTuple):
    """A database of one test."""

    kind: str
    url: str
    key: bytes | None

    def open(self, wait: float = 5.0) -> Journal:
        return open_journal(self.url, key=self.key, wait=wait)


@pytest.fixture(scope="session")
def server() -> Iterator[URL]:
    with postgres.server() as address:
        yield address


@pytest.fixture(params=["sqlite", "encrypted", "postgres"])
def base(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Base]:
    """An empty database of each kind."""
    kind = request.param
    if kind != "postgres":
        key = bytes(range(32)) if kind == "encrypted" else None
        yield Base(kind, file_url(tmp_path / "journal.sqlite"), key)
        return
    name = f"test_{uuid4().hex}"
    with postgres.schema(request.getfixturevalue("server"), name) as address:
        yield Base(kind, address.render_as_string(hide_password=False), None)


@pytest.fixture
def journal(base: Base) -> Iterator[Journal]:
    """An empty journal on each kind of database."""
    opened = base.open()
    yield opened
    opened.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a journal in a file is to be."""
    return tmp_path / "journal.sqlite"


@pytest.fixture
def opening() -> Iterator[Callable[..., Journal]]:
    """Opens journals in files; they are closed after the test."""
    with ExitStack() as stack:

        def open_(path: Path, **more: float) -> Journal:
            opened = open_journal(file_url(path), **more)
            stack.callback(opened.close)
            return opened

        yield open_


def file_url(path: Path) -> str:
    return URL.create("sqlite", database=str(path)).render_as_string()
