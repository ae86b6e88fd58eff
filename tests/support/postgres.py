"""A PostgreSQL server for tests: one that is given, or one of our own that ends with the run.

`SIMULATOR_TEST_POSTGRES` names a database as a superuser of the server sees it, by an address like
`postgresql+psycopg://me@localhost/postgres`. Without it a server is started from the installed
programs, in a temporary folder, reached through a socket in it. Schemas and roles are made
in either, and are gone afterwards.
"""

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

from sqlalchemy import URL, create_engine, make_url, text

from tests.support.needs import needs, only_on

GIVEN = "SIMULATOR_TEST_POSTGRES"
_FOLDERS = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql*/bin")
_FAST = ("fsync=off", "full_page_writes=off", "max_connections=20", "shared_buffers=16MB")
"""what is tested is what the journal asks for, and no power is cut here"""
GRANTS = (
    "GRANT USAGE ON SCHEMA {schema} TO {role}",
    "GRANT SELECT ON journal_version TO {role}",
    "GRANT SELECT, INSERT, DELETE ON texts, plays, events, homework, homework_entries TO {role}",
)
"""what a role is given to use a journal with, and no more"""


class Clinic(NamedTuple):
    """Addresses that lead to one empty schema, each as another role."""

    admin: URL
    """of a superuser"""
    owner: URL
    """who may make tables"""
    anna: URL
    """who may do nothing yet"""
    ben: URL
    """likewise"""

    def let_in(self, *roles: URL) -> None:
        """Give these what they need to use the journal that is there."""
        schema = str(self.owner.query["options"]).rpartition("=")[2]
        for role in roles:
            run(self.owner, *(grant.format(schema=schema, role=role.username) for grant in GRANTS))


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
def clinic(at: URL) -> Iterator[Clinic]:
    """A schema, the role that makes tables in it, and two that are to use them; gone afterwards."""
    name = f"test_{uuid4().hex}"
    with contextlib.ExitStack() as stack:
        roles = [stack.enter_context(_role(at, f"{who}_{name}")) for who in ("o", "anna", "ben")]
        inside = stack.enter_context(schema(at, name))
        run(at, f"ALTER SCHEMA {name} OWNER TO {roles[0].username}")
        yield Clinic(inside, *(role.set(query=inside.query) for role in roles))


def run(at: URL, *statements: str) -> list[tuple[object, ...]]:
    """Run statements as one transaction; the rows that the last of them gives."""
    engine = create_engine(at)
    try:
        with engine.begin() as connection:
            found = [connection.execute(text(statement)) for statement in statements][-1]
            return [tuple(row) for row in found] if found.returns_rows else []
    finally:
        engine.dispose()


@contextlib.contextmanager
def _role(at: URL, name: str) -> Iterator[URL]:
    """A role that may log in, by a password where the server wants one."""
    password = uuid4().hex
    run(at, f"CREATE ROLE {name} LOGIN PASSWORD '{password}'")
    yield at.set(username=name, password=password)
    run(at, f"DROP OWNED BY {name} CASCADE", f"DROP ROLE {name}")


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
