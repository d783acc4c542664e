from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.domain.actor import KINDS
from workstation.domain.article import Body, Passage
from workstation.domain.mention import LABELS, Found, Label, Span
from workstation.resolving.registers import Registers
from workstation.resolving.resolver import Resolver

Read = Callable[..., list[Found]]

PROMOTION = "Read more from Sky News:\n\nRussia in talks with rebels\n\nAssad seen in Moscow"

# In our own words, but with everything that made the first real article hard.
ARTICLE = f"""The pharmacy’s sign was written in Russian, and the baker had learned some Arabic.

The Russians have kept soldiers here since 2017, for the Assad regime. Moscow is talking to the \
new rulers of Syria now, and Russian convoys roll towards the Mediterranean coast.

At the Russian gate of Hmeimim air base near Latakia stood a fighter of HTS. The shops have \
Russian-named doors, as if the war in Ukraine were far away.

{PROMOTION}

I asked the guard, Zakaria Harir, about the Russians inside. “We do not speak with them [the \
Russians],” Harir said. HTS had told him so.

Russia’s two bases are on the coast; one is the Hmeimim base. The road to Latakia was lined with \
tanks of the Syrian army. They are building a new Syrian army, and Syria is changing."""


def surfaces(found: list[Found], name: str, *, counted: bool = True) -> list[str]:
    return [f.surface for f in found if f.name == name and f.counted is counted]


@pytest.fixture
def found(read: Read) -> list[Found]:
    return read(ARTICLE, ("Zakaria Harir", "PERSON"), promotion=PROMOTION)


def test_russia_russian_the_russians_and_moscow_are_one_actor(found: list[Found]) -> None:
    assert surfaces(found, "Russia") == [
        "Russians", "Moscow", "Russian", "Russian", "Russian", "Russians", "Russians", "Russia",
    ]  # fmt: skip
    assert {f.key for f in found if f.name == "Russia"} == {"states/RU"}


def test_the_syrian_army_is_not_syria(found: list[Found]) -> None:
    assert surfaces(found, "Syria") == ["Syria", "Syria"]
    army = [f for f in found if f.name == "Syrian Army"]
    assert [(f.surface, f.kind, f.label) for f in army] == [("Syrian army", "military", "ORG")] * 2


def test_the_assad_regime_names_the_person(found: list[Found]) -> None:
    person = next(f for f in found if f.surface == "Assad")
    assert (person.name, person.kind, person.label) == ("Bashar al-Assad", "person", "PERSON")


def test_one_base_has_several_names(found: list[Found]) -> None:
    assert surfaces(found, "Hmeimim air base") == ["Hmeimim air base", "Hmeimim base"]


def test_languages_are_no_mentions(found: list[Found]) -> None:
    assert all(f.start > ARTICLE.index("The Russians") for f in found)


def test_mentions_in_promotional_lines_are_kept_but_not_counted(found: list[Found]) -> None:
    aside = {f.surface: f for f in found if not f.counted}
    assert set(aside) == {"Sky News", "Russia", "Assad", "Moscow"}
    assert aside["Russia"].why == (
        "“Russia” → Russia: name of a state (register states); "
        "not counted, as it stands in a promotional line or credit."
    )
    assert surfaces(found, "Sky News") == []


def test_a_later_surname_is_the_person_named_before(found: list[Found]) -> None:
    harir = [f for f in found if f.name == "Zakaria Harir"]
    assert [f.surface for f in harir] == ["Zakaria Harir", "Harir"]
    assert {f.key for f in harir} == {"person/zakaria harir"}
    assert [f.origin for f in harir] == ["model", "rule"]


def test_every_mention_says_why_in_one_sentence(found: list[Found]) -> None:
    whys = {f.surface: f.why for f in found if f.counted}
    assert whys["Russians"] == "“Russians” → Russia: people of a state (register states)."
    assert whys["Moscow"] == ("“Moscow” → Russia: capital, counted as the state (register states).")
    assert whys["Harir"] == (
        "“Harir” → Zakaria Harir: the only person of this name in the article."
    )
    for f in found:
        assert f.why.startswith(f"“{f.surface}” → {f.name}: ")
        assert f.why.count(".") - f.surface.count(".") - f.name.count(".") == 1


def test_names_and_adjectives_of_states_have_their_labels(read: Read) -> None:
    text = "Moscow, Russia, the Kremlin, Russian troops, the Russians"
    assert [f.label for f in read(text)] == ["GPE", "GPE", "GPE", "NORP", "NORP"]


@pytest.mark.parametrize(
    ("surface", "label", "kind", "key"),
    [
        ("Amin Haddad", "PERSON", "person", "person/amin haddad"),
        ("Kurmandia", "GPE", "place", "place/kurmandia"),
        ("Kurmandians", "NORP", "people", "people/kurmandians"),
        ("Old Mill Bridge", "FAC", "place", "place/old mill bridge"),
        ("Harbour Trust", "ORG", "organisation", "organisation/harbour trust"),
        ("Ministry of Tides", "ORG", "government", "government/ministry of tides"),
        ("Lantern Festival", "EVENT", "event", "event/lantern festival"),
    ],
)
def test_a_name_in_no_register_is_an_actor_of_its_own(
    read: Read, surface: str, label: str, kind: str, key: str
) -> None:
    (mention,) = read(f"They spoke of {surface}, at length.", (surface, label))
    assert (mention.kind, mention.key, mention.name) == (kind, key, surface)
    assert mention.origin == "model"
    assert "in no register" in mention.why


def test_a_register_outranks_a_pipeline(read: Read) -> None:
    (mention,) = read("Then Moscow answered.", ("Moscow", "PERSON"))
    assert (mention.name, mention.label, mention.origin) == ("Russia", "GPE", "rule")


@pytest.mark.parametrize(
    ("text", "span", "label", "expected"),
    [
        ("the Russian Academy of Tides", "Russian Academy of Tides", "ORG",
         ["Russian Academy of Tides"]),
        ("the Russian military base", "Russian military base", "FAC", ["Russian"]),
        ("Eric Haddad-Trump left", "Eric Haddad-Trump", "PERSON", ["Eric Haddad-Trump"]),
        ("Syrian President Amin Haddad", "Syrian President Amin Haddad", "PERSON",
         ["Syrian", "Amin Haddad"]),
        ("Syria's Ministry of Tides", "Syria's Ministry of Tides", "ORG",
         ["Syria", "Ministry of Tides"]),
        ("Russia and Ukraine", "Russia and Ukraine", "ORG", ["Russia", "Ukraine"]),
        ("northern Syria", "northern Syria", "LOC", ["Syria"]),
        ("the Trump Administration", "Trump Administration", "ORG", ["Trump"]),
        ("some Swiss cheese", "Swiss", "NORP", []),
        ("the Conservative Party of Kurmandia", "Conservative Party of Kurmandia", "ORG",
         ["Conservative Party of Kurmandia"]),
        ("at the UNESCO World Heritage Site", "UNESCO World Heritage Site", "GPE", ["UNESCO"]),
        ("written in Russian.", "Russian", "NORP", []),
        ("Vladimir V. Putin", "Vladimir V. Putin", "PERSON", ["Vladimir V. Putin"]),
    ],
)  # fmt: skip
def test_longer_names_win_only_where_they_are_names(
    read: Read, text: str, span: str, label: str, expected: list[str]
) -> None:
    assert [f.surface for f in read(text, (span, label))] == expected


def test_a_state_that_is_somebodys_given_name_is_that_person(read: Read) -> None:
    text = "Israel Mendez came. Then Israel slept, and Washington too."
    names = [("Israel Mendez", "PERSON"), ("Israel", "PERSON"), ("Washington", "PERSON")]
    found = read(text, *names)
    assert [f.name for f in found] == ["Israel Mendez", "Israel Mendez", "United States"]


def test_a_known_person_with_a_middle_name_is_known(read: Read) -> None:
    (mention,) = read("Vladimir V. Putin spoke.", ("Vladimir V. Putin", "PERSON"))
    assert mention.key == "persons/vladimir-putin"


def test_the_title_uses_what_the_text_makes_known(read: Read) -> None:
    found = read(
        "The Free Harbour Union (FHU) met Zakaria Harir.",
        ("Zakaria Harir", "PERSON"),
        title="Harir sees the FHU",
    )
    assert [(f.field, f.surface, f.name) for f in found] == [
        ("title", "Harir", "Zakaria Harir"),
        ("title", "FHU", "Free Harbour Union"),
        ("text", "Free Harbour Union", "Free Harbour Union"),
        ("text", "FHU", "Free Harbour Union"),
        ("text", "Zakaria Harir", "Zakaria Harir"),
    ]


def test_a_name_has_one_label_in_an_article(read: Read) -> None:
    text = "Kurmandia won. Kurmandia lost. Kurmandia slept."
    spans = [
        Span("text", 0, 9, "PERSON"), Span("text", 15, 24, "GPE"), Span("text", 31, 40, "GPE"),
    ]  # fmt: skip
    found = Resolver(Registers.shipped()).resolve(Body("", text), spans)
    assert {f.label for f in found} == {"GPE"}


def test_an_article_that_credits_its_own_outlet_does_not_count_it(read: Read) -> None:
    text = "He told Reuters so. Protesters burned a Reuters van. MOSCOW (Reuters) said little."
    found = [f for f in read(text, outlet="Reuters") if f.name == "Reuters"]
    assert [f.counted for f in found] == [False, True, False]
    assert all(f.counted for f in read(text, outlet="Levant Dispatch"))


def test_an_empty_article_has_no_mentions(read: Read) -> None:
    assert read("") == []


ALIASES = [
    alias.text.replace("*", "")
    for known in Registers.shipped()
    for alias in known.aliases
    if alias.language in ("", "ru", "ar", "zh")
]
PIECES = st.one_of(
    st.sampled_from(ALIASES),
    st.sampled_from(
        ["Zakaria Harir", "Harir", "John Harir", "(SNA)", "Free Harbour Union (FHU)", "FHU", "said",
         "the", "’s", "-led", ". ", ", ", "\n\n", "in", "President", "New", "“", "”", " - "]
    ),
    st.text(max_size=6),
)  # fmt: skip


@st.composite
def articles(draw: st.DrawFn) -> tuple[Body, list[Span]]:
    text = " ".join(draw(st.lists(PIECES, max_size=25)))
    title = " ".join(draw(st.lists(PIECES, max_size=5)))
    offset = st.integers(-2, len(text) + 2)
    spans = [
        Span("title" if where else "text", start, start + length, label)
        for where, start, length, label in draw(
            st.lists(
                st.tuples(st.booleans(), offset, st.integers(0, 30), st.sampled_from(LABELS)),
                max_size=12,
            )
        )
    ]
    passages = tuple(
        Passage(start, start + 20) for start in draw(st.lists(offset, max_size=2)) if start >= 0
    )
    return Body(title, text, passages), spans


@given(articles(), st.sampled_from(["en", "ru", "fr", "ar", "zh", "", "en-GB", "xx"]))
def test_whatever_the_text_mentions_are_in_place_in_order_and_apart(
    article: tuple[Body, list[Span]], language: str
) -> None:
    body, spans = article
    resolver = Resolver(Registers.shipped())
    found = resolver.resolve(body, spans, outlet="Reuters", language=language)
    fields = {"title": body.title, "text": body.text}
    for f in found:
        assert fields[f.field][f.start : f.end] == f.surface != ""
        assert f.key
        assert f.name
        assert f.why.endswith(".")
        assert f.kind in KINDS
        assert f.label in LABELS
    for one, other in pairwise(found):
        assert one.field != other.field or one.end <= other.start
        assert (one.field, other.field) != ("text", "title")
    assert found == resolver.resolve(body, spans, outlet="Reuters", language=language)
    assert Counter(found).most_common(1)[:1] == [] or max(Counter(found).values()) == 1


SCRAPS = (
    "Moscow", "Russia", "Putin", "Trump", "Lebanon", "HTS", "Franco", "US", "Georgia", "St John's",
    "in", "to", "from", "of", "the", "or", "and", "capital", "airport", "Ohio", "University", "s",
    ", ", " ", ". ", "\n\n", "’", "-", "(", ")", " — ", "“", "\u200b", "😀", "قال", "9 Dec",
)  # fmt: skip


@given(st.lists(st.sampled_from(SCRAPS), max_size=14).map("".join))
def test_names_and_marks_in_any_order_are_read(text: str) -> None:
    found = Resolver(Registers.shipped()).resolve(Body("", text), [])
    assert all(text[f.start : f.end] == f.surface for f in found)


def test_letters_that_only_look_alike_are_another_actor() -> None:
    other = "Ru\u0455sia"
    (mention,) = Resolver(Registers.shipped()).resolve(
        Body("", f"{other} said no."), [Span("text", 0, 6, "GPE")]
    )
    assert mention.name == other
    assert mention.key != "states/RU"


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("He runs Sirte Bay Trading alone.", "Sirte Bay", "GPE"),
        ("He runs the Open Kitchen Committee alone.", "Open Kitchen", "ORG"),
        ("He runs the Central Bank of Syria alone.", "Central Bank", "ORG"),
        ("He runs the Harbour Mission to Moldova alone.", "Harbour Mission", "ORG"),
    ],
)
def test_a_name_that_a_pipeline_cuts_short_gets_its_end(
    read: Read, text: str, name: str, label: Label
) -> None:
    found = read(text, (name, label))
    assert [f.surface for f in found] == [text[text.index(name) : text.index(" alone")]]
    assert found[0].label == "ORG"


@pytest.mark.parametrize("name", ["Uganda People’s Harbour Force", "Ta’ang National Harbour Army"])
def test_apostrophes_do_not_cut_names(read: Read, name: str) -> None:
    assert [f.surface for f in read(f"Men of the {name} left.", (name, "ORG"))] == [name]


@pytest.mark.parametrize("name", ["Christian Schmidt", "German Gref"])
def test_a_given_name_that_is_a_peoples_belongs_to_the_person(read: Read, name: str) -> None:
    found = read(f"We met {name} there.", (name, "PERSON"))
    assert [(f.surface, f.kind) for f in found] == [(name, "person")]


@pytest.mark.parametrize(
    ("text", "cut", "label", "whole"),
    [
        ("The army has Leopard 2 tanks.", "Leopard", "PRODUCT", "Leopard 2"),
        ("It began with Zapad 2025, in the rain.", "Zapad", "EVENT", "Zapad 2025"),
        ("The ship Hai Lan 26 ran aground.", "Hai Lan", "PRODUCT", "Hai Lan 26"),
        ("They fired Leopard 2 times.", "Leopard", "PRODUCT", "Leopard"),
        ("It began with Zapad 30 years ago.", "Zapad", "EVENT", "Zapad"),
    ],
)
def test_a_number_belongs_to_the_weapon_the_ship_or_the_event_before_it(
    read: Read, text: str, cut: str, label: Label, whole: str
) -> None:
    assert [f.surface for f in read(text, (cut, label))] == [whole]


@pytest.mark.parametrize(
    ("text", "span", "label", "names"),
    [
        ("The 11th Corps of the Russian army left.", "11th Corps of the Russian army", "ORG",
         ["11th Corps", "Russian army"]),
        ("They asked Parliament in Cairo.", "Parliament in Cairo", "ORG", ["Parliament", "Cairo"]),
        ("In Sarnak Shell ships gas.", "Sarnak Shell", "GPE", ["Sarnak", "Shell"]),
        ("Anti-China words were heard.", "Anti-China", "ORG", ["China"]),
        ("The Anti-Taliban Front left.", "Anti-Taliban Front", "ORG", ["Anti-Taliban Front"]),
        ("The Church in Wales left.", "Church in Wales", "ORG", ["Church in Wales"]),
    ],
)  # fmt: skip
def test_a_span_that_holds_two_names_is_cut_between_them(
    read: Read, text: str, span: str, label: Label, names: list[str]
) -> None:
    assert [f.surface for f in read(text, (span, label))] == names


def test_a_given_name_alone_is_the_only_person_who_bears_it(read: Read) -> None:
    text = "Letchu Selvam wept. Letchu went home. Rosa Lind and Rosa Moss met in Rosa."
    found = read(text, ("Letchu Selvam", "PERSON"), ("Letchu", "GPE"), ("Rosa", "GPE"))
    assert {f.key for f in found if f.surface.startswith("Letchu")} == {"person/letchu selvam"}


def test_several_of_a_weapon_are_the_weapon(read: Read) -> None:
    found = read("Two F-35s left, then an F-35.", ("F-35s", "PRODUCT"), ("F-35", "PRODUCT"))
    assert {f.key for f in found} == {"product/f-35"}


def test_a_ministry_without_an_owner_is_that_of_the_state_whose_the_article_has_named(
    read: Read,
) -> None:
    name = ("Defence Ministry", "ORG")
    text = "Ukraine's Defence Ministry spoke. The Defence Ministry said no more."
    assert read(text, name)[-1].key == "states/UA/defence-ministry"
    both = "Ukraine's and Russia's soldiers met. The Ukrainian defence ministry and Russia's \
Defence Ministry spoke. The Defence Ministry said no more."
    assert read(both, name)[-1].key == "government/defence ministry"
    assert read("The Defence Ministry spoke.", name)[-1].key == "government/defence ministry"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("CHAD MAN SOUGHT BY US", ["Chad", "United States"]),
        ("ARMS SHIPPED BY US TO CHAD", ["United States", "Chad"]),
        ("TALKS BETWEEN US AND CHAD END", ["United States", "Chad"]),
        ("IT IS US WHO PAY FOR CHAD", ["Chad"]),
        ("THIS ON CHAD IS BROUGHT TO YOU BY US", ["Chad"]),
        ("NEWS OF CHAD FOR ALL OF US", ["Chad"]),
    ],
)
def test_us_in_capitals_is_a_state_or_the_pronoun_and_no_actor_of_its_own(
    read: Read, text: str, meant: list[str]
) -> None:
    assert [found.name for found in read(text, ("US", "GPE"))] == meant


def test_a_town_that_a_states_name_follows_is_none_of_its_namesakes(read: Read) -> None:
    text = "Lloyd Austin spoke. Austin, Texas, was hot, and Paris, Texas; Clinton, Iowa; Cuba, \
New York. Later Bill Clinton left Paris. Houston, Texas, slept."
    names = ("Lloyd Austin", "PERSON"), ("Austin", "GPE"), ("Clinton", "PERSON")
    found = [(f.surface, f.name) for f in read(text, *names)]
    for town in ("Austin", "Paris", "Clinton", "Cuba"):
        state = {"Clinton": "Iowa", "Cuba": "New York"}.get(town, "Texas")
        assert (town, f"{town}, {state}") in found or (town, town) in found
    assert ("Houston", "Houston") in found
    assert ("Austin", "Lloyd Austin") not in found
    assert ("Cuba", "Cuba") not in found
    assert ("Paris", "Paris, Texas") in found


def test_states_in_a_row_are_no_towns_of_each_other(read: Read) -> None:
    found = read("He spoke in Ohio, Michigan and Texas. On Monday, Texas said no.")
    assert [f.key for f in found] == [
        "places/ohio", "places/michigan", "places/texas", "places/texas",
    ]  # fmt: skip


def test_a_surname_said_again_and_again_is_said_of_its_bearer(read: Read) -> None:
    text = "Zelensky Zelensky Zelensky spoke."
    found = read(text, ("Zelensky Zelensky Zelensky", "PERSON"))
    assert [f.key for f in found] == ["persons/volodymyr-zelensky"] * 3


@pytest.mark.parametrize("verb", ["reads", "studied", "is learning", "wrote"])
def test_what_is_read_or_written_is_a_language(read: Read, verb: str) -> None:
    assert read(f"She {verb} Russian and Arabic.") == []
    assert len(read(f"She {verb} Russian papers.")) == 1


def test_spellings_of_one_name_are_one_person(read: Read) -> None:
    text = "Mu'ammar al-Qaddafi and Kadafi; Abdelfattah Al-Sissi; Mao Tse-tung in Peking."
    names = ("Mu'ammar al-Qaddafi", "Kadafi", "Abdelfattah Al-Sissi", "Mao Tse-tung")
    found = read(text, *((name, "PERSON") for name in names))
    assert [f.key for f in found] == [
        "persons/muammar-gaddafi", "persons/muammar-gaddafi", "persons/abdel-fattah-al-sisi",
        "persons/mao-zedong", "place/beijing",
    ]  # fmt: skip
