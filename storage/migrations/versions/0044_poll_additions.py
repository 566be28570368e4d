"""options that people add to polls"""

import sqlalchemy as sa
from alembic import op

revision = "0044"
down_revision = "0046"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "poll_additions",
        sa.Column("poll_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["poll_id"], ["polls.id"]),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"]),
        sa.PrimaryKeyConstraint("poll_id", "position"),
    )
    op.create_index("ix_poll_additions_member_id", "poll_additions", ["member_id"])


def downgrade() -> None:
    """Back."""
    op.drop_index("ix_poll_additions_member_id", "poll_additions")
    op.drop_table("poll_additions")
