from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.importing.credited import credited
from workstation.importing.facts import Facts, make_draft


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("By Jane Doe in Beirut", "Jane Doe"),
        ("by JANE DOE", "JANE DOE"),
        ("By Jane Doe and John Roe", "Jane Doe, John Roe"),
        ("By Jane Doe in Beirut and John Roe in Kyiv", "Jane Doe, John Roe"),
        ("By Jane Doe, Middle East correspondent", "Jane Doe"),
        ("Jane Doe, Associated Press", "Jane Doe"),
        ("By Jane Doe | Staff writer", "Jane Doe"),
        ("Jane Doe <jane@post.example>", "Jane Doe"),
        ("Jane Doe (jane.doe@post.example)", "Jane Doe"),
        ("jane@post.example", ""),
        ("Jane Doe @janedoe", "Jane Doe"),
        ("jane@post.example (Jane Doe)", "Jane Doe"),
        ("Von Anna Müller", "Anna Müller"),
        ("Von Anna Müller, Kairo", "Anna Müller"),
        ("Von Anna Müller und Karl Weiß, Berlin", "Anna Müller, Karl Weiß"),
        ("Von unserer Korrespondentin Anna Müller", "Anna Müller"),
        ("VON ANNA MÜLLER", "ANNA MÜLLER"),
        ("Text: Anna Müller", "Anna Müller"),
        ("Ein Kommentar von Anna Müller", "Anna Müller"),
        ("Par Marie Duval", "Marie Duval"),
        ("Par Marie Duval (à Beyrouth)", "Marie Duval"),
        ("Marie Duval, envoyée spéciale à Beyrouth", "Marie Duval"),
        ("Par Marie Duval et Luc Blanc", "Marie Duval, Luc Blanc"),
        ("Propos recueillis par Marie Duval", "Marie Duval"),
        ("Por Ana Ruiz", "Ana Ruiz"),
        ("Ana Ruiz / EFE", "Ana Ruiz"),
        ("Ana Ruiz y Luis Gil", "Ana Ruiz, Luis Gil"),
        ("José Ortega y Gasset", "José Ortega y Gasset"),
        ("Di Mario Neri", "Mario Neri"),
        ("Автор: Иван Петров", "Иван Петров"),
        ("Авторы: Иван Петров, Анна Смирнова", "Иван Петров, Анна Смирнова"),
        ("Текст: Иван Петров и Анна Смирнова", "Иван Петров, Анна Смирнова"),
        ("Иван Петров, корреспондент РИА Новости", "Иван Петров"),
        ("Иван Петров, «Известия»", "Иван Петров"),
        ("Автор: Олена Коваль", "Олена Коваль"),
        ("Yazan: Ahmet Kaya", "Ahmet Kaya"),
        ("Haber: Ahmet Kaya ve Ayşe Demir", "Ahmet Kaya, Ayşe Demir"),
        ("Ahmet Kaya - Ankara muhabiri", "Ahmet Kaya"),
        ("بقلم: سامر حداد", "سامر حداد"),
        ("بقلم سامر حداد", "سامر حداد"),
        ("نویسنده: رضا کریمی", "رضا کریمی"),
        ("作者：王明", "王明"),
        ("记者 王明", "王明"),
        ("Reuters", "Reuters"),
        ("AFP", "AFP"),
        ("dpa", "dpa"),
        ("Staff", ""),
        ("Staff and agencies", ""),
        ("Newsroom", ""),
        ("Редакция", ""),
        ("admin", ""),
        ("By Web Desk", ""),
        ("By Jane Doe and agencies", "Jane Doe"),
        ("By Jane Doe and Reuters", "Jane Doe"),
        ("By Jane Doe, 5 December 2024", "Jane Doe"),
        ("Written by Jane Doe", "Jane Doe"),
        ("Doe, Jane", "Doe, Jane"),
        ("Jane Doe; John Roe", "Jane Doe, John Roe"),
        ("By Dr. Jane Doe", "Dr. Jane Doe"),
        ("By Jane van der Berg", "Jane van der Berg"),
        ("Ludwig van Beethoven", "Ludwig van Beethoven"),
        ("Ursula von der Leyen", "Ursula von der Leyen"),
        ("Door Piet de Vries", "Piet de Vries"),
        ("Byron Smith", "Byron Smith"),
        ("Diana Ross", "Diana Ross"),
        ("Parveen Shah", "Parveen Shah"),
        ("Avi Cohen", "Avi Cohen"),
        ("Jane Doe, John Roe and Max Moe", "Jane Doe, John Roe, Max Moe"),
        ("J. R. R. Doe", "J. R. R. Doe"),
        ("Michał Kowalski i Anna Nowak", "Michał Kowalski, Anna Nowak"),
        ("Island Post", "Island Post"),
        ("Porfirio Diaz", "Porfirio Diaz"),
        ("Jane Editorson", "Jane Editorson"),
        ("Afonso Silva", "Afonso Silva"),
        ("Mary-Jane O’Neil", "Mary-Jane O’Neil"),
        ("Amal el-Din and Omar al-Farouq", "Amal el-Din, Omar al-Farouq"),
        ("Staff Writer Jane Doe", "Jane Doe"),
        ("Chief Political Editor", ""),
        ("Middle East Correspondent", ""),
        ("王明、李红", "王明, 李红"),
        ("Special to the Post", "Special to the Post"),
    ],
)
def test_a_line_of_credit_names_its_people_and_nothing_else(words: str, people: str) -> None:
    assert credited(words) == people


@given(st.emails())
def test_addresses_are_no_part_of_a_name(address: str) -> None:
    assert credited(f"Jane Doe <{address}>") == credited(f"By Jane Doe ({address})") == "Jane Doe"
    assert credited(address) == ""


def test_every_article_is_credited_so() -> None:
    draft = make_draft("The ferry left.", Facts(author="By Jane Doe in Beirut, agencies"), "")
    assert draft.author == "Jane Doe"
