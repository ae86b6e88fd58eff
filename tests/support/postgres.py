"""A PostgreSQL server for tests: one that is given, or one of our own that ends with the run.

`SIMULATOR_TEST_POSTGRES` names a database in which schemas may be created, as an address such as
`postgresql+psycopg://me@localhost/postgres`. Without it a server is started from the installed
programs, in a temporary folder, reached through a socket in it.
"""

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from sqlalchemy import URL, create_engine, make_url, text

from tests.support.needs import needs, only_on

GIVEN = "SIMULATOR_TEST_POSTGRES"
_FOLDERS = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql*/bin")
_FAST = ("fsync=off", "full_page_writes=off", "max_connections=20", "shared_buffers=16MB")
"""what is tested is what the journal asks for, and no power is cut here"""


@contextlib.contextmanager
def server() -> Iterator[URL]:
    """The address of a server; skips the test where there is none to be had."""
    given = os.environ.get(GIVEN)
    if given:
        yield make_url(given)
        return
    with _own_server() as address:
        yield address


@contextlib.contextmanager
def schema(at: URL, name: str) -> Iterator[URL]:
    """An address that leads to a new schema of its own, gone afterwards; making one is quicker
    than a database."""
    admin = create_engine(at)
    try:
        with admin.begin() as connection:
            connection.execute(text(f'CREATE SCHEMA "{name}"'))
        yield at.update_query_dict({"options": f"-csearch_path={name}"})
        with admin.begin() as connection:
            connection.execute(text(f'DROP SCHEMA "{name}" CASCADE'))
    finally:
        admin.dispose()


@contextlib.contextmanager
def _own_server() -> Iterator[URL]:
    only_on("linux", "darwin")
    programs = _programs()
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    user = _unprivileged(folder)
    data = folder / "data"
    run = partial(_run, user, folder)
    try:
        run(programs / "initdb", "-D", data, "-U", "tester", "-A", "trust", "--no-sync")
        run(
            programs / "pg_ctl",
            "-D",
            data,
            "-o",
            _options(folder),
            "-l",
            folder / "log",
            "-w",
            "start",
        )
        try:
            query = {"host": str(folder)}
            yield URL.create("postgresql+psycopg", "tester", database="postgres", query=query)
        finally:
            run(programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path:
    """The folder of the server's programs; Debian keeps them out of the path."""
    found = [folder for pattern in _FOLDERS for folder in Path("/").glob(pattern[1:])]
    on_path = shutil.which("initdb")
    if not found and on_path is None:
        needs("initdb", "pg_ctl")
    return max(found) if found else Path(str(on_path)).parent


def _options(folder: Path) -> str:
    settings = " ".join(f"-c {setting}" for setting in _FAST)
    return f"-c listen_addresses='' -k {folder} {settings}"


def _unprivileged(folder: Path) -> str | None:
    """The server does not run as root: then the folder is given to another user."""
    if os.geteuid() != 0:
        return None
    import pwd

    known = {entry.pw_name for entry in pwd.getpwall()}
    user = "postgres" if "postgres" in known else "nobody"
    shutil.chown(folder, user)
    return user


def _run(user: str | None, folder: Path, program: Path, *arguments: object) -> None:
    """Its output goes to a file: the server keeps what it inherits, and would be waited for."""
    said = folder / "said"
    with said.open("ab") as stream:
        done = subprocess.run(
            [str(program), *map(str, arguments)],
            user=user,
            extra_groups=None if user is None else [],
            cwd="/",
            stdout=stream,
            stderr=stream,
            check=False,
            timeout=60,
        )
    assert done.returncode == 0, said.read_text(encoding="utf-8", errors="replace")
