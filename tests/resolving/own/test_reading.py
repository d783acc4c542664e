"""Files of users become actors; what cannot be read is said, and never raised as a bug."""

from __future__ import annotations

import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workstation.domain.register import Remark
from workstation.errors import Refused, WorkstationError
from workstation.limits import REGISTER_ALIASES, REGISTER_BYTES
from workstation.resolving import meanings
from workstation.resolving.known import Known
from workstation.resolving.own import gathering, reading
from workstation.resolving.own.packing import pack, unpack
from workstation.resolving.own.reading import Read, read
from workstation.resolving.registers import Registers
from workstation.resolving.words import Words
from workstation.resources import resource

TABLE = "name,kind,alias,language,wikidata,near\n"
JRC = "72\tP\tu\tAmin+Haddad\n72\tP\ten\tAmine+Haddad\n9\tO\tu\tAmber+Brigade\n"
PETRARCH = (
    "HALVA_ [HLV]\n+HALVAN_\n"
    "AMIN_HADDAD_ ; a comment\n\t[HLVELI 900101-990101]\n\t[HLVGOV >990101]\n"
)
FTM = '{"id": "a", "schema": "Person", "properties": {"name": ["Amin Haddad"]}}\n'


@pytest.fixture(scope="module")
def shipped() -> Registers:
    return Registers.shipped()


def names(actor: Known) -> list[str]:
    return [alias.text for alias in actor.aliases]


def refused(found: Read) -> dict[int, str]:
    return {remark.line: remark.words for remark in found.remarks if remark.refused}


def told(found: Read) -> dict[int, str]:
    return {remark.line: remark.words for remark in found.remarks if not remark.refused}


def table(*rows: str) -> bytes:
    return (TABLE + "\n".join(rows)).encode()


def why(found: Read, text: str, shipped: Registers) -> list[str]:
    known = shipped.with_own(unpack("desk.csv", pack(found.actors)))
    words = Words(text)
    return [meanings.of_match(text[m.start : m.end], m).why for m in known.find(words)]


# Tables ---------------------------------------------------------------------------------------


def test_an_actor_may_have_its_names_in_one_cell_or_in_several_rows(shipped: Registers) -> None:
    found = read(
        table(
            "Amber Brigade,armed-group,Ambers;the Amberites,,Q12,", "Amber Brigade,,Bernstein,de,"
        ),
        shipped,
    )
    (actor,) = found.actors
    assert names(actor) == ["Amber Brigade", "Ambers", "the Amberites", "Bernstein"]
    assert (actor.kind, actor.wikidata, actor.label) == ("armed-group", "Q12", "ORG")
    assert [(alias.line, alias.language) for alias in actor.aliases][-1] == (3, "de")
    assert found.remarks == ()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_table_is_read_in_the_delimiters_and_encodings_of_spreadsheets(
    delimiter: str, encoding: str, shipped: Registers
) -> None:
    text = TABLE.replace(",", delimiter) + f"Zürcher Wache{delimiter}company{delimiter}Wächter\r\n"
    (actor,) = read(text.encode(encoding), shipped).actors
    assert names(actor) == ["Zürcher Wache", "Wächter"]


def test_a_cell_that_was_guarded_against_spreadsheets_is_read_as_it_was(shipped: Registers) -> None:
    (actor,) = read(table("'@Amber,organisation"), shipped).actors
    assert actor.name == "@Amber"


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (",person", "There is no name."),
        ("Amin Haddad,wizard", "There is no kind “wizard”"),
        ("Amin Haddad,", "“Amin Haddad” has no kind"),
        ("!?,person", "“!?” holds no letter."),
        ("X,person", "“X” is a single letter"),
        ("and,person", "“and” is an everyday word"),
        ("1948,event", "“1948” is only a number."),
        ("Hadd*,person", "stands for endings in Cyrillic and Arabic only"),
        ("Amin\x07Haddad,person", "a control character (U+0007)"),
        ("Amin\u202eHaddad,person", "a control character (U+202E)"),
        ("A" * 201 + ",person", "is longer than 200 characters"),
        ('"Amin,person', "A quotation mark is not closed"),
    ],
)
def test_a_line_that_cannot_be_used_is_refused_with_words_and_the_others_are_not(
    row: str, words: str, shipped: Registers
) -> None:
    found = read(table(row, "Amber Brigade,armed-group"), shipped)
    assert [actor.name for actor in found.actors] == ["Amber Brigade"]
    assert list(refused(found)) == [2]
    assert words in refused(found)[2]


def test_an_alias_given_twice_is_told_and_dropped(shipped: Registers) -> None:
    found = read(table("Amber Brigade,armed-group,Ambers", "Amber Brigade,,AMBERS"), shipped)
    assert names(found.actors[0]) == ["Amber Brigade", "Ambers"]
    assert told(found) == {3: "“AMBERS” is given to Amber Brigade twice, first in line 2."}


def test_an_alias_of_two_actors_is_refused_to_the_second_with_the_line_of_the_first(
    shipped: Registers,
) -> None:
    found = read(table("Amber Brigade,armed-group,AB", "Azure Bank,company,AB;Azure"), shipped)
    assert [names(actor) for actor in found.actors] == [
        ["Amber Brigade", "AB"],
        ["Azure Bank", "Azure"],
    ]
    assert refused(found) == {3: "“AB” is an alias of Amber Brigade already, by line 2."}


def test_two_actors_may_share_an_alias_that_each_has_under_conditions(shipped: Registers) -> None:
    found = read(
        table("Amber Brigade,armed-group", "Amber Brigade,,AB,,,Tartus", "Azure Bank,company")
        + b"\nAzure Bank,,AB,,,Zurich",
        shipped,
    )
    assert refused(found) == {}
    text = f"AB opened in Zurich.{' So it goes on.' * 20} In Tartus, AB fought."
    said = [words.split(":")[0] for words in why(found, text, shipped)]
    assert said[0] == "“AB” → Azure Bank"
    assert said[-1] == "“AB” → Amber Brigade"


def test_circular_aliases_are_refused_with_words(shipped: Registers) -> None:
    found = read(table("Ambers,armed-group,Azures", "Azures,armed-group,Ambers"), shipped)
    assert [actor.name for actor in found.actors] == ["Ambers"]
    assert refused(found) == {3: "“Azures” and “Ambers” are aliases of each other; line 2 holds."}


def test_a_longer_circle_is_broken_where_it_closes(shipped: Registers) -> None:
    found = read(table("Aa,party,Bb", "Bb,party,Cc", "Cc,party,Aa"), shipped)
    assert [names(actor) for actor in found.actors] == [["Aa", "Bb"], ["Cc"]]
    assert refused(found) == {
        3: "“Bb” is Aa already, by line 2, and no actor of its own.",
        4: "“Aa” is an alias of Aa already, by line 2.",
    }


def test_letters_of_two_alphabets_in_a_word_are_told(shipped: Registers) -> None:
    found = read(table("\u0410mber,party"), shipped)
    assert found.actors
    assert told(found) == {2: "“\u0410mber” mixes Cyrillic and Latin letters that look alike."}


def test_a_kind_that_changes_on_the_way_is_refused(shipped: Registers) -> None:
    found = read(table("Ambers,party", "Ambers,company,Amber Ltd"), shipped)
    assert refused(found) == {3: "Ambers is a party since line 2."}


def test_the_example_of_the_manual_is_read_as_it_says(shipped: Registers) -> None:
    manual = (resource("actors") / "README.md").read_text(encoding="utf-8")
    example = manual.split("```")[1].strip()
    found = read(example.encode(), shipped)
    assert refused(found) == {}
    assert names(found.actors[0]) == [
        "Amber Brigade", "Ambers", "the Amber men", "Bernsteinbrigade", "AB",
    ]  # fmt: skip
    assert why(found, "The Great Bear met the Amber men.", shipped) == [
        "“Great Bear” → Russia: name of a state (register “desk.csv”, line 5).",
        "“the Amber men” → Amber Brigade: name of an armed group (register “desk.csv”, line 2).",
    ]


# Beside the shipped registers ------------------------------------------------------------------


def test_an_alias_outranks_the_shipped_registers_and_it_is_told(shipped: Registers) -> None:
    found = read(table("Georgia Trust,company,Georgia"), shipped)
    assert told(found)[2].startswith("“Georgia” outranks Georgia")
    assert why(found, "Georgia signed.", shipped) == [
        "“Georgia” → Georgia Trust: name of a company (register “desk.csv”, line 2)."
    ]


@pytest.mark.parametrize(
    "row",
    ["Russia,state,Great Bear", "Russia,,Great Bear", "Bearland,state,Great Bear,,Q159,"],
)
def test_a_known_actor_gets_further_aliases_instead_of_a_double(
    row: str, shipped: Registers
) -> None:
    found = read(table(row), shipped)
    known = shipped.with_own(unpack("desk.csv", pack(found.actors)))
    (match,) = known.find(Words("The Great Bear spoke."))
    assert match.known.key == "states/RU"
    (match,) = known.find(Words("Russia spoke."))
    assert (match.known.key, match.alias.register) == ("states/RU", "")


def test_a_known_actor_can_be_named_by_its_key(shipped: Registers) -> None:
    found = read(b"key,name\nstates/RU,Great Bear\nstates/XX,Nowhere", shipped)
    assert refused(found) == {3: "No shipped register has an actor “states/XX”."}
    assert why(found, "The Great Bear spoke.", shipped) == [
        "“Great Bear” → Russia: name of a state (register “desk.csv”, line 2)."
    ]


def test_a_place_of_the_name_of_a_state_stays_another_actor(shipped: Registers) -> None:
    found = read(table("Georgia,place,,,,Savannah"), shipped)
    assert found.actors[0].key == "place/georgia"
    said = why(found, "Georgia, where Savannah is.", shipped)
    assert said[0] == "“Georgia” → Georgia: name of a place (register “desk.csv”, line 2)."


def test_the_surname_of_ones_own_person_is_not_another_persons(shipped: Registers) -> None:
    found = read(table("Amin Haddad,person,Haddad"), shipped)
    assert len(why(found, "Then Haddad left.", shipped)) == 1
    assert why(found, "Then Erin Haddad left.", shipped) == []


def test_an_alias_of_a_language_is_read_in_that_language_only(shipped: Registers) -> None:
    found = read(table("Azure Bank,company,Azzurra,it,,"), shipped)
    known = shipped.with_own(unpack("desk.csv", pack(found.actors)))
    text = Words("Azzurra chiude.")
    assert [len(known.find(text, language=code)) for code in ("it", "it-IT", "en", "fr", "ru")] == [
        1, 1, 0, 0, 0,
    ]  # fmt: skip


# Other formats ---------------------------------------------------------------------------------


def test_jrc_names_have_blanks_for_plus_signs(shipped: Registers) -> None:
    found = read(f"{JRC}8\tX\tu\tNobody\nbroken\n".encode(), shipped)
    assert found.format == "jrc-names"
    assert [(actor.kind, names(actor)) for actor in found.actors] == [
        ("person", ["Amin Haddad", "Amine Haddad"]),
        ("military", ["Amber Brigade"]),
    ]
    assert [alias.language for alias in found.actors[0].aliases] == ["", "en"]
    assert sorted(refused(found)) == [4, 5]


def test_a_dictionary_of_petrarch_tells_kinds_by_codes(shipped: Registers) -> None:
    found = read(
        PETRARCH.encode() + b"AMBER_FRONT_ [HLVREB]\n<!-- over\ntwo [X] lines -->\nNOBODY [---]\n"
        b"HALVAN_MINISTRY_OF_TRADE [HLVGOV] # here\n+LOST\n\nTSR [TSR]\n",
        shipped,
    )
    assert found.format == "petrarch"
    assert {actor.name: actor.kind for actor in found.actors} == {
        "Halva": "state",
        "Amin Haddad": "person",
        "Amber Front": "armed-group",
        "Halvan Ministry of Trade": "government",
        "TSR": "organisation",
    }
    assert names(found.actors[0]) == ["Halva", "Halvan"]
    assert list(refused(found)) == [9]


def test_titles_and_articles_in_a_dictionary_are_no_part_of_names(shipped: Registers) -> None:
    found = read(
        b"THE_AMBER_UNION_ [IGOAMB]\nGENERAL_LORD_HADDON_\n+PRESIDENT_HADDON_\n"
        b"+SECRETARY-GENERAL_IDA_HADDON\n\t[HLVGOV 900101-950101]\n\t[ELI]\nDEPUTY [HLV]\n"
        b"_ _ [HLVGOV]\n",
        shipped,
    )
    assert [(actor.name, actor.kind) for actor in found.actors][:2] == [
        ("Amber Union", "organisation"),
        ("Haddon", "person"),
    ]
    assert names(found.actors[1]) == ["Haddon", "Ida Haddon"]


def test_entities_of_follow_the_money_bring_old_and_weak_names(shipped: Registers) -> None:
    entity = {
        "id": "Q77777777",
        "schema": "Person",
        "caption": "Amin Haddad",
        "properties": {
            "name": ["Amine Haddad", "Amin Haddad"],
            "previousName": ["Amin Sayed"],
            "weakAlias": ["the Clerk"],
        },
    }
    raw = json.dumps(entity) + '\n{"schema": "Ownership"}\n{"schema": "Person"}\n{oops\n'
    found = read(raw.encode(), shipped)
    (actor,) = found.actors
    assert (actor.name, actor.wikidata) == ("Amin Haddad", "Q77777777")
    assert names(actor) == ["Amin Haddad", "Amine Haddad", "Amin Sayed", "the Clerk"]
    assert len(why(found, "Amin Haddad, the Clerk.", shipped)) == 2
    assert why(found, "Here sits the Clerk.", shipped) == []
    assert refused(found) == {3: "There is no name.", 4: "The line is no entity as JSON."}
    assert "Ownership" in told(found)[4]


# Limits and bad input --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "raw",
    [b"", b"\n\n", b"Just some words.\nAnd more.", b"\x00\x01\x02" * 99, b"name,kind\n", b"{}",
     b"name,kind,name\na,b,c", b"\x1f\x8b\x08" + bytes(range(256)), b"\xff\xfe"],
)  # fmt: skip
def test_what_is_no_register_is_refused_with_words(raw: bytes, shipped: Registers) -> None:
    with pytest.raises(Refused) as caught:
        read(raw, shipped)
    assert caught.value.what_you_can_do


def test_too_large_a_file_is_refused(shipped: Registers, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Refused, match="larger than 64 MiB"):
        read(b"x" * (REGISTER_BYTES + 1), shipped)
    assert REGISTER_ALIASES > 2
    monkeypatch.setattr(gathering, "REGISTER_ALIASES", 2)
    with pytest.raises(Refused, match="more than 2 names"):
        read(table("Ambers,party,Aa;Bb"), shipped)


def test_the_same_bytes_are_read_the_same(shipped: Registers) -> None:
    raw = table("Ambers,party,Azures", "Azures,party,Ambers", "Halva,place")
    assert read(raw, shipped) == read(raw, shipped)


SEEDS = (table("Ambers,party,Azures;Bb,de,Q1,Tartus").decode(), JRC, PETRARCH, FTM)


def survives(raw: bytes, shipped: Registers) -> None:
    try:
        found = read(raw, shipped)
    except WorkstationError:
        return
    assert found.actors
    lines = raw.count(b"\n") + raw.count(b"\r") + 1
    assert all(0 < r.line <= lines and isinstance(r, Remark) and r.words for r in found.remarks)
    actors = unpack("x", pack(found.actors))
    assert [names(actor) for actor in actors] == [names(actor) for actor in found.actors]
    known = shipped.with_own(actors)
    text = "\n".join(alias.text for actor in actors for alias in actor.aliases)
    known.find(Words(text), language="de", article=text)


@settings(max_examples=60)
@given(
    st.one_of(
        st.binary(max_size=400),
        st.text(max_size=200).map(lambda t: t.encode("utf-8", "surrogatepass")),
    )
)
def test_no_bytes_are_a_bug(shipped: Registers, raw: bytes) -> None:
    survives(raw, shipped)


@settings(max_examples=60)
@given(
    st.sampled_from(SEEDS),
    st.text(
        alphabet=st.one_of(st.sampled_from("\t,;|\"'[]{}+_#<!->*\n\r=@0Aaا中"), st.characters()),
        max_size=30,
    ),
    st.integers(0, 200),
    st.integers(0, 200),
)
def test_no_mutation_of_a_register_is_a_bug(
    shipped: Registers, seed: str, inserted: str, at: int, cut: int
) -> None:
    survives((seed[:at] + inserted + seed[cut:]).encode("utf-8", "surrogatepass"), shipped)


@settings(max_examples=40)
@given(st.sampled_from(SEEDS), st.randoms(use_true_random=False))
def test_no_flipped_byte_of_a_register_is_a_bug(
    shipped: Registers, seed: str, chance: random.Random
) -> None:
    raw = bytearray(seed.encode())
    for _ in range(chance.randint(1, 8)):
        raw[chance.randrange(len(raw))] = chance.randrange(256)
    survives(bytes(raw[: chance.randint(0, len(raw))]), shipped)


@settings(max_examples=80)
@given(st.lists(st.tuples(*[st.text(alphabet="AaBb, ;", max_size=5)] * 2), min_size=1, max_size=8))
def test_no_name_ever_stands_for_two_actors(
    shipped: Registers, rows: list[tuple[str, str]]
) -> None:
    raw = "name\tkind\talias\n" + "\n".join(f"{name}\tparty\t{alias}" for name, alias in rows)
    try:
        found = read(raw.encode(), shipped)
    except Refused:
        return
    said = [alias.text.casefold() for actor in found.actors for alias in actor.aliases]
    assert len(said) == len(set(said))
    assert len({actor.key for actor in found.actors}) == len(found.actors)
    assert reading.read(raw.encode(), shipped) == found
