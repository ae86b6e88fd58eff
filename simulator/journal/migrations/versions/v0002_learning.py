"""What is learnt from a play is kept with it, and the homework it was had under.

Guesses, hints and reflections are kinds of events like any other; the new number keeps programs
away that do not know them.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Plays get the id of a homework, which those from before have not."""
    op.add_column("plays", sa.Column("assignment", sa.String(64), nullable=True))
    op.create_index("ix_plays_assignment", "plays", ["assignment"])
