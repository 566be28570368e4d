"""replies to highlights, how many people carry one past a queue, and communities' own objects as highlights"""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "highlight_replies",
        sa.Column("account", sa.String(), primary_key=True),
        sa.Column("room", sa.String(), primary_key=True),
        sa.Column("message", sa.String(), primary_key=True),
        sa.Column("highlight_id", sa.Integer(), sa.ForeignKey("highlights.id"), nullable=False),
    )
    op.create_index("ix_highlight_replies_highlight_id", "highlight_replies", ["highlight_id"])
    op.add_column("highlights", sa.Column("source", sa.String(), nullable=False, server_default=""))
    op.create_index("ix_highlights_source", "highlights", ["source"])
    op.add_column("networks", sa.Column("carry_people", sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    """Back. A community's own objects are no messages."""
    op.execute("UPDATE highlights SET state = 'withdrawn', text = '', files = '[]' WHERE source <> ''")
    op.drop_index("ix_highlights_source", "highlights")
    op.drop_column("highlights", "source")
    op.drop_column("networks", "carry_people")
    op.drop_table("highlight_replies")
