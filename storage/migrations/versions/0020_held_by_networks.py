"""polls and events of networks, in their own rooms; settings of a network; whose state a network sees"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

_HELD = ("polls", "events")
_SETTINGS = {"quiet_hours": "22:00-08:00", "reminders": "1d,1h,0", "poll_style": "native"}


def upgrade() -> None:
    """Forward."""
    for table in _HELD:
        with op.batch_alter_table(table) as held:
            held.alter_column("community_id", existing_type=sa.Integer(), nullable=True)
            held.add_column(sa.Column("network_id", sa.Integer(), nullable=True))
            held.create_foreign_key(f"fk_{table}_network_id", "networks", ["network_id"], ["id"])
            held.create_unique_constraint(f"uq_{table}_network_id_number", ["network_id", "number"])
        op.create_index(f"ix_{table}_network_id", table, ["network_id"])
    for column, value in _SETTINGS.items():
        op.add_column("networks", sa.Column(column, sa.String(), nullable=False, server_default=value))
    # Who joined before has not read that coordinators see their state: they show it when they say so.
    op.add_column("memberships", sa.Column("shares_state", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    """Back. What networks held is lost: older versions have no place for it."""
    op.drop_column("memberships", "shares_state")
    for column in _SETTINGS:
        op.drop_column("networks", column)
    of_networks = "SELECT id FROM {} WHERE community_id IS NULL"
    dates = f"SELECT id FROM occurrences WHERE event_id IN ({of_networks.format('events')})"  # noqa: S608
    for votes in ("ballots", "ballot_reasons"):
        op.execute(f"DELETE FROM {votes} WHERE poll_id IN ({of_networks.format('polls')})")  # noqa: S608
    op.execute(f"DELETE FROM rsvps WHERE occurrence_id IN ({dates})")  # noqa: S608
    op.execute(f"DELETE FROM occurrences WHERE event_id IN ({of_networks.format('events')})")  # noqa: S608
    for table in _HELD:
        op.execute(f"DELETE FROM {table} WHERE community_id IS NULL")  # noqa: S608
        op.drop_index(f"ix_{table}_network_id", table)
        with op.batch_alter_table(table) as held:
            held.drop_constraint(f"uq_{table}_network_id_number", type_="unique")
            held.drop_constraint(f"fk_{table}_network_id", type_="foreignkey")
            held.drop_column("network_id")
            held.alter_column("community_id", existing_type=sa.Integer(), nullable=False)
