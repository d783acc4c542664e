from __future__ import annotations

import pytest

from workstation.importing.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ferry did not leave on Monday, because the captain had lost his keys.", "en"),
        ("Die Fähre fuhr am Montag nicht, weil der Kapitän seine Schlüssel verloren hatte.", "de"),
        ("Паром в понедельник не ушёл, потому что капитан потерял ключи.", "ru"),
        ("لم تغادر العبارة يوم الإثنين لأن القبطان أضاع مفاتيحه في المكتب.", "ar"),
        ("Feribot pazartesi günü kalkmadı, çünkü kaptan anahtarlarını kaybetmişti.", "tr"),
    ],
)
def test_a_sentence_tells_its_language(text: str, language: str) -> None:
    assert language_of(text) == language


ENGLISH = "The ferry did not leave on Monday, because the captain had lost all of his keys."
RUSSIAN = "Паром в понедельник не ушёл, потому что капитан потерял все свои ключи."


def test_few_letters_of_a_dense_script_are_enough() -> None:
    assert language_of("船は出なかった。船長が鍵をなくした。") == "ja"
    assert language_of("渡轮没有离开，船长丢了钥匙。") == "zh"


@pytest.mark.parametrize(
    "text",
    [
        "Vladimir Putin, Bashar al-Assad, Recep Tayyip Erdoğan, Hakan Fidan, Sergey Lavrov",
        "Angela Merkel, Olaf Scholz, Friedrich Merz, Annalena Baerbock, Robert Habeck, " * 9,
        "Путин, Лавров, Шойгу, Песков, Белоусов, Медведев, Матвиенко, Володин, " * 9,
    ],
)
def test_names_alone_tell_no_language(text: str) -> None:
    assert language_of(text) == ""


def test_a_text_all_in_capitals_is_not_taken_for_names() -> None:
    assert language_of(ENGLISH.upper()) == "en"


def test_two_languages_that_share_a_text_leave_it_open_and_a_quotation_does_not() -> None:
    assert language_of(f"{ENGLISH}\n\n{RUSSIAN}") == ""
    assert language_of(f"{ENGLISH} He wrote: “{RUSSIAN}”") == ""
    assert language_of("\n\n".join([ENGLISH] * 4 + [RUSSIAN])) == "en"


@pytest.mark.parametrize(
    "text", ["", "Hello", "12345 67890 / 12345", "Qxz vwk jjq zzk wqq xkz vvq"]
)
def test_too_little_or_no_language_is_left_open(text: str) -> None:
    assert language_of(text) == ""
