"""alerts to coordinators"""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None

_OPEN = sa.text("closed_at IS NULL")


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "alerts",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("network_id", sa.Integer(), sa.ForeignKey("networks.id"), nullable=False),
        sa.Column("community_id", sa.Integer(), sa.ForeignKey("communities.id"), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("community_told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("network_told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("solved", sa.Boolean(), nullable=False),
        sqlite_autoincrement=True,
    )
    for column in ("network_id", "community_id"):
        op.create_index(f"ix_alerts_{column}", "alerts", [column])
    op.create_index(
        "ux_alerts_open", "alerts", ["network_id", "community_id", "kind"], unique=True,
        sqlite_where=_OPEN, postgresql_where=_OPEN,
    )  # fmt: skip
    op.create_table(
        "alert_rules",
        sa.Column("network_id", sa.Integer(), sa.ForeignKey("networks.id"), primary_key=True),
        sa.Column("kind", sa.String(), primary_key=True),
        sa.Column("enabled", sa.Boolean(), nullable=False),
        sa.Column("after_minutes", sa.Integer(), nullable=False),
    )


def downgrade() -> None:
    """Back."""
    op.drop_table("alert_rules")
    op.drop_table("alerts")
