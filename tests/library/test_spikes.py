from __future__ import annotations

from datetime import date

from tests.library.press import Press
from workstation.domain.selection import Brush, Selection
from workstation.domain.spikes import Explanation, Told
from workstation.library import corpus, spikes
from workstation.library.library import Library

DAY = date(2024, 12, 8)
THAT_DAY = Brush(DAY, DAY)


def publish(
    press: Press, title: str, *, on: date = DAY, actor: str = "Russia", **more: object
) -> int:
    number = press.article(f"{actor} said it. {title}", title=title, on=on, **more)
    press.tag(number, {actor: actor})
    return number


def test_a_day_is_told_by_its_stories_and_their_words(library: Library, press: Press) -> None:
    for n in range(40):
        publish(press, f"The market and the weather {n}", on=date(2024, 11, 1 + n % 28))
    first = publish(press, "Ceasefire holds in Tartus", outlet="Levant Dispatch")
    publish(press, "Ceasefire in Tartus holds", outlet="Halyard Wire", story=first)
    publish(press, "The ceasefire of Russia", outlet="Halyard Wire")
    publish(press, "Turkey and a ceasefire", actor="Turkey")
    with library.read() as reading:
        russia = corpus.find_actor(reading, "Russia").id
        told = spikes.explained(reading, Selection(), THAT_DAY, [russia])
        assert told.articles == 3
        assert told.stories[0] == Told(first, "Ceasefire holds in Tartus", 2, 2)
        assert len(told.stories) == 2
        assert told.words[0] == "ceasefire"
        assert set(told.words) == {"ceasefire", "holds", "tartus"}
        everybody = spikes.explained(reading, Selection(), THAT_DAY)
        assert everybody.articles == 4
        narrowed = Selection(words="outlet:halyard", brush=Brush(date(2024, 11, 1), None))
        assert spikes.explained(reading, narrowed, THAT_DAY, [russia]).articles == 2
        empty = spikes.explained(reading, Selection(words="nobody"), THAT_DAY)
        assert empty == Explanation(0)
