"""places of events, and their waiting lists"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.add_column("events", sa.Column("capacity", sa.Integer(), nullable=True))
    op.add_column("rsvps", sa.Column("guests", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("rsvps", sa.Column("waiting_since", sa.DateTime(timezone=True), nullable=True))
    op.add_column("rsvps", sa.Column("offered_until", sa.DateTime(timezone=True), nullable=True))
    op.add_column("rsvps", sa.Column("automatic", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    """Back."""
    for name in ("automatic", "offered_until", "waiting_since", "guests"):
        op.drop_column("rsvps", name)
    op.drop_column("events", "capacity")
