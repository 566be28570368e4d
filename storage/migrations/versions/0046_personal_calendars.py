"""secret addresses of people's own calendars"""

import sqlalchemy as sa
from alembic import op

revision = "0046"
down_revision = "0041"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward. Nobody's calendar is on the web until they ask for it."""
    op.add_column("members", sa.Column("calendar_token", sa.String(), nullable=True))
    op.create_index("ix_members_calendar_token", "members", ["calendar_token"], unique=True)


def downgrade() -> None:
    """Back."""
    op.drop_index("ix_members_calendar_token", "members")
    op.drop_column("members", "calendar_token")
