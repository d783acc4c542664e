"""What is known of a file beside its content: what the user said, and where it was fetched."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final
from urllib.parse import urlsplit

from workstation import limits
from workstation.domain.article import Draft, Published
from workstation.domain.clean import clean_line
from workstation.errors import Unreadable
from workstation.importing.dates import FIRST_YEAR, LAST_YEAR, beside_address
from workstation.importing.facts import BY_HOST
from workstation.importing.outlets import outlet_of
from workstation.importing.wrapped import original_address

_PAGE: Final = "html"
_WITH_ONE_ARTICLE: Final = frozenset(
    (_PAGE, "pdf", "text", "markdown", "docx", "odt", "rtf", "mail", "mhtml")
)
_MOBILE: Final = re.compile(r"^(?:www|m|mobile|amp)\.")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a file was fetched from, and when."""

    address: str
    fetched: datetime
    name: str
    """What the file is called."""
    charset: str = ""
    """What the server said it is written in."""

    def complete(self, draft: Draft, reader: str) -> Draft:
        """The draft with what its address says; `reader` is who read it, "" in an archive.

        Where a file holds many articles, its address is that of none of them.
        """
        kind = reader.partition(" ")[0]
        draft = replace(draft, captured=draft.captured or self.fetched)
        address, _copied = original_address(self.address)
        if kind == _PAGE and not _own(draft.url, address):
            # A page may name itself as it likes, but not as somebody else's.
            draft = _moved(draft, address)
        url = draft.url or (address if kind in _WITH_ONE_ARTICLE else "")
        told = outlet_of(draft.outlet, url)
        notes = draft.notes if told.known else (*draft.notes, BY_HOST)
        return replace(draft, url=url, outlet=told.name, notes=notes)


def _moved(draft: Draft, address: str) -> Draft:
    """The draft of a page that was found at this address."""
    found = draft.published
    told = None if found and found.source == "address" else found
    return replace(draft, url=address, published=beside_address(told, address))


def _own(named: str, address: str) -> bool:
    (host, path), (other, _path) = map(_site, (named, address))
    return host == other and bool(path.strip("/"))


def _site(address: str) -> tuple[str, str]:
    parts = urlsplit(address)
    return _MOBILE.sub("", (parts.hostname or "").lower()), f"{parts.path}{parts.query}"


@dataclass(frozen=True, slots=True)
class Options:
    """What the user says about all files of an import, for articles that do not say it."""

    outlet: str = ""
    published: date | None = None
    source: Source | None = None
    columns: tuple[tuple[str, str], ...] = ()
    """Fields of an article, and the columns of tables that hold them."""
    encoding: str = ""
    """What the files are written in, whatever they say themselves; one of `ENCODINGS`."""
    reader: str = ""
    """Who reads them, instead of who would be asked first."""
    again: int = 0
    """The row of the ledger whose file is read again."""
    member: str = ""
    """The only file of an archive that is to be read."""
    erased: bool = False
    """Whether articles come back that were erased."""

    def __post_init__(self) -> None:
        """Refuse a day that no article was published on.

        Raises:
            Unreadable: its year is out of all reason.
        """
        if self.published and not FIRST_YEAR <= self.published.year <= LAST_YEAR:
            raise Unreadable(
                f"Nothing was published on {self.published.isoformat()}.",
                f"Give a day of the years {FIRST_YEAR} to {LAST_YEAR}.",
            )

    def complete(self, draft: Draft, reader: str) -> Draft:
        """The draft with its blanks filled in; `reader` is who read it, "" in an archive."""
        draft = self.source.complete(draft, reader) if self.source else draft
        day = draft.published or (
            Published.on(self.published, "given at import") if self.published else None
        )
        given = clean_line(self.outlet, limits.FIELD_CHARACTERS)
        return replace(draft, outlet=draft.outlet or given, published=day)


NOTHING_SAID: Final = Options()
