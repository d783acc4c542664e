"""The language of the window: its words, its numbers and days, and the side it begins on."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from typing_extensions import override

from workstation.desktop.words import tr
from workstation.resources import resource
from workstation.settings import LANGUAGES

_SYSTEM: Final = "system"
_OWN_NAMES: Final = {"en": "English", "de": "Deutsch"}
# A label stands on the side on which its first strong character begins.
_FROM_LEFT: Final = "\u200f\u2066"
_POP: Final = "\u2069"


def available() -> list[tuple[str, str]]:
    """The languages that can be chosen: the code of each, and what its speakers call it."""
    named = [(code, _OWN_NAMES[code]) for code in LANGUAGES if code != _SYSTEM]
    return [(_SYSTEM, tr("Languages", "Like the system")), *named]


def choose(app: QApplication, code: str) -> None:
    """Has everything that is made from now on speak a language.

    The words of a system whose language nobody has translated are English, but its numbers and
    days stay its own, and where it is read from the right the window is, too.
    """
    for former in app.findChildren(QTranslator):
        app.removeTranslator(former)
        former.deleteLater()
    locale = _locale(code)
    QLocale.setDefault(locale)
    name = QLocale.languageToCode(locale.language())
    # Qt's own words alone would be a second language in one window.
    if (resource("locale") / f"{name}.qm").exists():
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        _install(app, f"qtbase_{name}", qt)
        _install(app, name, str(resource("locale")))
    elif locale.textDirection() == Qt.LayoutDirection.RightToLeft:
        app.installTranslator(_Isolating(app))
    app.setLayoutDirection(locale.textDirection())


class _Isolating(QTranslator):
    """English in a window that begins at the right: each text runs from the left."""

    @override
    def translate(
        self,
        context: str,
        sourceText: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        # Patterns of files and days, and what Qt asks for itself, are read by Qt, not by somebody.
        is_read = context != "Dates" and not context.startswith("Q") and "(*" not in sourceText
        return f"{_FROM_LEFT}{sourceText}{_POP}" if is_read else None

    @override
    def isEmpty(self) -> bool:
        return False


class LanguageMenu(QMenu):
    """Offers the languages; what is chosen holds from the next start on."""

    def __init__(self, chosen: str, choose: Callable[[str], None], parent: QWidget) -> None:
        """`choose` is called with the code of the language that the user picks."""
        super().__init__(tr("Languages", "Language"), parent)
        group = QActionGroup(self)
        for code, name in available():
            action = self.addAction(name, partial(choose, code))
            action.setCheckable(True)
            action.setChecked(code == chosen)
            group.addAction(action)


def _install(app: QApplication, name: str, folder: str) -> None:
    translator = QTranslator(app)
    if translator.load(name, folder):
        app.installTranslator(translator)


def _locale(code: str) -> QLocale:
    system = QLocale.system()
    if code != _SYSTEM:
        wanted = QLocale(code)
        # A German of Vienna keeps the customs of Austria.
        same = wanted.language() == system.language()
        return system if same else QLocale(wanted.language(), system.territory())
    # A bare machine has no customs of its own; thousands would run together.
    bare = system.language() == QLocale.Language.C
    return QLocale(QLocale.Language.English) if bare else system
