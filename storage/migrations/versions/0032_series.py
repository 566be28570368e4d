"""events that come again and again, public holidays, and the version of the time zone data"""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "event_series",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("left_out", sa.String(), nullable=False),
        sa.Column("skips_holidays", sa.Boolean(), nullable=False),
        sa.Column("wall_start", sa.String(), nullable=False),
        sa.Column("wall_end", sa.String(), nullable=True),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("all_day", sa.Boolean(), nullable=False),
        sa.Column("latest", sa.String(), nullable=False),
        sa.Column("cancelled_from", sa.String(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
    )
    with op.batch_alter_table("events") as events:
        events.add_column(sa.Column("series_id", sa.Integer(), nullable=True))
        events.add_column(sa.Column("recurrence", sa.String(), nullable=True))
        events.add_column(sa.Column("revision", sa.Integer(), nullable=False, server_default="0"))
        events.add_column(sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True))
        events.create_foreign_key("fk_events_series_id", "event_series", ["series_id"], ["id"])
    op.create_index("ix_events_series_date", "events", ["series_id", "recurrence"], unique=True)
    op.add_column("communities", sa.Column("holidays", sa.String(), nullable=False, server_default=""))
    op.add_column("communities", sa.Column("next_date_days", sa.Integer(), nullable=False, server_default="0"))
    op.create_table(
        "time_zone_data",
        sa.Column("version", sa.String(), primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )


def downgrade() -> None:
    """Remove series. Keep the events of their dates."""
    op.drop_table("time_zone_data")
    for column in ("next_date_days", "holidays"):
        op.drop_column("communities", column)
    op.execute("DELETE FROM events WHERE state = 'template'")
    op.drop_index("ix_events_series_date", "events")
    with op.batch_alter_table("events") as events:
        events.drop_constraint("fk_events_series_id", type_="foreignkey")
        for column in ("changed_at", "revision", "recurrence"):
            events.drop_column(column)
        events.drop_column("series_id")
    op.drop_table("event_series")
    op.execute("DELETE FROM timers WHERE kind IN ('series-next', 'time-zones')")
