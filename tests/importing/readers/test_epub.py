from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.importing.readers.packing import LAUGHS, packed, stealing
from workstation.domain.article import Draft
from workstation.errors import Refused

Read = Callable[..., list[Draft]]
ReadOne = Callable[..., Draft]

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/content.opf"/></rootfiles></container>'
)
FACTS = (
    "<dc:title>Harbours in winter</dc:title><dc:creator>Mira Voss</dc:creator>"
    "<dc:creator>Jon Bell</dc:creator><dc:publisher>Island Press</dc:publisher>"
    "<dc:language>en</dc:language><dc:date>2024-12-14</dc:date>"
    "<dc:identifier>urn:isbn:9780000000002</dc:identifier>"
)


def chapter(title: str, body: str) -> str:
    paragraphs = "".join(f"<p>{part}</p>" for part in body.split("\n\n"))
    return (
        '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head>'
        f"<title>{title}</title></head><body><h1>{title}</h1>{paragraphs}</body></html>"
    )


def book(
    pages: dict[str, str | bytes], *, facts: str = FACTS, doctype: str = "", **parts: str
) -> bytes:
    kind = 'media-type="application/xhtml+xml"'
    listed = "".join(
        f"<item id='i{n}' href='{name.replace(' ', '%20')}' {kind} properties='{name[:3]}'/>"
        for n, name in enumerate(pages)
    )
    # The spine tells the order, not the list.
    order = "".join(f'<itemref idref="i{n}"/>' for n in reversed(range(len(pages))))
    package = (
        f'<?xml version="1.0"?>{doctype}<package xmlns="http://www.idpf.org/2007/opf">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{facts}</metadata>'
        f"<manifest>{listed}</manifest><spine>{order}</spine></package>"
    )
    held = {f"OEBPS/{name}": content for name, content in pages.items()}
    whole = {"META-INF/container.xml": CONTAINER, "OEBPS/content.opf": package, **held, **parts}
    return packed(whole, mimetype="application/epub+zip")


def test_chapters_are_one_article_in_the_order_of_the_spine(read_one: ReadOne, body: str) -> None:
    first, second, third = body.split("\n\n")
    raw = book(
        {
            "b two.xhtml": chapter("Noon", f"{second}\n\n{third}"),
            "a.xhtml": chapter("Morning", first),
            "nav.xhtml": "<html><body><a href='a.xhtml'>NAVIGATION</a></body></html>",
        }
    )
    draft = read_one(raw, "x.zip")
    assert draft.text.split("\n\n") == ["Morning", first, "Noon", second, third]
    assert (draft.title, draft.author) == ("Harbours in winter", "Mira Voss, Jon Bell")
    assert (draft.outlet, draft.provider_id) == ("Island Press", "isbn:9780000000002")
    assert draft.published is not None
    assert draft.published.day == date(2024, 12, 14)


def test_a_periodical_has_an_article_in_each_document(read: Read, body: str) -> None:
    kind = '<meta name="calibre:publication_type" content="periodical:magazine:Island Post"/>'
    contents = "".join(f"<li><a href='{n}.xhtml'>{body[:60]}</a></li>" for n in range(9))
    raw = book(
        {
            "2.xhtml": chapter("Keys in a coat", body),
            "1.xhtml": chapter("Ferry stays", body.replace("Monday", "Tuesday")),
            "index.xhtml": f"<html><body><ul>{contents}</ul></body></html>",
        },
        facts=f"<dc:title>Island Post</dc:title><dc:date>2024-12-14</dc:date>{kind}",
    )
    drafts = read(raw, "2020-01-01.epub")
    assert [draft.title for draft in drafts] == ["Ferry stays", "Keys in a coat"]
    assert {draft.outlet for draft in drafts} == {"Island Post"}
    assert drafts[1].text == body
    assert {d.published.day for d in drafts if d.published} == {date(2024, 12, 14)}


@pytest.mark.parametrize(
    "words",
    [
        "Паром на остров в понедельник не ушёл, потому что капитан потерял свои ключи в городе.",
        "لم تغادر العبّارة يوم الاثنين لأن القبطان فقد مفاتيحه في المدينة القديمة قرب الميناء.",
        "Le ferry n’est pas parti lundi, parce que le capitaine avait perdu ses clés en ville.",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_languages_and_encodings_are_read(read_one: ReadOne, words: str, encoding: str) -> None:
    page = chapter("1", words).replace("utf-8", encoding).encode(encoding)
    assert read_one(book({"a.xhtml": page}), "x.epub").text == f"1\n\n{words}"


def test_a_book_under_copy_protection_is_refused(read_one: ReadOne, body: str) -> None:
    locked = '<encryption><CipherReference URI="OEBPS/a.xhtml"/></encryption>'
    raw = book({"a.xhtml": chapter("1", body)}, **{"META-INF/encryption.xml": locked})
    with pytest.raises(Refused, match="protected"):
        read_one(raw, "x.epub")


def test_hidden_fonts_are_no_copy_protection(read_one: ReadOne, body: str) -> None:
    fonts = '<encryption><CipherReference URI="OEBPS/fonts/a.otf"/></encryption>'
    raw = book({"a.xhtml": chapter("1", body)}, **{"META-INF/encryption.xml": fonts})
    assert read_one(raw, "x.epub").text.endswith(body)


def test_documents_outside_of_the_book_are_not_read(read_one: ReadOne) -> None:
    with pytest.raises(Refused, match="damaged"):
        read_one(
            book({"../../../etc/passwd.xhtml": "x"}).replace(b"OEBPS/../", b"OEBPS/xx/"), "x.epub"
        )


def test_a_book_cannot_pull_in_other_files(read_one: ReadOne, body: str, tmp_path: Path) -> None:
    secret = tmp_path / "canary.txt"
    secret.write_text("CANARY")
    doctype = stealing(secret.as_uri())
    page = doctype + chapter("1", body + " &x;").partition("?>")[2]
    raw = book({"a.xhtml": page}, facts=FACTS.replace("Harbours", "&x;"), doctype=doctype)
    draft = read_one(raw, "x.epub")
    assert "CANARY" not in draft.text + draft.title


def test_billions_of_laughs_are_refused(read_one: ReadOne, body: str) -> None:
    raw = book({"a.xhtml": chapter("1", body)}, facts="<dc:title>&a11;</dc:title>", doctype=LAUGHS)
    with pytest.raises(Refused, match="damaged"):
        read_one(raw, "x.epub")


@pytest.mark.parametrize(
    "missing", ["META-INF/container.xml", "OEBPS/content.opf", "OEBPS/a.xhtml"]
)
def test_a_book_without_a_part_is_refused_as_damaged(
    read_one: ReadOne, body: str, missing: str
) -> None:
    raw = book({"a.xhtml": chapter("1", body)}).replace(missing.encode(), b"x" * len(missing))
    with pytest.raises(Refused, match="damaged"):
        read_one(raw, "x.epub")


def test_damage_is_refused(damage_is_refused: Callable[..., None], body: str) -> None:
    damage_is_refused(book({"a.xhtml": chapter("1", body)}), "x.epub")


def test_damage_inside_is_refused(damage_is_refused: Callable[..., None], body: str) -> None:
    damage_is_refused(
        chapter("1", body).encode(), "x.epub", wrap=lambda page: book({"a.xhtml": page})
    )
