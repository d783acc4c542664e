"""Which articles stay matched when the registers change, and which are to be matched again."""

from collections.abc import Collection, Iterable, Iterator, Mapping

import sqlalchemy as sa

from workstation.domain.names import fold
from workstation.library import search
from workstation.library.library import Reading, Writing
from workstation.library.schema import articles, bodies

# In these languages another script is a rarity; in all others its names may stand anywhere.
_LATIN = ("", "en", "fr", "de", "es", "it", "pt", "nl", "tr", "pl")
# Letters that are read as plain ones, though no decomposition says so.
_LETTERS = str.maketrans("ıøłđ", "iold")
_AT_ONCE = 5_000


def carry_over(writing: Writing, pipelines: Mapping[str, str], names: Collection[str]) -> None:
    """Lets articles that were tagged stay so under the new names of their pipelines.

    Those that may hold one of `names` are to be matched with the registers again: rather one too
    many than one too few, for matching finds what was found before.
    """
    concerned: set[int] = set()
    for condition in _may_hold(writing, names):
        concerned.update(writing.connection.scalars(sa.select(articles.c.id).where(condition)))
    for old, new in pipelines.items():
        writing.connection.execute(
            sa.update(articles).where(articles.c.tagged_with == old).values(tagged_with=new)
        )
    numbers = sorted(concerned)
    for some in (numbers[i : i + _AT_ONCE] for i in range(0, len(numbers), _AT_ONCE)):
        writing.connection.execute(
            sa.update(articles)
            .where(articles.c.id.in_(some), articles.c.problem == "")
            .values(tagged_with=None)
        )
    writing.touched("articles")


def _may_hold(reading: Reading, names: Iterable[str]) -> Iterator[sa.ColumnElement[bool]]:
    pages: set[int] = set()
    for name in sorted(names):
        foreign = {ord(c) >> 8 for c in name if c.isalpha() and not _is_latin(c)}
        pages |= foreign
        # The index finds Latin words however they are accented and joined; with their endings
        # and without blanks, others are no words to it.
        for spelt in () if foreign else dict.fromkeys((name, fold(name).translate(_LETTERS))):
            matching = search.matching(reading, f'"{spelt.replace(chr(34), " ")}"')
            if matching is not None:
                yield matching
    if pages:
        holding = sa.or_(
            _holds(reading, bodies.c.text, pages), _holds(reading, bodies.c.title, pages)
        )
        found = articles.c.id.in_(sa.select(bodies.c.article_id).where(holding))
        yield sa.or_(articles.c.language.not_in(_LATIN), found)


def _holds(
    reading: Reading, column: sa.ColumnElement[str], pages: Iterable[int]
) -> sa.ColumnElement[bool]:
    """Whether a text holds any letter of some pages of 256 characters."""
    letters = "".join(f"{chr(page << 8)}-{chr(page << 8 | 0xFF)}" for page in sorted(pages))
    if reading.sqlite:
        return column.op("GLOB")(f"*[{letters}]*")
    return column.op("~")(f"[{letters}]")


def _is_latin(c: str) -> bool:
    return c < "\u0250" or "\u1e00" <= c <= "\u1eff"
