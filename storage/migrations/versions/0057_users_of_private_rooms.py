"""users of private rooms"""

import sqlalchemy as sa
from alembic import op

revision = "0057"
down_revision = "0056"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward. A private room that is there already gets its user with the next thing that they do in it."""
    op.add_column("rooms", sa.Column("user", sa.String(), nullable=False, server_default=sa.text("''")))


def downgrade() -> None:
    """Back."""
    op.drop_column("rooms", "user")
