"""A large library for measuring: made-up words in which made-up actors are named.

Nothing is tagged: articles, mentions and counts are written as the program would write them.
"""

import random
import sys
import time
from bisect import bisect
from datetime import date
from hashlib import sha256
from itertools import accumulate
from pathlib import Path

import sqlalchemy as sa

from workstation.domain.actor import actor_uuid
from workstation.domain.names import fold
from workstation.library import counts
from workstation.library.library import Library, Writing
from workstation.library.schema import actor_days, article_actors, articles
from workstation.tagging import identity

_SEED = 20241214
_FIRST_DAY = date(2022, 1, 1).toordinal()
_DAYS = 1_096
_AT_ONCE = 20_000
_MENTIONS = 20
_KINDS = ("state", "person", "organisation", "armed-group", "place")
_LABELS = {
    "state": "GPE", "person": "PERSON", "organisation": "ORG", "armed-group": "ORG", "place": "LOC"
}  # fmt: skip
_LANGUAGES = ("en",) * 7 + ("de", "fr", "ru", "")
_SYLLABLES = (
    *("ba", "ce", "di", "fo", "gu", "la", "me", "ni", "ro", "su", "ta", "ve", "zi", "ko", "pa"),
    *("re", "shi", "mo", "lu", "dan", "ter", "ven", "kor", "mal", "sin", "tor", "bel", "ran"),
    *("gal", "fen", "mur", "des", "vil", "por", "tan", "kas", "lor", "nem"),
)


class Making:
    """Chances, words and actors of one library."""

    def __init__(self, many: int) -> None:
        self.chance = random.Random(_SEED)  # noqa: S311 - repeatable, not secret
        self.words = self._different(4_000, 2, 3)
        self.actors = [name.title() for name in self._different(max(200, many // 10), 3, 5)]
        self.kinds = [self.chance.choice(_KINDS) for _ in self.actors]
        self.outlets = [f"The {name.title()} Post" for name in self._different(300, 2, 3)]
        self._often = {
            size: list(accumulate(1 / (n + 3) for n in range(size)))
            for size in (len(self.words), len(self.actors), len(self.outlets))
        }

    def any(self, size: int, top: float = 1.0) -> int:
        """A number below a size, the small ones far more often, as words and names are."""
        steps = self._often[size]
        return min(size - 1, bisect(steps, self.chance.random() * steps[-1] * top))

    def _different(self, count: int, least: int, most: int) -> list[str]:
        found: dict[str, None] = {}
        while len(found) < count:
            size = self.chance.randint(least, most)
            found["".join(self.chance.choices(_SYLLABLES, k=size))] = None
        return list(found)


def make(where: Path, many: int) -> None:
    """Makes a library of so many articles, with twenty mentions each."""
    making = Making(many)
    with Library.create(where, zone="UTC") as library:
        with library.write() as writing:
            _write_actors(writing, making)
        for first in range(1, many + 1, _AT_ONCE):
            with library.write() as writing:
                _write_articles(writing, making, range(first, min(first + _AT_ONCE, many + 1)))
        with library.write() as writing:
            _write_counts(writing)
            note_tagged(writing)


def _write_actors(writing: Writing, making: Making) -> None:
    rows = enumerate(zip(making.actors, making.kinds, strict=True), 1)
    writing.connection.exec_driver_sql(
        "INSERT INTO actors (id, uuid, key, found_name, found_kind, name, kind, canonical_id, "
        "counted) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)",
        [(n, actor_uuid(name), name, name, kind, name, kind, n) for n, (name, kind) in rows],
    )
    writing.connection.exec_driver_sql(
        "INSERT INTO aliases (actor_id, folded, surface) VALUES (?, ?, ?)",
        [(n, fold(name), name) for n, name in enumerate(making.actors, 1)],
    )


def _write_articles(writing: Writing, making: Making, numbers: range) -> None:
    heads, bodies, mentions = [], [], []
    for number in numbers:
        head, body, named = _article(making, number)
        heads.append(head)
        bodies.append(body)
        mentions += named
    connection = writing.connection
    connection.exec_driver_sql(
        "INSERT INTO articles (id, uuid, identity, story, title, title_derived, outlet, author, "
        "language, url, provider_id, instant, day, dated_from, words, mentions, file, sha256, "
        "reader, stored_at, tagged_with) "
        "VALUES (?, ?, ?, ?, ?, 0, ?, '', ?, '', '', ?, ?, ?, ?, ?, 'made', '', 'made', 0, 'made')",
        heads,
    )
    connection.exec_driver_sql(
        "INSERT INTO bodies (article_id, title, text, text_hash) VALUES (?, ?, ?, ?)", bodies
    )
    connection.exec_driver_sql(
        'INSERT INTO mentions (article_id, layer, field, start, "end", surface, folded, label, '
        "found_actor_id, found_why, actor_id, why, counted) "
        "VALUES (?, 'model', 'text', ?, ?, ?, ?, ?, ?, 'made', ?, 'made', 1)",
        mentions,
    )
    connection.exec_driver_sql(
        "INSERT INTO article_fts (rowid, title, text) SELECT article_id, title, text FROM bodies "
        "WHERE article_id BETWEEN ? AND ?",
        (numbers[0], numbers[-1]),
    )


def _article(
    making: Making, number: int
) -> tuple[tuple[object, ...], tuple[object, ...], list[tuple[object, ...]]]:
    chance = making.chance
    parts: list[str] = []
    named: list[tuple[object, ...]] = []
    at = 0
    subjects = [making.any(len(making.actors)) for _ in range(9)]
    for place in range(_MENTIONS):
        actor = subjects[place % 9 if place % 3 else 0]
        words = " ".join(making.words[making.any(len(making.words))] for _ in range(6))
        name = making.actors[actor]
        ending = ".\n\n" if place % 5 == 4 else ". "
        start = at + len(words) + 1
        named.append(
            (number, start, start + len(name), name, fold(name), _LABELS[making.kinds[actor]],
             actor + 1, actor + 1)
        )  # fmt: skip
        parts.append(f"{words} {name}{ending}")
        at += len(parts[-1])
    text = "".join(parts).rstrip()
    title = " ".join(making.words[making.any(len(making.words))] for _ in range(6)).capitalize()
    day = None if chance.random() < 0.02 else _FIRST_DAY + chance.randrange(_DAYS)
    instant = None if day is None else (day - date(1970, 1, 1).toordinal()) * 86_400 + 43_200
    story = number - chance.randrange(1, 20) if number > 20 and chance.random() < 0.2 else number
    uuid = f"{number:08x}-0000-4000-8000-{number:012x}"
    head = (
        number, uuid, f"made:{number}", story, title,
        making.outlets[making.any(len(making.outlets))], chance.choice(_LANGUAGES), instant, day,
        "" if day is None else "meta", 7 * _MENTIONS, _MENTIONS,
    )  # fmt: skip
    return head, (number, title, text, sha256(text.encode()).hexdigest()), named


def _write_counts(writing: Writing) -> None:
    writing.connection.exec_driver_sql(
        "INSERT INTO article_actors (article_id, actor_id, mentions) SELECT article_id, actor_id, "
        "count(*) FROM mentions GROUP BY article_id, actor_id"
    )
    writing.connection.execute(sa.delete(actor_days))
    counts._count_days(writing, article_actors.c.mentions > 0)  # noqa: SLF001 - all days at once
    writing.connection.exec_driver_sql(
        "UPDATE articles SET story = (SELECT t.story FROM articles t WHERE t.id = articles.story)"
    )
    writing.connection.exec_driver_sql("ANALYZE")


def note_tagged(writing: Writing) -> None:
    """Says of every article that its pipeline has read it, or the window would begin to tag."""
    for one in identity.of(writing):
        among = articles.c.language.in_(one.wanted.languages)
        which = ~among if one.wanted.others else among
        tagged = sa.update(articles).where(which).values(tagged_with=one.wanted.pipeline)
        writing.connection.execute(tagged)


def main() -> None:
    where, many = Path(sys.argv[1]), int(sys.argv[2])
    began = time.perf_counter()
    make(where, many)
    size = (where / "library.sqlite").stat().st_size / 2**20
    print(f"{many} articles in {time.perf_counter() - began:.0f} s, {size:.0f} MiB")


if __name__ == "__main__":
    main()
