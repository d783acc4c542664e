"""The verbs that only read: lists, counts and charts on the terminal or as JSON."""

from argparse import Namespace
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workstation.cli.streams import complain, say
from workstation.cli.telling import print_json, several
from workstation.domain.frequency import UNITS, Measure, Unit
from workstation.domain.selection import Brush, Facet, Selection
from workstation.errors import Unreadable

if TYPE_CHECKING:
    from workstation.library.library import Reading

_SERIES = 8


def articles(arguments: Namespace) -> int:
    """Lists articles."""
    from workstation.library import corpus, folding
    from workstation.library.library import Library
    from workstation.reporting.exports import rows_of

    with Library.open(arguments.library, writing=False) as library, library.read() as reading:
        selection = selection_of(arguments, reading)
        if arguments.fold:
            folded = folding.rows(reading, selection, limit=None)
            told = rows_of(reading, [one.article for one in folded])
            found = [{**row, "copies": one.copies} for row, one in zip(told, folded, strict=True)]
        else:
            found = rows_of(reading, corpus.articles(reading, selection, limit=None))
        if arguments.text:
            for row in found:
                row["text"] = corpus.body(reading, row["id"]).text
    if arguments.json:
        return print_json(found)
    copies = ("copies",) if arguments.fold else ()
    table(found, ("id", "published", "outlet", "mentions", *copies, "title"))
    for row in found if arguments.text else ():
        say(f"\n{row['title']}\n\n{row['text']}")
    return 0


def versions(arguments: Namespace) -> int:
    """Lists the texts of an article: the present one last."""
    from workstation.library import corpus
    from workstation.library import versions as texts
    from workstation.library.library import Library
    from workstation.reporting import rows

    with Library.open(arguments.library, writing=False) as library, library.read() as reading:
        kept = texts.of(reading, corpus.article(reading, arguments.article).id)
    found = [rows.version(one) for one in kept]
    if arguments.text:
        for row, one in zip(found, kept, strict=True):
            row["text"] = one.text
    if arguments.json:
        return print_json(found)
    table(found, ("version", "replaced", "words", "title"))
    for row in found if arguments.text else ():
        say(f"\nVersion {row['version']}: {row['title']}\n\n{row['text']}")
    return 0


def actors(arguments: Namespace) -> int:
    """Lists actors; a kind or an actor narrows the list, not the articles."""
    from workstation.library import corpus
    from workstation.library.library import Library
    from workstation.reporting import rows

    with Library.open(arguments.library, writing=False) as library, library.read() as reading:
        found = corpus.actors(
            reading,
            selection_of(arguments, reading, leave=("kind", "actor")),
            actor_ids=_actors(arguments, reading),
            kinds=arguments.kind,
            limit=None,
        )
    listed = [rows.actor(actor) for actor in found]
    if arguments.json:
        return print_json(listed)
    return table(listed, ("name", "kind", "mentions", *UNITS, "first", "last"))


def mentions(arguments: Namespace) -> int:
    """Lists mentions; an actor or a kind lists only its own."""
    from workstation.library import corpus
    from workstation.library.library import Library
    from workstation.reporting import rows

    with Library.open(arguments.library, writing=False) as library, library.read() as reading:
        found = corpus.mentions(
            reading,
            selection_of(arguments, reading, leave=("kind", "actor")),
            actor_ids=_actors(arguments, reading),
            kinds=arguments.kind,
        )
    listed = [rows.mention(mention) for mention in found]
    if arguments.json:
        return print_json(listed)
    return table(listed, ("article", "field", "start", "text", "label", "actor", "counted", "why"))


def frequency(arguments: Namespace) -> int:
    """Counts over time; actors pick the series and never narrow the articles."""
    from workstation.library import corpus, events
    from workstation.library.library import Library
    from workstation.reporting import exports, rows, words

    unit: Unit = arguments.unit or "articles"
    with Library.open(arguments.library, writing=False) as library, library.read() as reading:
        selection = selection_of(arguments, reading, leave=("actor",))
        filters = ", ".join(words.filters(selection, str))
        caption = f"{library.name}: {filters or 'all articles'}"
        picked = _actors(arguments, reading) or [
            actor.id for actor in corpus.actors(reading, selection, limit=_SERIES)
        ]
        counted = corpus.frequency(
            reading, selection, picked, arguments.by, unit=unit, beside=UNITS
        )
        pinned = events.listed(reading)
    if arguments.output:
        given: Measure = "count" if arguments.unit else "mentions"
        measure: Measure = "share" if arguments.share else given
        target = Path(arguments.output)
        exports.write_frequency(counted, target, measure=measure, caption=caption, events=pinned)
        complain(f"Written: {arguments.output}")
        return 0
    listed = list(rows.frequency(counted, pinned))
    if arguments.json:
        return print_json(listed)
    if arguments.share:
        # A share of no articles at all is none, and not a share of nothing.
        listed = [row if row["of"] else {**row, "share": "–"} for row in listed]
        return table(listed, ("period", "actor", "share", unit, "of"))
    return table(listed, ("period", "actor", "mentions", unit, "of"))


def decisions(arguments: Namespace) -> int:
    """Lists the decisions, or writes them to a file."""
    from workstation.curating import decisions as log
    from workstation.library.library import Library
    from workstation.reporting import exports, rows

    with Library.open(arguments.library, writing=False) as library, library.read() as reading:
        if arguments.output:
            target = Path(arguments.output)
            count = exports.write_decisions(reading, target, library=library.name, by=log.me())
            complain(f"Written: {arguments.output} ({several(count, 'decision')})")
            return 0
        listed = [rows.decision(decision) for decision in log.log(reading)]
    if arguments.json:
        return print_json(listed)
    return table(listed, ("number", "at", "who", "words", "mentions", "revoked_by", "reason"))


def selection_of(
    arguments: Namespace, reading: "Reading", *, leave: Sequence[Facet] = ()
) -> Selection:
    """The selection that the arguments stand for, without the facets named in `leave`.

    Raises:
        UnknownName: an actor or a saved search is not there.
        Unreadable: the days are the wrong way round, or the query holds no word.
    """
    if arguments.first and arguments.last and arguments.first > arguments.last:
        raise Unreadable(
            f"The period ends ({arguments.last}) before it begins ({arguments.first}).",
            "Exchange --from and --to.",
            code="usage",
        )
    from workstation.library.query import parse

    if arguments.query and parse(arguments.query) is None:
        # An empty question would be answered with everything.
        raise Unreadable(f"“{arguments.query}” holds no word to look for.", "Give words.")
    facets: dict[Facet, Sequence[str]] = {
        "outlet": arguments.outlet,
        "language": arguments.language,
        "kind": arguments.kind,
        "actor": [] if "actor" in leave else _actors(arguments, reading),
    }
    selection = _begun(arguments, reading)
    for name, values in facets.items():
        if values and name not in leave:
            selection = selection.with_facet(name, tuple(values))
    return selection


def _begun(arguments: Namespace, reading: "Reading") -> Selection:
    """The saved search that is named, if any, with the query and the days of the arguments."""
    from workstation.library import searches

    saved = Selection()
    if arguments.search:
        saved = searches.named(reading, arguments.search).selection
    words = [words for words in (saved.words, arguments.query) if words]
    brush = Brush(arguments.first, arguments.last)
    return replace(
        saved,
        words=f"({words[0]}) ({words[1]})" if len(words) > 1 else "".join(words),
        brush=brush or saved.brush,
        undated=arguments.undated or saved.undated,
        doubtful=arguments.doubtful or saved.doubtful,
    )


def table(rows: Iterable[dict[str, Any]], columns: Sequence[str]) -> int:
    """Prints rows as a table whose last column may run on, and says that all went well."""
    lines = [[_shown(row[column]) for column in columns] for row in rows]
    if not lines:
        complain("Nothing to list.")
        return 0
    heads = [column.replace("_", " ") for column in columns]
    widths = [max(map(len, column)) for column in zip(heads, *lines, strict=True)]
    for line in (heads, *lines):
        cells = [cell.ljust(width) for cell, width in zip(line, widths, strict=True)]
        say("  ".join(cells).rstrip())
    return 0


def _shown(value: Any) -> str:
    if value is None:
        return "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    # Controls in foreign text must not reach the terminal.
    return "".join(c if c.isprintable() else " " for c in str(value))


def _actors(arguments: Namespace, reading: "Reading") -> list[str]:
    from workstation.library import corpus

    return [corpus.find_actor(reading, name).id for name in arguments.actor]
