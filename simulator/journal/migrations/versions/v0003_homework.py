"""Homework is kept, on either side; on PostgreSQL the rows of each role are apart.

There every table gets the role that adds a row as `owner`, which the server fills in. All keys
begin with it: two roles never meet in one, so neither learns from a refusal what the other has,
and nothing of one hangs on what the other keeps. The rules bind the role that owns the tables too.
Rows from before belong to the role that owned the tables.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_KEYS = {
    "texts": "hash",
    "plays": "id",
    "events": "play, number",
    "homework": "id, side",
    "homework_entries": "homework, side, number",
}
_LEADS = (
    ("plays", "fk_plays_text", "text", "texts (owner, hash)"),
    ("events", "fk_events_play", "play", "plays (owner, id)"),
    (
        "homework_entries",
        "fk_homework_entries_homework",
        "homework, side",
        "homework (owner, id, side)",
    ),
)


def upgrade() -> None:
    """Two tables more; and on PostgreSQL an owner for every row, and rules by it."""
    _homework()
    if op.get_bind().dialect.name == "postgresql":
        _apart()


def _homework() -> None:
    op.create_table(
        "homework",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("side", sa.String(16), nullable=False),
        sa.Column("opened", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", "side", name="pk_homework"),
    )
    op.create_table(
        "homework_entries",
        sa.Column("homework", sa.String(64), nullable=False),
        sa.Column("side", sa.String(16), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("homework", "side", "number", name="pk_homework_entries"),
        sa.ForeignKeyConstraint(
            ["homework", "side"],
            ["homework.id", "homework.side"],
            name="fk_homework_entries_homework",
        ),
    )


def _apart() -> None:
    for table, name, _, _ in _LEADS:
        op.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
    for table, key in _KEYS.items():
        op.execute(
            f"ALTER TABLE {table}"
            " ADD COLUMN owner text NOT NULL DEFAULT CURRENT_USER,"
            f" DROP CONSTRAINT pk_{table},"
            f" ADD CONSTRAINT pk_{table} PRIMARY KEY (owner, {key})"
        )
    for table, name, columns, target in _LEADS:
        op.execute(
            f"ALTER TABLE {table} ADD CONSTRAINT {name}"
            f" FOREIGN KEY (owner, {columns}) REFERENCES {target}"
        )
    for table in _KEYS:
        op.execute(
            f"CREATE POLICY own_rows ON {table} FOR ALL TO PUBLIC"
            " USING (owner = CURRENT_USER) WITH CHECK (owner = CURRENT_USER)"
        )
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY")
