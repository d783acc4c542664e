"""What stands on the edges of pages: running heads, feet and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workstation.domain.names import fold
from workstation.importing.dates import is_only_a_date, read_date
from workstation.importing.facts import NOTHING, Facts
from workstation.importing.layout import Piece

# Only the outermost lines of a page can be furniture, and only this near to its edge.
_OUTERMOST = 3
_EDGE_SHARE = 0.12
# A line is furniture if it stands there on so many pages.
_FEWEST_PAGES = 2
_PAGES_SHARE = 0.3
_LONGEST_HEAD = 90
# How far above the text a head stands, in sizes of its type.
_SET_APART = 1.9

_NUMBER = re.compile(
    r"(?:page|seite|página|pagina|стр\.?|p\.)?\s*[-–—|•·]?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*[-–—|•·]?"
    r"(?:\s*(?:of|/|von|de|из|sur)\s*\d{1,4})?",
    re.IGNORECASE,
)
_SECTIONS = frozenset((
    "africa", "americas", "asia", "business", "comment", "culture", "east", "economy", "europe",
    "features", "foreign", "home", "international", "local", "middle", "national", "news",
    "opinion", "page", "politics", "review", "sport", "sports", "world",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """The pieces of a page, and its height in points."""

    pieces: tuple[Piece, ...]
    height: float
    is_picture: bool = False
    """Whether it shows a picture and has no text to speak of, as scanned pages have."""


def without_furniture(pages: Sequence[Page]) -> tuple[list[list[Piece]], list[str]]:
    """The pieces of each page that belong to its text, and the lines at the head of the first."""
    rows = [_edge_rows(page) for page in pages]
    seen = Counter(key for page_rows in rows for key in {_key(row) for row in page_rows})
    often = max(_FEWEST_PAGES, _PAGES_SHARE * len(pages))
    kept, heads = [], list[str]()
    for number, (page, page_rows) in enumerate(zip(pages, rows, strict=True)):
        dropped: set[Piece] = set()
        for row in page_rows:
            head = _is_dated_head(row, page)
            if seen[_key(row)] >= often or head or any(_is_number(piece) for piece in row):
                dropped.update(row)
                heads += [piece.words for piece in row] if head and number == 0 else []
        kept.append([piece for piece in page.pieces if piece not in dropped])
    return kept, heads


def head_facts(heads: Sequence[str], known_names: Sequence[str]) -> Facts:
    """What a running head says: a day, and the outlet beside it.

    `known_names` are names from elsewhere in the document: they tell how one in capitals is spelt.
    """
    facts = NOTHING
    for words in heads:
        published = read_date(words, "page head")
        if published:
            facts = facts.or_else(Facts(published=published))
        elif not set(fold(words).split()) <= _SECTIONS and not _NUMBER.fullmatch(words.strip()):
            spelt = {fold(name): name for name in known_names}
            facts = facts.or_else(Facts(outlet=spelt.get(fold(words), words.strip())))
    return facts


def _edge_rows(page: Page) -> list[list[Piece]]:
    rows: list[list[Piece]] = []
    for piece in sorted(page.pieces, key=lambda p: -p.base):
        if rows and rows[-1][0].base - piece.base < piece.size / 2:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    outer = rows[:_OUTERMOST] + rows[_OUTERMOST:][-_OUTERMOST:]
    edge = _EDGE_SHARE * page.height
    return [row for row in outer if not edge < row[0].base < page.height - edge]


def _key(row: Sequence[Piece]) -> str:
    words = " ".join(piece.words for piece in sorted(row, key=lambda p: p.left))
    return re.sub(r"\d+", "#", fold(words))


def _is_number(piece: Piece) -> bool:
    return bool(_NUMBER.fullmatch(piece.words.strip()))


def _is_dated_head(row: Sequence[Piece], page: Page) -> bool:
    """Whether a row at the very top has a day and perhaps a name, set apart from each other."""
    top = max(piece.base for piece in page.pieces)
    words = [piece.words.strip() for piece in row]
    dated = [w for w in words if read_date(w, "") and len(w) <= _LONGEST_HEAD // 2]
    short = sum(map(len, words)) <= _LONGEST_HEAD
    if row[0].base < top - row[0].size / 2 or not short or len(dated) != 1:
        return False
    # The first line of a text may name a day too.
    under = max((p.base for p in page.pieces if p.base < row[0].base - p.size / 2), default=0.0)
    return row[0].base - under > _SET_APART * row[0].size or is_only_a_date(dated[0])
