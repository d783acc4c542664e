"""Orders about a paragraph that an outlet repeats: made, checked, and told in words."""

from collections.abc import Iterable

from workstation.curating import placing
from workstation.curating.placing import At
from workstation.domain.anchor import paragraph_key, paragraphs, places
from workstation.domain.article import outlet_uuid
from workstation.domain.clean import clean_line, clean_text
from workstation.domain.decision import ABOUT_OUTLETS, Decision, Order, Reach, Verb
from workstation.errors import UnknownName, Unreadable
from workstation.library import articles, corpus, mentions, repeats, wordings
from workstation.library.library import Reading
from workstation.limits import NAME_CHARACTERS, QUOTE_CHARACTERS

_SHOWN = 60


def order(
    reading: Reading, verb: Verb, article: str, quote: str, *, at: At | None = None, reason: str
) -> Order:
    """An order about the paragraph of an article that holds a quote, for its whole outlet.

    Raises:
        UnknownName: no such article, or no such quote in it; or it stands in several paragraphs.
        Unreadable: the outlet is not known, or the paragraph is no such thing.
    """
    number = placing.number_of(article)
    wording = wordings.of(reading, [number]).get(number)
    if wording is None:
        raise articles.no_such_article(number)
    text, quote = wording.text, clean_text(quote)
    starts = list(places(quote, text)) if quote else []
    if at is not None:
        starts = [start for start in starts if ("text", start) == at]
    alike: dict[str, str] = {}
    for start in starts:
        for first, last in paragraphs(text, start, start + len(quote)):
            alike.setdefault(paragraph_key(text[first:last]), text[first:last])
    if not alike:
        raise placing.no_quote(quote, number)
    if len(alike) > 1:
        raise UnknownName(
            f"“{clean_line(quote, _SHOWN)}” stands in {len(alike)} different paragraphs.",
            "Quote one whole paragraph.",
        )
    return about(verb, corpus.article(reading, number).outlet, *alike.values(), reason=reason)


def about(verb: Verb, outlet: str, paragraph: str, *, reason: str = "") -> Order:
    """An order about a paragraph in every article of an outlet."""
    return Order(verb, outlet_uuid(outlet), (outlet, paragraph), reason)


def expect_sense(wanted: Order, holding: Iterable[Decision]) -> None:
    """Checks that an order is well made and would change something.

    Raises:
        Unreadable: the outlet is not known, the paragraph has no words or is too long, or it is
            read so already.
    """
    if not is_known(wanted):
        outlet, paragraph = wanted.terms
        if not outlet:
            raise Unreadable("The outlet of this article is not known.", "Decide this article.")
        if len(paragraph) > QUOTE_CHARACTERS:
            raise Unreadable("That paragraph is too long to be repeated.", "Decide this article.")
        raise Unreadable("That is no paragraph to hold on to.", "Quote one with words in it.")
    said = [
        d.order.verb
        for d in holding
        if d.order.verb in ABOUT_OUTLETS and thing(d.order) == thing(wanted)
    ]
    if said[-1:] == [wanted.verb]:
        raise Unreadable("It is read so already.", "Nothing was changed.")


def is_known(wanted: Order) -> bool:
    """Whether an order is one that this program would have written."""
    outlet, paragraph = wanted.terms
    return (
        bool(outlet)
        and outlet == clean_line(outlet, NAME_CHARACTERS)
        and wanted.subject == outlet_uuid(outlet)
        and any(map(str.isalpha, paragraph))
        and paragraph == clean_line(paragraph, QUOTE_CHARACTERS)
    )


def thing(wanted: Order) -> tuple[str, str]:
    """What an order is about: an outlet, and what its paragraph is known by."""
    return wanted.subject, paragraph_key(wanted.terms[1])


def numbers(reading: Reading, wanted: Order) -> set[int]:
    """The articles that hold the paragraph of an order."""
    return set(_places(reading, wanted))


def reach(reading: Reading, wanted: Order) -> Reach:
    """How many mentions an order would change, and in how many articles the paragraph stands."""
    there = _places(reading, wanted)
    counted = wanted.verb == "outlet-boilerplate"
    return Reach(mentions.inside(reading, there, counted=counted).mentions, len(there))


def words(wanted: Order) -> str:
    """The order as a sentence."""
    outlet, paragraph = wanted.terms
    own = "are" if wanted.verb == "outlet-body" else "are not"
    return (
        f"In every article of “{outlet}”, paragraphs like “{clean_line(paragraph, _SHOWN)}”"
        f" {own} the article's own words."
    )


def _places(reading: Reading, wanted: Order) -> dict[int, list[tuple[int, int]]]:
    return repeats.of(reading, wanted.terms[0], paragraph_key(wanted.terms[1]))
