"""The words of the command line: verbs, arguments, and an example for each."""

import argparse
import sys
from collections.abc import Callable
from typing import Any

from workstation import __version__
from workstation.cli import (
    arguments,
    dating,
    deciding,
    events,
    handwork,
    health,
    leaving,
    ledger,
    listing,
    mappings,
    network,
    noting,
    pipelines,
    registers,
    searches,
    streams,
    watching,
    working,
)  # fmt: skip
from workstation.cli.typed import day, offset, words
from workstation.domain.actor import KINDS
from workstation.domain.frequency import BYS

DECISIONS = (
    "merge", "split", "rename", "kind", "alias", "not-an-actor", "not-the-same", "no-name", "role",
    "metonym", "accept", "assign", "mention", "no-mention", "boilerplate", "body", "date", "edit",
)  # fmt: skip


class _Parser(argparse.ArgumentParser):
    def _print_message(self, message: str, file: Any = None) -> None:
        # Help that cannot be written would be passed over in silence.
        tell = streams.say if file is sys.stdout else streams.complain
        tell(message.rstrip("\n"))


def parser() -> _Parser:
    """The parser of the whole command line."""
    whole = _Parser(
        prog="workstation",
        description="Articles in, actors and their mentions out.",
        epilog="A LIBRARY is a folder NAME.mwlib, or a database address such as "
        "postgresql+psycopg://user@host/name. `workstation VERB --help` shows an example.",
    )
    whole.add_argument("--version", action="version", version=_version())
    verbs = whole.add_subparsers(title="verbs", required=True, metavar="VERB")

    def verb(
        name: str, run: Callable[[argparse.Namespace], int], words: str, example: str
    ) -> _Parser:
        made = verbs.add_parser(
            name,
            help=words,
            description=words,
            epilog=f"Example:  workstation {name} {example}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        made.set_defaults(run=run)
        return made

    _working(verb)
    _listing(verb)
    network.add_verbs(verb)
    searches.add_verbs(verb)
    noting.add_verbs(verb)
    events.add_verbs(verb)
    handwork.add_verbs(verb)
    ledger.add_verbs(verb)
    mappings.add_verbs(verb)
    health.add_verbs(verb)
    _deciding(verb)
    _leaving(verb)
    return whole


def _version() -> str:
    return f"Media Workstation {__version__}"


def _working(verb: Callable[..., _Parser]) -> None:
    made = verb(
        "open", working.open_window, "open the window on a library", "desk.mwlib article.html"
    )
    made.add_argument(
        "names", nargs="*", metavar="LIBRARY|FILE", help="a library; files, addresses to import"
    )

    made = verb(
        "import",
        working.import_files,
        "read files and web pages into a library",
        "desk.mwlib ~/saved-pages\n"
        "          workstation import desk.mwlib https://news.example.org/2024/12/14/envoys",
    )
    arguments.library(made)
    made.add_argument(
        "paths", nargs="+", metavar="PATH|ADDRESS", help="files and folders; pages to fetch"
    )
    made.add_argument(
        "--private", action="store_true", help="fetch pages of an intranet or this machine too"
    )
    made.add_argument("--no-tag", action="store_true", help="leave tagging for later")
    made.add_argument(
        "--erased", action="store_true", help="bring back articles that were erased, too"
    )
    made.add_argument(
        "--outlet", type=words, default="", help="the outlet of articles that name none"
    )
    made.add_argument("--published", type=day, metavar="DATE", help="the day of undated articles")
    arguments.columns(made)
    arguments.jobs(made)
    arguments.json(made)

    made = verb(
        "watch",
        watching.watch,
        "import what appears in a folder, until Ctrl-C",
        "desk.mwlib ~/Downloads/press",
    )
    arguments.library(made)
    made.add_argument("folder", metavar="FOLDER", help="with all folders in it")
    made.add_argument("--no-tag", action="store_true", help="leave tagging for later")
    made.add_argument(
        "--outlet", type=words, default="", help="the outlet of articles that name none"
    )
    arguments.jobs(made)
    made.add_argument("--json", action="store_true", help="print one line of JSON a file")

    made = verb(
        "tag", working.tag_library, "find actors in articles", "desk.mwlib --again --outlet Reuters"
    )
    arguments.selection(made)
    made.add_argument(
        "--again", action="store_true", help="also those of the selection that were tagged before"
    )
    arguments.jobs(made)
    arguments.json(made)

    made = verb(
        "pipelines",
        pipelines.pipelines,
        "list what finds names in which language, or choose it",
        "desk.mwlib\n"
        "          workstation pipelines desk.mwlib use de_core_news_sm\n"
        "          workstation pipelines desk.mwlib use shipped --language de",
    )
    arguments.library(made)
    made.add_argument("what", nargs="?", choices=("use",), metavar="use", help="choose one")
    made.add_argument(
        "name", nargs="?", type=words, default="", metavar="NAME", help="a package, or `shipped`"
    )
    made.add_argument(
        "--language", type=words, default="", metavar="CODE", help="such as de (the package's own)"
    )
    made.add_argument(
        "--confirm",
        type=words,
        default="",
        metavar="NAME",
        help="the package's name once more: its code may run on this machine",
    )
    arguments.json(made)

    made = verb(
        "registers",
        registers.registers,
        "list the registers of actors that were added, or add one",
        "desk.mwlib\n"
        "          workstation registers desk.mwlib add militias.csv --name militias\n"
        "          workstation registers desk.mwlib show militias\n"
        "          workstation registers desk.mwlib export militias -o militias.csv\n"
        "          workstation registers desk.mwlib remove militias\n"
        "  A register is a table (name, kind, alias), JRC-Names, a PETRARCH actor dictionary,\n"
        "  or FollowTheMoney entities.",
    )
    arguments.library(made)
    made.add_argument(
        "act", nargs="?", choices=registers.ACTS, metavar="ACT", help=", ".join(registers.ACTS)
    )
    made.add_argument(
        "name", nargs="?", default="", metavar="FILE|NAME", help="a file to add, or a register"
    )
    made.add_argument(
        "--name",
        dest="called",
        type=words,
        default="",
        metavar="NAME",
        help="what the added register is called (as its file)",
    )
    made.add_argument(
        "-o", "--output", default="", metavar="FILE.csv", help="where an exported one goes"
    )
    arguments.json(made)

    made = verb("check", working.check_library, "check that a library is whole", "desk.mwlib")
    arguments.library(made)
    arguments.json(made)

    made = verb("sample", working.fill_sample, "make a library of sample articles", "sample.mwlib")
    arguments.library(made)
    arguments.jobs(made)


def _listing(verb: Callable[..., _Parser]) -> None:
    made = verb("articles", listing.articles, "list articles", "desk.mwlib --query tartus")
    arguments.selection(made)
    made.add_argument("--text", action="store_true", help="with their text")
    made.add_argument("--fold", action="store_true", help="one of each story, without its copies")
    arguments.json(made)

    made = verb(
        "versions", listing.versions, "list the texts that an article had", "desk.mwlib 12 --text"
    )
    arguments.library(made)
    made.add_argument("article", type=int, metavar="ARTICLE", help="as `articles` lists it")
    made.add_argument("--text", action="store_true", help="with their text")
    arguments.json(made)

    made = verb("actors", listing.actors, "list actors", "desk.mwlib --kind armed-group")
    arguments.selection(made)
    arguments.json(made)

    made = verb("mentions", listing.mentions, "list mentions", "desk.mwlib --actor Russia --json")
    arguments.selection(made)
    arguments.json(made)

    made = verb(
        "frequency",
        listing.frequency,
        "how often actors are named over time",
        "desk.mwlib --actor Russia --actor Turkey --by week -o chart.svg\n"
        "          workstation frequency desk.mwlib --actor Russia --count stories --share",
    )
    arguments.selection(made)
    arguments.unit(made)
    made.add_argument("--by", choices=BYS, default="day", help="the length of a period (day)")
    made.add_argument("--share", action="store_true", help="draw and print shares, not counts")
    made.add_argument(
        "-o", "--output", metavar="FILE.csv|.svg|.png", default="", help="write it to a file"
    )
    arguments.json(made)

    made = verb(
        "decisions",
        listing.decisions,
        "list the decisions, or write them to a file for another library",
        "desk.mwlib -o decisions.jsonl",
    )
    arguments.library(made)
    made.add_argument(
        "-o", "--output", metavar="FILE.jsonl", default="", help="write them to a file"
    )
    arguments.json(made)


def _deciding(verb: Callable[..., _Parser]) -> None:
    made = verb(
        "decide",
        deciding.decide,
        f"correct what was found: {', '.join(DECISIONS)}",
        'desk.mwlib merge "Syrian Army" Syria --reason "one side of the war"\n'
        '          workstation decide desk.mwlib split Smith "John Smith" "J. Smith" (new, spelt)\n'
        "          workstation decide desk.mwlib rename 'Hayat Tahrir al-Sham' HTS\n"
        "          workstation decide desk.mwlib kind Hmeimim military\n"
        "          workstation decide desk.mwlib alias Russia Rossiya\n"
        '          workstation decide desk.mwlib alias Russia "the bear" --near "Kremlin"\n'
        "          workstation decide desk.mwlib not-an-actor Monday\n"
        "          workstation decide desk.mwlib not-the-same Niger Nigeria\n"
        "          workstation decide desk.mwlib no-name May may    (where it was read as May)\n"
        "          workstation decide desk.mwlib role 'Ann Berg' 'energy minister' Norway 2021-10\n"
        "          workstation decide desk.mwlib accept Russia Moscow   (seen, and right)\n"
        "          workstation decide desk.mwlib metonym Moscow place       (or state, or both)\n"
        "  In one article, named by its number:\n"
        '          workstation decide desk.mwlib assign 12 Smith "John Smith" --at 240\n'
        '          workstation decide desk.mwlib mention 12 "the Rock" Gibraltar --kind place\n'
        "          workstation decide desk.mwlib no-mention 12 May --at 240   (or all of them)\n"
        '          workstation decide desk.mwlib boilerplate 12 "Sign up for our newsletter"\n'
        '          workstation decide desk.mwlib body 12 "More than half of them"\n'
        '          workstation decide desk.mwlib boilerplate 12 "Sign up" --outlet-wide\n'
        "          workstation decide desk.mwlib date 12 2024-12-14",
    )
    arguments.library(made)
    made.add_argument("verb", choices=DECISIONS, help=", ".join(DECISIONS), metavar="VERB")
    made.add_argument(
        "subject",
        type=words,
        metavar="ACTOR|ARTICLE",
        help="a name, an alias or an identifier; an article's number",
    )
    made.add_argument(
        "terms", type=words, nargs="*", metavar="TERM", help="what the verb needs: see below"
    )
    made.add_argument(
        "--at",
        type=offset,
        metavar="[title:]OFFSET",
        help="where the quote stands, if it does so more than once",
    )
    made.add_argument(
        "--kind",
        choices=KINDS,
        default="",
        metavar="KIND",
        help="the kind of a new actor that is assigned or mentioned",
    )
    made.add_argument(
        "--near",
        type=words,
        default="",
        metavar="WORDS",
        help="an alias only where one of these stands about a sentence away, parted by `;`",
    )
    made.add_argument(
        "--outlet-wide",
        action="store_true",
        help="a paragraph in every article of its outlet, there now or to come",
    )
    made.add_argument("--reason", type=words, default="", help="why, for the log of decisions")
    arguments.json(made)

    made = verb(
        "date",
        dating.date,
        "set the dates of articles, as a file name or a text tells them",
        dating.EXAMPLE,
    )
    arguments.selection(made)
    dating.describe(made)
    arguments.json(made)

    made = verb(
        "merge-decisions",
        deciding.merge,
        "merge the decisions of another library into this one",
        "desk.mwlib decisions.jsonl --dry-run",
    )
    arguments.library(made)
    made.add_argument("file", metavar="FILE", help="as `decisions -o` wrote it")
    made.add_argument(
        "--dry-run", action="store_true", help="only tell what would come, and change nothing"
    )
    arguments.json(made)

    made = verb("undo", deciding.undo, "take back my last decision, or number N", "desk.mwlib")
    arguments.library(made)
    made.add_argument("number", nargs="?", type=int, metavar="N", help="as `decisions` lists it")
    arguments.json(made)

    made = verb("redo", deciding.redo, "take back my last undo", "desk.mwlib")
    arguments.library(made)
    arguments.json(made)


def _leaving(verb: Callable[..., _Parser]) -> None:
    made = verb(
        "report",
        leaving.report,
        "write a PDF report",
        'desk.mwlib --from 2024-12-08 --title "The week after" -o report.pdf',
    )
    arguments.selection(made)
    arguments.unit(made)
    made.add_argument(
        "-o", "--output", required=True, metavar="FILE.pdf", help="where the report goes"
    )
    made.add_argument(
        "--title", type=words, default="", help="what stands on the cover (Media report)"
    )
    made.add_argument(
        "--articles",
        choices=("full", "list", "none"),
        default="full",
        help="print their text, list them, or leave them out (full)",
    )
    made.add_argument(
        "--notes", action="store_true", help="with the notes, labels and stars of the articles"
    )

    made = verb("export", leaving.export, "write a table", "desk.mwlib -o articles.csv")
    arguments.selection(made)
    made.add_argument(
        "-o", "--output", required=True, metavar="FILE.csv|.jsonl", help="where the table goes"
    )
    made.add_argument("--notes", action="store_true", help="with the notes on the articles")
