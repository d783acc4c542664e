"""Offers attacks by XML in every format that is written in it: `xml_attacks [--only FORMAT]`."""

from __future__ import annotations

import io
import socket
import sys
import threading
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.campaigns import attacks
from tests.campaigns.attacks import CANARY, Attack
from tests.campaigns.specimens import ROWS
from tests.importing.conftest import BODY
from tests.importing.readers import sheets, vendors
from tests.importing.readers import test_epub as epub
from tests.importing.readers import test_open_document as odt

MARK = "MARKED"
"""Stands in a template where an attack's words go."""
MEGA = 1_000_000


@dataclass(frozen=True)
class Charge:
    """What an attack puts into a document."""

    doctype: str = ""
    """`ROOT` in it stands for the document's first element."""
    words: str = "The ferry stayed."
    """Where words stand: may be elements."""
    attributes: str = ""
    """On an element around the words."""
    before: str = ""
    """After the XML declaration, before anything else."""
    declared: str = "utf-8"
    encode: Callable[[str], bytes] = str.encode


def _laughs(depth: int, width: int = 10, seed: str = "ha") -> str:
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * width}">' for n in range(1, depth))
    return f'<!DOCTYPE ROOT [<!ENTITY a0 "{seed}">{levels}]>'


def _reading(secret: Path, outside: Path, web: str) -> dict[str, Charge]:
    """Attacks that want to read a file or to reach a machine."""
    uri, dtd = secret.as_uri(), outside.as_uri()

    def entity(what: str, words: str = "&x;") -> Charge:
        return Charge(f"<!DOCTYPE ROOT [<!ENTITY x {what}>]>", words)

    include = 'xmlns:xi="http://www.w3.org/2001/XInclude"'
    xlink = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
    return {
        "entity-file": entity(f'SYSTEM "{uri}"'),
        "entity-path": entity(f'SYSTEM "{secret}"'),
        "entity-relative": entity(f'SYSTEM "../{secret.name}"'),
        "entity-public": entity(f'PUBLIC "-//X//Y" "{uri}"'),
        "entity-localhost": entity(f'SYSTEM "file://localhost{secret}"'),
        "entity-web": entity(f'SYSTEM "{web}/x"'),
        "entity-php": entity(f'SYSTEM "php://filter/read=string.rot13/resource={secret}"'),
        "entity-jar": entity(f'SYSTEM "jar:{uri}!/x"'),
        "entity-data": entity('SYSTEM "data:text/plain,x"'),
        "entity-passwd": entity('SYSTEM "file:///etc/passwd"'),
        "entity-in-attribute": entity(f'SYSTEM "{uri}"', '<span title="&x;">Words.</span>'),
        "entity-endless-file": entity('SYSTEM "file:///dev/zero"'),
        "entity-unparsed": Charge(
            f'<!DOCTYPE ROOT [<!NOTATION n SYSTEM "x"><!ENTITY x SYSTEM "{uri}" NDATA n>]>', "&x;"
        ),
        "attribute-default": Charge(
            f'<!DOCTYPE ROOT [<!ENTITY x SYSTEM "{uri}"><!ATTLIST ROOT title CDATA "&x;">]>'
        ),
        "parameter-entity": Charge(f'<!DOCTYPE ROOT [<!ENTITY % p SYSTEM "{dtd}">%p;]>', "&s;"),
        "parameter-entity-built": Charge(
            f'<!DOCTYPE ROOT [<!ENTITY % f SYSTEM "{uri}"><!ENTITY % m "<!ENTITY x \'%f;\'>">%m;]>',
            "&x;",
        ),
        "parameter-entity-web": Charge(f'<!DOCTYPE ROOT [<!ENTITY % p SYSTEM "{web}/d">%p;]>'),
        "external-dtd": Charge(f'<!DOCTYPE ROOT SYSTEM "{dtd}">', "&s;"),
        "external-dtd-public": Charge(f'<!DOCTYPE ROOT PUBLIC "-//X" "{dtd}">', "&s;"),
        "external-dtd-web": Charge(f'<!DOCTYPE ROOT SYSTEM "{web}/d">', "&s;"),
        "include-text": Charge(words=f'<xi:include {include} href="{uri}" parse="text"/>'),
        "include-tree": Charge(words=f'<xi:include {include} href="{dtd}"/>'),
        "include-base": Charge(
            words=f'<xi:include {include} xml:base="{secret.parent.as_uri()}/" '
            f'href="{secret.name}" parse="text"><xi:fallback>No.</xi:fallback></xi:include>'
        ),
        "style-sheet": Charge(before=f'<?xml-stylesheet type="text/xsl" href="{dtd}"?>'),
        "schema": Charge(
            attributes='xmlns:q="http://www.w3.org/2001/XMLSchema-instance" '
            f'q:noNamespaceSchemaLocation="{uri}"'
        ),
        "pictures": Charge(
            words=f'<img src="{uri}"/><object data="{uri}"/><iframe src="{uri}"/>'
            f'<image {xlink} xlink:href="{uri}"/>'
        ),
        "hidden-far-below": Charge(
            f'<!--{" " * 20_000}--><!DOCTYPE ROOT [<!ENTITY x SYSTEM "{uri}">]>', "&x;"
        ),
        "hidden-by-quotes": Charge(
            f'<!DOCTYPE ROOT [<!ENTITY y "]>"><!-- ]> --><!ENTITY x SYSTEM "{uri}">]>', "&x;"
        ),
        "twice": Charge(
            f'<!DOCTYPE ROOT><!DOCTYPE ROOT [<!ENTITY x SYSTEM "{uri}">]>', "&x;"
        ),
        "utf-7": Charge(
            f'<!DOCTYPE ROOT [<!ENTITY x SYSTEM "{uri}">]>', "&x;", declared="utf-7",
            encode=_utf_7,
        ),
        "utf-16": _encoded("utf-16", uri),
        "utf-16-be-unmarked": _encoded("utf-16-be", uri),
        "utf-16-le-unmarked": _encoded("utf-16-le", uri),
        "utf-32": _encoded("utf-32", uri),
        "ebcdic": _encoded("cp037", uri),
    }  # fmt: skip


def _encoded(encoding: str, uri: str) -> Charge:
    return Charge(
        f'<!DOCTYPE ROOT [<!ENTITY x SYSTEM "{uri}">]>',
        "&x;",
        declared="ebcdic-cp-us" if encoding == "cp037" else encoding[:6],
        encode=lambda words: words.encode(encoding, "xmlcharrefreplace"),
    )


def _utf_7(words: str) -> bytes:
    head, end, rest = words.partition("?>")
    return (head + end).encode() + rest.replace("<", "+ADw-").replace("&", "+ACY-").encode("utf-8")


def _swelling() -> dict[str, Charge]:
    """Attacks that want memory or time."""
    return {
        "laughs": Charge(_laughs(12), "&a11;"),
        "laughs-wide": Charge(_laughs(4, 2_000), "&a3;"),
        "laughs-in-attribute": Charge(_laughs(12), '<span title="&a11;">Words.</span>'),
        "laughs-parameter": Charge(
            '<!DOCTYPE ROOT [<!ENTITY % a0 "ha">'
            + "".join(f"<!ENTITY % a{n} '{f'%a{n - 1};' * 10}'>" for n in range(1, 12))
            + "%a11;]>"
        ),
        "laughs-by-known-name": Charge(
            _laughs(12).replace("<!ENTITY a11", "<!ENTITY nbsp"), "One&nbsp;word."
        ),
        "laughs-utf-16": Charge(
            _laughs(12), "&a11;", declared="utf-16", encode=partial(str.encode, encoding="utf-16")
        ),
        "quadratic": Charge(
            f'<!DOCTYPE ROOT [<!ENTITY a "{"x" * 50_000}">]>', "&a;" * 20_000
        ),
        "quadratic-attribute": Charge(
            f'<!DOCTYPE ROOT [<!ENTITY a "{"x" * 50_000}">]>',
            f'<span title="{"&a;" * 20_000}">Words.</span>',
        ),
        "recursive": Charge('<!DOCTYPE ROOT [<!ENTITY a "&b;"><!ENTITY b "&a;">]>', "&a;"),
        "of-itself": Charge('<!DOCTYPE ROOT [<!ENTITY a "&a;">]>', "&a;"),
        "many-declarations": Charge(
            "<!DOCTYPE ROOT ["
            + "".join(f'<!ENTITY e{n} "x"><!ELEMENT l{n} ANY>' for n in range(100_000))
            + "]>"
        ),
        "content-model": Charge(
            f"<!DOCTYPE ROOT [<!ELEMENT ROOT ({'(a?,b?)*,' * 500}c)>]>"
        ),
        "nested": Charge(words="<p>" * 100_000 + "Words." + "</p>" * 100_000),
        "nested-unclosed": Charge(words="<p>" * MEGA),
        "nested-spans": Charge(words="<span>" * 5_000 + "Words." + "</span>" * 5_000),
        "wide": Charge(words="<p/>" * 500_000),
        "long-attribute": Charge(attributes=f'title="{"x" * 12 * MEGA}"'),
        "many-attributes": Charge(attributes=" ".join(f'x{n}="1"' for n in range(200_000))),
        "same-attribute": Charge(attributes='title="1" ' * 50_000),
        "many-namespaces": Charge(
            attributes=" ".join(f'xmlns:n{n}="u:{n}"' for n in range(50_000))
        ),
        "nested-namespaces": Charge(
            words="".join(f'<p xmlns:n{n}="u:{n}">' for n in range(200)) + "x" + "</p>" * 200
        ),
        "endless-namespace": Charge(attributes=f'xmlns:n="{"x" * 9 * MEGA}"'),
        "unbound-prefix": Charge(words="<q:q>Words.</q:q>" * 50_000),
        "long-name": Charge(words=f"<{'x' * MEGA}/>"),
        "long-comment": Charge(words=f"<!--{'x' * 12 * MEGA}-->Words."),
        "long-instruction": Charge(words=f"<?x {'x' * 12 * MEGA}?>Words."),
        "long-cdata": Charge(words=f"<![CDATA[{'x' * 12 * MEGA}]]>"),
        "open-cdata": Charge(words="<![CDATA[ Words."),
        "long-text": Charge(words="x" * 15 * MEGA),
        "long-reference": Charge(words=f"&#x{'0' * MEGA}41;"),
        "no-letter": Charge(words="&#0;&#xFFFF;&#x110000;&#99999999999999999999;"),
        "many-references": Charge(words="&#65;" * MEGA),
        "unknown-references": Charge(words="&unknown;" * 300_000),
        "unknown-encoding": Charge(declared="x-evil"),
        "wrong-encoding": Charge(declared="utf-16"),
        "long-declaration": Charge(declared="u" * MEGA),
        "comments-of-dashes": Charge(words="<!-- " + "- " * 500_000 + "-->Words."),
        "open-brackets": Charge(words="<" * 500_000),
        "ampersands": Charge(words="&" * 500_000),
    }  # fmt: skip


# Hosts ---------------------------------------------------------------------------------------


def _xml(root: str, template: str, charge: Charge) -> bytes:
    """A document whose template has places for words and for attributes."""
    whole = (
        f'<?xml version="1.0" encoding="{charge.declared}"?>{charge.before}'
        f"{charge.doctype.replace('ROOT', root)}{template}"
    )
    element = f"<span {charge.attributes}>{charge.words}</span>" if charge.attributes else ""
    return charge.encode(whole.replace(MARK, element or charge.words))


def _rss(charge: Charge) -> bytes:
    item = (
        f"<item><title>Ferry {MARK}</title><link>https://x.example/1</link><description>{MARK}"
        "</description></item>"
    )
    return _xml(
        "rss", f'<rss version="2.0"><channel><title>X</title>{item}</channel></rss>', charge
    )


def _atom(charge: Charge) -> bytes:
    entry = (
        "<entry><title>Ferry</title><id>urn:x:1</id><content type='xhtml'>"
        f"<div xmlns='http://www.w3.org/1999/xhtml'>{MARK}</div></content></entry>"
    )
    whole = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>X</title>{entry}</feed>'
    return _xml("feed", whole, charge)


def _opml(charge: Charge) -> bytes:
    whole = f'<opml version="2.0"><head><title>{MARK}</title></head><body/></opml>'
    return _xml("opml", whole, charge)


def _newsml(charge: Charge) -> bytes:
    item = vendors.newsml_item(vendors.Story(body=(MARK, "The ferry stayed.")))
    whole = f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{item}</itemSet>'
    return _xml("newsMessage", f"{whole}</newsMessage>", charge)


def _nitf(charge: Charge) -> bytes:
    whole = vendors.nitf(vendors.Story(body=(MARK, "The ferry stayed.")), declared=False)
    return _xml("nitf", whole, charge)


def _page(charge: Charge) -> bytes:
    whole = (
        f"<html xmlns='http://www.w3.org/1999/xhtml'><head><title>Ferry</title></head><body><p>"
        f"{MARK}</p><p>{BODY[:300]}</p></body></html>"
    )
    return _xml("html", whole, charge)


def _with_part(whole: bytes, name: str, content: bytes) -> bytes:
    """A packed document with another part, stored as it is: so it reaches the parser."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(made, "w") as new:
        for one in old.namelist():
            new.writestr(one, content if one == name else old.read(one))
    return made.getvalue()


def _bare(text: str) -> str:
    """A document without its XML declaration."""
    return text[text.index("?>") + 2 :] if text.startswith("<?xml") else text


def _docx(charge: Charge) -> bytes:
    whole = vendors.docx_of([MARK, "The ferry stayed."])
    part = "word/document.xml"
    text = zipfile.ZipFile(io.BytesIO(whole)).read(part).decode()
    # The words of a paragraph are cut into runs there.
    half = len(MARK) // 2
    start, end = text.index(MARK[:half]), text.index(MARK[half:]) + len(MARK) - half
    return _with_part(
        whole, part, _xml("w:document", _bare(text[:start] + MARK + text[end:]), charge)
    )


def _docx_properties(charge: Charge) -> bytes:
    whole, part = vendors.docx_of([BODY]), "docProps/core.xml"
    text = zipfile.ZipFile(io.BytesIO(whole)).read(part).decode()
    at = text.index("</cp:coreProperties>")
    text = _bare(f"{text[:at]}<dc:subject>{MARK}</dc:subject>{text[at:]}")
    return _with_part(whole, part, _xml("cp:coreProperties", text, charge))


def _odt(charge: Charge) -> bytes:
    text = _bare(odt.content(*odt.paragraphs(f"{MARK}\n\nThe ferry stayed.")))
    whole = odt.document(odt.content(), **{"meta.xml": odt.META})
    return _with_part(whole, "content.xml", _xml("office:document-content", text, charge))


def _ods(charge: Charge) -> bytes:
    whole = sheets.ods([["Headline", "Text"], ["Ferry", MARK]])
    text = zipfile.ZipFile(io.BytesIO(whole)).read("content.xml").decode()
    return _with_part(whole, "content.xml", _xml("office:document-content", text, charge))


def _xlsx(charge: Charge) -> bytes:
    whole = sheets.xlsx({"A": [*ROWS, ["Ferry", MARK, "2024-12-14", "X"]]})
    part = "xl/worksheets/sheet1.xml"
    text = zipfile.ZipFile(io.BytesIO(whole)).read(part).decode()
    return _with_part(whole, part, _xml("worksheet", text, charge))


def _epub_part(part: str, root: str, charge: Charge) -> bytes:
    facts = epub.FACTS.replace("Harbours in winter", MARK)
    whole = epub.book({"a.xhtml": epub.chapter("Noon", f"{MARK}\n\n{BODY}")}, facts=facts)
    text = zipfile.ZipFile(io.BytesIO(whole)).read(part).decode()
    return _with_part(whole, part, _xml(root, _bare(text), charge))


HOSTS: dict[str, tuple[str, Callable[[Charge], bytes]]] = {
    "rss": (".rss", _rss),
    "atom": (".atom", _atom),
    "opml": (".opml", _opml),
    "newsml": (".xml", _newsml),
    "nitf": (".xml", _nitf),
    "xhtml": (".xhtml", _page),
    "docx": (".docx", _docx),
    "docx-properties": (".docx", _docx_properties),
    "odt": (".odt", _odt),
    "ods": (".ods", _ods),
    "xlsx": (".xlsx", _xlsx),
    "epub-page": (".epub", partial(_epub_part, "OEBPS/a.xhtml", "html")),
    "epub-package": (".epub", partial(_epub_part, "OEBPS/content.opf", "package")),
}


def charges(secret: Path, web: str) -> dict[str, Charge]:
    """All attacks; a DTD with the canary is laid beside the secret."""
    outside = secret.with_suffix(".dtd")
    outside.write_text(f'<!ENTITY s "{CANARY}">', encoding="utf-8")
    return {**_reading(secret, outside, web), **_swelling()}


def every_attack(web: str, secret: Path) -> Iterator[Attack]:
    for name, charge in charges(secret, web).items():
        for host, (ending, make) in HOSTS.items():
            yield Attack(host, f"{name}{ending}", partial(make, charge))


class Door:
    """A machine on loopback that stands for the world and counts who knocks."""

    def __init__(self) -> None:
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        self.knocks = 0
        threading.Thread(target=self._wait, daemon=True).start()

    def _wait(self) -> None:
        while True:
            self._listening.accept()[0].close()
            self.knocks += 1


def main() -> int:
    door = Door()
    failed = attacks.run("xml", __doc__, partial(every_attack, door.address))
    print(f"{door.knocks} connections.")
    return 1 if failed or door.knocks else 0


if __name__ == "__main__":
    sys.exit(main())
