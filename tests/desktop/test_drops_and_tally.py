from __future__ import annotations

from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

from tests.desktop.newsroom import Newsroom
from workstation.desktop import tally
from workstation.desktop.drops import Drop, Scrap, held, hosts, libraries, named
from workstation.domain.frequency import Size
from workstation.domain.selection import Brush, Selection
from workstation.library import corpus


def test_files_are_taken_before_the_text_that_comes_with_them(tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt"))])
    mime.setText("file:///a.txt")
    assert held(mime) == Drop((tmp_path / "a.txt",))


def test_a_link_is_a_link_whether_it_comes_as_such_or_as_text() -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/news")])
    mime.setText("The news")
    assert held(mime) == Drop(links=("https://example.org/news",))
    mime = QMimeData()
    mime.setText(" https://example.org/news\n")
    assert held(mime) == Drop(links=("https://example.org/news",))
    mime.setText("https://example.org/a\nhttps://example.org/b\n")
    assert held(mime) == Drop(links=("https://example.org/a", "https://example.org/b"))
    mime.setText("See https://example.org/news for more.")
    assert held(mime) == Drop(text="See https://example.org/news for more.")


def test_words_go_before_their_markup_and_markup_before_nothing() -> None:
    mime = QMimeData()
    mime.setHtml("<p>The ferry</p>")
    assert held(mime) == Drop(page="<p>The ferry</p>")
    mime.setText("The ferry")
    assert held(mime) == Drop(text="The ferry")


def test_a_picture_is_told_from_the_words_beside_one() -> None:
    mime = QMimeData()
    mime.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    mime.setHtml('<img src="https://example.org/pixel.png">')
    assert held(mime) == Drop(picture=True)
    mime.setText("The ferry")
    assert held(mime) == Drop(text="The ferry")


def test_a_command_line_names_files_and_links() -> None:
    assert named(["a.txt", "https://example.org/news"]) == Drop(
        (Path("a.txt"),), ("https://example.org/news",)
    )


def test_hosts_are_named_in_letters_that_deceive_nobody() -> None:
    links = ["https://me:secret@аpple.example/x", "http://news.example/a", "http://news.example/b"]
    assert hosts(links) == ["xn--pple-43d.example", "news.example"]
    assert hosts(["no link"]) == []


def test_an_empty_drop_is_nothing() -> None:
    assert not held(QMimeData())
    assert not Drop(text=" \n")


@given(st.text(min_size=1).filter(lambda t: "\ud800" not in t))
def test_any_text_becomes_a_file_and_goes_again(text: str) -> None:
    scrap = Scrap(Drop(text=text.encode("utf-8", "replace").decode()))
    assert scrap.path.suffix == ".txt"
    assert scrap.path.exists()
    scrap.throw_away()
    assert not scrap.path.parent.exists()


def test_a_text_is_named_by_its_first_line() -> None:
    scrap = Scrap(Drop(text="\n  Envoys: return/to Beirut?\n\nText."))
    assert scrap.path.name == "Envoys returnto Beirut.txt"
    scrap.throw_away()


def test_markup_becomes_a_page() -> None:
    scrap = Scrap(Drop(page="<p>Zażółć {0}</p>"))
    assert scrap.path.suffix == ".html"
    assert "<body><p>Zażółć {0}</p></body>" in scrap.path.read_text(encoding="utf-8")
    scrap.throw_away()


def test_libraries_are_told_from_files() -> None:
    paths = [Path("a.txt"), Path("b.mwlib")]
    assert libraries(paths) == [Path("b.mwlib")]


def test_a_chip_for_each_narrowing() -> None:
    selection = Selection(
        words="ships",
        brush=Brush(date(2024, 12, 7), date(2024, 12, 9)),
        facets=(("actor", ("a",)), ("outlet", ("Halyard Wire", "Levant Dispatch"))),
    )
    chips = tally.chips(selection, {"a": "Russia"})
    told = [chip.words.replace("\u2068", "").replace("\u2069", "") for chip in chips]
    assert told == ["7–9 Dec 2024", "Actor: Russia", "Outlet: 2"]
    assert chips[0].without == selection.without("brush")
    assert chips[2].without == selection.with_facet("outlet", ())


def test_special_facets_are_told_in_words() -> None:
    def told(selection: Selection) -> str:
        return tally.chips(selection, {})[0].words.strip()

    assert told(Selection(undated=True)) == "undated"
    assert told(Selection(facets=(("story", ("4",)),))) == "Story"
    assert told(Selection(facets=(("article", ("4",)),))) == "Articles: 1"
    assert "armed group" in told(Selection(facets=(("kind", ("armed-group",)),)))
    both = Selection(facets=(("together", ("a", "b")),))
    assert told(both) == "Together: \u2068a\u2069 + \u2068b\u2069"
    assert "unknown" in told(Selection(facets=(("language", ("",)),)))
    assert "Unknown outlet" in told(Selection(facets=(("outlet", ("",)),)))


def test_a_tally_counts_the_selection_and_names_its_actors(newsroom: Newsroom) -> None:
    newsroom.fill(6)
    with newsroom.library.read() as reading:
        turkey = corpus.find_actor(reading, "Turkey").id
        asked = Selection(facets=(("actor", (turkey,)),))
        assert tally.asked(asked)(reading) == tally.Tally(Size(3, 3, 2), 6, {turkey: "Turkey"})
