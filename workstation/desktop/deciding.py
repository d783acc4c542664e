"""Decisions from the window: taken off the GUI thread, told in a notice, and taken back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from workstation.desktop import sentences
from workstation.desktop.jobs import Jobs
from workstation.desktop.notices import Notices
from workstation.desktop.words import mentions_in_articles, number
from workstation.domain.article import Published
from workstation.domain.decision import ABOUT_OUTLETS, Decision, Order, Reach, Verb
from workstation.domain.meaning import Pointed, Said
from workstation.domain.selection import Selection
from workstation.errors import WorkstationError
from workstation.limits import QUOTE_CHARACTERS

if TYPE_CHECKING:
    from workstation.library.library import Library, Reading

_TERMS: Final[dict[Verb, int]] = {"merge": 1, "split": 2, "rename": 1, "kind": 1, "alias": 1}


@dataclass(frozen=True, slots=True)
class Chosen:
    """Some articles of a list: how many, the question for which, and how many all are."""

    count: int
    ask: "Callable[[Reading], Selection]"
    of: int


class Deciding(QObject):
    """Takes orders: whole ones at once, others after somebody was asked what they lack."""

    lacking = Signal(object)
    """An `Order` that a dialog has to complete, or to show with what it reaches."""
    meaning_wanted = Signal(object, bool)
    """`Pointed` words for whose meaning a dialog has to ask, and whether it is to be everywhere."""
    dates_wanted = Signal(object)
    """`Chosen` articles for whose dates a dialog has to ask."""

    def __init__(
        self,
        jobs: Jobs,
        notices: Notices,
        library: "Callable[[], Library | None]",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._notices = notices
        self._library = library

    def want(self, order: Order) -> None:
        """Takes a decision, or has it completed first."""
        if not order.subject or len(order.terms) < _TERMS.get(order.verb, 0):
            self.propose(order)
        else:
            self.take(order)

    def propose(self, order: Order) -> None:
        """Has a decision completed, or looked at once more, before it is taken."""
        self.lacking.emit(order)

    def take(self, order: Order) -> None:
        """Takes a decision that lacks nothing."""
        from workstation.curating import decisions  # noqa: PLC0415 - start-up stays light

        self._do(lambda library: decisions.decide(library, order), self._told)

    def about_paragraph(self, verb: Verb, *, article: int, start: int, quote: str) -> None:
        """Decides about a paragraph, or shows first what that reaches in a whole outlet."""
        from workstation.curating import decisions  # noqa: PLC0415 - start-up stays light

        library = self._library()
        if library is None:
            return

        def make() -> Order:
            with library.read() as reading:
                held = quote[:QUOTE_CHARACTERS]
                return decisions.order(reading, verb, str(article), held, at=("text", start))

        deliver = self.propose if verb in ABOUT_OUTLETS else self.take
        self._jobs.read(self, make, deliver, self._warn)

    def names_nobody(self, words: Pointed, *, here: bool) -> None:
        """Decides that a mention names nobody, or all of an article that read so."""
        from workstation.curating import decisions  # noqa: PLC0415 - start-up stays light

        def decide(library: "Library") -> Decision:
            at = (words.field, words.start) if here else None
            with library.read() as reading:
                order = decisions.order(
                    reading, "no-mention", str(words.article), words.quote, at=at
                )
            return decisions.decide(library, order)

        self._do(decide, self._told)

    def ask_meaning(self, words: Pointed, *, everywhere: bool) -> None:
        """Has somebody asked whom words mean: there, or wherever they stand."""
        self.meaning_wanted.emit(words, everywhere)

    def say(self, said: Said) -> None:
        """Decides whom words mean."""
        from workstation.curating import pointing  # noqa: PLC0415 - start-up stays light

        self._do(lambda library: pointing.take(library, said), self._told)

    def foresee(
        self,
        owner: object,
        said: Said,
        deliver: Callable[[Reach], None],
        fail: Callable[[BaseException], None],
    ) -> None:
        """Tells an owner how much it would change if words meant somebody."""
        from workstation.curating import pointing  # noqa: PLC0415 - start-up stays light

        library = self._library()
        if library is not None:
            self._jobs.read(owner, lambda: pointing.preview(library, said), deliver, fail)

    def if_capital(self, owner: object, name: str, deliver: Callable[[str], None]) -> None:
        """Tells an owner what a capital means now: "place", "state" or "both"; else nothing."""
        from workstation.curating import metonyms  # noqa: PLC0415 - start-up stays light

        library = self._library()
        if library is None:
            return

        def ask() -> str:
            with library.read() as reading:
                return metonyms.meant(reading, name)

        self._jobs.read(owner, ask, lambda meant: deliver(meant) if meant else None, self._warn)

    def about_capital(self, name: str, meant: str) -> None:
        """Decides whether a capital means its town or its state."""
        from workstation.curating import decisions, metonyms  # noqa: PLC0415

        self._do(lambda lib: decisions.decide(lib, metonyms.order(name, meant)), self._told)

    def date(self, days: Mapping[int, Published], reason: str) -> None:
        """Sets the dates of articles, by their numbers, which one undo takes back."""
        from workstation.curating import dating, decisions  # noqa: PLC0415 - start-up stays light

        def decide(library: "Library") -> Decision:
            with library.read() as reading:
                orders = list(dating.orders(reading, days, reason=reason))
            return decisions.told(decisions.date_all(library, orders))

        def tell(decision: Decision) -> None:
            told = self.tr("Set the dates of {n} articles.").format(n=number(len(days)))
            words = _sentence(decision) if len(days) == 1 else told
            self._notices.say(words, self.tr("Undo"), self.undo)

        if days:
            self._do(decide, tell)

    def undo(self) -> None:
        """Takes back the last decision."""
        from workstation.curating import decisions  # noqa: PLC0415 - start-up stays light

        self._do(decisions.undo, self._told_back)

    def redo(self) -> None:
        """Puts the decision back that was taken back last."""
        from workstation.curating import decisions  # noqa: PLC0415 - start-up stays light

        self._do(decisions.redo, self._told)

    def take_back(self, number: int) -> None:
        """Takes one decision back, whenever it was taken."""
        from workstation.curating import decisions  # noqa: PLC0415 - start-up stays light

        def tell(revocation: Decision) -> None:
            put_back = partial(self.put_back, number)
            self._notices.say(sentences.told(revocation.words), self.tr("Put back"), put_back)

        self._do(lambda library: decisions.undo(library, number=number), tell)

    def put_back(self, number: int) -> None:
        """Lets a decision that was taken back hold again."""
        from workstation.curating import decisions  # noqa: PLC0415 - start-up stays light

        def tell(revocation: Decision) -> None:
            take_back = partial(self.take_back, number)
            self._notices.say(sentences.told(revocation.words), self.tr("Take back"), take_back)

        self._do(lambda library: decisions.put_back(library, number), tell)

    def preview(self, owner: object, order: Order, deliver: Callable[[Reach], None]) -> None:
        """Tells an owner how much a decision would change."""
        from workstation.curating import decisions  # noqa: PLC0415 - start-up stays light

        library = self._library()
        if library is not None:
            self._jobs.read(owner, lambda: decisions.preview(library, order), deliver, self._warn)

    def objection(self, owner: object, order: Order, deliver: Callable[[str], None]) -> None:
        """Tells an owner what an earlier decision says against an order, or ""."""
        from workstation.curating import decisions  # noqa: PLC0415 - start-up stays light

        library = self._library()
        if library is None:
            return

        def ask() -> str:
            with library.read() as reading:
                return decisions.warning(reading, order)

        self._jobs.read(owner, ask, deliver, self._warn)

    def _do(
        self,
        act: "Callable[[Library], Decision]",
        tell: Callable[[Decision], None],
    ) -> None:
        library = self._library()
        if library is not None:
            self._jobs.write(lambda: act(library), tell, self._warn)

    def _told(self, decision: Decision) -> None:
        self._notices.say(_sentence(decision), self.tr("Undo"), self.undo)

    def _told_back(self, decision: Decision) -> None:
        self._notices.say(sentences.told(decision.words), self.tr("Redo"), self.redo)

    def _warn(self, error: BaseException) -> None:
        if isinstance(error, WorkstationError):
            self._notices.warn(error.sentence)
        else:
            self._jobs.broke.emit(error)


def _sentence(decision: Decision) -> str:
    reach, words = decision.reach, sentences.told(decision.words)
    if not reach.mentions:
        return words
    return f"{words} {mentions_in_articles(reach.mentions, reach.articles)}."
