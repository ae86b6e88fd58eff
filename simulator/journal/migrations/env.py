"""Alembic's way in: the connection comes from `simulator.journal.migrating`."""

from alembic import context

from simulator.journal.migrating import VERSION_TABLE
from simulator.journal.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
