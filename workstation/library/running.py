"""Words in scripts that part none of them by blanks: found inside running text.

Of such a run of letters the index holds every two neighbours, and the last letter by itself:
what stands in the run is then found as those pairs, one behind the other. An article that holds
such a script is indexed so as a whole, for names in other scripts stand in it without blanks too.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

import sqlalchemy as sa

from workstation.domain.names import fold
from workstation.library.schema import bodies, running_words

SCRIPTS = (
    # Thai and Lao, Burmese, Khmer; with their vowels, which are marks and no letters.
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ebd\u0ec0-\u0ece\u1000-\u103f\u1050-\u109f\u1780-\u17d3"
    # Kana, Han.
    "\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003fffd"
)
"""The letters of scripts without blanks between words, as a class of a pattern."""

_RUNNING = re.compile(f"[{SCRIPTS}]")
_RUN = re.compile(rf"[{SCRIPTS}]+|[^\W_{SCRIPTS}]+")
_PLAIN = re.compile(r"[^\W_]+")
_AT_ONCE = 200

_CHARACTERS = 400_000
POSTGRESQL = f"to_tsvector('simple', left(title || ' ' || text, {_CHARACTERS}))"
POSTGRESQL_TITLE = f"to_tsvector('simple', left(title, {_CHARACTERS}))"
_INDEX = {
    "sqlite": (
        "CREATE VIRTUAL TABLE running_fts USING fts5(title, text, content='running_words', "
        "content_rowid='article_id', tokenize='unicode61 remove_diacritics 2')"
    ),
    "postgresql": f"CREATE INDEX running_fts ON running_words USING gin ({POSTGRESQL})",
}


def create_index(connection: sa.Connection) -> None:
    """Creates the index in the dialect's own way."""
    connection.exec_driver_sql(_INDEX[connection.dialect.name])


def is_running(words: str) -> bool:
    """Whether any letter is of a script without blanks."""
    return _RUNNING.search(words) is not None


def letter(c: str) -> str:
    """A letter of such a script as it is compared: its marks count, its width does not."""
    plain = unicodedata.normalize("NFKC", c)
    return plain if len(plain) == 1 else c


def indexed(text: str) -> str:
    """What the index holds of a text."""
    return " ".join(word for run in _RUN.findall(text) for word in _cut(run))


def sought(words: str) -> tuple[list[str], bool]:
    """What the index is asked for, one behind the other, and whether the last may go on."""
    found = [list(_cut(run)) for run in _RUN.findall(words)]
    if not found or not is_running(_RUN.findall(words)[-1]):
        return [word for run in found for word in run], False
    # Whatever follows in a run, its last letter does not stand alone in the text.
    *before, last = found
    return [word for run in (*before, last[:-1] or last) for word in run], len(last) == 1


def fill(connection: sa.Connection) -> None:
    """Indexes the articles that are there already."""
    numbers = connection.scalars(sa.select(bodies.c.article_id)).all()
    for start in range(0, len(numbers), _AT_ONCE):
        some = bodies.c.article_id.in_(numbers[start : start + _AT_ONCE])
        put(connection, some)


def put(connection: sa.Connection, which: sa.ColumnElement[bool]) -> None:
    """Indexes some bodies, as far as they hold such a script."""
    columns = (bodies.c.article_id, bodies.c.title, bodies.c.text)
    rows = [
        {
            "article_id": row.article_id,
            "title": indexed(row.title),
            "text": indexed(row.text),
        }
        for row in connection.execute(sa.select(*columns).where(which))
        if is_running(row.title) or is_running(row.text)
    ]
    if not rows:
        return
    connection.execute(sa.insert(running_words), rows)
    if connection.dialect.name == "sqlite":
        for row in rows:
            connection.execute(_into_index("rowid"), row)


def remove(connection: sa.Connection, article: int) -> None:
    """Takes an article out of the index."""
    own = running_words.c.article_id == article
    row = connection.execute(sa.select(running_words).where(own)).one_or_none()
    if row is None:
        return
    if connection.dialect.name == "sqlite":
        connection.execute(_into_index("running_fts, rowid", "'delete', "), row._asdict())
    connection.execute(sa.delete(running_words).where(own))


def _into_index(columns: str, command: str = "") -> sa.TextClause:
    # Both are constants of this file.
    return sa.text(
        f"INSERT INTO running_fts({columns}, title, text) "  # noqa: S608
        f"VALUES ({command}:article_id, :title, :text)"
    )


def _cut(run: str) -> Iterator[str]:
    if not is_running(run[0]):
        yield from _PLAIN.findall(fold(run))
        return
    # In letters and digits every store takes a pair for one word.
    letters = [f"{ord(letter(c)):05x}" for c in run]
    yield from (f"z{one}{other}" for one, other in pairwise(letters))
    yield f"z{letters[-1]}"
