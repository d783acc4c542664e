"""Orders about a place in an article: how they are made, and whether they make sense."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from workstation.curating.places import article_of
from workstation.domain.actor import KINDS, actor_uuid
from workstation.domain.anchor import ANCHOR_TERMS, Anchor, Wording, paragraphs, places
from workstation.domain.clean import clean_line, clean_text
from workstation.domain.decision import Order, Reach, Verb
from workstation.domain.mention import Field, Mention
from workstation.domain.names import fold
from workstation.errors import UnknownName, Unreadable
from workstation.library import actors, articles, corpus, wordings
from workstation.library.library import Reading, Writing
from workstation.limits import ACTOR_NAME_CHARACTERS, QUOTE_CHARACTERS

At = tuple[Field, int]
"""A field, and an offset in it."""

MAKING: frozenset[Verb] = frozenset(("assign", "mention"))
"""The verbs that name an actor, and may make one."""

_ACTOR = ANCHOR_TERMS
WHOLE = ANCHOR_TERMS + 3
"""How many terms an order has that makes an actor."""

_SHOWN = 60
_MANY = 8
_DIGITS = 9  # of a row number, which is one of 32 bits


def order(
    reading: Reading,
    verb: Verb,
    article: str,
    terms: Sequence[str],
    *,
    at: At | None = None,
    kind: str = "",
    reason: str = "",
) -> Order:
    """An order about a quote in an article named by its number, checked against the library.

    `at` says which of several equal places is meant; without it, paragraphs are meant wherever
    they hold the quote. With a `kind` an actor that is not there is made.

    Raises:
        UnknownName: no such article, quote, mention or actor; or several.
        Unreadable: there is no such kind.
    """
    number = number_of(article)
    wording = wordings.of(reading, [number]).get(number)
    if wording is None:
        raise articles.no_such_article(number)
    quote = clean_text(terms[0])
    there = _there(reading, verb, number, quote, wording)
    if verb == "no-mention" and at is None and there:
        # An anchor has one field; this verb looks in both for what it quotes.
        in_title = quote not in wording.text
        anchor = replace(Anchor.everywhere(quote, wording), field="title" if in_title else "text")
    elif verb in ("boilerplate", "body") and at is None and there:
        anchor = Anchor.everywhere(quote, wording)
    else:
        field, start = _one_of(there, at, quote, verb, number)
        anchor = Anchor.at(quote, field, start, wording)
    named = _actor(reading, terms[1], kind) if len(terms) > 1 else ()
    return Order(verb, wordings.uuid_of(reading, number), (*anchor.terms, *named), reason)


def expect_sense(reading: Reading, wanted: Order) -> None:
    """Checks that an order fits the library as it is now, and would change something.

    Raises:
        UnknownName: the article, the quote or the actor is not there.
        Unreadable: it would change nothing, or a name has no letter.
    """
    number, wording = _article(reading, wanted)
    anchor = Anchor.of(wanted.terms)
    there = set(places(anchor.quote, wording.of(anchor.field)))
    found = anchor.places(wording)
    if not any(map(str.isalnum, anchor.quote)) or len(anchor.quote) > QUOTE_CHARACTERS:
        raise Unreadable("That is no quote to hold on to.", "Quote some words of the article.")
    moved = anchor.text_hash == wording.text_hash and anchor.start not in (None, *found)
    if moved or not there.issuperset(found) or not found:
        raise no_quote(anchor.quote, number)
    if wanted.verb in ("boilerplate", "body"):
        _expect_change(reading, wanted, number)
        return
    if wanted.verb == "no-mention":
        if not _meant(reading, number, anchor):
            raise Unreadable("No mention that reads so names anybody.", "Nothing was changed.")
        return
    _expect_naming(reading, wanted, number, (anchor.field, found[0]))


def _expect_naming(reading: Reading, wanted: Order, number: int, place: At) -> None:
    anchor = Anchor.of(wanted.terms)
    _expect_actor(reading, wanted)
    same = _same_place(reading, number, *place, len(anchor.quote))
    if wanted.verb == "mention" and same is not None:
        raise Unreadable(
            f"“{anchor.quote}” is a mention there already.", "To say whom it means, assign it."
        )
    if wanted.verb == "assign" and same is None:
        raise _no_mention(anchor.quote, number)
    if same is not None and same.actor_id in _standing(reading, wanted.terms[_ACTOR]):
        raise Unreadable(f"It means {same.actor} already.", "Nothing was changed.")


def make_actor(writing: Writing, wanted: Order) -> None:
    """Makes the actor that an order names if it is not there yet."""
    if len(wanted.terms) == WHOLE and not actors.rows_of(writing, [wanted.terms[_ACTOR]]):
        uuid, name, kind = wanted.terms[_ACTOR:]
        actors.create(writing, uuid, key=f"{kind}/{fold(name)}", name=name, kind=kind)


def reach(reading: Reading, wanted: Order) -> Reach:
    """How many mentions an order would change: all in one article."""
    if wanted.verb in MAKING:
        return Reach(1, 1)
    number, _ = _article(reading, wanted)
    if wanted.verb == "no-mention":
        found = len(_meant(reading, number, Anchor.of(wanted.terms)))
        return Reach(found, min(found, 1))
    reached = [
        mention
        for mention in corpus.mentions_in(reading, number)
        if mention.counted == (wanted.verb == "boilerplate")
        and any(_is_inside(mention, *place) for place in _paragraphs(reading, wanted))
    ]
    return Reach(len(reached), min(len(reached), 1))


def where(reading: Reading, wanted: Order) -> str:
    """The article that an order is about, as a sentence calls it."""
    number = article_number(reading, wanted)
    return titled(wordings.titles_of(reading, [number])[number]) or f"article {number}"


def titled(title: str) -> str:
    """A title as a sentence calls an article by it; "" if there is none."""
    shown = clean_line(title, _SHOWN)
    return f"“{shown}”" if shown else ""


def words(wanted: Order, name_of: Callable[[str], str], where: str) -> str:
    """The order as a sentence."""
    quote = clean_line(wanted.terms[0], _SHOWN)
    if wanted.verb == "boilerplate":
        return f"In {where}, the paragraph “{quote}” is not the article's own words."
    if wanted.verb == "body":
        return f"In {where}, the paragraph “{quote}” is the article's own words."
    if wanted.verb == "no-mention":
        one = "this " if Anchor.of(wanted.terms).start is not None else ""
        return f"In {where}, {one}“{quote}” names nobody."
    whole = len(wanted.terms) == WHOLE
    name = wanted.terms[_ACTOR + 1] if whole else name_of(wanted.terms[_ACTOR])
    verb = "means" if wanted.verb == "assign" else "is a mention of"
    return f"In {where}, “{quote}” {verb} “{name}”."


def number_of(article: str) -> int:
    """The row number that names an article.

    Raises:
        UnknownName: it is none.
    """
    plain = article.isascii() and article.isdecimal() and len(article) <= _DIGITS
    if not plain:
        raise UnknownName(
            f"“{clean_line(article, _SHOWN)}” is no number of an article.",
            "`workstation articles` lists them.",
        )
    return int(article)


def article_number(reading: Reading, wanted: Order) -> int:
    """The row number of the article that an order is about.

    Raises:
        UnknownName: it is not there.
    """
    number = article_of(reading, wanted)
    if number is None:
        raise UnknownName("That article is not there.", "`workstation articles` lists them.")
    return number


def _article(reading: Reading, wanted: Order) -> tuple[int, Wording]:
    number = article_number(reading, wanted)
    return number, wordings.of(reading, [number])[number]


def _there(reading: Reading, verb: Verb, number: int, quote: str, wording: Wording) -> list[At]:
    """The places that the verb can be about: mentions, or wherever the quote stands."""
    if not quote:
        return []
    if verb in ("assign", "no-mention"):
        mentions = corpus.mentions_in(reading, number)
        return [(m.field, m.start) for m in mentions if m.text == quote]
    listed: list[At] = [("text", start) for start in places(quote, wording.text)]
    if verb == "mention":
        listed += [("title", start) for start in places(quote, wording.title)]
    return listed


def _one_of(there: Sequence[At], at: At | None, quote: str, verb: Verb, number: int) -> At:
    if at is not None and at in there:
        return at
    if not there:
        raise (_no_mention if verb in ("assign", "no-mention") else no_quote)(quote, number)
    if at is None and len(there) == 1:
        return there[0]
    listed = [str(start) if field == "text" else f"title:{start}" for field, start in there]
    several = ", ".join(listed[:_MANY]) + (", …" if len(listed) > _MANY else "")
    raise UnknownName(f"“{quote}” stands at {several}.", "Say at which of them.")


def no_quote(quote: str, number: int) -> UnknownName:
    """The words for a quote that an article does not hold."""
    return UnknownName(
        f"Article {number} does not hold “{clean_line(quote, _SHOWN)}”.",
        "Quote its text letter by letter; a title that was made from the text is none.",
    )


def _no_mention(quote: str, number: int) -> UnknownName:
    return UnknownName(
        f"Article {number} has no mention that reads “{clean_line(quote, _SHOWN)}”.",
        "Where nothing was found, decide a mention.",
    )


def _actor(reading: Reading, name: str, kind: str) -> tuple[str, ...]:
    """The identifier of an actor, with the name and the kind of one that is still to be made."""
    if not kind:
        return (corpus.find_actor(reading, name).id,)
    if kind not in KINDS:
        raise Unreadable(f"There is no kind “{kind}”.", f"Kinds are {', '.join(KINDS)}.")
    try:
        return (actors.find(reading, name, kind=kind),)
    except UnknownName as error:
        if error.code == "several":
            raise
    name = clean_line(name, ACTOR_NAME_CHARACTERS)
    return (actor_uuid(f"{kind}/{fold(name)}"), name, kind)


def _expect_actor(reading: Reading, wanted: Order) -> None:
    uuid, *new = wanted.terms[_ACTOR:]
    if not new:
        actors.name_of(reading, uuid)
        return
    name, kind = new
    if not any(map(str.isalnum, name)):
        raise Unreadable("A name without a letter or a digit names nobody.", "Give another.")
    if kind not in KINDS or uuid != actor_uuid(f"{kind}/{fold(name)}"):
        raise Unreadable(f"There can be no actor “{name}” of kind “{kind}”.", "Name its kind.")


def _standing(reading: Reading, uuid: str) -> Sequence[str]:
    """The identifier that an actor counts under, if it is there."""
    return tuple(actors.standing_for(reading, [uuid]).values())


def _same_place(
    reading: Reading, number: int, field: Field, start: int, length: int
) -> Mention | None:
    place = (field, start, start + length)
    mentions = corpus.mentions_in(reading, number)
    return next((m for m in mentions if (m.field, m.start, m.end) == place), None)


def _meant(reading: Reading, number: int, anchor: Anchor) -> list[Mention]:
    """The mentions of somebody that are to name nobody."""
    there = set(anchor.places(wordings.of(reading, [number])[number]))
    return [
        mention
        for mention in corpus.mentions_in(reading, number)
        if mention.text == anchor.quote and mention.actor_id is not None
        if anchor.start is None or (mention.field == anchor.field and mention.start in there)
    ]


def _paragraphs(reading: Reading, wanted: Order) -> list[tuple[int, int]]:
    _, wording = _article(reading, wanted)
    anchor = Anchor.of(wanted.terms)
    return [
        paragraph
        for start in anchor.places(wording)
        for paragraph in paragraphs(wording.text, start, start + len(anchor.quote))
    ]


def _expect_change(reading: Reading, wanted: Order, number: int) -> None:
    aside = corpus.body(reading, number).passages
    covered = [
        sum(max(0, min(p.end, end) - max(p.start, start)) for p in aside)
        for start, end in _paragraphs(reading, wanted)
    ]
    whole = [end - start for start, end in _paragraphs(reading, wanted)]
    if (wanted.verb == "boilerplate" and covered == whole) or (
        wanted.verb == "body" and not any(covered)
    ):
        raise Unreadable("It is read so already.", "Nothing was changed.")


def _is_inside(mention: Mention, start: int, end: int) -> bool:
    return mention.field == "text" and mention.start < end and start < mention.end
