"""Rows of tables become drafts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import chain, islice

from workstation import limits
from workstation.domain.article import Draft, Published
from workstation.domain.clean import clean_line
from workstation.domain.dating import UNSURE_ORDER
from workstation.errors import Refused
from workstation.importing.columns import Cell, Mapping, chosen, guess, known_labels
from workstation.importing.dates import FIRST_YEAR, LAST_YEAR, read_date
from workstation.importing.facts import WITHOUT_TEXT, Facts, make_draft
from workstation.importing.page import words_of_markup
from workstation.importing.paragraphs import to_paragraphs

Given = Sequence[tuple[str, str]]
"""The columns that the user named: fields, and names of columns."""

SAMPLE_ROWS = 200
"""Rows that the columns are told by: more tell no more."""

MOST_COLUMNS = 1_000
"""Columns that are looked at: exports have a hundred."""

_HEADER_WITHIN = 20
_FEWEST_LABELS = 2
_ONLY_TITLE = "Only the title and the address stand in the table."
_ONLY_SUMMARY = "Only a summary stands in the table."
_NO_ORDER = "The table writes days so that day and month cannot be told apart; they were not read."
# What exports put before a cell that a spreadsheet would take for a formula.
_ESCAPED = re.compile(r"'(?=[=+\-@\t\r])")
_SECONDS, _MILLISECONDS = re.compile(r"\d{10}(?:\.\d+)?"), re.compile(r"\d{13}")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{6}Z?)?")
_YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d)[/.](\d\d?)[/.](\d\d?)(?!\d)")
_NUMBERS = re.compile(r"(?<!\d)(\d\d?)[/.-](\d\d?)[/.-](\d{4})(?!\d)")
# Shorter ones number the rows of one table, and would name other articles in the next.
_FEWEST_OF_IDENTIFIER = 8


def drafts_of_table(
    rows: Iterable[Sequence[Cell]], given: Given, notes: tuple[str, ...] = ()
) -> Iterator[Draft | None]:
    """The articles of a table, whose header stands among its first rows.

    Raises:
        Refused: no column holds titles or texts, or one that the user named is missing; after the
            last article, if rows have neither title nor text.
    """
    coming = iter(rows)
    first = list(islice(coming, SAMPLE_ROWS))
    header = _header(first, given)
    columns = [_words(cell) for cell in first[header]] if first else []
    sample = first[header + 1 :]
    mapping = chosen(given, columns, sample) if given else guess(columns, sample)
    if not mapping.has_words:
        raise Refused(
            "No column of the table is known to hold titles or texts.",
            "Say which does, such as --map title=Headline,text=Body. Its columns are: "
            f"{_list_of(columns)}.",
            code="no-column",
        )
    yield from _drafts(chain(sample, coming), mapping, notes)


def _list_of(columns: Sequence[str]) -> str:
    return clean_line(", ".join(filter(None, columns)) or "none", limits.NOTE_CHARACTERS)


def _header(rows: Sequence[Sequence[Cell]], given: Given) -> int:
    """The place of the row with the labels: exports write the search above it."""
    named = {column.casefold() for _field, column in given}
    scores = [
        len(named & {_words(cell).casefold() for cell in row})
        + known_labels([_words(cell) for cell in row])
        for row in rows[:_HEADER_WITHIN]
    ]
    best = max(scores, default=0)
    return scores.index(best) if best >= _FEWEST_LABELS else 0


def _drafts(
    rows: Iterable[Sequence[Cell]], mapping: Mapping, notes: tuple[str, ...]
) -> Iterator[Draft | None]:
    count = empty = 0
    for row in rows:
        if not any(_words(cell) for cell in row):
            yield None
            continue
        count += 1
        try:
            yield draft_of_row(row, mapping, notes)
        except Refused:
            empty += 1
            yield None
    if not count:
        raise Refused("The table has no rows.", "Export it again.", code="no-article")
    if empty:
        raise Refused(
            f"{empty:,} of {count:,} rows have neither a title nor a text.",
            "Look at them in the program the table was made with.",
            code="some-unread",
        )


def draft_of_row(row: Sequence[Cell], mapping: Mapping, notes: tuple[str, ...] = ()) -> Draft:
    """The article of a row; one with a title only is kept, with a note.

    Raises:
        Refused: it has neither title nor text.
    """

    def words(field: str) -> str:
        return _words(mapping.cell(row, field))

    title = " ".join(_paragraphs(words("title"))[0])
    text, headings, told = _text(words("text"), words("summary"))
    if not text and title:
        text, told = [title], (_ONLY_TITLE,)
    # Once the whole text is there, or where it was first, these words do not take its place.
    stub = bool(told)
    day = mapping.cell(row, "published")
    published = read_day(day, day_first=mapping.day_first)
    if published is None and isinstance(day, str) and _NUMBERS.search(day):
        told = (*told, _NO_ORDER)
    facts = Facts(
        title=title,
        outlet=words("outlet"),
        author=words("author"),
        language=words("language"),
        url=words("url"),
        provider_id="" if words("url") else _identifier(words("id")),
        provider_version=WITHOUT_TEXT if stub else 0,
        published=published,
        notes=notes + told,
    )
    # The file's name tells when the table was made, which is no day of its articles.
    draft = make_draft("\n\n".join(text), facts, "", headings)
    # A title that is also all of the text must not be counted twice.
    return replace(draft, title_derived=draft.title_derived or _ONLY_TITLE in told)


def _text(text: str, summary: str) -> tuple[list[str], list[str], tuple[str, ...]]:
    paragraphs, headings = _paragraphs(text)
    if paragraphs:
        return paragraphs, headings, ()
    paragraphs, headings = _paragraphs(summary)
    return paragraphs, headings, (_ONLY_SUMMARY,) if paragraphs else ()


def _paragraphs(words: str) -> tuple[list[str], list[str]]:
    found = words_of_markup(words)
    return found if found is not None else (to_paragraphs(words.splitlines()), [])


def _words(cell: Cell) -> str:
    words = cell if isinstance(cell, str) else cell.isoformat()
    return _ESCAPED.sub("", words.strip(), count=1)


def _identifier(words: str) -> str:
    return f"table:{words}" if len(words) >= _FEWEST_OF_IDENTIFIER else ""


def read_day(cell: Cell, *, day_first: bool | None = None) -> Published | None:
    """The day or instant of a cell; a clock without a zone leaves a day."""
    if isinstance(cell, datetime):
        return Published.at(cell, "table") if cell.tzinfo else _on(cell.year, cell.month, cell.day)
    if isinstance(cell, date):
        return _on(cell.year, cell.month, cell.day)
    words = cell.strip()
    if _SECONDS.fullmatch(words) or _MILLISECONDS.fullmatch(words):
        return _instant(float(words) / (1_000 if _MILLISECONDS.fullmatch(words) else 1))
    compact = _COMPACT.fullmatch(words) or _YEAR_FIRST.match(words)
    if compact:
        return _on(*(int(part) for part in compact.groups()))
    source = "table"
    if day_first is not None:
        if _NUMBERS.search(words) and read_date(words, "") is None:
            source = UNSURE_ORDER
        words = _NUMBERS.sub(r"\3-\2-\1" if day_first else r"\3-\1-\2", words, count=1)
    return read_date(words, source)


def _on(year: int, month: int, day: int) -> Published | None:
    try:
        return (
            Published.on(date(year, month, day), "table")
            if FIRST_YEAR <= year <= LAST_YEAR
            else None
        )
    except ValueError:
        return None


def _instant(seconds: float) -> Published | None:
    try:
        return Published.at(datetime.fromtimestamp(seconds, UTC), "table")
    except (OverflowError, ValueError, OSError):
        return None
