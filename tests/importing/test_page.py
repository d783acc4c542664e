from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from workstation.domain.article import Draft, Published
from workstation.domain.dating import doubt
from workstation.errors import Refused
from workstation.importing.page_facts import without_site

ReadOne = Callable[..., Draft]
PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>
<nav><a href="/">Home</a> <a href="/sea">Sea</a></nav>
<main><article><h1>Ferry stays in harbour</h1>{byline}{body}</article></main>
<aside><h3>Most read</h3><ul><li><a href="/1">Tea is dear</a></li></ul></aside>
<footer>© Island Post. We use cookies.</footer></body></html>"""


def page(
    body: str, head: str = "", title: str = "Ferry stays in harbour | Island Post", byline: str = ""
) -> bytes:
    paragraphs = "".join(f"<p>{paragraph}</p>\n" for paragraph in body.split("\n\n"))
    return PAGE.format(title=title, head=head, body=paragraphs, byline=byline).encode()


def meta(**tags: str) -> str:
    return "".join(
        f'<meta property="{name.replace("__", ":")}" content="{value}">'
        for name, value in tags.items()
    )


def linked(**facts: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(facts)}</script>'


def test_the_article_is_found_without_menus_and_footers(read_one: ReadOne, body: str) -> None:
    draft = read_one(page(body), "x.html")
    assert draft.text == body
    assert (draft.title, draft.title_derived) == ("Ferry stays in harbour", False)
    assert draft.language == "en"
    assert draft.published is None


def test_linked_data_goes_before_meta_tags(read_one: ReadOne, body: str) -> None:
    head = meta(
        og__title="Another title", og__site_name="Another Post",
        article__published_time="2020-01-01T00:00:00Z", og__url="https://another.example/x",
    ) + linked(**{
        "@type": "NewsArticle", "headline": "Ferry stays in harbour after all",
        "datePublished": "2024-12-14T16:20:00+02:00", "author": [{"name": "Mira Voss"}, "Jon Bell"],
        "publisher": {"@type": "Organization", "name": "Island Post"},
        "url": "https://island-post.example/ferry",
    })  # fmt: skip
    draft = read_one(page(body, head), "x.html")
    assert draft.title == "Ferry stays in harbour after all"
    assert (draft.outlet, draft.author) == ("Island Post", "Mira Voss, Jon Bell")
    assert draft.url == "https://island-post.example/ferry"
    assert draft.published is not None
    assert draft.published.instant == datetime(2024, 12, 14, 14, 20, tzinfo=UTC)
    assert draft.published.source == "json-ld"


def test_a_graph_of_linked_data_is_followed(read_one: ReadOne, body: str) -> None:
    head = linked(**{
        "@graph": [
            {"@type": "WebSite", "@id": "#site", "name": "Island Post"},
            {"@type": ["Article", "NewsArticle"], "headline": "Ferry",
             "publisher": {"@id": "#site"}},
        ]
    })  # fmt: skip
    draft = read_one(page(body, head), "x.html")
    assert (draft.title, draft.outlet) == ("Ferry", "Island Post")


@pytest.mark.parametrize(
    "broken",
    [
        "{",
        "[" * 100_000,
        '{"@type": "NewsArticle", "author": 7, "headline": {"a": []}}',
        "null",
        '"x"',
    ],
)
def test_broken_linked_data_is_passed_over(read_one: ReadOne, body: str, broken: str) -> None:
    head = f'<script type="application/ld+json">{broken}</script>'
    draft = read_one(page(body, head), "x.html")
    assert draft.text == body
    assert draft.title == "Ferry stays in harbour"


def test_meta_tags_are_the_second_choice(read_one: ReadOne, body: str) -> None:
    head = meta(
        og__title="Ferry stays in harbour - Island Post", og__site_name="Island Post",
        article__published_time="2024-12-14", author="By Mira Voss",
        og__url="https://p.example/x",
    ) + '<link rel="canonical" href="/ferry">'  # fmt: skip
    draft = read_one(page(body, head), "x.html")
    assert (draft.title, draft.outlet, draft.author) == (
        "Ferry stays in harbour",
        "Island Post",
        "Mira Voss",
    )
    assert draft.url == "https://p.example/ferry"
    assert draft.published is not None
    assert (draft.published.day, draft.published.source) == (
        date(2024, 12, 14),
        "meta article:published_time",
    )


def test_a_visible_byline_is_the_third_choice(read_one: ReadOne, body: str) -> None:
    line = '<p class="byline">By Mira Voss, 14 December 2024</p>'
    draft = read_one(page(body, byline=line), "x.html")
    assert draft.author == "Mira Voss"
    assert draft.published is not None
    assert draft.published.day == date(2024, 12, 14)


def test_a_day_in_the_address_is_the_last_choice(read_one: ReadOne, body: str) -> None:
    head = '<link rel="canonical" href="https://p.example/2024/12/14/ferry">'
    draft = read_one(page(body, head), "x.html")
    assert draft.published is not None
    assert (draft.published.day, draft.published.source) == (date(2024, 12, 14), "address")


@pytest.mark.parametrize(
    ("day", "line", "source"),
    [
        (date(2024, 12, 12), "dateline", "dateline, another day in the address"),
        (date(2024, 12, 14), "dateline", "dateline"),
        (date(2024, 12, 12), "byline", "byline, another day in the address"),
        (date(2024, 12, 14), "byline", "byline"),
    ],
)
def test_a_day_in_the_text_goes_before_that_of_the_address_and_both_are_compared(
    read_one: ReadOne, body: str, day: date, line: str, source: str
) -> None:
    head = '<link rel="canonical" href="https://p.example/2024/12/14/ferry">'
    written = f"{day.day} December 2024"
    raw = (
        page(f"PORTO, {written} (Halyard Wire) – {body}", head)
        if line == "dateline"
        else page(body, head, byline=f'<p class="byline">By Mira Voss, {written}</p>')
    )
    draft = read_one(raw, "x.html")
    assert draft.published == Published.on(day, source)
    assert bool(doubt(draft.published)) is (day != date(2024, 12, 14))


@pytest.mark.parametrize(("day", "sure"), [("2023/12/05", True), ("2023/12/06", False)])
def test_the_address_tells_the_year_of_a_day_without_one(
    read_one: ReadOne, body: str, day: str, sure: bool
) -> None:
    comment = (
        f"<!-- Page saved with SingleFile \n url: https://p.example/{day}/ferry \n"
        " saved date: Sat Dec 14 2024 16:20:11 GMT+0100 (Central European Standard Time) -->"
    )
    raw = page(f"PORTO, Dec. 5 (Halyard Wire) – {body}")
    draft = read_one(raw.replace(b"<head>", f"<head>{comment}".encode()), "x.html")
    assert draft.published is not None
    assert draft.published.day == date(2023 if sure else 2024, 12, 5)
    assert (draft.published.source == "dateline") is sure


def test_days_of_other_stories_are_not_the_articles(read_one: ReadOne, body: str) -> None:
    text = body + "\n\nThe last time this happened was on 3 March 2019, when it snowed for a day."
    assert read_one(page(text), "x.html").published is None


def test_a_browser_tells_where_and_when_it_saved_a_page(read_one: ReadOne, body: str) -> None:
    comment = (
        "<!-- Page saved with SingleFile \n url: https://p.example/ferry \n"
        " saved date: Sat Dec 14 2024 16:20:11 GMT+0100 (Central European Standard Time) -->"
    )
    raw = page(body).replace(b"<head>", f"<head>{comment}".encode())
    draft = read_one(raw, "x.html")
    assert draft.url == "https://p.example/ferry"
    assert draft.captured == datetime(2024, 12, 14, 15, 20, 11, tzinfo=UTC)
    assert draft.published is None


@pytest.mark.parametrize("declared", [True, False])
def test_a_page_in_an_old_encoding_is_read(read_one: ReadOne, declared: bool) -> None:
    paragraph = "Паром на остров в понедельник не ушёл, потому что капитан потерял ключи. " * 3
    html = page(paragraph.strip(), title="Паром").decode()
    raw = html.replace(
        '<meta charset="utf-8">', '<meta charset="windows-1251">' if declared else ""
    )
    draft = read_one(raw.encode("cp1251"), "x.html")
    assert draft.text == paragraph.strip()
    assert bool(draft.notes) is not declared


def test_scripts_and_tags_never_reach_the_text(read_one: ReadOne, body: str) -> None:
    evil = body.replace("ferry", "ferry<script>alert(1)</script><img src=x onerror=alert(2)>", 1)
    draft = read_one(page(evil), "x.html")
    assert draft.text == body


def test_a_page_without_an_article_is_refused(read_one: ReadOne) -> None:
    with pytest.raises(Refused, match="No article") as refused:
        read_one(b"<!DOCTYPE html><html><body><p>Accept cookies?</p></body></html>", "x.html")
    assert refused.value.code == "no-article"


@pytest.mark.parametrize(
    "raw",
    [
        b"<html><body>" + b"<div>" * 50_000 + b"ferry",
        b"<html><body>" + b"<table><tr><td>" * 3_000 + b"ferry",
        b"<html><body><p>" + b"&amp;" * 100_000,
        b"<html>" + b"<b a='" * 20_000,
        b"<html><body>" + bytes(range(128, 256)) * 400,
        b"<html><!--" + b"-" * 100_000,
    ],
)
def test_a_malformed_page_comes_to_a_verdict(read: Callable[..., list[Draft]], raw: bytes) -> None:
    try:
        drafts = read(raw, "x.html")
    except Refused as refused:
        assert refused.what_happened  # noqa: PT017 - either outcome is a verdict
    else:
        assert drafts


def test_a_page_of_countless_elements_is_refused(read_one: ReadOne) -> None:
    with pytest.raises(Refused, match="elements"):
        read_one(b"<html><body>" + b"<i>x</i>" * 250_000, "x.html")


@pytest.mark.parametrize(
    ("title", "site", "bare"),
    [
        ("Ferry stays | Island Post", "Island Post", "Ferry stays"),
        ("Ferry stays | Sea | Island Post", "The Island Post", "Ferry stays | Sea"),
        ("Ferry stays :: Island Post", "Island Post", "Ferry stays"),
        ("Island Post - Ferry stays", "Island Post", "Ferry stays"),
        ("Ferry – and keys – stay", "Island Post", "Ferry – and keys – stay"),
        ("Ferry stays", "", "Ferry stays"),
        ("Island-Post.example", "island-post", "Island-Post.example"),
    ],
)
def test_the_name_of_the_site_is_no_part_of_a_title(title: str, site: str, bare: str) -> None:
    assert without_site(title, site) == bare


def test_a_page_with_a_swollen_tag_is_refused_at_once(read: Callable[..., list[Draft]]) -> None:
    # Its parser would compare each attribute with all before it.
    swollen = " ".join(f"x{n}" for n in range(200_000))
    with pytest.raises(Refused, match="attributes"):
        read(f"<html><body><p {swollen}>Words.</p></body></html>".encode(), "x.html")
