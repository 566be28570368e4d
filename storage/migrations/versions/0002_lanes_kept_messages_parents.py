"""lanes of the outbox, kept messages, rooms that are parts of something, requests to join"""

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
    """A column that rows which are there already get with this value."""
    with op.batch_alter_table(table) as batch:
        batch.add_column(sa.Column(name, kind, nullable=False, server_default=value))
    with op.batch_alter_table(table) as batch:
        batch.alter_column(name, existing_type=kind, server_default=None)


def downgrade() -> None:
    """Back."""
    with op.batch_alter_table("highlights") as highlights:
        highlights.add_column(sa.Column("attachments", sa.Integer(), nullable=False, server_default="0"))
        highlights.drop_column("files")
        highlights.drop_column("digest")
    with op.batch_alter_table("journeys") as journeys:
        journeys.drop_column("requested")
    with op.batch_alter_table("communities") as communities:
        communities.drop_column("listening")
    op.drop_index("ix_rooms_parent", "rooms")
    with op.batch_alter_table("rooms") as rooms:
        rooms.drop_column("parent")
    with op.batch_alter_table("parked") as parked:
        parked.drop_column("room")
    with op.batch_alter_table("placements") as placements:
        placements.drop_column("also")
    with op.batch_alter_table("outbox") as outbox:
        outbox.drop_index("ix_outbox_lane")
        outbox.drop_column("lane")
        outbox.create_index("ix_outbox_room", ["account", "state", "room", "id"])
    op.drop_table("kept_messages")
