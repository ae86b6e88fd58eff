"""The tables. Rows are added and erased, never changed; migrations make them.

On PostgreSQL each has a column more, `owner`: the role that added the row. The server fills it,
every key begins with it, and a role is shown its own rows alone; nothing here need name it.
"""

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Instant(TypeDecorator[datetime]):
    """A moment, aware and in UTC on both sides; SQLite keeps it without the zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To the database."""
        if value is None:
            return None
        instant = value.astimezone(UTC)
        return instant.replace(tzinfo=None) if dialect.name == "sqlite" else instant

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """From the database."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


texts = Table(
    "texts",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("text", Text, nullable=False),
)
"""scenarios as they were written, each kept once"""

plays = Table(
    "plays",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("scenario", Text, nullable=False),
    Column("text", String(64), ForeignKey("texts.hash"), nullable=False, index=True),
    Column("setup", JSON, nullable=False),
    Column("started", Instant, nullable=False),
    Column("assignment", String(64), nullable=True, index=True),
)

events = Table(
    "events",
    metadata,
    Column("play", String(32), ForeignKey("plays.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(16), nullable=False),
    Column("at", Instant, nullable=False),
    Column("data", JSON, nullable=False),
)
"""what happened in a play, numbered from 1; two programs cannot write the same number"""

homework = Table(
    "homework",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("side", String(16), primary_key=True),
    Column("opened", Instant, nullable=False),
    Column("body", JSON, nullable=False),
)
"""homework that was given or received; one of the same id may be on both sides"""

homework_entries = Table(
    "homework_entries",
    metadata,
    Column("homework", String(64), primary_key=True),
    Column("side", String(16), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(16), nullable=False),
    Column("at", Instant, nullable=False),
    Column("data", JSON, nullable=False),
    ForeignKeyConstraint(["homework", "side"], ["homework.id", "homework.side"]),
)
"""what came to a homework afterwards, numbered from 1"""
