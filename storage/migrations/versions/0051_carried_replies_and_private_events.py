"""replies that carry over to the next date, and events that stay in their community"""

import sqlalchemy as sa
from alembic import op

revision = "0051"
down_revision = "0043"
branch_labels = None
depends_on = None

_FLAGS = (("events", "replies_carry"), ("events", "private"), ("rsvps", "carried"))


def upgrade() -> None:
    """Forward."""
    for table, column in _FLAGS:
        op.add_column(table, sa.Column(column, sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    """Back."""
    for table, column in reversed(_FLAGS):
        op.drop_column(table, column)
