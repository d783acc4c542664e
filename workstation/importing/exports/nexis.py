"""Exports of Nexis Uni and Lexis: a line of words for each paragraph, "End of Document" at last."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from workstation.domain.article import Draft
from workstation.domain.names import fold
from workstation.errors import Refused
from workstation.importing.dates import is_only_a_date, read_date
from workstation.importing.document import Line
from workstation.importing.exports import nexis_words as words
from workstation.importing.exports.telling import Read
from workstation.importing.facts import Facts, make_draft

SOURCE = "export"
"""Where the day of an article in an export was read."""

_HEADER_LINES = 30
"""Lines above the text: more are text of an article that does not mark it."""
_DATE_WITHIN = 6
_CAPTION_LINES = 6
_URN = re.compile(r"urn:contentItem:([A-Z0-9-]{8,60})")
_WEEKDAY_BETWEEN = re.compile(r"(\d{4})\s+[^\W\d_]+\.?,?\s+(?=\d)")
_LISTED = re.compile(r"1\.\s+(?P<title>\S.*)")
_COVER = re.compile(
    r"(?:client/matter|mandant|search terms?|suchbegriffe?|termes de recherche|search type|"
    r"narrowed by|eingegrenzt|job number|auftragsnummer|user name|date and time|content type)\b.*",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Header:
    """What stands above the text, and where the text begins."""

    facts: Facts
    body: int
    hints: list[tuple[str, str]] = field(default_factory=list)


def clocked(day: str) -> str:
    """A day and its clock without the weekday that stands between them."""
    return _WEEKDAY_BETWEEN.sub(r"\1 ", day)


def announced(lines: Sequence[Line]) -> int:
    """How many documents the cover announces, or 0."""
    ends = (n for n, line in enumerate(lines) if words.is_end(line.words))
    cover = lines[: next(ends, 0)]
    return next(filter(None, (words.announced(line.words) for line in cover)), 0)


def articles(lines: Sequence[Line]) -> Iterator[Read]:
    """The articles of an export in their order."""
    for number, (piece, whole) in enumerate(_pieces(lines)):
        kept = _without_cover(piece) if number == 0 else piece
        yield partial(_article, kept, whole=whole)


def _pieces(lines: Sequence[Line]) -> Iterator[tuple[list[Line], bool]]:
    """The lines of each article, and whether its end was there."""
    piece: list[Line] = []
    for line in lines:
        if words.is_end(line.words):
            if piece:
                yield piece, True
            piece = []
        elif line.words.strip():
            piece.append(Line(words.plain(line.words), line.style, line.link))
    if any(words.is_body(line.words) for line in piece):
        yield piece, False


def _without_cover(piece: list[Line]) -> list[Line]:
    body = next((n for n, line in enumerate(piece) if words.is_body(line.words)), len(piece))
    last = max((n for n in range(body) if _COVER.match(piece[n].words)), default=-1)
    if last < 0 and not any(words.announced(line.words) for line in piece[:body]):
        return piece
    listed = (_LISTED.fullmatch(line.words) for line in piece[:body])
    first = next((fold(match["title"]) for match in listed if match), "")
    same = [n for n in range(last + 1, body) if first and _begins(first, fold(piece[n].words))]
    if same:
        return piece[same[0] :]
    dated = [n for n in range(last + 1, body) if is_only_a_date(piece[n].words)]
    return piece[max(0, dated[0] - 2) :] if dated else piece[last + 1 :]


def _begins(listed: str, line: str) -> bool:
    """Whether the cover lists the line; it cuts long ones."""
    return bool(line) and (listed == line or line.startswith(listed.rstrip(" .…") + " "))


def _article(piece: list[Line], *, whole: bool) -> Draft:
    lines = [line.words for line in piece]
    header = _header(lines)
    text, hints = _text(lines[header.body :])
    if not text:
        raise Refused("It holds no text.", code="empty")
    notes = () if whole else ("The file ends before this article does.",)
    urn = next((found[1] for line in piece if (found := _URN.search(line.link))), "")
    facts = Facts(
        provider_id=f"nexis:{urn}" if urn else "", hints=(*header.hints, *hints), notes=notes
    )
    declared = next((words.language(value) for kind, value in hints if kind == "language"), "")
    known = header.facts.or_else(facts).or_else(Facts(language=declared))
    return make_draft("\n\n".join(text), known, "")


def _header(lines: list[str]) -> _Header:
    """Headline, outlet and day stand in this order and without labels."""
    if len(lines) > 1 and is_only_a_date(lines[1]) and not _dated(lines[2:3]):
        lines = ["", *lines]
        return _with_body(_header(lines), -1)
    dated = next(
        (n for n in range(2, min(len(lines), _DATE_WITHIN)) if _dated(lines[n : n + 1])), 1
    )
    published = read_date(clocked(lines[dated]), SOURCE) if dated > 1 else None
    outlet = lines[1] if len(lines) > 1 else ""
    body = _body(lines, dated + 1)
    header = _Header(Facts(), body)
    corrected = any(words.is_correction(line) for line in lines[2:body])
    author = ""
    for line in lines[2:body]:
        kind, value = words.labelled(line)
        if kind == "byline":
            author = author or value
        elif kind and value:
            header.hints.append((kind, value))
    header.facts = Facts(
        title=words.headline(lines[0]), outlet=outlet, author=author, published=published
    )
    if corrected:
        header.hints.append(("correction", "appended"))
    return header


def _with_body(header: _Header, moved: int) -> _Header:
    header.body += moved
    return header


def _dated(lines: Sequence[str]) -> bool:
    return bool(lines) and len(lines[0]) < 80 and is_only_a_date(lines[0])  # noqa: PLR2004


def _body(lines: list[str], start: int) -> int:
    """Where the text begins: behind its marker, else behind the last label of the header."""
    header = range(start, min(len(lines), start + _HEADER_LINES))
    marked = next((n for n in header if words.is_body(lines[n])), None)
    if marked is not None:
        return marked + 1
    end = start
    for n in header:
        kind = words.labelled(lines[n])[0]
        if kind in words.INDEX or words.is_classification(lines[n]):
            break
        if kind or words.is_copyright(lines[n]):
            end = n + 1
    return end


def _text(lines: list[str]) -> tuple[list[str], list[tuple[str, str]]]:
    """The paragraphs of the text, and what the index behind it says."""
    end = _index(lines)
    text, hints = lines[:end], list(_terms(lines[end:]))
    captions = next(
        (n for n in range(len(text) - 1, 0, -1) if words.is_captions(text[n])), len(text)
    )
    if len(text) - captions <= _CAPTION_LINES + 1:
        hints += [("caption", line) for line in text[captions + 1 :]]
        text = text[:captions]
    return _without_abstract(text, hints), hints


def _index(lines: list[str]) -> int:
    """Where the index begins: at its marker, if only labels follow, else at the last labels."""
    for n in range(len(lines) - 1, -1, -1):
        if words.is_classification(lines[n]) and _is_index(lines[n + 1 :]):
            return n
    end = len(lines)
    while end and words.labelled(lines[end - 1])[0] in words.INDEX:
        end -= 1
    return end


def _is_index(lines: list[str]) -> bool:
    return bool(lines) and words.labelled(lines[0])[0] in words.INDEX | {"other"}


def _terms(lines: list[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        kind, value = words.labelled(line)
        if kind in words.TERMS:
            yield from ((kind, term.strip()) for term in value.split(";"))
        elif kind:
            yield kind, value


def _without_abstract(text: list[str], hints: list[tuple[str, str]]) -> list[str]:
    if not text or text[0] not in words.ABSTRACT:
        return text
    full = next((n for n, line in enumerate(text) if line in words.FULL_TEXT), 0)
    hints += [("abstract", line) for line in text[1:full]]
    return text[full + 1 :]
