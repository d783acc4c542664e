"""The line below an article's title: where it stood, when, by whom, and how it was read."""

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from workstation.desktop import sentences
from workstation.desktop.panes.reader.model import Opened
from workstation.desktop.panes.reader.setting import About
from workstation.desktop.words import (
    day,
    isolated,
    language_name,
    outlet_name,
    several,
    tone_name,
    tr,
)
from workstation.domain.article import Article
from workstation.domain.dating import doubt, is_set
from workstation.tagging.identity import REGISTERS_ONLY

if TYPE_CHECKING:
    from workstation.library.library import Library


def about(opened: Opened, library: "Library | None") -> About:
    """The line about an article of a library, and its address if it may be visited."""
    article = opened.article
    parts = [isolated(outlet_name(article.outlet)), _when(article, library)]
    if article.captured is not None and library is not None:
        saved = article.captured.astimezone(library.zone)
        parts.append(tr("Reader", "saved {day}").format(day=day(saved.date())))
    if article.author:
        parts.append(tr("Reader", "by {author}").format(author=isolated(article.author)))
    parts.append(several(article.words, tr("Reader", "{n} word"), tr("Reader", "{n} words")))
    if article.title_derived:
        parts.append(tr("Reader", "title taken from the text"))
    if opened.corrected:
        corrected = tr("Reader", "text corrected by {who}")
        parts.append(corrected.format(who=isolated(opened.corrected)))
    if opened.tone:
        parts.append(tr("Reader", "tone: {tone}").format(tone=tone_name(opened.tone)))
    if article.tagged_with.startswith(REGISTERS_ONLY):
        found = tr("Reader", "names from the registers only: no pipeline for {language}")
        parts.append(found.format(language=language_name(article.language)))
    host = urlsplit(article.url).hostname or ""
    # Each part by itself: the article's direction is not that of every part.
    words = " · ".join(f"\u2068{part}\u2069" for part in parts)
    if host and urlsplit(article.url).scheme in {"http", "https"}:
        return About(words + " · ", isolated(host.removeprefix("www.")), article.url)
    return About(words)


def _when(article: Article, library: "Library | None") -> str:
    if article.day is None:
        return tr("Reader", "undated")
    published = article.published
    if published is None or library is None:
        return day(article.day)
    clock = ""
    if published.instant is not None:
        clock = f", {published.instant.astimezone(library.zone):%H:%M}"
    told = doubt(published) or is_set(published)
    return f"{day(article.day)}{clock}" + (
        f" ({isolated(sentences.dated_from(published.source))})" if told else ""
    )
