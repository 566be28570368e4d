"""secret addresses of calendars"""

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None

_TABLES = ("communities", "networks")


def upgrade() -> None:
    """Forward. No calendar is on the web until somebody asks for it."""
    for table in _TABLES:
        op.add_column(table, sa.Column("calendar_token", sa.String(), nullable=False, server_default=sa.text("''")))


def downgrade() -> None:
    """Back."""
    for table in reversed(_TABLES):
        op.drop_column(table, "calendar_token")
