from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.domain.actor import KINDS
from workstation.resolving.conditions import TESTS
from workstation.resolving.known import Alias, Known
from workstation.resolving.registers import Registers
from workstation.resolving.words import Words

SHIPPED = Registers.shipped()
STATES = [known for known in SHIPPED if known.kind == "state"]


def found(text: str, language: str = "en") -> list[tuple[str, str]]:
    words = Words(text)
    return [
        (text[m.start : m.end], m.known.name)
        for m in SHIPPED.find(words, language=language)
        if not m.known.is_nobody
    ]


def names(text: str, language: str = "en") -> list[str]:
    return [name for _, name in found(text, language)]


def setting(alias: Alias) -> str:
    """Words that an alias asks for in its article."""
    return " ".join(phrase for test, *phrases in alias.only_if for phrase in phrases[:1])


def people() -> list[tuple[Known, Alias]]:
    kinds = ("adjective", "tongue", "people")
    return [
        (known, alias)
        for known in STATES
        for alias in known.aliases
        if alias.kind in kinds and not alias.language
    ]


@given(st.sampled_from(people()), st.sampled_from(("’s", "'s", "", ",")))
def test_every_adjective_and_people_of_a_state_means_that_state(
    listed: tuple[Known, Alias], tail: str
) -> None:
    known, alias = listed
    text = f"Reporters saw some {alias.text}{tail} convoys near the old bridge. {setting(alias)}"
    start = text.index(alias.text)
    matches = {m.start: m for m in SHIPPED.find(Words(text))}
    assert matches[start].known.name == known.name
    assert text[start : matches[start].end] == alias.text


@given(st.sampled_from(STATES))
def test_every_state_is_found_by_its_name_in_any_case_of_headlines(state: Known) -> None:
    name = next(alias for alias in state.aliases if alias.kind == "name" and not alias.language)
    for text in (
        f"Rain fell over {name.text} today.",
        f"RAIN FALLS OVER {name.text.upper()} TODAY",
    ):
        assert names(f"{text} {setting(name)}")[:1] == [state.name]


def test_the_registers_hold_the_world() -> None:
    per_kind = Counter(known.kind for known in SHIPPED)
    assert per_kind["state"] >= 198
    assert per_kind["person"] >= 400
    assert per_kind["place"] >= 300
    groups = sum(1 for known in SHIPPED if known.register == "groups")
    assert groups >= 400


def test_every_actor_has_a_kind_a_name_and_a_key_of_its_register() -> None:
    for known in SHIPPED:
        assert known.kind in KINDS
        assert known.name.strip() == known.name != ""
        assert known.key.startswith(f"{known.register}/")


def test_no_alias_holds_a_leading_article_or_a_possessive() -> None:
    for known in SHIPPED:
        for alias in known.aliases:
            own = alias.text in ("the Hague", "The Hague", "The Bahamas", "The Philippines")
            assert own or not alias.text.startswith(("the ", "The ", "a ")), alias
            town = alias.kind == "capital"  # St John's
            assert town or not alias.text.endswith(("'s", "’s")), alias


def test_every_condition_is_one_of_the_closed_set() -> None:
    for known in SHIPPED:
        for alias in known.aliases:
            for test, *_ in (*alias.only_if, *alias.unless):
                assert test in TESTS


def test_a_wikidata_identifier_is_given_to_one_actor_only() -> None:
    given_ids = Counter(known.wikidata for known in SHIPPED if known.wikidata)
    assert [q for q, n in given_ids.items() if n > 1 or not q[1:].isdigit() or q[0] != "Q"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia, Russian, the Russians and Moscow.", ["Russia"] * 4),
        ("A Kremlin aide left Damascus for Washington.", ["Russia", "Syria", "United States"]),
        ("Türkiye, Turkiye and Turkey are one.", ["Turkey"] * 3),
        ("the US, the U.S., America and the United States", ["United States"] * 4),
        ("Hmeimim air base, Khmeimim and the Hmeimim base", ["Hmeimim air base"] * 3),
        ("Abu Mohammed al-Jolani, that is Ahmed al-Sharaa", ["Ahmed al-Sharaa"] * 2),
        ("the Syrian army and Syria", ["Syrian Army", "Syria"]),
        ("the Assad regime", ["Bashar al-Assad"]),
    ],
)
def test_spellings_of_one_actor_are_one_actor(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_the_longest_name_wins() -> None:
    assert names("South Sudan, Papua New Guinea, Guinea-Bissau and the Gulf of Mexico") == [
        "South Sudan", "Papua New Guinea", "Guinea-Bissau", "Gulf of Mexico",
    ]  # fmt: skip


def test_a_possessive_is_no_part_of_the_name() -> None:
    assert found("Russia’s base, Turkey's fleet and the Russians’ tents") == [
        ("Russia", "Russia"), ("Turkey", "Turkey"), ("Russians", "Russia"),
    ]  # fmt: skip


def test_the_article_belongs_to_the_hague_alone() -> None:
    assert found("from The Hague to the Kremlin, and the Hague again") == [
        ("The Hague", "The Hague"), ("Kremlin", "Russia"), ("the Hague", "The Hague"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russian-named shops", [("Russian", "Russia")]),
        ("US-led and Turkish-backed", [("US", "United States"), ("Turkish", "Turkey")]),
        ("a Franco-German corps", [("Franco", "France"), ("German", "Germany")]),
        ("an anti-Russian, pro-Turkish crowd", [("Russian", "Russia"), ("Turkish", "Turkey")]),
        ("Franco ruled; an Anglo-Saxon church", []),
    ],
)
def test_adjectives_in_hyphens_are_mentions(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "let us polish the turkey on a china plate",
        "who is it, and what is the un-American part of un homme",
        "Kim Jong and Un",
        "a georgia font, a jordan almond and a chad",
    ],
)
def test_small_letters_never_name_a_state(text: str) -> None:
    assert [name for name in names(text) if name not in ("United States",)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("RUSSIA STRIKES KYIV AS US WEIGHS SANCTIONS", ["Russia", "Ukraine", "United States"]),
        ("THEY GIVE US NO PEACE AND WHO IS TO SAY", []),
        ("Nerve Gas Victims Want Assad Punished In Syria", ["Bashar al-Assad", "Syria"]),
        ("Nato and Unesco met Isis", ["NATO", "UNESCO", "Islamic State"]),
    ],
)
def test_headlines_in_capitals_and_in_title_case_are_read(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Georgia, voters in Atlanta queued.", "Georgia (US state)"),
        ("In Georgia, voters in Tbilisi queued.", "Georgia"),
        ("In Brussels the European Commission met.", "European Union"),
        ("In Brussels a Belgian tram stopped.", "Belgium"),
        ("The SDF crossed the Euphrates.", "Syrian Democratic Forces"),
    ],
)
def test_an_alias_of_several_actors_is_decided_by_its_article(text: str, expected: str) -> None:
    assert names(text)[0] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Michael Jordan, Chad Smith and Denzel Washington dined.",
        "They went to Moscow, Idaho, to Lebanon, Ohio, and to Paris, Texas.",
        "Swiss cheese, Russian roulette and Brussels sprouts for Chinese New Year.",
        "Students of Moscow State University signed the Paris Agreement.",
        "Turkey sandwiches were sold at Washington Heights.",
        "see www.Russia.com or write to desk@Syria.org or @Ukraine",
    ],
)
def test_names_of_something_else_are_no_mentions(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ring me in Georgia.\n\nMother",
        "South\n\nKorea",
        "He met Ali. Khamenei spoke.",
    ],
)
def test_no_name_runs_over_the_end_of_a_sentence(text: str) -> None:
    for surface, _ in found(text):
        assert "\n" not in surface
        assert ". " not in surface


def test_russian_inflections_are_found() -> None:
    assert found("В России и Сирии, с Путиным; российские военные на русском языке.", "ru") == [
        ("России", "Russia"), ("Сирии", "Syria"), ("Путиным", "Vladimir Putin"),
        ("российские", "Russia"),
    ]  # fmt: skip


def test_arabic_words_are_found_behind_their_clitics() -> None:
    assert found("وقال بوتين والروس وبالعراق وفي دمشق", "ar") == [
        ("بوتين", "Vladimir Putin"), ("الروس", "Russia"), ("العراق", "Iraq"), ("دمشق", "Syria"),
    ]  # fmt: skip


def test_chinese_needs_no_spaces() -> None:
    assert found("俄罗斯和叙利亚外长在北京会谈，马里兰州", "zh") == [
        ("俄罗斯", "Russia"), ("叙利亚", "Syria"), ("北京", "China"),
    ]  # fmt: skip


def test_other_scripts_are_read_in_english_articles_too() -> None:
    assert names("The sign said “Россия” and “سوريا”.") == ["Russia", "Syria"]


def test_latin_names_are_read_in_their_own_language_only() -> None:
    assert names("La Russie et l’OTAN. UN HOMME.", "fr") == ["Russia", "NATO"]
    assert names("La Russie") == []
    assert names("Ein Amerikaner in der Türkei", "de-AT") == ["United States", "Turkey"]
    assert names("Ein Amerikaner", "fr") == []


def test_the_same_text_is_read_the_same_way_again() -> None:
    text = "Moscow and Kyiv, Assad and HTS; the UN in Geneva."
    assert found(text) == found(text)


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("They left Tripoli, Lebanon, by boat.", ["Tripoli", "Lebanon"]),
        ("They left Kursk region.", ["Kursk"]),
        ("They left Washington state.", ["Washington"]),
    ],
)
def test_what_tells_places_apart_is_no_part_of_their_names(
    registers: Registers, text: str, surfaces: list[str]
) -> None:
    found = registers.find(Words(text))
    assert [text[m.start : m.end] for m in found] == surfaces
    assert found[0].known.kind == "place"


def test_an_arabic_article_may_stand_in_small_letters(registers: Registers) -> None:
    for name in ("El Fasher", "el-Fasher", "El-Fasher"):
        (found,) = registers.find(Words(f"They left {name}."))
        assert found.known.name == "El Fasher"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Port Sudan recalled its ambassador.", "Sudan"),
        ("Trucks wait in Port Sudan.", "Port Sudan"),
        ("Cafes of Port Sudan, open late, were full.", "Port Sudan"),
        ("The article names Pyongyang. The North said no.", "North Korea"),
        ("Posts on X said so.", "Twitter"),
        ("The Europeans met. The EU’s money: Brussels was stung.", "European Union"),
        ("In Kosovo the Serbs voted.", "Serbs"),
        ("In Belgrade the Serbs voted.", "Serbia"),
        ("Tbilisi is far. Georgia sent men.", "Georgia"),
        ("The American state of Georgia sent men.", "Georgia (US state)"),
    ],
)
def test_names_of_several_actors_go_by_their_neighbours(
    registers: Registers, text: str, name: str
) -> None:
    assert registers.find(Words(text), article=text)[-1].known.name == name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Scarborough Shoal", "Huangyan Dao"),
        ("Paracel Islands", "Hoang Sa"),
        ("Johnson South Reef", "Gac Ma"),
        ("Brahmaputra", "Yarlung Tsangpo"),
        ("Liancourt Rocks", "Takeshima"),
    ],
)
def test_what_several_states_claim_is_one_place_by_all_its_names(one: str, other: str) -> None:
    assert names(f"They sailed to {one}.") == names(f"They sailed to {other}.") == [one]


@pytest.mark.parametrize(
    ("now", "once"),
    [
        ("Lviv", "Lwów"),
        ("Chattogram", "Chittagong"),
        ("Wrocław", "Breslau"),
        ("Baltiysk", "Pillau"),
    ],
)
def test_a_town_is_known_by_its_other_and_former_names(now: str, once: str) -> None:
    assert names(f"They left from {once} early.") == names(f"They left from {now} early.")
    assert len(names(f"They left from {once} early.")) == 1


@pytest.mark.parametrize("river", ["Narva", "Kagera", "Ravi", "Lena", "Po"])
def test_a_river_named_like_something_else_is_the_river_after_its_article(river: str) -> None:
    assert names(f"A boat on the {river} sank.") == [f"{river} River"]
    assert f"{river} River" not in names(f"Mr {river} spoke in {river} on Monday.")


@pytest.mark.parametrize("name", ["Republic of Lithuania", "Argentine Republic", "Slovak Republic"])
def test_a_state_is_known_by_its_official_name(name: str) -> None:
    assert [surface for surface, _ in found(f"Envoys of the {name} came.")] == [name]
    assert SHIPPED.named(name) in STATES


def test_an_article_stands_before_a_states_name_and_is_no_part_of_it() -> None:
    assert found("The Philippines protested.") == [("Philippines", "Philippines")]
