"""Articles a second through the program, beside the bare pipeline on the same texts."""

import multiprocessing
import sys
import tempfile
import time
from pathlib import Path

import texts

JOBS = 2


def bare(share: list[str]) -> None:
    from workstation.tagging import identity
    from workstation.tagging.pipeline import Pipeline

    pipeline = Pipeline(identity.model())
    for text in share:
        for _ in pipeline.spans(text, "text"):
            pass


def main() -> None:
    from workstation.domain.selection import Selection
    from workstation.importing.importer import import_paths
    from workstation.library.library import Library
    from workstation.tagging.tagger import tag

    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    everything = texts.articles(count)
    words = sum(len(text.split()) for text in everything)
    with tempfile.TemporaryDirectory() as folder, Library.create(Path(folder) / "b.mwlib") as made:
        import_paths(made, texts.write(Path(folder) / "files", count), jobs=JOBS)
        for round_ in range(2):
            began = time.perf_counter()
            with multiprocessing.get_context("spawn").Pool(JOBS) as pool:
                pool.map(bare, [everything[n::JOBS] for n in range(JOBS)])
                seconds = time.perf_counter() - began
            tagged = tag(made, again=Selection(), jobs=JOBS)
            print(
                f"round {round_ + 1}: {count} articles, {words} words, {JOBS} processes; "
                f"bare pipeline {count / seconds:.1f} articles/s, "
                f"program {count / tagged.seconds:.1f} articles/s, "
                f"both with the start of their processes: ratio {seconds / tagged.seconds:.2f}"
            )


if __name__ == "__main__":
    main()
