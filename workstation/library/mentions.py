"""Mentions: what a pipeline found, what it means, and the counts kept beside it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from workstation.domain.decision import Reach
from workstation.domain.mention import Found, Mention, Origin, Span
from workstation.domain.names import fold
from workstation.library import actors as actor_rows
from workstation.library import counts, decisions, laying, passages, spans, wordings
from workstation.library.decided import Decided, Meaning, Surfaces
from workstation.library.library import Reading, Writing, now
from workstation.library.places import GAVE_WAY
from workstation.library.schema import actors, aliases, articles, mentions, pipelines

_LAYERS: dict[Origin, str] = {"model": "model", "rule": "register", "analyst": "analyst"}
_ORIGINS = {layer: origin for origin, layer in _LAYERS.items()}

_NOTHING = Decided()
_ARTICLES = 5_000
"""Articles in one question: SQLite takes 32,766 numbers, PostgreSQL 65,535."""

root = actors.alias("root")
"""The actor a mention counts under, after merges."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What a pipeline found in one version of an article."""

    article: int
    version: int
    found: Sequence[Found]
    spans: Sequence[Span] | None = None
    """What the model said before any register, to be kept; None: nothing new."""


def record(
    writing: Writing,
    pipeline: str,
    findings: Sequence[Findings],
    *,
    meanings: Decided = _NOTHING,
    model: str = "",
) -> None:
    """Replaces everything machines said of some articles, decides it anew, and counts it.

    `model` names what made the spans that are to be kept.

    An article that has another version by now is left alone: the offsets would be of old words.
    """
    versions = _versions(writing, [f.article for f in findings])
    current = {f.article: f.found for f in findings if versions.get(f.article) == f.version}
    if not current:
        return
    new = {(f.article, f.version): f.spans for f in findings if f.spans is not None}
    spans.keep(writing, model, {key: said for key, said in new.items() if key[0] in current})
    numbers = actor_rows.ensure(writing, [f for found in current.values() for f in found])
    surfaces = Surfaces(meanings.surfaces)
    rows = [
        _row(article, f, numbers.get(f.key), surfaces)
        for article, found in current.items()
        for f in found
    ]
    before = _named(writing, current)
    with counts.recounted(writing, current):
        writing.connection.execute(sa.delete(mentions).where(_of(current)))
        if rows:
            writing.connection.execute(sa.insert(mentions), rows)
        placed = current.keys() & meanings.places.keys()
        laying.lay(writing, placed | _ruled(writing, current, meanings), meanings)
        writing.connection.execute(
            sa.update(articles)
            .where(articles.c.id.in_(list(current)))
            .values(tagged_with=pipeline, problem="")
        )
    actor_rows.learn_aliases(
        writing, ((row["actor_id"], row["surface"]) for row in rows if row["actor_id"])
    )
    given = {
        (m.actor, fold(m.surface)) for m in meanings.surfaces if not m.among and m.actor is not None
    }
    _unlearn(writing, before - _named(writing, current), given)
    writing.touched("articles", "mentions", "actors")


def forget(writing: Writing, article: int) -> None:
    """Takes away the mentions of an article whose words are about to change."""
    before = _named(writing, [article])
    with counts.recounted(writing, [article]):
        writing.connection.execute(sa.delete(mentions).where(_of([article])))
    _unlearn(writing, before, _given(writing) if before else set())
    writing.touched("mentions", "actors")


def remember_pipeline(writing: Writing, pipeline: str, words: str) -> None:
    """Writes down what tagged articles under this name."""
    known = sa.select(pipelines.c.id).where(pipelines.c.id == pipeline)
    if writing.connection.scalar(known) is None:
        writing.connection.execute(
            sa.insert(pipelines).values(id=pipeline, words=words, first_used=now())
        )


def pipelines_in_use(reading: Reading) -> list[tuple[str, str, int]]:
    """Name, words and number of articles of each pipeline that tagged any."""
    rows = reading.connection.execute(
        sa.select(pipelines.c.id, pipelines.c.words, sa.func.count().label("n"))
        .join(articles, articles.c.tagged_with == pipelines.c.id)
        .group_by(pipelines.c.id, pipelines.c.words)
        .order_by(sa.desc("n"))
    )
    return [(row.id, row.words, row.n) for row in rows]


def reinterpret(
    writing: Writing, folded: Sequence[str], decided: Decided, *, within: Collection[int] = ()
) -> None:
    """Recomputes what the mentions of these surfaces, and all in some articles, mean.

    The resolver's word comes first, then decisions about surfaces, then those about places.
    """
    touched = _reinterpret_surfaces(writing, folded, decided.surfaces) if folded else set()
    placed = (touched & decided.places.keys()) | set(within)
    if decided.rules and folded:
        placed |= passages.crossed(writing, folded)
    with counts.recounted(writing, placed):
        laying.lay(writing, placed, decided)
    if folded or placed:
        writing.touched("mentions", "actors", "articles")


def _ruled(reading: Reading, numbers: Collection[int], decided: Decided) -> set[int]:
    """The articles whose outlets have rules."""
    if not decided.rules:
        return set()
    outlets = wordings.outlets_of(reading, numbers)
    return {number for number, outlet in outlets.items() if outlet in decided.rules}


def _reinterpret_surfaces(
    writing: Writing, folded: Sequence[str], meanings: Sequence[Meaning]
) -> set[int]:
    """The articles that hold mentions of these surfaces."""
    wanted = set(folded)
    meanings = [meaning for meaning in meanings if fold(meaning.surface) in wanted]
    reach = mentions.c.folded.in_(list(folded))
    there = writing.connection.execute(
        sa.select(mentions.c.article_id, mentions.c.actor_id, mentions.c.found_actor_id)
        .where(reach)
        .distinct()
    ).all()
    touched = {row.article_id for row in there}
    concerned = {number for row in there for number in (row.actor_id, row.found_actor_id)}
    concerned |= {meaning.actor for meaning in meanings}
    writing.connection.execute(
        sa.update(mentions)
        .where(reach)
        .values(actor_id=mentions.c.found_actor_id, why=mentions.c.found_why)
    )
    for meaning in meanings:
        which = mentions.c.folded == fold(meaning.surface)
        if meaning.among:
            which = sa.and_(which, mentions.c.actor_id.in_(meaning.among))
        writing.connection.execute(
            sa.update(mentions).where(which).values(actor_id=meaning.actor, why=meaning.why)
        )
    counts.recount(writing, touched, concerned - {None})
    _rename(writing, folded, meanings)
    return touched


def of_article(reading: Reading, article: int) -> list[Mention]:
    """All mentions of an article, titles first, in reading order."""
    order = (mentions.c.field.desc(), mentions.c.start)
    return list_of(reading, mentions.c.article_id == article, order=order)


def reach(reading: Reading, actor: str = "", *, folded: Sequence[str] = ()) -> Reach:
    """How many mentions stand under an actor, have one of some surfaces, or both."""
    which = []
    if actor:
        which.append(root.c.uuid == actor)
    if folded:
        which.append(mentions.c.folded.in_(list(folded)))
    asked = sa.select(
        sa.func.count(mentions.c.id), sa.func.count(mentions.c.article_id.distinct())
    ).select_from(_with_actors())
    row = reading.connection.execute(asked.where(mentions.c.counted, *which)).one()
    return Reach(row[0], row[1])


def inside(
    reading: Reading, paragraphs: Mapping[int, Sequence[tuple[int, int]]], *, counted: bool
) -> Reach:
    """How many mentions, counted or not, stand in some paragraphs of each of some articles."""
    numbers, found, among = sorted(paragraphs), 0, set()
    for start in range(0, len(numbers), _ARTICLES):
        here = mentions.c.article_id.in_(numbers[start : start + _ARTICLES])
        which = (here, mentions.c.field == "text", mentions.c.decided != GAVE_WAY)
        places = (mentions.c.article_id, mentions.c.start, mentions.c.end)
        asked = sa.select(*places).select_from(_with_actors())
        counts_now = mentions.c.counted & sa.func.coalesce(root.c.counted, sa.true())
        so = counts_now if counted else sa.not_(counts_now)
        for article, first, last in reading.connection.execute(asked.where(*which, so)):
            if any(s < last and first < e for s, e in paragraphs[article]):
                found += 1
                among.add(article)
    return Reach(found, len(among))


def named_so(reading: Reading, folded: str) -> list[Mention]:
    """The counted mentions with a surface, by article."""
    which = sa.and_(mentions.c.folded == folded, mentions.c.counted)
    return list_of(reading, which, order=(mentions.c.article_id,))


def list_of(
    reading: Reading,
    which: sa.ColumnElement[bool],
    *,
    order: Sequence[Any] = (),
    limit: int | None = None,
) -> list[Mention]:
    """The mentions that fit a condition on `mentions` and `root`."""
    rows = reading.connection.execute(
        sa.select(
            mentions,
            actors.c.id.label("own_id"),
            root.c.id.label("root_id"),
            root.c.found_name,
            root.c.found_kind,
            root.c.uuid,
            root.c.name,
            root.c.kind,
            root.c.counted.label("actor_counted"),
        )
        .select_from(_with_actors())
        .where(which, mentions.c.decided != GAVE_WAY)
        .order_by(*(order or (mentions.c.article_id, mentions.c.field.desc(), mentions.c.start)))
        .limit(limit)
    )
    return [
        Mention(
            id=row.id,
            article=row.article_id,
            field=row.field,
            start=row.start,
            end=row.end,
            text=row.surface,
            label=row.label,
            actor_id=row.uuid,
            actor=row.name,
            kind=row.kind,
            origin=_ORIGINS[row.layer],
            counted=row.counted and bool(row.actor_counted),
            why=_why(row),
        )
        for row in rows
    ]


def _why(row: sa.Row[Any]) -> str:
    """Why a mention counts as it does: what was found, and what decisions made of its actor."""
    said = [row.why]
    if row.own_id != row.root_id:
        said.append(f"By decision it counts as “{row.name}”.")
    elif row.name != row.found_name:
        said.append(f"By decision the name is “{row.name}”.")
    if row.root_id is not None and row.kind != row.found_kind:
        said.append(f"By decision the kind is “{row.kind}”.")
    if row.actor_counted is False:
        said.append("By decision that is not an actor.")
    return " ".join(filter(None, said))


def _with_actors() -> sa.Join:
    return mentions.outerjoin(actors, actors.c.id == mentions.c.actor_id).outerjoin(
        root, root.c.id == actors.c.canonical_id
    )


def _versions(writing: Writing, which: Collection[int]) -> dict[int, int]:
    rows = writing.connection.execute(
        sa.select(articles.c.id, articles.c.version).where(articles.c.id.in_(list(which)))
    )
    return {row.id: row.version for row in rows}


def _of(which: Collection[int]) -> sa.ColumnElement[bool]:
    return mentions.c.article_id.in_(list(which))


def _rename(writing: Writing, folded: Sequence[str], meanings: Sequence[Meaning]) -> None:
    """Makes the aliases of these surfaces anew from what they mean now."""
    writing.connection.execute(sa.delete(aliases).where(aliases.c.folded.in_(list(folded))))
    # What an analyst saw in one place makes no name of its actor.
    surface_means = mentions.c.actor_id.is_not(None) & (mentions.c.layer != "analyst")
    first = (
        sa.select(sa.func.min(mentions.c.id))
        .where(mentions.c.folded.in_(list(folded)), surface_means)
        .group_by(mentions.c.actor_id, mentions.c.folded)
    )
    named = sa.select(mentions.c.actor_id, mentions.c.surface).where(mentions.c.id.in_(first))
    surfaces = [(row.actor_id, row.surface) for row in writing.connection.execute(named)]
    # A decision holds for articles to come, so its surface names the actor even without a mention.
    surfaces += [(m.actor, m.surface) for m in meanings if not m.among and m.actor is not None]
    actor_rows.learn_aliases(writing, surfaces)


def _named(reading: Reading, which: Collection[int]) -> set[tuple[int, str]]:
    """The actors that machines found in some articles, each with a surface, folded."""
    rows = reading.connection.execute(
        sa.select(mentions.c.actor_id, mentions.c.folded)
        .where(_of(which), mentions.c.actor_id.is_not(None), mentions.c.layer != "analyst")
        .distinct()
    )
    return {(row.actor_id, row.folded) for row in rows}


def _given(reading: Reading) -> set[tuple[int, str]]:
    """The aliases that decisions give, whether or not any text has them."""
    orders = [one.order for one in decisions.log(reading) if one.revoked_by is None]
    aliases = [order for order in orders if order.verb == "alias" and len(order.terms) == 1]
    rows = actor_rows.rows_of(reading, {order.subject for order in aliases})
    return {(rows[o.subject], fold(o.terms[0])) for o in aliases if o.subject in rows}


def _unlearn(writing: Writing, gone: set[tuple[int, str]], given: set[tuple[int, str]]) -> None:
    """Takes away aliases under which nobody is named any more, and that no decision gave."""
    standing = (
        sa.exists()
        .where(mentions.c.actor_id == aliases.c.actor_id, mentions.c.folded == aliases.c.folded)
        .where(mentions.c.layer != "analyst")
    )
    for number, folded in sorted(gone - given):
        writing.connection.execute(
            sa.delete(aliases).where(
                aliases.c.actor_id == number, aliases.c.folded == folded, sa.not_(standing)
            )
        )


def _row(article: int, found: Found, actor: int | None, surfaces: Surfaces) -> dict[str, Any]:
    folded = fold(found.surface)
    means, why = surfaces.meant(folded, actor, found.why)
    return {
        "article_id": article,
        "layer": _LAYERS[found.origin],
        "field": found.field,
        "start": found.start,
        "end": found.end,
        "surface": found.surface,
        "folded": folded,
        "label": found.label,
        "found_actor_id": actor,
        "found_why": found.why,
        "found_counted": found.counted,
        "actor_id": means,
        "why": why,
        "counted": found.counted,
    }
