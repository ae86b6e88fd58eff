"""A made-up next version that breaks in the middle of its work."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("plays", sa.Column("note", sa.Text()))
    op.execute("DELETE FROM events")
    op.execute("INSERT INTO no_such_table VALUES (1)")
