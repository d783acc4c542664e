from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation import limits
from workstation.errors import Refused
from workstation.importing.text_lines import encoding_of, lines_of

RUSSIAN = "Паром на остров в понедельник не ушёл, потому что капитан потерял ключи.\n" * 20


def read(raw: bytes) -> tuple[str, tuple[str, ...]]:
    file = io.BytesIO(raw)
    encoding, notes = encoding_of(file)
    return "".join(lines_of(file, encoding)), notes


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1251"])
def test_encodings_are_told_by_the_beginning(encoding: str) -> None:
    text, notes = read(RUSSIAN.encode(encoding))
    assert text == RUSSIAN
    assert bool(notes) == (encoding in {"utf-16-le", "cp1251"})


@pytest.mark.parametrize("encoding", ["cp1251", "utf-8"])
def test_a_plain_beginning_does_not_hide_what_comes_later(encoding: str) -> None:
    plain = "day,title\n" * 300_000
    text, _notes = read((plain + RUSSIAN).encode(encoding))
    assert text == plain + RUSSIAN


def test_damage_in_the_middle_is_told() -> None:
    raw = RUSSIAN.encode("utf-16") + b"\x00\xd8" + "\nweiter".encode("utf-16-le")
    text, notes = read(raw)
    assert text.startswith(RUSSIAN)
    assert notes


def test_a_line_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ARTICLE_CHARACTERS", 1_000)
    with pytest.raises(Refused, match="longer than"):
        read(b"x" * 5_000)


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufeff")))
def test_what_is_utf8_comes_back(text: str) -> None:
    raw = f"a,b\n{text}\n".encode()
    assert read(raw)[0] == f"a,b\n{text}\n"
