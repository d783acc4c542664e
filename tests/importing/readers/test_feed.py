from __future__ import annotations

import html
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.importing.readers.packing import LAUGHS, stealing
from workstation.domain.article import Draft
from workstation.errors import Refused

Read = Callable[..., list[Draft]]
ReadPartly = Callable[..., tuple[list[Draft], Refused | None]]

DECLARATION = '<?xml version="1.0" encoding="utf-8"?>'
WORDS = {
    "en": "The ferry did not leave on Monday, because the captain had lost his keys in the town.",
    "de": "Die Fähre fuhr am Montag nicht, weil der Kapitän seine Schlüssel verloren hatte.",
    "ru": "Паром в понедельник не ушёл, потому что капитан потерял свои ключи в городе.",
    "ar": "لم تغادر العبّارة يوم الاثنين لأن القبطان فقد مفاتيحه في المدينة القديمة.",
}


def markup(body: str) -> str:
    return "".join(f"<p>{part}</p>" for part in body.split("\n\n"))


def rss(*entries: str, start: str = DECLARATION) -> str:
    return (
        f'{start}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Island Post</title>'
        f"<link>https://island-post.example/</link><language>en-gb</language>{''.join(entries)}"
        "</channel></rss>"
    )


def entry(
    words: str = "",
    *,
    title: str = "Ferry stays in harbour",
    link: str = "https://island-post.example/2024/12/14/ferry",
    guid: str = "https://island-post.example/?p=77",
    date: str = "Sat, 14 Dec 2024 16:20:11 +0200",
    more: str = "",
) -> str:
    return (
        f"<item><title>{title}</title><link>{link}</link><guid>{guid}</guid>"
        f"<pubDate>{date}</pubDate><description>{html.escape(words)}</description>{more}</item>"
    )


def atom(*entries: str) -> str:
    return (
        f'{DECLARATION}<feed xmlns="http://www.w3.org/2005/Atom"><title>Island Post</title>'
        f"<id>https://island-post.example/feed</id>{''.join(entries)}</feed>"
    )


def test_each_entry_is_an_article_with_its_facts(read: Read, body: str) -> None:
    whole = f"<content:encoded>{html.escape(markup(body))}</content:encoded>"
    more = f"<dc:creator>Mira Voss</dc:creator>{whole}"
    raw = rss(
        entry("A ferry stays.", more=more),
        entry("Keys found.", title="Keys", guid="12", link="https://island-post.example/keys"),
    )
    first, second = read(raw.encode(), "2020-01-01.xml")
    assert first.text == body
    assert (first.title, first.outlet, first.author) == (
        "Ferry stays in harbour",
        "Island Post",
        "Mira Voss",
    )
    assert first.provider_id == "guid:https://island-post.example/?p=77"
    assert first.published is not None
    assert first.published.instant == datetime(2024, 12, 14, 14, 20, tzinfo=UTC)
    assert first.notes == ()
    assert (second.text, second.provider_id) == ("Keys found.", "guid:island-post.example:12")
    assert second.notes == ("Only the summary stands in the feed.",)


def test_a_guid_that_is_the_address_names_the_article_by_its_address(read: Read) -> None:
    link = "https://island-post.example/ferry"
    (draft,) = read(rss(entry("Words.", link=f"{link}?utm_source=rss", guid=link)).encode())
    assert (draft.provider_id, draft.url) == ("", f"{link}?utm_source=rss")


def test_an_entry_without_words_is_its_title(read: Read) -> None:
    (draft,) = read(rss(entry()).encode())
    assert draft.text == draft.title == "Ferry stays in harbour"
    assert draft.notes == ("Only the title and the address stand in the feed.",)


def test_an_entry_with_nothing_is_left_out_and_told(read_partly: ReadPartly) -> None:
    drafts, refused = read_partly(rss(entry("Words."), "<item/>").encode())
    assert len(drafts) == 1
    assert refused is not None
    assert "1 of 2 entries" in refused.what_happened


def test_markup_in_a_title_is_no_word(read: Read) -> None:
    title = html.escape("<b>Ferry</b> stays &amp; waits | Island Post")
    (draft,) = read(rss(entry("Words.", title=title)).encode())
    assert draft.title == "Ferry stays & waits"


def test_scripts_and_pictures_leave_nothing(read: Read) -> None:
    words = (
        "<p>Words.</p><script>evil()</script><img src='https://x.example/p.gif'><style>p{}</style>"
    )
    (draft,) = read(rss(entry(words)).encode())
    assert draft.text == "Words."


def test_an_aggregated_entry_names_its_own_outlet(read: Read) -> None:
    more = '<source url="https://shore.example">Shore Post</source>'
    (draft,) = read(rss(entry("Words.", title="Keys found - Shore Post", more=more)).encode())
    assert (draft.title, draft.outlet) == ("Keys found", "Shore Post")


def test_a_mail_address_is_no_author(read: Read) -> None:
    authors = ["post@x.example (Mira Voss)", "post@x.example"]
    raw = rss(
        *(entry("Words.", guid=str(n), more=f"<author>{a}</author>") for n, a in enumerate(authors))
    )
    assert [draft.author for draft in read(raw.encode())] == ["Mira Voss", ""]


def test_atom_with_its_kinds_of_text_is_read(read: Read, body: str) -> None:
    raw = atom(
        "<entry><id>tag:island-post.example,2024:77</id><title type='html'>Ferry &lt;i&gt;stays"
        "&lt;/i&gt;</title><link href='https://island-post.example/ferry'/>"
        "<author><name>Mira Voss</name></author><published>2024-12-14T16:20:11+02:00</published>"
        "<updated>2024-12-15T09:00:00Z</updated><content type='xhtml'>"
        f"<div xmlns='http://www.w3.org/1999/xhtml'>{markup(body)}</div></content></entry>"
        "<entry><id>tag:island-post.example,2024:78</id><title>Keys</title>"
        "<updated>2024-12-15</updated><summary>Keys were found.</summary></entry>"
    )
    first, second = read(raw.encode())
    assert (first.title, first.text, first.author) == ("Ferry stays", body, "Mira Voss")
    assert first.provider_id == "guid:tag:island-post.example,2024:77"
    assert first.published is not None
    assert first.published.instant == datetime(2024, 12, 14, 14, 20, tzinfo=UTC)
    assert second.published is not None
    assert second.published.day == date(2024, 12, 15)
    assert any("last change" in note for note in second.notes)


def test_the_first_rss_is_read(read: Read) -> None:
    raw = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<channel><title>Island Post</title></channel><item><title>Ferry</title>"
        "<link>https://island-post.example/ferry</link><description>Words.</description>"
        "<dc:date>2024-12-14T16:20:00+02:00</dc:date></item></rdf:RDF>"
    )
    (draft,) = read(raw.encode())
    assert (draft.title, draft.outlet, draft.text) == ("Ferry", "Island Post", "Words.")
    assert draft.published is not None
    assert draft.published.precision == "minute"


@pytest.mark.parametrize(
    ("encoding", "declared", "language"),
    [
        ("utf-8", "utf-8", "ar"),
        ("utf-16", "utf-16", "ru"),
        ("cp1251", "windows-1251", "ru"),
        ("iso-8859-1", "iso-8859-1", "de"),
        ("utf-8", "iso-8859-1", "ru"),
        ("cp1252", "utf-8", "de"),
    ],
)
def test_encodings_are_read_even_where_they_are_misdeclared(
    read: Read, encoding: str, declared: str, language: str
) -> None:
    start = f'<?xml version="1.0" encoding="{declared}"?>'
    raw = rss(entry(WORDS[language] * 3, title=WORDS[language][:30]), start=start)
    (draft,) = read(raw.encode(encoding))
    assert (draft.text, draft.language) == (WORDS[language] * 3, language)


@pytest.mark.parametrize("broken", ["<br>", "&nbsp;&euro;", "a & b", "<p>", "\x0b"])
def test_a_malformed_feed_is_read_all_the_same(read: Read, broken: str) -> None:
    raw = rss(entry("Words one."), entry("Words two.", guid="2")).replace(
        "<item>", f"<item>{broken}", 1
    )
    drafts = read(raw.encode())
    assert [draft.text for draft in drafts] == ["Words one.", "Words two."]


@pytest.mark.parametrize(
    "start", ["\ufeff" + DECLARATION, "\n\n", "<!-- made by hand -->", "<!DOCTYPE rss>"]
)
def test_what_stands_before_the_feed_does_not_hide_it(read: Read, start: str) -> None:
    assert len(read(rss(entry("Words."), start=start).encode())) == 1


def test_a_feed_cannot_pull_in_other_files(read: Read, tmp_path: Path) -> None:
    secret = tmp_path / "canary.txt"
    secret.write_text("CANARY")
    start = DECLARATION + stealing(secret.as_uri())
    (draft,) = read(rss(entry("Words.", title="Ferry &x;"), start=start).encode())
    assert "CANARY" not in draft.title + draft.text


def test_billions_of_laughs_stay_one(read: Read) -> None:
    (draft,) = read(rss(entry("Words.", title="Ferry &a11;"), start=DECLARATION + LAUGHS).encode())
    assert len(draft.title) < 50


def test_a_list_of_feeds_is_refused_with_words(read: Read) -> None:
    raw = f'{DECLARATION}<opml version="2.0"><body><outline xmlUrl="https://x.example"/></body></opml>'
    with pytest.raises(Refused, match="list of feeds") as refused:
        read(raw.encode(), "x.opml")
    assert refused.value.code == "list-of-feeds"


def test_a_feed_without_entries_is_refused(read: Read) -> None:
    with pytest.raises(Refused, match="no entries"):
        read(rss().encode())


def test_damage_is_refused(damage_is_refused: Callable[..., None], body: str) -> None:
    damage_is_refused(rss(entry(markup(body)), entry(body, guid="2")).encode(), "x.xml")


@pytest.mark.parametrize("words", ["<p>" * 500_000, "<p " + "x='1' " * 200_000 + "/>"])
def test_a_feed_of_endless_tags_is_refused_at_once(read: Read, words: str) -> None:
    with pytest.raises(Refused, match=r"tags|attributes"):
        read(rss(f"<item><title>Ferry</title><description>{words}</description></item>").encode())
