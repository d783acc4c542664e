"""When two articles are the same article, or the same story."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from datetime import tzinfo
from urllib.parse import parse_qsl, urlencode, urlsplit
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from workstation import limits
from workstation.domain.article import Draft
from workstation.domain.names import fold

_HASHES = 64
_BANDS = 16
_SHINGLE_WORDS = 3
# Fewer shingles say too little: two short notices share a third of theirs by chance.
_FEWEST_SHINGLES = 12
_CHUNK = 4_096
_WORD = re.compile(r"\w+")

# Parameters that say where a reader came from, never which article is meant.
_TRACKING = re.compile(
    r"utm_.*|at_.*|mc_[ce]id|(?:fb|g|y|d|ms|tw)cl?k?id|gclsrc|igshid|mkt_tok|cmpid|ns_.*|ocid|"
    r"smid|smtyp|sref|ref|ref_src|ref_url|referrer|ito|traffic_source|xtor|wt_.*|_ga|_hs.*|icid|"
    r"ncid|guccounter|amp|outputtype|fb_.*|s_kwcid|ei|emci|emdi|ceid|hss_channel",
    re.IGNORECASE,
)
_AMP_PATH = re.compile(r"/amp(?=/?$)|\.amp(?=(?:\.html?)?$)|^/amp(?=/)", re.IGNORECASE)
_COPY_HOST = re.compile(r"^(?:www|amp|m|mobile)\.(?=[^.]+\.)")

Signature = NDArray[np.uint32]


def text_hash(text: str) -> str:
    """A hash of the words of a text; case, spacing and forms of one character do not count."""
    plain = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()


def identity(draft: Draft, zone: tzinfo) -> str:
    """What tells the same article: its provider's id, its address, or words, outlet and day."""
    if draft.provider_id:
        return f"id:{draft.provider_id}"
    address = canonical_address(draft.url)
    if address:
        return f"url:{address}"
    day = draft.published.local_day(zone).isoformat() if draft.published else ""
    return f"text:{text_hash(draft.text)}:{day}:{fold(draft.outlet)}"


def canonical_address(url: str) -> str:
    """An address without what does not name the article; "" where it names none.

    Scheme, `www.` and mobile hosts, fragments, tracking parameters, AMP and a last slash go.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return ""
    host = _COPY_HOST.sub("", (parts.hostname or "").lower())
    asked = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not _TRACKING.fullmatch(name)
    ]
    path = _AMP_PATH.sub("", parts.path).rstrip("/")
    if not host or not (path or asked):
        # The front page of a site is no article.
        return ""
    place = host if port in (None, 80, 443) else f"{host}:{port}"
    return place + path + (f"?{urlencode(sorted(asked))}" if asked else "")


def own_words(draft: Draft) -> str:
    """The text of a draft without its promotional lines and footers."""
    kept, start = [], 0
    for passage in draft.passages:
        kept.append(draft.text[start : passage.start])
        start = passage.end
    return "".join((*kept, draft.text[start:]))


def signature(text: str) -> Signature | None:
    """The 64 least hashes of a text's three-word shingles; None for a very short text.

    The share of equal entries of two signatures estimates the share of common shingles.
    """
    words = [fold(word) for word in _WORD.findall(text[: limits.STORY_SAMPLE_CHARACTERS])]
    shingles = {
        crc32(" ".join(words[n : n + _SHINGLE_WORDS]).encode("utf-8", "surrogatepass"))
        for n in range(len(words) - _SHINGLE_WORDS + 1)
    }
    if len(shingles) < _FEWEST_SHINGLES:
        return None
    values = np.fromiter(shingles, dtype=np.uint64, count=len(shingles))
    least = np.full(_HASHES, np.iinfo(np.uint32).max, dtype=np.uint32)
    for start in range(0, len(values), _CHUNK):
        # Multiply, add, shift: the high half of the product mixes well, and overflow is wanted.
        mixed = values[start : start + _CHUNK, None] * _FACTORS + _TERMS
        np.minimum(least, (mixed >> np.uint64(32)).astype(np.uint32).min(axis=0), out=least)
    return least


def to_bytes(found: Signature) -> bytes:
    """A signature as it is stored, the same on every machine."""
    return found.astype("<u4").tobytes()


def bands(found: Signature) -> tuple[int, ...]:
    """Sixteen numbers, of which near-identical texts share at least one."""
    rows = found.astype("<u4").reshape(_BANDS, -1)
    return tuple(
        int.from_bytes(
            hashlib.blake2b(bytes([number]) + row.tobytes(), digest_size=8).digest(),
            "big",
            signed=True,
        )
        for number, row in enumerate(rows)
    )


def story_of(found: Signature, neighbours: Sequence[tuple[int, bytes]]) -> int | None:
    """The story of the most alike neighbour, given as (story, stored signature), or None."""
    known = [(story, stored) for story, stored in neighbours if len(stored) == 4 * _HASHES]
    if not known:
        return None
    rows = np.frombuffer(b"".join(stored for _story, stored in known), dtype="<u4")
    # The estimated share of common shingles.
    likeness = (rows.reshape(-1, _HASHES) == found).mean(axis=1)
    # The first of equals is the oldest.
    best = int(likeness.argmax())
    return known[best][0] if likeness[best] >= limits.STORY_LIKENESS else None


def _constants(name: str) -> NDArray[np.uint64]:
    raw = b"".join(hashlib.sha256(f"{name} {n}".encode()).digest()[:8] for n in range(_HASHES))
    return np.frombuffer(raw, dtype="<u8").astype(np.uint64)


_FACTORS = _constants("factor") | np.uint64(1)
_TERMS = _constants("term")
