"""where we last noticed people"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward. The room is no foreign key: a batch would copy the table, and other tables refer to it."""
    op.add_column("identities", sa.Column("room_id", sa.Integer(), nullable=True))
    op.create_index("ix_identities_room_id", "identities", ["room_id"])


def downgrade() -> None:
    """Back."""
    op.drop_index("ix_identities_room_id", "identities")
    op.drop_column("identities", "room_id")
