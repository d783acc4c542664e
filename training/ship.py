"""What is shipped: the small network, its vocabulary, its scores, its card and its licence."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from string import Template

from corpora import Document
from network import LAYERS, STARTED_FROM, Network, write
from scores import scores_of
from vocabulary import PIECES

from workstation.tagging.classifier import NETWORK, VOCABULARY
from workstation.tagging.pipeline import Pipeline

HERE = Path(__file__).resolve().parent

META = {
    "lang": "en",
    "name": "world_news",
    "version": "0.3.0",
    "description": "Names of people, organisations, peoples and places in English world news.",
    "author": "The Media Workstation authors",
    "license": "CC-BY-SA-4.0",
}


class Shipment:
    """A folder in which models are packed, measured as the program runs them, and moved from."""

    def __init__(self, pieces: Sequence[str], build: Path) -> None:
        self._full, self._small = build / "full", build / "small"
        for folder in (self._full, self._small):
            folder.mkdir(parents=True, exist_ok=True)
            (folder / VOCABULARY).write_text("\n".join(pieces) + "\n", "utf-8")
        self.vocabulary = self._small / VOCABULARY

    def pack(
        self, network: Network, development: Sequence[Document], own: Sequence[Document]
    ) -> dict[str, object]:
        """Writes the network and measures it, also as it was before it was made small."""
        write(network, self._full / NETWORK, self._small / NETWORK)
        small = Pipeline(self._small)
        return {
            **scores_of(small, development),
            "own": scores_of(small, own),
            "before_eight_bits": scores_of(Pipeline(self._full), development),
        }

    def move(self, scores: dict[str, object], out: Path) -> None:
        """Puts the packed model in the place of `out`, with all that has to go with it."""
        fresh = out.with_name(out.name + ".new")
        shutil.copytree(self._small, fresh)
        (fresh / "meta.json").write_text(json.dumps(META, indent=1) + "\n", "utf-8")
        (fresh / "scores.json").write_text(json.dumps(scores, indent=1) + "\n", "utf-8")
        card = Template((HERE / "model_card.md").read_text("utf-8"))
        filled = card.substitute(
            version=META["version"],
            layers=LAYERS,
            pieces=f"{PIECES:,}",
            started_from=STARTED_FROM,
            rows=rows(scores),
            own_rows=rows(scores["own"]),
            documents=scores["documents"],
            own_documents=scores["own"]["documents"],
            full=scores["before_eight_bits"]["all"]["f"],
        )
        (fresh / "MODEL_CARD.md").write_text(filled, "utf-8")
        shutil.copyfile(HERE / "model_license.txt", fresh / "LICENSE")
        if out.exists():
            shutil.rmtree(out)
        fresh.rename(out)


def rows(scores: dict[str, object]) -> str:
    """Sets scores as the lines of a table: label, names, precision, recall, F."""
    return "\n".join(
        f"| {label} | {score['names']} | {score['p']} | {score['r']} | {score['f']} |"
        for label, score in [*scores["labels"].items(), ("**all**", scores["all"])]
    )
