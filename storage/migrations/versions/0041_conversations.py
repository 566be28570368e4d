"""conversations as highlights"""

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.add_column("highlights", sa.Column("conversation_id", sa.Integer(), nullable=True))
    op.create_index("ix_highlights_conversation_id", "highlights", ["conversation_id"])


def downgrade() -> None:
    """Back."""
    op.drop_index("ix_highlights_conversation_id", "highlights")
    op.drop_column("highlights", "conversation_id")
