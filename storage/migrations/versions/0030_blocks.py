"""blocklists of communities"""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward. Nothing is shared or taken over before a community says so."""
    op.create_table(
        "blocks",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("community_id", sa.Integer(), sa.ForeignKey("communities.id"), nullable=False),
        sa.Column("member_id", sa.Integer(), sa.ForeignKey("members.id"), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("made_by", sa.Integer(), sa.ForeignKey("members.id"), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("origin_id", sa.Integer(), sa.ForeignKey("blocks.id"), nullable=True),
        sa.Column("network_id", sa.Integer(), sa.ForeignKey("networks.id"), nullable=True),
        sa.Column("appeal", sa.String(), nullable=False),
        sa.Column("appealed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_by", sa.Integer(), sa.ForeignKey("members.id"), nullable=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_blocks_member", "blocks", ["member_id", "state"])
    op.create_index("ix_blocks_community_id", "blocks", ["community_id"])
    op.create_index("ux_blocks_origin", "blocks", ["origin_id", "community_id"], unique=True)
    op.add_column("communities", sa.Column("shares_blocks", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("communities", sa.Column("accepts_blocks", sa.String(), nullable=False, server_default="off"))


def downgrade() -> None:
    """Back. Nobody is blocked any longer."""
    op.drop_column("communities", "accepts_blocks")
    op.drop_column("communities", "shares_blocks")
    op.drop_table("blocks")
