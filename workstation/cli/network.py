"""The verb that tells who is named with whom."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path

from workstation.cli import arguments
from workstation.cli.listing import selection_of, table
from workstation.cli.streams import complain
from workstation.cli.telling import print_json, several
from workstation.domain.frequency import Unit
from workstation.domain.network import RANKINGS
from workstation.errors import Unreadable


def add_verbs(verb: Callable[..., ArgumentParser]) -> None:
    """Adds the verb."""
    made = verb(
        "network",
        network,
        "who is named with whom in the same articles or sentences",
        "desk.mwlib --from 2024-12-08\n"
        "          workstation network desk.mwlib --sentences -o network.gexf",
    )
    arguments.selection(made)
    arguments.unit(made)
    made.add_argument("--sentences", action="store_true", help="named in the same sentence")
    made.add_argument(
        "--by",
        choices=RANKINGS,
        default="association",
        help="which pairs come first: those that chance explains least, or those counted most",
    )
    made.add_argument(
        "-o", "--output", metavar="FILE.gexf|.graphml", default="", help="write it to a file"
    )
    arguments.json(made)


def network(asked: Namespace) -> int:
    """Lists the strongest ties between the actors named most, or writes them to a file."""
    from workstation.library import corpus
    from workstation.library import network as networks
    from workstation.library.library import Library
    from workstation.reporting import exports, rows, words

    if asked.sentences and asked.unit:
        raise Unreadable(
            "Sentences are counted one by one.", "Leave out --sentences or --count.", code="usage"
        )
    with Library.open(asked.library, writing=False) as library, library.read() as reading:
        selection = selection_of(asked, reading)
        narrowed = words.filters(selection, lambda one: corpus.find_actor(reading, one).name)
        caption = ", ".join((library.name, *narrowed))
        if asked.sentences:
            found = networks.in_sentences(reading, selection, ranking=asked.by)
        else:
            unit: Unit = asked.unit or "articles"
            found = networks.in_units(reading, selection, unit=unit, ranking=asked.by)
    if asked.output:
        exports.write_network(found, Path(asked.output), caption=caption)
        actors, ties = several(len(found.nodes), "actor"), several(len(found.ties), "pair")
        complain(f"Written: {asked.output} ({actors}, {ties})")
        return 0
    listed = list(rows.network(found))
    if asked.json:
        return print_json(listed)
    return table(listed, ("actor", "named_with", "together", "expected", "association"))
