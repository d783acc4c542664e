"""What fills a library for a test."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from uuid import uuid4

import sqlalchemy as sa

from workstation.domain.article import Draft, Passage, Published
from workstation.domain.mention import Found
from workstation.library import articles, mentions
from workstation.library.articles import Arrival, Stored
from workstation.library.library import Library, Writing
from workstation.library.mentions import Findings


@dataclass
class Press:
    """Stores articles and tags them as an importer and a tagger would."""

    library: Library

    def arrival(
        self,
        text: str,
        *,
        title: str = "A title",
        outlet: str = "Halyard Wire",
        language: str = "en",
        on: date | None = None,
        at: datetime | None = None,
        identity: str = "",
        story: int | None = None,
        passages: Sequence[Passage] = (),
        provider_version: int = 0,
    ) -> Arrival:
        published = Published.on(on, "test") if on else Published.at(at, "test") if at else None
        draft = Draft(
            text=text,
            title=title,
            outlet=outlet,
            language=language,
            published=published,
            passages=tuple(passages),
            provider_version=provider_version,
        )
        text_hash = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return Arrival(
            draft=draft,
            identity=identity or f"test:{uuid4()}",
            text_hash=text_hash,
            file="a.txt",
            sha256=text_hash,
            reader="text",
            story=story,
        )

    def store(self, text: str, **facts: object) -> Stored:
        with self.library.write() as writing:
            return articles.add(writing, self.arrival(text, **facts))  # type: ignore[arg-type]

    def article(self, text: str, **facts: object) -> int:
        return self.store(text, **facts).article

    def found(self, text: str, names: dict[str, str], *, counted: bool = True) -> list[Found]:
        """Every place of each surface, as a mention of the actor it is mapped to ("": nobody)."""
        places = []
        for surface, actor in names.items():
            start = text.find(surface)
            while start >= 0:
                places.append((start, surface, actor))
                start = text.find(surface, start + len(surface))
        return [
            Found(
                field="text",
                start=start,
                end=start + len(surface),
                surface=surface,
                label="GPE",
                origin="rule",
                key=f"state/{actor}" if actor else "",
                name=actor,
                kind="state",
                why=f"“{surface}” is a name of {actor}.",
                counted=counted,
            )
            for start, surface, actor in sorted(places)
        ]

    def tag(self, number: int, names: dict[str, str], *, counted: bool = True) -> None:
        with self.library.write() as writing:
            self.tag_within(writing, number, names, counted=counted)

    def tag_within(
        self, writing: Writing, number: int, names: dict[str, str], *, counted: bool = True
    ) -> None:
        body = articles.body(writing, number)
        version = writing.connection.scalar(
            sa.text("SELECT version FROM articles WHERE id = :id"), {"id": number}
        )
        found = self.found(body.text, names, counted=counted)
        mentions.record(writing, "test/1", [Findings(number, version, found)])

    def named(self, text: str, *actors: str, **facts: object) -> int:
        """An article whose text names some actors, tagged."""
        number = self.article(text, **facts)
        self.tag(number, {actor: actor for actor in actors})
        return number
