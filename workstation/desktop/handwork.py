"""What people do to articles themselves, from the window: done off the GUI thread, and told."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from workstation.desktop.deciding import Chosen
from workstation.desktop.jobs import Jobs
from workstation.desktop.notices import Notices
from workstation.desktop.noting import Noting
from workstation.desktop.words import several
from workstation.domain.decision import Decision, Edited
from workstation.errors import WorkstationError

if TYPE_CHECKING:
    from workstation.curating.erasing import Erasure
    from workstation.library.library import Library, Writing

Answer = TypeVar("Answer")


class Handwork(QObject):
    """Edits articles, gives them other texts, and erases them."""

    edit_wanted = Signal(object)
    """`Chosen` articles for whose facts a dialog has to ask."""
    erase_wanted = Signal(object)
    """`Chosen` articles of which a dialog has to tell what would go with them."""
    erased = Signal(object)
    """The numbers of articles that are gone."""

    def __init__(
        self,
        jobs: Jobs,
        notices: Notices,
        noting: Noting,
        library: "Callable[[], Library | None]",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._notices = notices
        self._noting = noting
        self._library = library

    def edit(self, chosen: Chosen, facts: Mapping[Edited, str], reason: str) -> None:
        """Decides what the chosen articles are, as far as they are something else."""
        from workstation.curating import decisions, editing  # noqa: PLC0415 - start-up stays light
        from workstation.library import corpus  # noqa: PLC0415

        def decide(library: "Library") -> list[Decision]:
            with library.read() as reading:
                found = corpus.articles(reading, chosen.ask(reading), limit=None)
                wanted = editing.changes(reading, [one.id for one in found], facts)
                orders = list(editing.orders(reading, wanted, reason=reason))
            return decisions.decide_at_once(library, orders) if orders else []

        def tell(taken: list[Decision]) -> None:
            if not taken:
                self._notices.say(self.tr("Nothing was changed."))
                return
            articles = len({one.order.subject for one in taken})
            many = self.tr("Edited {n} articles.")
            told = taken[0].words if len(taken) == 1 else self.tr("Edited 1 article.")
            words = several(articles, told, many)
            self._notices.say(words, self.tr("Undo"), self._noting.undo)

        self._do(decide, tell)

    def rewrite(self, article: int, text: str) -> None:
        """Gives an article another text; the former one is kept."""
        from workstation.curating import decisions  # noqa: PLC0415 - start-up stays light
        from workstation.importing import rewriting  # noqa: PLC0415

        who = decisions.me()

        def act(library: "Library") -> int:
            with library.write() as writing:
                return rewriting.rewrite(writing, article, text, who=who)

        def tell(former: int) -> None:
            def take_back(writing: "Writing") -> object:
                return rewriting.restore(writing, article, former, who=who)

            words = self.tr("The article has another text; the former one is kept.")
            self._noting.remember(words, take_back)

        self._do(act, tell)

    def foresee_erasing(
        self,
        owner: object,
        chosen: Chosen,
        deliver: "Callable[[tuple[list[int], Erasure]], None]",
        fail: Callable[[BaseException], None],
    ) -> None:
        """Tells an owner which articles would be erased, and what with them."""
        from workstation.curating import erasing  # noqa: PLC0415 - start-up stays light
        from workstation.library import corpus  # noqa: PLC0415

        library = self._library()
        if library is None:
            return

        def ask() -> "tuple[list[int], Erasure]":
            with library.read() as reading:
                found = corpus.articles(reading, chosen.ask(reading), limit=None)
            numbers = [one.id for one in found]
            return numbers, erasing.preview(library, numbers)

        self._jobs.read(owner, ask, deliver, fail)

    def erase(self, numbers: Sequence[int]) -> None:
        """Erases articles for good."""
        from workstation.curating import erasing  # noqa: PLC0415 - start-up stays light

        library = self._library()
        if library is None:
            return

        def tell(_erasure: object) -> None:
            # Nothing of what was told of them may come back by an undo.
            self._noting.start_over()
            self.erased.emit(tuple(numbers))
            one, many = self.tr("1 article is erased."), self.tr("{n} articles are erased.")
            self._notices.say(several(len(numbers), one, many))

        self._jobs.start(
            self.tr("Erasing"),
            lambda _tell, _cancelled: erasing.erase(library, numbers),
            tell,
            self._warn,
        )

    def _do(self, act: "Callable[[Library], Answer]", tell: Callable[[Answer], None]) -> None:
        library = self._library()
        if library is not None:
            self._jobs.write(lambda: act(library), tell, self._warn)

    def _warn(self, error: BaseException) -> None:
        if isinstance(error, WorkstationError):
            self._notices.warn(error.sentence)
        else:
            self._jobs.broke.emit(error)
