"""The keys that a pane takes while it has the focus, in words; commands have theirs in actions."""

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from workstation.desktop.words import tr


@dataclass(frozen=True, slots=True)
class PaneKey:
    """What some keys of a pane do."""

    keys: tuple[str, ...]
    words: str


def pane_keys() -> dict[str, tuple[PaneKey, ...]]:
    """The keys by the name of their pane."""
    return {
        "articles": (
            PaneKey(("Right", "Left"), tr("Keys", "Unfold and fold the copies of a story")),
        ),
        "facets": (
            PaneKey(("Space", "Return"), tr("Keys", "Narrow to the row, or no longer")),
            PaneKey(("F2",), tr("Keys", "Rename a label")),
        ),
        "reader": (
            PaneKey(("Return",), tr("Keys", "Show the card of the mention that was stepped to")),
            PaneKey(("Delete",), tr("Keys", "Say that these words name nobody here")),
            PaneKey(("Return", "Shift+Return"), tr("Keys", "Next and previous place, in Find")),
            PaneKey(("Esc",), tr("Keys", "Close the card, or Find")),
        ),
        "actors": (
            PaneKey(("Return",), tr("Keys", "Only articles naming the picked actors")),
            PaneKey(("Esc",), tr("Keys", "Pick nobody")),
        ),
        "timeline": (
            PaneKey(("Left", "Right"), tr("Keys", "From bar to bar")),
            PaneKey(("Return",), tr("Keys", "Only the articles of the bar")),
            PaneKey(("W", "Menu"), tr("Keys", "Say why the bar is high")),
            PaneKey(("Esc",), tr("Keys", "Clear the period")),
        ),
        "network": (
            PaneKey(("Left", "Right", "Up", "Down"), tr("Keys", "Walk along the ties")),
            PaneKey(("Space",), tr("Keys", "Pick the actor; with Ctrl, beside the others")),
            PaneKey(("Return",), tr("Keys", "Pick the actor, and then narrow to it")),
            PaneKey(("Esc",), tr("Keys", "Pick nobody")),
        ),
        "cleaning": (
            PaneKey(("Return",), tr("Keys", "The form is right; two actors are one")),
            PaneKey(("A",), tr("Keys", "The form means another actor")),
            PaneKey(("C",), tr("Keys", "The actor is of another kind")),
            PaneKey(("X",), tr("Keys", "The actor is none")),
            PaneKey(("N",), tr("Keys", "The two are not the same, whatever they are called")),
            PaneKey(("S",), tr("Keys", "Skip")),
        ),
        "decisions": (PaneKey(("Delete",), tr("Keys", "Take a decision back, or put it back")),),
    }


def written(keys: tuple[str, ...]) -> str:
    """Keys as this system writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(one).toString(native) for one in keys)
