"""Numbers, days and selections in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from workstation.domain.clean import clean_text
from workstation.domain.frequency import Unit
from workstation.domain.selection import Brush, Facet, Selection

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip

_LANGUAGES = {
    "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian", "cs": "Czech",
    "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
    "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew",
    "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian",
    "it": "Italian", "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh", "ko": "Korean",
    "ku": "Kurdish", "lt": "Lithuanian", "lv": "Latvian", "nb": "Norwegian", "nl": "Dutch",
    "no": "Norwegian", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian",
    "ru": "Russian", "sk": "Slovak", "sl": "Slovenian", "sq": "Albanian", "sr": "Serbian",
    "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "zh": "Chinese",
}  # fmt: skip

_FACETS: dict[Facet, str] = {
    "actor": "naming",
    "together": "naming",
    "outlet": "from the outlet",
    "language": "written in",
    "kind": "naming any",
    "label": "labelled",
    "story": "of the story",
    "article": "by number",
}


ONE: dict[Unit, str] = {"articles": "article", "stories": "story", "outlets": "outlet"}
"""One of a unit."""


def number(value: int) -> str:
    """A whole number with its thousands set apart: 3,411."""
    return f"{value:,}"


def count(value: int, one: str, many: str = "") -> str:
    """A number with its noun: 1 article, 3,411 articles."""
    return f"{number(value)} {one if value == 1 else many or one + 's'}"


def some(value: int, unit: Unit) -> str:
    """A number of articles, stories or outlets."""
    return count(value, ONE[unit], unit)


def day(value: date) -> str:
    """A day in full: 14 December 2024."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def short_day(value: date) -> str:
    """A day in a table: 14 Dec 2024."""
    return f"{value.day} {MONTHS[value.month - 1][:3]} {value.year}"


def stretch(first: date, last: date) -> str:
    """Two days as one stretch, without saying a month or a year twice."""
    if first == last:
        return day(last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {day(last)}"
    return f"{day(first)} – {day(last)}"


def period(brush: Brush) -> str:
    """A brush in words, or "" for none."""
    if brush.first and brush.last:
        return stretch(brush.first, brush.last)
    if brush.first:
        return f"since {day(brush.first)}"
    return f"until {day(brush.last)}" if brush.last else ""


def language(code: str) -> str:
    """The English name of a language code, or the code itself."""
    if not code:
        return "an unknown language"
    return _LANGUAGES.get(code.split("-", maxsplit=1)[0].casefold(), code)


def any_of(names: tuple[str, ...]) -> str:
    """Alternatives in a row: A, B or C."""
    *rest, last = names
    return f"{', '.join(rest)} or {last}" if rest else last


def filters(selection: Selection, name_of: Callable[[str], str]) -> tuple[str, ...]:
    """What decides which articles count, one phrase for each filter.

    `name_of` gives the name of an actor's identifier.
    """
    phrases: list[str] = []
    if selection.words.strip():
        phrases.append(f"matching “{selection.words.strip()}”")
    if selection.brush:
        phrases.append(f"published {_published(selection.brush)}")
    wanting = [("without a date", selection.undated), ("of a doubtful date", selection.doubtful)]
    if any(asked for _words, asked in wanting):
        phrases.append(" or ".join(words for words, asked in wanting if asked))
    for facet, values in selection.facets:
        shown = values
        if facet in {"actor", "together"}:
            shown = tuple(name_of(value) for value in values)
        elif facet == "language":
            shown = tuple(language(value) for value in values)
        elif facet == "kind":
            shown = tuple(value.replace("-", " ") for value in values)
        alternatives = " together with ".join(shown) if facet == "together" else any_of(shown)
        phrases.append(f"{_FACETS[facet]} {alternatives}")
    return tuple(map(clean_text, phrases))


def _published(brush: Brush) -> str:
    if brush.first and brush.last and brush.first != brush.last:
        return f"{day(brush.first)} to {day(brush.last)}"
    return f"on {period(brush)}" if brush.first == brush.last else period(brush)
