"""Paragraphs that an outlet repeats from article to article."""

import sqlalchemy as sa

from workstation.library.library import Reading
from workstation.library.places import keyed
from workstation.library.schema import articles, bodies


def of(reading: Reading, outlet: str, key: str) -> dict[int, list[tuple[int, int]]]:
    """Where paragraphs known by a key stand, as start and end, in the articles of an outlet."""
    # Most texts are passed over by one word of it, and need not be taken apart.
    rare = max((word for word in key.split() if word != "0"), key=len, default="")
    rows = reading.connection.execute(
        sa.select(articles.c.id, bodies.c.text)
        .join(bodies, bodies.c.article_id == articles.c.id)
        .where(articles.c.outlet == outlet)
        .order_by(articles.c.id)
    )
    found = {}
    for number, text in rows.yield_per(_AT_ONCE):
        if rare in text.casefold() and (places := keyed(text).get(key)):
            found[number] = places
    return found


_AT_ONCE = 500
"""Texts held at once."""
