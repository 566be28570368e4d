"""indexes with which delivery finds its next rows, however many wait"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_INDEXES = (
    ("ix_outbox_unordered", ["account", "state", "not_before"], "ordering_key = key"),
    ("ix_outbox_urgent", ["account", "state", "not_before"], "priority = 0 AND ordering_key != key"),
)


def upgrade() -> None:
    """Forward."""
    for name, columns, where in _INDEXES:
        op.create_index(name, "outbox", columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where))


def downgrade() -> None:
    """Back."""
    for name, _, _ in _INDEXES:
        op.drop_index(name, "outbox")
