from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.domain.article import FROM_ADDRESS, Draft
from workstation.domain.names import fold
from workstation.importing.options import Source
from workstation.importing.outlets import Told, names_at, outlet_of
from workstation.importing.wrapped import original_address
from workstation.resources import resource

REGISTER = json.loads(resource("outlets", "outlets.json").read_bytes())
THEN = datetime(2024, 12, 14, 16, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://www.bbc.co.uk/news/world-1", "BBC News"),
        ("https://www.bbc.com/news/world-1", "BBC News"),
        ("https://www.bbc.com/arabic/articles/x", "BBC News عربي"),
        ("https://edition.cnn.com/2024/12/14/x", "CNN"),
        ("https://arabic.cnn.com/x", "CNN Arabic"),
        ("https://m.lenta.ru/news/x", "Lenta.ru"),
        ("https://amp.theguardian.com/world/x", "The Guardian"),
        ("https://notbbc.co.uk/x", "notbbc.co.uk"),
        ("https://www.island-post.example/x", "island-post.example"),
        ("https://m.island-post.example:8080/x", "island-post.example"),
        ("https://news.google.com/rss/articles/x", ""),
        ("https://t.me/island/7", ""),
        ("http://127.0.0.1:8000/x", ""),
        ("http://[::1]/x", ""),
        ("http://localhost/x", ""),
        ("https://[broken/x", ""),
        ("", ""),
    ],
)
def test_where_nothing_names_an_outlet_the_address_does(address: str, name: str) -> None:
    told = outlet_of("", address)
    known = not name.endswith((".example", "notbbc.co.uk"))
    assert told == Told(name, FROM_ADDRESS if name else "", known)


@pytest.mark.parametrize(
    ("said", "address", "name"),
    [
        ("BBC News", "", "BBC News"),
        ("bbc.co.uk", "", "BBC News"),
        ("https://www.bbc.co.uk/", "", "BBC News"),
        ("BBC", "https://x.example/a", "BBC News"),
        ("new york  times", "", "The New York Times"),
        ("World news | The Guardian", "https://www.theguardian.com/x", "The Guardian"),
        ("World news | The Guardian", "", "World news | The Guardian"),
        ("Guardian", "", "Guardian"),
        ("The Observer", "https://www.theguardian.com/x", "The Observer"),
        ("Reuters", "https://news.yahoo.com/x", "Reuters"),
        ("www.island-post.example", "", "island-post.example"),
        ("Island Post", "https://www.bbc.co.uk/x", "Island Post"),
        ("Lenta.ru", "", "Lenta.ru"),
    ],
)
def test_only_what_the_register_lists_is_one_outlet(said: str, address: str, name: str) -> None:
    assert outlet_of(said, address) == Told(name)


@given(st.text(), st.text())
def test_no_words_break_it(said: str, address: str) -> None:
    outlet_of(said, address)
    original_address(address)


def test_each_spelling_and_each_host_is_of_one_outlet() -> None:
    spellings = [
        fold(s) for row in REGISTER["outlets"] for s in (row["name"], *row.get("also", ()))
    ]
    hosts = [host for row in REGISTER["outlets"] for host in row["hosts"]]
    assert sorted({s for s in spellings if spellings.count(s) > 1}) == []
    assert sorted({host for host in hosts if hosts.count(host) > 1}) == []
    assert not set(hosts) & set(REGISTER["carriers"])


def test_its_outlets_are_those_that_the_actor_registers_know() -> None:
    actors = json.loads(resource("actors", "groups.json").read_bytes())["actors"]
    known = tuple(_plain(name) for row in actors if row["kind"] == "outlet" for name in _names(row))
    # A service in another language bears the name of its house before its own.
    unknown = [
        row["name"]
        for row in REGISTER["outlets"]
        if not any(_plain(name).startswith(known) for name in (row["name"], *row.get("also", ())))
    ]
    assert unknown == []


def _plain(name: str) -> str:
    return fold(name).removeprefix("the ")


def _names(row: dict[str, Any]) -> list[str]:
    groups = [*row.get("aliases", {}).values()]
    groups += [group for one in row.get("languages", {}).values() for group in one.values()]
    listed = [one if isinstance(one, str) else one["alias"] for group in groups for one in group]
    return [row["name"], *listed]


@pytest.mark.parametrize(
    ("address", "original", "when"),
    [
        ("https://web.archive.org/web/20241214162000/https://post.example/a?b=1",
         "https://post.example/a?b=1", THEN),
        ("http://web.archive.org/web/20241214162000id_/http:/post.example/a",
         "http://post.example/a", THEN),
        ("https://web.archive.org/web/2024/post.example/a", "https://post.example/a", None),
        ("https://archive.ph/2024.12.14-162000/https://post.example/a",
         "https://post.example/a", THEN),
        ("https://archive.today/newest/https://post.example/a", "https://post.example/a", None),
        ("https://archive.ph/AbC12", "https://archive.ph/AbC12", None),
        ("https://www.google.com/amp/s/post.example/a.amp", "https://post.example/a.amp", None),
        ("https://post-example.cdn.ampproject.org/c/s/post.example/a",
         "https://post.example/a", None),
        ("https://www.google.co.uk/url?sa=t&url=https%3A%2F%2Fpost.example%2Fa",
         "https://post.example/a", None),
        ("https://webcache.googleusercontent.com/search?q=cache:aB-c:https://post.example/a",
         "https://post.example/a", None),
        ("https://www-island--post-example.translate.goog/a?b=1&_x_tr_sl=ru",
         "https://www.island-post.example/a?b=1", None),
        ("https://web.archive.org/web/20241214162000/https://www.google.com/amp/s/post.example/a",
         "https://post.example/a", THEN),
        ("https://web.archive.org/about", "https://web.archive.org/about", None),
        ("https://post.example/web/20241214/https://x.example",
         "https://post.example/web/20241214/https://x.example", None),
    ],
)  # fmt: skip
def test_a_copys_address_holds_that_of_the_original(
    address: str, original: str, when: datetime | None
) -> None:
    assert original_address(address) == (original, when)


def page(body: str, head: str) -> bytes:
    words = "".join(f"<p>{one}</p>" for one in body.split("\n\n"))
    return f"<html><head>{head}</head><body><article>{words}</article></body></html>".encode()


def test_an_archived_page_is_its_originals(read_one: Callable[..., Draft], body: str) -> None:
    copy = "https://web.archive.org/web/20241214162000/https://www.bbc.co.uk/news/world-1"
    head = f"<title>Ferry stays - BBC News</title><link rel='canonical' href='{copy}'>"
    draft = read_one(page(body, head), "x.html")
    assert (draft.outlet, draft.title) == ("BBC News", "Ferry stays")
    assert (draft.url, draft.captured) == ("https://www.bbc.co.uk/news/world-1", THEN)
    assert ("outlet read from", "address") in draft.hints
    assert draft.notes == ()


def test_one_outlet_is_not_written_three_ways(read_one: Callable[..., Draft], body: str) -> None:
    for said in ("BBC News", "bbc.co.uk", "BBC"):
        draft = read_one(page(body, f"<meta property='og:site_name' content='{said}'>"), "x.html")
        assert draft.outlet == "BBC News"
        assert (("outlet as written", said) in draft.hints) is (said != "BBC News")


def test_a_host_that_nobody_knows_is_a_guess(read_one: Callable[..., Draft], body: str) -> None:
    head = "<link rel='canonical' href='https://www.island-post.example/ferry'>"
    draft = read_one(page(body, head), "x.html")
    assert draft.outlet == "island-post.example"
    assert draft.notes == ("No outlet is named: the host of the address stands for it.",)


def test_a_fetched_copy_has_the_outlet_of_the_original() -> None:
    copy = "https://archive.ph/2024.12.14-162000/https://edition.cnn.com/2024/12/14/ferry"
    draft = Source(copy, THEN, "a").complete(Draft("Text."), "html 1")
    assert (draft.outlet, draft.url) == ("CNN", "https://edition.cnn.com/2024/12/14/ferry")
    assert names_at(draft.url)[0] == "cnn"
