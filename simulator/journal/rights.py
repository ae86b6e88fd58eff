"""Who may do what on a PostgreSQL server, seen when a journal is opened.

One role owns the tables, makes and renews them. Others use them, each with rows of its own, which
the server keeps apart; they read, add and erase, and need no right to change anything.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, text

from simulator.journal.errors import RightsError
from simulator.journal.tables import metadata
from simulator.journal.troubles import Place

TABLES = tuple(metadata.tables)
NEEDED = ("SELECT", "INSERT", "DELETE")
"""rights on every table, for who uses a journal"""
_NAMES = {"names": list(TABLES)}
_OURS = "relname = ANY(:names) AND relkind = 'r' AND pg_table_is_visible(oid)"
_RENEWS = "SELECT bool_and(pg_has_role(relowner, 'USAGE')) FROM pg_class WHERE "
_OWNER = "SELECT min(quote_ident(pg_get_userbyid(relowner))) FROM pg_class WHERE "
_MAKES = "SELECT has_schema_privilege(current_schema(), 'CREATE')"
_HELP = "The README has the commands, under “For a clinic”."

_NONE_HERE = (
    "The role “{role}” sees no journal at {place}, and may not make one. Let whoever looks after "
    "the database open it once with the role that is to own the tables, and then give “{role}” "
    "its rights. {help}"
)
_EARLIER = (
    "The journal at {place} is of an earlier version ({version}), and only the role that owns its "
    "tables may renew them. Let whoever looks after the database open it once with that role and "
    "this version of the program. Nothing was changed."
)
_MISSING = (
    "The role “{role}” cannot use the journal at {place}: it has no right to {missing}. Let "
    "whoever looks after the database give it. {help}"
)
_OPEN = (
    "The journal at {place} does not keep the rows of its roles apart any more: the rules of "
    "{tables} were switched off. Nothing was read. Let whoever looks after the database switch "
    "row-level security on again (ENABLE and FORCE)."
)
_OVER = (
    "The role “{role}” is shown the rows of every role at {place}, past the rules that keep them "
    "apart, and would mix them with its own. Use a role that is no superuser and has no BYPASSRLS."
)


def may_renew(connection: Connection, place: Place, version: str | None) -> None:
    """See that this role may make the tables, or renew those of this version.

    Raises `RightsError`. Databases other than PostgreSQL say so themselves.
    """
    if not _has_roles(connection):
        return
    makes = connection.scalar(text(_MAKES))
    if version is None and not makes:
        raise _trouble(connection, place, _NONE_HERE)
    renews = connection.scalar(text(_RENEWS + _OURS), _NAMES)
    if version is not None and not (makes and renews):
        raise _trouble(connection, place, _EARLIER, version=version)


def look_over(connection: Connection, place: Place) -> None:
    """See that this role has the rights it needs, and that the rows of others are not its to see.

    Raises `RightsError`; for tables of this program's version.
    """
    if not _has_roles(connection):
        return
    missing = _missing(connection)
    if missing:
        raise _trouble(connection, place, _MISSING, missing=", ".join(missing))
    unruled = _tables(connection, "NOT (relrowsecurity AND relforcerowsecurity)")
    if unruled:
        raise _trouble(connection, place, _OPEN, tables=", ".join(unruled))
    if _tables(connection, "NOT row_security_active(oid)") and _of_others(connection):
        raise _trouble(connection, place, _OVER)


@contextmanager
def as_owner(connection: Connection) -> Iterator[None]:
    """Within, as the role that owns the tables, and with the rows of all roles in reach: a backup
    is to be whole, a new version is for everybody, and what is new belongs to the same role."""
    owner = connection.scalar(text(_OWNER + _OURS), _NAMES) if _has_roles(connection) else None
    if owner is None:
        yield
        return
    connection.execute(text(f"SET LOCAL ROLE {owner}"))
    forced = _tables(connection, "relforcerowsecurity")
    _alter(connection, forced, "NO FORCE ROW LEVEL SECURITY")
    yield
    _alter(connection, forced, "FORCE ROW LEVEL SECURITY")


def _has_roles(connection: Connection) -> bool:
    return connection.dialect.name == "postgresql"


def _missing(connection: Connection) -> list[str]:
    """As `INSERT on plays`: what this role may not do, though it needs to."""
    wanted = " UNION ALL ".join(
        f"SELECT '{right} on ' || relname AS says, relname FROM pg_class WHERE {_OURS}"  # noqa: S608
        f" AND NOT has_table_privilege(oid, '{right}')"
        for right in NEEDED
    )
    found = connection.scalars(text(f"{wanted} ORDER BY relname, says"), _NAMES)
    return [str(each) for each in found]


def _tables(connection: Connection, condition: str) -> tuple[str, ...]:
    """The journal's tables of which this holds."""
    wanted = f"SELECT relname FROM pg_class WHERE {_OURS} AND {condition} ORDER BY relname"  # noqa: S608
    return tuple(connection.scalars(text(wanted), _NAMES))


def _of_others(connection: Connection) -> bool:
    rows = (f"EXISTS (SELECT FROM {name} WHERE owner <> CURRENT_USER)" for name in TABLES)
    return bool(connection.scalar(text(f"SELECT {' OR '.join(rows)}")))


def _alter(connection: Connection, tables: Iterable[str], how: str) -> None:
    for name in tables:
        connection.execute(text(f"ALTER TABLE {name} {how}"))


def _trouble(connection: Connection, place: Place, words: str, **more: str) -> RightsError:
    role = str(connection.scalar(text("SELECT CURRENT_USER")))
    return RightsError(words.format(role=role, place=place.name, help=_HELP, **more))
