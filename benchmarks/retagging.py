"""What tagging a library again costs, and that every decision still holds after it."""

import sys
import tempfile
import time
from pathlib import Path

import texts

JOBS = 2
DECIDED = 10


def main() -> None:
    from workstation.curating import decisions
    from workstation.domain.selection import Selection
    from workstation.importing.importer import import_paths
    from workstation.library import articles, corpus
    from workstation.library.library import Library
    from workstation.tagging.tagger import tag

    def actors(library: Library) -> list[tuple[str, str, int, int]]:
        with library.read() as reading:
            found = corpus.actors(reading, Selection(), limit=None)
        return sorted((actor.name, actor.kind, actor.mentions, actor.articles) for actor in found)

    def decide(library: Library, verb: str, subject: str, *terms: str) -> None:
        with library.read() as reading:
            order = decisions.order(reading, verb, subject, *terms)
        decisions.decide(library, order)

    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    with tempfile.TemporaryDirectory() as folder, Library.create(Path(folder) / "b.mwlib") as made:
        import_paths(made, texts.write(Path(folder) / "files", count), jobs=JOBS)
        first = tag(made, jobs=JOBS)
        with made.read() as reading:
            most = [actor.id for actor in corpus.actors(reading, Selection(), limit=4 * DECIDED)]
        for number, actor in enumerate(most[:DECIDED]):
            decide(made, "rename", actor, f"Actor {number}")
        for actor, other in zip(most[DECIDED : 2 * DECIDED], most[:DECIDED], strict=True):
            decide(made, "merge", actor, other)
        for number, actor in enumerate(most[2 * DECIDED : 3 * DECIDED]):
            decide(made, "alias", actor, f"Dispatch number {number}")
        for actor in most[3 * DECIDED :]:
            decide(made, "not-an-actor", actor)
        tag(made, jobs=JOBS)
        before = actors(made)

        again = tag(made, again=Selection(), jobs=JOBS)
        print(
            f"{count} articles: tagged in {first.seconds:.1f} s, again in {again.seconds:.1f} s "
            f"({again.seconds / first.seconds:.2f} of it); {4 * DECIDED} decisions "
            f"{'hold' if actors(made) == before else 'DO NOT HOLD'}"
        )
        began = time.perf_counter()
        with made.write() as writing:
            articles.forget_resolving(writing, "")
        matched = tag(made, jobs=JOBS)
        print(
            f"matched again without the model: {matched.articles} articles in "
            f"{time.perf_counter() - began:.1f} s; decisions "
            f"{'hold' if actors(made) == before else 'DO NOT HOLD'}"
        )


if __name__ == "__main__":
    main()
