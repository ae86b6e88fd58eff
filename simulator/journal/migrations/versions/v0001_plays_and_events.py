"""Texts, plays and what happened in them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "texts",
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name="pk_texts"),
    )
    op.create_table(
        "plays",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("scenario", sa.Text(), nullable=False),
        sa.Column("text", sa.String(64), nullable=False),
        sa.Column("setup", sa.JSON(), nullable=False),
        sa.Column("started", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_plays"),
        sa.ForeignKeyConstraint(["text"], ["texts.hash"], name="fk_plays_text"),
    )
    op.create_index("ix_plays_text", "plays", ["text"])
    op.create_table(
        "events",
        sa.Column("play", sa.String(32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("play", "number", name="pk_events"),
        sa.ForeignKeyConstraint(["play"], ["plays.id"], name="fk_events_play"),
    )
