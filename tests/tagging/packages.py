"""What makes pipeline packages for a test, as `spacy package` would."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy

_INIT = """
from spacy.util import load_model_from_init_py
def load(**kept):
    return load_model_from_init_py(__file__, **kept)
"""

Pattern = dict[str, Any]


@dataclass
class Packages:
    """A folder on the path of imports, in which packages are installed."""

    site: Path

    def real(self, name: str, patterns: Sequence[Pattern], *, before: str = "") -> None:
        """A blank pipeline of the language that the name begins with, and rules in it."""
        language, _, short = name.partition("_")
        nlp = spacy.blank(language)
        nlp.add_pipe("entity_ruler").add_patterns(list(patterns))
        nlp.meta.update(name=short, version="1.2.3", license="CC0-1.0")
        folder = self.site / name
        folder.mkdir()
        nlp.to_disk(folder / f"{name}-1.2.3")
        meta = {**nlp.meta, "performance": {"speed": 12345.6}, "spacy_version": ">=3.8.0,<3.9.0"}
        self.bare(name, meta, code=before + _INIT)

    def bare(self, name: str, meta: object, *, code: str = _INIT, requires: str = "") -> Path:
        """A package that says some things of itself, and runs some code when it is imported."""
        folder = self.site / name
        folder.mkdir(exist_ok=True)
        (folder / "__init__.py").write_text(code)
        words = meta if isinstance(meta, str) else json.dumps(meta)
        (folder / "meta.json").write_text(words)
        self.advertise(name, requires=requires)
        return folder

    def advertise(self, name: str, *, group: str = "spacy_models", requires: str = "") -> None:
        """What a package manager writes down of a package."""
        written = self.site / f"{name}-1.2.3.dist-info"
        written.mkdir(exist_ok=True)
        needs = f"Requires-Dist: {requires}\n" if requires else ""
        (written / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.2.3\n{needs}"
        )
        (written / "entry_points.txt").write_text(f"[{group}]\n{name} = {name}\n")
        (written / "RECORD").write_text(f"{name}/__init__.py,,\n{name}/meta.json,,\n")
