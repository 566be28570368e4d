"""the lines of digests that were sent, for their files and feeds"""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "edition_lines",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("edition_id", sa.Integer(), sa.ForeignKey("editions.id"), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("community_id", sa.Integer(), sa.ForeignKey("communities.id"), nullable=True),
        sa.Column("section", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
    )
    for column in ("edition_id", "key", "community_id"):
        op.create_index(f"ix_edition_lines_{column}", "edition_lines", [column])


def downgrade() -> None:
    """Back."""
    op.drop_table("edition_lines")
