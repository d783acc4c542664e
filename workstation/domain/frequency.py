"""Numbers over a corpus: how often, when, and in how many articles."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

By = Literal["day", "week", "month"]
BYS: tuple[By, ...] = get_args(By)


@dataclass(frozen=True, slots=True)
class Series:
    """One actor over the periods of a `Frequency`, in the same order."""

    actor_id: str
    actor: str
    mentions: tuple[int, ...]
    articles: tuple[int, ...]
    """Articles that name the actor."""
    undated_mentions: int = 0
    undated_articles: int = 0


@dataclass(frozen=True, slots=True)
class Frequency:
    """Counts a period: the first day of each period, oldest first, without gaps.

    `totals` are all articles of the selection in each period (the denominator of a share);
    `covered` says for each period whether the library holds any article of it at all.
    """

    by: By
    periods: tuple[date, ...]
    totals: tuple[int, ...]
    covered: tuple[bool, ...]
    series: tuple[Series, ...]
    undated_total: int = 0

    def share(self, series: Series) -> tuple[float, ...]:
        """Articles naming the actor over all articles, 0 to 1, for each period."""
        return tuple(
            n / total if total else 0.0
            for n, total in zip(series.articles, self.totals, strict=True)
        )


@dataclass(frozen=True, slots=True)
class FacetCount:
    """One value of a facet and the articles that have it."""

    value: str
    articles: int
