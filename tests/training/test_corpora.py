from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path

import pytest
from corpora import Document, differing, held_out, parse, read, read_names, split, tidy

TRAINING = Path(__file__).resolve().parents[2] / "training"


def line_of(text, spans, missing=(), source="made", name="made-1"):
    return json.dumps(
        {"text": text, "spans": spans, "missing": list(missing), "source": source, "id": name}
    )


def document_of(text, *names, source="made", name="made-1"):
    spans = tuple((text.index(n), text.index(n) + len(n), label) for n, label in names)
    return Document(text, spans, (), source, name)


def names_of(document):
    return [(document.text[start:end], label) for start, end, label in document.spans]


def test_a_line_becomes_a_document_with_its_spans_in_order():
    document = parse(line_of("Ama met Kofi.", [[8, 12, "PERSON"], [0, 3, "PERSON"]], [[4, 7]]))

    assert names_of(document) == [("Ama", "PERSON"), ("Kofi", "PERSON")]
    assert document.missing == ((4, 7),)


@pytest.mark.parametrize(
    "spans",
    [
        [[0, 3, "MISC"]],
        [[0, 99, "ORG"]],
        [[3, 3, "ORG"]],
        [[0, 5, "ORG"], [4, 7, "ORG"]],
    ],
)
def test_a_span_that_cannot_be_is_refused(spans):
    with pytest.raises(ValueError, match="made-1"):
        parse(line_of("Ama met Kofi.", spans))


@pytest.mark.parametrize(
    ("written", "label", "bare"),
    [
        ("the Red Sea", "LOC", "Red Sea"),
        ("The Red Crescent", "ORG", "Red Crescent"),
        ("The Hague", "GPE", "The Hague"),
        ("President Tekle", "PERSON", "Tekle"),
        ("Dr. Tekle", "PERSON", "Tekle"),
        ("Drew Tekle", "PERSON", "Drew Tekle"),
        ("Tekle’s", "PERSON", "Tekle"),
        ("St. George's", "GPE", "St. George's"),
        ("Levi's", "ORG", "Levi's"),
        ("#Asmara", "GPE", "Asmara"),
        ("Treaty of the Nile", "EVENT", "Treaty of the Nile"),
    ],
)
def test_a_span_is_trimmed_to_the_bare_name(written, label, bare):
    document = tidy(document_of(f"Then {written} again.", (written, label)))

    assert names_of(document) == [(bare, label)]


def test_the_source_that_leaves_names_out_teaches_nothing_about_other_capitals():
    document = tidy(
        document_of("Troops of Zed entered Wadi today.", ("Wadi", "GPE"), source="re3d")
    )

    assert [document.text[start:end] for start, end in document.missing] == ["Zed"]


def test_packed_and_plain_corpora_read_alike(tmp_path):
    line = line_of("Ama left.\u2028Really.", [[0, 3, "PERSON"]])
    (tmp_path / "a.jsonl").write_text(line + "\n", "utf-8")
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(line.encode()))

    assert read(tmp_path / "a.jsonl") == read(tmp_path / "a.jsonl.gz") == [parse(line)]


def test_odd_names_are_left_out_of_a_gazetteer(tmp_path):
    (tmp_path / "names.gz").write_bytes(gzip.compress(b"Ama Boateng\nX1\n-\nBole\n"))

    assert read_names(tmp_path / "names.gz") == ["Ama Boateng", "Bole"]


def test_the_manifest_names_changed_and_missing_files(tmp_path):
    (tmp_path / "same").write_bytes(b"1")
    (tmp_path / "changed").write_bytes(b"2")
    digest = hashlib.sha256(b"1").hexdigest()
    manifest = tmp_path / "manifest"
    manifest.write_text("".join(f"{digest}  {name}\n" for name in ("same", "changed", "gone")))

    assert differing(tmp_path, manifest) == ["changed", "gone"]


def test_documents_are_trained_on_or_choose_or_test_but_only_one_of_these():
    documents = [
        document_of("Ama.", source=source, name=f"{source}-{number}")
        for source in ("wiki", "own")
        for number in range(400)
    ]
    listed = frozenset({"wiki-1", "own-1"})

    training, development, tested = split(documents, listed)

    assert {document.id for document in development} == listed
    assert {document.source for document in tested} == {"own"}
    assert 24 < len(tested) < 72
    assert len(training) + len(development) + len(tested) == len(documents)
    assert not {d.id for d in training} & ({d.id for d in tested} | listed)


def test_writing_more_sentences_moves_none_from_one_part_to_another():
    documents = [document_of("Ama.", source="own", name=f"own-{number}") for number in range(200)]

    few, many = split(documents[::2], frozenset())[2], split(documents, frozenset())[2]

    assert {d.id for d in few} == {d.id for d in many} & {d.id for d in documents[::2]}


def test_a_renamed_copy_of_a_development_document_is_not_trained_on():
    documents = [document_of("Ama.", source="wiki", name="w")]
    documents.append(document_of("Efua.", source="wiki+names", name="w-aug"))

    training, development, tested = split(documents, frozenset({"w"}))

    assert training == tested == []
    assert [d.id for d in development] == ["w"]


def test_the_development_documents_are_named_once_each():
    names = (TRAINING / "development.txt").read_text("utf-8").splitlines()

    assert len(held_out(TRAINING / "development.txt")) == len(names) >= 300
