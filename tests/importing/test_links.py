from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Event
from zipfile import ZipFile

import pytest

from tests.importing.conftest import BODY, FOREIGN
from tests.importing.site import Site
from workstation.domain.article import Article, Draft, Published
from workstation.domain.progress import Progress
from workstation.domain.selection import Selection
from workstation.errors import LibraryReadOnly
from workstation.importing.fetching import Fetcher
from workstation.importing.importer import resume
from workstation.importing.links import import_links
from workstation.importing.options import Options, Source
from workstation.library import corpus, ledger, originals
from workstation.library.library import Library

pytestmark = pytest.mark.usefixtures("children_do_not_run_pytest")

HERE = Fetcher(allowed=lambda address: address.is_loopback)


def article(title: str, *, canonical: str = "") -> bytes:
    head = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    paragraphs = "".join(f"<p>{words}</p>" for words in BODY.split("\n\n"))
    page = f"<html><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>"
    return f"{page}{paragraphs}</article></body></html>".encode()


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    yield made
    made.close()


def held(library: Library) -> list[Article]:
    with library.read() as reading:
        return corpus.articles(reading, Selection(), order="oldest")


def test_a_link_becomes_an_article_with_its_address_its_day_and_its_original(
    library: Library, site: Site
) -> None:
    page = article("Ferry stays in harbour")
    address = site.page("/2024/12/14/ferry", page)
    (entry,) = import_links(library, [address], fetcher=HERE)
    assert (entry.file, entry.verdict, entry.reader) == (address, "imported", "html 1")
    (one,) = held(library)
    assert one.title == "Ferry stays in harbour"
    assert one.url == address
    assert one.day == date(2024, 12, 14)
    assert originals.path(library, entry.sha256).read_bytes() == page


def test_a_page_is_in_the_encoding_that_its_server_said(library: Library, site: Site) -> None:
    def page(words: str, said: str) -> bytes:
        head = f'<html><head><meta charset="{said}"><title>A</title></head><body><article><p>'
        return f"{head}{words * 9}</p></article></body></html>".encode(name)

    links = []
    for name, words in FOREIGN.items():
        # The page was moved from a server that wrote otherwise, or says nothing.
        for said in ("koi8-r", ""):
            kind = f"text/html; charset={name}"
            links.append(site.page(f"/{name}/{said}", page(words, said), kind))
    plain = FOREIGN["GBK"].encode("gbk")
    links.append(site.page("/plain.txt", plain, "text/plain; charset=gb2312"))
    entries = import_links(library, links, fetcher=HERE, jobs=1)
    with library.read() as reading:
        texts = [corpus.body(reading, entry.articles[0]).text for entry in entries]
    assert texts == [words * 9 for words in FOREIGN.values() for _ in range(2)] + [FOREIGN["GBK"]]
    assert not any(entry.details for entry in entries)


def test_the_address_of_an_article_is_where_its_page_was_found_in_the_end(
    library: Library, site: Site
) -> None:
    address = site.page("/2024/12/14/ferry", article("Ferry stays in harbour"))
    (entry,) = import_links(library, [site.leads("/short", address)], fetcher=HERE)
    assert entry.file == site.address("/short")
    assert held(library)[0].url == address


def test_the_same_link_again_is_a_duplicate_and_a_changed_page_a_new_version(
    library: Library, site: Site
) -> None:
    address = site.page("/ferry", article("Ferry stays in harbour"))
    import_links(library, [address, address], fetcher=HERE)
    assert len(site.asked) == 1
    assert import_links(library, [address], fetcher=HERE)[0].verdict == "duplicate"
    site.page("/ferry", article("Ferry stays in harbour").replace(b"forty", b"fifty"))
    assert import_links(library, [address], fetcher=HERE)[0].verdict == "imported"
    assert [one.version for one in held(library)] == [2]


def test_each_address_has_its_row_also_where_nothing_was_fetched(
    library: Library, site: Site
) -> None:
    links = [
        "ftp://news.example/", "https://me:secret@news.example/", site.address("/nowhere"),
        site.page("/ferry", article("Ferry stays in harbour")),
        site.page("/picture", b"\x89PNG", "image/png"), site.page("/empty", b""),
    ]  # fmt: skip
    entries = import_links(library, links, fetcher=HERE)
    assert {entry.file: entry.code for entry in entries} == {
        "ftp://news.example/": "address",
        "https://…@news.example/": "address",
        site.address("/nowhere"): "http-404",
        site.address("/ferry"): "",
        site.address("/picture"): "content-type",
        site.address("/empty"): "empty",
    }
    with library.read() as reading:
        assert sorted(ledger.entries(reading), key=lambda e: e.id) == entries
    assert "secret" not in Path(library.where, "library.sqlite").read_text(errors="replace")


def test_machines_of_ones_own_are_not_asked_unless_somebody_says_so(
    library: Library, site: Site
) -> None:
    (entry,) = import_links(library, [site.page("/", article("Ferry"))])
    assert (entry.verdict, entry.code) == ("refused", "private")
    assert site.asked == []


def test_what_was_fetched_before_a_stop_is_read_the_next_time(library: Library, site: Site) -> None:
    stop = Event()
    links = [site.page(f"/{n}", article(f"Ferry number {n}")) for n in range(3)]

    def tell(progress: Progress) -> None:
        if progress.done == 1:
            stop.set()

    assert import_links(library, links, fetcher=HERE, tell=tell, cancelled=stop) == []
    assert len(site.asked) == 1
    (entry,) = resume(library)
    assert (entry.verdict, entry.file) == ("imported", links[0])
    assert held(library)[0].url == links[0]


def test_what_the_user_says_goes_with_a_link_too(library: Library, site: Site) -> None:
    said = Options(outlet="Shore Post", published=date(2025, 1, 2))
    import_links(library, [site.page("/x", article("Ferry"))], fetcher=HERE, options=said)
    (one,) = held(library)
    assert (one.outlet, one.day) == ("Shore Post", date(2025, 1, 2))


def test_a_library_that_can_only_be_read_asks_nobody(library: Library, site: Site) -> None:
    address = site.page("/", article("Ferry"))
    library.close()
    with (
        Library.open(library.where, writing=False) as closed,
        pytest.raises(LibraryReadOnly),
    ):
        import_links(closed, [address], fetcher=HERE)
    assert site.asked == []


THEN = datetime(2024, 12, 20, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("address", "named", "kept"),
    [
        ("https://www.post.example/a?x=1", "https://post.example/a", "https://post.example/a"),
        ("https://m.post.example/a", "https://www.post.example/a", "https://www.post.example/a"),
        ("https://post.example/a", "https://post.example/", "https://post.example/a"),
        ("https://post.example/a", "https://wire.example/b", "https://post.example/a"),
        ("https://post.example/a", "", "https://post.example/a"),
    ],
)
def test_a_page_names_itself_but_no_page_of_somebody_elses(
    address: str, named: str, kept: str
) -> None:
    draft = Source(address, THEN, "a").complete(Draft("Text.", url=named), "html 1")
    assert draft.url == kept
    assert draft.captured == THEN


def test_articles_of_a_feed_keep_the_addresses_it_gives_them() -> None:
    feed = Source("https://post.example/2024/12/14/feed", THEN, "feed.xml")
    draft = feed.complete(Draft("Text.", url="https://wire.example/b"), "feed 1")
    assert draft.url == "https://wire.example/b"
    assert draft.published is None


@pytest.mark.parametrize("reader", ["mbox 1", "nexis 1", "table 2", "feed 1", ""])
def test_the_address_of_many_articles_is_that_of_none(reader: str) -> None:
    source = Source("https://post.example/all", THEN, "all")
    assert source.complete(Draft("Text."), reader).url == ""
    assert source.complete(Draft("Text."), reader).captured == THEN


@pytest.mark.parametrize("reader", ["html 1", "pdf 3", "text 1", "docx 2"])
def test_the_address_of_one_article_is_its_own(reader: str) -> None:
    source = Source("https://post.example/one", THEN, "one")
    assert source.complete(Draft("Text."), reader).url == "https://post.example/one"


@pytest.mark.usefixtures("children_do_not_run_pytest")
def test_articles_of_an_archive_behind_a_link_stay_apart(
    library: Library, site: Site, tmp_path: Path
) -> None:
    with ZipFile(tmp_path / "two.zip", "w") as packed:
        for n in range(2):
            packed.writestr(f"{n}.txt", f"Ferry number {n}\n\n{BODY.replace('forty', str(n))}\n")
    address = site.page("/two", (tmp_path / "two.zip").read_bytes(), "application/zip")
    entries = import_links(library, [address], fetcher=HERE)
    assert {entry.verdict for entry in entries} == {"imported"}
    assert [(one.title, one.url) for one in held(library)] == [
        ("Ferry number 0", ""), ("Ferry number 1", ""),
    ]  # fmt: skip


def test_the_day_in_an_address_comes_after_what_the_page_says() -> None:
    source = Source("https://post.example/2024/12/14/a", THEN, "a.html")
    assert source.complete(Draft("Text."), "html 1").published == Published.on(
        date(2024, 12, 14), "address"
    )
    said = Published.on(date(2024, 12, 13), "json-ld")
    assert source.complete(Draft("Text.", published=said), "html 1").published == said


def test_the_day_of_an_address_that_was_not_the_pages_own_goes_with_it() -> None:
    source = Source("https://post.example/2024/12/14/one", THEN, "a")
    foreign = "https://elsewhere.example/2020/01/01/one"
    told = Published.on(date(2020, 1, 1), "address")
    found = source.complete(Draft("Text.", url=foreign, published=told), "html 1")
    assert found.published == Published.on(date(2024, 12, 14), "address")
    said = Published.on(date(2024, 12, 12), "dateline")
    found = source.complete(Draft("Text.", published=said), "html 1")
    assert found.published == Published.on(said.day, "dateline, another day in the address")
