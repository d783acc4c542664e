"""The full-text index, written in the transaction of the body it indexes."""

import sqlalchemy as sa

from workstation.library import running
from workstation.library.library import Writing
from workstation.library.schema import bodies

index = sa.table(
    "article_fts",
    sa.column("rowid"),
    sa.column("title"),
    sa.column("text"),
    sa.column("article_fts"),
    sa.column("rank"),
)


def put(writing: Writing, article: int) -> None:
    """Indexes the body of an article; PostgreSQL does so by itself where blanks part the words."""
    running.put(writing.connection, bodies.c.article_id == article)
    if writing.sqlite:
        writing.connection.execute(
            sa.insert(index).from_select(["rowid", "title", "text"], _body(article))
        )


def remove(writing: Writing, article: int) -> None:
    """Takes the body of an article out of the index; call it before the body changes."""
    running.remove(writing.connection, article)
    if writing.sqlite:
        command = sa.select(sa.literal("delete"), *_body(article).selected_columns)
        writing.connection.execute(
            sa.insert(index).from_select(
                ["article_fts", "rowid", "title", "text"],
                command.where(bodies.c.article_id == article),
            )
        )


def check(writing: Writing) -> bool:
    """Whether the indexes hold exactly the words of the bodies; asking counts as a write."""
    if not writing.sqlite:
        return True
    try:
        # The rank makes an index look at the bodies too, not only at itself.
        for name in ("article_fts", "running_fts"):
            writing.connection.exec_driver_sql(
                f"INSERT INTO {name}({name}, rank) VALUES ('integrity-check', 1)"  # noqa: S608
            )
    except sa.exc.DatabaseError as error:
        if getattr(error.orig, "sqlite_errorname", "") == "SQLITE_CORRUPT_VTAB":
            return False
        raise
    return True


def _body(article: int) -> sa.Select[tuple[int, str, str]]:
    return sa.select(bodies.c.article_id, bodies.c.title, bodies.c.text).where(
        bodies.c.article_id == article
    )
