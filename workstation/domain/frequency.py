"""Numbers over a corpus: how often, when, and in how many articles, stories or outlets."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

By = Literal["day", "week", "month"]
BYS: tuple[By, ...] = get_args(By)


def last_day(by: By, first: date) -> date:
    """The last day of a period that begins on `first`."""
    if by == "day":
        return first
    if by == "week":
        return first + timedelta(days=6)
    return first.replace(day=monthrange(first.year, first.month)[1])


Unit = Literal["articles", "stories", "outlets"]
"""What counts as one: an article, all copies of a story, or all that an outlet published."""
UNITS: tuple[Unit, ...] = get_args(Unit)

Measure = Literal["share", "count", "mentions"]
"""What is told of an actor: of how many it is named, in how many, or how often."""


def unit_of(facet: str, unit: Unit) -> Unit:
    """What a facet's values are counted in: each outlet is but one outlet."""
    return "articles" if facet == "outlet" and unit == "outlets" else unit


@dataclass(frozen=True, slots=True)
class Size:
    """How large a corpus is; articles without an outlet are none's."""

    articles: int = 0
    stories: int = 0
    outlets: int = 0

    def of(self, unit: Unit) -> int:
        """How many articles, stories or outlets."""
        return {"articles": self.articles, "stories": self.stories, "outlets": self.outlets}[unit]


@dataclass(frozen=True, slots=True)
class Series:
    """One actor over the periods of a `Frequency`, in the same order.

    Stories and outlets that name the actor are there where they were asked for.
    """

    actor_id: str
    actor: str
    mentions: tuple[int, ...]
    articles: tuple[int, ...]
    """Articles that name the actor."""
    undated_mentions: int = 0
    undated_articles: int = 0
    stories: tuple[int, ...] = ()
    outlets: tuple[int, ...] = ()
    undated_stories: int = 0
    undated_outlets: int = 0

    def named_in(self, unit: Unit) -> tuple[int, ...]:
        """The articles, stories or outlets of each period that name the actor."""
        return {"articles": self.articles, "stories": self.stories, "outlets": self.outlets}[unit]

    def undated_in(self, unit: Unit) -> int:
        """The undated articles, or those of their stories or outlets, that name the actor."""
        return {
            "articles": self.undated_articles,
            "stories": self.undated_stories,
            "outlets": self.undated_outlets,
        }[unit]


@dataclass(frozen=True, slots=True)
class Frequency:
    """Counts a period: the first day of each period, oldest first, without gaps.

    `totals` are all articles of the selection in each period (the denominator of a share), or
    all stories or outlets where the `unit` is one of these: those that have an article in the
    period, so that one may stand in several. `covered` says for each period whether the library
    holds any article of it at all.
    """

    by: By
    periods: tuple[date, ...]
    totals: tuple[int, ...]
    covered: tuple[bool, ...]
    series: tuple[Series, ...]
    undated_total: int = 0
    unit: Unit = "articles"
    dated_total: int = 0
    """All that have a day: none is counted twice, unlike in the sum of `totals`."""

    def share(self, series: Series) -> tuple[float, ...]:
        """Articles (stories, outlets) naming the actor over all, 0 to 1, for each period."""
        return tuple(
            n / total if total else 0.0
            for n, total in zip(series.named_in(self.unit), self.totals, strict=True)
        )

    def undated_share(self, series: Series) -> float:
        """The share of what has no day."""
        total = self.undated_total
        return series.undated_in(self.unit) / total if total else 0.0

    def values(self, series: Series, measure: Measure) -> tuple[float, ...]:
        """What a measure tells of an actor, for each period."""
        if measure == "share":
            return self.share(series)
        return series.mentions if measure == "mentions" else series.named_in(self.unit)

    def undated_value(self, series: Series, measure: Measure) -> float:
        """What a measure tells of an actor where there is no day."""
        if measure == "share":
            return self.undated_share(series)
        if measure == "mentions":
            return series.undated_mentions
        return series.undated_in(self.unit)


@dataclass(frozen=True, slots=True)
class FacetCount:
    """One value of a facet, and how many articles, stories or outlets have it."""

    value: str
    count: int
