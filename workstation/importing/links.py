"""Addresses become articles: fetched by the one door, kept as files, and read like any other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

import msgspec

from workstation import limits
from workstation.domain.ledger import Entry
from workstation.domain.progress import Progress, Tell, nobody
from workstation.errors import Refused
from workstation.importing.connection import Stopped
from workstation.importing.fetching import Fetched, Fetcher
from workstation.importing.importer import read_kept
from workstation.importing.options import NOTHING_SAID, Options, Source
from workstation.importing.web_address import WebAddress, without_password
from workstation.library import ledger, originals
from workstation.library.library import Library


def import_links(
    library: Library,
    links: Sequence[str],
    *,
    fetcher: Fetcher | None = None,
    options: Options = NOTHING_SAID,
    jobs: int = 0,
    tell: Tell = nobody,
    cancelled: Event | None = None,
) -> list[Entry]:
    """Fetches pages one after the other, then reads them; returns the ledger's rows.

    What came is safe in the library before the next one is asked for.

    Raises:
        WorkstationError: the library cannot be written, or no reader process comes up.
    """
    library.expect_writable()
    stop = cancelled or Event()
    kept: list[Entry] = []
    refused: list[Entry] = []
    wanted = list(dict.fromkeys(links))
    for done, link in enumerate(wanted):
        tell(Progress("Fetching", "addresses", done, len(wanted), len(refused)))
        try:
            address = WebAddress.read(link)
            page = (fetcher or Fetcher()).fetch(address, stop)
            kept.append(_keep(library, link, page, options))
        except Stopped:
            break
        except Refused as error:
            refused.append(_refuse(library, link, error))
    read = read_kept(library, kept, jobs=jobs, tell=tell, cancelled=stop)
    return sorted((*refused, *read), key=lambda entry: entry.id)


def _keep(library: Library, link: str, page: Fetched, options: Options) -> Entry:
    with TemporaryDirectory(prefix="media-workstation-") as folder:
        file = Path(folder) / "page"
        file.write_bytes(page.content)
        sha256 = originals.store(library, file)
    source = Source(
        str(page.address)[: limits.ADDRESS_CHARACTERS], page.at, page.name, page.charset
    )
    given = msgspec.json.encode(replace(options, source=source)).decode()
    with library.write() as writing:
        originals.note(writing, sha256, name=page.name, size=len(page.content))
        return ledger.offer(writing, without_password(link), sha256, given=given)


def _refuse(library: Library, link: str, error: Refused) -> Entry:
    with library.write() as writing:
        entry = ledger.offer(writing, without_password(link), "")
        return ledger.close(writing, entry.id, "refused", code=error.code, message=error.sentence)
