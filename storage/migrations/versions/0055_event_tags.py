"""tags of events"""

import sqlalchemy as sa
from alembic import op

revision = "0055"
down_revision = "0054"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.add_column("events", sa.Column("tags", sa.String(), nullable=False, server_default=sa.text("''")))


def downgrade() -> None:
    """Back."""
    op.drop_column("events", "tags")
