"""events that networks' communities show"""

import sqlalchemy as sa
from alembic import op

revision = "0043"
down_revision = "0050"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward. Communities are asked about each event."""
    op.execute("ALTER TABLE events ADD COLUMN spread_to INTEGER REFERENCES networks (id)")
    op.create_index("ix_events_spread_to", "events", ["spread_to"])
    op.execute("ALTER TABLE rsvps ADD COLUMN room_id INTEGER REFERENCES rooms (id)")
    op.add_column("memberships", sa.Column("events", sa.String(), nullable=False, server_default="ask"))


def downgrade() -> None:
    """Back."""
    op.drop_column("memberships", "events")
    with op.batch_alter_table("rsvps") as table:
        table.drop_column("room_id")
    op.drop_index("ix_events_spread_to", "events")
    with op.batch_alter_table("events") as table:
        table.drop_column("spread_to")
