"""A report of articles in full: seconds, peak memory of the child that sets it, and its size."""

import resource
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

import texts

from workstation.domain.article import Draft, Published
from workstation.domain.mention import Found
from workstation.domain.selection import Selection
from workstation.library import articles, mentions
from workstation.library.articles import Arrival
from workstation.library.library import Library
from workstation.library.mentions import Findings
from workstation.reporting import pdf
from workstation.reporting.report import Specification, build

NAMES = ("Russia", "Syria", "Turkey", "Damascus", "Israel", "Aleppo", "Iran", "Lebanon")


def found(text: str) -> list[Found]:
    places = []
    for name in NAMES:
        start = text.find(name)
        while start >= 0:
            places.append((start, name))
            start = text.find(name, start + len(name))
    kind, why = "state", ""
    return [
        Found("text", at, at + len(name), name, "GPE", "rule", f"state/{name}", name, kind, why)
        for at, name in sorted(places)
    ]


def fill(library: Library, share: list[str]) -> None:
    with library.write() as writing:
        for number, text in enumerate(share):
            draft = Draft(
                text=text,
                title=f"Article {number}",
                outlet=f"Outlet {number % 12}",
                language="en",
                published=Published.on(date(2024, 1, 1) + timedelta(number % 90), "benchmark"),
            )
            digest = f"{number:064x}"
            stored = articles.add(
                writing, Arrival(draft, f"benchmark:{number}", digest, "a.txt", digest, "text")
            )
            mentions.record(writing, "benchmark", [Findings(stored.article, 1, found(text))])


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        share = texts.articles(count)
        with Library.create(Path(folder) / "b.mwlib", zone="UTC") as library:
            fill(library, share)
            start = time.perf_counter()
            with library.read() as reading:
                report = build(reading, Specification(Selection(), date(2024, 4, 1)))
            built = time.perf_counter() - start
            target = Path(folder) / "report.pdf"
            start = time.perf_counter()
            pdf.write_pdf(report, target)
            written = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(
            f"{count} articles, {sum(map(len, share)):,} characters,"
            f" {report.figures.mentions:,} mentions: build {built:.1f} s, PDF {written:.1f} s,"
            f" child {peak:.0f} MiB, file {target.stat().st_size / 2**20:.1f} MiB"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
