"""tables and columns get plain names"""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_TABLES = (
    ("animators", "role_assignments"),
    ("choices", "native_votes"),
    ("kept_messages", "cached_messages"),
    ("pauses", "rate_limit_pauses"),
)
_COLUMNS = (
    ("communities", "listening", "receives_highlights"),
    ("events", "made_by", "created_by"),
    ("outbox", "collapse", "collapse_key"),
    ("outbox", "lane", "ordering_key"),
    ("placements", "also", "extra_messages"),
    ("rooms", "unreadable_told", "unreadable_notified"),
)
_OLD_INDEXES = (
    ("ix_animators_community_id", "animators", ["community_id"]),
    ("ix_animators_member_id", "animators", ["member_id"]),
    ("ix_animators_network_id", "animators", ["network_id"]),
    ("ix_choices_at", "choices", ["at"]),
    ("ix_kept_messages_posted_at", "kept_messages", ["posted_at"]),
    ("ix_outbox_lane", "outbox", ["account", "state", "lane", "id"]),
)
_NEW_INDEXES = (
    ("ix_role_assignments_community_id", "role_assignments", ["community_id"]),
    ("ix_role_assignments_member_id", "role_assignments", ["member_id"]),
    ("ix_role_assignments_network_id", "role_assignments", ["network_id"]),
    ("ix_native_votes_at", "native_votes", ["at"]),
    ("ix_cached_messages_posted_at", "cached_messages", ["posted_at"]),
    ("ix_outbox_ordering_key", "outbox", ["account", "state", "ordering_key", "id"]),
)


def upgrade() -> None:
    """Forward."""
    for index, table, _ in _OLD_INDEXES:
        op.drop_index(index, table)
    for old, new in _TABLES:
        op.rename_table(old, new)
    for table, old, new in _COLUMNS:
        _rename_column(table, old, new)
    for index, table, columns in _NEW_INDEXES:
        op.create_index(index, table, columns)


def _rename_column(table: str, old: str, new: str) -> None:
    """Rename in place: a batch copies the table, and dropping the old one breaks the rows that refer to it."""
    op.execute(f"ALTER TABLE {table} RENAME COLUMN {old} TO {new}")


def downgrade() -> None:
    """Back."""
    for index, table, _ in _NEW_INDEXES:
        op.drop_index(index, table)
    for table, old, new in _COLUMNS:
        _rename_column(table, new, old)
    for old, new in _TABLES:
        op.rename_table(new, old)
    for index, table, columns in _OLD_INDEXES:
        op.create_index(index, table, columns)
