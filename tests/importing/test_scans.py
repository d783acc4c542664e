"""Scanned PDFs on their whole road: with Tesseract, or with a small program in its place."""

from __future__ import annotations

import io
import os
import select
import shutil
import stat
import threading
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pypdfium2 as pdfium
import pytest
import typst

from workstation.domain.progress import Progress
from workstation.domain.selection import Selection
from workstation.importing import tesseract
from workstation.importing.again import read_again
from workstation.importing.importer import import_paths
from workstation.library import corpus, ledger
from workstation.library.library import Library
from workstation.processes import doors

pytestmark = pytest.mark.usefixtures("children_do_not_run_pytest")

TITLE = "Ferry stays in harbour"
PARAGRAPHS = (
    (
        "The ferry to the island did not leave on Monday, because the captain had given his keys "
        "to the harbour office and the harbour office had lost them."
    ),
    (
        "By noon some forty people were sitting on their suitcases. A woman sold tea out of a "
        "pram. Nobody was angry, she said, but everybody was interested."
    ),
)
DEED = "#set page(height: 14cm)\n= {}\n\n{}"
LETTERS = "abcdefghijklmnopqrstuvwxyz"

Program = Callable[[str], Path]
needs_doors = pytest.mark.skipif(not doors.all_shut(), reason="this kernel shuts no doors")


def scan(*sheets: str) -> bytes:
    """A PDF of pictures of pages; a page without markup is a small, blank one."""
    made = pdfium.PdfDocument.new()
    for markup in sheets:
        if not markup:
            made.new_page(200, 200)
            continue
        (page,) = pdfium.PdfDocument(typst.compile(markup.encode()))
        picture = pdfium.PdfImage.new(made)
        picture.set_bitmap(page.render(scale=200 / 72, grayscale=True))
        width, height = page.get_size()
        picture.set_matrix(pdfium.PdfMatrix().scale(width, height))
        sheet = made.new_page(width, height)
        sheet.insert_obj(picture)
        sheet.gen_content()
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A scan of an article, with a blank page behind it."""
    path = tmp_path_factory.mktemp("scan") / "ferry.pdf"
    path.write_bytes(scan(DEED.format(TITLE, "\n\n".join(PARAGRAPHS)), ""))
    return path


@pytest.fixture(scope="module")
def partly(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A PDF of a page with text, two that are scanned, and a blank one."""
    path = tmp_path_factory.mktemp("partly") / "partly.pdf"
    written = f"#set document(title: {TITLE!r})\n= {TITLE}\n\n{PARAGRAPHS[0]}".replace("'", '"')
    made = pdfium.PdfDocument(typst.compile(written.encode()))
    scanned = DEED.format("Tea", PARAGRAPHS[1])
    made.import_pages(pdfium.PdfDocument(scan(scanned, scanned.replace("tea", "soup"), "")))
    file = io.BytesIO()
    made.save(file)
    path.write_bytes(file.getvalue())
    return path


def hocr(*lines: tuple[str, int]) -> str:
    """What Tesseract says of a page with these lines, of so many pixels."""
    at, said = 200, []
    for words, size in lines:
        at += 2 * size
        sure = [(word, 10 if word == "pram." else 90) for word in words.split()]
        cells = "".join(
            f'<span class="ocrx_word" title="bbox 0 0 1 1; x_wconf {n}">{word}</span> '
            for word, n in sure
        )
        box = f"200 {at - size} {200 + len(words) * size // 2} {at}"
        title = f"bbox {box}; baseline 0 0; x_size {size}; x_descenders 1"
        said.append(f'<span class="ocr_line" title="{title}">{cells}</span>')
    return "\n".join(said)


def telling(*lines: tuple[str, int]) -> str:
    """The command that says so; a shell can do that by itself."""
    return f"printf '%s' '{hocr(*lines)}'"


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """Puts a program called tesseract before all others; it is given what it does on a page."""

    def make(act: str) -> Path:
        folder = tmp_path / "bin"
        folder.mkdir(exist_ok=True)
        path = folder / "tesseract"
        path.write_text(
            "#!/bin/sh\ncase $1 in\n"
            f"--list-langs) echo 'List of available languages in \"{folder}\" (2):'; "
            "echo eng; echo osd;;\n"
            "--version) echo 'tesseract 5.0.0';;\n"
            f"*) read kind; read width height\n{act}\n;;\nesac\n"
        )
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
        return path

    return make


@pytest.fixture
def reading(program: Program) -> str:
    """The version of a program that reads scans: Tesseract, or what speaks as it does."""
    if shutil.which("tesseract") is None:
        lines = [(TITLE, 60)]
        for paragraph in PARAGRAPHS:
            half = paragraph.find(" ", len(paragraph) // 2)
            lines += [(paragraph[:half], 40), (paragraph[half + 1 :], 40)]
        program(f"[ $width -gt 1000 ] && {telling(*lines)}; true")
    found = tesseract.find()
    assert found is not None
    if "eng" not in found.languages:
        pytest.skip("Tesseract has not learnt English here: install tesseract-ocr-eng")
    return found.version


def texts(library: Library) -> list[tuple[str, str]]:
    with library.read() as reading:
        held = corpus.articles(reading, Selection(), order="oldest")
        return [(one.title, corpus.body(reading, one.id).text) for one in held]


def same(text: str, other: str) -> bool:
    """Whether two texts have the same letters; spaces are the first that a scan loses."""
    return [c for c in text.lower() if c in LETTERS] == [c for c in other.lower() if c in LETTERS]


def test_a_scan_becomes_an_article_that_is_told_to_be_a_guess(
    library: Library, ferry: Path, reading: str
) -> None:
    told: list[Progress] = []
    (entry,) = import_paths(library, [ferry], tell=told.append)
    assert (entry.verdict, entry.reader) == ("imported", "pdf 1")
    ((title, text),) = texts(library)
    assert title == TITLE
    assert same(text, "".join(PARAGRAPHS))
    assert text.count("\n\n") == len(PARAGRAPHS) - 1
    first, *_ = entry.notes
    assert first.startswith(f"Text read from page images by Tesseract {reading} (eng")
    assert first.endswith("; 1 page of 2 came out empty.")
    assert [(one.done, one.total) for one in told if one.unit == "pages"] == [(1, 2), (2, 2)]


def test_a_scan_in_an_archive_is_read_and_pages_without_words_are_told(
    library: Library, ferry: Path, tmp_path: Path, reading: str
) -> None:
    assert reading
    path = tmp_path / "press.zip"
    with ZipFile(path, "w") as packed:
        packed.write(ferry, "week/ferry.pdf")
        packed.writestr("week/note.txt", "Bus\n\nThe bus went.")
        packed.writestr("week/blank.pdf", scan(""))
    (entry,) = import_paths(library, [path])
    assert entry.verdict == "partly"
    assert sorted(title for title, _text in texts(library)) == ["Bus", TITLE]
    with library.read() as reading_:
        rows = {row.member: row for row in ledger.entries(reading_) if row.member}
    assert rows["week/ferry.pdf"].notes[0].startswith("Text read from page images")
    assert rows["week/blank.pdf"].code == "no-words"
    assert "found no words" in rows["week/blank.pdf"].message


def test_without_tesseract_it_is_told_what_to_install_and_the_row_is_read_again_with_it(
    library: Library, ferry: Path, program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with monkeypatch.context() as bare:
        bare.setenv("PATH", str(tmp_path))
        (entry,) = import_paths(library, [ferry])
    assert (entry.verdict, entry.code) == ("refused", "needs-ocr")
    assert "install Tesseract" in entry.message
    program(telling(*[(words, 40) for words in PARAGRAPHS]))
    (again,) = read_again(library, [entry])
    assert again.verdict == "imported"
    # One word of each page, the pram, is doubtful.
    words = len(" ".join(PARAGRAPHS).split())
    share = round(100 / words)
    assert again.notes[1] == f"{share} % of the {2 * words} words on its pages are doubtful."


def test_scanned_pages_among_others_are_read_in_their_places(
    library: Library, partly: Path, reading: str
) -> None:
    told: list[Progress] = []
    (entry,) = import_paths(library, [partly], tell=told.append)
    assert (entry.verdict, entry.reader) == ("imported", "pdf 1")
    ((title, text),) = texts(library)
    assert title == TITLE
    assert text.startswith(PARAGRAPHS[0])
    assert text.count("suitcases") == 2
    assert entry.notes[0].startswith(
        f"Some of the text read from page images by Tesseract {reading} (eng"
    )
    assert [(one.done, one.total) for one in told if one.unit == "pages"] == [(1, 2), (2, 2)]


def test_without_tesseract_an_article_says_how_many_of_its_pages_have_no_text(
    library: Library,
    partly: Path,
    program: Program,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    with monkeypatch.context() as bare:
        bare.setenv("PATH", str(tmp_path))
        (entry,) = import_paths(library, [partly])
    assert entry.verdict == "imported"
    (note,) = entry.notes
    assert note.startswith("Pages 2, 3 are pictures without text, 2 of 4, and not read: install")
    program(telling(*[(words, 40) for words in PARAGRAPHS]))
    (again,) = read_again(library, [entry])
    assert again.verdict == "imported"
    ((_title, text),) = texts(library)
    assert text.count("suitcases") == 2


def test_a_page_that_fails_leaves_the_others(
    library: Library, ferry: Path, program: Program
) -> None:
    program(f"[ $width -gt 1000 ] || exit 1\n{telling(*[(words, 40) for words in PARAGRAPHS])}")
    (entry,) = import_paths(library, [ferry])
    assert (entry.verdict, len(texts(library))) == ("partly", 1)
    assert "The words of 1 pages of 2 could not be recognised." in entry.message


def test_nonsense_is_no_page(library: Library, ferry: Path, program: Program) -> None:
    program("printf '%s' '<html>&#xD800;<span class=\"ocrx_word\" x_wconf 1\">&#xD800;</span>'")
    (entry,) = import_paths(library, [ferry])
    assert (entry.verdict, entry.code) == ("refused", "no-words")


@needs_doors
def test_the_program_reads_and_writes_no_other_file(
    library: Library, ferry: Path, program: Program, tmp_path: Path
) -> None:
    canary = tmp_path / "canary.txt"
    canary.write_text("CANARY")
    attempts = {
        "Reading": f"read x < {canary}",
        "Passwords": "read x < /etc/passwd",
        "Writing": f"echo x > {canary}",
        "Making": f"echo x > {tmp_path}/new.txt",
        "Signalling": "kill -0 $PPID",
    }
    tries = "\n".join(f'if {act}; then said="$said {name}"; fi' for name, act in attempts.items())
    before, after = hocr(("Harbour WORDS", 40)).split("WORDS")
    program(f"said=none\n{tries}\nprintf '%s%s%s' '{before}' \"$said\" '{after}'")
    import_paths(library, [ferry])
    assert [text for _title, text in texts(library)] == ["Harbour none Harbour none"]
    assert canary.read_text() == "CANARY"


@needs_doors
@pytest.mark.parametrize("act", ["x=$(echo 1)", "exec {other}"])
def test_the_program_starts_no_other(
    library: Library, ferry: Path, program: Program, act: str
) -> None:
    said = telling(*[(words, 40) for words in PARAGRAPHS])
    path = program(said)
    other = path.rename(path.with_name("other"))
    program(f"{act.format(other=other)}\n{said}")
    (entry,) = import_paths(library, [ferry])
    assert (entry.verdict, entry.code) == ("refused", "no-words")


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="the system watches no processes")
@pytest.mark.parametrize("held", ["ferry", "partly"])
def test_a_cancel_ends_the_program_and_leaves_the_row_open(
    library: Library, held: str, program: Program, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    file: Path = request.getfixturevalue(held)
    # The program says who it is by what it is called in the list of processes, and hangs.
    program("while :; do :; done")
    stop = threading.Event()
    watched: list[int] = []

    def tell(progress: Progress) -> None:
        assert progress

    timer = threading.Thread(target=lambda: (watch(tmp_path, watched), stop.set()))
    timer.start()
    entries = import_paths(library, [file], tell=tell, cancelled=stop)
    timer.join()
    assert entries == []
    ready, _, _ = select.select(watched, [], [], 10)
    assert ready
    for one in watched:
        os.close(one)
    with library.read() as reading:
        assert len(ledger.unfinished(reading)) == 1


def watch(folder: Path, watched: list[int]) -> None:
    """Waits for a program of that folder to work on a page, and keeps an eye on it."""
    while not watched:
        for process in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                words = process.read_bytes()
            except OSError:
                continue
            if str(folder).encode() in words and b"hocr" in words:
                watched.append(os.pidfd_open(int(process.parent.name)))
                return


@pytest.mark.parametrize(
    ("installed", "known", "chosen"),
    [
        (("eng", "deu"), ("de", "en"), ("deu", "eng")),
        (("eng", "deu"), (), ("eng",)),
        (("deu", "fra"), ("en",), ("deu",)),
        (("eng", "ara", "rus", "deu", "fra", "spa"), ("ar", "ru", "de", "fr", "es"),
         ("ara", "rus", "deu", "fra")),
        (("eng",), ("xx", "ar"), ("eng",)),
    ],
)  # fmt: skip
def test_languages_are_those_that_are_installed_and_known(
    installed: tuple[str, ...], known: tuple[str, ...], chosen: tuple[str, ...]
) -> None:
    assert tesseract.languages_for(installed, known) == chosen


def test_the_users_languages_are_those_the_machine_is_set_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LANGUAGE", "de_AT:ar")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert tesseract.languages_of_the_user()[:2] == ("de", "ar")


def test_a_program_that_is_not_tesseract_is_not_found(program: Program) -> None:
    path = program("true")
    assert tesseract.find() == tesseract.Tesseract(str(path), "5.0.0", str(path.parent), ("eng",))
    path.write_text("#!/bin/sh\nexit 1\n")
    assert tesseract.find() is None
    path.write_text("no program")
    assert tesseract.find() is None
