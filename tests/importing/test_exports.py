"""Exports of vendors on their whole road into the library."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from tests.importing.readers import vendors
from tests.importing.readers.vendors import Story
from workstation.domain.article import Article
from workstation.domain.selection import Selection
from workstation.importing.importer import import_paths
from workstation.library import corpus, schema, versions
from workstation.library.library import Library

pytestmark = pytest.mark.usefixtures("children_do_not_run_pytest")

STORIES = [Story(f"Ferry {n} stays", body=(f"Ferry {n} did not leave.", "Ça pleut, Мира.")) for n in
           range(3)]  # fmt: skip
FILES = {
    "nexis.docx": vendors.nexis(STORIES),
    "nexis.rtf": vendors.rtf_of([line for s in STORIES for line in vendors.nexis_lines(s, "fr")]),
    "old.txt": vendors.old_nexis_text(STORIES, "de").encode(),
    "old.html": vendors.old_nexis_page(STORIES).encode(),
    "factiva.html": vendors.factiva_page(STORIES, "ru").encode("utf-8"),
    "factiva.rtf": vendors.rtf_of(vendors.factiva_lines(STORIES)),
    "g2.xml": vendors.newsml(
        [vendors.newsml_item(story, number=n) for n, story in enumerate(STORIES)]
    ),
    "ninjs.json": json.dumps([vendors.ninjs_item(s, n) for n, s in enumerate(STORIES)]).encode(),
    "result.json": vendors.telegram(STORIES),
}


def held(library: Library) -> list[Article]:
    with library.read() as reading:
        return corpus.articles(reading, Selection(), order="oldest")


@pytest.mark.parametrize("name", FILES)
def test_an_export_becomes_its_articles(library: Library, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name])
    (entry,) = import_paths(library, [path], jobs=1)
    assert (entry.verdict, entry.message) == ("imported", "3 new articles.")
    with library.read() as reading:
        bodies = [corpus.body(reading, number).text for number in entry.articles]
    assert bodies == [story.text for story in STORIES]


def test_hints_are_kept_with_the_article(library: Library, tmp_path: Path) -> None:
    (tmp_path / "nexis.docx").write_bytes(FILES["nexis.docx"])
    (entry,) = import_paths(library, [tmp_path / "nexis.docx"], jobs=1)
    with library.read() as reading:
        asked = sa.select(schema.hints.c.name, schema.hints.c.value).where(
            schema.hints.c.article_id == entry.articles[0]
        )
        hints = {tuple(row) for row in reading.connection.execute(asked)}
    assert {("subject", "FERRIES (93%)"), ("person", "JONAS QUILL (79%)")} <= hints


def test_versions_of_an_item_supersede_each_other_in_any_order(
    library: Library, tmp_path: Path
) -> None:
    said = {}
    for version in (2, 3, 1):
        story = replace(STORIES[0], body=(f"This is text {version}.",))
        path = tmp_path / f"{version}.xml"
        path.write_text(vendors.newsml_item(story, version=version))
        (entry,) = import_paths(library, [path], jobs=1)
        said[version] = entry.message
    (article,) = held(library)
    with library.read() as reading:
        assert corpus.body(reading, article.id).text == "This is text 3."
    assert said == {
        2: "1 new article.",
        3: "1 article with a newer text.",
        1: "1 older text of an article.",
    }


@pytest.mark.parametrize("name", ["factiva.html", "ninjs.json", "g2.xml"])
def test_a_second_delivery_is_another_version_and_counts_once(
    library: Library, tmp_path: Path, name: str
) -> None:
    changed = [replace(STORIES[0], body=("Ferry 0 left after all.",)), *STORIES[1:]]
    second = {
        "factiva.html": vendors.factiva_page(changed, "ru").encode("utf-8"),
        "ninjs.json": json.dumps(
            [vendors.ninjs_item(s, n) for n, s in enumerate(changed)]
        ).encode(),
        "g2.xml": vendors.newsml(
            [vendors.newsml_item(s, number=n, version=2) for n, s in enumerate(changed)]
        ),
    }[name]
    path = tmp_path / name
    path.write_bytes(FILES[name])
    (first,) = import_paths(library, [path], jobs=1)
    path.write_bytes(second)
    (entry,) = import_paths(library, [path], jobs=1)
    assert (entry.verdict, entry.articles[:1]) == ("imported", first.articles[:1])
    assert "1 article with a newer text" in entry.message
    with library.read() as reading:
        former, present = versions.of(reading, first.articles[0])
        assert (former.number, former.text, former.sha256) == (1, STORIES[0].text, first.sha256)
        assert (present.number, present.text) == (2, "Ferry 0 left after all.")
        assert former.replaced is not None
        assert present.replaced is None
        assert corpus.extent(reading, Selection()).articles == 3
        assert corpus.count(reading, Selection(words='"did not leave"')) == 2
        counts = corpus.frequency(reading, Selection(), [])
        assert sum(counts.totals) + counts.undated_total == 3
        assert versions.of(reading, 99) == []


def test_what_is_missing_is_told_and_the_rest_is_kept(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "nexis.docx"
    path.write_bytes(vendors.nexis([*STORIES, replace(STORIES[0], body=())], announced=50))
    (entry,) = import_paths(library, [path], jobs=1)
    assert entry.verdict == "partly"
    assert "1 of 4 articles could not be read (number 4)" in entry.message
    assert "announces 50 articles, and 4 stand in it" in entry.message
    assert len(held(library)) == 3


ADDRESS = "https://island-post.example/2024/12/ferry-stays"
MEDIA_CLOUD = {
    "new": (
        "id,indexed_date,language,media_name,media_url,publish_date,title,url\n"
        f"8a1f,2024-12-16,en,Island Post,island-post.example,2024-12-14,Ferry 0 stays,{ADDRESS}\n"
    ),
    "old": (
        "stories_id,publish_date,title,url,language,ap_syndicated,themes,media_id,media_name,"
        "media_url\n1780000001,2024-12-14 10:00:00,Ferry 0 stays,"
        f"{ADDRESS},en,False,,7,Island Post,https://island-post.example\n"
    ),
}


@pytest.mark.parametrize("layout", MEDIA_CLOUD)
@pytest.mark.parametrize("first", ["table", "page"])
def test_a_row_without_a_text_waits_for_its_page(
    library: Library, tmp_path: Path, layout: str, first: str, body: str
) -> None:
    table, page = tmp_path / "media-cloud.csv", tmp_path / "page.html"
    table.write_text(MEDIA_CLOUD[layout])
    paragraphs = "".join(f"<p>{words}</p>" for words in body.split("\n\n"))
    page.write_text(
        f'<html><head><title>Ferry 0 stays</title><link rel="canonical" href="{ADDRESS}">'
        f"</head><body><article><h1>Ferry 0 stays</h1>{paragraphs}</article></body></html>"
    )
    for path in (table, page) if first == "table" else (page, table):
        import_paths(library, [path], jobs=1)
    (article,) = held(library)
    with library.read() as reading:
        assert corpus.body(reading, article.id).text == body
    if first == "table":
        assert article.version == 2


def test_a_row_without_a_text_says_so_and_counts_its_words_once(
    library: Library, tmp_path: Path
) -> None:
    (tmp_path / "media-cloud.csv").write_text(MEDIA_CLOUD["new"])
    (entry,) = import_paths(library, [tmp_path / "media-cloud.csv"], jobs=1)
    (article,) = held(library)
    assert (article.title, article.title_derived) == ("Ferry 0 stays", True)
    assert (article.outlet, str(article.day)) == ("Island Post", "2024-12-14")
    assert "Only the title" in entry.details
