"""What is known of a file beside its content: what the user said, and where it was fetched."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import PurePath
from typing import Final
from urllib.parse import urlsplit

from workstation import limits
from workstation.domain.article import Draft, Published
from workstation.domain.clean import clean_line
from workstation.errors import Unreadable
from workstation.importing.dates import FIRST_YEAR, LAST_YEAR, address_date

_PAGES: Final = {".html", ".htm", ".xhtml"}
_MOBILE: Final = re.compile(r"^(?:www|m|mobile|amp)\.")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a file was fetched from, and when."""

    address: str
    fetched: datetime
    name: str
    """What the file is called."""

    def complete(self, draft: Draft) -> Draft:
        """The draft with what its address says."""
        page = PurePath(self.name).suffix.lower() in _PAGES
        # A page may name itself as it likes, but no article of somebody else's. A feed lists those.
        url = draft.url if draft.url and (not page or _own(draft.url, self.address)) else ""
        return replace(
            draft,
            url=url or self.address,
            captured=draft.captured or self.fetched,
            published=draft.published or (address_date(self.address) if page else None),
        )


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

    def complete(self, draft: Draft) -> Draft:
        """The draft with its blanks filled in."""
        draft = self.source.complete(draft) if self.source else draft
        day = draft.published or (
            Published.on(self.published, "given at import") if self.published else None
        )
        given = clean_line(self.outlet, limits.FIELD_CHARACTERS)
        return replace(draft, outlet=draft.outlet or given, published=day)


NOTHING_SAID: Final = Options()
