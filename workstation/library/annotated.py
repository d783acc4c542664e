"""Which articles are starred, labelled, read or noted: conditions on `articles`."""

import re
from collections.abc import Collection

import sqlalchemy as sa

from workstation.domain.names import fold
from workstation.library import running
from workstation.library.annotations import notes, signs
from workstation.library.library import Reading
from workstation.library.schema import articles

_WORD = re.compile(r"\w+")


def labels(reading: Reading) -> dict[str, int]:
    """Every label, with the number of its articles, in the order of their letters."""
    asked = sa.select(signs.c.label, sa.func.count()).where(signs.c.sign == "label")
    counted = reading.connection.execute(asked.group_by(signs.c.label))
    return dict(sorted(((label, n) for label, n in counted), key=lambda pair: fold(pair[0])))


def marked(name: str) -> sa.ColumnElement[bool]:
    """The articles on which a sign is set."""
    return articles.c.id.in_(sa.select(signs.c.article_id).where(signs.c.sign == name))


def labelled(names: Collection[str]) -> sa.ColumnElement[bool]:
    """The articles that have one of some labels, as they are spelt."""
    asked = sa.select(signs.c.article_id)
    return articles.c.id.in_(asked.where(signs.c.sign == "label", signs.c.label.in_(names)))


def toned(names: Collection[str]) -> sa.ColumnElement[bool]:
    """The articles whose tone is one of some."""
    asked = sa.select(signs.c.article_id)
    return articles.c.id.in_(asked.where(signs.c.sign == "tone", signs.c.label.in_(names)))


def noted() -> sa.ColumnElement[bool]:
    """The articles with a note."""
    return articles.c.id.in_(sa.select(notes.c.article_id))


def saying(words: str, *, prefix: bool) -> sa.ColumnElement[bool]:
    """The articles with a note that holds some words beside each other; the last may go on."""
    wanted = folded(words)
    if running.is_running(words):
        wanted = wanted.strip()
    elif prefix:
        wanted = wanted.rstrip()
    holds = notes.c.folded.contains(wanted, autoescape=True)
    return articles.c.id.in_(sa.select(notes.c.article_id).where(holds))


def folded(words: str) -> str:
    """The words of a note as its search compares them: folded, with a blank around each."""
    return f" {' '.join(_WORD.findall(fold(words)))} "
