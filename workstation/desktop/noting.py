"""Stars, labels, what was read and notes: set off the GUI thread, told in a notice, taken back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from workstation.desktop.deciding import Chosen, Deciding
from workstation.desktop.jobs import Jobs
from workstation.desktop.notices import Notices
from workstation.desktop.selection_model import SelectionModel
from workstation.desktop.words import isolated, several, tone_name
from workstation.domain.event import Event
from workstation.domain.note import Note
from workstation.domain.selection import Aspect, Selection
from workstation.domain.signs import IRRELEVANT, READ, RELEVANT, STARRED, Sign, Signs
from workstation.errors import WorkstationError
from workstation.settings import Settings

if TYPE_CHECKING:
    from workstation.domain.mention import Field
    from workstation.library.library import Library, Reading, Writing
    from workstation.library.signs import Undoing

_STEPS: Final = 100
"""Changes that Ctrl+Z takes back: nobody remembers more of them."""

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Step:
    """A change that can be taken back; `at` tells whether a decision came after it."""

    words: str
    at: datetime
    take_back: "Callable[[Writing], object]"


@dataclass(frozen=True, slots=True)
class Wish:
    """A note that is to be written, about an article or a passage of it, or changed."""

    article: int
    passage: "tuple[Field, int, int] | None" = None
    quote: str = ""
    note: Note | None = None


@dataclass(frozen=True, slots=True)
class Planned:
    """Days on which something happened, and the article in focus; or an event to be changed."""

    first: date
    last: date
    article: int | None = None
    event: Event | None = None


class Noting(QObject):
    """Keeps what an analyst sets on articles and writes about them."""

    labels_wanted = Signal(object)
    """`Chosen` articles for whose labels a dialog has to ask."""
    label_name_wanted = Signal(str)
    """A label for whose other name a dialog has to ask."""
    note_wanted = Signal(object)
    """A `Wish` for whose words a dialog has to ask."""
    event_wanted = Signal(object)
    """A `Planned` event for whose words a dialog has to ask."""

    def __init__(
        self,
        jobs: Jobs,
        notices: Notices,
        deciding: Deciding,
        selection: SelectionModel,
        library: "Callable[[], Library | None]",
    ) -> None:
        super().__init__(selection)
        self._jobs = jobs
        self._notices = notices
        self._deciding = deciding
        self._selection = selection
        self._library = library
        self._steps: list[Step] = []
        self.reading = QTimer(self)
        self.reading.setSingleShot(True)
        self._notes_read = True
        self.read_after(Settings().read_after)
        self.reading.timeout.connect(self._note_read)
        selection.changed.connect(self._selection_changed)

    def read_after(self, seconds: int) -> None:
        """Takes an article that is open for so long for read; none for 0 seconds."""
        self._notes_read = seconds > 0
        self.reading.stop()
        self.reading.setInterval(seconds * 1000)

    def start_over(self) -> None:
        """Forgets what is of the library that was open."""
        self.reading.stop()
        self._steps.clear()

    # Signs ------------------------------------------------------------------------------------

    def toggle(self, chosen: Chosen, sign: Sign) -> None:
        """Sets a sign on the chosen articles, or takes it away where all of them have it."""
        from workstation.library import signs  # noqa: PLC0415 - start-up stays light

        def act(writing: "Writing") -> "tuple[Undoing, bool]":
            numbers = _numbers(writing, chosen)
            there = signs.of(writing, numbers)
            every = all(sign in there.get(number, Signs()) for number in numbers)
            put, take = ((), (sign,)) if every else ((sign,), ())
            done = signs.change(writing, numbers, put=put, take=take, who=_me())
            return done, not every

        def tell(answer: "tuple[Undoing, bool]") -> None:
            done, is_set = answer
            self._told(self._sign_words(sign, len(done.articles), is_set=is_set), done)

        self._do(act, tell)

    def label(self, chosen: Chosen, put: Sequence[str], take: Sequence[str]) -> None:
        """Gives the chosen articles labels, and takes others from them."""
        from workstation.library import signs  # noqa: PLC0415 - start-up stays light

        def act(writing: "Writing") -> "Undoing":
            added, removed = ([Sign("label", one) for one in some] for some in (put, take))
            numbers = _numbers(writing, chosen)
            return signs.change(writing, numbers, put=added, take=removed, who=_me())

        def tell(done: "Undoing") -> None:
            one = self.tr("Changed the labels of 1 article.")
            many = self.tr("Changed the labels of {n} articles.")
            self._told(several(len(done.articles), one, many), done)

        self._do(act, tell)

    def rename_label(self, label: str, name: str) -> None:
        """Gives a label another name; one that is there already takes it in."""
        from workstation.library import signs  # noqa: PLC0415 - start-up stays light

        def tell(done: "Undoing") -> None:
            told = self.tr("The label “{old}” is now “{new}”.")
            self._told(told.format(old=isolated(label), new=isolated(name)), done)

        self._do(lambda writing: signs.rename_label(writing, label, name), tell)

    def _sign_words(self, sign: Sign, n: int, *, is_set: bool) -> str:
        if sign.name == "tone":
            tone = tone_name(sign.label)
            one = self.tr("The tone of 1 article is {tone}.")
            many = self.tr("The tone of {n} articles is {tone}.")
            open_one = self.tr("The tone of 1 article is open again.")
            open_many = self.tr("The tone of {n} articles is open again.")
            return several(n, *((one, many) if is_set else (open_one, open_many)), tone=tone)
        words = {
            STARRED: (self.tr("1 article has a star."), self.tr("{n} articles have a star.")),
            READ: (self.tr("1 article is read."), self.tr("{n} articles are read.")),
            RELEVANT: (
                self.tr("1 article is relevant."),
                self.tr("{n} articles are relevant."),
            ),
            IRRELEVANT: (
                self.tr("1 article is not relevant."),
                self.tr("{n} articles are not relevant."),
            ),
        }
        without = {
            STARRED: (
                self.tr("1 article has no star any more."),
                self.tr("{n} articles have no star any more."),
            ),
            READ: (self.tr("1 article is unread."), self.tr("{n} articles are unread.")),
        }
        nobody = (
            self.tr("Whether 1 article is relevant is open again."),
            self.tr("Whether {n} articles are relevant is open again."),
        )
        return several(n, *(words[sign] if is_set else without.get(sign, nobody)))

    def _told(self, words: str, done: "Undoing") -> None:
        from workstation.library import signs  # noqa: PLC0415 - start-up stays light

        if done.articles:
            back = done.reverse
            self.remember(words, lambda writing: signs.again(writing, back))

    # What is read -----------------------------------------------------------------------------

    def _selection_changed(self, selection: Selection, aspects: frozenset[Aspect]) -> None:
        if "focus" not in aspects:
            return
        library = self._library()
        self.reading.stop()
        writing = library is not None and not library.read_only
        if self._notes_read and writing and selection.focus is not None:
            self.reading.start()

    def _note_read(self) -> None:
        from workstation.library import signs  # noqa: PLC0415 - start-up stays light

        focus, library = self._selection.value.focus, self._library()
        if focus is None or library is None:
            return

        def note() -> None:
            with library.read() as reading:
                known = READ in signs.of(reading, [focus]).get(focus, Signs())
            if not known:
                with library.write() as writing:
                    signs.change(writing, [focus], put=(READ,), who=_me())

        # It may have been erased meanwhile, which is no news.
        self._jobs.write(note, _nothing, lambda _error: None)

    # Notes ------------------------------------------------------------------------------------

    def write(self, wish: Wish, words: str) -> None:
        """Writes the note of a wish, or gives it other words."""
        from workstation.library import notes  # noqa: PLC0415 - start-up stays light

        def add(writing: "Writing") -> "Callable[[Writing], object]":
            if wish.note is not None:
                before = notes.change(writing, wish.note.number, words)
                return lambda again: notes.put_back(again, before)
            number = notes.add(writing, wish.article, words, who=_me(), passage=wish.passage)
            return lambda again: notes.remove(again, number)

        told = self.tr("The note is changed.") if wish.note else self.tr("The note is written.")
        self.keep(add, told)

    def delete(self, note: Note) -> None:
        """Deletes a note."""
        from workstation.library import notes  # noqa: PLC0415 - start-up stays light

        def tell(kept: "notes.Kept") -> None:
            words = self.tr("The note is deleted.")
            self.remember(words, lambda writing: notes.put_back(writing, kept))

        self._do(lambda writing: notes.remove(writing, note.number), tell)

    def keep(self, act: "Callable[[Writing], Callable[[Writing], object]]", words: str) -> None:
        """Does what the function that it returns takes back, and says so."""
        self._do(act, lambda back: self.remember(words, back))

    # Undo -------------------------------------------------------------------------------------

    def undo(self) -> None:
        """Takes back what was done last: here, or as a decision."""
        library = self._library()
        if library is None or not self._steps:
            self._deciding.undo()
            return
        step = self._steps[-1]

        def later() -> bool:
            from workstation.curating import decisions  # noqa: PLC0415 - start-up stays light

            with library.read() as reading:
                log = decisions.log(reading)
            mine = (d for d in log if d.revoked_by is None and d.who == decisions.me())
            return any(d.order.verb != "revoke" and d.at > step.at for d in mine)

        def go_on(decided: bool) -> None:
            if decided:
                self._deciding.undo()
            else:
                self._take_back(step)

        self._jobs.write(later, go_on, self._warn)

    def remember(self, words: str, take_back: "Callable[[Writing], object]") -> None:
        """Tells of a change that is made, with the way to take it back."""
        step = Step(words, datetime.now(UTC), take_back)
        self._steps = [*self._steps, step][-_STEPS:]
        self._notices.say(words, self.tr("Undo"), lambda: self._take_back(step))

    def _take_back(self, step: Step) -> None:
        if step not in self._steps:
            return
        self._steps.remove(step)
        told = self.tr("Taken back: {words}").format(words=step.words)
        self._do(step.take_back, lambda _done: self._notices.say(told))

    def _do(self, act: "Callable[[Writing], Answer]", deliver: "Callable[[Answer], None]") -> None:
        library = self._library()
        if library is None:
            return

        def write() -> Answer:
            with library.write() as writing:
                return act(writing)

        self._jobs.write(write, deliver, self._warn)

    def _warn(self, error: BaseException) -> None:
        if isinstance(error, WorkstationError):
            self._notices.warn(error.sentence)
        else:
            self._jobs.broke.emit(error)


def _numbers(reading: "Reading", chosen: Chosen) -> list[int]:
    return [int(number) for number in chosen.ask(reading).facet("article")]


def _me() -> str:
    from workstation.curating import decisions  # noqa: PLC0415 - start-up stays light

    return decisions.me()


def _nothing(_answer: object) -> None:
    return
