"""The verbs for labels, stars and notes: label, notes."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from workstation.cli import arguments
from workstation.cli.listing import selection_of, table
from workstation.cli.streams import say
from workstation.cli.telling import print_json, several
from workstation.cli.typed import words
from workstation.domain.note import Note
from workstation.domain.signs import IRRELEVANT, READ, RELEVANT, STARRED, TONES, Sign

if TYPE_CHECKING:
    from workstation.library.signs import Undoing

_FLAGS: dict[str, Sign] = {
    "starred": STARRED,
    "read": READ,
    "relevant": RELEVANT,
    "irrelevant": IRRELEVANT,
}
_SIGNS: dict[str, Sign] = _FLAGS | {tone: Sign("tone", tone) for tone in TONES}


def add_verbs(verb: Callable[..., ArgumentParser]) -> None:
    """Adds the verbs."""
    made = verb(
        "label",
        label,
        "label articles, star them, or list the labels",
        "desk.mwlib                       (the labels, and how many articles have each)\n"
        "          workstation label desk.mwlib 12 14 --add Withdrawal --set starred\n"
        "          workstation label desk.mwlib 12 --remove Withdrawal --unset read\n"
        "          workstation label desk.mwlib 12 --set negative\n"
        "          workstation label desk.mwlib --rename Withdrawal 'The withdrawal'\n"
        "          workstation articles desk.mwlib --query 'label:Withdrawal is:starred'",
    )
    arguments.library(made)
    made.add_argument("articles", nargs="*", type=int, metavar="ARTICLE", help="by number")
    for name, told in (("--add", "a label to give"), ("--remove", "a label to take away")):
        made.add_argument(name, type=words, action="append", default=[], metavar="NAME", help=told)
    listed = ", ".join(_SIGNS)
    for name in ("--set", "--unset"):
        made.add_argument(
            name, action="append", default=[], choices=_SIGNS, metavar="SIGN", help=listed
        )
    made.add_argument(
        "--rename",
        nargs=2,
        type=words,
        metavar=("LABEL", "NAME"),
        help="give a label another name; one that is there already takes it in",
    )
    arguments.json(made)

    made = verb(
        "notes", notes, "list the notes on articles and passages", "desk.mwlib --outlet Reuters"
    )
    arguments.selection(made)
    arguments.json(made)


def label(asked: Namespace) -> int:
    """Sets labels and other signs on articles, or lists the labels."""
    from workstation.curating import decisions
    from workstation.library import annotated, signs
    from workstation.library.library import Library

    put = [*(Sign("label", one) for one in asked.add), *(_SIGNS[one] for one in asked.set)]
    take = [*(Sign("label", one) for one in asked.remove), *(_SIGNS[one] for one in asked.unset)]
    if asked.rename:
        with Library.open(asked.library) as library, library.write() as writing:
            done = signs.rename_label(writing, *asked.rename)
        return _changed(done, asked)
    if not asked.articles:
        with Library.open(asked.library, writing=False) as library, library.read() as reading:
            counted = annotated.labels(reading)
        rows = [{"label": one, "articles": n} for one, n in counted.items()]
        return print_json(rows) if asked.json else table(rows, ("articles", "label"))
    with Library.open(asked.library) as library, library.write() as writing:
        done = signs.change(writing, asked.articles, put=put, take=take, who=decisions.me())
    return _changed(done, asked)


def notes(asked: Namespace) -> int:
    """Lists the notes on the articles of a selection."""
    from workstation.library import corpus
    from workstation.library import notes as kept
    from workstation.library.library import Library

    with Library.open(asked.library, writing=False) as library, library.read() as reading:
        selection = selection_of(asked, reading)
        inside = None
        if selection.narrows:
            inside = [one.id for one in corpus.articles(reading, selection, limit=None)]
        rows = list(_rows(kept.listed(reading, inside)))
    if asked.json:
        return print_json(rows)
    return table(rows, ("note", "article", "who", "quote", "words"))


def _changed(done: "Undoing", asked: Namespace) -> int:
    if asked.json:
        return print_json({"changed": list(done.articles)})
    say(f"{several(len(done.articles), 'article')} changed.")
    return 0


def _rows(found: list[Note]) -> Iterator[dict[str, Any]]:
    for note in found:
        field, start, end = note.place or (None, None, None)
        yield {
            "note": note.number,
            "article": note.article,
            "words": note.words,
            "quote": note.anchor.quote if note.anchor else None,
            "field": field,
            "start": start,
            "end": end,
            "lost": note.lost,
            "who": note.who,
            "at": note.at.isoformat(),
            "changed": note.changed.isoformat() if note.changed else None,
        }
