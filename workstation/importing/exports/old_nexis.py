"""Exports of the Nexis of old: "1 of 74 DOCUMENTS", labels in capitals, hard-wrapped lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from workstation.domain.article import Draft
from workstation.errors import Refused
from workstation.importing.dates import is_only_a_date, read_date
from workstation.importing.document import Line
from workstation.importing.exports import nexis_words as words
from workstation.importing.exports.nexis import SOURCE, clocked
from workstation.importing.exports.telling import Read
from workstation.importing.facts import Facts, make_draft
from workstation.importing.paragraphs import ENDING, blocks_of

_WIDEST_WRAP = 110
_CAPTION_BLOCKS = 4
Block = list[str]


def announced(lines: Sequence[Line]) -> int:
    """How many documents the file says it holds; 0 where it is a later part of an export."""
    numbers = [found for line in lines if (found := words.numbered(line.words))[0]]
    return numbers[0][1] if numbers and numbers[0][0] == 1 else 0


def articles(lines: Sequence[Line]) -> Iterator[Read]:
    """The articles of an export in their order."""
    for piece in _pieces(lines):
        yield partial(_article, piece)


def _pieces(lines: Sequence[Line]) -> Iterator[list[str]]:
    piece: list[str] | None = None
    last, total = 0, 0
    for line in lines:
        number, of = words.numbered(line.words)
        if number > last and of == (total or of):
            if piece is not None:
                yield piece
            piece, last, total = [], number, of
        elif piece is not None:
            piece.append(line.words)
    if piece is not None:
        yield piece


def _joined(block: Block) -> str:
    return words.plain(" ".join(block))


def _label(block: Block) -> tuple[str, str]:
    return words.labelled(_joined(block), shouted=True)


def _article(piece: list[str]) -> Draft:
    blocks = list(blocks_of(piece))
    # Pages have a line for each block, texts a blank line between blocks.
    if len(blocks) == 1:
        blocks = [[line] for line in blocks[0]]
    end = _index(blocks)
    first = next((n for n, block in enumerate(blocks[:end]) if _label(block)[0]), end)
    top = [block for block in blocks[:first] if not words.is_copyright(block[0])]
    facts = _unlabelled(top)
    labels, body = _labels(blocks, first, end)
    if not facts.title and labels and _label(blocks[first])[0] in _twice(labels):
        # A headline that begins like a label: the label proper follows.
        facts = facts.or_else(Facts(title=_joined(blocks[first])))
        labels = labels[1:]
    text = [paragraph for block in blocks[body:end] for paragraph in _paragraphs(block)]
    if not text:
        raise Refused("It holds no text; perhaps only a picture.", code="empty")
    tail = list(_terms(blocks[end:]))
    named = dict(reversed(labels))
    known = facts.or_else(
        Facts(
            title=words.headline(named.get("headline", "")),
            author=named.get("byline", ""),
            language=next((words.language(v) for kind, v in tail if kind == "language"), ""),
            hints=tuple(
                (kind, value) for kind, value in labels if kind not in {"headline", "byline"}
            )
            + tuple(tail),
        )
    )
    return make_draft("\n\n".join(text), known, "")


def _twice(labels: list[tuple[str, str]]) -> set[str]:
    kinds = [kind for kind, _value in labels]
    return {kind for kind in kinds if kinds.count(kind) > 1}


def _unlabelled(blocks: list[Block]) -> Facts:
    """Outlet, day and headline by their order; an edition may stand behind the day."""
    # The outlet and the day are short lines, one to a block or one below the other.
    dated = next(
        ((n, m) for n, block in enumerate(blocks) for m, line in enumerate(block) if _dated(line)),
        None,
    )
    if dated is None:
        return Facts(
            outlet=_joined(blocks[0]) if blocks else "",
            title=words.headline(_joined(blocks[-1])) if len(blocks) > 1 else "",
        )
    n, m = dated
    before = [line for block in blocks[:n] for line in block] + blocks[n][:m]
    return Facts(
        outlet=words.plain(before[0]) if before else "",
        title=words.headline(_joined(blocks[-1])) if len(blocks) > n + 1 else "",
        published=read_date(clocked(blocks[n][m]), SOURCE),
    )


def _dated(line: str) -> bool:
    return is_only_a_date(line)


def _labels(blocks: list[Block], start: int, end: int) -> tuple[list[tuple[str, str]], int]:
    """The labelled blocks above the text, and where the text begins."""
    labels: list[tuple[str, str]] = []
    at = start
    while at < end:
        kind, value = _label(blocks[at])
        if kind == "body":
            rest = [words.labelled(blocks[at][0], shouted=True)[1], *blocks[at][1:]]
            blocks[at] = [line for line in rest if line.strip()]
            return labels, at
        if not kind and not words.is_copyright(blocks[at][0]):
            break
        if kind:
            labels.append((kind, value))
        at += 1
    return labels, at


def _index(blocks: list[Block]) -> int:
    """Where the index behind the text begins; captions may have several blocks."""
    end = len(blocks)
    while end:
        near = range(end - 1, max(-1, end - 1 - _CAPTION_BLOCKS), -1)
        step = next((n for n in near if _is_index(blocks[n])), None)
        if step is None or (step < end - 1 and _label(blocks[step])[0] != "caption"):
            return end
        end = step
    return end


def _is_index(block: Block) -> bool:
    kind, _value = _label(block)
    tail = kind in words.INDEX or kind in {"caption", "correction", "other"}
    return tail or words.is_copyright(block[0])


def _paragraphs(block: Block) -> Iterator[str]:
    """A block is one paragraph, unless its lines are not hard-wrapped or begin indented."""
    if max(map(len, block), default=0) > _WIDEST_WRAP:
        yield from (line.strip() for line in block)
        return
    paragraph: list[str] = []
    for line in block:
        if line[:1].isspace() and paragraph and ENDING.search(paragraph[-1]):
            yield _joined(paragraph)
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield _joined(paragraph)


def _terms(blocks: list[Block]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        kind, value = _label(block)
        if kind in words.TERMS:
            yield from ((kind, term.strip()) for term in value.split(";"))
        elif kind:
            yield kind, value
