"""polls that open later, counts of anonymous polls, and people who want no reminders"""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.add_column("polls", sa.Column("starts_at", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "ballot_counts",
        sa.Column("poll_id", sa.Integer(), sa.ForeignKey("polls.id"), primary_key=True),
        sa.Column("choices", sa.String(), primary_key=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("reasons", sa.String(), nullable=False),
    )
    op.create_table(
        "poll_silences",
        sa.Column("member_id", sa.Integer(), sa.ForeignKey("members.id"), primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )


def downgrade() -> None:
    """Back."""
    op.drop_table("poll_silences")
    op.drop_table("ballot_counts")
    op.drop_column("polls", "starts_at")
