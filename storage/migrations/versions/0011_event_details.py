"""description, link and picture of events; answers of people who left"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    for name in ("description", "link", "picture"):
        op.add_column("events", sa.Column(name, sa.String(), nullable=False, server_default=""))
    op.add_column("rsvps", sa.Column("left_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    """Back."""
    op.drop_column("rsvps", "left_at")
    for name in ("picture", "link", "description"):
        op.drop_column("events", name)
