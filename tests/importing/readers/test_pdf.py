from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
import typst

from workstation.domain.article import Draft
from workstation.errors import Refused

ReadOne = Callable[..., Draft]
Typeset = Callable[..., bytes]


@pytest.fixture
def typeset(tmp_path_factory: pytest.TempPathFactory) -> Typeset:
    """A PDF of Typst markup."""

    def sets(markup: str, page: str = "") -> bytes:
        source = tmp_path_factory.mktemp("pdf") / "x.typ"
        source.write_text(f"#set page({page})\n#set text(lang: 'en')\n".replace("'", '"') + markup)
        return bytes(typst.compile(str(source)))

    return sets


def test_paragraphs_are_put_together_from_lines(
    read_one: ReadOne, typeset: Typeset, body: str
) -> None:
    draft = read_one(typeset(body), "x.pdf")
    assert draft.text == body
    assert draft.title_derived
    assert draft.language == "en"


def test_hyphens_at_the_end_of_lines_go_and_those_of_words_stay(
    read_one: ReadOne, typeset: Typeset
) -> None:
    text = (
        "The extraordinarily interested harbourmaster investigated the anti-sickness department, "
        "a well-known institution of considerable administrative responsibility. " * 4
    ).strip()
    markup = f"#set par(justify: true)\n#set text(hyphenate: true)\n{text}"
    draft = read_one(typeset(markup, "width: 9cm"), "x.pdf")
    assert draft.text == text


def test_columns_are_read_one_after_the_other(
    read_one: ReadOne, typeset: Typeset, body: str
) -> None:
    markup = f"= Ferry stays in harbour\n\n#columns(2)[{body}\n\n{body}\n\n{body}]"
    draft = read_one(typeset(markup, "height: 14cm"), "x.pdf")
    assert draft.title == "Ferry stays in harbour"
    assert draft.text == "\n\n".join([body] * 3)


def test_three_columns_with_a_line_across_are_read_in_bands(
    read_one: ReadOne, typeset: Typeset, body: str
) -> None:
    first, _second, third = body.split("\n\n")
    band = "#grid(columns: (1fr, 1fr, 1fr), gutter: 8mm)" + "[{0}\n\n{0}]" * 3 + "\n\n"
    across = "What happened afterwards in the harbour office of the island, and who was there"
    bar = f"#text(size: 20pt)[{across}]\n\n"
    markup = band.format(first) + bar + band.format(third)
    text = read_one(typeset(markup, "width: 30cm"), "x.pdf").text
    assert text.split("\n\n") == [first] * 6 + [across] + [third] * 6


def test_running_heads_and_page_numbers_are_left_out(
    read_one: ReadOne, typeset: Typeset, body: str
) -> None:
    page = "height: 9cm, header: [Island Post #h(1fr) 14 December 2024], numbering: '1 of 1'"
    draft = read_one(typeset("\n\n".join([body] * 6), page), "x.pdf")
    assert draft.text == "\n\n".join([body] * 6)
    assert draft.outlet == "Island Post"
    assert draft.published is not None
    assert draft.published.day == date(2024, 12, 14)
    assert draft.published.source == "page head"


def test_a_page_number_alone_under_a_single_page_is_left_out(
    read_one: ReadOne, typeset: Typeset, body: str
) -> None:
    assert read_one(typeset(body, "numbering: '1'"), "x.pdf").text == body


def test_properties_give_title_and_author_and_only_hint_at_the_day(
    read_one: ReadOne, typeset: Typeset, body: str
) -> None:
    about = (
        '#set document(title: "Ferry stays in harbour after keys are lost in a coat", '
        'author: "Mira Voss", date: datetime(year: 2024, month: 12, day: 14))\n'
    )
    heading = "#text(size: 24pt)[Ferry stays in harbour after keys are lost in a coat]\n\n"
    draft = read_one(typeset(about + heading + body), "x.pdf")
    assert draft.text == body
    assert draft.title == "Ferry stays in harbour after keys are lost in a coat"
    assert draft.author == "Mira Voss"
    assert draft.published is None
    assert ("created", "2024-12-14") in draft.hints


def test_a_byline_under_the_title_gives_author_and_day(
    read_one: ReadOne, typeset: Typeset, body: str
) -> None:
    markup = f"= Ferry stays in harbour\n\nDate: 14 December 2024\n\nBy Mira Voss\n\n{body}"
    draft = read_one(typeset(markup), "x.pdf")
    assert draft.text == body
    assert draft.author == "Mira Voss"
    assert draft.published is not None
    assert draft.published.day == date(2024, 12, 14)


def test_arabic_is_read_in_its_own_direction(read_one: ReadOne, typeset: Typeset) -> None:
    words = "لم تغادر العبارة إلى الجزيرة يوم الإثنين لأن القبطان أضاع مفاتيحه."
    draft = read_one(typeset(f'#set text(lang: "ar", font: "DejaVu Sans")\n{words}'), "x.pdf")
    assert draft.language == "ar"
    assert "العبارة" in draft.text
    assert draft.text.startswith("لم تغادر")


@pytest.mark.parametrize("around", ["{}", "#set par(justify: true)\n{}", "#columns(2)[{}]"])
def test_arabic_paragraphs_keep_their_marks_numbers_and_brackets(
    read_one: ReadOne, typeset: Typeset, around: str
) -> None:
    text = (
        "لم تغادر العبّارة يوم الاثنين 14.12.2024 لأن القبطان (محمد) فقد مفاتيحه في BBC News بنسبة "
        "50% من أصل 1,250 راكبًا.\n\nوعند الظهر جلس أربعون شخصًا على حقائبهم ولم يغضب منهم أحد. وقال "
        "«لا بأس» ثم ذهب في الساعة 10:30 مساءً."
    )
    markup = f'#set text(lang: "ar", font: "DejaVu Sans")\n{around.format(text)}'
    assert read_one(typeset(markup), "x.pdf").text == text


def test_hebrew_in_lines_that_begin_at_the_left_is_read_from_the_right(
    read_one: ReadOne, typeset: Typeset
) -> None:
    text = (
        "המעבורת לא יצאה ביום שני (14.12.2024) כי רב החובל איבד את מפתחותיו ליד ה-BBC. שילמו 50% "
        "מתוך 1,250 שקלים.\n\nגשם ירד."
    )
    markup = f'#set text(lang: "he", dir: ltr, font: "DejaVu Sans")\n{text}'
    assert read_one(typeset(markup), "x.pdf").text == text


def test_an_accent_on_a_capital_ends_no_paragraph(read_one: ReadOne, typeset: Typeset) -> None:
    text = (
        "Le ferry n’est pas parti lundi, parce que le capitaine avait perdu ses clés. À midi, "
        "quarante personnes étaient assises sur leurs valises.\n\n35: Le ferry n’est pas parti "
        "lundi, parce que le capitaine avait perdu ses clés. À midi, personne n’était fâché."
    )
    markup = f'#set text(font: "DejaVu Sans")\nJour un.\n\nJour deux.\n\n{text}'
    draft = read_one(typeset(markup, "paper: 'a4'"), "x.pdf")
    assert draft.text == f"Jour un.\n\nJour deux.\n\n{text}"


def test_a_pdf_of_pictures_asks_for_ocr(read_one: ReadOne, typeset: Typeset) -> None:
    with pytest.raises(Refused, match="pictures of pages") as refused:
        read_one(typeset("#rect(width: 5cm, height: 5cm, fill: red)"), "x.pdf")
    assert refused.value.code == "needs-ocr"
    assert "OCR" in refused.value.what_you_can_do


def objects(*contents: bytes, trailer: bytes = b"") -> bytes:
    """A PDF of these objects, the first being its catalogue."""
    raw, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(contents, 1):
        offsets.append(len(raw))
        raw += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(contents) + 1
    return raw + (
        b"xref\n0 %d\n0000000000 65535 f \n%s"
        b"trailer\n<</Size %d /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF"
        % (size, table, size, trailer, len(raw))
    )


CATALOGUE = b"<</Type /Catalog /Pages 2 0 R>>"
NO_PAGES = b"<</Type /Pages /Kids [] /Count 0>>"


def test_an_encrypted_pdf_is_refused_as_protected(read_one: ReadOne) -> None:
    page = b"<</Type /Pages /Kids [3 0 R] /Count 1>>"
    leaf = b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 99 99]>>"
    lock = b"<</Filter /Standard /V 1 /R 2 /P -4 /O (%s) /U (%s)>>" % (b"o" * 32, b"u" * 32)
    raw = objects(
        CATALOGUE, page, leaf, lock, trailer=b"/Encrypt 4 0 R /ID [(0123456789abcdef) (x)]"
    )
    with pytest.raises(Refused, match="password") as refused:
        read_one(raw, "x.pdf")
    assert refused.value.code == "encrypted"


def test_a_pdf_without_pages_is_refused(read_one: ReadOne) -> None:
    with pytest.raises(Refused) as refused:
        read_one(objects(CATALOGUE, NO_PAGES), "x.pdf")
    assert refused.value.code == "damaged"


@pytest.mark.parametrize("share", [0.01, 0.3, 0.7])
def test_a_truncated_pdf_is_refused_with_words(
    read_one: ReadOne, typeset: Typeset, body: str, share: float
) -> None:
    raw = typeset(body)
    with pytest.raises(Refused) as refused:
        read_one(raw[: int(share * len(raw))], "x.pdf")
    assert refused.value.code in {"damaged", "needs-ocr"}
    assert refused.value.what_you_can_do


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_pdf_comes_to_a_verdict(
    read: Callable[..., list[Draft]], typeset: Typeset, body: str, seed: int
) -> None:
    raw = bytearray(typeset(body))
    for n in range(1, 60):
        raw[20 + (seed * 7919 + n * 104_729) % (len(raw) - 20)] ^= 1 << (n % 8)
    try:
        drafts = read(bytes(raw), "x.pdf")
    except Refused as refused:
        assert refused.what_happened  # noqa: PT017 - either outcome is a verdict
    else:
        assert drafts


def test_nonsense_behind_the_signature_is_refused(read_one: ReadOne) -> None:
    with pytest.raises(Refused, match="damaged"):
        read_one(b"%PDF-1.7\n" + b"ferry " * 500, "x.pdf")
