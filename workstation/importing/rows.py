"""Rows of tables become drafts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice

from workstation import limits
from workstation.domain.article import Draft
from workstation.domain.clean import clean_line
from workstation.errors import Refused
from workstation.importing.columns import (
    LABELS,
    NO_LABELS,
    NO_ORDER,
    Cell,
    Given,
    Mapping,
    chosen,
    guess,
    known_labels,
    names_of,
)
from workstation.importing.days import NUMBERS, read_day
from workstation.importing.doubts import doubts
from workstation.importing.facts import WITHOUT_TEXT, Facts, make_draft
from workstation.importing.page import words_of_markup
from workstation.importing.paragraphs import to_paragraphs
from workstation.importing.profiles import NOTHING_SAID, Profile, Said
from workstation.importing.turns import Count, in_turn

SAMPLE_ROWS = 200
"""Rows that the columns are told by: more tell no more."""

MOST_COLUMNS = 1_000
"""Columns that are looked at: exports have a hundred."""

_HEADER_WITHIN = 20
_FEWEST_LABELS = 2
_ONLY_TITLE = "Only the title and the address stand in the table."
_ONLY_SUMMARY = "Only a summary stands in the table."
# What exports put before a cell that a spreadsheet would take for a formula.
_ESCAPED = re.compile(r"'(?=[=+\-@\t\r])")
# Shorter ones number the rows of one table, and would name other articles in the next.
_FEWEST_OF_IDENTIFIER = 8


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose columns are understood."""

    columns: tuple[str, ...]
    """As they are called."""
    labels: tuple[str, ...]
    """As they are labelled; none if the first row is an article."""
    mapping: Mapping
    rows: Iterator[Sequence[Cell]]
    sample: Sequence[Sequence[Cell]]
    """The first of them."""
    profile: str = ""
    """The saved mapping that was used."""
    doubts: tuple[str, ...] = ()
    """What is doubtful about a guess."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What there is to say of how its columns were told."""
        saved = f"The columns were told by the saved mapping “{self.profile}”."
        if self.profile:
            return (saved,)
        return tuple(f"Columns guessed: {words}" for words in self.doubts)


def understood(rows: Iterable[Sequence[Cell]], said: Said = NOTHING_SAID) -> Table:
    """A table whose header stands among its first rows.

    Raises:
        Refused: a column that the user named is missing.
    """
    coming = iter(rows)
    first = list(islice(coming, SAMPLE_ROWS))
    if (LABELS, NO_LABELS) in said.given:
        return _without_labels(first, coming, said.given)
    header, profile = _header(first, said)
    labels = [_words(cell) for cell in first[header]] if first else []
    sample = first[header + 1 :]
    given = said.given or (profile.given if profile else ())
    mapping = chosen(given, labels, sample) if given else guess(labels, sample)
    return Table(
        tuple(names_of(labels)),
        tuple(labels),
        mapping,
        chain(sample, coming),
        sample,
        "" if said.given or not profile else profile.name,
        () if given else doubts(labels, mapping, sample),
    )


def _without_labels(
    first: list[Sequence[Cell]], coming: Iterator[Sequence[Cell]], given: Given
) -> Table:
    blank = [""] * max(map(len, first), default=0)
    mapping = chosen(given, blank, first)
    return Table(tuple(names_of(blank)), (), mapping, chain(first, coming), first)


def drafts_of_table(
    rows: Iterable[Sequence[Cell]], said: Said = NOTHING_SAID, notes: tuple[str, ...] = ()
) -> Iterator[Draft | None]:
    """The articles of a table, whose header stands among its first rows.

    Raises:
        Refused: no column holds titles or texts, or one that the user named is missing; after the
            last article, if rows have neither title nor text.
    """
    table = understood(rows, said)
    if not table.mapping.has_words:
        raise Refused(
            "No column of the table is known to hold titles or texts.",
            "Say which does, such as --map title=Headline,text=Body. Its columns are: "
            f"{_list_of(table.labels)}.",
            code="no-column",
        )
    yield from _drafts(table.rows, table.mapping, (*notes, *table.notes))


def _list_of(columns: Sequence[str]) -> str:
    return clean_line(", ".join(filter(None, columns)) or "none", limits.NOTE_CHARACTERS)


def _header(rows: Sequence[Sequence[Cell]], said: Said) -> tuple[int, Profile | None]:
    """The place of the row with the labels, for exports write the search above it.

    Beside it the saved mapping that was made for these labels.
    """
    labels = [[_words(cell) for cell in row] for row in rows[:_HEADER_WITHIN]]
    if not said.given:
        for place, row in enumerate(labels):
            profile = said.profile_for(row)
            if profile is not None:
                return place, profile
    named = {column.casefold() for _field, column in said.given}
    scores = [len(named & {name.casefold() for name in row}) + known_labels(row) for row in labels]
    best = max(scores, default=0)
    return scores.index(best) if best >= _FEWEST_LABELS else 0, None


def _drafts(
    rows: Iterable[Sequence[Cell]], mapping: Mapping, notes: tuple[str, ...]
) -> Iterator[Draft | None]:
    count = Count()
    full = (row for row in rows if any(_words(cell) for cell in row))
    yield from in_turn(full, lambda row: draft_of_row(row, mapping, notes), count)
    if not count.records:
        raise Refused("The table has no rows.", "Export it again.", code="no-article")
    if count.unread:
        raise Refused(
            f"{len(count.unread):,} of {count.records:,} rows have neither a title nor a text.",
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
    if published is None and isinstance(day, str) and NUMBERS.search(day):
        told = (*told, NO_ORDER)
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
