from __future__ import annotations

import codecs

import pytest

from workstation.domain.encoding import (
    ENCODINGS,
    carried_as,
    charset_of,
    decode,
    encoding_named,
    read_as,
)
from workstation.errors import Refused, Unreadable

TEXTS = {
    "Russian": (
        (
            "Паром на остров в понедельник не ушёл: капитан отдал ключи в контору, а контора "
            "их потеряла. К полудню на чемоданах сидело человек сорок, и женщина продавала чай. "
        ),
        ["cp1251", "koi8-r", "iso8859-5", "cp866"],
    ),
    "German": (
        (
            "Die Fähre zur Insel fuhr am Montag nicht, weil der Kapitän die Schlüssel abgegeben "
            "und das Büro sie verloren hatte. Gegen Mittag saßen vierzig Menschen auf Koffern. "
            "Für Grüße an die Gäste verkaufte eine Frau Tee; es regnete später. "
        ),
        ["cp1252", "iso8859-15"],
    ),
    "Polish": (
        (
            "Prom na wyspę w poniedziałek nie odpłynął, bo kapitan oddał klucze w biurze, a biuro "
            "je zgubiło. Około południa na walizkach siedziało ze czterdzieści osób, kobieta "
            "sprzedawała herbatę. Nikt się nie złościł, mówiła, ale wszyscy byli ciekawi. "
        ),
        ["cp1250", "iso8859-2"],
    ),
    "Greek": (
        (
            "Το πλοίο για το νησί δεν έφυγε τη Δευτέρα, γιατί ο καπετάνιος έδωσε τα κλειδιά στο "
            "λιμεναρχείο και εκεί τα έχασαν. Το μεσημέρι σαράντα άνθρωποι κάθονταν στις βαλίτσες. "
        ),
        ["cp1253", "iso8859-7"],
    ),
    "Arabic": (
        (
            "لم تغادر العبارة إلى الجزيرة يوم الإثنين لأن القبطان سلم المفاتيح إلى المكتب وأضاعها "
            "المكتب. عند الظهر كان أربعون شخصا يجلسون على حقائبهم وامرأة تبيع الشاي. "
        ),
        ["cp1256"],
    ),
    "Japanese": (
        (
            "月曜日、島へのフェリーは出なかった。船長が鍵を港の事務所に預け、事務所がそれをなくしたからだ。"
            "昼には四十人ほどがスーツケースに座っていて、女の人がお茶を売っていた。雨が降り始めていた。"
        ),
        ["shift_jis", "euc_jp", "iso2022_jp"],
    ),
    "Chinese": (
        (
            "星期一去岛上的渡船没有开，因为船长把钥匙交给了港务处，港务处又把钥匙弄丢了。"
            "中午时分，大约四十个人坐在行李箱上，一个女人在卖茶。没有人生气，她说，但是大家都很好奇。"
        ),
        ["gb18030", "big5hkscs"],
    ),
    "Korean": (
        (
            "월요일에 섬으로 가는 배는 떠나지 않았다. 선장이 열쇠를 맡겼는데 사무소가 "
            "그것을 잃어버렸기 때문이다. 정오에는 마흔 명쯤이 여행 가방 위에 앉아 있었다. "
        ),
        ["euc_kr"],
    ),
}
CASES = [
    pytest.param(text, encoding, id=f"{language}-{encoding}")
    for language, (text, encodings) in TEXTS.items()
    for encoding in encodings
    if encoding != "big5hkscs"
]


@pytest.mark.parametrize(("text", "encoding"), CASES)
def test_an_undeclared_encoding_is_guessed_from_the_letters_and_told(
    text: str, encoding: str
) -> None:
    decoded = decode((text * 2).encode(encoding))
    assert decoded.text == text * 2
    assert decoded.guessed
    assert decoded.notes


@pytest.mark.parametrize(("text", "encoding"), CASES)
def test_a_declared_encoding_is_believed_and_not_told(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding), encoding)
    assert decoded.text == text
    assert decoded.notes == ()


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_by_its_mark_and_without_one(encoding: str) -> None:
    text = "The ferry did not leave. Ærø is far away.\n"
    mark = codecs.BOM_UTF16_LE if encoding.endswith("le") else codecs.BOM_UTF16_BE
    assert decode(mark + text.encode(encoding)).text == text
    assert decode(text.encode(encoding)).text == text


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert decode("Ærø".encode("utf-8-sig")).text == "Ærø"


def test_short_text_with_a_few_accents_is_western() -> None:
    decoded = decode("Café – Zürich".encode("cp1252"))
    assert decoded.text == "Café – Zürich"
    assert decoded.encoding == "cp1252"


def test_a_short_greek_line_is_still_greek() -> None:
    line = "Το πλοίο για το νησί δεν έφυγε τη Δευτέρα, γιατί ο καπετάνιος έχασε τα κλειδιά του."
    assert decode(line.encode("cp1253")).text == line


def test_utf_8_that_declares_something_else_is_still_utf_8() -> None:
    assert decode("Ærø – Żółw".encode(), "iso-8859-1").text == "Ærø – Żółw"


def test_a_declaration_nobody_knows_is_passed_over() -> None:
    assert decode("Ærø".encode(), "x-klingon").text == "Ærø"


@pytest.mark.parametrize(
    "raw", [bytes(range(256)) * 8, b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 9, b"\0\1\2\3" * 50]
)
def test_bytes_that_are_no_text_are_refused_with_words(raw: bytes) -> None:
    with pytest.raises(Refused, match="no text") as refused:
        decode(raw)
    assert refused.value.code == "not-text"
    assert refused.value.what_you_can_do


def test_a_stray_control_character_does_not_make_text_binary() -> None:
    assert decode(b"The ferry\x00 did not leave.").text == "The ferry\0 did not leave."


def test_damage_behind_a_byte_order_mark_is_told() -> None:
    assert decode(codecs.BOM_UTF8 + b"The ferry \xff did not leave").notes


def test_what_somebody_names_goes_before_everything_else() -> None:
    raw = "Паром".encode("koi8-r")
    with read_as("koi8-r") as asked:
        assert decode(raw, "windows-1251").text == "Паром"
        assert asked.used
        assert decode(raw).notes == ()
    assert decode(raw).guessed


@pytest.mark.parametrize("name", ENCODINGS)
def test_every_encoding_on_the_list_reads_what_it_wrote(name: str) -> None:
    with read_as(name):
        assert decode("Ferry 7".encode(name)).text == "Ferry 7"
    assert encoding_named(name.upper()) == name


@pytest.mark.parametrize(
    ("said", "meant"),
    [("cp1251", "windows-1251"), ("UTF8", "utf-8"), ("latin9", "iso-8859-15"), ("cp949", "euc-kr"),
     ("shift_jis", "shift-jis"), ("CP932", "shift-jis"), ("koi8_r", "koi8-r")],
)  # fmt: skip
def test_an_encoding_is_known_by_its_other_names(said: str, meant: str) -> None:
    assert encoding_named(said) == meant


@pytest.mark.parametrize("said", ["", "runes", "rot13", "\0"])
def test_what_is_no_encoding_is_refused_with_the_list(said: str) -> None:
    with pytest.raises(Unreadable) as refused:
        encoding_named(said)
    assert "windows-1251" in refused.value.what_you_can_do


def test_a_stray_byte_is_shown_and_told_and_more_are_refused() -> None:
    text = "The ferry did not leave on Monday. " * 20
    with read_as("utf-8"):
        decoded = decode(text.encode() + b"\xff")
        assert decoded.text == text + "\ufffd"
        assert decoded.notes == ("1 place means nothing in utf-8, and is shown as “\ufffd”.",)
        with pytest.raises(Refused) as refused:
            decode("Паром ушёл".encode("cp1251"))
    assert refused.value.code == "other-encoding"


def test_a_byte_order_mark_is_no_letter_of_the_text() -> None:
    with read_as("utf-8"):
        assert decode(codecs.BOM_UTF8 + b"Ferry").text == "Ferry"


@pytest.mark.parametrize(
    ("text", "said", "written"),
    [
        ("Паром", "x-cp1251", "cp1251"),
        ("①番の船", "Shift_JIS", "cp932"),
        ("①番の船", "x-sjis", "cp932"),
        ("渡轮没有离开，船长朱镕基丢了钥匙。", "GB2312", "gb18030"),
        ("渡轮没有离开，船长朱镕基丢了钥匙。", "GBK", "gb18030"),
        ("İşçi’ler", "ISO-8859-9", "cp1254"),
        ("המעבורת", "ISO-8859-8-I", "iso8859_8"),
        ("เรือ", '"TIS-620"', "cp874"),
    ],
)
def test_names_of_the_web_mean_what_browsers_take_them_for(
    text: str, said: str, written: str
) -> None:
    decoded = decode(text.encode(written), said)
    assert (decoded.text, decoded.notes) == (text, ())


def test_a_server_is_believed_before_the_page_and_the_page_where_the_server_is_wrong() -> None:
    raw = "Паром не ушёл".encode("koi8-r")
    with carried_as("koi8-r"):
        assert decode(raw, "windows-1251").text == "Паром не ушёл"
    with carried_as("utf-8"):
        assert decode(raw, "koi8-r").text == "Паром не ушёл"
    assert decode("渡轮".encode("gbk"), "us-ascii", "gbk").text == "渡轮"


def test_a_stray_byte_does_not_make_a_declaration_a_lie() -> None:
    raw = ("Паром на остров в понедельник не ушёл. " * 3).encode("cp1251") + b"\x98"
    decoded = decode(raw, "windows-1251")
    assert decoded.text.startswith("Паром на остров")
    assert decoded.notes == ("1 place means nothing in cp1251, and is shown as “\ufffd”.",)


@pytest.mark.parametrize(
    ("kind", "charset"),
    [
        ("text/html; charset=windows-1251", "windows-1251"),
        ('text/html;charset="GBK"; x=y', "GBK"),
        ("text/html; Charset = 'ISO-8859-9'", "ISO-8859-9"),
        ("text/html", ""),
    ],
)
def test_a_content_type_may_tell_the_encoding(kind: str, charset: str) -> None:
    assert charset_of(kind) == charset
