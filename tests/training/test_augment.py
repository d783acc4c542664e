from __future__ import annotations

import pytest
from augment import curl, join, paragraphs, pieces, recase, rewrite, swap_names, title, vary
from corpora import Document, seeded
from hypothesis import given
from hypothesis import strategies as st

WORDS = st.text(alphabet="abcABC'\"- .\n“İß", max_size=12)
NAMES = {"PERSON": ["Efua Mensah"], "GPE": ["Bole"]}


@st.composite
def documents(draw):
    text, spans = "", []
    for _ in range(draw(st.integers(1, 4))):
        text += draw(WORDS) + " "
        name = draw(st.sampled_from(["Ama Owusu", "Wa", "O'Neill", "X-Press", "Wa airport"]))
        label = draw(st.sampled_from(["PERSON", "GPE", "FAC", "ORG"]))
        spans.append((len(text), len(text) + len(name), label))
        text += name + " "
    return Document(text, tuple(spans), (), "made", "made-1")


def names_of(document):
    return [document.text[start:end] for start, end, _ in document.spans]


def plain(text):
    return text.replace("’", "'").replace("‘", "'").replace("—", "-").lower()


@given(documents(), st.integers(0, 1000))
def test_a_varied_document_keeps_its_names(document, seed):
    varied = vary(document, seeded(seed))

    assert [plain(name) for name in names_of(varied)] == [plain(n) for n in names_of(document)]


@given(st.lists(documents(), min_size=1, max_size=5), st.integers(0, 1000))
def test_joined_pieces_hold_every_name_once(given_documents, seed):
    found = [n for piece in pieces(given_documents, seeded(seed)) for n in names_of(piece)]

    assert sorted(map(plain, found)) == sorted(
        plain(n) for document in given_documents for n in names_of(document)
    )


def test_a_rewritten_text_moves_spans_and_missing_stretches():
    document = Document("In Wa and Ho.", ((3, 5, "GPE"), (10, 12, "GPE")), ((6, 9),), "m", "m")

    rewritten = rewrite(document, [(3, 5, "Tamale"), (2, 3, "  ")])

    assert rewritten.text == "In  Tamale and Ho."
    assert names_of(rewritten) == ["Tamale", "Ho"]
    assert [rewritten.text[start:end] for start, end in rewritten.missing] == ["and"]


def test_quotes_and_dashes_become_typographic():
    text = "\"Don't,\" he said - 'never' -- twice."

    assert curl(Document(text, (), (), "m", "m")).text == "“Don’t,” he said – ‘never’—twice."


def test_a_character_without_a_single_other_case_stays():
    assert recase(Document("Straße", (), (), "m", "m"), str.upper).text == "STRAßE"


def test_a_title_gives_every_word_a_capital_but_not_its_genitive():
    assert title(Document("wa’s mayor goes", (), (), "m", "m")).text == "Wa’s Mayor Goes"


def test_paragraphs_break_between_sentences_but_not_inside_names():
    text = "It rained. Then St. Mary's fell. All left."
    document = Document(text, ((16, 26, "FAC"),), (), "m", "m")

    assert paragraphs(document, seeded(1), share=1.0).text == (
        "It rained.\n\nThen St. Mary's fell.\n\nAll left."
    )


def test_swapped_names_stay_the_same_person_and_place():
    text = "Ama Owusu left Wa airport. Owusu likes Wa. Red Cross"
    spans = ((0, 9, "PERSON"), (15, 25, "FAC"), (27, 32, "PERSON"), (39, 41, "GPE"))
    document = Document(text, (*spans, (43, 52, "ORG")), (), "m", "m")

    swapped = swap_names(document, NAMES, seeded(1))

    assert swapped.text == "Efua Mensah left Bole airport. Mensah likes Bole. Red Cross"
    assert names_of(swapped) == ["Efua Mensah", "Bole airport", "Mensah", "Bole", "Red Cross"]


@pytest.mark.parametrize("seed", range(5))
def test_joining_adds_only_white_space(seed):
    pair = [
        Document("Wa", ((0, 2, "GPE"),), (), "m", "m"),
        Document("no", (), ((0, 2),), "m", "m"),
    ]

    joined = join(pair, seeded(seed))

    assert joined.text.split() == ["Wa", "no"]
    assert joined.text[slice(*joined.missing[0])] == "no"
