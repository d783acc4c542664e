"""What the timeline says it shows, for each measure and for whatever is counted."""

from workstation.desktop.words import several, tr
from workstation.domain.frequency import By, Measure, Unit

Choice = Measure | Unit
"""What can be chosen: to count something is to choose what is counted for all panes."""


def choices() -> dict[Choice, str]:
    """The measures to choose from."""
    return {
        "share": tr("Timeline", "Share"),
        "articles": tr("Timeline", "Articles"),
        "stories": tr("Timeline", "Stories"),
        "outlets": tr("Timeline", "Outlets"),
        "mentions": tr("Timeline", "Mentions"),
    }


def chosen(measure: Measure, unit: Unit) -> str:
    """The measure that is chosen, in a word or two."""
    if measure == "share" and unit != "articles":
        return {
            "stories": tr("Timeline", "Share of stories"),
            "outlets": tr("Timeline", "Share of outlets"),
        }[unit]
    return choices()[unit if measure == "count" else measure]


def caption(measure: Measure | None, unit: Unit, total: int, by: By) -> str:
    """What the chart shows, among how many dated articles, stories or outlets."""
    period = {
        "day": tr("Timeline", "a day"),
        "week": tr("Timeline", "a week"),
        "month": tr("Timeline", "a month"),
    }[by]
    words = {
        "articles": _of_articles(),
        "stories": _of_stories(),
        "outlets": _of_outlets(),
    }[unit]
    one, many = words[measure]
    return several(total, one, many, by=period)


_Captions = dict[Measure | None, tuple[str, str]]


def _of_articles() -> _Captions:
    return {
        None: (tr("Timeline", "1 article, {by}"), tr("Timeline", "{n} articles, {by}")),
        "share": (
            tr("Timeline", "share of the one dated article, {by}"),
            tr("Timeline", "share of all {n} dated articles, {by}"),
        ),
        "count": (
            tr("Timeline", "whether the one dated article names the actor, {by}"),
            tr("Timeline", "articles that name the actor, of {n} dated ones, {by}"),
        ),
        "mentions": (
            tr("Timeline", "mentions in the one dated article, {by}"),
            tr("Timeline", "mentions in {n} dated articles, {by}"),
        ),
    }


def _of_stories() -> _Captions:
    return {
        None: (tr("Timeline", "1 story, {by}"), tr("Timeline", "{n} stories, {by}")),
        "share": (
            tr("Timeline", "share of the one dated story, {by}"),
            tr("Timeline", "share of all {n} dated stories, {by}"),
        ),
        "count": (
            tr("Timeline", "whether the one dated story names the actor, {by}"),
            tr("Timeline", "stories that name the actor, of {n} dated ones, {by}"),
        ),
        "mentions": (
            tr("Timeline", "mentions in the one dated story, {by}"),
            tr("Timeline", "mentions in {n} dated stories, {by}"),
        ),
    }


def _of_outlets() -> _Captions:
    return {
        None: (tr("Timeline", "1 outlet, {by}"), tr("Timeline", "{n} outlets, {by}")),
        "share": (
            tr("Timeline", "share of the one outlet, {by}"),
            tr("Timeline", "share of all {n} outlets, {by}"),
        ),
        "count": (
            tr("Timeline", "whether the one outlet names the actor, {by}"),
            tr("Timeline", "outlets that name the actor, of {n}, {by}"),
        ),
        "mentions": (
            tr("Timeline", "mentions in the one outlet, {by}"),
            tr("Timeline", "mentions in {n} outlets, {by}"),
        ),
    }
