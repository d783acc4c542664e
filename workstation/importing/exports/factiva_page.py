"""Pages of Factiva: unlabelled fields in an order of their own around the count of words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from lxml.html import HtmlElement

from workstation.domain.article import Draft
from workstation.errors import Refused
from workstation.importing.dates import read_date
from workstation.importing.exports.factiva import byline, document_id, language
from workstation.importing.exports.nexis import SOURCE
from workstation.importing.exports.telling import Read
from workstation.importing.facts import Facts, make_draft

_WORDS = (
    "words?|mots?|wörter|wort|palabras?|parole|parola|palavras?|слов[оа]?|字|語|単語|文字|個字|个字|"
    "woorden|słów|slov|ord|kata|kelime|단어"
)
_COUNT = re.compile(rf"\d[\d.,'\s]*\s*(?:{_WORDS})", re.IGNORECASE)
_TIME = re.compile(r"\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\s*[ap]\.?m\.?)?(?:\s*[A-Z]{2,4})?", re.I)
_CODE = re.compile(r"[A-Z][A-Z0-9]{2,9}")
_RIGHTS = re.compile(r"(?:copyright|\(c\)|©|版权|著作権)", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:^|\s)[a-z]{2,6}Article(?:\s|$)")
_HEADLINE = re.compile(r"(?:^|\s)[a-z]{2,6}Headline(?:\s|$)")
_PARAGRAPH = re.compile(r"(?:^|\s)(?:[a-z]{2,6})?articleParagraph(?:\s|$)")


def articles(tree: HtmlElement, notes: tuple[str, ...]) -> Iterator[Read]:
    """The articles of a page in their order."""
    for article in tree.iter("div"):
        if _ARTICLE.search(article.get("class") or ""):
            yield partial(_article, article, notes)


def _article(article: HtmlElement, notes: tuple[str, ...]) -> Draft:
    text = [_words(p) for p in article.iter("p") if _PARAGRAPH.search(p.get("class") or "")]
    if not any(text):
        raise Refused("It holds no text.", code="empty")
    fields = [div for div in article.iterchildren("div") if _words(div)]
    counted = next((n for n, div in enumerate(fields) if _is_count(div)), None)
    above = fields[:counted] if counted is not None else [f for f in fields if _is_headline(f)]
    below = [_words(div) for div in fields[len(above) :]]
    identifier = _identifier(article)
    facts = Facts(
        provider_id=f"factiva:{identifier}" if identifier else "",
        hints=tuple(_section(above)),
        notes=notes,
    )
    return make_draft("\n\n".join(text), _above(above).or_else(_below(below)).or_else(facts), "")


def _words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _is_count(field: HtmlElement) -> bool:
    return bool(_COUNT.fullmatch(_words(field))) and not _is_headline(field)


def _is_headline(field: HtmlElement) -> bool:
    spans = (field, *field.iter("span"))
    return field.get("id") == "hd" or any(_HEADLINE.search(s.get("class") or "") for s in spans)


def _section(fields: list[HtmlElement]) -> Iterator[tuple[str, str]]:
    for field in fields:
        if _is_headline(field):
            return
        yield "section", _words(field)


def _above(fields: list[HtmlElement]) -> Facts:
    """Headline and author; what stands before the headline is the section."""
    head = next((n for n, field in enumerate(fields) if _is_headline(field)), None)
    if head is None:
        return Facts(title=_words(fields[-1]) if fields else "")
    behind = fields[head + 1 :]
    named = next((f for f in behind if "author" in (f.get("class") or "")), None)
    author = named if named is not None else next(iter(behind), None)
    return Facts(
        title=_words(fields[head]), author=byline(_words(author)) if author is not None else ""
    )


def _below(fields: list[str]) -> Facts:
    """Day, time, outlet, code, edition, page, language and rights, as far as they are there."""
    rest = [words for words in fields if not _COUNT.fullmatch(words)]
    dated = next((n for n, words in enumerate(rest) if read_date(words, SOURCE)), None)
    published = read_date(rest[dated], SOURCE) if dated is not None else None
    rest = rest[dated + 1 :] if dated is not None else rest
    rest = [words for words in rest if not _TIME.fullmatch(words) and not _RIGHTS.match(words)]
    outlet, behind = (rest[0], rest[1:]) if rest else ("", [])
    told = next((code for words in behind if (code := language(words))), "")
    code = next((words for words in behind if _CODE.fullmatch(words)), "")
    hints = (("source code", code),) if code else ()
    return Facts(outlet=outlet, published=published, language=told, hints=hints)


def _identifier(article: HtmlElement) -> str:
    lines = (document_id(_words(p)) for p in article.iter("p"))
    named = next(filter(None, lines), "")
    holder: HtmlElement | None = article
    while holder is not None and not named:
        label = holder.get("id") or ""
        named = label.removeprefix("article-") if label.startswith("article-") else ""
        holder = holder.getparent()
    return named
