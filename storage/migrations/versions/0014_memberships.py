"""several networks above a place; what rises to each, who agreed, how often it is summed up"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_LIVE = sa.text("state IN ('requested', 'active')")
_FROM_REQUESTS = (
    "INSERT INTO memberships (id, network_id, community_id, child_id, room_id, requested_by, created_at, state, gives,"
    " takes, listens) SELECT id, network_id, community_id, child_id, room_id, requested_by, created_at, state,"
    " 'nothing', 'everything', true FROM link_requests WHERE state <> 'accepted'"
)
_FROM_COMMUNITIES = (
    "INSERT INTO memberships (network_id, community_id, state, gives, gives_since, takes, listens, created_at,"
    " active_since) SELECT network_id, id, 'active', CASE WHEN relaying THEN 'everything' ELSE 'nothing' END,"
    " relaying_since, 'everything', true, created_at, created_at FROM communities WHERE network_id IS NOT NULL"
)
_FROM_NETWORKS = (
    "INSERT INTO memberships (network_id, child_id, state, gives, takes, listens, created_at, active_since)"
    " SELECT parent_id, id, 'active', 'nothing', 'everything', false, created_at, created_at FROM networks"
    " WHERE parent_id IS NOT NULL"
)


def upgrade() -> None:
    """Forward. Requests keep their ids, which buttons name."""
    op.create_table(
        "memberships",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("network_id", sa.Integer(), sa.ForeignKey("networks.id"), nullable=False),
        sa.Column("community_id", sa.Integer(), sa.ForeignKey("communities.id"), nullable=True),
        sa.Column("child_id", sa.Integer(), sa.ForeignKey("networks.id"), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("gives", sa.String(), nullable=False),
        sa.Column("gives_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("takes", sa.String(), nullable=False),
        sa.Column("listens", sa.Boolean(), nullable=False),
        sa.Column("room_id", sa.Integer(), sa.ForeignKey("rooms.id"), nullable=True),
        sa.Column("requested_by", sa.Integer(), sa.ForeignKey("members.id"), nullable=True),
        sa.Column("decided_by", sa.Integer(), sa.ForeignKey("members.id"), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("active_since", sa.DateTime(timezone=True), nullable=True),
        sqlite_autoincrement=True,
    )
    for column in ("network_id", "community_id", "child_id"):
        op.create_index(f"ix_memberships_{column}", "memberships", [column])
    op.execute(_FROM_REQUESTS)
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "SELECT setval(pg_get_serial_sequence('memberships', 'id'),"
            " (SELECT coalesce(max(id), 0) + 1 FROM link_requests), false)"
        )
    op.execute(_FROM_COMMUNITIES)
    op.execute(_FROM_NETWORKS)
    for name, column in (("community", "community_id"), ("child", "child_id")):
        op.create_index(
            f"ux_memberships_{name}", "memberships", ["network_id", column], unique=True,
            sqlite_where=_LIVE, postgresql_where=_LIVE,
        )  # fmt: skip
    op.drop_table("link_requests")
    with op.batch_alter_table("communities") as communities:
        communities.drop_index("ix_communities_network_id")
        communities.drop_column("network_id")
    with op.batch_alter_table("networks") as networks:
        networks.drop_column("parent_id")
    _create_decisions()
    _create_consents()


def _create_decisions() -> None:
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("highlight_id", sa.Integer(), sa.ForeignKey("highlights.id"), nullable=False),
        sa.Column("membership_id", sa.Integer(), sa.ForeignKey("memberships.id"), nullable=False),
        sa.Column("network_id", sa.Integer(), sa.ForeignKey("networks.id"), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("decided_by", sa.Integer(), sa.ForeignKey("members.id"), nullable=True),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("highlight_id", "membership_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_decisions_membership_id", "decisions", ["membership_id"])
    op.create_index("ix_decisions_network", "decisions", ["network_id", "decided_at"])
    op.execute(
        "INSERT INTO decisions (highlight_id, membership_id, network_id, state, digest, decided_at)"
        " SELECT h.id, m.id, m.network_id, 'passed', h.digest, h.published_at FROM highlights h"
        " JOIN memberships m ON m.community_id = h.community_id AND m.state = 'active'"
        " WHERE h.state = 'published' AND h.published_at >= m.gives_since"
    )


def _create_consents() -> None:
    """Communities of before keep the hold-back that their notice describes; new ones ask each author."""
    op.create_table(
        "relay_consents",
        sa.Column("member_id", sa.Integer(), sa.ForeignKey("members.id"), primary_key=True),
        sa.Column("community_id", sa.Integer(), sa.ForeignKey("communities.id"), primary_key=True),
        sa.Column("relay", sa.String(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.add_column("networks", sa.Column("digest_every", sa.String(), nullable=False, server_default="daily"))
    op.add_column("communities", sa.Column("consent", sa.String(), nullable=False, server_default="notice"))
    op.execute("UPDATE members SET relay = 'ask' WHERE relay = 'unnamed'")


def downgrade() -> None:
    """Back. A place keeps the oldest of its networks."""
    op.execute("UPDATE highlights SET state = 'counting' WHERE state = 'asked'")
    op.execute("UPDATE members SET relay = 'unnamed' WHERE relay = 'ask'")
    op.drop_column("communities", "consent")
    op.drop_column("networks", "digest_every")
    op.drop_table("relay_consents")
    op.drop_table("decisions")
    op.create_table(
        "link_requests",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("network_id", sa.Integer(), sa.ForeignKey("networks.id"), nullable=False),
        sa.Column("community_id", sa.Integer(), sa.ForeignKey("communities.id"), nullable=True),
        sa.Column("child_id", sa.Integer(), sa.ForeignKey("networks.id"), nullable=True),
        sa.Column("room_id", sa.Integer(), sa.ForeignKey("rooms.id"), nullable=False),
        sa.Column("requested_by", sa.Integer(), sa.ForeignKey("members.id"), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sqlite_autoincrement=True,
    )
    for column in ("network_id", "community_id", "child_id"):
        op.create_index(f"ix_link_requests_{column}", "link_requests", [column])
    op.execute(
        "INSERT INTO link_requests (id, network_id, community_id, child_id, room_id, requested_by, created_at, state)"
        " SELECT id, network_id, community_id, child_id, room_id, requested_by, created_at, state FROM memberships"
        " WHERE state IN ('requested', 'declined', 'withdrawn')"
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "SELECT setval(pg_get_serial_sequence('link_requests', 'id'),"
            " (SELECT coalesce(max(id), 0) + 1 FROM memberships), false)"
        )
    _bring_back("communities", "network_id", "community_id")
    op.create_index("ix_communities_network_id", "communities", ["network_id"])
    _bring_back("networks", "parent_id", "child_id")
    op.drop_table("memberships")


def _bring_back(table: str, column: str, lower: str) -> None:
    op.execute(f"ALTER TABLE {table} ADD COLUMN {column} INTEGER REFERENCES networks (id)")
    op.execute(
        f"UPDATE {table} SET {column} = (SELECT network_id FROM memberships m WHERE m.{lower} = {table}.id"  # noqa: S608
        " AND m.state = 'active' ORDER BY m.id LIMIT 1)"
    )
