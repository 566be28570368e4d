"""Alembic's entry point. It takes a connection or a URL from `config.attributes`, not from a file."""

from alembic import context
from sqlalchemy import Connection, create_engine, pool
from sqlmodel import SQLModel

import storage.tables  # noqa: F401 - fills SQLModel.metadata
from storage.tables.types import complete_indexes


def migrate(connection: Connection) -> None:
    """Run the migrations on an open connection, in batch mode since SQLite can't alter columns in place."""
    if connection.dialect.name == "postgresql":
        complete_indexes(SQLModel.metadata)
    context.configure(connection=connection, target_metadata=SQLModel.metadata, render_as_batch=True, compare_type=True)
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if isinstance(given, Connection):
    migrate(given)
else:
    engine = create_engine(context.config.attributes["url"], poolclass=pool.NullPool)
    with engine.connect() as opened:
        migrate(opened)
        opened.commit()
