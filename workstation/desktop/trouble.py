"""What went wrong, said where it did: a line that is there only while there is something to say."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


class Trouble(QLabel):
    """A sentence in the colour of problems; hidden while it is empty."""

    def __init__(self) -> None:
        """Begin hidden."""
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setObjectName("trouble")
        self.setWordWrap(True)
        self.hide()

    def say(self, words: str) -> None:
        """Shows a sentence; none hides the line."""
        self.setText(words)
        self.setVisible(bool(words))
