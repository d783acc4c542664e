"""What is dragged out of the window: articles as originals and citations, charts as pictures.

A drag begins when what it carries is ready: it is read and copied off the GUI thread, and begins
if the mouse button is still held down. Originals are copied, never linked: whoever opens the copy
and writes into it leaves the library's own as it is.
"""

import html
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, QUrl
from PySide6.QtGui import QDrag, QGuiApplication, QImage, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from typing_extensions import override

from workstation.desktop.deciding import Chosen
from workstation.desktop.desk import Desk
from workstation.desktop.exporting import Export
from workstation.desktop.words import day, several, tr
from workstation.domain.article import Article
from workstation.domain.ledger import BETWEEN
from workstation.errors import WorkstationError
from workstation.limits import DRAGGED_ARTICLES, DRAGGED_BYTES, DRAGGED_FILES

if TYPE_CHECKING:
    from workstation.library.library import Library, Reading

_UNFIT: Final = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u2066-\u2069\u202a-\u202e]+')
_NAME: Final = 80
"""Letters of a file's name: with its folder it has to fit wherever it is dropped."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """What a drag carries: the same in words, in words with links, and as files."""

    words: str = ""
    marked: str = ""
    files: tuple[Path, ...] = ()
    picture: bool = False
    """Whether the first file is a picture that may be taken as such."""

    def mime(self) -> QMimeData:
        """The parcel as other programs take it."""
        mime = QMimeData()
        if self.words:
            mime.setText(self.words)
        if self.marked:
            # Made of escaped words for other programs; nothing in this one takes it for markup.
            mime.setData("text/html", self.marked.encode())
        if self.files:
            mime.setUrls([QUrl.fromLocalFile(str(file)) for file in self.files])
        if self.picture:
            mime.setImageData(QImage(str(self.files[0])))
        return mime


class Dragging(QObject):
    """Prepares parcels, and starts the drag of each from a widget."""

    def __init__(self, desk: Desk, source: QWidget) -> None:
        super().__init__(source)
        self._desk = desk
        self._source = source
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        desk.closing.connect(self.clear)
        source.destroyed.connect(self.clear)

    def clear(self) -> None:
        """Removes the copies that were made for drags."""
        folder, self._folder = self._folder, None
        if folder is not None:
            folder.cleanup()

    def drag_articles(self, chosen: Chosen) -> None:
        """Starts a drag of articles."""
        library, folder = self._desk.library, self._fresh_folder()
        if library is None:
            return

        def gather(reading: "Reading") -> Parcel:
            articles = _articles(reading, chosen)
            return cited(articles, originals_of(reading, library, articles, folder))

        self._desk.ask(self, gather, self._begin, self._warn)

    def drag_chart(self, export: Export) -> None:
        """Starts a drag of a chart as a picture and a drawing."""
        folder = self._fresh_folder()
        stem = fitting(export.name) or "chart"

        def draw(reading: "Reading") -> Parcel:
            files = tuple(folder / f"{stem}{form}" for form in (".png", ".svg"))
            for file in files:
                export.write(reading, file)
            return Parcel(files=files, picture=True)

        self._desk.ask(self, draw, self._begin, self._warn)

    def copy_citations(self, chosen: Chosen) -> None:
        """Puts the citations of articles on the clipboard."""

        def copy(articles: list[Article]) -> None:
            QGuiApplication.clipboard().setMimeData(cited(articles).mime())
            one = self.tr("The citation is on the clipboard.")
            many = self.tr("{n} citations are on the clipboard.")
            self._desk.notices.say(several(len(articles), one, many))

        self._desk.ask(self, lambda reading: _articles(reading, chosen), copy)

    def _fresh_folder(self) -> Path:
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(
                prefix="media-workstation-", ignore_cleanup_errors=True
            )
        return Path(tempfile.mkdtemp(dir=self._folder.name))

    def _begin(self, parcel: Parcel) -> None:
        if QApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            drag = QDrag(self._source)
            drag.setMimeData(parcel.mime())
            drag.exec(Qt.DropAction.CopyAction)

    def _warn(self, error: BaseException) -> None:
        if isinstance(error, WorkstationError):
            self._desk.notices.warn(error.sentence)
        elif isinstance(error, OSError):
            words = self.tr("Nothing can be dragged out: {why}.")
            self._desk.notices.warn(words.format(why=error.strerror))
        else:
            self._desk.jobs.broke.emit(error)


class Handle(QObject):
    """Lets something be dragged from a button that is else for clicking."""

    def __init__(self, button: QToolButton, drag: Callable[[], None]) -> None:
        super().__init__(button)
        self._button = button
        self._drag = drag
        self._pressed: QPoint | None = None
        button.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            place = event.position().toPoint()
            if event.type() == QEvent.Type.MouseButtonPress:
                self._pressed = place
            elif event.type() == QEvent.Type.MouseMove and self._pressed is not None:
                far = (place - self._pressed).manhattanLength()
                if far >= QApplication.startDragDistance():
                    self._pressed = None
                    self._button.setDown(False)
                    self._drag()
                    return True
            elif event.type() == QEvent.Type.MouseButtonRelease:
                self._pressed = None
        return super().eventFilter(watched, event)


def cited(articles: Iterable[Article], files: tuple[Path, ...] = ()) -> Parcel:
    """Articles as citations, one a line."""
    told = list(articles)
    marked = "".join(f"<p>{_marked(article)}</p>" for article in told)
    return Parcel("\n".join(map(citation, told)), marked, files)


def citation(article: Article) -> str:
    """An article as it is cited: author, title, outlet, day and address."""
    return ", ".join(filter(None, (*_parts(article), article.url)))


def originals_of(
    reading: "Reading", library: "Library", articles: Iterable[Article], folder: Path
) -> tuple[Path, ...]:
    """Copies of the originals of some articles, each once, with names that say what they are.

    Raises:
        OSError: they cannot be copied.
    """
    from workstation.library import lasting, originals  # noqa: PLC0415 - start-up stays light

    first: dict[str, Article] = {}
    for article in articles:
        first.setdefault(article.sha256, article)
    made, room = [], DRAGGED_BYTES
    alone = lasting.alone(reading, list(first))
    for sha256, article in list(first.items())[:DRAGGED_FILES]:
        source = originals.path(library, sha256)
        if not source.is_file() or source.stat().st_size > room:
            continue
        room -= source.stat().st_size
        target = _free(folder, _file_name(article, alone=sha256 in alone))
        shutil.copyfile(source, target)
        made.append(target)
    return tuple(made)


def fitting(name: str) -> str:
    """A name as every system takes it for a file."""
    return " ".join(_UNFIT.sub(" ", name).split()).strip(". ")[:_NAME].rstrip(". ")


def _articles(reading: "Reading", chosen: Chosen) -> list[Article]:
    from workstation.library import corpus  # noqa: PLC0415 - start-up stays light

    numbers = chosen.ask(reading).facet("article")[:DRAGGED_ARTICLES]
    found = corpus.numbered(reading, map(int, numbers))
    return [found[int(one)] for one in numbers if int(one) in found]


def _file_name(article: Article, *, alone: bool) -> str:
    """An original's name: its article's, or its own where it holds several."""
    own = PurePath(article.file.partition(BETWEEN)[0].replace("\\", "/"))
    suffix = fitting(own.suffix[1:])
    stem = fitting(own.stem)
    if alone:
        when = article.day.isoformat() if article.day else ""
        stem = fitting(" ".join(filter(None, (when, article.outlet, "-", article.title))))
    return f"{stem or 'article'}.{suffix}" if suffix else stem or "article"


def _free(folder: Path, name: str) -> Path:
    path, n = folder / name, 2
    while path.exists():
        path, n = folder / f"{Path(name).stem} {n}{Path(name).suffix}", n + 1
    return path


def _parts(article: Article) -> tuple[str, ...]:
    title = tr("Citation", "“{title}”").format(title=article.title)
    when = tr("Citation", "undated") if article.day is None else day(article.day)
    return article.author, title, article.outlet, when


def _marked(article: Article) -> str:
    author, title, outlet, when = map(html.escape, _parts(article))
    parts = [author, title, f"<i>{outlet}</i>" if outlet else "", when]
    if article.url.startswith(("https://", "http://")):
        address = html.escape(article.url, quote=True)
        parts.append(f'<a href="{address}">{address}</a>')
    elif article.url:
        parts.append(html.escape(article.url))
    return ", ".join(filter(None, parts))
