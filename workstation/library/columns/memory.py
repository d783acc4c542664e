"""What was found out about an image once need not be found out again: panes ask together."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from typing import Any, Final, TypeVar

Found = TypeVar("Found")

_KEPT: Final = 24
"""Of a million articles a mask has a mebibyte."""


class Memory:
    """The latest answers by question; of several who ask the same at once, one finds it out."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: OrderedDict[Hashable, Future[Any]] = OrderedDict()

    def recall(self, question: Hashable, find: Callable[[], Found]) -> Found:
        """The answer to a question, found out where nobody has yet.

        Raises:
            Exception: what finding it raised, to everybody who asked at once.
        """
        answer: Future[Found] = Future()
        with self._lock:
            known = self._known.get(question)
            if known is None:
                self._known[question] = answer
                if len(self._known) > _KEPT:
                    self._known.popitem(last=False)
            else:
                self._known.move_to_end(question)
        if known is not None:
            return known.result()  # type: ignore[no-any-return]
        try:
            answer.set_result(find())
        except BaseException as error:
            with self._lock:
                self._known.pop(question, None)
            answer.set_exception(error)
            raise
        return answer.result()
