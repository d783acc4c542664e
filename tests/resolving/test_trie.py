from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workstation.resolving.trie import Trie
from workstation.resolving.words import Words


def read(trie: Trie[str], text: str) -> list[tuple[str, str]]:
    words = Words(text)
    return [
        (text[reading.start : reading.end], reading.meaning)
        for i in trie.starts(words)
        for reading in trie.readings(words, i)
    ]


def trie(*names: str) -> Trie[str]:
    return Trie((name, False, name) for name in names)


def test_the_longest_name_is_read_first() -> None:
    names = trie("Port", "Port Amal", "Port Amal Bridge")
    assert read(names, "At Port Amal bridge") == [("Port Amal", "Port Amal"), ("Port", "Port")]
    assert read(names, "At Port Amal Bridge")[0][1] == "Port Amal Bridge"


def test_between_equals_the_conditional_one_comes_first() -> None:
    names = Trie([("Amal", False, "town"), ("Amal", True, "party")])
    assert [meaning for _, meaning in read(names, "Amal")] == ["party", "town"]


def test_spaces_hyphens_and_apostrophes_are_alike() -> None:
    names = trie("Abu al-Khair", "Sana'a")
    for text in ("Abu Al Khair", "Abu al\u2011Khair", "Abu\u00a0al-Khair"):
        assert read(names, text) == [(text, "Abu al-Khair")]
    assert read(names, "Sana’a") == [("Sana’a", "Sana'a")]


def test_a_name_ends_with_its_sentence() -> None:
    names = trie("St Amal", "Port Amal")
    assert read(names, "St. Amal") == [("St. Amal", "St Amal")]
    assert read(names, "the Port. Amal left; Port\n\nAmal; Port, Amal") == []


def test_a_final_stop_belongs_to_the_name_that_has_it() -> None:
    assert (
        read(trie("U.S."), "the U.S.-led force left the U.S and the U.S.") == [("U.S.", "U.S.")] * 2
    )


def test_small_letters_start_a_name_only_where_one_is_listed() -> None:
    names = trie("al-Amal", "Amal")
    assert read(names, "al-Amal and amal") == [("al-Amal", "al-Amal"), ("Amal", "Amal")]


def test_stems_take_endings() -> None:
    names = trie("Красн* мор*", "российск*")
    assert read(names, "на Красном море российскими силами") == [
        ("Красном море", "Красн* мор*"), ("российскими", "российск*"),
    ]  # fmt: skip


@given(st.lists(st.text(alphabet="ABab -'.", min_size=1), max_size=4), st.text())
def test_readings_lie_inside_the_text(names: list[str], text: str) -> None:
    listed = trie(*(name for name in names if Words(name).words))
    for surface, _ in read(listed, text):
        assert surface
        assert surface in text


def test_few_words_may_begin_a_name() -> None:
    names = trie("Port Amal", "Красн* мор*")
    assert [names.has(word) for word in ("port", "Amal", "Красном", "Синем")] == [
        True, False, True, True,
    ]  # fmt: skip
