"""Decisions travel: they are put in order by time, and say which adoption they came with."""

import sqlalchemy as sa
from alembic import op

from workstation.domain.actor import actor_uuid
from workstation.domain.article import article_uuid
from workstation.domain.names import fold

revision = "0007"
down_revision = "0004"
branch_labels = None
depends_on = None

_SECOND = 1_000_000

_decisions = sa.table(
    "decisions",
    sa.column("number", sa.Integer),
    sa.column("subject", sa.Text),
    sa.column("verb", sa.Text),
    sa.column("at", sa.BigInteger),
)
_articles = sa.table(
    "articles",
    sa.column("id", sa.Integer),
    sa.column("uuid", sa.Text),
    sa.column("identity", sa.Text),
)
_actors = sa.table(
    "actors", sa.column("id", sa.Integer), sa.column("uuid", sa.Text), sa.column("key", sa.Text)
)


def upgrade() -> None:
    op.add_column("decisions", sa.Column("brought_by", sa.Integer(), nullable=True))
    _keep_the_order()
    _name_articles_as_every_library_does()
    _fold_the_keys_of_splits()


def _keep_the_order() -> None:
    connection = op.get_bind()
    last = 0
    ordered = sa.select(_decisions.c.number, _decisions.c.at).order_by(_decisions.c.number)
    for row in connection.execute(ordered).all():
        last = max(row.at * _SECOND, last + 1)
        connection.execute(
            sa.update(_decisions).where(_decisions.c.number == row.number).values(at=last)
        )


def _name_articles_as_every_library_does() -> None:
    connection = op.get_bind()
    rows = connection.execute(sa.select(_articles)).all()
    named = [{"of": row.id, "new": article_uuid(row.identity)} for row in rows]
    if not named:
        return
    connection.execute(
        sa.update(_articles)
        .where(_articles.c.id == sa.bindparam("of"))
        .values(uuid=sa.bindparam("new")),
        named,
    )
    was = {row.uuid: article_uuid(row.identity) for row in rows}
    about = sa.select(_decisions.c.number, _decisions.c.subject).where(
        _decisions.c.verb.in_(["assign", "mention", "boilerplate", "body"])
    )
    for row in connection.execute(about).all():
        if row.subject in was:
            connection.execute(
                sa.update(_decisions)
                .where(_decisions.c.number == row.number)
                .values(subject=was[row.subject])
            )


def _fold_the_keys_of_splits() -> None:
    connection = op.get_bind()
    for row in connection.execute(sa.select(_actors).where(_actors.c.key.like("split/%"))).all():
        _, subject, name = row.key.split("/", 2)
        key = f"split/{subject}/{fold(name)}"
        if actor_uuid(key) == row.uuid:
            connection.execute(sa.update(_actors).where(_actors.c.id == row.id).values(key=key))
