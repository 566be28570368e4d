"""how polls are shown; formatted highlights; what a message shows"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward. Polls from before stay as they were shown: a card, and where reactions stand in for buttons both."""
    op.add_column("communities", sa.Column("poll_style", sa.String(), nullable=False, server_default="native"))
    op.add_column("polls", sa.Column("style", sa.String(), nullable=False, server_default="both"))
    op.add_column("highlights", sa.Column("formatted", sa.String(), nullable=False, server_default=""))
    op.add_column("placements", sa.Column("shown", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    """Back."""
    op.drop_column("placements", "shown")
    op.drop_column("highlights", "formatted")
    op.drop_column("polls", "style")
    op.drop_column("communities", "poll_style")
