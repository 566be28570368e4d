"""when a poll's words were changed or corrected"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.add_column("polls", sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("polls", sa.Column("corrected_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    """Back."""
    op.drop_column("polls", "corrected_at")
    op.drop_column("polls", "changed_at")
