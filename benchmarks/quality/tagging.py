"""How well the shipped tagger finds names, for each label, and how fast it is on one thread.

Measured on the documents that chose its best epoch and on our own sentences that were kept apart;
the speed stands beside that of a blank English tokenizer on the same text in the same run.
"""

import argparse
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "training"))

PAGE = "| {:8} | {:>5} | {:>9} | {:>6} | {:>5} |"
ROUNDS = 3


def main() -> None:
    import spacy
    from corpora import held_out, read, split
    from scores import scores_of

    from workstation.tagging import identity
    from workstation.tagging.pipeline import Pipeline

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="see training/README.md")
    folder = parser.parse_args().corpora
    paths = [*sorted(folder.glob("*.jsonl.gz")), *sorted((ROOT / "training/own").glob("*.jsonl"))]
    everything = [document for path in paths for document in read(path)]
    _, development, tested = split(everything, held_out(ROOT / "training" / "development.txt"))
    pipeline = Pipeline(identity.model())
    for name, documents in (("development", development), ("our own test", tested)):
        scores = scores_of(pipeline, documents)
        print(f"{name}: {len(documents)} documents")
        print(PAGE.format("label", "names", "precision", "recall", "F"))
        for label, score in [*scores["labels"].items(), ("all", scores["all"])]:
            print(PAGE.format(label, score["names"], score["p"], score["r"], score["f"]))
    text = "\n\n".join(document.text for document in development)
    words, blank = len(text.split()), spacy.blank("en")
    for _ in range(ROUNDS):
        began = time.process_time()
        for _ in pipeline.spans(text, "text"):
            pass
        tagged = time.process_time()
        for document in development:
            blank(document.text)
        tokenized = time.process_time()
        print(
            f"{words / (tagged - began):.0f} words a second of processor time; "
            f"a blank tokenizer {words / (tokenized - tagged):.0f}"
        )


if __name__ == "__main__":
    main()
