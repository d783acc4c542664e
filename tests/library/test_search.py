from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.library.press import Press
from workstation.domain.frequency import FacetCount
from workstation.domain.selection import Selection
from workstation.domain.signs import IRRELEVANT, READ, RELEVANT, STARRED, Sign
from workstation.library import articles, concordance, corpus, notes, signs
from workstation.library.library import Library
from workstation.library.query import Clause, Field, Term, parse, terms

TEXTS = {
    "att": "AT&T and Verizon raised their prices on Monday.",
    "obrien": "Mr O'Brien learned C++ on Ubuntu 20.04 from a book.",
    "damascus": "قال بشار الأسد إن دمشق بخير. Damascus is well, said Bashar al-Assad.",
    "moscow": "Москва вывозит технику, а Дамаск молчит.",
    "border": "The café in Öncüpınar has a well-known terrace; its owner went to Zürich.",
    "chain": "The Russian army left. The army of Russia stayed.",
    "beijing": "中国外交部发言人星期一在北京说，NATO总部没有回答。新华社COVID疫情报道。",
    "tokyo": "東京都で記者会見が行われた。ロシア軍は撤退した。",
    "bangkok": "นายกรัฐมนตรีไทยเดินทางไปมอสโกเมื่อวันจันทร์",
}


@dataclass
class Shelf:
    """The texts in a library that no test writes to."""

    library: Library
    names: dict[int, str]

    def find(self, query: str) -> set[str]:
        with self.library.read() as reading:
            found = corpus.articles(reading, Selection(words=query))
            assert corpus.count(reading, Selection(words=query)) == len(found)
        return {self.names[article.id] for article in found}


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def shelf(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Shelf]:
    if request.param == "sqlite":
        where = str(tmp_path_factory.mktemp("search") / "x.mwlib")
    else:
        where = request.getfixturevalue("server").database()
    with Library.create(where) as library:
        press = Press(library)
        with library.write() as writing:
            names = {
                articles.add(writing, press.arrival(text, title=name.upper())).article: name
                for name, text in TEXTS.items()
            }
        yield Shelf(library, names)


@pytest.mark.parametrize(
    ("query", "fits"),
    [
        ("北京", "beijing"),
        ("京", "beijing tokyo"),
        ("道", "beijing"),
        ("交部发言", "beijing"),
        ("发言 北京", "beijing"),
        ('"发言 北京"', ""),
        ("北京说，NATO", "beijing"),
        ("说NATO", "beijing"),
        ("京北", ""),
        ("NATO", "beijing"),
        ("nat*", "beijing"),
        ("covid疫情", "beijing"),
        ("疫情COVID", ""),
        ("中国 -北京", ""),
        ("北京*", "beijing"),
        ("title:北京", ""),
        ("外交部 NEAR/9 星期一", "beijing"),
        ("外交部 NEAR/2 星期一", ""),
        ("ロシア", "tokyo"),
        ("会見", "tokyo"),
        ("มอสโก", "bangkok"),
        ("ไทย", "bangkok"),
        ("มอส เมื่อ", "bangkok"),
        ("กรุงเทพ", ""),
        ("AT&T", "att"),
        ("at&t", "att"),
        ("O'Brien", "obrien"),
        ("obrien", "obrien"),  # the title
        ("C++", "obrien"),
        ("20.04", "obrien"),
        ("20", "obrien"),
        ('"open', ""),
        ('"Russian army', "chain"),
        ('"army left"', "chain"),
        ('"left army"', ""),
        ("army left", "chain"),
        ("Москва", "moscow"),
        ("москва молчит", "moscow"),
        ("дамаск*", "moscow"),
        ("دمشق", "damascus"),
        ("al-Assad", "damascus"),
        ("assad", "damascus"),
        ("CAFÉ", "border"),
        ("cafe", "border"),
        ("oncupınar", "border"),
        ("well-known", "border"),
        ("Verizon OR Москва", "att moscow"),
        ("Verizon OR Москва OR café", "att moscow border"),
        ("well -terrace", "damascus"),
        ("well NOT terrace", "damascus"),
        ("well AND terrace", "border"),
        ('army -"army left"', ""),
        ('well -"known terrace"', "damascus"),
        ("well -(terrace OR Verizon)", "damascus"),
        ("well NOT (terrace OR Verizon)", "damascus"),
        ("(Verizon OR army) left", "chain"),
        ("army (left) OR Verizon", "chain att"),
        ("army (left OR", "chain"),
        ("army ) left", "chain"),
        ("(army left))", "chain"),
        ("NOT army NOT well NOT O'Brien", "att moscow beijing tokyo bangkok"),
        ("terr*", "border"),
        ("terr", ""),
        ('"raised their pri"', ""),
        ("prices - Monday", "att"),
        ("or", ""),
        ("OR army", "chain"),
        ("army AND", "chain"),
        ("army & left", "chain"),
        ("title:army", ""),
        ("title:chain", "chain"),
        ("TITLE:bor*", "border"),
        ("-title:chain army", ""),
        ("title:", ""),
        ("nowhere:army", ""),
        ("NEAR(army left)", ""),
        ("Russian NEAR/2 left", "chain"),
        ("left NEAR/2 russ*", "chain"),
        ("Russian NEAR/1 left", ""),
        ('"army of russia" NEAR/1 stayed', "chain"),
        ("café NEAR/3 terrace", ""),
        ("oncupınar NEAR/3 café NEAR owner", "border"),
        ("oncupınar NEAR/3 café NEAR/6 zurich", ""),
        ("Москва NEAR техника OR café", "border"),
        ("army NEAR/0 russian", "chain"),
        ("army NEAR", ""),
        ("NEAR/3 army", ""),
        ("before:yesterday", ""),
        ("after:2024-13-45", ""),
    ],
)
def test_a_query_finds_what_a_reader_expects(shelf: Shelf, query: str, fits: str) -> None:
    assert shelf.find(query) == set(fits.split())


@pytest.mark.parametrize(
    "query", ["", "  ", "()", "-", "*", "&", '"', '""', "AND", "NOT", "_", "😀", "\ud800", "\0"]
)
def test_a_query_without_words_narrows_nothing(shelf: Shelf, query: str) -> None:
    assert parse(query) is None
    assert shelf.find(query) == set(TEXTS)


SIGNS = [*"\"()-*'\\:^{}+\0%&|!; éяدa𝐀\u200b\ud800北京๊ไʼŉ½", "--", "<->", ":*", "20.04"]
FIELD_SIGNS = ["title:", "actor:", "before:", "story:", "lang:", "label:", "outlet:", "kind:"]
FIELD_SIGNS += ["note:", "is:", "is:unread"]
ODD = st.sampled_from([*SIGNS, *FIELD_SIGNS, "OR", "NOT", "AND", " NEAR/3 ", " NEAR "])
QUERIES = st.lists(ODD | st.text(st.characters(), max_size=4), max_size=14).map("".join)


@settings(max_examples=150)
@given(QUERIES)
@example("'\\")
@example("a\0b")
@example("\ud800")
@example("\x00")
@example("a:*b & !")
def test_no_query_ever_fails(shelf: Shelf, query: str) -> None:
    shelf.find(query)


@pytest.mark.parametrize(
    "query",
    [
        "(" * 5_000,
        "(a " * 5_000 + ")" * 5_000,
        ")" * 5_000,
        "NOT " * 5_000 + "a",
        "-" * 5_000 + "a",
        "a " * 5_000,
        "a OR " * 5_000,
        " ".join(f"w{n}" for n in range(2_000)),
        " OR ".join(f"actor:w{n}" for n in range(1_000)),
        "(a OR b) " * 2_000,
        '"' + "a b " * 5_000 + '"',
        "x" * 100_000,
        "x" * 100_000 + "*",
        "я" * 3_000 + "*",
    ],
    ids=lambda query: f"{query[:8]}… {len(query)}",
)
def test_a_query_of_any_length_and_depth_is_answered(shelf: Shelf, query: str) -> None:
    shelf.find(query)


@settings(max_examples=150)
@given(QUERIES)
def test_every_term_of_a_query_holds_a_word(query: str) -> None:
    assert all(any(c.isalnum() for c in term.words) for term in terms(query))


def test_the_grammar_reads_as_it_is_written() -> None:
    a, b, c = Term("a"), Term("b"), Term("c")
    assert parse("a b OR c") == Clause("or", (Clause("and", (a, b)), c))
    assert parse("a (b OR c)") == Clause("and", (a, Clause("or", (b, c))))
    assert parse("(a) OR b c") == Clause("or", (a, Clause("and", (b, c))))
    assert parse("a (b) OR c") == Clause("or", (Clause("and", (a, b)), c))
    assert parse('-"a b" c*') == Clause(
        "and", (Clause("not", (Term("a b", exact=True),)), Term("c", prefix=True))
    )


def test_a_field_before_a_parenthesis_is_that_of_each_word_in_it() -> None:
    a, b, c = Field("title", "a"), Field("title", "b"), Term("c")
    assert parse("title:(a OR b) AND c") == Clause("and", (Clause("or", (a, b)), c))
    assert parse("-title:(a OR -b)") == Clause("not", (Clause("or", (a, Clause("not", (b,)))),))
    assert parse("title:(a NEAR/3 b outlet:c)") == Clause(
        "and", (Clause("and", (a, b)), Field("outlet", "c"))
    )
    assert parse('actor:("the army" OR Rus*)') == Clause(
        "or", (Field("actor", "the army", exact=True), Field("actor", "Rus", prefix=True))
    )
    assert parse("c before:(yesterday") == Clause("and", (c, Term("yesterday")))
    assert parse("subtitle:(c)") == Clause("and", (Term("subtitle:"), c))
    assert parse("title:()") is None


def test_what_a_match_is_marked_by_leaves_out_the_forbidden() -> None:
    found = terms('army -left NOT (right OR "wrong side") (Rus* OR "free syria")')
    assert found == [Term("army"), Term("Rus", prefix=True), Term("free syria", exact=True)]


def test_a_place_near_an_actor_is_looked_for_in_the_texts(library: Library, press: Press) -> None:
    leaving = "Its tanks withdrew on Monday. Moscow said nothing of it, and Syria less."
    number = press.article(leaving, title="Syria waits")
    press.tag(number, {"Moscow": "Russia", "Syria": "Syria"})
    staying = press.named(
        "Nobody withdrew. " + "Word upon word went by. " * 5 + "Russia?", "Russia"
    )
    names = {number: "leaving", staying: "staying"}
    queries = {
        "actor:russia": "leaving staying",
        "actor:moscow": "leaving staying",
        "actor:mosc*": "leaving staying",
        "actor:syria": "leaving",
        "actor:nobody": "",
        "withdr* NEAR/3 actor:Russia": "leaving",
        "withdr* NEAR/2 actor:Russia": "",
        "actor:Russia NEAR/30 withdrew": "leaving staying",
        "actor:Syria NEAR/6 actor:Russia": "leaving",
        "actor:Syria NEAR/5 actor:Russia": "",
        '"on monday" NEAR/1 actor:Russia NEAR said': "leaving",
        "Moscow NEAR/9 actor:Russia": "",
        "withdrew NOT (withdrew NEAR/3 actor:Russia)": "staying",
        "waits NEAR/9 actor:Syria": "",
    }
    with library.read() as reading:
        for query, wanted in queries.items():
            found = {names[one.id] for one in corpus.articles(reading, Selection(words=query))}
            assert (query, found) == (query, set(wanted.split()))


def test_fields_narrow_like_the_panes_do(library: Library, press: Press) -> None:
    early = press.named(
        "One in Russia.", "Russia", on=date(2024, 11, 30), outlet="Der Tägliche Bote"
    )
    late = press.article("Two.", on=date(2024, 12, 8), language="de", story=early)
    undated = press.article("Three.", language="")
    names = {early: "early", late: "late", undated: "undated"}
    queries = {
        "before:2024-12": "early",
        "after:2024-12": "late",
        "after:2024-11-30 before:2024-12-08": "early",
        "before:2024-11-31": "",
        "-before:2024-12": "late undated",
        "NOT after:2024-12": "early undated",
        "outlet:tagliche": "early",
        'outlet:"tägliche bote"': "early",
        "outlet:hal*": "late undated",
        "outlet:ali": "",
        "lang:de": "late",
        "lang:unknown": "undated",
        "kind:state": "early",
        f"story:{early}": "early late",
        "story:999999999999999999999999": "",
        "-lang:en": "late undated",
        "lang:de OR kind:state": "early late",
    }
    with library.read() as reading:
        for query, wanted in queries.items():
            found = {names[one.id] for one in corpus.articles(reading, Selection(words=query))}
            assert (query, found) == (query, set(wanted.split()))


def test_what_analysts_set_and_wrote_is_searched(library: Library, press: Press) -> None:
    one, two, three = (press.article(f"Text {n}.") for n in range(3))
    names = {one: "one", two: "two", three: "three"}
    with library.write() as writing:
        labels = (Sign("label", "Öl & Gas"), Sign("label", "bases"))
        signs.change(writing, [one, two], put=[STARRED, labels[0]], who="ann")
        signs.change(writing, [two], put=[READ, RELEVANT, labels[1]], who="ann")
        signs.change(writing, [three], put=[IRRELEVANT], who="ann")
        notes.add(writing, one, "Does the Öl really flow?\n\nAsk Müller.", who="ann")
        notes.add(writing, three, "他说北京", who="ann")
    queries = {
        "is:starred": "one two",
        "is:READ": "two",
        "is:unread": "one three",
        "is:unread -is:starred": "three",
        "is:relevant OR is:irrelevant": "two three",
        "is:noted": "one three",
        "is:absurd": "",
        'label:"oel & gas"': "",
        'label:"ol & gas"': "one two",
        "label:ol*": "one two",
        "label:BASES": "two",
        "-label:bases": "one three",
        "label:base": "",
        "note:ol": "one",
        'note:"flow ask muller"': "one",
        "note:flo": "",
        "note:flo*": "one",
        "note:%": "",
        "note:北京": "three",
    }
    with library.read() as reading:
        for query, wanted in queries.items():
            found = {names[one.id] for one in corpus.articles(reading, Selection(words=query))}
            assert (query, found) == (query, set(wanted.split()))
        labelled = Selection().with_facet("label", ("bases", "Öl & Gas"))
        assert corpus.count(reading, labelled) == 2
        assert corpus.facet(reading, Selection(), "label") == [
            FacetCount("Öl & Gas", 2),
            FacetCount("bases", 1),
        ]


INFLECTED = {
    "en": "Troops attacked the bases; two men were stopped. Officials withdrew their parties.",
    "de": "Die Angriffe der Streitkräfte trafen einen Bewohner namens Attack.",
    "fr": "Les accords nationaux ont été signés.",
    "ru": "Россия вывела войска с авиабазы в Сирии, заявил министр.",
    "ar": "انسحبت القوات من القاعدة",
    "": "Nobody attacks here.",
}


def test_words_are_found_in_every_form_of_the_articles_language(
    library: Library, press: Press
) -> None:
    names = {press.article(text, language=name): name for name, text in INFLECTED.items()}
    queries = {
        "attack": ["en", "de"],
        "attacks": ["en", "de", ""],
        '"attack"': ["de"],
        '"attacks"': [""],
        "attacking": ["en"],
        "base party": ["en"],
        "stop man": ["en"],
        '"attacked the base"': [],
        "withdraw NEAR/2 official": ["en"],
        "withdraw NEAR/1 party": [],
        "withdraw NEAR/9 base NEAR/9 attack": ["en"],
        "Angriff Streitkraft": ["de"],
        "accord national": ["fr"],
        "signe": ["fr"],
        "войско": ["ru"],
        "авиабаза NEAR/3 Сирия": ["ru"],
        '"авиабаза"': [],
        "قوات": ["ar"],
        "attack -title:title": [],
        "title:titles -attack": ["fr"],
    }
    with library.read() as reading:
        for query, wanted in queries.items():
            selection = Selection(words=query)
            found = corpus.articles(reading, selection, order="oldest")
            assert (query, [names[one.id] for one in found]) == (query, wanted)
            for one in found if ":" not in query else ():
                lines = concordance.of_words(reading, selection).lines
                assert one.id in {line.article for line in lines}, query


def test_a_text_longer_than_any_index_takes_is_still_stored(library: Library, press: Press) -> None:
    press.article("beginning " + " ".join(f"word{n}" for n in range(200_000)))
    with library.read() as reading:
        assert corpus.count(reading, Selection(words="beginning word7")) == 1
