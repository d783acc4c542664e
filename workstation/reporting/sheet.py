"""A report as the template reads it: every number and day in words, every letter printable."""

from __future__ import annotations

import re
from dataclasses import asdict
from datetime import UTC, datetime, time
from typing import Any
from urllib.parse import quote, urlsplit

import msgspec

from workstation.domain.frequency import unit_of
from workstation.reporting import chart, letters, words
from workstation.reporting.palette import paper
from workstation.reporting.paragraphs import Run, direction
from workstation.reporting.report import ActorRow, Piece, Report

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_LINKS = frozenset({"http", "https"})
_URL_SAFE = ":/?#[]@!$&'()*+,;=%~-._"


def sheet(report: Report) -> bytes:
    """The report for the template, as JSON.

    It says in the method which scripts could not be printed, and holds no other letters.
    """
    known = letters.Letters()
    laid_out = _printable(_laid_out(report), known)
    if known.missing:
        laid_out["method"].append(_apology(known.missing))
    return msgspec.json.encode(laid_out)


def timestamp(report: Report) -> int:
    """The one time that the file carries: the start of the day of issue, in Unix seconds."""
    return int(datetime.combine(report.cover.issued, time(), UTC).timestamp())


def _laid_out(report: Report) -> dict[str, Any]:
    palette = paper()
    cover, figures = report.cover, report.figures
    return {
        "surface": dict(palette.surface),
        "marks": {kind: asdict(mark) for kind, mark in palette.marks.items()},
        "cover": {
            "title": cover.title,
            "period": cover.period,
            "issued": words.day(cover.issued),
            "library": cover.library,
            "language": _language(cover.language),
            "direction": cover.direction,
            "summary": [
                {"text": text, "direction": direction(text, cover.language)}
                for text in cover.summary
            ],
            "filters": list(cover.filters),
        },
        "figures": [
            {"number": words.number(value), "label": label if value == 1 else many}
            for value, label, many in (
                (figures.articles, "article", "articles"),
                (figures.stories, "story", "stories"),
                (figures.outlets, "outlet", "outlets"),
                (figures.actors, "actor named", "actors named"),
                (figures.mentions, "mention", "mentions"),
                (figures.undated, "undated article", "undated articles"),
            )
        ],
        "chart_words": chart.describe(report.frequency),
        "actors": [_actor(row, report.actors[0].mentions) for row in report.actors],
        "more_actors": report.more_actors,
        "outlets": _outlets(report),
        "shown": report.shown,
        "articles": [_piece(piece) for piece in report.articles],
        "kinds": [{"kind": kind, "name": kind.replace("-", " ")} for kind in report.kinds],
        "method": [asdict(note) for note in report.method],
        "sources": [
            {
                "file": source.file,
                "sha256": source.sha256,
                "articles": ", ".join(map(words.number, source.articles)),
            }
            for source in report.sources
        ],
        "fingerprint": report.fingerprint,
    }


def _actor(row: ActorRow, most: int) -> dict[str, Any]:
    return {
        "number": row.number,
        "name": row.name,
        "kind": row.kind,
        "kind_name": row.kind.replace("-", " "),
        "mentions": words.number(row.mentions),
        "weight": 1000 * row.mentions // max(1, most),
        "articles": words.number(row.articles),
        "stories": words.number(row.stories),
        "outlets": words.number(row.outlets),
        "first": words.short_day(row.first) if row.first else "–",
        "last": words.short_day(row.last) if row.last else "–",
        "article": row.article,
    }


def _outlets(report: Report) -> dict[str, Any]:
    unit = unit_of("outlet", report.unit)
    most = max((outlet.count for outlet in report.outlets), default=1)
    every = report.figures.stories if unit == "stories" else report.figures.articles
    return {
        "unit": unit.capitalize(),
        "rows": [
            {
                "name": outlet.value or "unknown outlet",
                "count": words.number(outlet.count),
                "share": f"{round(100 * outlet.count / max(1, every))} %",
                "weight": 1000 * outlet.count // most,
            }
            for outlet in report.outlets
        ],
    }


def _piece(piece: Piece) -> dict[str, Any]:
    url = _link(piece.url)
    facts = [piece.outlet, piece.when, f"by {piece.author}" if piece.author else ""]
    facts += [words.count(piece.words, "word"), words.count(piece.mentions, "mention")]
    if piece.language:
        facts.append(words.language(piece.language))
    return {
        "number": piece.number,
        "title": [_run(run) for run in piece.title],
        "plain_title": "".join(run.text for run in piece.title),
        "direction": piece.direction,
        "language": _language(piece.language),
        "facts": [fact for fact in (*facts, *piece.remarks) if fact],
        "marks": list(piece.marks),
        "notes": [
            {
                "number": note.number,
                "words": list(note.words),
                "direction": note.direction,
                "about": note.about,
                "by": f"{note.who}, {note.when}",
            }
            for note in piece.notes
        ],
        "day": words.short_day(piece.day) if piece.day else "undated",
        "outlet": piece.outlet,
        "mentions": words.number(piece.mentions),
        "url": url,
        "host": urlsplit(url).hostname if url else None,
        "paragraphs": [
            {"direction": paragraph.direction, "runs": [_run(run) for run in paragraph.runs]}
            for paragraph in piece.paragraphs
        ],
    }


def _run(run: Run) -> dict[str, Any]:
    plain: dict[str, Any] = {"t": run.text}
    if run.notes:
        plain["n"] = ", ".join(map(str, run.notes))
    if run.kind:
        return {**plain, "k": run.kind}
    return {**plain, "b": True} if run.boilerplate else dict(plain)


def _language(code: str) -> str:
    short = code.split("-", maxsplit=1)[0].casefold()
    return short if _LANGUAGE.fullmatch(short) else "und"


def _link(url: str) -> str | None:
    """The address as a PDF may hold it, or None if it is none that a reader may follow."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    return quote(url, safe=_URL_SAFE) if parts.scheme in _LINKS and host else None


def _printable(value: Any, known: letters.Letters) -> Any:
    if isinstance(value, str):
        return value.translate(known)
    if isinstance(value, list):
        return [_printable(one, known) for one in value]
    if isinstance(value, dict):
        return {key: _printable(one, known) for key, one in value.items()}
    return value


def _apology(missing: set[str]) -> dict[str, str]:
    count = words.count(len(missing), "different letter")
    return {
        "heading": "Letters",
        "text": f"The report’s fonts lack {count} of the texts"
        f" ({', '.join(letters.scripts(missing))}). In their place stands {letters.MISSING};"
        " the library holds them as they were published.",
    }
