"""quiet hours; when a newcomer was greeted and left"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_TIMES = ("welcomed_at", "left_at")


def upgrade() -> None:
    """Forward."""
    quiet = sa.Column("quiet_hours", sa.String(), nullable=False, server_default="22:00-08:00")
    op.add_column("communities", quiet)
    for column in _TIMES:
        op.add_column("journeys", sa.Column(column, sa.DateTime(timezone=True), nullable=True))
    op.add_column("journeys", sa.Column("left_stage", sa.String(), nullable=True))


def downgrade() -> None:
    """Back. A member who was to be greeted on their return is just one who is done."""
    op.execute("UPDATE journeys SET stage = 'done' WHERE stage = 'returned'")
    for column in ("left_stage", *_TIMES):
        op.drop_column("journeys", column)
    op.drop_column("communities", "quiet_hours")
