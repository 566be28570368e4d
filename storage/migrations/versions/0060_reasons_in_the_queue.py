"""why a coordinator leaves a highlight out"""

import sqlalchemy as sa
from alembic import op

revision = "0060"
down_revision = "0059"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.add_column("decisions", sa.Column("reason", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    """Back. The reasons go."""
    op.drop_column("decisions", "reason")
