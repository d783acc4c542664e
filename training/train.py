"""Trains the tagger that the program ships and writes it with its card and its scores."""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import spacy
import torch
from augment import pieces, swap_names
from corpora import OWN, POSTS, Document, differing, held_out, read, read_names, seeded, split
from examples import UNKNOWN, Example, batches, examples
from network import Network, started_from
from ship import Shipment
from thinning import thin
from torch import Tensor
from torch.nn import functional
from vocabulary import cut

from workstation.tagging.pieces import Vocabulary

HERE = Path(__file__).resolve().parent
SHIPPED = HERE.parent / "resources" / "models" / "en_world_news"
BUILD = HERE.parent / "build" / "training"

SEED = 20_241_214
EPOCHS = 5
OWN_FROM = 1  # the epoch that first shows our own sentences: what comes late weighs most
LATE_SHARE = 0.6  # of the corpora, in every epoch from then on: our own are few beside them
OWN_COPIES = 6  # of our own sentences, all but one with other names: they are few and to the point
POSTS_SHARE = 0.2  # of the short posts, in every epoch: they are many and unlike articles
SWAPPED_SHARE = 0.25  # of the other documents get other names, in every epoch
THINNED_BY = 60  # documents that show which inner values of a layer matter
BATCH_PIECES = 1_600
MIXED_EXAMPLES = 160  # among which those of similar length come together
BODY_RATE, HEAD_RATE = 3e-4, 1e-3
WARM_UP = 0.2  # of an epoch
DECAY = 0.01
LONGEST_GRADIENT = 1.0
WORKERS = 2
SHARES = 4  # of a batch: more than there are workers, so that none waits long for another


@dataclass(frozen=True)
class Corpora:
    """What is trained on, what chooses the best epoch, what is only measured, and other names."""

    training: list[Document]
    own: list[Document]
    development: list[Document]
    tested: list[Document]
    names: dict[str, list[str]]

    @classmethod
    def read(cls, folder: Path) -> Corpora:
        """Reads the corpora of a folder and our own sentences."""
        paths = [*sorted(folder.glob("*.train.jsonl.gz")), *sorted((HERE / "own").glob("*.jsonl"))]
        everything = [document for path in paths for document in read(path)]
        everything += read(folder / "gum.dev.jsonl.gz")
        training, *others = split(everything, held_out(HERE / "development.txt"))
        names = {
            "PERSON": read_names(folder / "names_persons.txt.gz"),
            "GPE": read_names(folder / "names_cities.txt.gz"),
        }
        own = [document for document in training if document.source == OWN]
        return cls([d for d in training if d.source != OWN], own, *others, names)

    def epoch(self, number: int, rng: random.Random) -> list[Document]:
        """Draws what one epoch shows."""
        shown = [
            swap_names(d, self.names, rng) if rng.random() < SWAPPED_SHARE else d
            for d in self.training
            if (d.source not in POSTS or rng.random() < POSTS_SHARE)
            and (number < OWN_FROM or rng.random() < LATE_SHARE)
        ]
        if number >= OWN_FROM:
            shown += self.own
            for _ in range(OWN_COPIES - 1):
                shown += [swap_names(document, self.names, rng) for document in self.own]
        return list(pieces(shown, rng))


class Training:
    """The network and its optimizer; goes on where an earlier run of the same build ended."""

    def __init__(self, corpora: Corpora, build: Path) -> None:
        started = started_from()
        self._nlp = spacy.blank("en")
        # Of the corpora alone, so that writing more sentences changes no number of a piece.
        pieces, kept = cut(started / "vocab.txt", self._words(corpora.training))
        self.shipment = Shipment(pieces, build)
        torch.manual_seed(SEED)  # for the head, the one part that begins with chance values
        self.network = Network.started(started, kept)
        self._vocabulary = Vocabulary.read(self.shipment.vocabulary)
        thin(self.network, *self._shown_first(corpora.training))
        self.done = 0
        self.best = 0.0
        self._kept = build / "checkpoint.pt"
        self._corpora = corpora
        self._workers = ThreadPoolExecutor(
            WORKERS, initializer=torch.set_num_threads, initargs=(1,)
        )
        self._learning = [value for value in self.network.parameters() if value.requires_grad]
        fresh = {*self.network.head.parameters(), *self.network.cases.parameters()}
        body = [value for value in self._learning if value not in fresh]
        late = [value for value in self._learning if value in fresh]
        self._optimizer = torch.optim.AdamW(
            [{"params": body, "peak": BODY_RATE}, {"params": late, "peak": HEAD_RATE}],
            weight_decay=DECAY,
        )
        if self._kept.exists():
            held = torch.load(self._kept, weights_only=True)
            self.network.load_state_dict(held["network"])
            self._optimizer.load_state_dict(held["optimizer"])
            self.done, self.best = held["done"], held["best"]

    def _words(self, documents: Sequence[Document]) -> Iterator[str]:
        return (token.text for d in documents for token in self._nlp.make_doc(d.text))

    def _shown_first(self, documents: Sequence[Document]) -> tuple[Tensor, Tensor]:
        articles = [document for document in documents if document.source not in POSTS]
        some = seeded(SEED).sample(articles, THINNED_BY)
        pieces, cases, _ = tables(list(examples(self._nlp, self._vocabulary, some)))
        return pieces, cases

    def keep(self) -> None:
        """Writes what going on from here needs."""
        held = {
            "network": self.network.state_dict(),
            "optimizer": self._optimizer.state_dict(),
            "done": self.done,
            "best": self.best,
        }
        torch.save(held, self._kept.with_suffix(".new"))
        self._kept.with_suffix(".new").replace(self._kept)

    def epoch(self) -> Iterator[tuple[float, int, int]]:
        """Shows all once, varied anew; yields the loss of every step, its pieces, and all steps."""
        rng = seeded(SEED + self.done)
        first = SEED + self.done * SHARES
        chances = [torch.Generator().manual_seed(first + number) for number in range(SHARES)]
        documents = self._corpora.epoch(self.done, rng)
        shown = list(examples(self._nlp, self._vocabulary, documents))
        steps = list(batches(shown, BATCH_PIECES, MIXED_EXAMPLES))
        rng.shuffle(steps)
        for number, batch in enumerate(steps):
            rate = rate_at(self.done + number / len(steps))
            for group in self._optimizer.param_groups:
                group["lr"] = group["peak"] * rate
            loss = self._step(batch, chances)
            yield loss, sum(len(example.window.pieces) for example in batch), len(steps)
        self.done += 1

    def _step(self, batch: Sequence[Example], chances: Sequence[torch.Generator]) -> float:
        words = sum(tag != UNKNOWN for example in batch for tag in example.tags)
        shares = [batch[n::SHARES] for n in range(SHARES) if batch[n::SHARES]]
        done = self._workers.map(self._gradients, shares, chances, [words] * len(shares))
        losses, gradients = zip(*done, strict=True)
        for value, *parts in zip(self._learning, *gradients, strict=True):
            value.grad = sum(parts[1:], parts[0])
        torch.nn.utils.clip_grad_norm_(self._learning, LONGEST_GRADIENT)
        self._optimizer.step()
        return float(sum(losses))

    def _gradients(
        self, share: Sequence[Example], chance: torch.Generator, words: int
    ) -> tuple[float, tuple[Tensor, ...]]:
        pieces, cases, tags = tables(share)
        scores = self.network(pieces, cases, chance)
        told = functional.cross_entropy(
            scores.flatten(0, 1), tags.flatten(), ignore_index=UNKNOWN, reduction="sum"
        )
        loss = told / max(words, 1)
        return loss.item(), torch.autograd.grad(loss, self._learning)


def rate_at(epoch: float) -> float:
    """The share of the learning rate: up at first, full until our own sentences come, then down."""
    return min(epoch / WARM_UP, 1.0, (EPOCHS - epoch) / (EPOCHS - OWN_FROM))


def tables(share: Sequence[Example]) -> tuple[Tensor, Tensor, Tensor]:
    """Sets out pieces, cases and tags of examples as tables (examples, pieces)."""
    longest = max(len(example.window.pieces) for example in share)
    filled = torch.zeros(2, len(share), longest, dtype=torch.int64)
    tags = torch.full((len(share), longest), UNKNOWN)
    for row, example in enumerate(share):
        held = example.window
        filled[0, row, : len(held.pieces)] = torch.tensor(held.pieces)
        filled[1, row, : len(held.cases)] = torch.tensor(held.cases)
        tags[row, held.places] = torch.tensor(example.tags)
    return filled[0], filled[1], tags


def train(corpora: Corpora, out: Path, build: Path) -> None:
    """Trains for a fixed number of epochs and keeps the best by development score in `out`."""
    training = Training(corpora, build)
    began = time.monotonic()
    while training.done < EPOCHS:
        loss, seen = 0.0, 0
        for step, (lost, read_pieces, steps) in enumerate(training.epoch()):
            loss += (lost - loss) / min(step + 1, 50)
            seen += read_pieces
            if step % 50 == 0:
                passed = time.monotonic() - began
                print(f"{step}/{steps}, {passed:.0f} s: {seen} pieces, {loss:.4f}", flush=True)
        scores = training.shipment.pack(training.network, corpora.development, corpora.tested)
        print(f"epoch {training.done}, {time.monotonic() - began:.0f} s: {scores}", flush=True)
        if scores["all"]["f"] > training.best:
            training.best = scores["all"]["f"]
            training.shipment.move(scores, out)
        training.keep()


def main() -> int:
    """Reads the corpora, checks them against the manifest and trains."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="the folder of the corpora")
    parser.add_argument("--out", type=Path, default=SHIPPED, help="where the model goes")
    wanted = parser.parse_args()
    others = differing(wanted.corpora, HERE / "corpora.sha256")
    if others:
        print("Not the corpora of the manifest:", ", ".join(others), file=sys.stderr)
        return 1
    train(Corpora.read(wanted.corpora), wanted.out, BUILD)
    return 0


if __name__ == "__main__":
    sys.exit(main())
