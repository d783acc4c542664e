"""Arguments that several verbs share."""

from argparse import ArgumentParser

from workstation.cli import typed
from workstation.cli.typed import day, place, processes, words
from workstation.domain.actor import KINDS
from workstation.domain.frequency import UNITS
from workstation.domain.selection import UNKNOWN_LANGUAGE

_LIBRARY = "a folder NAME.mwlib, or a database address"


def selection(made: ArgumentParser) -> None:
    """Which articles."""
    library(made)
    which = made.add_argument_group("selection")
    which.add_argument(
        "--query", type=words, default="", metavar="WORDS", help="as in the search field"
    )
    which.add_argument(
        "--search", type=words, default="", metavar="NAME", help="a saved search to begin with"
    )
    which.add_argument("--from", dest="first", type=day, metavar="DATE", help="first day")
    which.add_argument("--to", dest="last", type=day, metavar="DATE", help="last day")
    which.add_argument(
        "--actor",
        type=words,
        action="append",
        default=[],
        metavar="NAME",
        help="a name, an alias or an identifier; may be repeated",
    )
    which.add_argument(
        "--outlet", type=words, action="append", default=[], metavar="NAME", help="may be repeated"
    )
    which.add_argument(
        "--language",
        type=typed.language,
        action="append",
        default=[],
        metavar="CODE",
        help=f"such as en; {UNKNOWN_LANGUAGE} where the text does not tell; may be repeated",
    )
    which.add_argument(
        "--kind",
        action="append",
        default=[],
        choices=KINDS,
        metavar="KIND",
        help=f"naming an actor of a kind: {', '.join(KINDS)}",
    )
    which.add_argument("--undated", action="store_true", help="only articles without a date")
    which.add_argument(
        "--doubtful", action="store_true", help="only articles whose date deserves a second look"
    )


def library(made: ArgumentParser) -> None:
    """The library."""
    made.add_argument("library", type=place, metavar="LIBRARY", help=_LIBRARY)


def columns(made: ArgumentParser) -> None:
    """Which columns of tables hold what."""
    made.add_argument(
        "--map",
        type=typed.columns,
        default=(),
        dest="columns",
        metavar="MAPPING",
        help="which columns of tables hold what: title=Headline,text=Body, or the name of a saved "
        "mapping, or its file",
    )


def jobs(made: ArgumentParser) -> None:
    """How many processes work."""
    made.add_argument("--jobs", type=processes, default=0, metavar="N", help="worker processes")


def json(made: ArgumentParser) -> None:
    """Whether JSON is printed."""
    made.add_argument("--json", action="store_true", help="print JSON")


def unit(made: ArgumentParser) -> None:
    """What counts as one."""
    made.add_argument(
        "--count",
        choices=UNITS,
        dest="unit",
        metavar="UNIT",
        help=f"what counts as one, copies of a story or all of an outlet: {', '.join(UNITS)}",
    )
