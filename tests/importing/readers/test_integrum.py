from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from tests.importing.readers import vendors
from tests.importing.readers.vendors import Story
from workstation.domain.article import Draft

Read = Callable[..., list[Draft]]
STORIES = [
    Story("Паром не ушёл", "Южный причал", date(2024, 12, 14), "Мира Восс",
          ("Паром не ушёл.", "ДТ: 01.02.2003", "Все сидели на чемоданах.")),
    Story("14.12.2024", "Береговая газета", date(2023, 5, 9), "", ("ИС: так.", "Муки нет.")),
    Story("ЗГ: две буквы", "Южный причал", date(2022, 3, 1), "Й. Белл", ("Дождь.",)),
]  # fmt: skip


def told(draft: Draft) -> tuple[object, ...]:
    assert draft.published is not None
    return draft.title, draft.outlet, draft.published.day, draft.author, draft.text


def test_every_article_is_told_exactly(read: Read) -> None:
    for encoding in ("cp1251", "utf-8"):
        drafts = read(vendors.integrum(STORIES).encode(encoding), "x.html")
        assert [told(draft) for draft in drafts] == [
            (s.title, s.outlet, s.day, s.author, s.text) for s in STORIES
        ]
        assert ("section", "Порт") in drafts[0].hints


def test_a_broken_article_does_not_end_the_rest() -> None:
    page = vendors.integrum([STORIES[0], replace(STORIES[1], body=()), STORIES[2]])
    drafts, error = vendors.read_all(page.encode("cp1251"))
    assert len(drafts) == 2
    assert error is not None
    assert "1 of 3 articles" in error.what_happened


def test_mutants_are_read_or_refused() -> None:
    for mutant in vendors.mutants(vendors.integrum(STORIES).encode("cp1251"), 50):
        vendors.read_all(mutant)
