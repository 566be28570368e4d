"""what closed polls decided"""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward. The record of a poll that closed before is made when somebody asks for it."""
    op.create_table(
        "poll_records",
        sa.Column("poll_id", sa.Integer(), sa.ForeignKey("polls.id"), primary_key=True),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("winners", sa.String(), nullable=False),
        sa.Column("votes", sa.String(), nullable=False),
        sa.Column("voters", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("outcome_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("contestable_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_by", sa.Integer(), sa.ForeignKey("polls.id"), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
    )


def downgrade() -> None:
    """Back."""
    op.drop_table("poll_records")
