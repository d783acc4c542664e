"""The tables of a library.

Days are proleptic Gregorian ordinals (`date.toordinal`), instants are Unix seconds in UTC.
Counts per (article, actor) and (actor, day) are kept before merges: a merge changes one row of
`actors`, and every question about actors goes through `actors.canonical_id`.
"""

import sqlalchemy as sa
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
)

UNDATED = 0
"""The day under which `actor_days` counts undated articles: a key cannot hold NULL."""

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

facts = Table(
    "facts",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("value", Text, nullable=False),
)

originals = Table(
    "originals",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("bytes", BigInteger, nullable=False),
    Column("name", Text, nullable=False),
    Column("stored_at", BigInteger, nullable=False),
)

ledger = Table(
    "ledger",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("file", Text, nullable=False),
    Column("sha256", String(64), nullable=False, server_default=""),
    Column("offered_at", BigInteger, nullable=False),
    # What the user said of the file when it was offered, so that a stopped import ends as begun.
    Column("given", Text, nullable=False, server_default=""),
    Column("verdict", String(16)),
    Column("reader", String(64), nullable=False, server_default=""),
    Column("code", String(64), nullable=False, server_default=""),
    Column("message", Text, nullable=False, server_default=""),
    Column("details", Text, nullable=False, server_default=""),
    # Drafts of the file that are already stored: where a killed import goes on.
    Column("cursor", Integer, nullable=False, server_default="0"),
    # Where a file is that is to be read and not stored yet, in percent-encoded bytes.
    Column("waiting", Text, nullable=False, server_default=""),
    # When somebody said that a problem needs no more of them.
    Column("seen_at", BigInteger),
    Index(None, "sha256"),
)

articles = Table(
    "articles",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("uuid", String(36), nullable=False, unique=True),
    Column("identity", Text, nullable=False, unique=True),
    # The first article of the story; an article alone is its own story.
    Column("story", Integer, nullable=False, index=True),
    Column("version", Integer, nullable=False, server_default="1"),
    Column("title", Text, nullable=False),
    Column("title_derived", Boolean, nullable=False),
    Column("outlet", Text, nullable=False, index=True),
    Column("author", Text, nullable=False),
    Column("language", String(16), nullable=False),
    Column("url", Text, nullable=False),
    Column("provider_id", Text, nullable=False),
    # Of several texts with one identity the highest is the present one.
    Column("provider_version", BigInteger, nullable=False, server_default="0"),
    Column("instant", BigInteger),
    Column("day", Integer, index=True),
    Column("dated_from", Text, nullable=False, server_default=""),
    Column("captured", BigInteger),
    Column("words", Integer, nullable=False),
    Column("mentions", Integer, nullable=False, server_default="0"),
    Column("file", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("reader", String(64), nullable=False),
    Column("stored_at", BigInteger, nullable=False),
    Column("tagged_with", String(128), index=True),
    Column("problem", Text, nullable=False, server_default=""),
)

bodies = Table(
    "bodies",
    metadata,
    Column("article_id", Integer, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("text_hash", String(64), nullable=False, index=True),
)

versions = Table(
    "versions",
    metadata,
    Column("article_id", Integer, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("text_hash", String(64), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("replaced_at", BigInteger, nullable=False),
)

passages = Table(
    "passages",
    metadata,
    Column("article_id", Integer, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("start", Integer, primary_key=True),
    Column("end", Integer, nullable=False),
    Column("kind", String(32), nullable=False),
)

decided_paragraphs = Table(
    "decided_paragraphs",
    metadata,
    Column("article_id", Integer, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("start", Integer, primary_key=True),
    Column("end", Integer, nullable=False),
    # Whether these are the article's own words, whatever the passages say.
    Column("own", Boolean, nullable=False),
)

hints = Table(
    "hints",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("article_id", Integer, ForeignKey("articles.id", ondelete="CASCADE"), nullable=False),
    Column("name", String(64), nullable=False),
    Column("value", Text, nullable=False),
    Index(None, "article_id"),
)

ledger_articles = Table(
    "ledger_articles",
    metadata,
    Column("ledger_id", Integer, ForeignKey("ledger.id", ondelete="CASCADE"), primary_key=True),
    Column("article_id", Integer, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
)

fingerprints = Table(
    "fingerprints",
    metadata,
    Column("article_id", Integer, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("signature", LargeBinary, nullable=False),
)

bands = Table(
    "bands",
    metadata,
    Column("hash", BigInteger, primary_key=True),
    Column("article_id", Integer, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Index(None, "article_id"),
)

actors = Table(
    "actors",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("uuid", String(36), nullable=False, unique=True),
    Column("key", Text, nullable=False),
    # As a register or a text gave them; `name` and `kind` are what decisions made of them.
    Column("found_name", Text, nullable=False),
    Column("found_kind", String(32), nullable=False),
    Column("name", Text, nullable=False, index=True),
    Column("kind", String(32), nullable=False),
    Column("wikidata", String(32), nullable=False, server_default=""),
    # The actor into which this one was merged, however many steps away; itself if it was not.
    Column("canonical_id", Integer, nullable=False, index=True),
    Column("counted", Boolean, nullable=False),
)

aliases = Table(
    "aliases",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("actor_id", Integer, ForeignKey("actors.id", ondelete="CASCADE"), nullable=False),
    Column("folded", Text, nullable=False, index=True),
    Column("surface", Text, nullable=False),
    UniqueConstraint("actor_id", "folded"),
)

mentions = Table(
    "mentions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("article_id", Integer, ForeignKey("articles.id", ondelete="CASCADE"), nullable=False),
    # "model", "register" or "analyst": an analyst's are made anew from the decisions.
    Column("layer", String(16), nullable=False),
    Column("field", String(8), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("surface", Text, nullable=False),
    Column("folded", Text, nullable=False, index=True),
    Column("label", String(16), nullable=False),
    Column("score", Float, nullable=False, server_default="1"),
    # What the resolver said, and, after the decisions, what holds.
    Column("found_actor_id", Integer, ForeignKey("actors.id")),
    Column("found_why", Text, nullable=False),
    Column("actor_id", Integer, ForeignKey("actors.id")),
    Column("why", Text, nullable=False),
    Column("found_counted", Boolean, nullable=False, server_default=sa.true()),
    Column("counted", Boolean, nullable=False),
    # "assigned" to an actor by itself, or "gave-way" to a mention that an analyst saw.
    Column("decided", String(16), nullable=False, server_default=""),
    Index(None, "article_id", "field", "start"),
    Index(None, "actor_id", "article_id"),
    Index(None, "found_actor_id"),
)

# What a model said of a version of an article, before any register: one packed row an article, so
# that a new alias or register is matched without running the model again.
spans = Table(
    "spans",
    metadata,
    Column("article_id", Integer, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("model", String(128), nullable=False),
    Column("packed", LargeBinary, nullable=False),
)

article_actors = Table(
    "article_actors",
    metadata,
    Column("article_id", Integer, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("actor_id", Integer, ForeignKey("actors.id", ondelete="CASCADE"), primary_key=True),
    Column("mentions", Integer, nullable=False),
    Index(None, "actor_id", "article_id"),
    sqlite_with_rowid=False,
)

actor_days = Table(
    "actor_days",
    metadata,
    Column("actor_id", Integer, ForeignKey("actors.id", ondelete="CASCADE"), primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("mentions", Integer, nullable=False),
    Column("articles", Integer, nullable=False),
    sqlite_with_rowid=False,
)

decisions = Table(
    "decisions",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("uuid", String(36), nullable=False, unique=True),
    Column("verb", String(32), nullable=False),
    Column("subject", Text, nullable=False),
    Column("terms", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("who", Text, nullable=False),
    # In microseconds, for none of one library may share its instant with another.
    Column("at", BigInteger, nullable=False),
    Column("mentions", Integer, nullable=False),
    Column("articles", Integer, nullable=False),
    Column("words", Text, nullable=False),
    # The adoption with which it came from another library; none: it was taken in this one.
    Column("brought_by", Integer),
    # The first of the decisions that were taken at once, which one undo takes back.
    Column("together", Integer),
)

# The dates that decisions give, whether or not their articles are here yet. `at` is the
# decision's: where two are about one article, the later one holds.
decided_dates = Table(
    "decided_dates",
    metadata,
    Column("uuid", String(36), primary_key=True),
    Column("text_hash", String(64), nullable=False, index=True),
    Column("instant", BigInteger),
    Column("day", Integer, nullable=False),
    Column("dated_from", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
)

# What readers found of the articles whose dates are decided: it comes back when they are not.
found_dates = Table(
    "found_dates",
    metadata,
    Column("article_id", Integer, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("instant", BigInteger),
    Column("day", Integer),
    Column("dated_from", Text, nullable=False),
)

pipelines = Table(
    "pipelines",
    metadata,
    Column("id", String(128), primary_key=True),
    Column("words", Text, nullable=False),
    Column("first_used", BigInteger, nullable=False),
)

# Registers of actors that users have added, packed as the workers read them.
registers = Table(
    "registers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("format", String(16), nullable=False),
    Column("file", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("actors", Integer, nullable=False),
    Column("aliases", Integer, nullable=False),
    Column("refused", Integer, nullable=False),
    Column("told", Integer, nullable=False),
    Column("remarks", LargeBinary, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("packed", LargeBinary, nullable=False),
    Column("who", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
)

searches = Table(
    "searches",
    metadata,
    Column("id", Integer, primary_key=True),
    # The watchlist it came with; "" for one that was saved by itself.
    Column("group", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("selection", Text, nullable=False),
    # The article that had come last when somebody opened it.
    Column("seen", Integer, nullable=False),
    UniqueConstraint("group", "name"),
)

# The words of an article in which a script parts none of them by blanks, as `running` cuts them.
running_words = Table(
    "running_words",
    metadata,
    Column("article_id", Integer, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
)

# No triggers keep the index: with trusted_schema=OFF (a stranger's library may hold anything)
# SQLite lets none touch a virtual table. PostgreSQL would read "20.04" and "and/or" as one word
# each and knows no letter without its accent, so both go before it cuts a text into words; and a
# vector of all the words of a book would be longer than it allows.
_CHARACTERS = 200_000
POSTGRESQL_PUNCTUATION = (
    r"[!-/:-@\[-`{-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u2010-\u205e]+"
)


def _vector(words: str) -> str:
    return (
        "to_tsvector('simple', regexp_replace(regexp_replace("
        f"normalize(left({words}, {_CHARACTERS}), NFD), "
        f"'[\\u0300-\\u036f]+', '', 'g'), '{POSTGRESQL_PUNCTUATION}', ' ', 'g'))"
    )


POSTGRESQL_VECTOR = _vector("title || ' ' || text")
POSTGRESQL_TITLE_VECTOR = _vector("title")
FULL_TEXT = {
    "sqlite": (
        "CREATE VIRTUAL TABLE article_fts USING fts5(title, text, content='bodies', "
        "content_rowid='article_id', tokenize='unicode61 remove_diacritics 2')"
    ),
    "postgresql": f"CREATE INDEX article_fts ON bodies USING gin ({POSTGRESQL_VECTOR})",
}


def create_full_text(connection: sa.Connection) -> None:
    """Creates the full-text index in the dialect's own way."""
    connection.exec_driver_sql(FULL_TEXT[connection.dialect.name])
