"""the day of the last sign of a community's connectors"""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward. Nobody has looked for signs before: they are counted from now on."""
    op.add_column("communities", sa.Column("connector_seen_on", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    """Back."""
    op.drop_column("communities", "connector_seen_on")
