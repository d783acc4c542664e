"""What a model said of each article, kept so that it need not be asked again."""

from collections.abc import Collection, Mapping, Sequence

import msgspec
import sqlalchemy as sa

from workstation.domain.mention import Span
from workstation.library.library import Reading, Writing
from workstation.library.schema import articles, spans

_pack = msgspec.msgpack.encode
_unpack = msgspec.msgpack.Decoder(tuple[Span, ...]).decode


def keep(writing: Writing, model: str, found: Mapping[tuple[int, int], Sequence[Span]]) -> None:
    """Keeps spans by article and version, in the place of those before."""
    if not found:
        return
    forget(writing, [article for article, _ in found])
    writing.connection.execute(
        sa.insert(spans),
        [
            {"article_id": article, "version": version, "model": model, "packed": _pack(kept)}
            for (article, version), kept in found.items()
        ],
    )


def forget(writing: Writing, which: Collection[int] | sa.Select[tuple[int]]) -> None:
    """Forgets the spans of some articles, or of those that a question answers with."""
    writing.connection.execute(sa.delete(spans).where(spans.c.article_id.in_(which)))


def of(reading: Reading, which: Collection[int], model: str) -> dict[int, tuple[Span, ...]]:
    """The spans that this model found in the present versions of some articles."""
    rows = reading.connection.execute(
        sa.select(spans.c.article_id, spans.c.packed)
        .join(articles, articles.c.id == spans.c.article_id)
        .where(spans.c.article_id.in_(list(which)), _present(model))
    )
    return {row.article_id: _unpack(row.packed) for row in rows}


def known(model: str) -> sa.ColumnElement[bool]:
    """The condition on `articles` that this model has spoken of their present version."""
    return sa.exists().where(spans.c.article_id == articles.c.id, _present(model))


def _present(model: str) -> sa.ColumnElement[bool]:
    return sa.and_(spans.c.model == model, spans.c.version == articles.c.version)
