"""How exactly each format is read, and how fast beside the bare library that parses it.

`python benchmarks/formats.py [STORIES]`. The same stories are written in every format, with what
stands around them there; all fields of each are known. The sample library is read too, against the
table in its README.
"""

import csv
import email
import email.policy
import io
import json
import mailbox
import re
import sys
import tempfile
import time
import warnings
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC

import press
from press import FORMATS

from tests.importing.readers import vendors
from workstation.domain.article import Draft
from workstation.domain.clean import clean_text
from workstation.importing.answering import answers
from workstation.importing.handed import Wanted, decode_handed
from workstation.importing.sandbox import serve
from workstation.resources import seeds

FIELDS = ("split", "title", "outlet", "day", "author", "body")
# What a format has no place for is no loss of its reader.
WITHOUT: dict[str, set[str]] = {
    "mail, plain": {"author"}, "mail, HTML": {"author"}, "mbox": {"author"}, "MSG": {"author"},
    "EPUB": {"author"}, "Telegram": {"title", "author", "outlet"}, "Atom": set(), "RSS": set(),
}  # fmt: skip
Bare = Callable[[bytes], str]


def ours(raw: bytes, name: str) -> list[Draft]:
    handed = (decode_handed(part) for part in answers(io.BytesIO(raw), Wanted(name)) if part)
    return [one.draft for one in handed if one.draft]


# The bare libraries --------------------------------------------------------------------------


def decoded(raw: bytes) -> str:
    return raw.decode()


def by_trafilatura(raw: bytes) -> str:
    import trafilatura

    return trafilatura.extract(raw, fast=True, include_comments=False) or ""


def by_python_docx(raw: bytes) -> str:
    import docx

    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(raw)).paragraphs)


def by_lxml(raw: bytes) -> str:
    from lxml import etree

    return "\n".join(map(str, etree.fromstring(raw).itertext()))


def by_lxml_html(raw: bytes) -> str:
    from lxml import html

    return "\n".join(map(str, html.fromstring(raw).itertext()))


def by_zip_and_lxml(raw: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = [n for n in archive.namelist() if n == "content.xml" or n.endswith(".xhtml")]
        return "\n".join(by_lxml(archive.read(name)) for name in parts)


def by_striprtf(raw: bytes) -> str:
    from striprtf import striprtf

    bare: Callable[[str], str] = striprtf.rtf_to_text
    return bare(raw.decode("ascii"))


def by_pypdfium2(raw: bytes) -> str:
    import pypdfium2

    with pypdfium2.PdfDocument(raw) as pdf:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)


def by_email(raw: bytes) -> str:
    message = email.message_from_bytes(raw, policy=email.policy.default)
    body = message.get_body(("html", "plain"))
    return str(body.get_content()) if body else ""


def by_mailbox(raw: bytes) -> str:
    with tempfile.NamedTemporaryFile() as file:
        file.write(raw)
        file.flush()
        return "\n".join(by_email(bytes(one)) for one in mailbox.mbox(file.name))


def by_email_and_trafilatura(raw: bytes) -> str:
    return by_trafilatura(by_email(raw).encode())


def by_oxmsg(raw: bytes) -> str:
    from oxmsg import Message

    return str(Message.load(io.BytesIO(raw)).body)


def by_feedparser(raw: bytes) -> str:
    import feedparser

    entries = feedparser.parse(io.BytesIO(raw)).entries
    return "\n".join(one.content[0].value for one in entries)


def by_csv(raw: bytes) -> str:
    lines = io.StringIO(raw.decode())
    return "\n".join(cell for row in csv.reader(lines) for cell in row)


def by_calamine(raw: bytes) -> str:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
    rows = book.get_sheet_by_index(0).iter_rows()
    return "\n".join(str(cell) for row in rows for cell in row)


def by_json(raw: bytes) -> str:
    return json.dumps([json.loads(line) for line in raw.splitlines()], ensure_ascii=False)


def by_whole_json(raw: bytes) -> str:
    return json.dumps(json.loads(raw), ensure_ascii=False)


def by_warcio(raw: bytes) -> str:
    from warcio.archiveiterator import ArchiveIterator

    records = ArchiveIterator(io.BytesIO(raw))
    pages = [one.content_stream().read() for one in records if one.rec_type == "response"]
    return "\n".join(map(by_trafilatura, pages))


def by_zipfile(raw: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return "\n".join(archive.read(name).decode() for name in archive.namelist())


BARE: dict[str, tuple[str, Bare]] = {
    "text": ("bytes.decode", decoded),
    "Markdown": ("bytes.decode", decoded),
    "HTML": ("trafilatura", by_trafilatura),
    "MHTML": ("email, trafilatura", by_email_and_trafilatura),
    "DOCX": ("python-docx", by_python_docx),
    "ODT": ("zipfile, lxml", by_zip_and_lxml),
    "RTF": ("striprtf", by_striprtf),
    "EPUB": ("zipfile, lxml", by_zip_and_lxml),
    "PDF": ("pypdfium2", by_pypdfium2),
    "mail, plain": ("email", by_email),
    "mail, HTML": ("email, trafilatura", by_email_and_trafilatura),
    "mbox": ("mailbox", by_mailbox),
    "MSG": ("oxmsg", by_oxmsg),
    "RSS": ("feedparser", by_feedparser),
    "Atom": ("feedparser", by_feedparser),
    "JSON Feed": ("json", by_whole_json),
    "CSV": ("csv", by_csv),
    "TSV": ("csv", by_csv),
    "XLSX": ("calamine", by_calamine),
    "ODS": ("calamine", by_calamine),
    "XLS": ("calamine", by_calamine),
    "JSON": ("json", by_whole_json),
    "JSON Lines": ("json", by_json),
    "WARC": ("warcio, trafilatura", by_warcio),
    "ZIP": ("zipfile", by_zipfile),
    "Nexis, Word": ("python-docx", by_python_docx),
    "Nexis, RTF": ("striprtf", by_striprtf),
    "Nexis of old": ("bytes.decode", decoded),
    "Factiva, HTML": ("lxml.html", by_lxml_html),
    "Factiva, RTF": ("striprtf", by_striprtf),
    "Integrum": ("lxml.html", by_lxml_html),
    "NewsML-G2": ("lxml", by_lxml),
    "NITF": ("lxml", by_lxml),
    "ninjs": ("json", by_whole_json),
    "Telegram": ("json", by_whole_json),
}


# Measuring -----------------------------------------------------------------------------------


def judged(name: str, stories: Sequence[vendors.Story], drafts: Sequence[Draft]) -> Counter[str]:
    """How many stories have each field right; none of them if there are more or fewer articles."""
    right: Counter[str] = Counter()
    if len(drafts) != len(stories):
        return right
    # Books are read in the order of their spine, which is that of the stories.
    for story, draft in zip(stories, drafts, strict=True):
        published = draft.published
        first = stories[0] if name == "EPUB" else story
        outlet = stories[0].outlet if name == "JSON Feed" else first.outlet
        right["split"] += 1
        right["title"] += draft.title == story.title
        right["outlet"] += draft.outlet == outlet
        right["day"] += published is not None and published.local_day(UTC) == first.day
        right["author"] += draft.author == story.author
        right["body"] += draft.text == clean_text("\n\n".join(story.body))
    return right


def row(name: str, stories: Sequence[vendors.Story]) -> tuple[object, ...]:
    ending, each, write = FORMATS[name]
    library, bare = BARE[name]
    right: Counter[str] = Counter()
    spent = alone = 0.0
    size = 0
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for first in range(0, len(stories), each):
            some = stories[first : first + each]
            raw = write(some)
            size += len(raw)
            began = time.process_time()
            drafts = ours(raw, f"x{ending}")
            between = time.process_time()
            bare(raw)
            alone += time.process_time() - between
            spent += between - began
            right += judged(name, some, drafts)
    count = len(stories)
    shares = [
        "-" if field in WITHOUT.get(name, set()) else f"{100 * right[field] / count:.0f}"
        for field in FIELDS
    ]
    return (
        name, count, *shares, f"{count / spent:.0f}", library, f"{count / max(alone, 1e-6):.0f}",
        f"{spent / max(alone, 1e-6):.1f}", f"{size / 1e6 / spent:.1f}",
    )  # fmt: skip


def table(head: Sequence[object], rows: Iterable[Sequence[object]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


_ROW = re.compile(r"^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \|", re.MULTILINE)


def sample_row() -> tuple[object, ...]:
    """How much of the sample library is read as the table in its README says."""
    right: Counter[str] = Counter()
    articles = 0
    for name, outlet, day, told in _ROW.findall((seeds() / "README.md").read_text("utf-8")):
        drafts = ours((seeds() / name).read_bytes(), name)
        expected = 2 if "two articles" in told else 1
        articles += expected
        right["split"] += expected * (len(drafts) == expected)
        for draft in drafts[:expected]:
            published = draft.published
            right["outlet"] += draft.outlet == ("" if outlet.startswith("(") else outlet)
            right["day"] += (published.local_day(UTC).isoformat() if published else "none") == day
    shares = (f"{100 * right[field] / articles:.0f}" for field in ("split", "outlet", "day"))
    return (articles, *shares)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 240
    serve(b"")
    stories = press.stories(count)
    for name in FORMATS:
        # Libraries load parts of themselves at the first use.
        raw = FORMATS[name][2](stories[:1])
        ours(raw, f"x{FORMATS[name][0]}")
        BARE[name][1](raw)
    head = ("format", "articles", *(f"{field} %" for field in FIELDS), "articles/s", "bare library",
            "its articles/s", "our time ÷ its", "our MB/s")  # fmt: skip
    print(table(head, (row(name, stories) for name in FORMATS)))
    print()
    print("The sample library, by the table in its README:\n")
    print(table(("articles", "split %", "outlet %", "day %"), [sample_row()]))


if __name__ == "__main__":
    main()
