"""The one gate that every text passes before it is kept."""

from __future__ import annotations

import re
import unicodedata

# Breaks that are not \n, and \n itself in its Windows and old Macintosh spellings.
_LINE_BREAKS = re.compile("\r\n?|[\v\f\x1c-\x1e\x85\u2028]")
_PARAGRAPH_BREAKS = re.compile("\u2029")
# Signs without a shape: they split names invisibly (soft hyphen, zero-width space, word joiner,
# byte order mark), turn the words beside them around (embeddings, overrides and isolates), or are
# no characters at all. Joiners and the marks that only order punctuation belong to spelling.
_SHAPELESS = re.compile(
    "[\u00ad\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb"
    "\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
# Where words are written apart; other scripts mark by such signs where a line may break. A soft
# hyphen is what typesetters leave behind.
_INSIDE_WORDS = re.compile(
    "(?<=[A-Za-z\u00c0-\u052f])[\u200b\u2060-\u2064\ufeff]+(?=[A-Za-z\u00c0-\u052f])"
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f]")
_BLANK_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")


def clean_text(raw: str) -> str:
    """A text as it may be kept: NFC, no control characters, one blank line between paragraphs.

    A single line break inside a paragraph becomes a space. Cleaning twice changes nothing.
    """
    text = _LINE_BREAKS.sub("\n", raw)
    text = _PARAGRAPH_BREAKS.sub("\n\n", text)
    text = _SHAPELESS.sub("", _CONTROLS.sub("", text))
    text = unicodedata.normalize("NFC", text)
    paragraphs = (" ".join(part.split()) for part in _BLANK_LINES.split(text))
    return "\n\n".join(part for part in paragraphs if part)


def hides_signs(raw: str) -> bool:
    """Whether signs that nobody sees stand inside words, which keeps a search from finding them."""
    return _INSIDE_WORDS.search(raw) is not None


def is_part_of_clean(text: str) -> bool:
    """Whether some stretch of a clean text can read so."""
    rest = text.replace("\n", "")
    return not any(
        signs.search(rest) for signs in (_LINE_BREAKS, _PARAGRAPH_BREAKS, _SHAPELESS, _CONTROLS)
    )


def clean_line(raw: str, longest: int) -> str:
    """The same for a title, a name or an address: one line of at most `longest` characters.

    Markup never gets here as markup: what looks like it is kept as plain words.
    """
    line = clean_text(raw).replace("\n\n", " ")
    return line if len(line) <= longest else _cut(line, longest)


def _cut(line: str, longest: int) -> str:
    head = line[: longest - 1]
    at_word, space, _rest = head.rpartition(" ")
    # A line without spaces, such as a Chinese one, is cut where it is too long.
    kept = at_word if space and len(at_word) > longest // 2 else head
    return kept.rstrip(" ,;:–—-") + "…"
