"""What analysts decide: an append-only log that can be replayed and revoked."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

Verb = Literal[
    "merge", "split", "rename", "kind", "alias", "not-an-actor", "not-the-same", "no-name",
    "role", "metonym", "accept", "assign", "mention", "no-mention", "boilerplate", "body",
    "outlet-boilerplate", "outlet-body", "date", "edit", "revoke", "adopt",
]  # fmt: skip
VERBS: tuple[Verb, ...] = get_args(Verb)

PLACED: frozenset[Verb] = frozenset(("assign", "mention", "no-mention", "boilerplate", "body"))
"""The verbs about a place in an article; all others but the last three are about an actor."""

ABOUT_ARTICLES: frozenset[Verb] = PLACED | {"date", "edit"}
"""The verbs whose subject is an article."""

Edited = Literal["title", "author", "outlet", "language"]
EDITED: tuple[Edited, ...] = get_args(Edited)
"""What an article is said to be by decision, beside its date."""

ABOUT_OUTLETS: frozenset[Verb] = frozenset(("outlet-boilerplate", "outlet-body"))
"""The verbs about a paragraph wherever it stands in an outlet's articles."""


@dataclass(frozen=True, slots=True)
class Order:
    """A decision before it is taken.

    `subject` is the identifier of the actor or the article it is about, `terms` what it says
    about it, in the order the verb reads them:

    - merge: subject actor goes into terms[0] (an actor's identifier)
    - split: the subject's mentions with a surface among terms[1:] become the actor named terms[0]
    - rename: terms[0] is the name; kind: terms[0] is the kind
    - alias: the surface terms[0] means the subject; with terms[1:], only near one of these words
    - not-an-actor: the subject is never counted
    - not-the-same: the subject and terms[0] (an actor's identifier) are two; nothing changes but
      that their merge is not suggested
    - no-name: where the surface terms[0] was found to mean the subject, it names nobody
    - role: the subject held the office terms[0] of the actor terms[1] ("": of nobody) from the day
      terms[2] to terms[3], each in ISO 8601 and perhaps "", a month or a year
    - accept: the surface terms[0] rightly means the subject; nothing changes but that it was seen
    - metonym: the capital terms[0] of the state means the terms[1], one of "place", "state", "both"
    - assign: the mention at terms[:6] (see `Anchor`) means actor terms[6]; a new actor's name and
      kind are terms[7:]
    - mention: there is a mention at terms[:6], of an actor as for assign
    - no-mention: the mention at terms[:6], or each that reads so, names nobody
    - boilerplate: the paragraphs at terms[:6] are not the article's own words; body: they are
    - outlet-boilerplate: in the articles of the outlet terms[0], there now or to come, paragraphs
      that read as terms[1] (see `paragraph_key`) are not the article's own words; outlet-body:
      they are. The subject is the outlet's identifier
    - date: the article was published at terms[0], a day or an instant in ISO 8601; terms[1] is the
      hash of its text
    - edit: what terms[0] (one of EDITED) names of the article is terms[1]; terms[2] is the hash of
      its text
    - revoke: decision number subject no longer counts
    - adopt: the decisions of the file whose SHA-256 is the subject came, from the library terms[0]
    """

    verb: Verb
    subject: str
    terms: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Reach:
    """How much a decision changes."""

    mentions: int
    articles: int


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision in the log; `revoked_by` is the number of the decision that took it back.

    Its number is of one library, and says nothing of when it was taken.
    """

    number: int
    order: Order
    who: str
    at: datetime
    reach: Reach
    words: str
    """The decision as a sentence, with names instead of identifiers."""
    id: str = ""
    """What tells the same decision in every library that it comes to."""
    brought_by: int | None = None
    """The number of the adoption that it came with from another library."""
    together: int | None = None
    """The number of the first of those taken at once, if it was not taken by itself."""
    revoked_by: int | None = None
