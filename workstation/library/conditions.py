"""What a selection means to the store: conditions on `articles`."""

import re

import sqlalchemy as sa

from workstation.domain.dating import DOUBTS
from workstation.domain.selection import Facet, Selection
from workstation.library import actors as actor_rows
from workstation.library import annotated, fields, search
from workstation.library import schema as tables
from workstation.library.library import Reading

_NUMBER = re.compile("[0-9]{1,9}")


def where(reading: Reading, selection: Selection) -> list[sa.ColumnElement[bool]]:
    """The conditions on `articles` that the selection stands for."""
    conditions = _on_days(selection)
    matching = search.matching(reading, selection.words)
    if matching is not None:
        conditions.append(matching)
    for name, values in selection.facets:
        conditions.append(_on_facet(reading, name, values))
    return conditions


def _on_days(selection: Selection) -> list[sa.ColumnElement[bool]]:
    conditions = []
    if selection.brush.first is not None:
        conditions.append(tables.articles.c.day >= selection.brush.first.toordinal())
    if selection.brush.last is not None:
        conditions.append(tables.articles.c.day <= selection.brush.last.toordinal())
    wanting = []
    if selection.undated:
        wanting.append(tables.articles.c.day.is_(None))
    if selection.doubtful:
        wanting.append(tables.articles.c.dated_from.in_(list(DOUBTS)))
    return [*conditions, sa.or_(*wanting)] if wanting else conditions


def _on_facet(reading: Reading, name: Facet, values: tuple[str, ...]) -> sa.ColumnElement[bool]:
    columns = {
        "outlet": tables.articles.c.outlet,
        "language": tables.articles.c.language,
    }
    if name in columns:
        return columns[name].in_(values)
    if name in ("story", "article"):
        column = tables.articles.c.story if name == "story" else tables.articles.c.id
        return column.in_([int(value) for value in values if _NUMBER.fullmatch(value)])
    if name == "kind":
        return fields.of_kind(values)
    if name in ("label", "tone"):
        return (annotated.toned if name == "tone" else annotated.labelled)(values)
    roots = actor_rows.roots_of(reading, values)
    if name == "together":
        return sa.and_(*(fields.naming([roots[one]] if one in roots else []) for one in values))
    return fields.naming(roots.values())


def named() -> sa.Join:
    """The counts per article and actor, with their articles and actors."""
    return tables.article_actors.join(
        tables.articles, tables.articles.c.id == tables.article_actors.c.article_id
    ).join(tables.actors, tables.actors.c.id == tables.article_actors.c.actor_id)
