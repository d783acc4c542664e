"""Library values as plain rows: the keys that the command line and every export share."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from workstation.domain.actor import Actor
from workstation.domain.article import Article, Version
from workstation.domain.dating import doubt
from workstation.domain.decision import Decision
from workstation.domain.event import Event, in_period, pinned
from workstation.domain.frequency import Frequency
from workstation.domain.ledger import Entry
from workstation.domain.mention import Mention
from workstation.domain.names import fold
from workstation.domain.network import Network
from workstation.domain.register import Register
from workstation.domain.search import Search
from workstation.domain.selection import FACETS, UNKNOWN_LANGUAGE
from workstation.domain.signs import Signs
from workstation.resolving.conditions import Condition
from workstation.resolving.known import Known

Row = dict[str, Any]

ARTICLE = (
    "id", "title", "title_derived", "outlet", "author", "language", "published",
    "published_precision", "published_from", "published_doubt", "captured", "url", "story",
    "version", "words", "mentions", "file", "sha256", "problem", "tagged_with",
    "starred", "relevant", "tone", "labels",
)  # fmt: skip
MENTION = (
    "article", "field", "start", "end", "text", "label", "actor", "actor_id", "kind", "origin",
    "counted", "why",
)  # fmt: skip
KNOWN = (
    "name", "kind", "alias", "language", "wikidata", "near", "article says", "unless near", "key",
)  # fmt: skip
FREQUENCY = (
    "actor", "actor_id", "period", "mentions", "articles", "share", "of", "stories", "outlets",
    "unit", "events",
)  # fmt: skip
"""The keys of the rows below, for a table without a row."""


def article(value: Article, signs: Signs) -> Row:
    """An article without its text, with what is set on it."""
    when = value.published
    return {
        "id": value.id,
        "title": value.title,
        "title_derived": value.title_derived,
        "outlet": value.outlet,
        "author": value.author,
        "language": value.language or UNKNOWN_LANGUAGE,
        "published": when.iso() if when else None,
        "published_precision": when.precision if when else None,
        "published_from": when.source if when else None,
        "published_doubt": doubt(when) or None,
        "captured": _instant(value.captured),
        "url": value.url,
        "story": value.story,
        "version": value.version,
        "words": value.words,
        "mentions": value.mentions,
        "file": value.file,
        "sha256": value.sha256,
        "problem": value.problem or None,
        "tagged_with": value.tagged_with or None,
        "starred": signs.starred,
        "relevant": signs.relevant,
        "tone": signs.tone or None,
        "labels": list(signs.labels),
    }


def version(value: Version) -> Row:
    """One of the texts of an article, without its text."""
    return {
        "version": value.number,
        "title": value.title,
        "words": len(value.text.split()),
        "replaced": _instant(value.replaced),
        "sha256": value.sha256,
    }


def _instant(at: datetime | None) -> str | None:
    return at.replace(tzinfo=None).isoformat(timespec="seconds") + "Z" if at else None


def mention(value: Mention) -> Row:
    """A mention; `start` and `end` are code points into the field."""
    return {
        "article": value.article,
        "field": value.field,
        "start": value.start,
        "end": value.end,
        "text": value.text,
        "label": value.label,
        "actor": value.actor,
        "actor_id": value.actor_id,
        "kind": value.kind,
        "origin": value.origin,
        "counted": value.counted,
        "why": value.why,
    }


def actor(value: Actor) -> Row:
    """An actor with its counted mentions."""
    return {
        "id": value.id,
        "name": value.name,
        "kind": value.kind,
        "mentions": value.mentions,
        "articles": value.articles,
        "stories": value.stories,
        "outlets": value.outlets,
        "first": value.first.isoformat() if value.first else None,
        "last": value.last.isoformat() if value.last else None,
        "aliases": list(value.aliases),
        "wikidata": value.wikidata or None,
    }


def network(value: Network) -> Iterator[Row]:
    """A row for each tie; `together` counts articles, stories, outlets or sentences."""
    for tie in value.ties:
        yield {
            "actor": value.name(tie.first),
            "actor_id": tie.first,
            "named_with": value.name(tie.second),
            "named_with_id": tie.second,
            "within": value.within,
            "together": tie.together,
            "expected": round(tie.expected, 2),
            "association": round(tie.association, 2),
        }


def frequency(value: Frequency, events: Sequence[Event] = ()) -> Iterator[Row]:
    """A row for each actor and period, the undated articles last.

    `of` counts all articles, or all stories or outlets where the `unit` says so; stories and
    outlets that were not asked for are None. `events` are told in the periods that they touch.
    """
    unknown = (None,) * len(value.periods)
    flags = pinned(events, value)
    happened = [[e.words for e in in_period(flags, n)] for n in range(len(value.periods))]
    undated = value.undated_total or any(series.undated_articles for series in value.series)
    for series in value.series:
        named = {"actor": series.actor, "actor_id": series.actor_id}
        counts = zip(
            value.periods,
            series.mentions,
            series.articles,
            series.stories or unknown,
            series.outlets or unknown,
            value.share(series),
            value.totals,
            happened,
            strict=True,
        )
        for period, mentions, articles, stories, outlets, share, total, told in counts:
            yield {
                **named,
                "period": period.isoformat(),
                "mentions": mentions,
                "articles": articles,
                "share": round(share, 6),
                "of": total,
                "stories": stories,
                "outlets": outlets,
                "unit": value.unit,
                "events": told,
            }
        if undated:
            yield {
                **named,
                "period": None,
                "mentions": series.undated_mentions,
                "articles": series.undated_articles,
                "share": round(value.undated_share(series), 6),
                "of": value.undated_total,
                "stories": series.undated_stories,
                "outlets": series.undated_outlets,
                "unit": value.unit,
                "events": [],
            }


def event(value: Event) -> Row:
    """An event of the timeline."""
    return {
        "number": value.number,
        "first": value.first.isoformat(),
        "last": value.last.isoformat(),
        "words": value.words,
        "article": value.article,
        "who": value.who,
        "at": value.at.isoformat(timespec="seconds"),
    }


def entry(value: Entry) -> Row:
    """A row of the ledger."""
    return {
        "id": value.id,
        "file": value.file,
        "sha256": value.sha256,
        "verdict": value.verdict,
        "reader": value.reader,
        "articles": list(value.articles),
        "code": value.code,
        "message": value.message,
        "details": value.details,
        "needs_you": value.needs_you,
    }


def decision(value: Decision) -> Row:
    """A decision of the log."""
    return {
        "number": value.number,
        "verb": value.order.verb,
        "subject": value.order.subject,
        "terms": list(value.order.terms),
        "reason": value.order.reason,
        "who": value.who,
        "at": value.at.isoformat(timespec="seconds"),
        "mentions": value.reach.mentions,
        "articles": value.reach.articles,
        "words": value.words,
        "brought_by": value.brought_by,
        "revoked_by": value.revoked_by,
    }


def search(value: Search) -> Row:
    """A saved search, in the words of the command line."""
    chosen = value.selection
    return {
        "name": value.name,
        "group": value.group,
        "query": chosen.words,
        "from": chosen.brush.first.isoformat() if chosen.brush.first else None,
        "to": chosen.brush.last.isoformat() if chosen.brush.last else None,
        "undated": chosen.undated,
        "doubtful": chosen.doubtful,
        **{facet: list(chosen.facet(facet)) for facet in FACETS},
        "articles": value.articles,
        "new": value.new,
    }


def register(value: Register) -> Row:
    """A register that users added, without its remarks."""
    return {
        "name": value.name,
        "format": value.format,
        "actors": value.actors,
        "aliases": value.aliases,
        "refused": value.refused,
        "told": value.told,
        "file": value.file,
        "sha256": value.sha256,
        "who": value.who,
        "at": value.at.isoformat(),
    }


def known(value: Known) -> Iterator[Row]:
    """An actor of a register, a name a row, in the columns of a register of one's own."""
    own_key = f"{value.kind}/{fold(value.name)}"
    for alias in value.aliases:
        yield {
            "name": value.name,
            "kind": value.kind,
            "alias": "" if alias.text == value.name else alias.text,
            "language": alias.language,
            "wikidata": value.wikidata,
            "near": _words(alias.only_if, "near"),
            "article says": _words(alias.only_if, "article says"),
            "unless near": _words(alias.unless, "near"),
            "key": "" if value.key == own_key else value.key,
        }


def _words(conditions: Iterable[Condition], test: str) -> list[str]:
    return [word for condition in conditions if condition[0] == test for word in condition[1:]]
