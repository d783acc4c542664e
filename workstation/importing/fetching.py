"""The one door to the web: a page whose address somebody gave, and nothing else."""

from __future__ import annotations

import http.client
import socket
import ssl
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from ipaddress import ip_address
from pathlib import PurePath
from threading import Event
from typing import Final, cast

from workstation import __version__, limits
from workstation.domain.encoding import charset_of
from workstation.errors import Refused
from workstation.importing.connection import Connection, Patience, too_large
from workstation.importing.web_address import Allowed, IPAddress, WebAddress, is_public

Resolve = Callable[[str], Sequence[IPAddress]]

_AGENT: Final = f"MediaWorkstation/{__version__}"
_REDIRECTS: Final = frozenset((301, 302, 303, 307, 308))
_WHOLE: Final = frozenset((200, 203))
_GONE: Final = frozenset((404, 410))
_SAVE_IT: Final = "Open the page in a browser and save it, then import the file."
_REASONS: Final = {
    401: "wants a name and a password for this page",
    402: "wants to be paid for this page",
    403: "does not give this page to programs",
    404: "has no such page",
    410: "has this page no more",
    429: "has had too many questions; ask later",
    451: "may not show this page",
}
_ENDINGS: Final = {
    "": "",
    "application/octet-stream": "",
    "text/html": ".html",
    "application/xhtml+xml": ".xhtml",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/msword": ".doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
    "message/rfc822": ".eml",
    "application/mbox": ".mbox",
    "application/vnd.ms-outlook": ".msg",
    "multipart/related": ".mht",
    "application/x-mimearchive": ".mht",
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/json": ".json",
    "application/feed+json": ".json",
    "application/ld+json": ".json",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
    "application/vnd.ms-excel": ".xls",
    "application/x-ndjson": ".jsonl",
    "application/epub+zip": ".epub",
    "application/warc": ".warc",
    "application/zip": ".zip",
}
"""What the readers may be able to read; the content has the last word."""
_SAME: Final = {".htm": ".html", ".mhtml": ".mht", ".text": ".txt", ".rss": ".xml", ".atom": ".xml"}
_FAMILIES: Final = {"image": "a picture", "audio": "a sound", "video": "a film", "font": "a font"}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server gave, and the address at which it was found in the end."""

    address: WebAddress
    content: bytes
    name: str
    """A file's name, with the ending of what the server says it is."""
    charset: str
    """What the server says it is written in; "" where it says nothing."""
    at: datetime


def resolved(host: str) -> list[IPAddress]:
    """The machines of a host, as this system finds them."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return [ip_address(str(where[0]).partition("%")[0]) for *_, where in found]


class Fetcher:
    """Asks servers for pages; each machine is checked before anything is sent to it.

    A host's name is looked up once for each question, and what was checked is what is connected
    to. No cookies are kept, and nobody is told where an address stood.
    """

    def __init__(
        self,
        *,
        allowed: Allowed = is_public,
        outside: Allowed = is_public,
        resolve: Resolve = resolved,
    ) -> None:
        """`allowed` says which machines may be asked, `outside` which lead to none but their like.

        Whoever may ask an intranet is not led there by a page of the world.
        """
        self._allowed = allowed
        self._outside = outside
        self._resolve = resolve

    def fetch(self, address: WebAddress, cancelled: Event) -> Fetched:
        """The page at an address, or at that to which it leads on.

        Raises:
            Refused: there is none, it may not be asked for, or is too large or too slow.
            Stopped: `cancelled` was set.
        """
        patience = Patience(limits.FETCH_SECONDS, cancelled)
        come_from_outside = False
        for _ in range(limits.FETCH_REDIRECTS + 1):
            machines = self._machines(address, patience)
            outside = all(map(self._outside, machines))
            if come_from_outside and not outside:
                raise _private(address)
            come_from_outside = outside
            with _connected(address, machines, patience) as connection:
                answer = _asked(address, connection)
                if answer.status not in _REDIRECTS:
                    return Fetched(address, *_page(address, answer, patience), datetime.now(UTC))
                address = address.follow(answer.getheader("location", ""))
        raise Refused(
            f"The address leads on more than {limits.FETCH_REDIRECTS} times.",
            _SAVE_IT,
            code="redirects",
        )

    def _machines(self, address: WebAddress, patience: Patience) -> list[IPAddress]:
        try:
            machines = list(dict.fromkeys(patience.ask(lambda: self._resolve(address.host))))
        except (OSError, ValueError) as error:
            raise _nobody(address) from error
        if not machines:
            raise _nobody(address)
        # One forbidden machine is enough: such a name was made to lead inside.
        if not all(map(self._allowed, machines)):
            raise _private(address)
        return machines[: limits.FETCH_MACHINES]


def _connected(
    address: WebAddress, machines: Sequence[IPAddress], patience: Patience
) -> Connection:
    reason = "nobody answers"
    for machine in machines:
        try:
            connection = Connection.to(machine, address.port, patience)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            continue
        if address.scheme == "https":
            _secure(connection, address)
        return connection
    raise Refused(
        f"{address.host} cannot be reached: {reason}.",
        "Check that you are online, and try again later.",
        code="unreachable",
    )


def _secure(connection: Connection, address: WebAddress) -> None:
    try:
        connection.secure(address.host)
    except BaseException as error:
        connection.close()
        if isinstance(error, ssl.SSLCertVerificationError):
            raise Refused(
                f"{address.host} cannot prove that it is {address.host}: {error.verify_message}.",
                "Whoever answers may be somebody else. Look at the page in a browser.",
                code="certificate",
            ) from error
        if isinstance(error, OSError):
            raise Refused(
                f"No encrypted connection to {address.host} came about.", _SAVE_IT, code="tls"
            ) from error
        raise


def _asked(address: WebAddress, connection: Connection) -> http.client.HTTPResponse:
    question = (
        f"GET {address.target} HTTP/1.1\r\n"
        f"Host: {address.authority}\r\n"
        f"User-Agent: {_AGENT}\r\n"
        "Accept: text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5\r\n"
        "Accept-Encoding: gzip\r\n"
        "Connection: close\r\n\r\n"
    )
    # Of a socket, the parser wants nothing but a file to read from.
    answer = http.client.HTTPResponse(cast("socket.socket", connection), method="GET")
    try:
        connection.send(question.encode("ascii"))
        answer.begin()
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise _broken_off(address) from error
    return answer


def _page(
    address: WebAddress, answer: http.client.HTTPResponse, patience: Patience
) -> tuple[bytes, str, str]:
    if answer.status not in _WHOLE:
        told = _REASONS.get(answer.status, "gives no page but an error")
        advice = "Check the address." if answer.status in _GONE else _SAVE_IT
        raise Refused(
            f"{address.host} {told} ({answer.status}).", advice, code=f"http-{answer.status}"
        )
    kind = answer.getheader("content-type", "")
    ending = _ending(address, kind)
    packing = answer.getheader("content-encoding", "").strip().lower()
    if packing not in {"", "identity", "gzip", "x-gzip"}:
        raise Refused(
            f"{address.host} packs the page in a way nobody asked for.", _SAVE_IT, code="packing"
        )
    if (answer.length or 0) > limits.FETCH_BYTES:
        raise too_large()
    try:
        content = _content(answer, packed="gzip" in packing, patience=patience)
    except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
        raise _broken_off(address) from error
    if content is None:
        raise _broken_off(address)
    # Mails and archives say of each of their parts how it is written.
    is_text = kind.lower().startswith("text/") or "xml" in kind
    return content, _name(address, ending), charset_of(kind) if is_text else ""


def _content(answer: http.client.HTTPResponse, *, packed: bool, patience: Patience) -> bytes | None:
    """All of a page; None if it breaks off."""
    content = bytearray()
    unpacking = _Unpacking(patience) if packed else None
    while piece := answer.read1(limits.FETCH_PIECE_BYTES):
        if unpacking is None:
            content += piece
        else:
            unpacking.take(piece, content)
        if len(content) > limits.FETCH_BYTES:
            raise too_large()
    whole = not answer.length and (unpacking is None or unpacking.whole)
    return bytes(content) if whole else None


class _Unpacking:
    """Unpacks a little at a time, so that what swells without end is noticed."""

    def __init__(self, patience: Patience) -> None:
        self._patience = patience
        self._gzip = zlib.decompressobj(zlib.MAX_WBITS + 16)
        self.whole = True

    def take(self, piece: bytes, content: bytearray) -> None:
        """Adds what a piece unpacks to.

        Raises:
            zlib.error: it unpacks to nothing.
            Refused, Stopped: it is too much, or takes too long.
        """
        while piece:
            self._patience.check()
            content += self._gzip.decompress(piece, limits.FETCH_PIECE_BYTES)
            if not self._gzip.unconsumed_tail and not self._gzip.eof:
                content += self._gzip.decompress(b"", limits.FETCH_PIECE_BYTES)
            if len(content) > limits.FETCH_BYTES:
                raise too_large()
            piece, self.whole = self._gzip.unconsumed_tail, self._gzip.eof
            if self.whole:
                # What was packed in several parts is unpacked one after the other.
                piece = self._gzip.unused_data
                self._gzip = zlib.decompressobj(zlib.MAX_WBITS + 16)


def _ending(address: WebAddress, declared: str) -> str:
    kind = declared.partition(";")[0].strip().lower()
    if kind in _ENDINGS:
        return _ENDINGS[kind]
    family = _FAMILIES.get(kind.partition("/")[0], "something that is no article")
    raise Refused(
        f"{address.host} gives {family} there ({kind[: limits.FIELD_CHARACTERS]}).",
        "Give the address of the article itself.",
        code="content-type",
    )


def _name(address: WebAddress, ending: str) -> str:
    name = address.name
    found = PurePath(name).suffix.lower()
    return name if not ending or _SAME.get(found, found) == ending else f"{name}{ending}"


def _nobody(address: WebAddress) -> Refused:
    return Refused(
        f"Nobody knows where {address.host} is.",
        "Check the address, and that you are online.",
        code="no-host",
    )


def _private(address: WebAddress) -> Refused:
    return Refused(
        f"{address.host} is no machine of the open internet, and was not asked.",
        "Save the page in a browser. On the command line, --private allows an intranet's pages.",
        code="private",
    )


def _broken_off(address: WebAddress) -> Refused:
    return Refused(
        f"What {address.host} answered is no web page, or broke off.",
        "Try again later, or save the page in a browser.",
        code="bad-answer",
    )
