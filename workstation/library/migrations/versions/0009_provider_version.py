"""Of several texts that a provider gives one identity, the highest version is the present one."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "articles",
        sa.Column("provider_version", sa.BigInteger(), server_default="0", nullable=False),
    )
