"""Markdown becomes plain lines."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from workstation.importing.facts import Facts
from workstation.importing.header import fact, field_named

_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)(?:\s+#+)?\s*$")
_UNDERLINE = re.compile(r"\s{0,3}(=+|-+)\s*$")
_RULE = re.compile(r"\s{0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$")
_DEFINITION = re.compile(r"\s{0,3}\[[^\]]+\]:\s*\S+.*$")
_QUOTE = re.compile(r"^\s{0,3}(?:>\s?)+")
_LISTED = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?(?=\S)")
_TABLE_RULE = re.compile(r"\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*$")
_ROW = re.compile(r"\s*\|.*\|\s*$")

_COMMENT = re.compile(r"<!--.*?-->")
_IMAGE = re.compile(r"!\[[^\[\]]*\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\])")
_LINK = re.compile(r"\[([^\[\]]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\])")
_NOTE = re.compile(r"\[\^[^\]]+\]:?")
_AUTO_LINK = re.compile(r"<((?:https?|mailto):[^<>\s]+)>")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>")
_STRONG = re.compile(r"(\*\*|__|~~)(?=\S)([^*_~]+?)(?<=\S)\1")
_EMPHASIS = re.compile(
    r"(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=\S)\*(?!\w)|(?<![\w_])_(?=[^\s_])([^_]+?)(?<=\S)_(?!\w)"
)
_CODE = re.compile(r"(`+)(?!`)([^`]+)\1")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")

_KEY = re.compile(r"([A-Za-z_][\w -]*):\s*(.*)$")
_ENTRY = re.compile(r"\s*-\s+(.*)$")


@dataclass(slots=True)
class Plain:
    """Plain lines, the first heading of the first level, and the other headings."""

    lines: list[str] = field(default_factory=list)
    title: str = ""
    headings: list[str] = field(default_factory=list)

    def block(self, words: str) -> None:
        """A line that is a paragraph by itself."""
        self.lines += ["", words, ""]


def front_matter(lines: Sequence[str]) -> tuple[Facts, int]:
    """The facts between two lines of three dashes at the top, and how many lines they take."""
    if not lines or lines[0].strip() != "---":
        return Facts(), 0
    end = next((n for n in range(1, len(lines)) if lines[n].strip() in {"---", "..."}), 0)
    facts = Facts()
    for key, value in _pairs(lines[1:end]):
        if field_named(key) and value:
            facts = facts.or_else(fact(field_named(key), value, "front matter"))
    return (facts, end + 1) if end else (Facts(), 0)


def to_plain(lines: Sequence[str]) -> Plain:
    """Markdown lines without their marks; links keep their words, pictures go."""
    plain, fenced = Plain(), False
    for n, line in enumerate(lines):
        if _FENCE.match(line):
            fenced = not fenced
            plain.lines.append("")
        elif fenced or not line.strip():
            plain.lines.append(line)
        else:
            _add(plain, line, lines[n + 1] if n + 1 < len(lines) else "")
    return plain


def _add(plain: Plain, line: str, following: str) -> None:
    heading = _HEADING.match(line)
    underline = _UNDERLINE.match(following) if line.strip() and not _listed(line) else None
    if heading:
        _add_heading(plain, len(heading[1]), heading[2])
    elif underline and not _UNDERLINE.match(line):
        _add_heading(plain, 1 if underline[1][0] == "=" else 2, line.strip())
    elif _RULE.match(line) or _UNDERLINE.match(line):
        plain.lines.append("")
    elif _DEFINITION.match(line) or _TABLE_RULE.match(line.strip()):
        pass
    elif _listed(line):
        plain.block(_inline(_LISTED.sub("", _QUOTE.sub("", line))))
    else:
        plain.lines.append(_inline(_row(_QUOTE.sub("", line))))


def _add_heading(plain: Plain, level: int, words: str) -> None:
    title = _inline(words)
    if level == 1 and not plain.title and not any(map(str.strip, plain.lines)):
        plain.title = title
    else:
        plain.headings.append(title)
        plain.block(title)


def _listed(line: str) -> bool:
    return bool(_LISTED.match(_QUOTE.sub("", line))) and not _RULE.match(line)


def _row(line: str) -> str:
    return (
        " ".join(cell.strip() for cell in line.strip().strip("|").split("|"))
        if _ROW.match(line)
        else line
    )


def _inline(words: str) -> str:
    words = _CODE.sub(r"\2", _NOTE.sub("", _IMAGE.sub("", _COMMENT.sub("", words))))
    words = _AUTO_LINK.sub(r"\1", _LINK.sub(r"\1", words))
    words = _EMPHASIS.sub(lambda m: m[1] or m[2], _STRONG.sub(r"\2", _TAG.sub("", words)))
    return html.unescape(_ESCAPE.sub(r"\1", words)).rstrip()


def _pairs(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Keys and values; entries of a list are joined by commas."""
    key, entries = "", list[str]()
    for line in lines:
        pair, entry = _KEY.match(line), _ENTRY.match(line)
        if pair:
            yield key, ", ".join(entries)
            key, entries = pair[1], [_bare(pair[2])] if pair[2].strip() else []
        elif entry and key:
            entries.append(_bare(entry[1]))
    yield key, ", ".join(entries)


def _bare(value: str) -> str:
    words = value.strip()
    if words.startswith("[") and words.endswith("]") and not words.startswith("[["):
        return ", ".join(_bare(part) for part in words[1:-1].split(","))
    if len(words) > 1 and words[0] == words[-1] and words[0] in "\"'":
        words = words[1:-1].replace('\\"', '"').replace("''", "'")
    return words.removeprefix("[[").removesuffix("]]")
