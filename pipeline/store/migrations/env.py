"""What Alembic runs: the revisions, on the connection and in the transaction of whoever opens the store."""

from alembic import context

from pipeline.store.schema import metadata

# Batches, because SQLite cannot alter a column in place.
context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
