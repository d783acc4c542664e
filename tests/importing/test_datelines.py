from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from workstation.domain.article import Published
from workstation.domain.dating import UNSURE_YEAR, doubt
from workstation.importing.datelines import dated_by_dateline
from workstation.importing.page import draft_of_page

SAVED = datetime(2024, 12, 20, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "paragraph",
    [
        "OSLO, 5 December 2024 (Halyard Wire) — The ferries stopped.",
        "OSLO, Dec. 5, 2024 (Halyard Wire) - The ferries stopped.",
        "Oslo, 5 December 2024. The ferries stopped.",
        "Oslo, Norway, 5 December 2024 – The ferries stopped.",
        "BERLIN, 5. Dezember 2024 (dpa) – Die Fähre blieb im Hafen.",
        "Berlin (dpa) - 5. Dezember 2024 - Die Fähre blieb im Hafen.",
        "PARIS, 5 décembre 2024 (AFP) - Le ferry est resté au port.",
        "Paris, le 5 décembre 2024 – Le ferry est resté au port.",
        "BEYROUTH, 5 déc. 2024 (AFP) — Le ferry est resté au port.",
        "Buenos Aires, 5 de diciembre de 2024 (EFE).- El ferry quedó en el puerto.",
        "Lisboa, 5 dez 2024 (Lusa) – O barco ficou no porto.",
        "ANKARA (AA) - 5 Aralık 2024",
        "İSTANBUL, 5 Aralık 2024 – Feribot limanda kaldı.",
        "МОСКВА, 5 декабря 2024 г. /ТАСС/. Паром остался в гавани.",
        "МОСКВА, 5 дек 2024 — РИА Новости. Паром остался в гавани.",
        "КИЇВ, 5 грудня 2024 р. (Укрінформ) – Пором лишився в гавані.",
        "دمشق، 5 ديسمبر/كانون الأول 2024 (سانا) - بقيت العبارة في الميناء.",
        "دمشق – 5 كانون الأول 2024: بقيت العبارة في الميناء.",
        "تهران، 5 دسامبر 2024 – کشتی در بندر ماند.",
        "تهران، ۱۵ آذر ۱۴۰۳ (ایرنا) – کشتی در بندر ماند.",
        "中新社柏林2024年12月5日电 渡轮没有离开。",
        "台北，民國113年12月5日 – 渡輪沒有離開。",
    ],
)
def test_a_dateline_with_a_year_is_sure_in_any_language(paragraph: str) -> None:
    found = dated_by_dateline(paragraph)
    assert found == Published.on(date(2024, 12, 5), "dateline")
    assert (found.precision, doubt(found)) == ("day", "")


@pytest.mark.parametrize(
    "paragraph",
    [
        "BERLIN, 5. Dezember (dpa) – Die Fähre blieb im Hafen.",
        "МОСКВА, 5 дек – РИА Новости. Паром остался в гавани.",
        "МОСКВА, 5 декабря. /ТАСС/. Паром остался в гавани.",
        "Madrid, 5 dic (EFE).- El ferry quedó en el puerto.",
        "(ANSA) - ROMA, 05 DIC - Il traghetto è rimasto in porto.",
        "KYIV, Dec 5 (Halyard Wire) - The ferries stopped.",
        "新华社北京12月5日电（记者 林）渡轮没有离开。",
    ],
)
def test_the_year_of_a_short_dateline_is_told_by_the_day_of_saving_and_doubted(
    paragraph: str,
) -> None:
    found = dated_by_dateline(paragraph, SAVED)
    assert found == Published.on(date(2024, 12, 5), UNSURE_YEAR)
    assert doubt(found)
    assert dated_by_dateline(paragraph) is None


def test_a_short_dateline_is_of_the_year_before_where_its_day_has_not_come_yet() -> None:
    found = dated_by_dateline("KYIV, Dec 28 (Halyard Wire) - Ferries.", SAVED)
    assert found == Published.on(date(2023, 12, 28), UNSURE_YEAR)
    leap = dated_by_dateline("KYIV, Feb 29 (Halyard Wire) - Ferries.", SAVED.replace(year=2023))
    assert leap is None


@pytest.mark.parametrize(
    "paragraph",
    [
        "In Oslo, 4 April 2025 was the day on which the ferries stopped.",
        "The ferries stopped on 4 April 2025.",
        "Oslo, where 4 ferries lay, saw snow.",
        "On 5 December 2024 – a day of rain – the ferries stopped.",
        "He said on Monday, 5 December 2024, that the ferries stop.",
        "На заседании, 12 декабря 2024 года, говорили о паромах.",
        "Am 3. Dezember 2024 – so war es – blieb die Fähre im Hafen.",
        "تهران، ۱۵ آذر ۱۲۰۳ – کشتی",
        "",
    ],
)
def test_other_beginnings_are_no_datelines(paragraph: str) -> None:
    assert dated_by_dateline(paragraph, SAVED) is None


def test_a_page_without_a_date_of_its_own_is_dated_by_its_dateline(body: str) -> None:
    paragraphs = "".join(f"<p>{words}</p>" for words in body.split("\n\n"))
    page = f"<html><body><article><p>BERLIN, 5. Dezember 2024 (dpa) – {paragraphs[3:]}</article>"
    found = draft_of_page(f"{page}</body></html>".encode(), "").published
    assert found == Published.on(date(2024, 12, 5), "dateline")
