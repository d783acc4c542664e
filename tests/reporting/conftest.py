from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest

from workstation.domain.actor import Kind
from workstation.domain.article import Body, Draft, Passage, Published
from workstation.domain.frequency import FacetCount, Frequency, Series
from workstation.domain.mention import Found, Mention
from workstation.library import articles, mentions
from workstation.library.articles import Arrival
from workstation.library.library import Library
from workstation.library.mentions import Findings
from workstation.reporting.method import Note, Source
from workstation.reporting.paragraphs import direction, paragraphs, title
from workstation.reporting.report import ActorRow, Cover, KeyFigures, Piece, Report

ENGLISH = (
    "LATAKIA — For three days the columns have come down the mountain road, and on Saturday they"
    " came without a pause. By noon we had counted ninety vehicles, most of them Russian, all of"
    " them heading for Hmeimim.\n\n"
    "The town beside the base has lived from its neighbours for seven years. Menus are printed in"
    " two alphabets; the pharmacist keeps a phrase book under the till. The Russians will be missed"
    " by those who sold them bread, and by few others.\n\n"
    "Read more from Levant Dispatch: United Nations “in contact” with all sides\n\n"
    "What happens next is being talked about between Moscow and the new authorities in Damascus."
    " Neither side has said much. Hayat Tahrir al-Sham keeps a checkpoint at the crossing, and"
    " Zakaria Harir, who commands it, says he was told to guard the airport and nothing else. The"
    " Syrian Arab Army left its barracks a week ago; the Kornet launchers that it left behind stand"
    " under tarpaulins, waiting for the Office of Lost Property that nobody has yet founded."
)
RUSSIAN = (
    "Третий день по горной дороге к побережью идут колонны. К полудню мы насчитали девяносто машин;"
    " Россия вывозит технику на базу Хмеймим, и Дамаск этому не мешает.\n\n"
    "Продавец хлеба говорит, что покупателей стало меньше, а вопросов — больше. Москва пока молчит."
)
ARABIC = (
    "لليوم الثالث تنزل القوافل على طريق الجبل نحو الساحل. وعند الظهر كنا قد أحصينا تسعين مركبة،"
    " معظمها من روسيا، وكلها تتجه إلى حميميم.\n\n"
    "يقول صاحب المخبز إن زبائنه صاروا أقل، وإن الأسئلة صارت أكثر. أما دمشق فلم تقل شيئا بعد،"
    " كما لم تقل روسيا متى ينتهي الانسحاب."
)
HEBREW = "השיירות יורדות מן ההר זה היום השלישי. עד הצהריים ספרנו תשעים כלי רכב של רוסיה."

KINDS: dict[str, Kind] = {
    "Russia": "state",
    "Syria": "state",
    "Russians": "people",
    "Hayat Tahrir al-Sham": "armed-group",
    "Zakaria Harir": "person",
    "Hmeimim": "place",
    "Latakia": "place",
    "United Nations": "organisation",
    "Syrian Arab Army": "military",
    "Kornet": "product",
    "Office of Lost Property": "government",
}
SURFACES = {
    "LATAKIA": "Latakia",
    "Russians": "Russians",
    "Russian": "Russia",
    "Moscow": "Russia",
    "Damascus": "Syria",
    "Hmeimim": "Hmeimim",
    "Hayat Tahrir al-Sham": "Hayat Tahrir al-Sham",
    "Zakaria Harir": "Zakaria Harir",
    "United Nations": "United Nations",
    "Syrian Arab Army": "Syrian Arab Army",
    "Kornet": "Kornet",
    "Office of Lost Property": "Office of Lost Property",
    "Россия": "Russia",
    "Москва": "Russia",
    "Хмеймим": "Hmeimim",
    "Дамаск": "Syria",
    "روسيا": "Russia",
    "حميميم": "Hmeimim",
    "دمشق": "Syria",
    "רוסיה": "Russia",
}
SUMMARY = (
    "For three weeks the press of four languages has counted vehicles. Russia is named in most"
    " articles and quoted in few; what the new authorities want is told by others."
)
OUTLETS = ("Levant Dispatch", "Северный курьер", "صحيفة الساحل", "")
NUMBERS = {name: number for number, name in enumerate(KINDS, 1)}


@dataclass(frozen=True)
class Story:
    title: str
    text: str
    language: str
    outlet: str
    day: date | None
    author: str = ""


STORIES = (
    Story(
        "Convoys turn for the coast as bases inland empty",
        ENGLISH,
        "en",
        "Levant Dispatch",
        date(2024, 12, 14),
        "Mara Lindqvist",
    ),
    Story("Колонны идут к побережью", RUSSIAN, "ru", "Северный курьер", date(2024, 12, 13)),
    Story("القواعد الروسية بين البقاء والرحيل", ARABIC, "ar", "صحيفة الساحل", date(2024, 12, 12)),
    Story("השיירות יורדות אל החוף", HEBREW, "he", "עיתון הנמל", None),
)


def mentions_of(text: str) -> list[Mention]:
    found: list[Mention] = []
    taken: set[int] = set()
    boilerplate = text.find("Read more from")
    for surface, name in SURFACES.items():
        start = text.find(surface)
        while start >= 0:
            end = start + len(surface)
            if not taken & set(range(start, end)):
                taken.update(range(start, end))
                promoted = boilerplate >= 0 and boilerplate <= start < text.find("\n", boilerplate)
                found.append(
                    Mention(
                        len(found),
                        1,
                        "text",
                        start,
                        end,
                        surface,
                        "GPE",
                        name,
                        name,
                        KINDS[name],
                        "model",
                        not promoted,
                        "",
                    )
                )
            start = text.find(surface, end)
    return found


def piece_of(number: int, story: Story) -> Piece:
    at = story.text.find("Read more from")
    passages = (Passage(at, story.text.find("\n", at)),) if at >= 0 else ()
    body = Body(story.title, story.text, passages)
    marked = mentions_of(story.text)
    return Piece(
        number=number,
        id=number,
        title=title(body, marked, NUMBERS),
        direction=direction(story.title, story.language),
        language=story.language,
        outlet=story.outlet,
        author=story.author,
        when=f"{story.day.day} December 2024, 16:20" if story.day else "undated",
        day=story.day,
        url=f"https://news.example/{number}/статья?a=1&b=2",
        words=len(story.text.split()),
        mentions=sum(m.counted for m in marked),
        remarks=("one of 3 articles of this story",) if number == 1 else (),
        paragraphs=paragraphs(body, marked, NUMBERS, story.language),
    )


def frequency_of(days: int) -> Frequency:
    names = ("Russia", "Syria", "Hayat Tahrir al-Sham", "Zakaria Harir", "United Nations")
    totals = tuple(0 if 4 <= n < 6 else 9 + n * 7 % 11 for n in range(days))
    series = tuple(
        Series(
            name, name,
            tuple((n * (rank + 3) + rank * 5) % (total + 1) * 2 for n, total in enumerate(totals)),
            tuple((n * (rank + 3) + rank * 5) % (total + 1) for n, total in enumerate(totals)),
            3, 2,
        )
        for rank, name in enumerate(names)
    )  # fmt: skip
    return Frequency(
        "day",
        tuple(date(2024, 11, 27) + timedelta(n) for n in range(days)),
        totals,
        tuple(total > 0 for total in totals),
        series,
        5,
    )


def report_of(stories: Sequence[Story]) -> Report:
    pieces = tuple(piece_of(number, story) for number, story in enumerate(stories, 1))
    actors = tuple(
        ActorRow(
            number, name, KINDS[name], 240 // number, 42 // number, 30 // number,
            12 // number,
            date(2024, 11, 27), date(2024, 12, 18), 1 if number < 11 else None,
        )
        for name, number in NUMBERS.items()
    )  # fmt: skip
    return Report(
        cover=Cover(
            title="Who is named on the road to the coast",
            period="27 November – 18 December 2024",
            issued=date(2024, 12, 19),
            library="Levant desk",
            language="en",
            direction="ltr",
            summary=(SUMMARY, "The withdrawal is a story of places before it is one of persons."),
            filters=("matching “withdraw* NEAR/8 coast”", "written in English, Russian or Arabic"),
        ),
        figures=KeyFigures(3411, 2870, 42, 318, 20412, 5),
        frequency=frequency_of(22),
        actors=actors,
        more_actors=307,
        outlets=tuple(
            FacetCount(name, 24 // rank)
            for rank, name in enumerate(
                ("Levant Dispatch", "Северный курьер", "صحيفة الساحل", ""), 1
            )
        ),
        shown="full",
        articles=pieces,
        kinds=tuple(dict.fromkeys(KINDS.values())),
        method=(
            Note("Articles", "Every article of the library that matches."),
            Note("Days", "Days are calendar days in the time zone Asia/Damascus."),
        ),
        sources=tuple(
            Source(f"inbox/{number}.html", f"{number:064x}", (number,))
            for number in range(1, len(pieces) + 1)
        ),
    ).sealed()


def found_of(story: Story) -> list[Found]:
    return [
        Found(
            "text",
            mention.start,
            mention.end,
            mention.text,
            "GPE",
            "model",
            f"{mention.kind}/{mention.actor}",
            str(mention.actor),
            mention.kind or "state",
            "",
            mention.counted,
        )
        for mention in mentions_of(story.text)
    ]


@pytest.fixture
def filled(library: Library) -> Library:
    """A library of the four stories, tagged."""
    with library.write() as writing:
        mentions.remember_pipeline(writing, "test/1", "a pipeline of this test")
        for number, story in enumerate(STORIES, 1):
            at = story.text.find("Read more from")
            draft = Draft(
                text=story.text,
                title=story.title,
                outlet=story.outlet,
                author=story.author,
                language=story.language,
                url=f"https://news.example/{number}",
                published=Published.on(story.day, "test") if story.day else None,
                passages=(Passage(at, story.text.find("\n", at)),) if at >= 0 else (),
            )
            stored = articles.add(
                writing,
                Arrival(
                    draft, f"test:{number}", f"{number:064x}", "a.html", f"{number:064x}", "html"
                ),
            )
            found = Findings(stored.article, 1, found_of(story))
            mentions.record(writing, "test/1", [found])
    return library


@pytest.fixture(scope="session")
def report() -> Report:
    return report_of(STORIES)


@pytest.fixture
def make_report() -> Callable[..., Report]:
    """A report of one article for each text; the rest is the sample report's."""

    def make(*texts: str, language: str = "en", **aspects: object) -> Report:
        stories = [
            Story("A headline", text, language, "Paper", date(2024, 12, 1)) for text in texts
        ]
        return replace(report_of(stories), **aspects)  # type: ignore[arg-type]

    return make


@pytest.fixture(autouse=True)
def children_do_not_run_pytest(monkeypatch: pytest.MonkeyPatch) -> None:
    # A spawned child runs the main module of its parent first, here that of the test runner.
    main = sys.modules["__main__"]
    monkeypatch.setattr(main, "__spec__", None)
    monkeypatch.delattr(main, "__file__", raising=False)
