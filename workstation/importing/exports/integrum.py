"""Exports of Integrum, the archive of the Russian press: two letters before each field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

from workstation.domain.article import Draft
from workstation.errors import Refused
from workstation.importing.dates import read_date
from workstation.importing.exports.nexis import SOURCE
from workstation.importing.exports.telling import Read
from workstation.importing.facts import Facts, make_draft

_LABELS = {"ИС": "outlet", "ДТ": "published", "ЗГ": "title", "АВ": "author", "НР": "page",
           "РБ": "section"}  # fmt: skip
_LABELLED = re.compile(rf"\s*(?P<label>{'|'.join(_LABELS)})\s*:\s*(?P<value>.*)")
_FEWEST = 3
"""Labels that begin an article: a line of text may look like one or two."""


def articles(lines: Sequence[str]) -> Iterator[Read]:
    """The articles of an export in their order."""
    for start, end in pairwise([*_starts(lines), len(lines)]):
        yield partial(_article, lines[start:end])


def _starts(lines: Sequence[str]) -> Iterator[int]:
    end = 0
    for n in range(len(lines)):
        labels = _labels(lines[n : n + len(_LABELS)])
        if n >= end and {"outlet", "published"} <= labels.keys() and len(labels) >= _FEWEST:
            yield n
            end = n + len(labels)


def _labels(lines: Sequence[str]) -> dict[str, str]:
    """The labelled lines at the head of some lines, each label once."""
    found: dict[str, str] = {}
    for line in lines:
        match = _LABELLED.fullmatch(line)
        field = _LABELS[match["label"]] if match else ""
        if not match or field in found:
            break
        found[field] = match["value"].strip()
    return found


def _article(lines: Sequence[str]) -> Draft:
    said = _labels(lines[: len(_LABELS)])
    text = lines[len(said) :]
    if not text:
        raise Refused("It holds no text.", code="empty")
    facts = Facts(
        title=said.get("title", ""),
        outlet=said.get("outlet", ""),
        author=said.get("author", ""),
        language="ru",
        published=read_date(said.get("published", ""), SOURCE),
        hints=tuple((kind, said[kind]) for kind in ("page", "section") if kind in said),
    )
    return make_draft("\n\n".join(text), facts, "")
