"""What a file says about its article beside the text, and the draft made from both."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import urlsplit

from workstation import limits
from workstation.domain import dating
from workstation.domain.article import OUTLET_FROM, Draft, Published
from workstation.domain.clean import clean_line, clean_text, hides_signs
from workstation.domain.names import fold
from workstation.errors import Refused
from workstation.importing.boilerplate import boilerplate, outlets_promoted
from workstation.importing.credited import credited
from workstation.importing.dates import day_in_file_name
from workstation.importing.language import language_of
from workstation.importing.outlets import Told, outlet_of
from workstation.importing.paragraphs import first_sentence
from workstation.importing.wrapped import original_address

Hints = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts of one article; "" and None are unknown."""

    title: str = ""
    outlet: str = ""
    author: str = ""
    language: str = ""
    """As declared; what the text itself looks like goes before."""
    url: str = ""
    provider_id: str = ""
    provider_version: int = 0
    published: Published | None = None
    captured: datetime | None = None
    hints: Hints = ()
    notes: tuple[str, ...] = ()

    def or_else(self, other: Facts) -> Facts:
        """These facts, with the other's where these are unknown; hints and notes of both."""
        return Facts(
            title=self.title or other.title,
            outlet=self.outlet or other.outlet,
            author=self.author or other.author,
            language=self.language or other.language,
            url=self.url or other.url,
            provider_id=self.provider_id or other.provider_id,
            provider_version=self.provider_version or other.provider_version,
            published=self.published or other.published,
            captured=self.captured or other.captured,
            hints=self.hints + other.hints,
            notes=self.notes + other.notes,
        )


NOTHING = Facts()

MADE = "document properties"
"""The source of a day that is only the one on which the file was made."""

WITHOUT_TEXT = -1
"""The version of an article of which only a title or a summary is known: any text goes before."""

BY_HOST = "No outlet is named: the host of the address stands for it."
_OUTLET_WRITTEN = "outlet as written"
_SIGNS_HIDDEN = "Invisible signs inside words were taken out: the words are kept as they look."
_WEAK_DAY = "The day is the one on which the file was made."


def make_draft(raw: str, facts: Facts, name: str, headings: Collection[str] = ()) -> Draft:
    """A draft of a text in paragraphs and its facts.

    `name` is the file's; `headings` are paragraphs known to be the article's sub-headings.

    Raises:
        Refused: there is no text.
    """
    title = clean_line(facts.title, limits.TITLE_CHARACTERS)
    text = _without_title(clean_text(raw), title)
    if not text:
        raise Refused(
            "The file holds no text.", "Look at it in the program it was made with.", code="empty"
        )
    url, copied = original_address(clean_address(facts.url))
    url = clean_address(url)
    told = outlet_of(clean_line(facts.outlet, limits.FIELD_CHARACTERS), url)
    weak = facts.published is not None and facts.published.source == MADE
    found = facts.published or day_in_file_name(name)
    published = dating.likely(found, datetime.now(UTC).date()) if found else None
    return Draft(
        text=text,
        title=title or first_sentence(text),
        title_derived=not title,
        outlet=told.name,
        author=clean_line(credited(facts.author), limits.FIELD_CHARACTERS),
        language=language_of(text) or _declared_language(facts.language),
        url=url,
        provider_id=clean_line(facts.provider_id, limits.FIELD_CHARACTERS),
        provider_version=facts.provider_version,
        published=published,
        captured=facts.captured or copied,
        passages=boilerplate(text, {clean_text(heading) for heading in headings}),
        hints=_distinct(
            _clean_hints(facts.hints)
            + _read_at(told, facts)
            + _promoted(text, told.name)
            + _doubted(found, published)
        ),
        notes=(
            *(clean_line(note, limits.NOTE_CHARACTERS) for note in facts.notes),
            *((_WEAK_DAY,) if weak else ()),
            *((_SIGNS_HIDDEN,) if hides_signs(f"{facts.title} {raw}") else ()),
            *(() if told.known else (BY_HOST,)),
        ),
    )


def _doubted(found: Published | None, published: Published | None) -> Hints:
    """Where a day of an unlikely year was read."""
    return (("date read from", found.source),) if found and found != published else ()


def _read_at(told: Told, facts: Facts) -> Hints:
    """Where the outlet was read, or how it was written there."""
    written = " ".join(facts.outlet.split())
    if told.source:
        return ((OUTLET_FROM, told.source),)
    return ((_OUTLET_WRITTEN, written),) if written != told.name else ()


def cut_draft(draft: Draft) -> tuple[Draft, bool]:
    """The draft with a text of allowed length, and whether it was cut.

    It is cut between paragraphs, or between words where a paragraph is longer than a tenth of that.
    """
    longest = limits.ARTICLE_CHARACTERS
    if len(draft.text) <= longest:
        return draft, False
    near = longest - longest // 10
    ends = (draft.text.rfind(gap, near, longest) for gap in ("\n\n", " "))
    end = next((end for end in ends if end > 0), longest)
    text = draft.text[:end]
    passages = tuple(passage for passage in draft.passages if passage.end <= len(text))
    return replace(draft, text=text, passages=passages), True


def clean_address(raw: str) -> str:
    """A web address as it may be kept, or "" for anything that is none."""
    address = clean_line(raw, limits.ADDRESS_CHARACTERS + 1)
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    sound = parts.scheme in {"http", "https"} and parts.netloc and " " not in address
    return address if sound and len(address) <= limits.ADDRESS_CHARACTERS else ""


def _declared_language(words: str) -> str:
    """The code at the beginning of "en-GB" or "pt_BR"; "" for anything else."""
    code = re.match(r"[a-z]{2,3}(?=$|[-_])", words.strip().lower())
    return code[0] if code else ""


def _without_title(text: str, title: str) -> str:
    """The text without a first paragraph that only repeats its title."""
    first, _gap, rest = text.partition("\n\n")
    return rest if title and rest and fold(first) == fold(title) else text


def _promoted(text: str, outlet: str) -> Hints:
    names = outlets_promoted(text)
    return tuple(("outlet", name) for name in names if fold(name) != fold(outlet))


def _clean_hints(hints: Hints) -> Hints:
    return tuple((kind, clean_line(words, limits.FIELD_CHARACTERS)) for kind, words in hints)


def _distinct(hints: Hints) -> Hints:
    return tuple(dict.fromkeys(hint for hint in hints if hint[1]))
