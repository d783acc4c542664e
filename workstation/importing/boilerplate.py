"""Promotional lines, footers, credits and legal lines inside a text: found, never taken out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from workstation import limits
from workstation.domain.article import Passage
from workstation.importing.paragraphs import ENDING

# A list of other stories is over after this many lines, whatever they look like.
_LONGEST_LIST = 12
# A headline has a subject and something about it; shorter lines are sub-headings of the article.
_FEWEST_HEADLINE_WORDS = 3
_FEWEST_QUOTING_WORDS = 5

_MORE = (
    r"read (?:more|next|also)|more (?:from|on|about)|more (?:stories|coverage|reading|news)|"
    r"related(?: (?:stories|articles|content|coverage|news|topics|links|reading))?|see also|"
    r"also read|don[’']t miss|recommended(?: (?:reading|stories|for you))?|"
    r"you (?:may|might) also like|what to read next|further reading|most read|trending(?: now)?|"
    r"more on this(?: story)?|"
    r"(?:à )?lire aussi|à lire également|sur le même sujet|mehr zum thema|"
    r"lesen sie (?:auch|mehr)|lee también|te puede interesar|más información|leia também|leia mais|"
    r"leggi anche|lees ook|"
    r"czytaj (?:też|także)|čtěte také|läs (?:också|mer)|les også|ayrıca okuyun|ilgili haberler|"
    r"читайте (?:также|ещ[её])|по теме|читать далее|читайте також|اقرأ أيضا?ً?|إقرأ أيضا?ً?|المزيد"
)
_BARE_OPENER = re.compile(rf"(?:{_MORE})(?:\s+[^.!?:]{{1,60}})?\s*[:：]|(?:{_MORE})", re.IGNORECASE)
_LOOSE_OPENER = re.compile(rf"(?:{_MORE})\s+[^.!?:]{{1,40}}", re.IGNORECASE)
_FULL_OPENER = re.compile(rf"(?:{_MORE})(?:\s+[^.!?:]{{1,60}})?\s*[:：|–—]\s*\S.*", re.IGNORECASE)
_OUTLET = re.compile(
    r"(?:read )?more from (?P<name>(?!(?:our|the|this|your|us)\b)[^.!?:]{2,60}?)\s*[:：]?", re.I
)

_SERIES = re.compile(
    r"[^.:!?“”\"]{2,50}\s(?:latest|live|live updates?|updates?|explained|explainer|analysis|"
    r"timeline|live blog|as it happened|in pictures|in maps)\s*[:：|–—]\s*\S.*",
    re.IGNORECASE,
)
_KICKER = re.compile(
    r"(?:watch|listen|live(?: updates?)?|explained|explainer|analysis|opinion|comment|in pictures|"
    r"in photos|in maps|video|photos|podcast|exclusive|breaking|factbox|profile|timeline|quiz|"
    r"gallery|fact.?check|latest|must read|interactive|видео|фото|vidéo|vídeo|en images|im video)"
    r"\s*[:：|–—]\s*\S.*",
    re.IGNORECASE,
)
# Outlets quote a word or two in a headline with single marks; sub-headings hardly ever do.
_QUOTING = re.compile(r"[^“”\"‘']+(?<!\w)[‘'][^‘’']{2,40}[’'](?!\w)[^“”\"]*")

_FOOTERS = re.compile(
    r"unsubscribe\b.{0,80}|.{0,80}\bto unsubscribe,? (?:please )?(?:click|tap|reply|visit|use)\b.*|"
    r".{0,80}\b(?:click|tap) .{0,60}\bunsubscribe\b.*|"
    r".{0,120}\bunsubscribe (?:here|at any time|from (?:this|these|our)\b).*|"
    r"(?:you are|you[’']re) (?:receiving|getting|reading) this "
    r"(?:e-?mail|mail|newsletter|letter|message|because)\b.*|"
    r"(?:this|the) (?:e-?mail|newsletter|message) was sent to\b.*|"
    r"view (?:this (?:e-?mail|newsletter)|it|online) in (?:your|a) browser.*|"
    r"(?:manage|update|change) your (?:e-?mail |cookie )?(?:preferences|settings|subscription)\b.*|"
    r"(?:sign up|subscribe) (?:here )?(?:to|for) (?:our|the)\b.{0,80}"
    r"\b(?:newsletter|letter|bulletin|digest|briefing|e-?mails?)\b.*|"
    r"(?:get|receive|try|join|start your day with) (?:our|the) .{0,60}"
    r"\b(?:newsletter|letter|bulletin|digest|briefing|e-?mails?)\b.{0,40}"
    r"\b(?:every|each|daily|weekly|monthly|free|inbox|by e-?mail|straight|delivered)\b.*|"
    r"read the (?:whole|full) (?:story|article)|"
    r"forward this (?:e-?mail|newsletter|to a friend)\b.*|"
    r"(?:we|this (?:web)?site|our (?:web)?site) uses? cookies\b.*|"
    r"(?:accept|reject|manage) (?:all )?cookies\b.*|by (?:continuing|using) .{0,60}\bcookies?\b.*|"
    r"(?:©|\(c\)|copyright\b).*|.{0,160}\ball rights reserved\b.{0,80}|"
    r"(?:this|the) (?:material|article|content) may not be (?:re)?(?:published|produced)\b.*|"
    r"written for demonstration\b.*|"
    r"share(?: this)?(?: (?:article|story|page|post))?(?: (?:on|via|with))?"
    r"(?: ?(?:facebook|twitter|x|whatsapp|linkedin|e-?mail|telegram|reddit|"
    r"(?:your )?friends|[,|·/]))*[.:]?|"
    r"(?:share|tweet) (?:this (?:article|story|page|post))\b.*|"
    r"(?:follow|like|find|join) (?:us|.{2,40}) on (?:facebook|twitter|x|instagram|whatsapp|"
    r"telegram|linkedin|youtube|tiktok|bluesky|mastodon|threads)\b.*|"
    r"(?:skip )?advertisement|(?:story|article) continues (?:below|after)\b.*|"
    r"listen to this (?:article|story|episode|interview)\b.{0,80}|"
    r"(?:photographs|photos|pictures|images|this (?:text|material|release|article)) may be "
    r"(?:re)?(?:used|published|produced|printed) (?:free|without|under|with|if|only)\b.*|"
    r"for (?:media|press|further|more) (?:enquir|inquir|quer|information|details)\w*"
    r"(?:,? (?:please )?(?:contact|call|e-?mail|visit|see|write)\b|:).*|"
    r"(?:media|press) (?:contacts?|enquiries|inquiries)\s*:.*|"
    r"(?:you can|please|to) (?:support|donate to) .{2,80}"
    r"\b(?:coffee|month|donation|subscription|member|patron|click|visit)\b.*|"
    r".{2,60} is free\. (?:if you|tell|share|please|forward)\b.*|"
    r".{2,60} is (?:produced|funded|supported|made|written) by "
    r"(?:a team of \w+|(?:its|our) (?:readers|listeners|members|supporters)|donations)"
    r"\.?(?: (?:more|read|support|sign|join|subscribe)\b.*)?|"
    r".{2,60} is (?:also )?on (?:(?:facebook|twitter|x|instagram|whatsapp|telegram|linkedin|"
    r"youtube|tiktok|bluesky|mastodon|threads)(?:, (?:and )?| and |[.!]?$))+",
    re.IGNORECASE,
)
_WORK = (
    r"(?:additional |further |with )?(?:reporting|reported|writing|written|editing|edited|compiled|"
    r"translation|translated|produced|research|photographs?|photography|photos?|pictures?|"
    r"illustrations?|graphics?|video|reportage|édit[ée] par|rédigé|editado|redacción|traducido)"
)
_CREDIT = re.compile(
    rf"\(?(?:{_WORK}(?: and {_WORK})* (?:by|par|por|de)\b|as told to\b|"
    r"(?:photographs?|photos?|pictures?|illustrations?|graphics?|translation|reporting|editing)"
    r"(?: credit)?\s*[:：]).+",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(rf"\([^()]*\b(?i:{_WORK} (?:by|par|por|de)) [^\W\d_a-z][^()]*\)")
# What stands between the names of a credit; a sentence about a writer has other words as well.
_BETWEEN_NAMES = frozenset(
    (
        "additional",
        "additionally",
        "and",
        "as",
        "at",
        "bureau",
        "by",
        "credit",
        "de",
        "del",
        "der",
        "di",
        "editing",
        "edited",
        "editor",
        "editors",
        "for",
        "free",
        "from",
        "further",
        "in",
        "of",
        "or",
        "par",
        "para",
        "photo",
        "photograph",
        "photographs",
        "photos",
        "por",
        "reporting",
        "research",
        "staff",
        "the",
        "to",
        "told",
        "translated",
        "translation",
        "van",
        "video",
        "von",
        "with",
        "work",
        "writing",
        "written",
        "y",
    )
)
_CREDIT_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
# A footer is a line or two; a long paragraph with such words in it is about them.
_FOOTER_CHARACTERS = 400


@dataclass(frozen=True, slots=True)
class _Paragraph:
    start: int
    end: int
    words: str


def boilerplate(text: str, headings: Collection[str] = ()) -> tuple[Passage, ...]:
    """The passages of a text that are not the article's own words, in order.

    `headings` are paragraphs known to be the article's own sub-headings.
    """
    paragraphs = list(_paragraphs(text))
    marked = _with_their_lists(paragraphs, headings)
    marked |= {
        n
        for n, paragraph in enumerate(paragraphs)
        if _footer(paragraph.words)
        or (n and _credit(paragraph.words))
        or _other_story(paragraphs, n, headings)
    }
    return tuple(_places(paragraphs, sorted(marked)))


def outlets_promoted(text: str) -> tuple[str, ...]:
    """The outlets that promotional lines ("Read more from …:") name."""
    found = (_OUTLET.fullmatch(paragraph.words) for paragraph in _paragraphs(text))
    return tuple(match["name"] for match in found if match)


def _paragraphs(text: str) -> Iterator[_Paragraph]:
    start = 0
    for words in text.split("\n\n"):
        yield _Paragraph(start, start + len(words), words)
        start += len(words) + 2


def _with_their_lists(paragraphs: list[_Paragraph], headings: Collection[str]) -> set[int]:
    """Lines like "Read more:" and the headlines that follow them."""
    marked: set[int] = set()
    for n, paragraph in enumerate(paragraphs):
        if len(paragraph.words) > limits.HEADLINE_CHARACTERS:
            continue
        listed = list(_list_after(paragraphs, n, headings))
        if _BARE_OPENER.fullmatch(_last_of_footer(paragraph.words)) or (
            # Without a colon it is only known by what follows.
            listed and _LOOSE_OPENER.fullmatch(paragraph.words)
        ):
            marked.update((n, *listed))
        elif _FULL_OPENER.fullmatch(paragraph.words) and not _sentence(paragraph.words):
            marked.add(n)
    return marked


def _list_after(
    paragraphs: list[_Paragraph], opener: int, headings: Collection[str]
) -> Iterator[int]:
    for n in range(opener + 1, min(opener + 1 + _LONGEST_LIST, len(paragraphs))):
        words = paragraphs[n].words
        if words in headings or not _headline(words.rstrip("?!")):
            return
        yield n


def _headline(words: str) -> bool:
    return (
        len(words) <= limits.HEADLINE_CHARACTERS
        and not _sentence(words)
        and len(words.split()) >= _FEWEST_HEADLINE_WORDS
        and not words.startswith(("“", '"', "«"))
    )


def _sentence(words: str) -> bool:
    return bool(ENDING.search(words))


def _other_story(paragraphs: list[_Paragraph], n: int, headings: Collection[str]) -> bool:
    """Whether a paragraph is the headline of another story, standing alone in this one."""
    words = paragraphs[n].words
    if n == 0 or words in headings or not _headline(words):
        return False
    if _SERIES.fullmatch(words) or _KICKER.fullmatch(words):
        return True
    return (
        n + 1 < len(paragraphs)
        and _sentence(paragraphs[n - 1].words)
        and _sentence(paragraphs[n + 1].words)
        and len(words.split()) >= _FEWEST_QUOTING_WORDS
        and bool(_QUOTING.fullmatch(words))
    )


def _footer(words: str) -> bool:
    return len(words) <= _FOOTER_CHARACTERS and bool(_FOOTERS.fullmatch(words))


def _credit(words: str) -> bool:
    """Whether a paragraph says who made the article: "(Reporting by Mara Quill; editing by …)"."""
    if len(words) > _FOOTER_CHARACTERS:
        return False
    if _IN_BRACKETS.fullmatch(words):
        return True
    named = (word for word in _CREDIT_WORD.findall(words) if not word[0].isupper())
    return bool(_CREDIT.fullmatch(words)) and all(
        word.rstrip(".").lower() in _BETWEEN_NAMES for word in named
    )


def _last_of_footer(words: str) -> str:
    """The last sentence of a footer, which may open a list, and any other paragraph whole."""
    return words.rsplit(". ", 1)[-1] if _footer(words) else words


def _places(paragraphs: list[_Paragraph], marked: list[int]) -> Iterator[Passage]:
    """Neighbouring paragraphs as one passage."""
    first = 0
    for n, number in enumerate(marked):
        if n + 1 == len(marked) or marked[n + 1] != number + 1:
            yield Passage(paragraphs[marked[first]].start, paragraphs[number].end)
            first = n + 1
