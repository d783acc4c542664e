"""Articles, mentions and frequencies as files for other programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from workstation.curating import carrying
from workstation.domain.article import Article
from workstation.domain.cells import guarded
from workstation.domain.event import Event
from workstation.domain.frequency import Frequency, Measure
from workstation.domain.network import Network
from workstation.domain.selection import Selection
from workstation.domain.signs import Signs
from workstation.errors import Unreadable
from workstation.library import corpus, signs
from workstation.library import notes as written_notes
from workstation.library.library import Reading
from workstation.limits import EXPORT_ROWS
from workstation.reporting import chart, rows
from workstation.reporting import network as networks
from workstation.reporting.pdf import picture
from workstation.reporting.rows import Row
from workstation.reporting.writing import write_whole
from workstation.resolving.known import Known


def write_articles(
    reading: Reading,
    selection: Selection,
    target: Path,
    *,
    text: bool = False,
    notes: bool = False,
) -> int:
    """Writes the selection's articles to a .csv or .jsonl file and returns how many.

    Their notes, which are not everybody's business, are written only where they are asked for.

    Raises:
        Unreadable: the name ends in something else.
        Unwritable: the target cannot be written; what stood there still stands.
    """
    more = [name for name, wanted in (("text", text), ("notes", notes)) if wanted]
    found = _articles(reading, selection, text=text, notes=notes)
    return _write(target, found, (*rows.ARTICLE, *more))


def write_mentions(
    reading: Reading, selection: Selection, target: Path, *, actor_ids: Sequence[str] = ()
) -> int:
    """Writes the mentions in the selection's articles to a .csv or .jsonl file.

    Only those of some actors, if they are named.

    Raises:
        Unreadable: the name ends in something else.
        Unwritable: the target cannot be written; what stood there still stands.
    """
    found = corpus.mentions(reading, selection, actor_ids=actor_ids)
    return _write(target, map(rows.mention, found), rows.MENTION)


def write_frequency(
    frequency: Frequency,
    target: Path,
    *,
    measure: Measure = "share",
    caption: str = "",
    events: Sequence[Event] = (),
) -> None:
    """Writes a frequency to a .csv or .jsonl file, or draws it to an .svg or .png file.

    `measure` and `caption` are for the drawing: what its axis shows, and what is written under it.
    The `events` of its days are told in both.

    Raises:
        Unreadable: the name ends in something else.
        Unwritable: the target cannot be written; what stood there still stands.
        ProcessesFailed: the picture could not be drawn.
    """
    form = _form(target, (".csv", ".jsonl", ".svg", ".png"))
    if form in _TABLES:
        _write(target, rows.frequency(frequency, events), rows.FREQUENCY)
        return
    drawn = chart.svg(frequency, measure=measure, caption=caption, events=events)
    write_whole(target, [drawn.encode() if form == ".svg" else picture(drawn)])


def write_network(network: Network, target: Path, *, caption: str = "") -> None:
    """Writes a network to a .gexf or .graphml file; `caption` says what was selected.

    Raises:
        Unreadable: the name ends in something else.
        Unwritable: the target cannot be written; what stood there still stands.
    """
    form = _form(target, tuple(networks.WRITERS))
    write_whole(target, [networks.WRITERS[form](network, caption)])


def write_decisions(reading: Reading, target: Path, *, library: str, by: str) -> int:
    """Writes the log of decisions to a .jsonl file for another library; returns how many.

    Raises:
        Unreadable: the name ends in something else.
        Unwritable: the target cannot be written; what stood there still stands.
    """
    _form(target, (".jsonl",))
    lines = list(carrying.lines(reading, library=library, by=by))
    write_whole(target, lines)
    return len(lines) - 1


def write_register(actors: Iterable[Known], target: Path) -> int:
    """Writes the actors of a register to a .csv file that can be added again; returns how many.

    Raises:
        Unreadable: the name ends in something else.
        Unwritable: the target cannot be written; what stood there still stands.
    """
    _form(target, (".csv",))
    listed = list(actors)
    _write(target, (row for known in listed for row in rows.known(known)), rows.KNOWN)
    return len(listed)


def _articles(reading: Reading, selection: Selection, *, text: bool, notes: bool) -> Iterator[Row]:
    offset = 0
    while True:
        page = corpus.articles(reading, selection, order="oldest", offset=offset, limit=EXPORT_ROWS)
        numbers = [article.id for article in page]
        written = written_notes.listed(reading, numbers) if notes else []
        for article, row in zip(page, rows_of(reading, page), strict=True):
            if text:
                row["text"] = corpus.body(reading, article.id).text
            if notes:
                row["notes"] = [note.words for note in written if note.article == article.id]
            yield row
        if len(page) < EXPORT_ROWS:
            return
        offset += EXPORT_ROWS


def rows_of(reading: Reading, articles: Sequence[Article]) -> list[Row]:
    """Articles with what is set on them, a row each."""
    set_on = signs.of(reading, [article.id for article in articles])
    return [rows.article(article, set_on.get(article.id, Signs())) for article in articles]


def _form(target: Path, known: Sequence[str]) -> str:
    form = target.suffix.casefold()
    if form not in known:
        names = " or ".join(filter(None, (", ".join(known[:-1]), known[-1])))
        raise Unreadable(
            f"“{target.name}” does not say what to write.", f"Choose a name that ends in {names}."
        )
    return form


def _write(target: Path, found: Iterable[Row], columns: Sequence[str]) -> int:
    lines = _TABLES[_form(target, tuple(_TABLES))]
    written = 0

    def counted() -> Iterator[Row]:
        nonlocal written
        for row in found:
            written += 1
            yield row

    write_whole(target, lines(counted(), columns))
    return written


def _csv(found: Iterator[Row], columns: Sequence[str]) -> Iterator[bytes]:
    # Excel takes a CSV file without this mark for one in the code page of its country.
    yield b"\xef\xbb\xbf"
    line = io.StringIO()
    writer = csv.DictWriter(line, columns)
    writer.writeheader()
    for row in found:
        writer.writerow({name: _cell(value) for name, value in row.items()})
        yield line.getvalue().encode()
        line.seek(0)
        line.truncate()
    yield line.getvalue().encode()


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        value = "; ".join(map(str, value))
    return guarded(value) if isinstance(value, str) else value


def _jsonl(found: Iterator[Row], _columns: Sequence[str]) -> Iterator[bytes]:
    for row in found:
        yield json.dumps(row, ensure_ascii=False).encode() + b"\n"


_TABLES: dict[str, Callable[[Iterator[Row], Sequence[str]], Iterator[bytes]]] = {
    ".csv": _csv,
    ".jsonl": _jsonl,
}
