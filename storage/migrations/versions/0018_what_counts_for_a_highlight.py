"""what counts for a highlight: a share of the active members, an age, emoji; rooms and people left out"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

_NEW = (
    ("communities", "threshold_percent", sa.Integer(), "0"),
    ("communities", "highlight_age_minutes", sa.Integer(), "0"),
    ("communities", "highlight_emoji", sa.String(), ""),
    ("rooms", "excluded", sa.Boolean(), sa.false()),
)


def upgrade() -> None:
    """Forward."""
    for table, name, kind, default in _NEW:
        op.add_column(table, sa.Column(name, kind, nullable=False, server_default=default))
    op.create_table(
        "activity",
        sa.Column("community_id", sa.Integer(), sa.ForeignKey("communities.id"), primary_key=True),
        sa.Column("member_id", sa.Integer(), sa.ForeignKey("members.id"), primary_key=True),
        sa.Column("day", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_activity_day", "activity", ["day"])
    op.create_table(
        "relay_exclusions",
        sa.Column("member_id", sa.Integer(), sa.ForeignKey("members.id"), primary_key=True),
        sa.Column("community_id", sa.Integer(), sa.ForeignKey("communities.id"), primary_key=True),
        sa.Column("excluded_by", sa.Integer(), sa.ForeignKey("members.id"), nullable=False),
        sa.Column("excluded_at", sa.DateTime(timezone=True), nullable=False),
    )


def downgrade() -> None:
    """Back. What was too old stays where it is."""
    op.execute("UPDATE highlights SET state = 'refused' WHERE state = 'expired'")
    op.drop_table("relay_exclusions")
    op.drop_table("activity")
    for table, name, _kind, _default in reversed(_NEW):
        op.drop_column(table, name)
