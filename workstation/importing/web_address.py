"""Addresses of the web: how they are read, and which machines they may lead to."""

from __future__ import annotations

import re
import socket
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from workstation import limits
from workstation.domain.clean import clean_line
from workstation.errors import Refused

IPAddress = IPv4Address | IPv6Address
Allowed = Callable[[IPAddress], bool]

_PORTS: Final = {"http": 80, "https": 443}
_FIRST_FREE_PORT: Final = 1024
_UNSAFE: Final = re.compile(r"[\x00-\x20\x7f\\]")
_HOST: Final = re.compile(r"(?!.{254})[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*")
_NUMBER: Final = re.compile(r"(?:.*\.)?(?:\d+|0x[0-9a-f]*)")
_PASSWORD: Final = re.compile(r"(?<=//)[^/?#]*@")
_UNNAMEABLE: Final = re.compile(r"[^\w .()+,-]+")
_PATH_SIGNS: Final = "/%:=&~+!$,;'@()*-._"
_QUERY_SIGNS: Final = _PATH_SIGNS + "?[]|"
# What newer rules of names keep, and Python's older ones would turn into other letters.
_KEPT_LETTERS: Final = frozenset("ßς\u200c\u200d")

# All that IANA's registries of special addresses call neither global nor a host's own, and the one
# public address at which a cloud answers its own machines.
_SPECIAL: Final = tuple(map(IPv4Network, (
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
    "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24",
    "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
    "224.0.0.0/4", "240.0.0.0/4", "168.63.129.16/32",
)))  # fmt: skip
_GLOBAL_6: Final = IPv6Network("2000::/3")
# Of those: protocols' own (Teredo among them), examples, and 6to4, which no publisher uses.
_SPECIAL_6: Final = tuple(map(IPv6Network, (
    "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20",
)))  # fmt: skip
_INSIDE: Final = tuple(map(IPv4Network, (
    "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16",
)))  # fmt: skip
_INSIDE_6: Final = (IPv6Network("::1/128"), IPv6Network("fc00::/7"))
# An address of the older kind in one of the newer: mapped, or translated for networks without it.
_CARRIERS: Final = (IPv6Network("::ffff:0:0/96"), IPv6Network("64:ff9b::/96"))
# Where clouds tell their machines' secrets: no newspaper's intranet is there.
_METADATA: Final = frozenset(map(ip_address, ("100.100.100.200", "fd00:ec2::254")))


def is_public(address: IPAddress) -> bool:
    """Whether an address belongs to the open internet, and to no network of somebody's own."""
    bare = _unwrapped(address)
    if isinstance(bare, IPv4Address):
        return not any(bare in network for network in _SPECIAL)
    return bare in _GLOBAL_6 and not any(bare in network for network in _SPECIAL_6)


def is_public_or_intranet(address: IPAddress) -> bool:
    """Whether an address is public, or one that offices and this machine use for themselves."""
    bare = _unwrapped(address)
    inside = _INSIDE if isinstance(bare, IPv4Address) else _INSIDE_6
    own = any(bare in network for network in inside) and bare not in _METADATA
    return own or is_public(bare)


def _unwrapped(address: IPAddress) -> IPAddress:
    if isinstance(address, IPv6Address) and any(address in network for network in _CARRIERS):
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address


def looks_like_address(words: str) -> bool:
    """Whether words are meant as an address of the web, or of anything like it."""
    return re.match(r"[A-Za-z][A-Za-z0-9+.-]*://", words.strip()) is not None


def without_password(words: str) -> str:
    """An address as it may be shown and kept: on one line, without what only its user may know."""
    return clean_line(_PASSWORD.sub("…@", words.strip()), limits.NAME_CHARACTERS)


@dataclass(frozen=True, slots=True)
class WebAddress:
    """An address that may be asked for: every part of it is plain ASCII."""

    scheme: str
    host: str
    port: int
    target: str
    """Path and query, as a server is asked for them."""

    @classmethod
    def read(cls, words: str) -> WebAddress:
        """The address that words mean; what follows a `#` is for browsers alone.

        Raises:
            Refused: they mean none, or one that is not asked for.
        """
        words = words.strip()
        if len(words) > limits.ADDRESS_CHARACTERS:
            raise _refused("The address is longer than any honest one.")
        if _UNSAFE.search(words):
            raise _refused("The address holds blanks or signs that belong in none.")
        try:
            parts = urlsplit(words)
            port = parts.port
        except ValueError as error:
            raise _refused("This is no address of a web page.") from error
        scheme = parts.scheme.lower()
        if scheme not in _PORTS:
            raise _refused("Only addresses that begin with https:// or http:// are fetched.")
        if "@" in parts.netloc:
            raise _refused("The address holds a user's name or password, which are sent nowhere.")
        port = _PORTS[scheme] if port is None else port
        if port not in _PORTS.values() and port < _FIRST_FREE_PORT:
            raise _refused(f"At port {port} other things than web pages are served.")
        return cls(scheme, _host(parts), port, _target(parts))

    def follow(self, location: str) -> WebAddress:
        """The address that a server leads on to.

        Raises:
            Refused: it is none, or gives up the encryption.
        """
        # A server's words arrive byte by byte; most that are not ASCII are UTF-8.
        raw = location.encode("latin-1", "ignore")
        words = quote(raw.strip(), safe=_QUERY_SIGNS + "#")
        try:
            led = WebAddress.read(urljoin(str(self), words))
        except ValueError as error:
            raise _refused("The page leads on to what is no address.") from error
        if self.scheme == "https" and led.scheme == "http":
            raise Refused(
                f"{self.host} leads on to an address without encryption.",
                "Open the page in a browser and save it.",
                code="unencrypted",
            )
        return led

    def __str__(self) -> str:
        return f"{self.scheme}://{self.authority}{self.target}"

    @property
    def authority(self) -> str:
        """The host, with its port where that is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def name(self) -> str:
        """What a file from there is called, without anything that a folder would mind."""
        last = PurePosixPath(unquote(self.target.partition("?")[0])).name
        plain = _UNNAMEABLE.sub("", clean_line(last, limits.FIELD_CHARACTERS)).strip(" .")
        return plain or self.host.replace(":", ".")


def _refused(words: str) -> Refused:
    return Refused(
        words, "Give the address as a browser shows it, or save the page there.", code="address"
    )


def _host(parts: SplitResult) -> str:
    host = (parts.hostname or "").removesuffix(".")
    if parts.netloc.startswith("["):
        try:
            # A zone after a % sign would choose a network of this machine.
            return str(IPv6Address(host.replace("%", " ")))
        except ValueError as error:
            raise _refused("The address names no machine.") from error
    host = _ascii(host)
    if not _HOST.fullmatch(host):
        raise _refused("The address names no machine.")
    if _NUMBER.fullmatch(host):
        # 127.1, 0x7f000001 and 017700000001 are numbers too, and never asked of a name server.
        try:
            return str(IPv4Address(socket.inet_aton(host)))
        except (OSError, ValueError) as error:
            raise _refused("The address names no machine.") from error
    return host


def _ascii(host: str) -> str:
    if host.isascii():
        return host.lower()
    try:
        return ".".join(_label(label) for label in re.split("[.。．｡]", host)).lower()
    except UnicodeError as error:
        raise _refused("The address names no machine.") from error


def _label(label: str) -> str:
    if _KEPT_LETTERS.isdisjoint(label):
        return label.encode("idna").decode("ascii") if label else ""
    plain = unicodedata.normalize("NFC", label.lower())
    return f"xn--{plain.encode('punycode').decode('ascii')}"


def _target(parts: SplitResult) -> str:
    path = quote(parts.path or "/", safe=_PATH_SIGNS)
    return f"{path}?{quote(parts.query, safe=_QUERY_SIGNS)}" if parts.query else path
