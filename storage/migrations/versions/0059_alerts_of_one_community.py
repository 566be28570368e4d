"""alerts about one community"""

import sqlalchemy as sa
from alembic import op

revision = "0059"
down_revision = "0058"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward. Coordinators hear of all communities, as before."""
    op.add_column("memberships", sa.Column("alerts", sa.Boolean(), nullable=False, server_default=sa.true()))


def downgrade() -> None:
    """Back."""
    op.drop_column("memberships", "alerts")
