"""What a reader may say of a paragraph: whether it is the article's own, here or everywhere."""

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from workstation.desktop.deciding import Deciding
from workstation.desktop.panes.reader.model import Opened
from workstation.desktop.panes.reader.paper import Paper
from workstation.desktop.words import isolated, tr
from workstation.domain.anchor import paragraphs
from workstation.domain.decision import Verb


def paragraph_at(paper: Paper, opened: Opened, point: QPoint) -> tuple[int, int] | None:
    """The paragraph of the text under a point of the viewport, by its start and end."""
    place = paper.placement
    found = place and place.offset(paper.cursorForPosition(point).position())
    if not found or found[0] != "text":
        return None
    at = found[1]
    # A cursor may stand behind the last letter.
    return next(paragraphs(opened.body.text, max(0, at - 1), at + 1), None)


def offer(menu: QMenu, paper: Paper, point: QPoint, deciding: Deciding) -> None:
    """Adds what can be said of the paragraph at a point, in this article and in its outlet."""
    opened = paper.opened
    place = None if opened is None else paragraph_at(paper, opened, point)
    if opened is None or place is None:
        return
    start, end = place
    set_aside = any(p.start < end and start < p.end for p in opened.body.passages)
    words, wide = _words(set_aside=set_aside)
    here: Verb = "body" if set_aside else "boilerplate"
    everywhere: Verb = "outlet-body" if set_aside else "outlet-boilerplate"
    decide = partial(deciding.about_paragraph, article=opened.article.id, start=start)
    quote = opened.body.text[start:end]
    menu.addSeparator()
    menu.addAction(words, partial(decide, here, quote=quote))
    if opened.article.outlet:
        told = wide.format(outlet=isolated(opened.article.outlet).replace("&", "&&"))
        menu.addAction(told, partial(decide, everywhere, quote=quote))


def _words(*, set_aside: bool) -> tuple[str, str]:
    if set_aside:
        return (
            tr("Reader", "These are the article's words"),
            tr("Reader", "These are the article's words in every article of {outlet}…"),
        )
    return (
        tr("Reader", "Not the article's words"),
        tr("Reader", "Not the article's words in every article of {outlet}…"),
    )
