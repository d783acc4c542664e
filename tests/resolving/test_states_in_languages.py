from __future__ import annotations

import pytest

from workstation.resolving.registers import Registers
from workstation.resolving.words import Words

SHIPPED = Registers.shipped()


def found(text: str, language: str) -> list[tuple[str, str]]:
    matches = SHIPPED.find(Words(text), language=language, article=text)
    return [(text[m.start : m.end], m.known.key.split("/")[1]) for m in matches]


@pytest.mark.parametrize(
    ("language", "text", "name", "actor"),
    [
        ("de", "Das berichtet Moskau am Montag.", "Moskau", "RU"),
        ("de", "Das ist Moskaus Antwort.", "Moskaus", "RU"),
        ("de", "Die Regierung Israels schweigt.", "Israels", "IL"),
        ("de", "Das sagen die Vereinigten Staaten.", "Vereinigten Staaten", "US"),
        ("de", "Amerikas Verbündete warten.", "Amerikas", "US"),
        ("de", "Die USA warten.", "USA", "US"),
        ("de", "Der US-Präsident wartet.", "US", "US"),
        ("de", "Aus dem Weißen Haus kam nichts.", "Weißen Haus", "US"),
        ("de", "Aus Weißrussland kam nichts.", "Weißrussland", "BY"),
        ("de", "Aus Weissrussland kam nichts.", "Weissrussland", "BY"),
        ("de", "Damaskus und das Ausland reden.", "Damaskus", "SY"),
        ("de", "Das teilte Kairo mit.", "Kairo", "EG"),
        ("de", "Ein Treffen gab es, sagt Brüssel.", "Brüssel", "BE"),
        ("de", "Kiew meldet Angriffe.", "Kiew", "UA"),
        ("de", "Das weist Peking zurück.", "Peking", "CN"),
        ("de", "Der Botschafter des Vereinigten Königreichs.", "Vereinigten Königreichs", "GB"),
        (
            "de",
            "In den Vereinigten Arabischen Emiraten.",
            "Vereinigten Arabischen Emiraten",
            "AE",
        ),
        ("de", "Aus Holland kam nichts.", "Holland", "NL"),
        ("de", "Die Küste Islands.", "Islands", "IS"),
        ("de", "Der Prozess beginnt, meldet Den Haag.", "Den Haag", "the-hague"),
        ("de", "Das sagt die russische Regierung.", "russische", "RU"),
        ("de", "Das sagen die Ukrainer.", "Ukrainer", "UA"),
        ("de", "Das sagt die deutsche Regierung.", "deutsche", "DE"),
        ("de", "Das sagt Wladimir Putin.", "Wladimir Putin", "vladimir-putin"),
        ("de", "Ein Treffen in Genf.", "Genf", "geneva"),
        ("fr", "Le gouvernement russe attend.", "russe", "RU"),
        ("fr", "La marine iranienne attend.", "iranienne", "IR"),
        ("fr", "Selon Ahmed al-Charaa, rien ne change.", "Ahmed al-Charaa", "ahmed-al-sharaa"),
        ("es", "El gobierno ruso espera.", "ruso", "RU"),
        ("es", "Las tropas francesas esperan.", "francesas", "FR"),
        ("es", "Una cumbre en Ginebra.", "Ginebra", "geneva"),
        ("fr", "Selon Moscou, rien ne change.", "Moscou", "RU"),
        ("fr", "Les autorités du Caire.", "Caire", "EG"),
        ("fr", "La visite à Pékin.", "Pékin", "CN"),
        ("fr", "La Birmanie attend.", "Birmanie", "MM"),
        ("es", "Según Moscú, nada cambia.", "Moscú", "RU"),
        ("es", "La cumbre de Bruselas.", "Bruselas", "BE"),
        ("es", "La visita a El Cairo.", "El Cairo", "EG"),
        ("tr", "Moskova'da görüştüler.", "Moskova", "RU"),
        ("tr", "Moskova’nın yanıtı bekleniyor.", "Moskova", "RU"),
        ("tr", "İngiltere'nin kararı.", "İngiltere", "GB"),
        ("tr", "ABD'nin kararı.", "ABD", "US"),
        ("tr", "Ürdün'e gitti.", "Ürdün", "JO"),
        ("uk", "У Туреччині почалися перемовини.", "Туреччині", "TR"),
        ("uk", "Війна в Сирії триває.", "Сирії", "SY"),
        ("uk", "Посол Росії.", "Росії", "RU"),
        ("uk", "Разом із Росією.", "Росією", "RU"),
        ("uk", "Зустріч у Празі.", "Празі", "CZ"),
        ("uk", "Зустріч у Москві.", "Москві", "RU"),
        ("uk", "Зустріч у Києві.", "Києві", "UA"),
        ("uk", "Сполучених Штатів це не стосується.", "Сполучених Штатів", "US"),
        ("uk", "У Великій Британії.", "Великій Британії", "GB"),
        ("uk", "Ввели російські війська.", "російські", "RU"),
        ("uk", "Уряд В’єтнаму.", "В’єтнаму", "VN"),
        ("uk", "Уряд Вʼєтнаму.", "Вʼєтнаму", "VN"),
        ("ru", "В Объединённых Арабских Эмиратах.", "Объединённых Арабских Эмиратах", "AE"),
        ("ru", "В Соединённых Штатах.", "Соединённых Штатах", "US"),
        ("ru", "Переговоры в Риге.", "Риге", "LV"),
        ("ru", "Переговоры в Боснии и Герцеговине.", "Боснии и Герцеговине", "BA"),
        ("ru", "Переговоры в Гвинее-Бисау.", "Гвинее-Бисау", "GW"),
        ("ru", "Переговоры в Аддис-Абебе.", "Аддис-Абебе", "ET"),
        ("ar", "قالت بروكسل إنها تنتظر", "بروكسل", "BE"),
        ("fa", "سفیر آمریکا در تهران", "آمریکا", "US"),
        ("fa", "مسکو اعلام کرد", "مسکو", "RU"),
        ("fa", "پیونگ‌یانگ اعلام کرد", "پیونگ‌یانگ", "KP"),
        ("zh", "莫斯科表示", "莫斯科", "RU"),
    ],
)
def test_a_state_is_found_as_its_language_writes_it(
    language: str, text: str, name: str, actor: str
) -> None:
    assert (name, actor) in found(text, language)


@pytest.mark.parametrize("language", ["en", "es", "fr", "de"])
def test_a_capital_that_holds_its_states_name_is_one_mention(language: str) -> None:
    assert found("Santiago de Chile", language) == [("Santiago de Chile", "CL")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Flughafen auf Long Island."),
        ("fr", "L’Amérique latine attend."),
        ("fr", "François Hollande attend. Hollande attend."),
        ("tr", "Latin Amerika bekliyor."),
        ("ru", "Того, кто ждёт, не видно."),
        ("ru", "Гонщик Росси выиграл."),
        ("ru", "Гавань закрыта."),
        ("ru", "Это Минские соглашения."),
        ("ru", "В Латинской Америке ждут."),
        ("uk", "У Латинській Америці чекають."),
        ("fa", "روز دوشنبه"),
        ("fa", "شبکه الجزیره"),
        ("fa", "آمریکا لاتین"),
        ("ar", "مسقط رأسه"),
    ],
)
def test_a_word_that_only_looks_like_a_state_is_none(language: str, text: str) -> None:
    assert not [actor for _, actor in found(text, language) if actor.isupper()]


@pytest.mark.parametrize("text", ["The Islands", "Rom and Damas", "Roma people", "Holland Park"])
def test_latin_names_of_other_languages_are_not_read_in_english(text: str) -> None:
    assert not [actor for _, actor in found(text, "en") if len(actor) == 2 and actor.isupper()]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Er spricht Russisch."),
        ("de", "Die Deutsche Bahn wartet."),
        ("fr", "Il parle en russe."),
        ("es", "Habla en ruso."),
        ("fr", "Dans l’océan Indien."),
    ],
)
def test_languages_and_names_of_firms_are_no_peoples(language: str, text: str) -> None:
    assert not {"RU", "DE", "IN"} & {actor for _, actor in found(text, language)}
