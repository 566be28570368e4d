"""what several processes on one server tell each other"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "processes",
        sa.Column("name", sa.String(), primary_key=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "known_accounts",
        sa.Column("account", sa.String(), primary_key=True),
        sa.Column("capabilities", sa.String(), nullable=False),
        sa.Column("filter_version", sa.Integer(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "file_requests",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("process", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("attachment", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_file_requests_process", "file_requests", ["process"])
    op.create_index("ix_file_requests_account", "file_requests", ["account"])
    op.create_table(
        "file_parts",
        sa.Column("request_id", sa.Integer(), sa.ForeignKey("file_requests.id"), primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
    )


def downgrade() -> None:
    """Back."""
    for name in ("file_parts", "file_requests", "known_accounts", "processes"):
        op.drop_table(name)
