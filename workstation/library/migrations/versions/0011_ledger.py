"""The ledger knows which files are still to be read, and what somebody has seen of it."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("ledger", sa.Column("waiting", sa.Text(), server_default="", nullable=False))
    op.add_column("ledger", sa.Column("seen_at", sa.BigInteger(), nullable=True))
