"""A sound file of every format that the program reads, from the sample library and the tests."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from tests.importing.conftest import BODY
from tests.importing.readers import sheets, vendors
from tests.importing.readers import test_delimited as delimited
from tests.importing.readers import test_epub as epub
from tests.importing.readers import test_feed as feed
from tests.importing.readers import test_integrum as integrum
from tests.importing.readers import test_json_feed as json_feed
from tests.importing.readers import test_mailbox as mailbox
from tests.importing.readers import test_nexis as nexis
from tests.importing.readers import test_open_document as odt
from tests.importing.readers import test_records as records
from tests.importing.readers import test_rich_text as rtf
from tests.importing.readers import test_saved_page as mhtml
from tests.importing.readers import test_web_archive as warc
from tests.importing.readers.compound import outlook_mail
from tests.importing.test_members import tarred, zipped
from workstation.resources import seeds


@dataclass(frozen=True)
class Specimen:
    """A sound file."""

    name: str
    content: bytes

    @property
    def ending(self) -> str:
        """What its name ends in."""
        return self.name[self.name.index(".") :]


MARKUP = "".join(f"<p>{part}</p>" for part in BODY.split("\n\n"))
ROWS: sheets.Rows = [
    ["Headline", "Full Text", "Date", "Outlet"],
    ["Ferry stays in harbour", BODY, date(2024, 12, 14), "Island Post"],
    ["Keys found", BODY[:200], date(2024, 12, 15), "Shore Post"],
]
STORIES = nexis.STORIES
OPML = (
    '<?xml version="1.0"?><opml version="2.0"><head><title>Feeds</title></head><body><outline '
    'text="Island Post" type="rss" xmlUrl="https://island-post.example/feed.xml"/></body></opml>'
)


def specimens() -> dict[str, list[Specimen]]:
    """The formats, each with some sound files of it."""
    made = {
        "text": _seeds(".txt"),
        "markdown": _seeds(".md"),
        "html": [one for one in _seeds(".html") if "factiva" not in one.name],
        "mhtml": _seeds(".mhtml"),
        "docx": [one for one in _seeds(".docx") if "nexis" not in one.name],
        "odt": _seeds(".odt"),
        "rtf": _seeds(".rtf"),
        "epub": _seeds(".epub"),
        "pdf": _seeds(".pdf"),
        "eml": _seeds(".eml"),
        "mbox": _seeds(".mbox"),
        "rss": _seeds(".rss"),
        "xlsx": _seeds(".xlsx"),
        "jsonl": _seeds(".jsonl"),
        "warc": _seeds(".warc.gz"),
        "zip": _seeds(".zip"),
        "nexis": [one for one in _seeds(".docx") if "nexis" in one.name],
        "factiva": [one for one in _seeds(".html") if "factiva" in one.name],
        "newsml": _seeds(".xml"),
        "telegram": _seeds(".json"),
    }
    for file_format, build in _BUILT.items():
        made.setdefault(file_format, []).extend(
            Specimen(f"made-{n}{ending}", content) for n, (ending, content) in enumerate(build())
        )
    return made


def _seeds(ending: str) -> list[Specimen]:
    paths = sorted(path for path in seeds().iterdir() if path.name.endswith(ending))
    return [
        Specimen(path.name.replace(".", "-", path.name.count(".") - ending.count(".")), content)
        for path in paths
        if path.name != "README.md" and (content := path.read_bytes())
    ]


Made = list[tuple[str, bytes]]


def _feeds() -> dict[str, Callable[[], Made]]:
    entry = feed.entry("A ferry stays.", more=f"<content:encoded>{_quoted()}</content:encoded>")
    atom = (
        "<entry><title type='html'>Ferry &lt;b&gt;stays&lt;/b&gt;</title><id>urn:x:1</id><link "
        "href='https://island-post.example/ferry'/><published>2024-12-14T16:20:11+02:00</published>"
        f"<author><name>Mira Voss</name></author><content type='html'>{_quoted()}</content></entry>"
    )
    rdf = (
        '<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns="http://purl.org/rss/1.0/"><channel><title>Island Post</title></channel><item>'
        f"<title>Ferry stays</title><description>{_quoted()}</description></item></rdf:RDF>"
    )
    return {
        "rss": lambda: [(".rss", feed.rss(entry, entry).encode()), (".xml", rdf.encode())],
        "atom": lambda: [(".atom", feed.atom(atom, atom).encode())],
        "json-feed": lambda: [
            (".json", json_feed.feed(json_feed.entry(content_html=MARKUP), json_feed.entry(id=3)))
        ],
        "opml": lambda: [(".opml", OPML.encode())],
    }


def _quoted() -> str:
    return MARKUP.replace("<", "&lt;")


def _tables() -> dict[str, Callable[[], Made]]:
    many = [dict(records.record(BODY), rank=n) for n in range(3)]
    return {
        "csv": lambda: [(".csv", delimited.table(delimited.rows(BODY)).encode())],
        "tsv": lambda: [(".tsv", delimited.table(delimited.rows(BODY), "\t").encode())],
        "xlsx": lambda: [(".xlsx", sheets.xlsx({"A": ROWS, "B": ROWS}))],
        "ods": lambda: [(".ods", sheets.ods(ROWS))],
        "xls": lambda: [(".xls", sheets.xls([[*row[:2], row[3]] for row in ROWS]))],
        "json": lambda: [
            (".json", json.dumps({"articles": many}, indent=1).encode()),
            (".json", json.dumps(many).encode()),
        ],
        "jsonl": lambda: [(".jsonl", "\n".join(map(json.dumps, many)).encode())],
    }


def _documents() -> dict[str, Callable[[], Made]]:
    page = warc.page(BODY).encode()
    crawl = [warc.response(page), warc.response(warc.chunked(page), more=_CHUNKED)]
    mails = [mailbox.mail(words, n, "utf-8") for n, words in enumerate(mailbox.LANGUAGES.values())]
    parts = {"press/ferry.txt": BODY.encode(), "press/ferry.html": page, "table.csv": _CSV}
    wacz = {"datapackage.json": b"{}", "archive/a.warc.gz": warc.archive(*crawl, packed=True)}
    return {
        "mhtml": lambda: [(".mht", mhtml.saved(mhtml.part(page, "text/html", warc.PLACE)))],
        "odt": lambda: [
            (".odt", odt.document(odt.content(*odt.paragraphs(BODY)), **{"meta.xml": odt.META}))
        ],
        "rtf": lambda: [(".rtf", rtf.document(*rtf.plain(BODY)))],
        "epub": lambda: [(".epub", epub.book({"a.xhtml": epub.chapter("Noon", BODY)}))],
        "mbox": lambda: [(".mbox", mailbox.box(*mails))],
        "msg": lambda: [
            (".msg", outlook_mail(subject="Ferry", text=BODY, headers="Date: x\nX: y\n")),
            (".msg", outlook_mail(subject="Ferry", page=page * 3)),
        ],
        "warc": lambda: [
            (".warc", warc.archive(*crawl)),
            (".warc.gz", warc.archive(*crawl, packed=True)),
            (".wacz", zipped(wacz)),
        ],
        "zip": lambda: [
            (".zip", zipped(parts)),
            (".zip", zipped({**parts, "in.zip": zipped(parts)})),
        ],
        "tar": lambda: [
            (".tar", tarred(parts)),
            (".tar.gz", tarred(parts, "w:gz")),
            (".tar.xz", tarred(parts, "w:xz")),
            (".tar.bz2", tarred(parts, "w:bz2")),
            (".txt.gz", gzip.compress(BODY.encode())),
        ],
    }


_CHUNKED = "Transfer-Encoding: chunked\r\n"
_CSV = delimited.table(delimited.rows(BODY)).encode()


def _exports() -> dict[str, Callable[[], Made]]:
    lines = vendors.factiva_lines(STORIES)
    items = [vendors.newsml_item(STORIES[n], number=n, kind=kind) for n, kind in enumerate(_KINDS)]
    ninjs = [vendors.ninjs_item(story, n, marked=bool(n % 2)) for n, story in enumerate(STORIES)]
    return {
        "nexis": lambda: [
            (f".{kind.rpartition('.')[2]}", make(STORIES, "en")) for kind, make in _NEXIS.items()
        ],
        "factiva": lambda: [
            (".html", vendors.factiva_page(STORIES).encode()),
            (".txt", "\n".join(lines).encode()),
            (".rtf", vendors.rtf_of(lines)),
        ],
        "integrum": lambda: [(".html", vendors.integrum(integrum.STORIES).encode("cp1251"))],
        "newsml": lambda: [(".xml", vendors.newsml(items))],
        "nitf": lambda: [(".xml", vendors.nitf(STORIES[0]).encode())],
        "ninjs": lambda: [(".json", json.dumps(ninjs).encode())],
        "telegram": lambda: [(".json", vendors.telegram(STORIES, listed=True))],
    }


_NEXIS: dict[str, Callable[[list[vendors.Story], str], bytes]] = nexis.MADE
_KINDS = ("html", "nitf", "plain")
_BUILT: dict[str, Callable[[], Made]] = {}
for _some in (_feeds(), _tables(), _documents(), _exports()):
    _BUILT |= _some
