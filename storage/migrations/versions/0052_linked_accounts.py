"""linked accounts: one ballot and one reply for each person"""

import sqlalchemy as sa
from alembic import op

revision = "0052"
down_revision = "0045"
branch_labels = None
depends_on = None

_ONCE = (("ballots", "poll_id"), ("rsvps", "occurrence_id"))


def upgrade() -> None:
    """Forward. Nobody has linked accounts yet: each member is a person."""
    op.add_column("members", sa.Column("person_id", sa.Integer(), nullable=True))
    op.create_index("ix_members_person_id", "members", ["person_id"])
    op.create_table(
        "link_codes",
        sa.Column("member_id", sa.Integer(), sa.ForeignKey("members.id"), primary_key=True),
        sa.Column("code_hash", sa.String(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("code_hash"),
    )
    op.create_index("ix_link_codes_expires_at", "link_codes", ["expires_at"])
    for table, of in _ONCE:
        op.add_column(table, sa.Column("person_id", sa.Integer(), nullable=True))
        op.execute(f"UPDATE {table} SET person_id = member_id")  # noqa: S608
        _key(table, of, "person_id")
        op.create_index(f"ix_{table}_member_id", table, ["member_id"])


def _key(table: str, of: str, who: str) -> None:
    """Let a table have one row for each of `of` and `who`."""
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column(table, who, existing_type=sa.Integer(), nullable=False)
        op.drop_constraint(f"{table}_pkey", table, type_="primary")
        op.create_primary_key(f"{table}_pkey", table, [of, who])
        return
    wanted = sa.Table(table, sa.MetaData(), autoload_with=op.get_bind())
    for column in wanted.columns:
        column.primary_key = False
    wanted.c[who].nullable = False
    wanted.append_constraint(sa.PrimaryKeyConstraint(of, who))
    with op.batch_alter_table(table, copy_from=wanted, recreate="always"):
        pass


def downgrade() -> None:
    """Back. Of two accounts of one person that both have a row, for one poll or date, the newer row stays."""
    for table, of in reversed(_ONCE):
        op.drop_index(f"ix_{table}_member_id", table)
        same = f"o.{of} = {table}.{of} AND o.member_id = {table}.member_id"
        newer = f"(o.at > {table}.at OR (o.at = {table}.at AND o.person_id > {table}.person_id))"
        op.execute(f"DELETE FROM {table} WHERE EXISTS (SELECT 1 FROM {table} o WHERE {same} AND {newer})")  # noqa: S608
        _key(table, of, "member_id")
        op.drop_column(table, "person_id")
    op.drop_table("link_codes")
    op.drop_index("ix_members_person_id", "members")
    op.drop_column("members", "person_id")
