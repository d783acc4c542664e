"""A row of the ledger keeps what the user said of its file."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("ledger", sa.Column("given", sa.Text(), server_default="", nullable=False))
