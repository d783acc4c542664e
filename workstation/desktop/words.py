"""How numbers, days and foreign text are written in the window."""

import html
import unicodedata
from datetime import date
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDate, QLocale

from workstation.desktop import tongues
from workstation.domain.frequency import By, Unit, last_day

# Embeddings, overrides and isolates can turn their neighbours round, line and paragraph ends can
# break a row, and U+FDD0/FDD1 end a frame of a text document: each is shown as one visible mark.
_SEEN: Final = {
    **dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFDD0, 0xFDD1], "\ufffd"),
    **dict.fromkeys([0x2028, 0x2029, *range(0x20), 0x7F], " "),
}
_KINDS: Final = {
    "person": QT_TRANSLATE_NOOP("Kind", "person"),
    "state": QT_TRANSLATE_NOOP("Kind", "state"),
    "people": QT_TRANSLATE_NOOP("Kind", "people"),
    "place": QT_TRANSLATE_NOOP("Kind", "place"),
    "government": QT_TRANSLATE_NOOP("Kind", "government"),
    "party": QT_TRANSLATE_NOOP("Kind", "party"),
    "organisation": QT_TRANSLATE_NOOP("Kind", "organisation"),
    "company": QT_TRANSLATE_NOOP("Kind", "company"),
    "outlet": QT_TRANSLATE_NOOP("Kind", "outlet"),
    "military": QT_TRANSLATE_NOOP("Kind", "military"),
    "armed-group": QT_TRANSLATE_NOOP("Kind", "armed group"),
    "product": QT_TRANSLATE_NOOP("Kind", "product"),
    "event": QT_TRANSLATE_NOOP("Kind", "event"),
}
_TONES: Final = {
    "negative": QT_TRANSLATE_NOOP("Tone", "negative"),
    "neutral": QT_TRANSLATE_NOOP("Tone", "neutral"),
    "positive": QT_TRANSLATE_NOOP("Tone", "positive"),
    "mixed": QT_TRANSLATE_NOOP("Tone", "mixed"),
}
_FIRST_STRONG: Final = "\u2068"
_POP: Final = "\u2069"


def shown(text: str) -> str:
    """Foreign text as one line, with each character that could disturb its neighbours replaced.

    The result has as many code points and UTF-16 units as the text.
    """
    return text.translate(_SEEN)


def isolated(text: str) -> str:
    """Foreign text to be put into a sentence, whose direction then cannot reach its neighbours."""
    return f"{_FIRST_STRONG}{shown(text)}{_POP}"


def runs_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction belongs to a right-to-left script."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in {"R", "AL"}:
            return True
        if direction == "L":
            return False
    return False


def tr(context: str, text: str) -> str:
    """A text in the user's language, for code that is no widget."""
    return QCoreApplication.translate(context, text)


def tone_name(tone: str) -> str:
    """The tone of an article, such as `mixed`."""
    return tr("Tone", str(_TONES.get(tone, tone)))


def number(n: int) -> str:
    """A whole number with the user's separators: `3,411`."""
    return QLocale().toString(n)


def decimal(value: float, places: int) -> str:
    """A number with so many places behind the user's decimal sign: `4.1`."""
    return QLocale().toString(value, "f", places)


def several(n: int, one: str, many: str, **others: str) -> str:
    """A count with its noun; both forms may carry `{n}` where the number goes, and others."""
    return (one if n == 1 else many).format(n=number(n), **others)


def unit_name(unit: Unit) -> str:
    """What is counted, such as `stories`."""
    return {
        "articles": tr("Words", "articles"),
        "stories": tr("Words", "stories"),
        "outlets": tr("Words", "outlets"),
    }[unit]


def amount(n: int, unit: Unit) -> str:
    """A number of what is counted: `43 stories`."""
    one, many = {
        "articles": (tr("Words", "1 article"), tr("Words", "{n} articles")),
        "stories": (tr("Words", "1 story"), tr("Words", "{n} stories")),
        "outlets": (tr("Words", "1 outlet"), tr("Words", "{n} outlets")),
    }[unit]
    return several(n, one, many)


def mentions_in_articles(mentions: int, articles: int) -> str:
    """`214 mentions in 61 articles`."""
    named = several(mentions, tr("Words", "1 mention"), tr("Words", "{n} mentions"))
    told = several(articles, tr("Words", "1 article"), tr("Words", "{n} articles"))
    return tr("Words", "{mentions} in {articles}").format(mentions=named, articles=told)


def mentions_in_row(named: int | None, mentions: int) -> str:
    """`41 of 66 mentions`; of no name in particular, all of them."""
    told = several(mentions, tr("Words", "1 mention"), tr("Words", "{n} mentions"))
    if named is None:
        return told
    return tr("Words", "{n} of {mentions}").format(n=number(named), mentions=told)


def percent(share: float) -> str:
    """A share of 0 to 1: `58 %`, and one decimal below ten."""
    value = share * 100
    return f"{decimal(value, 0 if value >= 10 or value == 0 else 1)} %"  # noqa: PLR2004


def day(when: date, *, year: bool = True) -> str:
    """A day in words: `14 Dec 2024`."""
    return _locale_day(when, tr("Dates", "d MMM yyyy") if year else tr("Dates", "d MMM"))


def month(when: date) -> str:
    """A month in words: `Dec 2024`."""
    return _locale_day(when, tr("Dates", "MMM yyyy"))


def days(first: date | None, last: date | None) -> str:
    """A stretch of days, with what both ends share written once: `13–18 Dec 2024`."""
    if first is None or last is None:
        if last is not None:
            return f"… {day(last)}"
        return f"{day(first)} …" if first is not None else ""
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return tr("Dates", "{first}–{last}").format(first=number(first.day), last=day(last))
    return f"{day(first, year=first.year != last.year)} – {day(last)}"


def period_words(by: By, first: date) -> str:
    """A period in words."""
    if by == "month":
        return month(first)
    return day(first) if by == "day" else days(first, last_day(by, first))


def _locale_day(when: date, pattern: str) -> str:
    return QLocale().toString(QDate(when.year, when.month, when.day), pattern)


def tip(text: str) -> str:
    """Foreign text for a tool tip, which Qt would take for markup wherever it looks like some."""
    return f"<qt>{html.escape(shown(text))}</qt>"


def kind_name(kind: str | None) -> str:
    """A kind of actor in the user's language."""
    if kind is None:
        return tr("Kind", "unknown")
    return QCoreApplication.translate("Kind", str(_KINDS.get(kind, kind)))


def language_name(code: str) -> str:
    """A language by its code: `Arabic`; the code itself where nobody knows it."""
    language = QLocale.codeToLanguage(code)
    known = language not in (QLocale.Language.AnyLanguage, QLocale.Language.C)
    return tongues.told(QLocale.languageToString(language)) if known else shown(code)


def outlet_name(outlet: str) -> str:
    """An outlet, or words for an article that names none."""
    return shown(outlet) or tr("Words", "Unknown outlet")
