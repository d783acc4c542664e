"""Trains the tagger that the program ships and writes it with its card and its scores."""

from __future__ import annotations

import argparse
import gc
import json
import random
import shutil
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from string import Template

import spacy
from augment import pieces, swap_names
from corpora import LABELS, POSTS, Document, differing, read, read_names, seeded, split
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import fix_random_seed, load_config, load_model_from_config
from thinc.api import Adam, NumpyOps, set_current_ops, warmup_linear

HERE = Path(__file__).resolve().parent
SHIPPED = HERE.parent / "resources" / "models" / "en_world_news"

SEED = 20_241_214
DEVELOPMENT_SHARE = 0.06
EPOCHS = 7
POSTS_SHARE = 0.3  # of the short posts, in every epoch: they are many and unlike articles
OWN_COPIES = 5  # of our own sentences, all but one with other names: they are few and to the point
BATCH_WORDS = (800, 2_000)  # from, to: small batches learn fast, large ones settle
LEARN_RATE = 0.002
DROPOUT = 0.1


def doc_of(nlp: Language, document: Document) -> Doc:
    """Tokenizes a document and sets its names; what the source does not tell stays missing."""
    doc = nlp.make_doc(document.text)
    names, doubtful = [], []
    for start, end, label in document.spans:
        exact = doc.char_span(start, end, label=label)
        if exact is not None:
            names.append(exact)
        else:
            doubtful.append(doc.char_span(start, end, alignment_mode="expand"))
    taken = {token.i for name in names for token in name}
    doubtful += [doc.char_span(s, e, alignment_mode="expand") for s, e in document.missing]
    missing = {token.i for span in doubtful if span is not None for token in span} - taken
    doc.set_ents(names, missing=[Span(doc, i, i + 1) for i in sorted(missing)], default="outside")
    return doc


def example_of(nlp: Language, document: Document) -> Example:
    """Pairs the bare text with the annotated one."""
    reference = doc_of(nlp, document)
    return Example(nlp.make_doc(document.text), reference)


def epoch(
    documents: Sequence[Document],
    own: Sequence[Document],
    names: dict[str, list[str]],
    rng: random.Random,
) -> list[Document]:
    """Draws what one epoch shows."""
    drawn = [d for d in documents if d.source not in POSTS or rng.random() < POSTS_SHARE]
    for _ in range(OWN_COPIES - 1):
        drawn += [swap_names(document, names, rng) for document in own]
    return list(pieces([*drawn, *own], rng))


def batches(examples: Iterable[Example], size: int) -> Iterator[list[Example]]:
    """Groups examples into batches of about `size` words."""
    batch: list[Example] = []
    words = 0
    for example in examples:
        batch.append(example)
        words += len(example.reference)
        if words >= size:
            yield batch
            batch, words = [], 0
    if batch:
        yield batch


def scores_of(nlp: Language, development: Sequence[Document]) -> dict[str, object]:
    """Measures exact span and label on the development documents, in per cent."""
    found = nlp.evaluate([example_of(nlp, document) for document in development])
    per_label = found["ents_per_type"]
    counts = dict.fromkeys(LABELS, 0)
    for document in development:
        for _, _, label in document.spans:
            counts[label] += 1

    def rounded(score: dict[str, float], prefix: str = "") -> dict[str, float]:
        return {key: round(100 * (score.get(prefix + key) or 0.0), 1) for key in "prf"}

    return {
        "all": {**rounded(found, "ents_"), "names": sum(counts.values())},
        "labels": {
            label: {**rounded(per_label.get(label, {})), "names": counts[label]} for label in LABELS
        },
        "documents": len(development),
    }


def save(nlp: Language, scores: dict[str, object], out: Path) -> None:
    """Writes the pipeline, its scores, its card and its licence."""
    rows = "\n".join(
        f"| {label} | {score['names']} | {score['p']} | {score['r']} | {score['f']} |"
        for label, score in [*scores["labels"].items(), ("**all**", scores["all"])]
    )
    card = Template((HERE / "model_card.md").read_text("utf-8"))
    fresh = out.with_name(out.name + ".new")
    # Without the vocabulary: the hashed features need none of the words seen in training.
    nlp.to_disk(fresh, exclude=["vocab"])
    spacy.blank("en").vocab.to_disk(fresh / "vocab")
    (fresh / "scores.json").write_text(json.dumps(scores, indent=1) + "\n", "utf-8")
    (fresh / "MODEL_CARD.md").write_text(
        card.substitute(rows=rows, documents=scores["documents"]), "utf-8"
    )
    shutil.copyfile(HERE / "model_license.txt", fresh / "LICENSE")
    if out.exists():
        shutil.rmtree(out)
    fresh.rename(out)


def describe(nlp: Language) -> None:
    """Names the pipeline in its meta.json."""
    nlp.meta.update(
        name="world_news",
        version="0.1.0",
        description="Names of people, organisations, peoples and places in English world news.",
        author="The Media Workstation authors",
        license="CC BY-SA 4.0",
    )


def train(
    training: Sequence[Document],
    own: Sequence[Document],
    development: Sequence[Document],
    names: dict[str, list[str]],
    out: Path,
) -> None:
    """Trains for a fixed number of epochs and keeps the best by development score in `out`."""
    gc.freeze()  # looking for garbage among the corpora would take an eighth of the time
    set_current_ops(NumpyOps(use_blis=False))  # numpy's products are twice as fast in training
    fix_random_seed(SEED)
    rng = seeded(SEED)
    nlp = load_model_from_config(load_config(HERE / "pipeline.cfg"), auto_fill=True)
    describe(nlp)
    for label in LABELS:
        nlp.get_pipe("ner").add_label(label)
    nlp.initialize(lambda: [example_of(nlp, document) for document in training[:50]])
    words = sum(len(nlp.make_doc(piece.text)) for piece in epoch(training, own, names, rng))
    steps = EPOCHS * words * 2 // sum(BATCH_WORDS)
    optimizer = Adam(warmup_linear(LEARN_RATE, steps // 20, steps), use_averages=True)
    best, started = 0.0, time.monotonic()
    for number in range(EPOCHS):
        shown = (example_of(nlp, piece) for piece in epoch(training, own, names, rng))
        size = BATCH_WORDS[0] + (BATCH_WORDS[1] - BATCH_WORDS[0]) * number // (EPOCHS - 1)
        losses: dict[str, float] = {}
        for batch in batches(shown, size):
            nlp.update(batch, sgd=optimizer, drop=DROPOUT, losses=losses)
            optimizer.step_schedules()
        with nlp.use_params(optimizer.averages):
            scores = scores_of(nlp, development)
            print(f"epoch {number + 1}, {time.monotonic() - started:.0f} s: {scores}", flush=True)
            if scores["all"]["f"] > best:
                best = scores["all"]["f"]
                save(nlp, scores, out)


def main() -> int:
    """Reads the corpora, checks them against the manifest and trains."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="the folder of the corpora")
    parser.add_argument("--out", type=Path, default=SHIPPED, help="where the pipeline goes")
    wanted = parser.parse_args()
    others = differing(wanted.corpora, HERE / "corpora.sha256")
    if others:
        print("Not the corpora of the manifest:", ", ".join(others), file=sys.stderr)
        return 1
    corpora = [
        document
        for path in sorted(wanted.corpora.glob("*.train.jsonl.gz"))
        for document in read(path)
    ]
    written = [
        document for path in sorted((HERE / "own").glob("*.jsonl")) for document in read(path)
    ]
    training, development = split([*corpora, *written], seed=SEED, share=DEVELOPMENT_SHARE)
    development += read(wanted.corpora / "gum.dev.jsonl.gz")
    own = [document for document in training if document.source == "own"]
    training = [document for document in training if document.source != "own"]
    names = {
        "PERSON": read_names(wanted.corpora / "names_persons.txt.gz"),
        "GPE": read_names(wanted.corpora / "names_cities.txt.gz"),
    }
    wanted.out.parent.mkdir(parents=True, exist_ok=True)
    train(training, own, development, names, wanted.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
