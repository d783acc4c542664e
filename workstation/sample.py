"""A library filled from seeds/."""

from threading import Event

from workstation.domain.progress import Tell, nobody
from workstation.importing.importer import import_paths
from workstation.library import corpus
from workstation.library.library import Library
from workstation.resources import seeds
from workstation.tagging.tagger import tag


def fill(
    library: Library, *, jobs: int = 0, tell: Tell = nobody, cancelled: Event | None = None
) -> int:
    """Imports and tags the sample articles; returns how many articles the library holds then."""
    paths = sorted(p for p in seeds().iterdir() if p.name != "README.md" and p.name[0] != ".")
    import_paths(library, paths, jobs=jobs, tell=tell, cancelled=cancelled)
    tag(library, jobs=jobs, tell=tell, cancelled=cancelled)
    with library.read() as reading:
        return corpus.size(reading)
