"""members' translations of highlights"""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "translations",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("highlight_id", sa.Integer(), sa.ForeignKey("highlights.id"), nullable=False),
        sa.Column("locale", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("translator_id", sa.Integer(), sa.ForeignKey("members.id"), nullable=False),
        sa.Column("translator_name", sa.String(), nullable=False),
        sa.Column("named", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("shown_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("highlight_id", "locale"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_translations_translator_id", "translations", ["translator_id"])


def downgrade() -> None:
    """Back."""
    op.drop_table("translations")
