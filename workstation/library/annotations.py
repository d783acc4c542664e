"""The tables of what analysts set on articles and write about them, beside those of `schema`."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, String, Table, Text

from workstation.library.schema import metadata

# Only the signs "label" and "tone" have a label.
signs = Table(
    "signs",
    metadata,
    Column("article_id", Integer, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("sign", String(16), primary_key=True),
    Column("label", Text, primary_key=True),
    Column("who", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Index(None, "sign", "label", "article_id"),
    sqlite_with_rowid=False,
)

notes = Table(
    "notes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("article_id", Integer, ForeignKey("articles.id", ondelete="CASCADE"), nullable=False),
    Column("words", Text, nullable=False),
    # Its words for the search: folded, with one blank around each.
    Column("folded", Text, nullable=False),
    # The anchor of its passage; a note about the article as a whole has no quote.
    Column("quote", Text, nullable=False),
    Column("field", String(8), nullable=False),
    Column("start", Integer, nullable=False),
    Column("text_hash", String(64), nullable=False),
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("changed", BigInteger),
    Index(None, "article_id"),
)

# Pinned on the timeline; days are kept as those of articles are, and outlive an article.
events = Table(
    "events",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Column("article_id", Integer, ForeignKey("articles.id", ondelete="SET NULL")),
    Column("who", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Index(None, "article_id"),
)
