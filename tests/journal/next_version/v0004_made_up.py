"""A made-up next version, for tests: plays get a note, which the old ones have too."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    with op.batch_alter_table("plays") as plays:
        plays.add_column(sa.Column("note", sa.Text(), nullable=False, server_default="none yet"))
