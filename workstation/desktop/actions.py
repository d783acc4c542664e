"""Every command of the window, once: menus, the toolbar and the command palette share them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QIcon, QKeySequence

from workstation.desktop.words import tr

Needs = Literal["", "library", "writing"]


@dataclass(frozen=True, slots=True)
class Command:
    """A command's name in the program, its words, keys and icon, and what it needs."""

    name: str
    words: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs: Needs = ""


class Actions(QObject):
    """The commands by name; who can carry one out connects to it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._commands = {command.name: command for command in _commands()}
        self._actions = {name: self._made(c) for name, c in self._commands.items()}

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def carry_out(self, name: str, act: Callable[[], object]) -> None:
        """Says what a command does."""
        self._actions[name].triggered.connect(lambda _checked=False: act())

    def enable(self, *, library: bool, writing: bool) -> None:
        """Enables the commands that make sense with an open library, or with none."""
        possible = {"": True, "library": library, "writing": library and writing}
        for name, command in self._commands.items():
            self._actions[name].setEnabled(possible[command.needs])

    def dress(self, icon: Callable[[str], QIcon]) -> None:
        """Gives the commands the icons of a theme."""
        for name, command in self._commands.items():
            if command.icon:
                self._actions[name].setIcon(icon(command.icon))

    def _made(self, command: Command) -> QAction:
        action = QAction(command.words, self)
        action.setObjectName(command.name)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        plain = command.words.rstrip("…")
        native = QKeySequence.SequenceFormat.NativeText
        keys = QKeySequence(command.keys[0]).toString(native) if command.keys else ""
        action.setToolTip(f"{plain} ({keys})" if keys else plain)
        return action


def _commands() -> tuple[Command, ...]:
    return (
        Command("new", tr("Commands", "New library…"), ("Ctrl+Shift+N",), "new"),
        Command("open", tr("Commands", "Open…"), ("Ctrl+O",), "open"),
        Command("sample", tr("Commands", "Open the sample library"), (), "sample"),
        Command("close", tr("Commands", "Close the library"), (), "", "library"),
        Command("quit", tr("Commands", "Quit"), ("Ctrl+Q",)),
        Command("import", tr("Commands", "Import"), ("Ctrl+I",), "import", "writing"),
        Command("import-table", tr("Commands", "Import a table…"), (), "", "writing"),
        Command("import-folder", tr("Commands", "Import a folder…"), (), "import", "writing"),
        Command("watch", tr("Commands", "Watch a folder…"), (), "", "writing"),
        Command(
            "paste",
            tr("Commands", "Paste as an article"),
            ("Ctrl+V", "Ctrl+Shift+V"),
            "",
            "writing",
        ),
        Command("tag", tr("Commands", "Tag what is not tagged yet"), (), "", "writing"),
        Command("pipelines", tr("Commands", "Pipelines…"), (), "", "library"),
        Command("registers", tr("Commands", "Registers…"), (), "", "library"),
        Command("report", tr("Commands", "Report…"), ("Ctrl+E",), "report", "library"),
        Command("export-articles", tr("Commands", "Export articles…"), (), "", "library"),
        Command("export-mentions", tr("Commands", "Export mentions…"), (), "", "library"),
        Command("export-decisions", tr("Commands", "Export decisions…"), (), "", "library"),
        Command("merge-decisions", tr("Commands", "Merge decisions…"), (), "", "writing"),
        Command("undo", tr("Commands", "Undo the last decision"), ("Ctrl+Z",), "undo", "writing"),
        Command("redo", tr("Commands", "Redo"), ("Ctrl+Shift+Z",), "redo", "writing"),
        Command("history", tr("Commands", "History"), ("Ctrl+H",), "", "library"),
        Command("cleaning", tr("Commands", "Clean the actors"), ("Ctrl+L",), "", "library"),
        Command("write", tr("Commands", "New article…"), ("Ctrl+Alt+N",), "", "writing"),
        Command("edit", tr("Commands", "Edit…"), ("E",), "", "writing"),
        Command("erase", tr("Commands", "Erase for good…"), (), "", "writing"),
        Command("date", tr("Commands", "Set dates…"), ("Ctrl+D",), "", "writing"),
        Command("star", tr("Commands", "Star"), ("S",), "", "writing"),
        Command("read", tr("Commands", "Read or unread"), ("U",), "", "writing"),
        Command("relevant", tr("Commands", "Relevant"), ("R",), "", "writing"),
        Command("irrelevant", tr("Commands", "Not relevant"), ("Shift+R",), "", "writing"),
        Command("negative", tr("Commands", "Tone: negative"), ("Alt+1",), "", "writing"),
        Command("neutral", tr("Commands", "Tone: neutral"), ("Alt+2",), "", "writing"),
        Command("positive", tr("Commands", "Tone: positive"), ("Alt+3",), "", "writing"),
        Command("mixed", tr("Commands", "Tone: mixed"), ("Alt+4",), "", "writing"),
        Command("labels", tr("Commands", "Labels…"), ("L",), "", "writing"),
        Command("note", tr("Commands", "Note…"), ("N",), "", "writing"),
        Command("pin-event", tr("Commands", "Pin an event…"), ("P",), "", "writing"),
        Command("cite", tr("Commands", "Copy the citation"), ("Ctrl+Shift+C",), "", "library"),
        Command("find", tr("Commands", "Find in this article"), ("Ctrl+F",), "", "library"),
        Command("search", tr("Commands", "Search the library"), ("Ctrl+Shift+F",), "", "library"),
        Command("save-search", tr("Commands", "Save this search…"), ("Ctrl+S",), "", "writing"),
        Command("searches", tr("Commands", "Saved searches…"), ("Ctrl+Shift+S",), "", "library"),
        Command("forget-searches", tr("Commands", "Forget the last searches"), (), "", "library"),
        Command("import-watchlist", tr("Commands", "Import a watchlist…"), (), "", "writing"),
        Command("commands", tr("Commands", "Commands…"), ("Ctrl+K",)),
        Command("back", tr("Commands", "Back"), ("Alt+Left",), "back", "library"),
        Command("forward", tr("Commands", "Forward"), ("Alt+Right",), "forward", "library"),
        Command("clear", tr("Commands", "Clear"), (), "", "library"),
        Command("undated", tr("Commands", "Only undated articles"), (), "", "library"),
        Command("doubtful", tr("Commands", "Only doubtful dates"), (), "", "library"),
        Command("next-article", tr("Commands", "Next article"), ("J",), "", "library"),
        Command("previous-article", tr("Commands", "Previous article"), ("K",), "", "library"),
        Command("keep-tab", tr("Commands", "Keep in a tab"), ("Ctrl+T",), "", "library"),
        Command("close-tab", tr("Commands", "Close the tab"), ("Ctrl+W",), "", "library"),
        Command("next-tab", tr("Commands", "Next tab"), ("Ctrl+Tab",), "", "library"),
        Command("previous-tab", tr("Commands", "Previous tab"), ("Ctrl+Shift+Tab",), "", "library"),
        Command("side-by-side", tr("Commands", "Side by side"), ("Ctrl+\\",), "", "library"),
        Command("other-side", tr("Commands", "Put the tab on the other side"), (), "", "library"),
        Command("next-mention", tr("Commands", "Next mention"), ("F8",), "", "library"),
        Command(
            "previous-mention", tr("Commands", "Previous mention"), ("Shift+F8",), "", "library"
        ),
        Command("next-pane", tr("Commands", "Next pane"), ("F6",), "", "library"),
        Command("only-pane", tr("Commands", "Only this pane"), ("F11",), "", "library"),
        Command("previous-pane", tr("Commands", "Previous pane"), ("Shift+F6",), "", "library"),
        Command("meaning", tr("Commands", "Say who this is…"), ("T",), "", "writing"),
        Command(
            "meaning-everywhere",
            tr("Commands", "Say who is always so called…"),
            ("A",),
            "",
            "writing",
        ),
        Command("merge", tr("Commands", "Merge the picked actors…"), ("M",), "merge", "writing"),
        Command("narrow", tr("Commands", "Only articles naming them"), (), "filter", "library"),
        Command("larger", tr("Commands", "Larger letters"), ("Ctrl++", "Ctrl+="), "", "library"),
        Command("smaller", tr("Commands", "Smaller letters"), ("Ctrl+-",), "", "library"),
        Command("normal", tr("Commands", "Letters of normal size"), ("Ctrl+0",), "", "library"),
        Command("fold", tr("Commands", "Fold copies of a story"), (), "", "library"),
        Command("count-articles", tr("Commands", "Count articles"), (), "", "library"),
        Command("count-stories", tr("Commands", "Count stories"), (), "", "library"),
        Command("count-outlets", tr("Commands", "Count outlets"), (), "", "library"),
        Command("concordance", tr("Commands", "Show the concordance"), (), "", "library"),
        Command("appellations", tr("Commands", "Show an actor's names"), (), "", "library"),
        Command("network", tr("Commands", "Show who is named with whom"), (), "", "library"),
        Command("activity", tr("Commands", "Show the activity"), (), "activity", "library"),
        Command("save-layout", tr("Commands", "Save the layout…"), (), "", "library"),
        Command("layouts", tr("Commands", "Saved layouts…"), (), "", "library"),
        Command("new-window", tr("Commands", "New window"), ("Ctrl+Shift+W",), "", "library"),
        Command(
            "move-pane",
            tr("Commands", "Move the pane to the other window"),
            ("Ctrl+Shift+M",),
            "",
            "library",
        ),
        Command("unlock", tr("Commands", "Let panes be moved"), (), "", "library"),
        Command("lock", tr("Commands", "Lock the panes"), (), "", "library"),
        Command("reset", tr("Commands", "Put the panes back"), (), "", "library"),
        Command(
            "describe",
            tr("Commands", "Describe the timeline"),
            ("Ctrl+Shift+D",),
            "",
            "library",
        ),
        Command("preferences", tr("Commands", "Preferences…"), ("Ctrl+,",)),
        Command("help", tr("Commands", "Help"), ("F1",)),
        Command("shortcuts", tr("Commands", "Keys…"), ("Ctrl+?",)),
        Command("about", tr("Commands", "About Media Workstation")),
    )
