"""digests of communities and people, their drafts, and the figures that they may tell"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

_DRAFT = sa.text("state = 'draft'")
_COLUMNS: tuple[tuple[str, str, sa.types.TypeEngine[Any], str | None], ...] = (
    ("networks", "digest_review", sa.Integer(), "0"),
    ("networks", "digest_waits", sa.Boolean(), "false"),
    ("networks", "digest_chart", sa.Boolean(), "false"),
    ("networks", "feed_token", sa.String(), "''"),
    ("communities", "digest_every", sa.String(), "'never'"),
    ("communities", "digest_hour", sa.Integer(), "18"),
    ("communities", "digested_at", sa.DateTime(timezone=True), None),
    ("communities", "digest_chart", sa.Boolean(), "false"),
    ("communities", "feed_token", sa.String(), "''"),
)
"""Each table, column, type, and value in the rows that there are (None: no value)."""


def upgrade() -> None:
    """Forward."""
    for table, name, kind, value in _COLUMNS:
        default = None if value is None else sa.text(value)
        op.add_column(table, sa.Column(name, kind, nullable=value is None, server_default=default))
    _create_editions()
    _create_figures()


def _create_editions() -> None:
    op.create_table(
        "editions",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("network_id", sa.Integer(), sa.ForeignKey("networks.id"), nullable=True),
        sa.Column("community_id", sa.Integer(), sa.ForeignKey("communities.id"), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("due", sa.DateTime(timezone=True), nullable=True),
        sa.Column("skip", sa.Boolean(), nullable=False),
        sa.Column("hidden", sa.String(), nullable=False),
        sa.Column("added", sa.String(), nullable=False),
        sa.Column("shown", sa.String(), nullable=False),
        sa.Column("figures", sa.String(), nullable=False),
        sa.Column("collecting", sa.String(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sqlite_autoincrement=True,
    )
    for place in ("network", "community"):
        op.create_index(f"ix_editions_{place}", "editions", [f"{place}_id", "until"])
        op.create_index(
            f"ux_editions_{place}", "editions", [f"{place}_id"], unique=True, sqlite_where=_DRAFT,
            postgresql_where=_DRAFT,
        )  # fmt: skip
    op.create_table(
        "edition_scopes",
        sa.Column("edition_id", sa.Integer(), sa.ForeignKey("editions.id"), primary_key=True),
        sa.Column("community_id", sa.Integer(), sa.ForeignKey("communities.id"), primary_key=True),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "digest_quotes",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("highlight_id", sa.Integer(), sa.ForeignKey("highlights.id"), nullable=False),
        sa.Column("card", sa.String(), nullable=False),
        sa.UniqueConstraint("highlight_id", "card"),
    )


def _create_figures() -> None:
    op.create_table(
        "figure_groups",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("community_id", sa.Integer(), sa.ForeignKey("communities.id"), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
    )
    op.create_index("ix_figure_groups_community", "figure_groups", ["community_id", "at"])
    op.create_table(
        "figure_marks",
        sa.Column("community_id", sa.Integer(), sa.ForeignKey("communities.id"), primary_key=True),
        sa.Column("counted_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("newcomers_until", sa.DateTime(timezone=True), nullable=False),
    )


def downgrade() -> None:
    """Back."""
    for name in ("figure_marks", "figure_groups", "digest_quotes", "edition_scopes", "editions"):
        op.drop_table(name)
    for table, name, _, _ in reversed(_COLUMNS):
        op.drop_column(table, name)
