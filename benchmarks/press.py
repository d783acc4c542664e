"""Stories whose title, outlet, day, author and body are known, written in every format."""

import csv
import html
import io
import json
import random
import sys
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from email.message import EmailMessage
from pathlib import Path

import texts

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.importing.readers import sheets, vendors
from tests.importing.readers import test_epub as epub
from tests.importing.readers import test_feed as feed
from tests.importing.readers import test_json_feed as json_feed
from tests.importing.readers import test_mailbox as mailbox
from tests.importing.readers import test_open_document as odt
from tests.importing.readers import test_rich_text as rtf
from tests.importing.readers import test_saved_page as mhtml
from tests.importing.readers import test_web_archive as warc
from tests.importing.readers.compound import outlook_mail
from tests.importing.readers.vendors import Story
from tests.importing.test_members import zipped

_SEED = 20241214
_OUTLETS = ("Halyard Wire", "Levant Dispatch", "The Amman Ledger", "Coastline Weekly")
_AUTHORS = ("Mira Voss", "Jon Bell", "Leyla Aksoy", "Gwen Tarrant", "Tomas Verrill")
# The pages of Factiva that the tests write know no other month.
_FIRST_DAY = date(2024, 12, 1)
_DAYS = 31
_OTHER_LANGUAGES = {
    "Паром остался в гавани": (
        "Паром в понедельник не ушёл, потому что капитан потерял ключи от рубки. К полудню на "
        "чемоданах сидели сорок человек, и никто из них не сердился."
    ),
    "Die Fähre blieb im Hafen": (
        "Die Fähre fuhr am Montag nicht, weil der Kapitän seine Schlüssel verloren hatte. Gegen "
        "Mittag saßen vierzig Menschen auf ihren Koffern und waren müde."
    ),
    "Le ferry est resté au port": (
        "Le ferry n’est pas parti lundi, parce que le capitaine avait perdu ses clés. À midi, "
        "quarante personnes étaient assises sur leurs valises."
    ),
    "العبّارة بقيت في الميناء": (
        "لم تغادر العبّارة يوم الاثنين لأن القبطان فقد مفاتيحه. وعند الظهر جلس أربعون شخصًا على "
        "حقائبهم ولم يغضب منهم أحد."
    ),
}


def stories(count: int) -> list[Story]:
    """So many different stories; each twelfth is in another language."""
    chance = random.Random(_SEED)  # noqa: S311 - repeatable, not secret
    known = [" ".join(words.split()) for words in texts.paragraphs()]
    # Header lines and lists of headlines are no paragraphs of a body.
    known = [words for words in known if words[-1] in '.”"' and words.count(":") == 0]
    made = []
    for number in range(count):
        body = tuple(chance.sample(known, chance.randint(4, 9)))
        title = f"Dispatch {number} from {chance.choice(('Homs', 'Aleppo', 'Tartus', 'Hama'))}"
        if number % 12 == 11:
            title, words = list(_OTHER_LANGUAGES.items())[number // 12 % len(_OTHER_LANGUAGES)]
            title, body = f"{title} ({number})", (f"{words} {number}.", words, f"{number}: {words}")
        made.append(
            Story(
                title,
                chance.choice(_OUTLETS),
                _FIRST_DAY + timedelta(days=number % _DAYS),
                chance.choice(_AUTHORS),
                body,
                number=f"{number:06}",
            )
        )
    return made


def _head(story: Story) -> list[str]:
    return [story.title, f"Outlet: {story.outlet}", f"By: {story.author}", f"Date: {story.day}"]


def text(one: Sequence[Story]) -> bytes:
    (story,) = one
    return "\n".join((*_head(story), "", "\n\n".join(story.body), "")).encode()


def markdown(one: Sequence[Story]) -> bytes:
    (story,) = one
    front = f"title: {story.title}\noutlet: {story.outlet}\nauthor: {story.author}"
    return f"---\n{front}\ndate: {story.day}\n---\n\n{_blank(story)}\n".encode()


def _blank(story: Story) -> str:
    return "\n\n".join(story.body)


def page(one: Sequence[Story]) -> bytes:
    """A page as outlets make them: linked data, menus, a banner, other stories beside it."""
    (story,) = one
    about = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": story.title,
        "datePublished": f"{story.day}T10:20:00+00:00",
        "author": {"@type": "Person", "name": story.author},
        "publisher": {"@type": "Organization", "name": story.outlet},
    }  # fmt: skip
    side = "".join(f"<li><a href='/s/{n}'>Bins: new days in street {n}</a></li>" for n in range(8))
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{html.escape(story.title)} | "
        f"{story.outlet}</title><script type='application/ld+json'>{json.dumps(about)}</script>"
        "</head><body><header><nav><a href='/'>Home</a> <a href='/world'>World</a></nav></header>"
        "<div class='cookie-banner'><p>We use cookies to make this page better.</p></div>"
        f"<main><article><h1>{html.escape(story.title)}</h1><p class='byline'>By {story.author}</p>"
        f"{_marked(story)}</article></main><aside><h2>Most read</h2><ul>{side}</ul></aside><footer>"
        "<p>All rights reserved.</p></footer></body></html>"
    ).encode()


def _marked(story: Story) -> str:
    return "".join(f"<p>{html.escape(words)}</p>" for words in story.body)


def saved_page(one: Sequence[Story]) -> bytes:
    whole = mhtml.saved(mhtml.part(page(one), "text/html; charset=utf-8", mhtml.PLACE))
    return whole.replace(mhtml.PLACE.encode(), _place(one[0]).encode())


def word(one: Sequence[Story]) -> bytes:
    (story,) = one
    return vendors.docx_of([*_head(story), *story.body])


def open_document(one: Sequence[Story]) -> bytes:
    (story,) = one
    lines = [html.escape(words) for words in (*_head(story), *story.body)]
    return odt.document(odt.content(*odt.paragraphs("\n\n".join(lines))), **{"meta.xml": odt.META})


def rich_text(one: Sequence[Story]) -> bytes:
    (story,) = one
    return rtf.document(*[rtf.unicode_escaped(words) for words in (*_head(story), *story.body)])


def periodical(several: Sequence[Story]) -> bytes:
    """A book that says it is a newspaper of one outlet and one day: those of the first story."""
    first = several[0]
    facts = (
        f"<dc:title>{first.outlet}</dc:title><dc:type>newspaper</dc:type>"
        f"<dc:publisher>{first.outlet}</dc:publisher><dc:date>{first.day}</dc:date>"
    )
    pages: dict[str, str | bytes] = {
        f"{n}.xhtml": epub.chapter(html.escape(story.title), html.escape(_blank(story)))
        for n, story in enumerate(reversed(several))
    }
    return epub.book(pages, facts=facts)


def pdf(one: Sequence[Story]) -> bytes:
    import typst

    (story,) = one
    held = json.dumps([*_head(story)[1:], *story.body])
    source = (
        '#set page(paper: "a4")\n#set text(font: "DejaVu Sans")\n'
        "#set document(title: sys.inputs.t)\n"
        "= #sys.inputs.t\n#for p in json(bytes(sys.inputs.p)) [#par[#p]]\n"
    )
    return bytes(typst.compile(source.encode(), sys_inputs={"t": story.title, "p": held}))


def mail(one: Sequence[Story]) -> bytes:
    return _letter(one[0], marked=False)


def letter(one: Sequence[Story]) -> bytes:
    return _letter(one[0], marked=True)


def _letter(story: Story, *, marked: bool) -> bytes:
    message = EmailMessage()
    message["From"] = f'"{story.outlet}" <post@island.example>'
    message["To"] = "reader@mail.example"
    message["Subject"] = story.title
    message["Date"] = f"{story.day:%a, %d %b %Y} 16:20:11 +0000"
    message["Message-ID"] = f"<{abs(hash(story.title))}@island.example>"
    message.set_content(_blank(story))
    if marked:
        message.add_alternative(f"<html><body>{_marked(story)}</body></html>", subtype="html")
    return message.as_bytes()


def box(several: Sequence[Story]) -> bytes:
    return mailbox.box(*[_letter(story, marked=False) for story in several])


def outlook(one: Sequence[Story]) -> bytes:
    from datetime import UTC, datetime, time

    (story,) = one
    at = datetime.combine(story.day, time(16, 20), UTC)
    return outlook_mail(subject=story.title, text=_blank(story), sender=story.outlet, sent=at)


def _place(story: Story) -> str:
    return f"https://x.example/{story.number}"


def _issue(several: Sequence[Story]) -> str:
    """What makes the numbers that Factiva gives differ from file to file."""
    return f"I{several[0].number[-6:]}"


def rss(several: Sequence[Story]) -> bytes:
    entries = [
        feed.entry(
            "",
            title=html.escape(story.title),
            link=_place(story),
            guid=_place(story),
            date=f"{story.day:%a, %d %b %Y} 16:20:11 +0000",
            more=f"<dc:creator>{story.author}</dc:creator><content:encoded>"
            f"{html.escape(_marked(story))}</content:encoded><source>{story.outlet}</source>",
        )
        for story in several
    ]
    return feed.rss(*entries).encode()


def atom(several: Sequence[Story]) -> bytes:
    entries = [
        f"<entry><title>{html.escape(story.title)}</title><id>urn:x:{story.number}</id><link href="
        f"'{_place(story)}'/><published>{story.day}T16:20:11Z</published><author><name>"
        f"{story.author}</name></author><source><title>{story.outlet}</title></source><content "
        f"type='html'>{html.escape(_marked(story))}</content></entry>"
        for story in several
    ]
    return feed.atom(*entries).encode()


def feed_in_json(several: Sequence[Story]) -> bytes:
    entries = [
        json_feed.entry(
            id=story.number, url=_place(story), title=story.title,
            content_html=_marked(story), date_published=f"{story.day}T16:20:11Z",
            authors=[{"name": story.author}],
        )
        for story in several
    ]  # fmt: skip
    return json_feed.feed(*entries, title=several[0].outlet)


_LABELS = ["Headline", "Full Text", "Date", "Outlet", "Author"]


def _rows(several: Sequence[Story]) -> list[list[str]]:
    return [[s.title, _blank(s), s.day.isoformat(), s.outlet, s.author] for s in several]


def _sheet(several: Sequence[Story]) -> sheets.Rows:
    return [[*row] for row in (_LABELS, *_rows(several))]


def table(several: Sequence[Story], delimiter: str = ",") -> bytes:
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter).writerows([_LABELS, *_rows(several)])
    return file.getvalue().encode()


def tabbed(several: Sequence[Story]) -> bytes:
    return table(several, "\t")


def excel(several: Sequence[Story]) -> bytes:
    return sheets.xlsx({"A": _sheet(several)})


def calc(several: Sequence[Story]) -> bytes:
    return sheets.ods(_sheet(several))


def old_excel(several: Sequence[Story]) -> bytes:
    return sheets.xls(_sheet(several))


def _records(several: Sequence[Story]) -> list[dict[str, str]]:
    names = ("title", "content", "publishedAt", "source", "author")
    return [dict(zip(names, row, strict=True)) for row in _rows(several)]


def records(several: Sequence[Story]) -> bytes:
    return json.dumps({"articles": _records(several)}, ensure_ascii=False).encode()


def lines(several: Sequence[Story]) -> bytes:
    return "\n".join(json.dumps(one, ensure_ascii=False) for one in _records(several)).encode()


def crawl(several: Sequence[Story]) -> bytes:
    kind = "text/html; charset=utf-8"
    pages = [warc.response(page([story]), place=_place(story), kind=kind) for story in several]
    return warc.archive(*pages, packed=True)


def archive(several: Sequence[Story]) -> bytes:
    return zipped({f"press/{n}.txt": text([story]) for n, story in enumerate(several)})


def nexis(several: Sequence[Story]) -> bytes:
    return vendors.nexis(several)


def nexis_rtf(several: Sequence[Story]) -> bytes:
    told = [line for story in several for line in vendors.nexis_lines(story)]
    return vendors.rtf_of([*vendors.nexis_cover(several), *told])


def old_nexis(several: Sequence[Story]) -> bytes:
    return vendors.old_nexis_text(several).encode()


def factiva(several: Sequence[Story]) -> bytes:
    return vendors.factiva_page(several).replace("ISLP0000", _issue(several)).encode()


def factiva_rtf(several: Sequence[Story]) -> bytes:
    told = vendors.factiva_lines(several)
    return vendors.rtf_of([line.replace("ISLP0000", _issue(several)) for line in told])


def integrum(several: Sequence[Story]) -> bytes:
    return vendors.integrum(several).encode("utf-8")


def newsml(several: Sequence[Story]) -> bytes:
    return vendors.newsml([vendors.newsml_item(s, number=int(s.number)) for s in several])


def nitf(one: Sequence[Story]) -> bytes:
    return vendors.nitf(one[0]).encode()


def ninjs(several: Sequence[Story]) -> bytes:
    return json.dumps([vendors.ninjs_item(s, int(s.number)) for s in several]).encode()


def telegram(several: Sequence[Story]) -> bytes:
    return vendors.telegram(several).replace(
        b'"id": 9,', b'"id": 9%s,' % several[0].number.encode()
    )


Writer = Callable[[Sequence[Story]], bytes]

FORMATS: dict[str, tuple[str, int, Writer]] = {
    "text": (".txt", 1, text),
    "Markdown": (".md", 1, markdown),
    "HTML": (".html", 1, page),
    "MHTML": (".mhtml", 1, saved_page),
    "DOCX": (".docx", 1, word),
    "ODT": (".odt", 1, open_document),
    "RTF": (".rtf", 1, rich_text),
    "EPUB": (".epub", 5, periodical),
    "PDF": (".pdf", 1, pdf),
    "mail, plain": (".eml", 1, mail),
    "mail, HTML": (".eml", 1, letter),
    "mbox": (".mbox", 20, box),
    "MSG": (".msg", 1, outlook),
    "RSS": (".rss", 20, rss),
    "Atom": (".atom", 20, atom),
    "JSON Feed": (".json", 20, feed_in_json),
    "CSV": (".csv", 20, table),
    "TSV": (".tsv", 20, tabbed),
    "XLSX": (".xlsx", 20, excel),
    "ODS": (".ods", 20, calc),
    "XLS": (".xls", 20, old_excel),
    "JSON": (".json", 20, records),
    "JSON Lines": (".jsonl", 20, lines),
    "WARC": (".warc.gz", 10, crawl),
    "ZIP": (".zip", 10, archive),
    "Nexis, Word": (".docx", 10, nexis),
    "Nexis, RTF": (".rtf", 10, nexis_rtf),
    "Nexis of old": (".txt", 10, old_nexis),
    "Factiva, HTML": (".html", 10, factiva),
    "Factiva, RTF": (".rtf", 10, factiva_rtf),
    "Integrum": (".html", 10, integrum),
    "NewsML-G2": (".xml", 10, newsml),
    "NITF": (".xml", 1, nitf),
    "ninjs": (".json", 10, ninjs),
    "Telegram": (".json", 10, telegram),
}
"""The ending of a format's files, how many stories one holds, and who writes it."""
