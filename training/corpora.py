"""The annotated documents the tagger learns from: read, checked against the manifest, split."""

from __future__ import annotations

import gzip
import hashlib
import json
import random
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

LABELS = ("PERSON", "ORG", "NORP", "GPE", "LOC", "FAC", "PRODUCT", "EVENT")

# Short posts are unlike articles, so they may teach but never choose the model.
POSTS = frozenset({"btc", "wnut17"})

OWN = "own"
TEST_SHARE = 0.12

_TITLE = re.compile(
    r"(?:(?:President|Prime Minister|Minister|Senator|General|Gen|Pope|King|Queen|Sir|Mr|Mrs|Ms|Dr)"
    r"\.?|Emperor|Prince|Princess) (?=\S)"
)
_ARTICLE = re.compile(r"(?:the (?=\S)|The (?!Hague))")
_POSSESSIVE = re.compile(r" ?['’]s?$")
_CAPITALISED = re.compile(r"(?<=[\w,;] )[A-Z]\w+")


@dataclass(frozen=True)
class Document:
    """An annotated text; offsets are code points, ends are exclusive, spans do not overlap."""

    text: str
    spans: tuple[tuple[int, int, str], ...]
    missing: tuple[tuple[int, int], ...]
    source: str
    id: str


def seeded(seed: int) -> random.Random:
    """Gives chance that falls the same way every time."""
    return random.Random(seed)  # noqa: S311 - repeatable, not secret


def parse(line: str) -> Document:
    """Reads one line of a corpus.

    Raises:
        ValueError: a span has an unknown label, lies outside the text or overlaps another.
    """
    fields = json.loads(line)
    spans = tuple(sorted((start, end, label) for start, end, label in fields["spans"]))
    reached = 0
    for start, end, label in spans:
        if label not in LABELS or not reached <= start < end <= len(fields["text"]):
            raise ValueError(f"{fields['id']}: the span {start}-{end} {label} cannot be")
        reached = end
    missing = tuple((start, end) for start, end in fields.get("missing", ()))
    return Document(fields["text"], spans, missing, fields["source"], fields["id"])


def tidy(document: Document) -> Document:
    """Brings the spans to the program's convention: the bare name.

    Sources differ in whether articles, titles of honour, possessives and hash signs belong.
    """
    spans = [(*_bare(document.text, *span), span[2]) for span in document.spans]
    spans = [span for span in spans if span[0] < span[1]]
    tidied = replace(document, spans=tuple(spans))
    return _with_doubtful_capitals(tidied) if document.source.startswith("re3d") else tidied


def _bare(text: str, start: int, end: int, label: str) -> tuple[int, int]:
    bare = text[start:end].lstrip("#")
    bare = _ARTICLE.sub("", bare, count=1) if _ARTICLE.match(bare) else bare
    if label == "PERSON" and _TITLE.match(bare):
        bare = _TITLE.sub("", bare, count=1)
    kept = bare
    if label in {"PERSON", "GPE"} and not bare.startswith("St"):
        kept = _POSSESSIVE.sub("", bare)
    return end - len(bare), end - len(bare) + len(kept)


def _with_doubtful_capitals(document: Document) -> Document:
    """Marks unannotated capitalised words as missing: this source leaves names out."""
    covered = [(start, end) for start, end, _ in document.spans] + list(document.missing)
    doubtful = [
        found.span()
        for found in _CAPITALISED.finditer(document.text)
        if not any(start < found.end() and found.start() < end for start, end in covered)
    ]
    return replace(document, missing=(*document.missing, *doubtful))


def read(path: Path) -> list[Document]:
    """Reads a corpus (`.jsonl` or `.jsonl.gz`)."""
    content = path.read_bytes()
    text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode()
    return [tidy(parse(line)) for line in text.split("\n") if line.strip()]


def read_names(path: Path) -> list[str]:
    """Reads a gazetteer of one name a line, leaving out names that hold odd characters."""
    names = gzip.decompress(path.read_bytes()).decode().split("\n")
    return [name for name in names if re.fullmatch(r"[^\W\d_][\w'’. -]{2,40}", name)]


def differing(folder: Path, manifest: Path) -> list[str]:
    """Names the files of a manifest (as `sha256sum` writes it) that are missing or other."""
    found = []
    for line in manifest.read_text("utf-8").splitlines():
        digest, name = line.split(maxsplit=1)
        path = folder / name
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            found.append(name)
    return found


def held_out(path: Path) -> frozenset[str]:
    """Reads the names of the documents that choose the model, one a line."""
    return frozenset(path.read_text("utf-8").splitlines())


def split(
    documents: Iterable[Document], development: frozenset[str]
) -> tuple[list[Document], list[Document], list[Document]]:
    """Divides documents into those to train on, to choose the model with, and to test it with.

    The last are the share `TEST_SHARE` of our own other documents, drawn by their names, so that
    writing more moves none from one part to another. Copies with exchanged names (source ends in
    "+names") of a document that is not trained on are dropped.
    """
    training: list[Document] = []
    chosen: list[Document] = []
    tested: list[Document] = []
    for document in documents:
        if document.id.removesuffix("-aug") in development:
            if document.id in development:
                chosen.append(document)
        elif document.source == OWN and _drawn(document.id) < TEST_SHARE:
            tested.append(document)
        else:
            training.append(document)
    return training, chosen, tested


def _drawn(name: str) -> float:
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:4]) / (1 << 32)
