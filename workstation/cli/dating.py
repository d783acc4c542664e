"""The verb that sets the dates of many articles."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from workstation.cli.listing import selection_of, table
from workstation.cli.streams import say
from workstation.cli.telling import print_json, several
from workstation.cli.typed import words
from workstation.errors import Unreadable

if TYPE_CHECKING:
    from workstation.importing.redating import Fix, Proposal, Way

EXAMPLE = (
    "desk.mwlib --undated --from-file-name --dry-run\n"
    "          workstation date desk.mwlib --undated --outlet Reuters --set 2024-12-14\n"
    '          workstation date desk.mwlib --doubtful --pattern "Stand: %d.%m.%Y"\n'
    '          workstation date desk.mwlib --undated --from-file-name --pattern "%d%m%y"\n'
    "  A pattern holds %d, %m or %B (the month's name), and %Y or %y. Where several days fit, an\n"
    "  article is told and left, and so is one whose date is sure. One undo takes all of it back."
)


def describe(made: ArgumentParser) -> None:
    """How the dates are found."""
    how = made.add_argument_group("dates")
    how.add_argument(
        "--set",
        type=words,
        default="",
        dest="when",
        metavar="DATE",
        help="a day like 2024-12-14, or an instant like 2024-12-14T16:20+01:00",
    )
    how.add_argument("--from-file-name", action="store_true", help="as the file's name tells it")
    how.add_argument(
        "--pattern",
        type=words,
        default="",
        metavar="PATTERN",
        help="as words in the title or the text tell it, or in the file's name",
    )
    how.add_argument(
        "--also-sure", action="store_true", help="also articles whose date is sure already"
    )
    how.add_argument("--dry-run", action="store_true", help="only tell what would be changed")
    how.add_argument("--reason", type=words, default="", help="why, for the log of decisions")


def date(arguments: Namespace) -> int:
    """Sets dates, or tells which it would set."""
    from workstation.curating import dating, decisions
    from workstation.importing import redating
    from workstation.library.library import Library
    from workstation.tagging import tagger

    way = _way(arguments)
    again = 0
    with Library.open(arguments.library, writing=not arguments.dry_run) as library:
        with library.read() as reading:
            selection = selection_of(arguments, reading)
            proposal = redating.propose(reading, selection, way, also_sure=arguments.also_sure)
            days = {f.article.id: f.published for f in proposal.fixes if f.published}
            orders = list(dating.orders(reading, days, reason=arguments.reason))
            waiting = tagger.to_do(reading)
        if not arguments.dry_run:
            decisions.date_all(library, orders)
            # Articles that wait for the tagger anyway go on waiting for their own command.
            again = 0 if waiting or not orders else tagger.tag(library).articles
    if arguments.json:
        return print_json(
            {
                "dated": [_row(fix) for fix in proposal.fixes],
                "left": [_row(fix) for fix in proposal.left],
                "dry_run": arguments.dry_run,
            }
        )
    _tell(proposal, dry=arguments.dry_run, again=again)
    return 0


def _way(arguments: Namespace) -> "Way":
    from workstation.domain.dating import read_when
    from workstation.importing import redating
    from workstation.importing.date_pattern import DatePattern

    named = bool(arguments.from_file_name or arguments.pattern)
    if bool(arguments.when) == named:
        raise Unreadable(
            "Where the dates come from is not clear.",
            "Give --set, --from-file-name or --pattern.",
            code="usage",
        )
    pattern = DatePattern(arguments.pattern) if arguments.pattern else None
    if arguments.from_file_name:
        return redating.InFileName(pattern)
    if pattern is not None:
        return redating.InText(pattern)
    when = read_when(arguments.when, "")
    if when is None:
        raise Unreadable(
            f"“{arguments.when}” is no date.",
            "Give a day like 2024-12-14, or an instant with its zone like 2024-12-14T16:20+01:00.",
            code="usage",
        )
    return redating.Given(when)


def _tell(proposal: "Proposal", *, dry: bool, again: int) -> None:
    rows = [_row(fix) for fix in (*proposal.fixes, *proposal.left)]
    if rows:
        table(rows, ("id", "found", "found_from", "date", "why", "title"))
    would = "would be dated" if dry else "dated"
    undated = sum(fix.article.day is None for fix in proposal.left)
    looked = f" {several(again, 'article')} matched again." if again else ""
    say(
        f"{several(len(proposal.fixes), 'article')} {would}, {len(proposal.left)} left"
        + (f" ({undated} of them undated)." if undated else ".")
        + looked
    )
    for why, count in _reasons(proposal.left):
        say(f"  {count} left: {why}.")
    if proposal.fixes and not dry:
        say("`workstation undo` takes all of it back.")


def _reasons(left: "Iterable[Fix]") -> list[tuple[str, int]]:
    counted: dict[str, int] = {}
    for fix in left:
        # What comes after is of one article alone.
        why = fix.why.partition(":")[0]
        counted[why] = counted.get(why, 0) + 1
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))


def _row(fix: "Fix") -> dict[str, Any]:
    known = fix.article.published
    return {
        "id": fix.article.id,
        "title": fix.article.title,
        "file": fix.article.file,
        "found": known.iso() if known else None,
        "found_from": known.source if known else None,
        "date": fix.published.iso() if fix.published else None,
        "why": fix.why or None,
    }
