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


@pytest.mark.parametrize(
    "text", ["", "Hello", "12345 67890 / 12345", "Qxz vwk jjq zzk wqq xkz vvq"]
)
def test_too_little_or_no_language_is_left_open(text: str) -> None:
    assert language_of(text) == ""
