"""tags of the parts of networks"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "membership_tags",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("membership_id", sa.Integer(), sa.ForeignKey("memberships.id"), nullable=False),
        sa.Column("tag", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("refused", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("membership_id", "tag"),
    )
    for column in ("membership_id", "tag"):
        op.create_index(f"ix_membership_tags_{column}", "membership_tags", [column])


def downgrade() -> None:
    """Back."""
    op.drop_table("membership_tags")
