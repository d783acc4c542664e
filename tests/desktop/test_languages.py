from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QLibraryInfo, QLocale, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.desktop.newsroom import KINDS
from tests.desktop.pseudo import Pseudo
from workstation.desktop import languages
from workstation.desktop.theme import Theme
from workstation.desktop.window import Window
from workstation.desktop.words import days, percent
from workstation.domain.frequency import date
from workstation.resources import resource
from workstation.settings import LANGUAGES, Settings

ROOT = Path(__file__).parents[2]
TRANSLATED = [code for code in LANGUAGES if code not in {"system", "en"}]
PLACES = re.compile(r"\{\w*\}")
# What stands in the library, and what languages call themselves.
OURS = (
    "English",
    "Deutsch",
    *KINDS,
    "Media Workstation",
    "Halyard Wire",
    "Levant Dispatch",
    "Day",
    "Syria",
)


@pytest.fixture(scope="module")
def translating() -> ModuleType:
    """What gathers the words, which stands beside other tools that are no package."""
    spec = importlib.util.spec_from_file_location("gathering", ROOT / "packaging/translating.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    """Whatever is made from now on speaks German."""
    languages.choose(qapp, "de")
    yield
    languages.choose(qapp, "en")


@pytest.fixture
def pseudo(qapp: QApplication) -> Iterator[None]:
    """Whatever is made from now on speaks what nobody does."""
    translator = Pseudo(qapp)
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture
def mirrored(qapp: QApplication, theme: Theme) -> Iterator[None]:
    """Whatever is made from now on begins at the right."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def shown_by(part: QWidget) -> list[str]:
    match part:
        case QLabel() | QAbstractButton():
            return [part.text()]
        case QLineEdit():
            return [part.placeholderText()]
        case QComboBox():
            return [part.itemText(at) for at in range(part.count())]
        case QTabBar():
            return [part.tabText(at) for at in range(part.count())]
        case QTableView() if (rows := part.model()) is not None:
            heads = (
                rows.headerData(at, Qt.Orientation.Horizontal) for at in range(rows.columnCount())
            )
            return [str(head or "") for head in heads]
    return []


def read_by_somebody(window: QWidget) -> set[str]:
    """Every text of a window that is shown, or read out."""
    said: set[str] = set()
    for part in [window, *window.findChildren(QWidget)]:
        said |= {part.toolTip(), part.accessibleName(), part.windowTitle(), *shown_by(part)}
    for action in window.findChildren(QAction):
        said |= {action.text(), action.toolTip()}
    return said


# What stands on disk --------------------------------------------------------------------------


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_text_of_the_window_is_translated(translating: ModuleType, code: str) -> None:
    translations = translating.kept(resource("locale", f"{code}.ts"))
    assert [words for words in translating.gathered() if not translations.get(words)] == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_translation_keeps_the_places_for_values(translating: ModuleType, code: str) -> None:
    translations = translating.kept(resource("locale", f"{code}.ts"))
    wrong = {
        source: said
        for (_, source), said in translations.items()
        if said and sorted(PLACES.findall(source)) != sorted(PLACES.findall(said))
    }
    assert wrong == {}


@pytest.mark.parametrize("code", TRANSLATED)
def test_what_is_loaded_is_what_was_translated(
    translating: ModuleType, code: str, tmp_path: Path
) -> None:
    translating.compile_to(resource("locale", f"{code}.ts"), tmp_path / "made.qm")
    assert (tmp_path / "made.qm").read_bytes() == resource("locale", f"{code}.qm").read_bytes()


def test_words_are_gathered_wherever_they_stand(translating: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(
        'class A:\n    def f(self):\n        self.tr("one")\n'
        'words.tr("B", "two " "parts")\nQT_TRANSLATE_NOOP("C", "three")\ntr("C", x)\n'
    )
    assert translating.gathered(tmp_path) == [("A", "one"), ("B", "two parts"), ("C", "three")]


@pytest.mark.parametrize("line", ['tr("A", f"{n} files")', "self.tr(words)", 'tr("A", words)'])
def test_words_that_nobody_could_translate_are_refused(
    translating: ModuleType, tmp_path: Path, line: str
) -> None:
    (tmp_path / "a.py").write_text(line)
    with pytest.raises(ValueError, match=r"a\.py:1"):
        translating.gathered(tmp_path)


# What is chosen -------------------------------------------------------------------------------


def test_languages_are_offered_by_the_names_of_their_speakers(qapp: QApplication) -> None:
    assert languages.available() == [
        ("system", "Like the system"), ("en", "English"), ("de", "Deutsch")
    ]  # fmt: skip


def test_a_german_reads_days_and_shares_in_german(german: None) -> None:
    assert days(date(2024, 12, 13), date(2024, 12, 18)) == "13.–18. Dez. 2024"
    assert percent(0.0151) == "1,5 %"


def test_qt_speaks_the_same_language(german: None) -> None:
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"


def test_who_chooses_english_again_hears_no_german(german: None, qapp: QApplication) -> None:
    languages.choose(qapp, "en")
    assert QApplication.translate("Commands", "Quit") == "Quit"


ASKED = """
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from workstation.desktop import languages
app = QApplication([])
languages.choose(app, "system")
print(QLocale().name(), app.layoutDirection().name, ascii(app.translate("Commands", "Quit")))
print(ascii(app.translate("Dates", "d MMM yyyy")))
"""


@pytest.mark.parametrize(
    ("system", "told"),
    [
        ("ar_EG.UTF-8", ["ar_EG RightToLeft '\\u200f\\u2066Quit\\u2069'", "'d MMM yyyy'"]),
        ("de_AT.UTF-8", ["de_AT LeftToRight 'Beenden'", "'d. MMM yyyy'"]),
        ("fr_FR.UTF-8", ["fr_FR LeftToRight 'Quit'", "'d MMM yyyy'"]),
        ("C", ["en_US LeftToRight 'Quit'", "'d MMM yyyy'"]),
    ],
)
def test_a_system_says_words_customs_and_side(
    system: str, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", system)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.delenv("LANGUAGE", raising=False)
    found = subprocess.run(
        [sys.executable, "-c", ASKED], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert found.stdout.splitlines() == told


# What the window shows ------------------------------------------------------------------------


def test_a_german_window_has_german_menus_without_doubled_letters(
    german: None, window: Window
) -> None:
    titles = [action.text() for action in window.menuBar().actions()]
    assert titles[:2] == ["&Datei", "&Bearbeiten"]
    for menu in [window.menuBar(), *window.menuBar().findChildren(QMenu)]:
        letters = re.findall(r"&(\w)", " ".join(a.text().lower() for a in menu.actions()))
        assert len(letters) == len(set(letters))


def test_the_language_is_remembered_and_holds_from_the_next_start(window: Window) -> None:
    heard: list[str] = []
    window.desk.notices.posted.connect(lambda notice: heard.append(notice.words))
    window.choose_language("de")
    assert Settings.load().language == "de"
    assert heard == ["The language changes when the program is started again."]
    assert window.menuBar().actions()[0].text() == "&File"


def test_no_text_of_the_window_is_left_untranslated(
    pseudo: None, opened: Window, qtbot: QtBot
) -> None:
    assert opened.docks is not None
    for dock in opened.docks.docks:
        dock.raise_()
    qtbot.waitUntil(lambda: not opened.desk.jobs.running)
    plain = {words for words in read_by_somebody(opened) if _english(words)}
    assert plain == set()


def _english(words: str) -> bool:
    # What is in brackets was translated, whatever values it holds.
    outside = re.sub(r"\[.*\]|\u2068.*\.mwlib\u2069", "", words, flags=re.DOTALL)
    for name in OURS:
        outside = outside.replace(name, "")
    return bool(re.search(r"[a-z]{3}", outside))


def test_lists_stand_where_a_language_begins_and_time_runs_from_the_left(
    mirrored: None, opened: Window
) -> None:
    docks = opened.docks
    assert docks is not None

    def left(part: QWidget) -> int:
        return part.mapTo(opened, part.rect().topLeft()).x()

    assert left(docks.actors) < left(docks.reader) < left(docks.articles)
    assert docks.timeline.chart.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert docks.timeline.chart.getPlotItem().layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_back_points_to_where_a_language_begins(theme: Theme, mirrored: None) -> None:
    picture: Callable[[str], object] = lambda name: theme.icon(name).pixmap(16, 16).toImage()  # noqa: E731
    back = picture("back")
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert back == picture("forward")


def test_qts_own_words_are_installed_with_the_program() -> None:
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    assert all((folder / f"qtbase_{code}.qm").exists() for code in TRANSLATED)
    assert QLocale(TRANSLATED[0]).language() == QLocale.Language.German
