"""hand-overs of communities"""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "handovers",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("community_id", sa.Integer(), sa.ForeignKey("communities.id"), nullable=False),
        sa.Column("network_id", sa.Integer(), sa.ForeignKey("networks.id"), nullable=True),
        sa.Column("from_id", sa.Integer(), sa.ForeignKey("members.id"), nullable=True),
        sa.Column("to_id", sa.Integer(), sa.ForeignKey("members.id"), nullable=False),
        sa.Column("room_id", sa.Integer(), sa.ForeignKey("rooms.id"), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("accepted", sa.Boolean(), nullable=False),
        sa.Column("agreed", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decides_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sqlite_autoincrement=True,
    )
    for column in ("community_id", "network_id"):
        op.create_index(f"ix_handovers_{column}", "handovers", [column])


def downgrade() -> None:
    """Back."""
    op.drop_table("handovers")
