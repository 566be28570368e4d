"""where we last noticed people; requests to be part of a network"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward. The room is no foreign key: a batch would copy the table, and other tables refer to it."""
    op.add_column("identities", sa.Column("room_id", sa.Integer(), nullable=True))
    op.create_index("ix_identities_room_id", "identities", ["room_id"])
    op.create_table(
        "link_requests",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("network_id", sa.Integer(), sa.ForeignKey("networks.id"), nullable=False),
        sa.Column("community_id", sa.Integer(), sa.ForeignKey("communities.id"), nullable=True),
        sa.Column("child_id", sa.Integer(), sa.ForeignKey("networks.id"), nullable=True),
        sa.Column("room_id", sa.Integer(), sa.ForeignKey("rooms.id"), nullable=False),
        sa.Column("requested_by", sa.Integer(), sa.ForeignKey("members.id"), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sqlite_autoincrement=True,
    )
    for column in ("network_id", "community_id", "child_id"):
        op.create_index(f"ix_link_requests_{column}", "link_requests", [column])


def downgrade() -> None:
    """Back."""
    op.drop_table("link_requests")
    op.drop_index("ix_identities_room_id", "identities")
    op.drop_column("identities", "room_id")
