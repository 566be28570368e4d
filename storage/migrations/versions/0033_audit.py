"""the audit log of connectors' and coordinators' acts"""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward. The log begins empty."""
    op.create_table(
        "audit_entries",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("verb", sa.String(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("actor_salt", sa.String(), nullable=True),
        sa.Column("actor_seal", sa.String(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=True),
        sa.Column("subject_salt", sa.String(), nullable=True),
        sa.Column("subject_seal", sa.String(), nullable=False),
        sa.Column("details", sa.String(), nullable=True),
        sa.Column("details_salt", sa.String(), nullable=True),
        sa.Column("details_seal", sa.String(), nullable=False),
        sa.Column("previous", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.UniqueConstraint("scope", "seq"),
    )
    for column in ("at", "actor_id", "subject_id"):
        op.create_index(f"ix_audit_entries_{column}", "audit_entries", [column])
    op.create_table(
        "audit_heads",
        sa.Column("scope", sa.String(), primary_key=True),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
    )


def downgrade() -> None:
    """Back. The log is gone."""
    op.drop_table("audit_heads")
    op.drop_table("audit_entries")
