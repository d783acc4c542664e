"""Addresses of copies: archives, caches, translations and fast pages keep the original's inside."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

from workstation.importing.dates import FIRST_YEAR, LAST_YEAR

_STAMPED = (
    re.compile(
        r"https?://(?:web\.|wayback\.|www\.)?archive\.org/(?:web|wayback)/"
        r"(?:(?P<when>\d{4,14})[a-z_*]*/|\*/)?(?P<to>\S+)"
    ),
    re.compile(
        r"https?://archive\.(?:today|ph|is|li|vn|md|fo)/"
        r"(?:(?:newest|oldest)/|(?P<when>\d{4}[\d.-]{4,13})/)?(?P<to>https?:\S+)"
    ),
    re.compile(r"https?://(?:www\.)?google\.[a-z.]{2,6}/amp/(?:s/)?(?P<to>\S+)(?P<when>)"),
    re.compile(r"https?://[^/\s]+\.cdn\.ampproject\.org/[a-z]/(?:s/)?(?P<to>\S+)(?P<when>)"),
)
_ASKED = {
    re.compile(r"(?:www\.)?google\.[a-z.]{2,6}/url"): ("url", "q"),
    re.compile(r"translate\.google\.[a-z.]{2,6}/translate"): ("u",),
    re.compile(r"lm?\.facebook\.com/l\.php"): ("u",),
    re.compile(r"webcache\.googleusercontent\.com/search"): ("q",),
}
_TRANSLATED = ".translate.goog"
_CACHED = re.compile(r"cache:(?:[\w-]*:)?(?=\S)")
_SCHEME = re.compile(r"https?:/{1,2}")
_PLACE = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:[/:?#]\S*)?")
_DEEPEST = 3
"""Copies of copies are looked into: an archived page of a cache."""


def original_address(address: str) -> tuple[str, datetime | None]:
    """The address that a copy was made of, and when; the address itself where it is no copy's."""
    when: datetime | None = None
    for _ in range(_DEEPEST):
        inner, at = _inside(address)
        if not inner:
            break
        address, when = inner, when or at
    return address, when


def _inside(address: str) -> tuple[str, datetime | None]:
    for shape in _STAMPED:
        match = shape.fullmatch(address)
        if match:
            return _whole(match["to"]), _instant(match["when"] or "")
    try:
        parts = urlsplit(address)
    except ValueError:
        return "", None
    host = (parts.hostname or "").lower()
    if host.endswith(_TRANSLATED):
        return _translated(host.removesuffix(_TRANSLATED), address), None
    for place, names in _ASKED.items():
        if place.fullmatch(f"{host}{parts.path}"):
            asked = dict(parse_qsl(parts.query))
            found = next((asked[name] for name in names if name in asked), "")
            return _whole(_CACHED.sub("", found, count=1)), None
    return "", None


def _whole(words: str) -> str:
    """An address that may have lost a stroke, or its beginning; "" for anything else."""
    plain = unquote(words) if re.match(r"https?%3a", words, re.IGNORECASE) else words
    if _SCHEME.match(plain):
        return re.sub(r"^(https?):/{1,2}", r"\1://", plain)
    return f"https://{plain}" if _PLACE.fullmatch(plain) else ""


def _translated(host: str, address: str) -> str:
    """`www-island--post-example` is www.island-post.example."""
    real = host.replace("--", "\0").replace("-", ".").replace("\0", "-")
    parts = urlsplit(address)
    asked = [(k, v) for k, v in parse_qsl(parts.query) if not k.startswith("_x_tr_")]
    return urlunsplit(("https", real, parts.path, urlencode(asked), ""))


def _instant(stamp: str) -> datetime | None:
    digits = re.sub(r"\D", "", stamp)
    try:
        at = datetime.strptime(digits, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None
    return at if FIRST_YEAR <= at.year <= LAST_YEAR else None
