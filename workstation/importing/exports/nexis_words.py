"""The labels of Nexis exports, in the languages of its pages."""

from __future__ import annotations

import re

_LABELS = {
    "section": "section rubrik ressort rubrique",
    "length": "length länge longueur",
    "byline": "byline autor autoren verfasser von auteur auteurs signature",
    "highlight": "highlight highlights zusammenfassung leitsatz chapeau résumé",
    "dateline": "dateline datumszeile ortsangabe lieu",
    "headline": "headline titel überschrift schlagzeile titre",
    "body": "body",
    "language": "language sprache langue",
    "publication type": "publication-type publikationstyp publikationsart type-de-publication "
    "type-publication publikation-typ",
    "subject": "subject thema themen schlagwort schlagwörter sujet sujets",
    "person": "person personen people personne personnes",
    "organisation": "organization organisation organisationen organisations",
    "company": "company companies unternehmen firma société sociétés entreprise entreprises",
    "place": "geographic geografie geographie geografisch géographie géographique lieux city "
    "state country stadt bundesland land ville pays région",
    "industry": "industry branche branchen industrie secteur secteurs",
    "ticker": "ticker börsenkürzel",
    "loaded": "load-date ladedatum update aktualisierung date-de-chargement mise-à-jour "
    "date-chargement lade-datum datum-der-aktualisierung",
    "caption": "graphic grafik graphique illustration illustrations",
    "correction": "correction korrektur rectificatif",
    "other": "series serie série column kolumne type document-type journal-code acc-no issn "
    "isbn dateline-city notes source quelle quellen copyright distribution",
}
_KIND_OF = {name: kind for kind, names in _LABELS.items() for name in names.split()}
INDEX = frozenset((
    "language", "publication type", "subject", "person", "organisation", "company", "place",
    "industry", "ticker", "loaded",
))  # fmt: skip
"""The kinds that stand behind the text."""
TERMS = frozenset(("subject", "person", "organisation", "company", "place", "industry", "ticker"))
"""The kinds whose values are lists of index terms."""

_LABELLED = re.compile(r"(?P<label>[^\W\d_][^:]{1,28}?)\s*:\s*(?P<value>.*)", re.DOTALL)
_SHOUTED = re.compile(r"(?P<label>[^\W\d_][^:a-zß-öø-ÿ]{1,28}?)\s*:\s*(?P<value>.*)", re.DOTALL)

_END = {"end of document", "ende des dokuments", "ende des dokumentes", "fin du document",
        "fin de document"}  # fmt: skip
_BODY = {"body", "text", "haupttext", "volltext", "corps", "corps du texte", "texte"}
_CLASSIFICATION = {"classification", "klassifizierung", "klassifikation", "einstufung"}
_CAPTIONS = {"graphic", "grafik", "graphique", "illustration"}
ABSTRACT = {"ABSTRACT", "ZUSAMMENFASSUNG", "RÉSUMÉ"}
FULL_TEXT = {"FULL TEXT", "VOLLTEXT", "TEXTE INTÉGRAL"}
_CORRECTED = re.compile(
    r"correction appended|korrektur (?:angehängt|beigefügt)|correction (?:annexée|ajoutée)", re.I
)
_COPYRIGHT = re.compile(
    r"(?:copyright|©|\(c\)|all rights reserved|alle rechte vorbehalten|tous droits réservés)"
    r"(?:\W|$)",
    re.IGNORECASE,
)
_NO_HEADLINE = {"no headline in original", "ohne titel im original", "kein titel im original",
                "pas de titre dans l'original"}  # fmt: skip
_LANGUAGES = {
    "english": "en", "englisch": "en", "anglais": "en", "german": "de", "deutsch": "de",
    "allemand": "de", "french": "fr", "französisch": "fr", "français": "fr",
}  # fmt: skip
_ANNOUNCED = re.compile(r"\s*(?:documents?|dokumente?)\s*\((\d{1,6})\)\s*", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\s*(?:(?P<en>\d+) of (?P<en_all>\d+) DOCUMENTS?|Dokument (?P<de>\d+) von (?P<de_all>\d+)"
    r"|Document (?P<fr>\d+) de (?P<fr_all>\d+))\s*"
)


def plain(words: str) -> str:
    """A line with single blanks, whatever they were: vendors like such as do not break."""
    return " ".join(words.split())


def labelled(line: str, *, shouted: bool = False) -> tuple[str, str]:
    """The kind and value of a line with a known label; two empty words for any other.

    Old exports write their labels in capitals.
    """
    match = (_SHOUTED if shouted else _LABELLED).fullmatch(line)
    kind = _KIND_OF.get(match["label"].casefold().replace(" ", "-"), "") if match else ""
    return (kind, match["value"]) if match and kind else ("", "")


def is_end(line: str) -> bool:
    """Whether an article ends with the line."""
    return plain(line).casefold() in _END


def is_body(line: str) -> bool:
    """Whether the text begins after the line."""
    return plain(line).casefold() in _BODY


def is_classification(line: str) -> bool:
    """Whether the index begins after the line."""
    return plain(line).casefold() in _CLASSIFICATION


def is_captions(line: str) -> bool:
    """Whether captions of pictures begin after the line."""
    return plain(line).casefold() in _CAPTIONS


def is_copyright(line: str) -> bool:
    """Whether the line says whose the article is."""
    return bool(_COPYRIGHT.match(plain(line)))


def is_correction(line: str) -> bool:
    """Whether the line tells that a correction was appended."""
    return bool(_CORRECTED.fullmatch(plain(line)))


def headline(line: str) -> str:
    """The headline, or "" where the line says that there is none."""
    words = plain(line)
    return "" if words.casefold().strip(".[]()") in _NO_HEADLINE else words


def language(words: str) -> str:
    """The code of a language named in one of the three languages, or ""."""
    first = re.split(r"[;,/ ]", words.strip().casefold(), maxsplit=1)[0]
    return _LANGUAGES.get(first, "")


def announced(line: str) -> int:
    """How many documents a line of the cover announces; 0 for any other line."""
    match = _ANNOUNCED.fullmatch(plain(line))
    return int(match[1]) if match else 0


def numbered(line: str) -> tuple[int, int]:
    """The number and the total of "1 of 74 DOCUMENTS"; two zeros for any other line."""
    match = _NUMBERED.fullmatch(line)
    found = [int(number) for number in match.groups() if number] if match else []
    return (found[0], found[1]) if found else (0, 0)
