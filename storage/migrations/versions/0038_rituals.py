"""prompts that come again and again"""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "rituals",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("community_id", sa.Integer(), sa.ForeignKey("communities.id"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("room_id", sa.Integer(), sa.ForeignKey("rooms.id"), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("prompt", sa.String(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("left_out", sa.String(), nullable=False),
        sa.Column("skips_holidays", sa.Boolean(), nullable=False),
        sa.Column("wall_start", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("unanswered", sa.Integer(), nullable=False),
        sa.Column("created_by", sa.Integer(), sa.ForeignKey("members.id"), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("community_id", "number"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "ritual_rounds",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("ritual_id", sa.Integer(), sa.ForeignKey("rituals.id"), nullable=False),
        sa.Column("wall", sa.String(), nullable=False),
        sa.Column("posted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("replies", sa.Integer(), nullable=False),
        sa.Column("gathered_at", sa.DateTime(timezone=True), nullable=True),
        sa.UniqueConstraint("ritual_id", "wall"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "ritual_replies",
        sa.Column("account", sa.String(), primary_key=True),
        sa.Column("room", sa.String(), primary_key=True),
        sa.Column("message", sa.String(), primary_key=True),
        sa.Column("round_id", sa.Integer(), sa.ForeignKey("ritual_rounds.id"), nullable=False),
        sa.Column("member_id", sa.Integer(), sa.ForeignKey("members.id"), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    for column in ("round_id", "member_id", "at"):
        op.create_index(f"ix_ritual_replies_{column}", "ritual_replies", [column])


def downgrade() -> None:
    """Back."""
    for name in ("ritual_replies", "ritual_rounds", "rituals"):
        op.drop_table(name)
