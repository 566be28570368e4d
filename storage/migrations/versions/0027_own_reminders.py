"""each person's own reminders, links for those who come, the cost of events, and what follows them"""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.add_column("members", sa.Column("reminders", sa.String(), nullable=True))
    op.add_column("rsvps", sa.Column("reminders", sa.String(), nullable=True))
    op.add_column("rsvps", sa.Column("feedback", sa.String(), nullable=False, server_default=""))
    op.add_column("events", sa.Column("cost", sa.String(), nullable=False, server_default=""))
    op.add_column("events", sa.Column("link_hidden", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("communities", sa.Column("after_events", sa.String(), nullable=False, server_default="off"))


def downgrade() -> None:
    """Back."""
    op.drop_column("communities", "after_events")
    for name in ("link_hidden", "cost"):
        op.drop_column("events", name)
    for name in ("feedback", "reminders"):
        op.drop_column("rsvps", name)
    op.drop_column("members", "reminders")
