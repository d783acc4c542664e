"""Exports as vendors write them, with stories of our own."""

from __future__ import annotations

import html
import io
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from workstation.domain.article import Draft
from workstation.domain.clean import clean_text
from workstation.errors import Refused
from workstation.importing.reader import read_articles, reader_for

NBSP = "\u00a0"


@dataclass(frozen=True)
class Story:
    """An article as it was before a vendor exported it."""

    title: str = "Ferry stays in harbour"
    outlet: str = "Island Post"
    day: date = date(2024, 12, 14)
    author: str = "Mira Voss"
    body: tuple[str, ...] = (
        "The ferry to the island did not leave on Monday, because the captain had lost his keys.",
        "By noon some forty people were sitting on their suitcases, and nobody was angry.",
    )
    subjects: tuple[str, ...] = ("FERRIES (93%)", "LOST PROPERTY (71%)")
    number: str = field(default="5AB1-0001", compare=False)

    @property
    def text(self) -> str:
        return clean_text("\n\n".join(self.body))


MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}


def said(day: date, language: str) -> str:
    """A day as the pages of Nexis say it in a language."""
    month = MONTHS[language].split()[day.month - 1]
    return {
        "en": f"{month} {day.day}, {day.year} Saturday",
        "de": f"{day.day}. {month} {day.year} Samstag",
        "fr": f"samedi {day.day} {month} {day.year}",
    }[language]


NEXIS = {
    "en": ("Section", "Length", "Byline", "Dateline", "Body", "Classification", "Language",
           "Publication-Type", "Subject", "Person", "Load-Date", "End of Document"),
    "de": ("Rubrik", "Länge", "Autor", "Datumszeile", "Haupttext", "Klassifizierung", "Sprache",
           "Publikationstyp", "Thema", "Person", "Ladedatum", "Ende des Dokuments"),
    "fr": ("Rubrique", "Longueur", "Auteur", "Lieu", "Corps", "Classification", "Langue",
           "Type-de-Publication", "Sujet", "Personne", "Date-de-chargement", "Fin du document"),
}  # fmt: skip


def nexis_lines(story: Story, language: str = "en", *, marked: bool = True) -> list[str]:
    """The lines of an article in Nexis Uni."""
    (section, length, byline, dateline, body, index, tongue, kind, subject, person, loaded, end) = (
        NEXIS[language]
    )
    return [
        "",
        story.title,
        story.outlet,
        said(story.day, language),
        "1st Edition",
        "Copyright 2024 Island Post Limited All Rights Reserved",
        f"{section}:{NBSP}NEWS; Pg. 4",
        f"{length}:{NBSP}35 words",
        *([f"{byline}:{NBSP}{story.author}"] if story.author else []),
        f"{dateline}:{NBSP}ISLAND TOWN",
        *([body] if marked else []),
        *story.body,
        index,
        f"{tongue}:{NBSP}ENGLISH",
        f"{kind}:{NBSP}Newspaper",
        f"{subject}:{NBSP}{'; '.join(story.subjects)}",
        f"{person}:{NBSP}JONAS QUILL (79%)",
        f"{loaded}:{NBSP}{said(story.day, language)}",
        end,
    ]


def nexis_cover(stories: Sequence[Story], *, announced: int | None = None) -> list[str]:
    many = len(stories) if announced is None else announced
    return [
        "User Name: ",
        f"Date and Time:{NBSP}Monday, 16 December 2024 15:30:00",
        f"Job Number:{NBSP}88031",
        f"Documents ({many})",
        *(
            line
            for n, story in enumerate(stories, 1)
            for line in (f"{n}. {story.title}", "Client/Matter: -None-", "Search Terms: ferry")
        ),
        "Narrowed by:",
    ]


def docx_of(lines: Sequence[str], links: dict[str, str] | None = None) -> bytes:
    """A Word document with a paragraph for each line; some lines are links."""
    document = docx.Document()
    for words in lines:
        paragraph = document.add_paragraph()
        if links and words in links:
            kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
            relation = document.part.relate_to(links[words], kind, is_external=True)
            paragraph._p.append(
                parse_xml(
                    f'<w:hyperlink {nsdecls("w", "r")} r:id="{relation}"><w:r>'
                    f"<w:t>{html.escape(words)}</w:t></w:r></w:hyperlink>"
                )
            )
        elif words:
            # Programs cut a paragraph into runs wherever they like.
            paragraph.add_run(words[: len(words) // 2])
            paragraph.add_run(words[len(words) // 2 :])
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def rtf_of(lines: Sequence[str]) -> bytes:
    """A rich text document with a paragraph for each line."""
    head = rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}}" + b"\n"
    return head + b"".join(_rtf(words) + b"\\par\n" for words in lines) + b"}"


def _rtf(words: str) -> bytes:
    said = []
    for letter in words:
        code = ord(letter)
        if letter in "\\{}":
            said.append("\\" + letter)
        elif letter == "\t":
            said.append("\\tab ")
        elif letter == "\f":
            said.append("\\page ")
        elif code < 128:
            said.append(letter)
        elif code < 256 and code >= 160:
            said.append(f"\\'{code:02x}")
        else:
            halves = letter.encode("utf-16-le", "surrogatepass")
            for at in range(0, len(halves), 2):
                unit = int.from_bytes(halves[at : at + 2], "little", signed=True)
                said.append(f"\\u{unit}?")
    return "".join(said).encode("ascii")


def nexis(stories: Sequence[Story], language: str = "en", *, announced: int | None = None) -> bytes:
    """An export of Nexis Uni in Word."""
    lines = nexis_cover(stories, announced=announced)
    for story in stories:
        lines += nexis_lines(story, language)
    return docx_of(lines)


OLD = {
    "en": ("{n} of {all} DOCUMENTS", "BYLINE", "SECTION", "LENGTH", "DATELINE", "LOAD-DATE",
           "LANGUAGE", "GRAPHIC", "PUBLICATION-TYPE"),
    "de": ("Dokument {n} von {all}", "AUTOR", "RUBRIK", "LÄNGE", "DATUMSZEILE", "UPDATE",
           "SPRACHE", "GRAFIK", "PUBLIKATIONSTYP"),
    "fr": ("Document {n} de {all}", "AUTEUR", "RUBRIQUE", "LONGUEUR", "LIEU", "MISE-À-JOUR",
           "LANGUE", "GRAPHIQUE", "TYPE-DE-PUBLICATION"),
}  # fmt: skip


def wrapped(words: str, width: int = 72) -> list[str]:
    lines, line = [], ""
    for word in words.split(" "):
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]


def old_blocks(story: Story, n: int, total: int, language: str = "en") -> list[str]:
    """The blocks of an article in the Nexis of old."""
    mark, byline, section, length, dateline, loaded, tongue, graphic, kind = OLD[language]
    return [
        mark.format(n=n, all=total),
        story.outlet,
        said(story.day, language),
        story.title,
        *([f"{byline}: {story.author}"] if story.author else []),
        f"{section}: NEWS; Pg. 4",
        f"{length}: 35 words",
        f"{dateline}: ISLAND TOWN",
        *story.body,
        f"{loaded}: {said(story.day, language)}",
        f"{tongue}: ENGLISH",
        f"{graphic}: The quay at noon",
        f"{kind}: Newspaper",
        "Copyright 2024 Island Post Limited",
    ]


def old_nexis_text(stories: Sequence[Story], language: str = "en") -> str:
    blocks = [
        block
        for n, story in enumerate(stories, 1)
        for block in old_blocks(story, n, len(stories), language)
    ]
    return "\n\n".join("\n".join(wrapped(block)) for block in blocks) + "\n"


def old_nexis_page(stories: Sequence[Story], language: str = "en") -> str:
    blocks = [
        f'<div class="c{n % 5}"><p class="c{n % 9}"><span>{html.escape(block)}</span></p></div>'
        for number, story in enumerate(stories, 1)
        for n, block in enumerate(old_blocks(story, number, len(stories), language))
    ]
    return f"<html><head><title>Print</title></head><body>{''.join(blocks)}</body></html>"


def mutants(raw: bytes, many: int) -> Iterator[bytes]:
    """The bytes with a few of them changed, doubled or dropped, or the end cut off."""
    chance = random.Random(7)  # noqa: S311 - the same ones each time
    for _turn in range(many):
        mutated = bytearray(raw)
        for _deed in range(chance.randint(1, 6)):
            if mutated:
                _mutate(mutated, chance)
        yield bytes(mutated)


def _mutate(raw: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(raw))
    upto = min(len(raw), at + chance.choice((1, 1, 4, 40, 400)))
    deed = chance.randrange(10)
    if deed < 3:
        raw[at] = chance.randrange(256)
    elif deed < 5:
        del raw[at:upto]
    elif deed < 7:
        raw[at:at] = raw[at:upto]
    elif deed < 9:
        raw[at:upto] = bytes(chance.randrange(256) for _ in range(upto - at))
    else:
        del raw[at:]


def read_all(raw: bytes, name: str = "x") -> tuple[list[Draft], Refused | None]:
    """The articles of a file, and the refusal that its reading ended in, if it did."""
    file, drafts = io.BytesIO(raw), []
    try:
        for draft in read_articles(reader_for(file, name), file, name):
            drafts += [draft] if draft else []
    except Refused as error:
        return drafts, error
    return drafts, None


FACTIVA = {
    "en": ("877 words", "{d} December {y}", "English", "Document"),
    "de": ("8.877 Wörter", "{d} Dezember {y}", "Englisch", "Dokument"),
    "fr": ("877 mots", "{d} décembre {y}", "Anglais", "Document"),
    "ru": ("877 слов", "{d} декабря {y}", "Английский", "Документ"),
    "zh": ("8165 字", "{y} 年 12 月 {d} 日 17:04", "英文", "文件"),
    "ja": ("877 語", "{y} 年 12 月 {d} 日", "英語", "文書"),
    "es": ("877 palabras", "{d} diciembre {y}", "Inglés", "Documento"),
}


def factiva_page(stories: Sequence[Story], language: str = "en", *, section: bool = True) -> str:
    """A page of Factiva in one of its interface languages; the days are in December."""
    count, day, tongue, document = FACTIVA[language]
    articles = []
    for n, story in enumerate(stories):
        number = f"ISLP00002024121{n:02}ec1c0000{n}"
        said = day.format(d=story.day.day, y=story.day.year)
        first, *rest = story.title.split(" ")
        hit = " ".join([f"<b>{html.escape(first)}</b>", *map(html.escape, rest)])
        fields = [
            *(["<div>News; Front</div>"] if section else []),
            f'<div id="hd"><span class="enHeadline">{hit}</span></div>',
            *([f'<div class="author">By {story.author}</div>'] if story.author else []),
            f"<div>{count}</div>",
            f"<div>{said}</div>",
            *(["<div>17:04</div>"] if n % 2 else []),
            f"<div>{html.escape(story.outlet)}</div>",
            "<div>ISLP</div>",
            *(["<div>Late Edition</div>", "<div>4</div>"] if n % 3 else []),
            f"<div>{tongue}</div>",
            "<div>Copyright 2024 Island Post</div>",
        ]
        body = "".join(
            f'<p class="articleParagraph enarticleParagraph">{html.escape(words)}</p>'
            for words in story.body
        )
        articles.append(
            f'<div class="article"><div class="article enArticle" id="article-{number}">'
            f"{''.join(fields)}{body}<p>{document} {number}</p></div></div>"
        )
    head = "<!DOCTYPE html><html><head><title>Factiva</title></head>"
    return f"{head}<body>{''.join(articles)}</body></html>"


def factiva_lines(stories: Sequence[Story], gap: str = "   ") -> list[str]:
    """The lines of an indexed export."""
    lines = []
    for n, story in enumerate(stories):
        number = f"ISLP00002024121{n:02}ec1c0000{n}"
        fields = [
            ("SE", "News"),
            ("HD", story.title),
            *([("BY", f"By {story.author}")] if story.author else []),
            ("WC", "877 words"),
            ("PD", f"{story.day.day} {MONTHS['en'].split()[story.day.month - 1]} {story.day.year}"),
            ("SN", story.outlet),
            ("SC", "ISLP"),
            ("LA", "English"),
            ("CY", "Copyright 2024 Island Post"),
        ]
        lines += [f"{code}{gap}{words}" for code, words in fields]
        lines += ["", f"LP{gap}{story.body[0]}", ""]
        if story.body[1:]:
            lines += [f"TD{gap}{story.body[1]}", ""]
            for words in story.body[2:]:
                lines += [words, ""]
        lines += [
            f"CO{gap}islfer : Island Ferries",
            f"NS{gap}{' | '.join(f'g{n} : {term}' for n, term in enumerate(story.subjects))}",
            f"PUB{gap}Island Post Limited",
            f"AN{gap}Document {number}",
            "",
            f"Document {number}",
            "\f",
        ]
    return lines


def newsml_item(
    story: Story,
    *,
    number: int = 0,
    version: int = 1,
    status: str = "usable",
    embargo: str = "",
    note: str = "",
    kind: str = "html",
) -> str:
    """An item of NewsML-G2, with its text in XHTML, NITF or plain words."""
    e = html.escape
    paragraphs = "".join(f"<p>{e(words)}</p>" for words in story.body)
    content = {
        "html": '<inlineXML contenttype="application/xhtml+xml"><html xmlns='
        f'"http://www.w3.org/1999/xhtml"><head><title>No text</title></head><body>{paragraphs}'
        "</body></html></inlineXML>",
        "nitf": f"<inlineXML>{nitf(story, declared=False)}</inlineXML>",
        "plain": f"<inlineData>{e(chr(10).join(story.body))}</inlineData>",
        "picture": '<remoteContent href="https://pictures.example/1.jpg"/>',
    }[kind]
    subjects = "".join(
        f'<subject type="cpnat:abstract" qcode="x:{n}" confidence="{term[-4:-2]}">'
        f"<name>{term[:-6]}</name></subject>"
        for n, term in enumerate(story.subjects)
    )
    return (
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" standard="NewsML-G2" '
        f'guid="urn:newsml:island.example:{number}" version="{version}"><itemMeta>'
        '<provider literal="Island Post"/>'.replace("Island Post", e(story.outlet))
        + f"<versionCreated>{story.day}T16:20:00+02:00</versionCreated>"
        f"<firstCreated>{story.day}T12:20:00+02:00</firstCreated>"
        + (f"<embargoed>{embargo}</embargoed>" if embargo else "")
        + f'<pubStatus qcode="stat:{status}"/><edNote>{note}</edNote></itemMeta>'
        f"<contentMeta><headline>{e(story.title)}</headline><by>{e(story.author)}</by>"
        f'<language tag="en"/>{subjects}<subject type="cpnat:person"><name>Jonas Quill</name>'
        f"</subject></contentMeta><contentSet>{content}</contentSet></newsItem>"
    )


def newsml(items: Sequence[str]) -> bytes:
    return (
        '<?xml version="1.0" encoding="utf-8"?><newsMessage xmlns="http://iptc.org/std/nar/'
        f'2006-10-01/"><itemSet>{"".join(items)}</itemSet></newsMessage>'
    ).encode()


def nitf(story: Story, *, declared: bool = True, status: str = "usable") -> str:
    e = html.escape
    compact = story.day.strftime("%Y%m%dT162000+0200")
    paragraphs = "".join(f"<p>{e(words)}</p>" for words in story.body)
    start = (
        '<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-1.dtd"><nitf>'
        if declared
        else '<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">'
    )
    terms = "".join(f'<keyword key="{term}"/>' for term in story.subjects)
    return (
        f'{start}<head><title>Short</title><docdata management-status="{status}">'
        f'<doc-id id-string="{story.number}"/><date.issue norm="{compact}"/>'
        f'<key-list>{terms}</key-list></docdata><pubdata name="{e(story.outlet)}"/></head>'
        f"<body><body.head><hedline><hl1>{e(story.title)}</hl1></hedline>"
        f"<byline>By <person>{e(story.author)}</person></byline></body.head><body.content>"
        f'<media media-type="image"><media-caption>The quay</media-caption></media>{paragraphs}'
        "</body.content></body></nitf>"
    )


def ninjs_item(
    story: Story, number: int = 0, *, marked: bool = True, **more: object
) -> dict[str, object]:
    body = (
        {"body_xhtml": "".join(f"<p>{html.escape(words)}</p>" for words in story.body)}
        if marked
        else {"body_text": "\n".join(story.body)}
    )
    return {
        "uri": f"urn:ninjs:island.example:{number}",
        "type": "text",
        "versioncreated": f"{story.day}T16:20:00Z",
        "headline": story.title,
        "byline": f"By {story.author}" if story.author else "",
        "infosource": [{"name": story.outlet}],
        "subject": [{"name": term[:-6], "relevance": int(term[-4:-2])} for term in story.subjects],
        "person": [{"name": "Jonas Quill"}],
        "associations": {"main": {"uri": "urn:p", "type": "picture", "headline": "The quay"}},
        **body,
        **more,
    }


def telegram(posts: Sequence[Story], *, listed: bool = False) -> bytes:
    """A channel as Telegram Desktop exports it."""
    messages: list[dict[str, object]] = [
        {"id": 1, "type": "service", "date": "2024-12-01T10:00:00", "action": "create_channel",
         "title": "Quay", "text": ""}
    ]  # fmt: skip
    for n, story in enumerate(posts, 2):
        text: object = "\n\n".join(story.body)
        if n % 2:
            first, *rest = story.body
            pieces: list[object] = [{"type": "bold", "text": first}]
            text = [*pieces, *(f"\n\n{words}" for words in rest)]
        at = datetime(story.day.year, story.day.month, story.day.day, 16, 20, tzinfo=UTC)
        messages.append(
            {"id": n, "type": "message", "date": f"{story.day}T18:20:00",
             "date_unixtime": str(int(at.timestamp())), "from": "Quay News", "from_id": "channel9",
             "text": text, "text_entities": []}
        )  # fmt: skip
        messages.append({"id": n + 1000, "type": "message", "photo": "(File)", "text": ""})
    chat = {"name": "Quay News", "type": "public_channel", "id": 9, "messages": messages}
    whole = {"about": "Here is", "chats": {"about": "All", "list": [chat]}} if listed else chat
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def integrum(stories: Sequence[Story]) -> str:
    """A page of Integrum."""
    articles = [
        "".join(
            f"<p>{html.escape(line)}</p>"
            for line in (
                f"ИС: {story.outlet}",
                f"ДТ: {story.day:%d.%m.%Y}",
                f"ЗГ: {story.title}",
                *([f"АВ: {story.author}"] if story.author else []),
                "НР: 4",
                "РБ: Порт",
                *story.body,
            )
        )
        for story in stories
    ]
    return (
        '<html><head><meta charset="windows-1251"><title>Интегрум</title></head><body>'
        f"{'<hr>'.join(articles)}</body></html>"
    )
