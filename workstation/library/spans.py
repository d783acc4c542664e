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
        sa.select(spans.c.article_id, spans.c.packed).where(
            spans.c.article_id.in_(list(which)), spans.c.article_id.in_(known(model))
        )
    )
    return {row.article_id: _unpack(row.packed) for row in rows}


def known(model: str) -> sa.Select[tuple[int]]:
    """The question for the articles of whose present version this model has spoken."""
    return (
        sa.select(spans.c.article_id)
        .join(articles, articles.c.id == spans.c.article_id)
        .where(spans.c.model == model, spans.c.version == articles.c.version)
    )
