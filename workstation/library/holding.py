"""Which articles hold some words, in any capitals and inside any word."""

from collections.abc import Iterator

import sqlalchemy as sa

from workstation.domain.article import Body
from workstation.library.library import Reading
from workstation.library.schema import articles, bodies


def holds(words: str) -> sa.ColumnElement[bool]:
    """Whether the title or the text of `bodies` holds some words."""
    return sa.or_(
        bodies.c.text.icontains(words, autoescape=True),
        bodies.c.title.icontains(words, autoescape=True),
    )


def texts(reading: Reading, words: str) -> Iterator[tuple[int, str, Body]]:
    """The number, the language, and title and text of each article that holds some words."""
    rows = reading.connection.execute(
        sa.select(
            articles.c.id,
            articles.c.language,
            articles.c.title_derived,
            bodies.c.title,
            bodies.c.text,
        )
        .join(bodies, bodies.c.article_id == articles.c.id)
        .where(holds(words))
    )
    for row in rows:
        # A title made of the text's first words is not read a second time.
        yield row.id, row.language, Body("" if row.title_derived else row.title, row.text, ())
