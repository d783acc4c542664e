"""What fills a library for the window's tests: articles about a harbour, tagged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

import sqlalchemy as sa

from workstation.domain.actor import Kind
from workstation.domain.article import Draft, Passage, Published
from workstation.domain.mention import Found
from workstation.library import articles, mentions, schema
from workstation.library.articles import Arrival
from workstation.library.library import Library, Writing
from workstation.library.mentions import Findings
from workstation.tagging import identity

KINDS: dict[str, Kind] = {
    "Russia": "state",
    "Turkey": "state",
    "Zakaria Harir": "person",
    "Hmeimim": "place",
    "Orbital Watch": "organisation",
}
HARBOUR = (
    "The ships left Hmeimim before dawn, and Russia said nothing.\n\n"
    "Zakaria Harir counted them from the roof. Turkey had asked for a list; Russia had not.\n\n"
    "More from this paper: Orbital Watch sees more ships"
)


@dataclass
class Newsroom:
    """Stores articles as an importer would, and tags them as the shipped pipeline."""

    library: Library

    def publish(
        self,
        text: str = HARBOUR,
        *,
        title: str = "Ships leave before dawn",
        outlet: str = "Halyard Wire",
        language: str = "en",
        on: date | None = None,
        passages: tuple[Passage, ...] = (),
        tagged: bool = True,
    ) -> int:
        """One article; every name of `KINDS` in it becomes a mention, once it is tagged."""
        with self.library.write() as writing:
            if tagged:
                return self._publish(writing, text, title, outlet, language, on, passages)
            return self._store(writing, text, title, outlet, language, on, passages)

    def fill(self, days: int, *, start: date = date(2024, 12, 1)) -> None:
        """An article a day."""
        with self.library.write() as writing:
            for n in range(days):
                on = date.fromordinal(start.toordinal() + n)
                names = ["Russia", "Turkey"] if n % 2 else ["Russia"]
                text = f"Day {n}: " + " and ".join(names) + " met at Hmeimim."
                outlet = "Halyard Wire" if n % 3 else "Levant Dispatch"
                self._publish(writing, text, f"Day {n}", outlet, "en", on, ())

    def copy(self, of: int, *outlets: str) -> None:
        """The story of an article in other outlets, a day later."""
        for outlet in outlets:
            text = f"{HARBOUR}\n\nSeen by {outlet}."
            number = self.publish(text, title="Ships leave", outlet=outlet, on=date(2024, 12, 2))
            with self.library.write() as writing:
                row = sa.update(schema.articles).where(schema.articles.c.id == number)
                writing.connection.execute(row.values(story=of))
                writing.touched("articles")

    def _publish(
        self,
        writing: Writing,
        text: str,
        title: str,
        outlet: str,
        language: str,
        on: date | None,
        passages: tuple[Passage, ...],
    ) -> int:
        stored = self._store(writing, text, title, outlet, language, on, passages)
        shipped = identity.shipped()
        mentions.remember_pipeline(writing, shipped.id, shipped.words)
        mentions.record(writing, shipped.id, [Findings(stored, 1, self._found(text, passages))])
        writing.touched("articles", "mentions", "actors")
        return stored

    def _store(
        self,
        writing: Writing,
        text: str,
        title: str,
        outlet: str,
        language: str,
        on: date | None,
        passages: tuple[Passage, ...],
    ) -> int:
        digest = sha256(text.encode()).hexdigest()
        draft = Draft(
            text=text,
            title=title,
            outlet=outlet,
            language=language,
            published=Published.on(on, "test") if on else None,
            passages=passages,
        )
        arrival = Arrival(draft, f"test:{digest}", digest, "a.txt", digest, "text")
        writing.touched("articles")
        return articles.add(writing, arrival).article

    def _found(self, text: str, passages: tuple[Passage, ...]) -> list[Found]:
        found = []
        for name, kind in KINDS.items():
            start = text.find(name)
            while start >= 0:
                end = start + len(name)
                counted = not any(p.start <= start < p.end for p in passages)
                why = f"“{name}” is in the register."
                label = "PERSON" if kind == "person" else "ORG" if kind == "organisation" else "GPE"
                found.append(
                    Found(
                        "text", start, end, name, label, "rule", f"{kind}/{name}", name, kind,
                        why, counted,
                    )
                )  # fmt: skip
                start = text.find(name, end)
        return sorted(found, key=lambda f: f.start)
