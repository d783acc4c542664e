"""Which articles stay matched when the registers change, and which are to be matched again."""

from collections.abc import Collection, Mapping

import sqlalchemy as sa

from workstation.library import search
from workstation.library.library import Reading, Writing
from workstation.library.schema import articles, bodies

# In these languages a name in another script is a rarity that is quoted letter by letter.
_LATIN = ("", "en", "fr", "de", "es", "it", "pt", "nl", "tr", "pl")
_ARTICLE = "ال"


def carry_over(writing: Writing, pipelines: Mapping[str, str], names: Collection[str]) -> None:
    """Lets articles that were tagged stay so under the new names of their pipelines.

    Those that may hold one of `names` are to be matched with the registers again.
    """
    concerned: set[int] = set()
    for name in sorted(names):
        found = sa.select(articles.c.id).where(_may_hold(writing, name))
        concerned.update(writing.connection.scalars(found))
    for old, new in pipelines.items():
        writing.connection.execute(
            sa.update(articles).where(articles.c.tagged_with == old).values(tagged_with=new)
        )
    for some in _portions(sorted(concerned)):
        writing.connection.execute(
            sa.update(articles)
            .where(articles.c.id.in_(some), articles.c.problem == "")
            .values(tagged_with=None)
        )
    writing.touched("articles")


def _may_hold(reading: Reading, name: str) -> sa.ColumnElement[bool]:
    """Rather an article too many than one too few: it is only matched, and stays as it is."""
    # Words of Latin letters are found by the index however they are accented and joined.
    matching = search.matching(reading, f'"{name.replace(chr(34), " ")}"')
    if name.isascii() and matching is not None:
        return matching
    core = name.replace("*", "").removeprefix(_ARTICLE).strip()
    holding = sa.or_(
        bodies.c.text.icontains(core, autoescape=True),
        bodies.c.title.icontains(core, autoescape=True),
    )
    found = articles.c.id.in_(sa.select(bodies.c.article_id).where(holding))
    either = found if matching is None else sa.or_(found, matching)
    return either if _is_latin(name) else sa.or_(either, articles.c.language.not_in(_LATIN))


def _is_latin(name: str) -> bool:
    return all(c < "\u0250" or "\u1e00" <= c <= "\u1eff" for c in name if c.isalpha())


def _portions(numbers: list[int]) -> list[list[int]]:
    return [numbers[i : i + _AT_ONCE] for i in range(0, len(numbers), _AT_ONCE)]


_AT_ONCE = 5_000
