"""guests, audience, deadline, hidden names and question of events; check-in and notes of replies"""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.add_column("events", sa.Column("guest_limit", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("events", sa.Column("audience", sa.String(), nullable=False, server_default="everybody"))
    op.add_column("events", sa.Column("reply_lead", sa.String(), nullable=False, server_default=""))
    op.add_column("events", sa.Column("names_hidden", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("events", sa.Column("question", sa.String(), nullable=False, server_default=""))
    op.add_column("rsvps", sa.Column("checked_in_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("rsvps", sa.Column("note", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    """Back."""
    for name in ("note", "checked_in_at"):
        op.drop_column("rsvps", name)
    for name in ("question", "names_hidden", "reply_lead", "audience", "guest_limit"):
        op.drop_column("events", name)
