"""Orders about the title, the author, the outlet or the language of an article."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from workstation.curating import placing
from workstation.domain.clean import clean_line
from workstation.domain.decision import EDITED, Decision, Edited, Order
from workstation.errors import Unreadable
from workstation.library import articles, corpus, edits, wordings
from workstation.library.decisions import microseconds
from workstation.library.edits import Edit, Subject
from workstation.library.library import Reading, Writing
from workstation.limits import DATES_AT_ONCE, FIELD_CHARACTERS, TITLE_CHARACTERS

_LANGUAGE: Final = re.compile(r"(?:[a-z]{2,3}(?:-[a-z0-9]{2,8})?)?")
_SHOWN: Final = 80


def order(reading: Reading, article: str, field: str, value: str, *, reason: str = "") -> Order:
    """An order about an article named by its number, checked against the library.

    Raises:
        UnknownName: there is no such article.
        Unreadable: there is no such field, or it cannot hold that value.
    """
    number = placing.number_of(article)
    named = next((one for one in EDITED if one == field), None)
    if named is None:
        raise Unreadable(
            f"An article has no “{clean_line(field, _SHOWN)}” that can be edited.",
            f"What can be edited are {', '.join(EDITED)}.",
        )
    return next(iter(orders(reading, {number: {named: value}}, reason=reason)))


def orders(
    reading: Reading, wanted: Mapping[int, Mapping[Edited, str]], *, reason: str = ""
) -> Iterator[Order]:
    """An order for each field that is to change, by the row numbers of articles.

    Raises:
        UnknownName: one of the articles is not there.
        Unreadable: a field cannot hold its value, or they are more than can be decided at once.
    """
    if sum(map(len, wanted.values())) > DATES_AT_ONCE:
        raise Unreadable(
            f"No more than {DATES_AT_ONCE} changes can be decided at once.",
            "Choose fewer articles, and do the others afterwards.",
        )
    marks = wordings.marks_of(reading, wanted)
    if missing := wanted.keys() - marks.keys():
        raise articles.no_such_article(min(missing))
    for number, (uuid, text_hash) in marks.items():
        for field, value in wanted[number].items():
            yield Order("edit", uuid, (field, _checked(field, value), text_hash), reason)


def changes(
    reading: Reading, numbers: Collection[int], facts: Mapping[Edited, str]
) -> dict[int, dict[Edited, str]]:
    """What of some facts would be new to each of some articles, by their row numbers.

    Raises:
        UnknownName: one of the articles is not there.
        Unreadable: a field cannot hold its value.
    """
    wanted = {field: _checked(field, value) for field, value in facts.items()}
    found = corpus.numbered(reading, numbers)
    if missing := set(numbers) - found.keys():
        raise articles.no_such_article(min(missing))
    return {
        number: {f: value for f, value in wanted.items() if getattr(article, f) != value}
        for number, article in found.items()
    }


def expect_sense(reading: Reading, wanted: Order) -> None:
    """Checks that an order fits the library as it is now, and would change something.

    Raises:
        UnknownName: the article is not there.
        Unreadable: the article has that value already.
    """
    number = placing.article_number(reading, wanted)
    field, value, _ = wanted.terms
    if getattr(corpus.article(reading, number), field) == value:
        raise Unreadable(f"Its {field} is that already.", "Nothing was changed.")


def is_known(wanted: Order) -> bool:
    """Whether an order says of a field what this program writes."""
    field, value, _ = wanted.terms
    try:
        return any(field == one and _checked(one, value) == value for one in EDITED)
    except Unreadable:
        return False


def words(wanted: Order, where: str) -> str:
    """The order as a sentence."""
    field, value, _ = wanted.terms
    told = clean_line(value, _SHOWN)
    article = f"{where[:1].upper()}{where[1:]}"
    if not value:
        return f"{article} has no {field}."
    return {
        "title": f"The title of {where} is “{told}”.",
        "author": f"{article} is by {told}.",
        "outlet": f"{article} appeared in {told}.",
        "language": f"{article} is written in the language “{told}”.",
    }[field]


def subject(wanted: Order) -> Subject:
    """The article and the field that an order is about."""
    return wanted.subject, next(one for one in EDITED if one == wanted.terms[0])


def follow(
    writing: Writing, decided: Mapping[Subject, Decision], orders: Collection[Order]
) -> set[int]:
    """Edits what some orders are about as is `decided` of it, or as was found; which articles."""
    subjects = {subject(one) for one in orders if one.verb == "edit"}
    if not subjects:
        return set()
    return edits.decide(writing, {s: _edit(decided[s]) if s in decided else None for s in subjects})


def _edit(decision: Decision) -> Edit:
    _, value, text_hash = decision.order.terms
    return Edit(text_hash, value, microseconds(decision.at))


def _checked(field: Edited, value: str) -> str:
    if field == "language":
        code = value.strip().lower()
        if not _LANGUAGE.fullmatch(code):
            raise Unreadable(
                f"“{clean_line(value, _SHOWN)}” is no code of a language.",
                "Give one like en, de or zh; none where the language is not known.",
            )
        return code
    line = clean_line(value, TITLE_CHARACTERS if field == "title" else FIELD_CHARACTERS)
    if field == "title" and not any(map(str.isalnum, line)):
        raise Unreadable("A title needs a letter or a digit.", "Give another one.")
    return line
