"""Indexed exports of Factiva: a code of two or three capitals before each field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from workstation.domain.article import Draft
from workstation.errors import Refused
from workstation.importing.dates import read_date
from workstation.importing.exports.nexis import SOURCE
from workstation.importing.exports.telling import Read
from workstation.importing.facts import Facts, make_draft

# Text follows only LP and TD; what looks like a code in it is out of this order or its place.
_ORDER = (
    "CLM", "SE", "HD", "CR", "BY", "WC", "PD", "ET", "SN", "SC", "ED", "VOL", "PG", "LA", "CY",
    "LP", "TD", "CX", "ART", "CT", "RF", "CO", "IN", "NS", "RE", "IPC", "IPD", "PUB", "AN",
)  # fmt: skip
_PLACE = {code: n for n, code in enumerate(_ORDER)}
_TEXT = ("LP", "TD")
_LINE = re.compile(
    rf"(?P<before>[ \t|]*)(?P<code>{'|'.join(_ORDER)})(?P<gap>[ \t\xa0|]+|$)(?P<rest>.*)"
)
_DOCUMENT = re.compile(
    r"\s*(?:Document|Dokument|Documento|Документ|文件|文档|ドキュメント|文書)\s+"
    r"(?P<id>[A-Z0-9]{4,40}[a-z0-9]{5,20})\s*"
)
_INDEX = {"CO": "company", "IN": "industry", "NS": "subject", "RE": "place", "IPD": "subject"}
_BESIDE = {
    "CX": "correction", "ART": "caption", "SE": "section", "CLM": "column", "ED": "edition",
    "PG": "page", "SC": "source code",
}  # fmt: skip
_NAMED = ":|"
_GAP = 2
_LANGUAGES = {
    "english": "en", "englisch": "en", "anglais": "en", "inglés": "en", "английский": "en",
    "german": "de", "deutsch": "de", "allemand": "de", "french": "fr", "français": "fr",
    "französisch": "fr", "russian": "ru", "русский": "ru", "russisch": "ru", "russe": "ru",
    "spanish": "es", "español": "es", "spanisch": "es", "espagnol": "es", "chinese": "zh",
    "arabic": "ar", "japanese": "ja", "日本語": "ja", "中文": "zh", "英文": "en", "英語": "en",
}  # fmt: skip


@dataclass(slots=True)
class _Field:
    code: str
    lines: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        return " ".join(" ".join(self.lines).split())


def language(words: str) -> str:
    """The code of a language as the pages of Factiva name it, or ""."""
    return _LANGUAGES.get(words.strip().casefold().split(" - ")[0], "")


def document_id(line: str) -> str:
    """The identifier in the line that ends an article; "" for any other line."""
    match = _DOCUMENT.fullmatch(line)
    return match["id"] if match else ""


def is_indexed(lines: Sequence[str]) -> bool:
    """Whether lines are those of an indexed export: headline, day and text by their codes."""
    found = {match["code"] for line in lines if (match := _LINE.fullmatch(line.rstrip()))}
    return {"HD", "PD"} <= found and bool(found & {"LP", "TD"})


def articles(lines: Sequence[str]) -> Iterator[Read]:
    """The articles of an indexed export in their order."""
    for piece in _pieces(lines):
        yield partial(_article, piece)


def _pieces(lines: Sequence[str]) -> Iterator[list[str]]:
    """The lines of each article: up to its identifier, or to the next headline after it."""
    piece: list[str] = []
    closed = False
    for line in lines:
        match = _LINE.fullmatch(line.rstrip())
        code = match["code"] if match else ""
        if document_id(line) or (closed and code in {"SE", "HD", "CLM"}):
            yield from _full(piece)
            piece, closed = [], False
        if not document_id(line):
            piece.append(line)
            value = match["rest"].strip() if match else ""
            closed |= code == "AN" and (not value or bool(_identifier(value)))
    yield from _full(piece)


def _full(piece: list[str]) -> Iterator[list[str]]:
    if any((match := _LINE.fullmatch(line.rstrip())) and match["code"] == "HD" for line in piece):
        yield piece


def _identifier(words: str) -> str:
    found = re.search(r"\b[A-Z0-9]{4,40}[a-z0-9]{5,20}\b", words)
    return found[0] if found else ""


def _article(piece: list[str]) -> Draft:
    fields = {one.code: one for one in _fields(piece)}
    text = [p for code in _TEXT if code in fields for p in _paragraphs(fields[code].lines)]
    if not text:
        raise Refused("It holds no text.", code="empty")

    def said(code: str) -> str:
        return fields[code].words if code in fields else ""

    identifier = _identifier(said("AN"))
    facts = Facts(
        title=said("HD"),
        outlet=said("SN"),
        author=byline(said("BY")),
        language=language(said("LA")),
        published=read_date(said("PD"), SOURCE),
        provider_id=f"factiva:{identifier}" if identifier else "",
        hints=tuple(_hints(fields)),
    )
    return make_draft("\n\n".join(text), facts, "")


def byline(words: str) -> str:
    """The author without the word before the name."""
    return re.sub(r"^(?:by|von|par|por)(?:\s+|$)", "", words.strip(), flags=re.IGNORECASE)


def _hints(fields: dict[str, _Field]) -> Iterator[tuple[str, str]]:
    for code, kind in _INDEX.items():
        if code in fields:
            terms = fields[code].words.split("|")
            yield from ((kind, term.strip().replace(" : ", ": ")) for term in terms)
    for code, kind in _BESIDE.items():
        if code in fields:
            yield kind, fields[code].words


def _paragraphs(lines: Sequence[str]) -> Iterator[str]:
    """A blank line ends a paragraph, or every line does where none is blank."""
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    blank = any(not line.strip() for line in lines)
    block: list[str] = []
    for line in lines:
        if line.strip() and (blank or not block):
            block.append(line.strip())
        else:
            yield from (" ".join(block),) if block else ()
            block = [line.strip()] if line.strip() else []
    if block:
        yield " ".join(block)


def _fields(piece: list[str]) -> list[_Field]:
    """The fields in their order: those above the text from its head, the others from its end."""
    codes = [_LINE.fullmatch(line.rstrip()) for line in piece]
    style = next(match for match in codes if match and match["code"] == "HD")
    fitting = [match if match and _alike(match, style) else None for match in codes]
    starts = _head(fitting)
    starts += _tail(fitting, starts[-1] if starts else 0)
    fields = []
    for n, start in enumerate(starts):
        end = starts[n + 1] if n + 1 < len(starts) else len(piece)
        match = codes[start]
        if match:
            rest = match["rest"].strip(" \t|")
            below = [line.strip(" \t\xa0|") for line in piece[start + 1 : end]]
            fields.append(_Field(match["code"], [rest, *below] if rest else below))
    return fields


def _alike(match: re.Match[str], style: re.Match[str]) -> bool:
    """Whether a code stands as the headline's does: at its place, with its gap behind it."""
    if match["before"] != style["before"]:
        return False
    wide, asked = _wide(match["gap"]), _wide(style["gap"])
    return wide == asked or not match["rest"]


def _wide(gap: str) -> bool:
    return len(gap) >= _GAP or "\t" in gap or "|" in gap or not gap


def _head(codes: list[re.Match[str] | None]) -> list[int]:
    """Where the fields above the text and the text begin."""
    starts: list[int] = []
    last = -1
    for n, match in enumerate(codes):
        place = _PLACE[match["code"]] if match else -1
        if match and last < place <= _PLACE["TD"]:
            starts.append(n)
            last = place
    return starts


def _tail(codes: list[re.Match[str] | None], after: int) -> list[int]:
    """Where the fields behind the text begin, found from the end."""
    starts: list[int] = []
    last = len(_ORDER)
    for n in range(len(codes) - 1, after, -1):
        match = codes[n]
        if match and _PLACE["TD"] < _PLACE[match["code"]] < last and _sound(match):
            starts.append(n)
            last = _PLACE[match["code"]]
    return starts[::-1]


def _sound(match: re.Match[str]) -> bool:
    """Whether what stands behind a code of the index is of its kind."""
    listed = match["code"] in {"CO", "IN", "NS", "RE"} and match["rest"]
    return not listed or any(sign in match["rest"] for sign in _NAMED)
