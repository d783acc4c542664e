"""Plain lines become a draft: header lines off, paragraphs joined, facts attached."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from workstation import limits
from workstation.domain.article import Draft
from workstation.domain.clean import clean_line
from workstation.importing.datelines import dated_by_dateline
from workstation.importing.facts import NOTHING, Facts, make_draft
from workstation.importing.header import byline, header_block, read_header
from workstation.importing.paragraphs import to_paragraphs

# A byline stands under the title, or under the line or two that sum the article up.
_BYLINE_WITHIN = 3


def draft_from_lines(
    lines: Sequence[str],
    name: str,
    known: Facts = NOTHING,
    headings: Collection[str] = (),
    otherwise: Facts = NOTHING,
) -> Draft:
    """A draft of plain lines.

    `known` are facts that go before what the lines say, `otherwise` those that come after it.

    Raises:
        Refused: there is no text.
    """
    header = header_block(lines) if known.title else read_header(lines)
    facts = known.or_else(header.facts)
    paragraphs = [*header.kept, *to_paragraphs(lines[header.used :])]
    if facts.title:
        told, paragraphs = _without_byline(paragraphs, facts.author or otherwise.author)
        facts = facts.or_else(told)
    if paragraphs:
        saved = facts.captured or otherwise.captured
        facts = facts.or_else(Facts(published=dated_by_dateline(paragraphs[0], saved)))
    return make_draft("\n\n".join(paragraphs), facts.or_else(otherwise), name, headings)


def _without_byline(paragraphs: list[str], author: str) -> tuple[Facts, list[str]]:
    for n, paragraph in enumerate(paragraphs[:_BYLINE_WITHIN]):
        told = byline(clean_line(paragraph, limits.FIELD_CHARACTERS), author)
        if told:
            return told, paragraphs[:n] + paragraphs[n + 1 :]
    return NOTHING, paragraphs
