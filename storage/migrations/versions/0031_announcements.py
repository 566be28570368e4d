"""announcements, and what communities do with them"""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

_TABLES = (
    "announcement_answers", "announcement_recipients", "announcement_ways", "announcement_texts", "announcements",
)  # fmt: skip


def _time(name: str, *, nullable: bool = True) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _reference(name: str, target: str, *, nullable: bool = False, key: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Integer(), sa.ForeignKey(f"{target}.id"), nullable=nullable, primary_key=key)


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "announcements",
        sa.Column("id", sa.Integer(), primary_key=True),
        _reference("network_id", "networks"),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("locale", sa.String(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("deep", sa.Boolean(), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        _reference("room_id", "rooms"),
        _reference("created_by", "members", nullable=True),
        _time("created_at", nullable=False),
        _time("due_at"),
        _time("sent_at"),
        sa.UniqueConstraint("network_id", "number"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "announcement_texts",
        _reference("announcement_id", "announcements", key=True),
        sa.Column("locale", sa.String(), primary_key=True),
        sa.Column("text", sa.String(), nullable=False),
        _time("written_at", nullable=False),
    )
    op.create_table(
        "announcement_ways",
        _reference("announcement_id", "announcements", key=True),
        _reference("network_id", "networks", key=True),
        _reference("membership_id", "memberships", nullable=True),
    )
    op.create_table(
        "announcement_recipients",
        sa.Column("id", sa.Integer(), primary_key=True),
        _reference("announcement_id", "announcements"),
        _reference("community_id", "communities"),
        _reference("membership_id", "memberships"),
        _reference("room_id", "rooms", nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("asked", sa.Boolean(), nullable=False),
        sa.Column("line", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        _reference("decided_by", "members", nullable=True),
        _time("due_at"),
        _time("shown_at"),
        sa.Column("takedowns", sa.Integer(), nullable=False),
        sa.UniqueConstraint("announcement_id", "community_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_announcement_recipients_community_id", "announcement_recipients", ["community_id"])
    op.create_table(
        "announcement_answers",
        sa.Column("id", sa.Integer(), primary_key=True),
        _reference("announcement_id", "announcements"),
        _reference("community_id", "communities"),
        _reference("member_id", "members"),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        _time("at", nullable=False),
        sqlite_autoincrement=True,
    )
    for column in ("announcement_id", "community_id", "member_id", "at"):
        op.create_index(f"ix_announcement_answers_{column}", "announcement_answers", [column])
    shown = sa.Column("announcements", sa.String(), nullable=False, server_default="show")
    op.add_column("communities", shown)
    op.add_column("communities", sa.Column("unanswered", sa.String(), nullable=False, server_default="show"))
    op.add_column("networks", sa.Column("answer_hours", sa.Integer(), nullable=False, server_default="24"))
    op.create_index("ix_memberships_network_community", "memberships", ["network_id", "community_id"])


def downgrade() -> None:
    """Back."""
    op.drop_index("ix_memberships_network_community", table_name="memberships")
    op.drop_column("networks", "answer_hours")
    for column in ("unanswered", "announcements"):
        op.drop_column("communities", column)
    for name in _TABLES:
        op.drop_table(name)
