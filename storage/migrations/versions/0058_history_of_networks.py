"""how long a network keeps its past"""

import sqlalchemy as sa
from alembic import op

revision = "0058"
down_revision = "0057"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward. Networks keep everything, as before."""
    op.add_column("networks", sa.Column("history_days", sa.Integer(), nullable=False, server_default=sa.text("0")))


def downgrade() -> None:
    """Back."""
    op.drop_column("networks", "history_days")
