"""addresses that open what we placed"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.add_column("placements", sa.Column("link", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    """Back."""
    op.drop_column("placements", "link")
