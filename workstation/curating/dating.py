"""Orders about the date of an article: how they are made, what they say, and what they do."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from workstation.curating import places, placing
from workstation.domain.article import Published
from workstation.domain.dating import is_set, read_when, set_by
from workstation.domain.decision import Decision, Order, Reach
from workstation.domain.selection import Selection
from workstation.errors import UnknownName, Unreadable
from workstation.library import articles, corpus, dates, wordings
from workstation.library.dates import Dating
from workstation.library.decisions import Taken, microseconds
from workstation.library.library import Reading, Writing
from workstation.limits import DATES_AT_ONCE


def order(reading: Reading, article: str, when: str, *, reason: str = "") -> Order:
    """An order about an article named by its number, checked against the library.

    Raises:
        UnknownName: there is no such article.
        Unreadable: those words are no date.
    """
    number = placing.number_of(article)
    found = read_when(when.strip(), "")
    if found is None:
        raise Unreadable(
            f"“{when}” is no date.",
            "Give a day like 2024-12-14, or an instant with its zone like 2024-12-14T16:20+01:00.",
        )
    made = list(orders(reading, {number: found}, reason=reason))
    if not made:
        raise articles.no_such_article(number)
    return made[0]


def orders(reading: Reading, days: Mapping[int, Published], *, reason: str = "") -> Iterator[Order]:
    """An order for each of these articles that is there, by their row numbers.

    Raises:
        Unreadable: they are more than can be decided at once.
    """
    if len(days) > DATES_AT_ONCE:
        raise Unreadable(
            f"{len(days)} dates are more than the {DATES_AT_ONCE} that can be decided at once.",
            "Narrow the selection, and do the others afterwards.",
        )
    for number, (uuid, text_hash) in wordings.marks_of(reading, days).items():
        yield Order("date", uuid, (days[number].iso(), text_hash), reason)


def expect_sense(reading: Reading, wanted: Order) -> None:
    """Checks that an order fits the library as it is now, and would change something.

    Raises:
        UnknownName: the article is not there.
        Unreadable: the article has that date already, and by an analyst.
    """
    number = placing.article_number(reading, wanted)
    published = corpus.article(reading, number).published
    if published is not None and published.iso() == wanted.terms[0] and is_set(published):
        raise Unreadable("It has that date already.", "Nothing was changed.")


def reach(reading: Reading, wanted: Order) -> Reach:
    """How many mentions come to another day with their article."""
    number = placing.article_number(reading, wanted)
    return Reach(corpus.article(reading, number).mentions, 1)


def taken(reading: Reading, wanted: Sequence[Order], who: str) -> list[Taken]:
    """Orders as they are taken, with what each reaches and says.

    Raises:
        UnknownName: an article is not there.
    """
    numbers = places.articles_of(reading, wanted)
    if any(one.subject not in numbers for one in wanted):
        raise UnknownName("One of the articles is not there.", "Look for them once more.")
    those = Selection().with_facet("article", tuple(map(str, numbers.values())))
    about = {one.id: one for one in corpus.articles(reading, those, limit=None)}
    return [
        Taken(
            one,
            who,
            Reach(about[number].mentions, 1),
            words(one, placing.titled(about[number].title) or f"article {number}"),
        )
        for one in wanted
        for number in (numbers[one.subject],)
    ]


def is_known(when: str) -> bool:
    """Whether a term says when something was published as this program writes it."""
    found = read_when(when, "")
    return found is not None and found.iso() == when


def words(wanted: Order, where: str) -> str:
    """The order as a sentence."""
    day, _, clock = wanted.terms[0].partition("T")
    told = f"{day} {clock[:5]} UTC" if clock else day
    return f"{where[:1].upper()}{where[1:]} was published on {told}."


def follow(writing: Writing, decided: Mapping[str, Decision], subjects: Collection[str]) -> None:
    """Dates some articles, named by identifier, as is `decided` of them, or as was found."""
    if subjects:
        dates.decide(writing, {s: _dating(decided[s]) if s in decided else None for s in subjects})


def _dating(decision: Decision) -> Dating:
    when, text_hash = decision.order.terms
    found = read_when(when, set_by(decision.who))
    if found is None:
        raise ValueError("a decision holds no date")
    return Dating(text_hash, found, microseconds(decision.at))
