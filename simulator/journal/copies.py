"""Copies of a server's tables, beside them, before they are changed.

On PostgreSQL a copy keeps the rows of each role apart as its table does, and a role can erase its
own from it. A copy from when rows had no owner is open to the role that owns it alone.
"""

import re
from itertools import count

from sqlalchemy import Connection, inspect, text

from simulator.journal.tables import metadata

_TABLES = tuple(metadata.tables)


def copy_tables(connection: Connection, *, before: str) -> None:
    """Copy the tables under other names, in the transaction that changes them.

    `before` names the version that is to come. No earlier copy is written over.
    """
    taken = set(inspect(connection).get_table_names())
    endings = (f"_before_{before}" + (f"_{n}" if n > 1 else "") for n in count(1))
    ending = next(each for each in endings if taken.isdisjoint(name + each for name in _TABLES))
    for name in _TABLES:
        if name in taken:
            copied = f"CREATE TABLE {name}{ending} AS SELECT * FROM {name}"  # noqa: S608 - names of ours
            connection.execute(text(copied))
            if connection.dialect.name == "postgresql":
                _keep_apart(connection, name + ending)


def copies(connection: Connection) -> tuple[str, ...]:
    """The names of the copies that are there."""
    ours = re.compile(rf"({'|'.join(_TABLES)})_before_\d{{4}}(_\d+)?")
    return tuple(filter(ours.fullmatch, inspect(connection).get_table_names()))


def erase_copies(connection: Connection) -> None:
    """Erase what this role has in the copies; drop those that nobody has anything in."""
    for name in copies(connection):
        owned = _has_owner(connection, name)
        if owned:
            connection.execute(text(f"DELETE FROM {name} WHERE owner = CURRENT_USER"))  # noqa: S608
        if _may_drop(connection, name) and not (owned and _holds_rows(connection, name)):
            connection.execute(text(f"DROP TABLE {name}"))


def _keep_apart(connection: Connection, name: str) -> None:
    connection.execute(text(f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY"))
    if _has_owner(connection, name):
        rule = f"CREATE POLICY own_rows ON {name} USING (owner = CURRENT_USER)"
        connection.execute(text(rule))
        connection.execute(text(f"GRANT SELECT, DELETE ON {name} TO PUBLIC"))


def _has_owner(connection: Connection, name: str) -> bool:
    return any(column["name"] == "owner" for column in inspect(connection).get_columns(name))


def _holds_rows(connection: Connection, name: str) -> bool:
    """Asked by the role that owns the copy, which its rule does not bind."""
    return bool(connection.scalar(text(f"SELECT EXISTS (SELECT 1 FROM {name})")))  # noqa: S608


def _may_drop(connection: Connection, name: str) -> bool:
    if connection.dialect.name != "postgresql":
        return True
    owns = (
        "SELECT pg_has_role(relowner, 'USAGE') FROM pg_class"
        " WHERE relname = :name AND relkind = 'r' AND pg_table_is_visible(oid)"
    )
    return bool(connection.scalar(text(owns), {"name": name}))
