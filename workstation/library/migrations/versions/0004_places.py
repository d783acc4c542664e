"""Decisions about places: what was found of a mention is kept beside what was decided."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "mentions",
        sa.Column("found_counted", sa.Boolean(), server_default=sa.true(), nullable=False),
    )
    op.add_column(
        "mentions",
        sa.Column("decided", sa.String(length=16), server_default="", nullable=False),
    )
    # Until now no decision could change whether a single mention counts.
    op.execute("UPDATE mentions SET found_counted = counted")
    op.create_table(
        "decided_paragraphs",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("own", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["articles.id"],
            name=op.f("fk_decided_paragraphs_article_id_articles"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("article_id", "start", name=op.f("pk_decided_paragraphs")),
    )
