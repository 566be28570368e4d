"""order keys of the outbox, cached messages, parents of rooms, requests to join"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "kept_messages",
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("room", sa.String(), nullable=False),
        sa.Column("message", sa.String(), nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("bot", sa.Boolean(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("link", sa.String(), nullable=False),
        sa.Column("attachments", sa.String(), nullable=False),
        sa.Column("album", sa.String(), nullable=False),
        sa.Column("posted_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("account", "room", "message"),
    )
    op.create_index("ix_kept_messages_posted_at", "kept_messages", ["posted_at"])
    with op.batch_alter_table("outbox") as outbox:
        outbox.add_column(sa.Column("lane", sa.String(), nullable=False, server_default=""))
        outbox.drop_index("ix_outbox_room")
    op.execute("UPDATE outbox SET lane = room")
    with op.batch_alter_table("outbox") as outbox:
        outbox.alter_column("lane", existing_type=sa.String(), server_default=None)
        outbox.create_index("ix_outbox_lane", ["account", "state", "lane", "id"])
    _column("placements", "also", sa.String(), "[]")
    _column("parked", "room", sa.String(), "")
    _column("rooms", "parent", sa.String(), "")
    op.create_index("ix_rooms_parent", "rooms", ["account", "parent"])
    _column("communities", "listening", sa.Boolean(), sa.false())
    _column("journeys", "requested", sa.Boolean(), sa.false())
    _column("highlights", "files", sa.String(), "[]")
    _column("highlights", "digest", sa.String(), "")
    with op.batch_alter_table("highlights") as highlights:
        highlights.drop_column("attachments")


def _column(table: str, name: str, kind: sa.String | sa.Boolean, value: str | sa.ColumnElement[bool]) -> None:
    """Add a column with this value in place: a batch copies the table and fails where other rows refer to it."""
    op.add_column(table, sa.Column(name, kind, nullable=False, server_default=value))


def downgrade() -> None:
    """Back."""
    with op.batch_alter_table("highlights") as highlights:
        highlights.add_column(sa.Column("attachments", sa.Integer(), nullable=False, server_default="0"))
        highlights.drop_column("files")
        highlights.drop_column("digest")
    op.drop_column("journeys", "requested")
    op.drop_column("communities", "listening")
    op.drop_index("ix_rooms_parent", "rooms")
    op.drop_column("rooms", "parent")
    op.drop_column("parked", "room")
    op.drop_column("placements", "also")
    with op.batch_alter_table("outbox") as outbox:
        outbox.drop_index("ix_outbox_lane")
        outbox.drop_column("lane")
        outbox.create_index("ix_outbox_room", ["account", "state", "room", "id"])
    op.drop_table("kept_messages")
