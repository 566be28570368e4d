"""invitations in the place of a network's one code; wrong codes; the reason of a refusal"""

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

_REQUEST_LIFE = timedelta(days=14)
_TIMERS = sa.table(
    "timers", sa.column("kind", sa.String), sa.column("subject", sa.String),
    sa.column("due", sa.DateTime(timezone=True)),
)  # fmt: skip


def upgrade() -> None:
    """Forward. The code of a network becomes an invitation that lasts; unanswered requests expire from now on."""
    op.create_table(
        "invitations",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("network_id", sa.Integer(), sa.ForeignKey("networks.id"), nullable=False),
        sa.Column("code", sa.String(), nullable=False, unique=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("uses_left", sa.Integer(), nullable=True),
        sa.Column("made_by", sa.Integer(), sa.ForeignKey("members.id"), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_by", sa.Integer(), sa.ForeignKey("members.id"), nullable=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_invitations_network_id", "invitations", ["network_id"])
    op.execute(
        "INSERT INTO invitations (network_id, code, kind, note, created_at)"
        " SELECT id, code, 'any', '', created_at FROM networks"
    )
    op.execute("DROP INDEX IF EXISTS ux_networks_code")
    with op.batch_alter_table("networks") as networks:
        networks.drop_column("code")
    op.create_table(
        "wrong_codes",
        sa.Column("scope", sa.String(), primary_key=True),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_wrong_codes_since", "wrong_codes", ["since"])
    op.execute("ALTER TABLE memberships ADD COLUMN invitation_id INTEGER REFERENCES invitations (id)")
    op.add_column("memberships", sa.Column("reason", sa.String(), nullable=False, server_default=""))
    _set_timers()


def _set_timers() -> None:
    connection = op.get_bind()
    asked = connection.exec_driver_sql("SELECT id FROM memberships WHERE state = 'requested'").scalars().all()
    due = datetime.now(UTC) + _REQUEST_LIFE
    if connection.dialect.name == "sqlite":
        due = due.replace(tzinfo=None)
    rows = [{"kind": "link-expire", "subject": str(number), "due": due} for number in asked]
    if rows:
        op.bulk_insert(_TIMERS, rows)


def downgrade() -> None:
    """Back. A network gets the code of its oldest invitation that lasts, or one that nobody knows."""
    op.execute("DELETE FROM timers WHERE kind = 'link-expire'")
    op.execute("UPDATE memberships SET state = 'declined' WHERE state = 'expired'")
    op.drop_column("memberships", "reason")
    op.drop_column("memberships", "invitation_id")
    op.drop_table("wrong_codes")
    op.add_column("networks", sa.Column("code", sa.String(), nullable=False, server_default=""))
    op.execute(
        "UPDATE networks SET code = coalesce((SELECT i.code FROM invitations i WHERE i.network_id = networks.id"
        " AND i.uses_left IS NULL AND i.revoked_at IS NULL ORDER BY i.id LIMIT 1), 'network-' || id)"
    )
    op.create_index("ux_networks_code", "networks", ["code"], unique=True)
    op.drop_table("invitations")
