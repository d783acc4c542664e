"""The verbs that write files for others: report, export."""

from argparse import Namespace
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from workstation.cli.interrupts import stoppable
from workstation.cli.listing import selection_of
from workstation.cli.streams import complain
from workstation.cli.telling import code_of, several


def report(arguments: Namespace) -> int:
    """Writes the PDF report."""
    from workstation.library.library import Library
    from workstation.reporting import pdf
    from workstation.reporting.report import Specification, build

    with Library.open(arguments.library, writing=False) as library:
        with library.read() as reading:
            selection = replace(selection_of(arguments, reading), unit=arguments.unit or "articles")
            made = build(
                reading,
                Specification(
                    selection=selection,
                    issued=datetime.now(library.zone).date(),
                    title=arguments.title or "Media report",
                    articles=arguments.articles,
                    notes=arguments.notes,
                    library=library.name,
                ),
            )
        if not made.figures.articles:
            complain("No article is in this selection, and so the report is empty.")
        with stoppable() as stop:
            written = pdf.write_pdf(made, Path(arguments.output), cancelled=stop)
    if written:
        complain(f"Written: {arguments.output}")
    return code_of(stop, bad=False)


def export(arguments: Namespace) -> int:
    """Writes the selection's articles as a table."""
    from workstation.library.library import Library
    from workstation.reporting import exports

    with (
        Library.open(arguments.library, writing=False) as library,
        library.read() as reading,
    ):
        selection = selection_of(arguments, reading)
        target = Path(arguments.output)
        count = exports.write_articles(reading, selection, target, notes=arguments.notes)
    complain(f"Written: {arguments.output} ({several(count, 'article')})")
    return 0
