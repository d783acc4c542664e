"""Texts are corrected by hand: the corrected one becomes a version, and the former one is kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from workstation import limits
from workstation.domain.article import Draft, Passage
from workstation.domain.clean import clean_text
from workstation.errors import UnknownName, Unreadable
from workstation.importing import fingerprint
from workstation.library import articles, corrections, passages, versions
from workstation.library.corrections import Corrected
from workstation.library.library import Writing


def rewrite(writing: Writing, article: int, text: str, *, who: str) -> int:
    """Makes a text the present one of an article; the number of the version before.

    Paragraphs that are not the article's own words stay marked where they are still there.

    Raises:
        UnknownName: there is no such article.
        Unreadable: the text is empty, too long, or as it was.
    """
    former = articles.body(writing, article)
    clean = clean_text(text)
    if clean == former.text:
        raise Unreadable("The text is as it was.", "Nothing was changed.")
    if not any(map(str.isalnum, clean)):
        raise Unreadable("An article needs a text.", "To take it away for good, erase it.")
    if len(clean) > limits.ARTICLE_CHARACTERS:
        raise Unreadable(
            f"The text is longer than {limits.ARTICLE_CHARACTERS:,} characters.",
            "Make several articles of it.",
        )
    marked = passages.found(writing, [article]).get(article, ())
    kept = tuple(_kept(former.text, marked, clean))
    own = fingerprint.own_words(Draft(clean, passages=kept))
    signature = fingerprint.signature(own)
    new = Corrected(clean, fingerprint.text_hash(clean), kept)
    if signature is not None:
        new = replace(
            new, signature=fingerprint.to_bytes(signature), bands=fingerprint.bands(signature)
        )
    return corrections.correct(writing, article, new, who=who)


def restore(writing: Writing, article: int, version: int, *, who: str) -> int:
    """Makes a former text of an article the present one again; the version that it replaced.

    Raises:
        UnknownName: there is no such article, or it has no such version.
        Unreadable: the text is that one already.
    """
    found = next((one for one in versions.of(writing, article) if one.number == version), None)
    if found is None:
        raise UnknownName(
            f"Article {article} has no version {version}.",
            f"`workstation versions LIBRARY {article}` lists them.",
        )
    return rewrite(writing, article, found.text, who=who)


def _kept(former: str, marked: Sequence[Passage], text: str) -> Iterator[Passage]:
    """The passages of a former text as they stand in another, those of other words left out."""
    after = 0
    for one in marked:
        quote = former[one.start : one.end]
        start = text.find(quote, after)
        if start >= 0:
            after = start + len(quote)
            yield Passage(start, after, one.kind)
