"""communities that show what a network holds"""

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None


def _reference(name: str, target: str, *, nullable: bool = False, key: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Integer(), sa.ForeignKey(f"{target}.id"), nullable=nullable, primary_key=key)


def upgrade() -> None:
    """Forward. Ballots cast before don't say where: polls stayed in the rooms of who held them."""
    op.create_table(
        "showings",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("object_id", sa.Integer(), nullable=False),
        _reference("community_id", "communities"),
        _reference("membership_id", "memberships"),
        _reference("room_id", "rooms", nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("shown_at", sa.DateTime(timezone=True), nullable=True),
        sa.UniqueConstraint("kind", "object_id", "community_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_showings_community", "showings", ["community_id", "kind", "object_id"])
    op.create_index("ix_showings_membership_id", "showings", ["membership_id"])
    op.create_table(
        "showing_ways",
        sa.Column("kind", sa.String(), primary_key=True),
        sa.Column("object_id", sa.Integer(), primary_key=True, autoincrement=False),
        _reference("network_id", "networks", key=True),
        _reference("membership_id", "memberships", nullable=True),
    )
    op.create_index("ix_showing_ways_membership_id", "showing_ways", ["membership_id"])
    op.execute("ALTER TABLE ballots ADD COLUMN community_id INTEGER REFERENCES communities (id)")


def downgrade() -> None:
    """Back."""
    with op.batch_alter_table("ballots") as table:
        table.drop_column("community_id")
    op.drop_table("showing_ways")
    op.drop_table("showings")
