"""Who wrote an article, out of the line that credits them: names, and nothing beside them."""

from __future__ import annotations

import re
from typing import Final

# What stands before the name, in the languages of the press.
_BEFORE: Final = re.compile(
    r"(?:(?:(?:written|reported|reporting|story|text|words|analysis|opinion|interview)\s+)?by\b"
    r"|(?:(?:eine?\s+)?(?:text|bericht|analyse|reportage|kommentar)\s+)?von\b|par\b|propos\s+recueillis\s+par\b"
    r"|por\b|di\b|door\b|av\b|af\b|przez\b"
    r"|(?:authors?|autor(?:in|en|es)?|auteurs?|autori|text[eo]?|tekst|foto|yazan|yazar|haber|muhabir"
    r"|авторы?|текст|автори|беседовала?|записала?|журналист|بقلم|كتب|كتبت|إعداد|المصدر|نویسنده|نوشته|خبرنگار"
    r"|作者|记者|記者|撰文|文)(?=[\s:：/|｜]|$)\s*[:：/|｜]?"
    r")\s*[:：]?\s*",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(
    r"[(<\[]?\s*(?:[^\s<>()\[\]]{1,80}@[^\s<>()\[\]]+|https?://\S+)\s*[)>\]]?"
)
_HANDLE: Final = re.compile(r"(?<!\w)@\w{2,30}")
_ASIDE: Final = re.compile(r"\s*(?:[(\[（][^()\[\]（）]{0,80}[)\]）]|[«„“][^«»„“”]{0,80}[»”“])")
_SEGMENTS: Final = re.compile(r"\s*(?:[,،、;；|·•]|\s[–—-]\s|\s/\s)\s*")
_JOINED: Final = re.compile(r"\s+(?:and|und|et|y|e|i|и|та|і|ve|en|och|og|with|mit|avec|con|&|و)\s+")
_WHERE: Final = re.compile(
    r"\s+(?:in|at|from|near|aus|bei|à|au|en|dans|a|desde|da|из|в|у|із|op|te)\s+(?=[^\Wa-zà-ÿа-яё\d_]).*$"
)
_ROLE: Final = re.compile(
    r"\b(?:correspond[ea]nte?|korrespondent(?:in)?|corresponsal|corrispondente|корреспондент\w*"
    r"|обозреватель|кореспондент\w*|muhabiri?|editor|éditorialiste|redakteur(?:in)?|redaktor|редактор"
    r"|reporter(?:in)?|reporters|writer|journalist(?:e|in)?|columnist|analyst|chief|bureau|staff|desk"
    r"|envoyée?\s+spéciale?|newsroom|rédaction|redaktion|redacción|redazione|редакция|редакція|agencies|agences"
    r"|agenturen|contributor|fellow|professor|producer|photograph\w*|مراسل\w*|هيئة|التحرير|تحریریه|admin"
    r"|editorial|haber\s+merkezi|servisi|本报|编辑部)\b",
    re.IGNORECASE,
)
_AGENCIES: Final = frozenset((
    "ap", "associated press", "the associated press", "reuters", "afp", "agence france-presse",
    "dpa", "epa", "efe", "ansa", "anadolu", "anadolu agency", "aa", "tass", "тасс", "интерфакс",
    "interfax", "риа новости", "укрінформ", "ukrinform", "unian", "уніан", "sana", "سانا",
    "رويترز", "أ ف ب", "xinhua", "新华社", "中新社", "kyodo", "bloomberg", "pa", "apa",
    "sda", "upi", "irna", "ایرنا", "wam", "spa", "petra", "lusa", "pap", "čtk",
    "ctk", "belga", "anp", "ritzau", "ntb", "tt", "iha", "dha", "ips", "kna", "epd",
))  # fmt: skip
_EDGES = " \t,;:|·•–—-"
_FULL_NAME = 2
_MOST_WORDS = 6


def credited(words: str) -> str:
    """The names in a line of credit, parted by commas; "" if it names nobody.

    "By Jane Doe in Beirut and John Roe, agencies" credits "Jane Doe, John Roe". An agency that
    stands alone is kept.
    """
    bare = _HANDLE.sub("", _ADDRESS.sub("", words))
    # Old feeds put the name in brackets behind an address.
    line = _ASIDE.sub("", bare).strip(_EDGES) or bare.strip(f"{_EDGES}()[]")
    line = _without_start(line)
    parts = [part.strip(" .–—-:") for part in _SEGMENTS.split(line) if part.strip(" .–—-:")]
    if len(parts) == _FULL_NAME and not any(" " in part for part in parts):
        # "Doe, Jane" is one person.
        parts = [", ".join(parts)] if not any(map(_is_beside, parts)) else parts
    names = [name for part in parts for name in _people(part)]
    # Behind a whole name, a single word is a place.
    if any(" " in name for name in names):
        names = [name for name in names if " " in name or not name[0].isupper()]
    people = [name for name in names if name.casefold() not in _AGENCIES]
    return ", ".join(dict.fromkeys(people or names))


def _without_start(line: str) -> str:
    start = _BEFORE.match(line)
    return line[start.end() :] if start and start.end() < len(line) else line


def _people(part: str) -> list[str]:
    if any(map(str.isdigit, part)):
        return []
    joined = _JOINED.split(part)
    # "Ortega y Gasset" is one name.
    names = joined if len(joined) == 1 or all(map(_may_stand_alone, joined)) else [part]
    cleaned = (_WHERE.sub("", _without_start(name.strip())).strip(" .") for name in names)
    return [person for name in cleaned if (person := _behind_role(name)) and not _is_beside(person)]


def _behind_role(name: str) -> str:
    """The person whose role stands first: "our correspondent Jane Doe"."""
    roles = list(_ROLE.finditer(name))
    person = name[roles[-1].end() :].strip() if roles else ""
    words = person.split()
    return person if len(words) >= _FULL_NAME and all(word[0].isupper() for word in words) else name


def _may_stand_alone(name: str) -> bool:
    bare = _WHERE.sub("", name.strip())
    return " " in bare or _is_beside(bare) or bare.casefold() in _AGENCIES


def _is_beside(name: str) -> bool:
    """Whether words are a role, a desk or a sentence, and no name."""
    return bool(_ROLE.search(name)) or len(name.split()) > _MOST_WORDS
