"""hosts of events"""

import sqlalchemy as sa
from alembic import op

revision = "0056"
down_revision = "0055"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.execute("ALTER TABLE events ADD COLUMN host_id INTEGER REFERENCES members (id)")
    op.add_column("events", sa.Column("host_asked", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    """Back."""
    op.drop_column("events", "host_asked")
    with op.batch_alter_table("events") as table:
        table.drop_column("host_id")
