"""The timeline in sentences, for those who do not see it."""

from workstation.desktop.words import (
    amount,
    days,
    isolated,
    number,
    percent,
    period_words,
    several,
    tr,
)
from workstation.domain.frequency import Frequency, Measure, Series, last_day


def described(frequency: Frequency, measure: Measure) -> str:
    """What the chart shows: how much of it, when, and of each actor how often and when most."""
    if not frequency.periods:
        return tr("Telling", "No article of the selection has a day.")
    first, last = frequency.periods[0], last_day(frequency.by, frequency.periods[-1])
    whole = amount(frequency.dated_total, frequency.unit)
    told = [tr("Telling", "{whole}, {days}.").format(whole=whole, days=days(first, last))]
    if not frequency.series:
        told.append(_most(frequency, frequency.totals))
    told += [_actor(frequency, series, measure) for series in frequency.series]
    if frequency.undated_total:
        undated = amount(frequency.undated_total, frequency.unit)
        told.append(tr("Telling", "Without a day: {undated}.").format(undated=undated))
    silent = sum(not covered for covered in frequency.covered)
    if silent:
        one = tr("Telling", "In 1 period the library holds nothing.")
        many = tr("Telling", "In {n} periods the library holds nothing.")
        told.append(several(silent, one, many))
    return " ".join(told)


def _actor(frequency: Frequency, series: Series, measure: Measure) -> str:
    name = isolated(series.actor)
    values = frequency.values(series, measure)
    if not any(values):
        return tr("Telling", "{actor}: not named on any day.").format(actor=name)
    if measure == "mentions":
        one, many = tr("Telling", "1 mention"), tr("Telling", "{n} mentions")
        parts = [several(sum(series.mentions), one, many)]
    elif frequency.unit == "articles":
        parts = [amount(sum(series.articles), "articles")]
    else:
        # What stands in several periods would be counted several times.
        parts = []
    at = max(range(len(values)), key=lambda i: values[i])
    when = period_words(frequency.by, frequency.periods[at])
    if measure == "share":
        named = number(series.named_in(frequency.unit)[at])
        most = tr("Telling", "the largest share on {when} ({share}: {n} of {all})").format(
            when=when, share=percent(values[at]), n=named, all=number(frequency.totals[at])
        )
    else:
        most = tr("Telling", "most on {when} ({n})").format(when=when, n=number(int(values[at])))
    return tr("Telling", "{actor}: {told}.").format(actor=name, told=", ".join([*parts, most]))


def _most(frequency: Frequency, values: tuple[int, ...]) -> str:
    at = max(range(len(values)), key=lambda i: values[i])
    when = period_words(frequency.by, frequency.periods[at])
    return tr("Telling", "Most on {when} ({n}).").format(when=when, n=number(values[at]))
