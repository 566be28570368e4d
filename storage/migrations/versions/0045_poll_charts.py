"""whether the results of polls come with a picture"""

import sqlalchemy as sa
from alembic import op

revision = "0045"
down_revision = "0051"
branch_labels = None
depends_on = None
_TABLES = ("networks", "communities")


def upgrade() -> None:
    """Forward."""
    for table in _TABLES:
        op.add_column(table, sa.Column("poll_chart", sa.Boolean(), nullable=False, server_default=sa.true()))


def downgrade() -> None:
    """Back."""
    for table in _TABLES:
        op.drop_column(table, "poll_chart")
