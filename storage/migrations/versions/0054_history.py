"""how long a community keeps its past"""

import sqlalchemy as sa
from alembic import op

revision = "0054"
down_revision = "0053"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.add_column("communities", sa.Column("history_days", sa.Integer(), nullable=False, server_default=sa.text("0")))


def downgrade() -> None:
    """Back."""
    op.drop_column("communities", "history_days")
