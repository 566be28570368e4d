"""a person's own digest and time zone"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

_COLUMNS: tuple[tuple[str, sa.types.TypeEngine[Any], str | None], ...] = (
    ("zone", sa.String(), None),
    ("digest_every", sa.String(), "'never'"),
    ("digest_identity", sa.Integer(), None),
    ("digest_away", sa.Boolean(), "false"),
    ("digested_at", sa.DateTime(timezone=True), None),
)
"""Each column of members, its type, and its value in the rows that there are (None: no value)."""


def upgrade() -> None:
    """Forward."""
    for name, kind, value in _COLUMNS:
        default = None if value is None else sa.text(value)
        op.add_column("members", sa.Column(name, kind, nullable=value is None, server_default=default))


def downgrade() -> None:
    """Back."""
    for name, _, _ in reversed(_COLUMNS):
        op.drop_column("members", name)
