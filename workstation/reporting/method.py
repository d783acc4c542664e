"""How a report's numbers came about, in words, and the files that they rest on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from workstation import __version__
from workstation.domain.article import Article
from workstation.domain.frequency import Unit
from workstation.library import decisions, mentions
from workstation.library.library import Reading
from workstation.reporting import words

_MEMBERS: dict[Unit, str] = {
    "articles": "",
    "stories": " The stories of a period are those with an article in it, each counted once.",
    "outlets": " The outlets of a period are those with an article in it, each counted once.",
}


@dataclass(frozen=True, slots=True)
class Note:
    """A paragraph of the method, with the words that stand before it."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Source:
    """An original file and the numbers of the report's articles that were read from it."""

    file: str
    sha256: str
    articles: tuple[int, ...]


def notes(
    reading: Reading, articles: Sequence[Article], filters: tuple[str, ...], unit: Unit
) -> tuple[Note, ...]:
    """The method of a report about these articles."""
    return (
        Note("Articles", _which(articles, filters)),
        Note("Names", _names(reading, articles)),
        Note("Decisions", _decisions(reading)),
        Note(
            "Mentions",
            "A mention is one place, in a headline or in the text, where an actor is named."
            " A line that promotes another story is boilerplate: it is printed pale, and the names"
            " in it are not marked and not counted. Only an actor’s counted mentions, with those"
            " of the actors merged into it, enter any number.",
        ),
        Note(
            "Shares",
            f"A share is the number of {unit} that name an actor, divided by all {unit} of the"
            f" same period in this selection.{_MEMBERS[unit]} Periods of which the library holds"
            " no article at all are hatched in the chart: silence is not absence.",
        ),
        Note(
            "Days",
            f"Days are calendar days in the time zone {reading.zone}. Articles without a known"
            " date belong to no day: they count in every number except those of a day, and stand"
            " apart in the chart and last in the list.",
        ),
        Note("Program", f"Media Workstation {__version__}."),
    )


def sources(articles: Sequence[Article]) -> tuple[Source, ...]:
    """The originals in the order of the articles that were read from them."""
    found: dict[str, list[int]] = {}
    files: dict[str, str] = {}
    for number, article in enumerate(articles, 1):
        if article.sha256:
            found.setdefault(article.sha256, []).append(number)
            files.setdefault(article.sha256, PurePath(article.file).name)
    return tuple(Source(files[key], key, tuple(numbers)) for key, numbers in found.items())


def _which(articles: Sequence[Article], filters: tuple[str, ...]) -> str:
    what = "; ".join(filters) if filters else "all of the library"
    stories = len({article.story for article in articles})
    told = f"there {'is' if stories == 1 else 'are'} {words.count(stories, 'story', 'stories')}"
    return (
        f"{words.count(len(articles), 'article')}: {what}. The same article offered twice is kept"
        " once. Near-identical texts in other outlets are articles of their own, joined in a"
        f" story: {told} here."
    )


def _names(reading: Reading, articles: Sequence[Article]) -> str:
    told = [
        f"{description or name} ({words.count(n, 'article')} of the library)"
        for name, description, n in mentions.pipelines_in_use(reading)
    ]
    found = f"Names were found by {'; '.join(told)}." if told else "No names have been looked for."
    failed = [n for n, article in enumerate(articles, 1) if article.problem]
    if failed:
        which = ", ".join(map(words.number, failed))
        found += f" It failed for {words.count(len(failed), 'article')} of this report: {which}."
    return found + " Machines err: a name can be missed or taken for another."


def _decisions(reading: Reading) -> str:
    log = decisions.log(reading)
    taken = [d for d in log if d.order.verb not in ("revoke", "adopt")]
    standing = sum(d.revoked_by is None for d in taken)
    if not taken:
        return "Analysts have taken no decisions in this library: no actor was merged or corrected."
    return (
        f"Analysts have taken {words.count(len(taken), 'decision')} in this library, such as"
        f" merging two actors; {words.number(standing)} of them"
        f" {'stands' if standing == 1 else 'stand'}."
    )
