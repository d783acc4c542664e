"""What a reader may say of words, and of a mention: menus for the pointer, commands for keys."""

from functools import partial
from typing import Final

from PySide6.QtWidgets import QMenu

from workstation.desktop.deciding import Deciding
from workstation.desktop.panes.reader.paper import Paper
from workstation.desktop.words import isolated, kind_name, tr
from workstation.domain.actor import KINDS, Kind
from workstation.domain.decision import Order, Verb
from workstation.domain.meaning import Pointed
from workstation.domain.mention import Mention

_LONGEST: Final = 120
"""Code points of words that may be a name."""
_SHORT: Final = 30
_TOWNS: Final = frozenset({"state", "place", "government"})
"""Kinds of actor that a capital can mean."""


def chosen(paper: Paper) -> Pointed | None:
    """The selected words without the blanks around them, if they can be a name."""
    opened, place = paper.opened, paper.chosen()
    if opened is None or place is None:
        return None
    field, start, end = place
    words = (opened.body.title if field == "title" else opened.body.text)[start:end]
    quote = words.strip()
    # A title that was made of the text's first words is no place to hold on to.
    derived = field == "title" and opened.article.title_derived
    if derived or "\n" in quote or len(quote) > _LONGEST or not any(map(str.isalnum, quote)):
        return None
    start += len(words) - len(words.lstrip())
    same = (field, start, start + len(quote))
    there = (m.kind for m in opened.mentions if (m.field, m.start, m.end) == same)
    return Pointed(opened.article.id, field, start, quote, next(there, None))


def at_mention(mention: Mention) -> Pointed:
    """The words of a mention."""
    return Pointed(mention.article, mention.field, mention.start, mention.text, mention.kind)


def offer_words(menu: QMenu, deciding: Deciding, words: Pointed) -> None:
    """Adds what may be said of selected words."""
    quote = _quoted(words.quote)
    here = tr("Reader", "{words} is…").format(words=quote)
    menu.addAction(here, partial(deciding.ask_meaning, words, everywhere=False))
    wide = tr("Reader", "{words} means an actor everywhere…").format(words=quote)
    menu.addAction(wide, partial(deciding.ask_meaning, words, everywhere=True))


def offer_mention(menu: QMenu, deciding: Deciding, mention: Mention) -> None:
    """Adds what may be said of a mention, and of the actor that it means."""
    menu.addSeparator()
    words, quote = at_mention(mention), _quoted(mention.text)
    one = partial(deciding.ask_meaning, words, everywhere=False)
    menu.addAction(tr("Reader", "This one means somebody else…"), one)
    wide = tr("Reader", "{words} means an actor everywhere…").format(words=quote)
    menu.addAction(wide, partial(deciding.ask_meaning, words, everywhere=True))
    actor = mention.actor_id
    if actor is None:
        return
    if mention.kind in _TOWNS:
        _offer_meanings(menu, deciding, mention.text)
    menu.addSeparator()
    orders: tuple[tuple[str, Order], ...] = (
        (tr("Reader", "Merge into…"), Order("merge", actor)),
        (tr("Reader", "Rename…"), Order("rename", actor)),
        (tr("Reader", "Another name…"), Order("alias", actor)),
        (tr("Reader", "Split off…"), Order("split", actor, ("", mention.text))),
    )
    for told, order in orders:
        menu.addAction(told, partial(deciding.propose, order))
    kinds(menu, deciding, actor, mention.kind)
    _offer_nobody(menu, deciding, mention, words)
    nobody: Verb = "not-an-actor"
    menu.addAction(
        tr("Reader", "Not an actor, anywhere"), partial(deciding.want, Order(nobody, actor))
    )


def _offer_nobody(menu: QMenu, deciding: Deciding, mention: Mention, words: Pointed) -> None:
    """Adds how far some words name nobody."""
    actor, quote = mention.actor_id, _quoted(mention.text)
    listed = menu.addMenu(tr("Reader", "{words} names nobody").format(words=quote))
    for told, here in (
        (tr("Reader", "Here\tDel"), True),
        (tr("Reader", "In this article"), False),
    ):
        listed.addAction(told, partial(deciding.names_nobody, words, here=here))
    if actor is not None:
        named = f"“{isolated(mention.actor or '')}”".replace("&", "&&")
        everywhere = tr("Reader", "Wherever it was read as {actor}").format(actor=named)
        order = Order("no-name", actor, (mention.text,))
        listed.addAction(everywhere, partial(deciding.want, order))


def kinds(menu: QMenu, deciding: Deciding, actor: str, now: Kind | None) -> None:
    """Adds the kinds that an actor may be of."""
    listed = menu.addMenu(tr("Reader", "Kind"))
    for kind in KINDS:
        action = listed.addAction(
            kind_name(kind), partial(deciding.want, Order("kind", actor, (kind,)))
        )
        action.setCheckable(True)
        action.setChecked(kind == now)


def _offer_meanings(menu: QMenu, deciding: Deciding, name: str) -> None:
    """Adds what a capital may mean, once it is known that the name is one."""
    towns = menu.addMenu(tr("Reader", "{words} always means").format(words=_quoted(name)))
    towns.menuAction().setVisible(False)
    meanings = {
        "place": tr("Reader", "the town"),
        "state": tr("Reader", "the state"),
        "both": tr("Reader", "the one or the other, as the text says"),
    }
    for meant, words in meanings.items():
        action = towns.addAction(words, partial(deciding.about_capital, name, meant))
        action.setCheckable(True)
        action.setData(meant)

    def show(now: str) -> None:
        towns.menuAction().setVisible(True)
        for action in towns.actions():
            action.setChecked(action.data() == now)
            action.setEnabled(action.data() != now)

    deciding.if_capital(menu, name, show)


def _quoted(words: str) -> str:
    # What stands behind an ampersand would be the key of a menu.
    return f"“{isolated(words if len(words) <= _SHORT else f'{words[:_SHORT]}…')}”".replace(
        "&", "&&"
    )
