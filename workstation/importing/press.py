"""Lines that name an outlet, told by the words that papers, stations and agencies are called."""

from __future__ import annotations

import re
from typing import Final

from workstation.importing.outlets import is_known
from workstation.importing.paragraphs import ENDING

_WORDS: Final = frozenset((
    "times", "post", "gazette", "herald", "tribune", "journal", "news", "newspaper", "daily",
    "weekly", "sunday", "telegraph", "observer", "chronicle", "courier", "echo", "press", "review",
    "examiner", "inquirer", "dispatch", "bulletin", "mail", "guardian", "magazine", "radio", "tv",
    "television", "broadcasting", "wire", "newswire", "agency", "monitor", "sentinel", "argus",
    "zeitung", "presse", "nachrichten", "rundschau", "anzeiger", "allgemeine", "kurier", "spiegel",
    "rundfunk", "fernsehen", "courrier", "matin", "quotidien", "dépêche", "gazette", "monde",
    "nouvelles", "agence", "hebdo", "diario", "diário", "periódico", "noticias", "notícias",
    "heraldo", "gaceta", "correo", "prensa", "agencia", "agência", "jornal", "folha", "corriere",
    "giornale", "gazzetta", "quotidiano", "notizie", "stampa", "agenzia", "gazeta", "dziennik",
    "tygodnik", "kurier", "wiadomości", "dagblad", "courant", "nieuwsblad", "tidning", "dagbladet",
    "avis", "noviny", "haberleri", "gazetesi", "ajansı", "haber", "газета", "вести", "вестник",
    "листок", "правда", "известия", "новости", "ведомости", "курьер", "вечерний", "вечерняя",
    "агентство", "телеканал", "радио", "журнал", "вісник", "новини", "вісті", "кур'єр", "агенція",
    "тижневик", "صحيفة", "جريدة", "وكالة", "قناة", "مجلة", "روزنامه", "خبرگزاری",
))  # fmt: skip
_ENDS: Final = (
    "zeitung", "blatt", "kurier", "bote", "anzeiger", "nachrichten", "rundschau", "presse",
    "tidningen", "bladet", "posten", "nytt",
)  # fmt: skip
_EASTERN_ENDS: Final = (
    "报",
    "報",
    "日报",
    "新闻",
    "新聞",
    "通讯社",
    "通信",
    "社",
    "网",
    "周刊",
    "신문",
    "일보",
)
_EDITION: Final = re.compile(
    r"(?:[\w’'. -]{1,40}\s)?(?:edition|ausgabe|édition|edición|edição|edizione|выпуск|випуск)"
    r"(?:\s[\w’'. -]{1,40})?",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[\w’'-]+")
_MOST_WORDS, _MOST_CHARACTERS = 6, 60
_FEWEST_OF_COMPOUND = 3


def names_outlet(words: str) -> bool:
    """Whether a short line is the name of an outlet, and no sentence with such a word in it."""
    line = words.strip()
    if is_known(line):
        return True
    parts = _WORD.findall(line)
    if len(line) > _MOST_CHARACTERS or not 0 < len(parts) <= _MOST_WORDS or not line[0].isalpha():
        return False
    if ENDING.search(line) or re.search(r"[,;:!?\d]", line) or line[0].islower():
        return False
    if len(parts) == 1 and line.endswith(_EASTERN_ENDS):
        return True
    # A paper's name is written in capitals from end to end, but in Slavic languages.
    capital = all(word[0].isupper() or len(word) <= _FEWEST_OF_COMPOUND for word in parts)
    return (capital or not line.isascii()) and any(map(_is_of_the_press, parts))


def is_edition(words: str) -> bool:
    """Whether a short line says which edition of a paper it is."""
    return _EDITION.fullmatch(words.strip()) is not None


def _is_of_the_press(word: str) -> bool:
    folded = word.casefold()
    return folded in _WORDS or any(
        folded.endswith(end) and len(folded) >= len(end) + _FEWEST_OF_COMPOUND for end in _ENDS
    )
