"""Sentences that are made below the window, in the user's language.

A decision, the reason of a mention and the name of a step are said in English where they are made,
and stand so in libraries and files, which people of several languages share. Each pattern by which
they are made is known here; a sentence that follows none is shown as it is.
"""

import re
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from workstation.desktop.words import kind_name, tr
from workstation.domain.actor import KINDS

_SENTENCES: Final = (
    QT_TRANSLATE_NOOP("Sentences", "Took back decision {n}: {decision}"),
    QT_TRANSLATE_NOOP("Sentences", "Put back decision {n}: {decision}"),
    QT_TRANSLATE_NOOP("Sentences", "Decision {n}: {decision}"),
    QT_TRANSLATE_NOOP("Sentences", "Merged 1 decision of the library “{library}”."),
    QT_TRANSLATE_NOOP("Sentences", "Merged {n} decisions of the library “{library}”."),
    QT_TRANSLATE_NOOP("Sentences", "Merged “{subject}” into “{other}”."),
    QT_TRANSLATE_NOOP("Sentences", "“{subject}” and “{other}” are not the same."),
    QT_TRANSLATE_NOOP("Sentences", "Split “{names}” from “{subject}” as “{name}”."),
    QT_TRANSLATE_NOOP("Sentences", "Renamed “{subject}” to “{name}”."),
    QT_TRANSLATE_NOOP("Sentences", "Made “{subject}” a {kind}."),
    QT_TRANSLATE_NOOP("Sentences", "Made “{subject}” an {kind}."),
    QT_TRANSLATE_NOOP("Sentences", "“{name}” rightly means “{subject}”."),
    QT_TRANSLATE_NOOP("Sentences", "“{name}” names nobody where it was read as “{subject}”."),
    QT_TRANSLATE_NOOP("Sentences", "“{subject}” is not an actor."),
    QT_TRANSLATE_NOOP("Sentences", "“{name}” always means the town."),
    QT_TRANSLATE_NOOP("Sentences", "“{name}” always means the state."),
    QT_TRANSLATE_NOOP("Sentences", "“{name}” means the town or the state, as the text says."),
    QT_TRANSLATE_NOOP("Sentences", "“{name}” means “{subject}” near “{words}”."),
    QT_TRANSLATE_NOOP("Sentences", "“{name}” means “{subject}”."),
    QT_TRANSLATE_NOOP(
        "Sentences", "In {article}, the paragraph “{quote}” is not the article's own words."
    ),
    QT_TRANSLATE_NOOP(
        "Sentences", "In {article}, the paragraph “{quote}” is the article's own words."
    ),
    QT_TRANSLATE_NOOP("Sentences", "In {article}, “{quote}” means “{subject}”."),
    QT_TRANSLATE_NOOP("Sentences", "In {article}, “{quote}” is a mention of “{subject}”."),
    QT_TRANSLATE_NOOP("Sentences", "In {article}, this “{quote}” names nobody."),
    QT_TRANSLATE_NOOP("Sentences", "In {article}, “{quote}” names nobody."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "In every article of “{outlet}”, paragraphs like “{quote}” are the article's own words.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "In every article of “{outlet}”, paragraphs like “{quote}” are not the article's own "
        "words.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "{article} was published on {day}."),
    QT_TRANSLATE_NOOP("Sentences", "{article} has no {field}."),
    QT_TRANSLATE_NOOP("Sentences", "The title of {article} is “{title}”."),
    QT_TRANSLATE_NOOP("Sentences", "{article} is by {author}."),
    QT_TRANSLATE_NOOP("Sentences", "{article} appeared in {outlet}."),
    QT_TRANSLATE_NOOP("Sentences", "{article} is written in the language “{code}”."),
    QT_TRANSLATE_NOOP("Sentences", "“{name}” → {town}: the town, not {state} ({source})."),
    QT_TRANSLATE_NOOP("Sentences", "“{name}” → {actor}: in no register; read as {thing}."),
    QT_TRANSLATE_NOOP(
        "Sentences", "“{name}” → {town}: the article says in which state the town lies."
    ),
    QT_TRANSLATE_NOOP("Sentences", "“{name}” → {actor}: the same first and last name."),
    QT_TRANSLATE_NOOP("Sentences", "“{name}” → {actor}: the same name in another spelling."),
    QT_TRANSLATE_NOOP(
        "Sentences", "“{name}” → {actor}: the same name in another spelling ({source})."
    ),
    QT_TRANSLATE_NOOP(
        "Sentences", "“{name}” → {actor}: the only person of this name in the article."
    ),
    QT_TRANSLATE_NOOP("Sentences", "“{name}” → {actor}: the only person of this name up to here."),
    QT_TRANSLATE_NOOP(
        "Sentences", "“{name}” → {actor}: the one of this name whom the text has just named."
    ),
    QT_TRANSLATE_NOOP(
        "Sentences", "“{name}” → {actor}: several persons here are called so ({names})."
    ),
    QT_TRANSLATE_NOOP("Sentences", "“{name}” → {actor}: the article introduces this short form."),
    QT_TRANSLATE_NOOP("Sentences", "“{name}” → {actor}: the article says that both are one."),
    QT_TRANSLATE_NOOP("Sentences", "“{name}” → {actor}: short for the only such name here."),
    QT_TRANSLATE_NOOP("Sentences", "“{name}” → {actor}: its initials, and nobody else’s here."),
    QT_TRANSLATE_NOOP("Sentences", "“{name}” → {actor}: the article gives “{short}” for it."),
    QT_TRANSLATE_NOOP("Sentences", "“{said}”: {actor} was {office} on {day} ({source})."),
    QT_TRANSLATE_NOOP(
        "Sentences", "“{said}”: {actor} was {office} from {since} to {until} ({source})."
    ),
    QT_TRANSLATE_NOOP("Sentences", "“{said}”: {actor} was {office} from {since} ({source})."),
    QT_TRANSLATE_NOOP("Sentences", "“{said}”: {actor} was {office} to {until} ({source})."),
    QT_TRANSLATE_NOOP("Sentences", "“{said}”: {actor} was {office} ({source})."),
    QT_TRANSLATE_NOOP("Sentences", "“{name}” → {actor}: {role} ({source})."),
    QT_TRANSLATE_NOOP("Sentences", "“{subject}” is {office} of “{owner}” from {since} to {until}."),
    QT_TRANSLATE_NOOP("Sentences", "“{subject}” is {office} of “{owner}” from {since}."),
    QT_TRANSLATE_NOOP("Sentences", "“{subject}” is {office} of “{owner}” to {until}."),
    QT_TRANSLATE_NOOP("Sentences", "“{subject}” is {office} of “{owner}”."),
    QT_TRANSLATE_NOOP("Sentences", "“{subject}” is {office} from {since} to {until}."),
    QT_TRANSLATE_NOOP("Sentences", "“{subject}” is {office} from {since}."),
    QT_TRANSLATE_NOOP("Sentences", "“{subject}” is {office} to {until}."),
    QT_TRANSLATE_NOOP("Sentences", "“{subject}” is {office}."),
)
_ASIDES: Final = (
    QT_TRANSLATE_NOOP("Asides", "not counted, as it stands in a promotional line or credit"),
    QT_TRANSLATE_NOOP("Asides", "not counted, as the article names its own source"),
)
_ROLES: Final = (
    QT_TRANSLATE_NOOP("Roles", "name of {noun}"),
    QT_TRANSLATE_NOOP("Roles", "short name of {noun}"),
    QT_TRANSLATE_NOOP("Roles", "adjective of {noun}"),
    QT_TRANSLATE_NOOP("Roles", "people of {noun}"),
    QT_TRANSLATE_NOOP("Roles", "capital, counted as the {kind}"),
    QT_TRANSLATE_NOOP("Roles", "seat of power, counted as the {kind}"),
    QT_TRANSLATE_NOOP("Roles", "compound form of {noun}"),
    QT_TRANSLATE_NOOP("Roles", "surname of {noun}"),
    QT_TRANSLATE_NOOP("Roles", "office of {noun} on that day"),
)
_NOUNS: Final = (
    QT_TRANSLATE_NOOP("Nouns", "a person"),
    QT_TRANSLATE_NOOP("Nouns", "a state"),
    QT_TRANSLATE_NOOP("Nouns", "a people"),
    QT_TRANSLATE_NOOP("Nouns", "a place"),
    QT_TRANSLATE_NOOP("Nouns", "a government body"),
    QT_TRANSLATE_NOOP("Nouns", "a party"),
    QT_TRANSLATE_NOOP("Nouns", "an organisation"),
    QT_TRANSLATE_NOOP("Nouns", "a company"),
    QT_TRANSLATE_NOOP("Nouns", "an outlet"),
    QT_TRANSLATE_NOOP("Nouns", "armed forces"),
    QT_TRANSLATE_NOOP("Nouns", "an armed group"),
    QT_TRANSLATE_NOOP("Nouns", "a product"),
    QT_TRANSLATE_NOOP("Nouns", "an event"),
)
_THINGS: Final = (
    QT_TRANSLATE_NOOP("Things", "a person"),
    QT_TRANSLATE_NOOP("Things", "a state"),
    QT_TRANSLATE_NOOP("Things", "a people"),
    QT_TRANSLATE_NOOP("Things", "a place"),
    QT_TRANSLATE_NOOP("Things", "a government body"),
    QT_TRANSLATE_NOOP("Things", "a party"),
    QT_TRANSLATE_NOOP("Things", "an organisation"),
    QT_TRANSLATE_NOOP("Things", "a company"),
    QT_TRANSLATE_NOOP("Things", "an outlet"),
    QT_TRANSLATE_NOOP("Things", "armed forces"),
    QT_TRANSLATE_NOOP("Things", "an armed group"),
    QT_TRANSLATE_NOOP("Things", "a product"),
    QT_TRANSLATE_NOOP("Things", "an event"),
)
_SOURCES: Final = (
    QT_TRANSLATE_NOOP("Sources", "register “{register}”, line {line}"),
    QT_TRANSLATE_NOOP("Sources", "by decision"),
    QT_TRANSLATE_NOOP("Sources", "register {register}"),
)
_ARTICLES: Final = (QT_TRANSLATE_NOOP("Articles", "article {n}"),)
_FIELDS: Final = (
    QT_TRANSLATE_NOOP("Fields", "title"),
    QT_TRANSLATE_NOOP("Fields", "author"),
    QT_TRANSLATE_NOOP("Fields", "outlet"),
    QT_TRANSLATE_NOOP("Fields", "language"),
)
_STEPS: Final = (
    QT_TRANSLATE_NOOP("Steps", "Importing"),
    QT_TRANSLATE_NOOP("Steps", "Recognising"),
    QT_TRANSLATE_NOOP("Steps", "Tagging"),
    QT_TRANSLATE_NOOP("Steps", "Fetching"),
    QT_TRANSLATE_NOOP("Steps", "Looking at tables"),
    QT_TRANSLATE_NOOP("Steps", "files"),
    QT_TRANSLATE_NOOP("Steps", "pages"),
    QT_TRANSLATE_NOOP("Steps", "articles"),
    QT_TRANSLATE_NOOP("Steps", "addresses"),
)
_OUTCOMES: Final = (
    QT_TRANSLATE_NOOP("Outcomes", "The library has this article already."),
    QT_TRANSLATE_NOOP("Outcomes", "The library has all {n} articles already."),
    QT_TRANSLATE_NOOP("Outcomes", "The file holds no article."),
    QT_TRANSLATE_NOOP("Outcomes", "1 new article"),
    QT_TRANSLATE_NOOP("Outcomes", "{n} new articles"),
    QT_TRANSLATE_NOOP("Outcomes", "1 article with a newer text"),
    QT_TRANSLATE_NOOP("Outcomes", "{n} articles with a newer text"),
    QT_TRANSLATE_NOOP("Outcomes", "1 older text of an article"),
    QT_TRANSLATE_NOOP("Outcomes", "{n} older texts of articles"),
    QT_TRANSLATE_NOOP("Outcomes", "1 article known already"),
    QT_TRANSLATE_NOOP("Outcomes", "{n} articles known already"),
)
_DATED: Final = (
    QT_TRANSLATE_NOOP("Dated", "file name"),
    QT_TRANSLATE_NOOP("Dated", "document properties"),
    QT_TRANSLATE_NOOP("Dated", "book properties"),
    QT_TRANSLATE_NOOP("Dated", "address"),
    QT_TRANSLATE_NOOP("Dated", "page head"),
    QT_TRANSLATE_NOOP("Dated", "time tag"),
    QT_TRANSLATE_NOOP("Dated", "dateline, another day in the address"),
    QT_TRANSLATE_NOOP("Dated", "byline, another day in the address"),
    QT_TRANSLATE_NOOP("Dated", "dateline, year by the day of saving"),
    QT_TRANSLATE_NOOP("Dated", "unlikely year"),
    QT_TRANSLATE_NOOP("Dated", "table, day and month by other rows"),
    QT_TRANSLATE_NOOP("Dated", "set by {who}"),
)


def _pattern(text: str) -> re.Pattern[str]:
    parts = re.split(r"\{(\w+)\}", text)
    escaped = (f"(?P<{p}>.+?)" if n % 2 else re.escape(p) for n, p in enumerate(parts))
    return re.compile("".join(escaped), re.DOTALL)


_PATTERNS: Final = {
    context: [(_pattern(str(text)), str(text)) for text in texts]
    for context, texts in {
        "Sentences": _SENTENCES,
        "Asides": _ASIDES,
        "Roles": _ROLES,
        "Nouns": _NOUNS,
        "Things": _THINGS,
        "Sources": _SOURCES,
        "Articles": _ARTICLES,
        "Fields": _FIELDS,
        "Steps": _STEPS,
        "Outcomes": _OUTCOMES,
        "Dated": _DATED,
    }.items()
}
_WITHIN: Final = {
    "decision": "Sentences",
    "role": "Roles",
    "noun": "Nouns",
    "thing": "Things",
    "source": "Sources",
    "article": "Articles",
    "field": "Fields",
}
_MUST: Final = {"role", "thing", "source"}
"""What has to be known, or else the pattern is another one."""


def told(sentence: str) -> str:
    """A decision, or the reason of a mention."""
    for _, aside in _PATTERNS["Asides"]:
        if sentence.endswith(f"; {aside}."):
            before = told(sentence.removesuffix(f"; {aside}.") + ".")
            return f"{before.removesuffix('.')}; {tr('Asides', aside)}."
    return _said("Sentences", sentence) or sentence


def outcome(words: str) -> str:
    """What became of a file."""
    whole = _said("Outcomes", words)
    parts = [_said("Outcomes", part) for part in words.removesuffix(".").split(", ")]
    return whole or (f"{', '.join(parts)}." if all(parts) else words)


def step(words: str) -> str:
    """What a job does, or what it counts."""
    return _said("Steps", words) or words


def dated_from(source: str) -> str:
    """Where the day of an article was read."""
    return _said("Dated", source) or source


def _said(context: str, words: str) -> str:
    """Words by the patterns of a context; "" if they follow none."""
    for pattern, text in _PATTERNS[context]:
        found = pattern.fullmatch(words)
        values = _values(found.groupdict()) if found else None
        if values is not None:
            return QCoreApplication.translate(context, text).format(**values)
    return ""


def _values(found: dict[str, str]) -> dict[str, str] | None:
    values = {}
    for name, words in found.items():
        said = _value(name, words)
        if not said and name in _MUST:
            return None
        values[name] = said or words
    return values


def _value(name: str, words: str) -> str:
    if name == "kind":
        return kind_name(words) if words in KINDS else ""
    if name == "article":
        capital = words[:1].isupper()
        said = _said("Articles", words[:1].lower() + words[1:])
        return said[:1].upper() + said[1:] if capital else said
    return _said(_WITHIN[name], words) if name in _WITHIN else ""
