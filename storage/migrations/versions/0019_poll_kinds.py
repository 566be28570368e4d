"""kinds of polls, their settings, and reasons beside ballots"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward. Polls from before are choices."""
    op.add_column("polls", sa.Column("kind", sa.String(), nullable=False, server_default="choice"))
    op.add_column("polls", sa.Column("settings", sa.String(), nullable=False, server_default="{}"))
    op.create_table(
        "ballot_reasons",
        sa.Column("poll_id", sa.Integer(), sa.ForeignKey("polls.id"), primary_key=True),
        sa.Column("member_id", sa.Integer(), sa.ForeignKey("members.id"), primary_key=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("named", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )


def downgrade() -> None:
    """Back."""
    op.drop_table("ballot_reasons")
    op.drop_column("polls", "settings")
    op.drop_column("polls", "kind")
