"""hosts of rituals, and when rituals go silent"""

import sqlalchemy as sa
from alembic import op

revision = "0050"
down_revision = "0044"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.add_column("rituals", sa.Column("silent_after", sa.Integer(), nullable=False, server_default="3"))
    op.add_column("rituals", sa.Column("rotates", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("ritual_rounds", sa.Column("host_id", sa.Integer(), nullable=True))
    op.create_index("ix_ritual_rounds_host_id", "ritual_rounds", ["host_id"])
    op.create_table(
        "ritual_volunteers",
        sa.Column("ritual_id", sa.Integer(), sa.ForeignKey("rituals.id"), primary_key=True),
        sa.Column("member_id", sa.Integer(), sa.ForeignKey("members.id"), primary_key=True),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("hosted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("passed", sa.Integer(), nullable=False),
    )
    op.create_index("ix_ritual_volunteers_member_id", "ritual_volunteers", ["member_id"])


def downgrade() -> None:
    """Back."""
    op.drop_table("ritual_volunteers")
    op.drop_index("ix_ritual_rounds_host_id", "ritual_rounds")
    op.drop_column("ritual_rounds", "host_id")
    op.drop_column("rituals", "rotates")
    op.drop_column("rituals", "silent_after")
