"""Which column of a table holds what of an article."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from workstation import limits
from workstation.domain.clean import clean_line
from workstation.domain.names import fold
from workstation.errors import Refused, Unreadable
from workstation.importing.dates import read_date

Cell = str | date
"""The words of a cell, or the day or time that a workbook keeps in it."""

FIELDS = ("title", "text", "summary", "published", "outlet", "author", "url", "language", "id")
"""What a column may hold."""

Given = tuple[tuple[str, str], ...]
"""Fields with the names of their columns, "" for one without; and what `DATES` and `LABELS` say."""

DATES: Final = "dates"
"""Stands in the place of a field to say whether 07/08/2024 is in August; one of `ORDERS`."""
ORDERS: Final = {"day-first": True, "month-first": False}

LABELS: Final = "labels"
"""Stands in the place of a field to say that the first row is an article: `NO_LABELS`."""
NO_LABELS: Final = "none"

NO_ORDER: Final = (
    "The table writes days so that day and month cannot be told apart; they were not read."
)

# Labels of the languages that exports come in; the earlier one of a field goes before the later.
_LABELS = {
    "title": (
        "headline|title|article title|story title|post title|hed|heading|head|subject|"
        "schlagzeile|titel|uberschrift|titre|titre de l'article|titulo|titular|encabezado|"
        "заголовок|название|название статьи|العنوان|عنوان|عنوان المقال"
    ),
    "text": (
        "full text|fulltext|article text|article body|body text|body|text|main text|maintext|"
        "content|content text|article|story|volltext|artikeltext|inhalt|texte integral|texte|"
        "contenu|corps|texto completo|texto|contenido|cuerpo|полный текст|текст статьи|текст|"
        "содержание|النص الكامل|نص المقال|النص|نص|المحتوي|المحتوى"
    ),
    "summary": (
        "summary|abstract|description|opening text|lead|lede|teaser|snippet|excerpt|hit sentence|"
        "hit|zusammenfassung|vorspann|beschreibung|resume|chapeau|chapo|extrait|resumen|"
        "descripcion|entradilla|краткое содержание|аннотация|описание|лид|ملخص|الملخص|مقتطف|الوصف"
    ),
    "published": (
        "publication date|publish date|published date|date published|pub date|pubdate|"
        "published at|published on|published|datepublished|date publish|date|datetime|date time|"
        "timestamp|day|created at|time|erscheinungsdatum|veroffentlicht|veroffentlicht am|"
        "veroffentlichungsdatum|datum|tag|date de publication|publie le|jour|"
        "fecha de publicacion|fecha publicacion|fecha|publicado|дата публикации|дата|опубликовано|"
        "تاريخ النشر|التاريخ|تاريخ"
    ),
    "outlet": (
        "outlet|media outlet|outlet name|media name|source name|source title|source|publication|"
        "publication name|publisher|newspaper|news source|medium|media|site name|site|website|"
        "domain|media url|quelle|zeitung|medientitel|quellenname|nom du media|support|"
        "titre de presse|journal|nombre del medio|medio|fuente|periodico|источник|издание|"
        "название сми|сми|المصدر|الصحيفة|اسم الوسيلة|الوسيلة|مصدر"
    ),
    "author": (
        "author|authors|byline|author name|writer|journalist|reporter|creator|influencer|autor|"
        "autorin|verfasser|auteur|auteurs|journaliste|autora|autores|periodista|автор|авторы|"
        "журналист|الكاتب|المؤلف|كاتب|المحرر"
    ),
    "url": (
        "url|article url|story url|link|permalink|web address|web url|address|href|webadresse|"
        "adresse|lien|adresse web|enlace|direccion|ссылка|адрес|الرابط|رابط"
    ),
    "language": "language|lang|language code|sprache|langue|idioma|lengua|язык|اللغه|اللغة|لغة",
    "id": (
        "article id|document id|doc id|docid|story id|stories id|guid|uuid|accession number|"
        "accession no|identifier|id|dokumentnummer|artikel id|identifiant|numero de document|"
        "identificador|идентификатор|номер документа|المعرف|رقم المقال"
    ),
}
_RANKS = {
    fold(label): (field, rank)
    for field, labels in _LABELS.items()
    for rank, label in enumerate(labels.split("|"))
}
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ASIDE = re.compile(r"\s*[(\[].*?[)\]]\s*")
ADDRESS = re.compile(r"https?://\S+$")
NUMBERS_OF_DAY = re.compile(r"(?<!\d)(\d\d?)[/.-](\d\d?)[/.-]\d{4}(?!\d)")
_MONTHS = 12
_NO_COLUMN = "-"
# A column without a label is taken for what nearly all of its cells look like.
_MOST = 0.8
_LONG_TEXT = 200


@dataclass(frozen=True, slots=True)
class Mapping:
    """The places of the columns, from 0, by what they hold."""

    places: dict[str, int]
    day_first: bool | None = None
    """Whether 07/08/2024 is in August; None where the column leaves it open."""

    @property
    def has_words(self) -> bool:
        """Whether articles can be read with it."""
        return not self.places.keys().isdisjoint(("title", "text", "summary"))

    def cell(self, row: Sequence[Cell], field: str) -> Cell:
        """What a row holds of a field; "" where it has no such column."""
        place = self.places.get(field, len(row))
        return row[place] if place < len(row) else ""


def guess(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Mapping:
    """What the columns hold, by their labels, and by the first rows where labels are silent."""
    found = by_labels(columns)
    taken = set(found.values())
    for field, looks in (("url", _addresses), ("published", _days), ("text", _long_texts)):
        if field not in found:
            place = next(
                (n for n in range(len(columns)) if n not in taken and looks(rows, n)), None
            )
            if place is not None:
                found[field] = place
                taken.add(place)
    return _with_order(found, rows)


def chosen(given: Given, columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Mapping:
    """The guess, with the columns that the user named for some fields instead.

    Raises:
        Refused: the table has no column of such a name.
    """
    names = names_of(columns)
    places = {fold(name): place for place, name in reversed(list(enumerate(names)))}
    wanted: dict[str, int] = {}
    for field, column in given:
        if field in FIELDS and column:
            wanted[field] = _place(places, column, names)
    # A column that the user gave a meaning has no other, and a field that has none gets none.
    guessed, said = guess(columns, rows).places, dict(given)
    kept = {f: n for f, n in guessed.items() if n not in wanted.values() and f not in said}
    found = _with_order({**kept, **wanted}, rows)
    order = ORDERS.get(said.get(DATES, ""), found.day_first)
    return replace(found, day_first=order)


def _place(places: dict[str, int], column: str, names: Sequence[str]) -> int:
    if fold(column) in places:
        return places[fold(column)]
    known = clean_line(", ".join(names), limits.NOTE_CHARACTERS)
    raise Refused(
        f"The table has no column “{clean_line(column, limits.FIELD_CHARACTERS)}”.",
        f"Its columns are: {known}.",
        code="no-column",
    )


def names_of(columns: Sequence[str]) -> list[str]:
    """What columns are called: by their labels; by place without one, and counted if repeated."""
    seen: Counter[str] = Counter()
    names = []
    for place, column in enumerate(columns, 1):
        label = clean_line(column, limits.FIELD_CHARACTERS) or f"column {place}"
        seen[fold(label)] += 1
        times = seen[fold(label)]
        names.append(label if times == 1 else f"{label} ({times})")
    return names


def parse_given(words: str) -> Given:
    """The columns named in `title=Headline,text=Body`; one with a comma stands in quotes.

    `author=-` says that no column holds authors, `dates=day-first` that 07/08/2024 is in August,
    and `labels=none` that the first row is an article.

    Raises:
        Unreadable: a field is unknown, or said to be what it cannot be.
    """
    given: dict[str, str] = {}
    for part in next(csv.reader([words], skipinitialspace=True)) or [words]:
        field, _sign, column = (side.strip() for side in part.partition("="))
        if not column or not makes_sense(field, column):
            raise Unreadable(
                f"“{part}” does not say which column holds what.",
                f"Write FIELD=COLUMN, with one of the fields {', '.join(FIELDS)}; "
                f"or {DATES}={' or '.join(ORDERS)}; or {LABELS}={NO_LABELS}.",
            )
        given[field] = "" if column == _NO_COLUMN else column
    return tuple(given.items())


def makes_sense(field: str, column: str) -> bool:
    """Whether that can be said about columns."""
    if field == DATES:
        return column in ORDERS
    if field == LABELS:
        return column == NO_LABELS
    return field in FIELDS


def known_labels(columns: Sequence[str]) -> int:
    """How many of the columns have a label that is known."""
    return len(by_labels(columns))


def by_labels(columns: Sequence[str]) -> dict[str, int]:
    """The places of the columns whose labels are known; of several for a field the clearest."""
    best: dict[str, tuple[int, int]] = {}
    for place, column in enumerate(columns):
        field, rank = label_of(column)
        if field and (field not in best or rank < best[field][0]):
            best[field] = (rank, place)
    return {field: place for field, (_rank, place) in best.items()}


def label_of(column: str) -> tuple[str, int]:
    """The field of a label, and how far back its label stands among those of the field."""
    if len(column) > limits.LABEL_CHARACTERS:
        return "", 0
    whole = fold(_CAMEL.sub(" ", column).replace("_", " ").replace("-", " ").replace(".", " "))
    for label in (whole, fold(_ASIDE.sub(" ", whole)), fold(column), whole.rstrip(":")):
        if label in _RANKS:
            return _RANKS[label]
    return "", 0


def filled(rows: Sequence[Sequence[Cell]], place: int) -> list[Cell]:
    """The cells of a column that hold something."""
    return [row[place] for row in rows if place < len(row) and row[place] != ""]


def _addresses(rows: Sequence[Sequence[Cell]], place: int) -> bool:
    return _most(rows, place, lambda cell: isinstance(cell, str) and bool(ADDRESS.match(cell)))


def _days(rows: Sequence[Sequence[Cell]], place: int) -> bool:
    return _most(rows, place, lambda cell: not isinstance(cell, str) or _is_day(cell))


def _is_day(words: str) -> bool:
    return len(words) <= len("Wednesday, 14 September 2024, 04:20:11 p.m. +0200") and (
        read_date(words, "") is not None
    )


def _long_texts(rows: Sequence[Sequence[Cell]], place: int) -> bool:
    return _most(rows, place, lambda cell: isinstance(cell, str) and len(cell) >= _LONG_TEXT)


def _most(rows: Sequence[Sequence[Cell]], place: int, looks: Callable[[Cell], bool]) -> bool:
    cells = filled(rows, place)
    return bool(cells) and sum(map(looks, cells)) >= _MOST * len(cells)


def _with_order(places: dict[str, int], rows: Sequence[Sequence[Cell]]) -> Mapping:
    cells = filled(rows, places["published"]) if "published" in places else []
    days = [cell[: limits.DATE_CHARACTERS] for cell in cells if isinstance(cell, str)]
    found = [match for day in days if (match := NUMBERS_OF_DAY.search(day))]
    day_first = any(int(numbers[1]) > _MONTHS for numbers in found)
    month_first = any(int(numbers[2]) > _MONTHS for numbers in found)
    return Mapping(places, None if day_first == month_first else day_first)
