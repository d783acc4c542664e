"""A draft of a file that is read takes its place in the library, unless it was erased from it."""

from __future__ import annotations

from workstation.domain.article import Draft, article_uuid
from workstation.domain.ledger import BETWEEN
from workstation.importing import fingerprint
from workstation.importing.former import FormerReading
from workstation.importing.in_hand import InHand
from workstation.importing.turns import number_of
from workstation.library import articles, erasing
from workstation.library.articles import Arrival, Stored
from workstation.library.library import Writing


def store(writing: Writing, file: InHand, shown: str, reader: str, draft: Draft) -> Stored | None:
    """Stores a draft, with everything its place depends on; None: it was erased, and stays away."""
    identity = fingerprint.identity(draft, writing.zone)
    uuid = article_uuid(identity)
    erased = erasing.of(writing, uuid)
    if erased is not None and not file.options.erased:
        for tally in (file.tally, file.member.tally):
            tally.erased.append(f"on {erased.at:%Y-%m-%d} by {erased.who}")
        return None
    erasing.forget(writing, uuid)
    found = fingerprint.signature(fingerprint.own_words(draft))
    bands = () if found is None else fingerprint.bands(found)
    near = [(n.story, n.signature) for n in articles.neighbours(writing, bands)]
    arrival = Arrival(
        draft=draft,
        identity=identity,
        text_hash=fingerprint.text_hash(draft.text),
        file=shown,
        sha256=file.entry.sha256,
        reader=reader,
        story=None if found is None else fingerprint.story_of(found, near),
        signature=b"" if found is None else fingerprint.to_bytes(found),
        bands=bands,
    )
    return articles.add(writing, arrival, former=_former(writing, file, arrival))


def _former(writing: Writing, file: InHand, arrival: Arrival) -> int | None:
    # A record that is read alone stands at no known place among the articles of its file.
    if not file.options.again or number_of(file.options.member.rpartition(BETWEEN)[2]):
        return None
    if arrival.file not in file.former:
        entry = file.entry
        file.former[arrival.file] = FormerReading(
            writing, entry.sha256, arrival.file, entry.articles
        )
    return file.former[arrival.file].of(writing, arrival)
