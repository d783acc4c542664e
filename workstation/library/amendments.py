"""The tables of what analysts change about articles, and of what they erased."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Integer, String, Table, Text

from workstation.library.schema import metadata

# What decisions say of titles, authors, outlets and languages, whether or not their articles are
# here yet. `at` is the decision's: where two are about one article, the later one holds.
decided_facts = Table(
    "decided_facts",
    metadata,
    Column("uuid", String(36), primary_key=True),
    Column("field", String(16), primary_key=True),
    Column("text_hash", String(64), nullable=False, index=True),
    Column("value", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
)

# What readers found of the articles about which something is decided: it comes back when nothing
# is. Of a text that an analyst corrected it is the hash of the one that was found.
found_facts = Table(
    "found_facts",
    metadata,
    Column("article_id", Integer, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("field", String(16), primary_key=True),
    Column("value", Text, nullable=False),
    Column("derived", Boolean, nullable=False),
    # Who corrected the text; decisions know who took them.
    Column("who", Text, nullable=False),
)

# That articles were erased: no word of them.
erasures = Table(
    "erasures",
    metadata,
    Column("uuid", String(36), primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("who", Text, nullable=False),
)
