"""Decisions about dates: what was found is kept beside it; decisions may be taken together."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("decisions", sa.Column("together", sa.Integer(), nullable=True))
    op.create_table(
        "decided_dates",
        sa.Column("uuid", sa.String(length=36), nullable=False),
        sa.Column("text_hash", sa.String(length=64), nullable=False),
        sa.Column("instant", sa.BigInteger(), nullable=True),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("dated_from", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("uuid", name=op.f("pk_decided_dates")),
    )
    op.create_index(op.f("ix_decided_dates_text_hash"), "decided_dates", ["text_hash"])
    op.create_table(
        "found_dates",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("instant", sa.BigInteger(), nullable=True),
        sa.Column("day", sa.Integer(), nullable=True),
        sa.Column("dated_from", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["articles.id"],
            name=op.f("fk_found_dates_article_id_articles"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_found_dates")),
    )
