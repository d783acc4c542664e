"""What became of a file, in words."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from workstation.domain.article import Draft
from workstation.domain.ledger import EMBARGOED, ERASED, LOST, LOST_RECORDS, WITHDRAWN, Verdict
from workstation.importing.exports.standing import is_held_back, is_withdrawn
from workstation.importing.losses import Losses, Lost
from workstation.importing.options import Options
from workstation.library.articles import Outcome
from workstation.processes.requests import End
from workstation.processes.requests import Verdict as How

_STOPPED: dict[How, str] = {
    "crashed": "The reader stopped in the middle of the file.",
    "stalled": "The reader stood still, and was stopped.",
    "too-long": "Reading took too long, and was stopped.",
    "memory": "The reader ran out of the memory it may use.",
    "broken": "The reader answered nonsense, and was stopped.",
    "failed": "The reader failed on this file.",
}
_ENDED: dict[How, str] = {
    "crashed": "the reader stopped in the middle of it",
    "stalled": "the reader stood still",
    "too-long": "reading it took too long",
    "memory": "the reader ran out of the memory it may use",
    "broken": "the reader answered nonsense",
    "failed": "the reader failed on it",
}
_LOST_TOLD = 8
_ONLY_UNREAD = {"", "duplicate", "some-unread", "no-article", LOST}
# Each unread file of an archive has a row of its own too.
_MEMBERS_TOLD = 100
_AFTER_STOP = "The file may be damaged: open it in the program it was made with and save it again."


@dataclass(slots=True)
class Tally:
    """What a file has brought so far."""

    new: int = 0
    versions: int = 0
    older: int = 0
    duplicates: int = 0
    reader: str = ""
    notes: dict[str, None] = field(default_factory=dict)
    withdrawn: list[str] = field(default_factory=list)
    """The titles of articles that their provider does not want to be used any more."""
    embargoed: list[str] = field(default_factory=list)
    """Those of articles that are not to be used yet."""
    erased: list[str] = field(default_factory=list)
    """When, and by whom, articles were erased that are in the file."""

    @property
    def drafts(self) -> int:
        """How many articles were read in it."""
        return self.new + self.versions + self.older + self.duplicates

    def count(self, outcome: Outcome, draft: Draft) -> None:
        """Counts one stored draft, and keeps what is to be told of it."""
        self.notes.update(dict.fromkeys(draft.notes))
        if is_withdrawn(draft.hints):
            self.withdrawn.append(draft.title)
        elif is_held_back(draft.hints):
            self.embargoed.append(draft.title)
        if outcome == "new":
            self.new += 1
        elif outcome == "version":
            self.versions += 1
        elif outcome == "older":
            self.older += 1
        else:
            self.duplicates += 1


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict with its words."""

    verdict: Verdict
    code: str = ""
    message: str = ""
    details: str = ""


@dataclass(slots=True)
class Members:
    """What the files in an archive have brought so far."""

    count: int = 0
    bad: dict[str, str] = field(default_factory=dict)
    """Those that were refused or read partly, with the reasons."""

    def judge(self, tally: Tally, end: End) -> Judged:
        """The verdict on the archive, by its end and the files in it."""
        judged = judge(tally, end)
        if not self.bad or end.verdict != "done":
            return judged
        told = [f"{name}: {words}" for name, words in self.bad.items()]
        verdict: Verdict = "partly" if tally.drafts else "refused"
        which = f"{len(self.bad):,} of the {self.count:,} files in the archive"
        words = f"{which} could not be read, or not whole: {told[0]}"
        details = "\n".join((*told[:_MEMBERS_TOLD], *tally.notes))
        return Judged(verdict, "some-unread", words, details)


def read_again(judged: Judged, options: Options, unread: int) -> Judged:
    """The verdict on a file that was read again, with how, and what it gave only before."""
    how = [f"as {options.encoding}"] if options.encoding else []
    how += [f"by the reader “{options.reader}”"] if options.reader else []
    named = f"“{options.member}” read again" if options.member else "Read again"
    message = f"{' '.join((named, *how))}: {judged.message}"
    articles = "1 article" if unread == 1 else f"{unread} articles"
    stay = f"{articles} of the reading before {'is' if unread == 1 else 'are'} kept as before."
    details = filter(None, (stay if unread and judged.verdict != "refused" else "", judged.details))
    return replace(judged, message=message, details="\n".join(details))


def stopped(how: How) -> str:
    """How the reading of a file was ended, and what to do."""
    return f"{_STOPPED[how]} {_AFTER_STOP}"


def left_out(lost: Lost) -> str:
    """How a record ended its reader."""
    number = lost.place[-1]
    return (
        f"Record {number:,} ended its reader ({_ENDED[lost.how]}) and was left out; the others "
        "were read. Look at it in the program the file was made with, or read it again."
    )


def without_lost(judged: Judged, tally: Tally, losses: Losses) -> Judged:
    """The verdict on a file of which records were left out because they ended their readers."""
    numbers = [f"{one.place[-1]:,}" for one in losses.lost if len(one.place) == 1]
    numbers = [] if all(one.is_file for one in losses.lost) else numbers
    if not numbers:
        return judged
    if judged.code in _ONLY_UNREAD and losses.all_unread_are_lost:
        judged = replace(_whole(tally, "\n".join(tally.notes)), code=LOST_RECORDS)
    more = f" and {len(numbers) - _LOST_TOLD:,} more" if len(numbers) > _LOST_TOLD else ""
    listed = f"{', '.join(numbers[:_LOST_TOLD])}{more}"
    words = (
        f"Record {listed} ended its reader and was left out."
        if len(numbers) == 1
        else f"{len(numbers):,} records ended their readers and were left out ({listed})."
    )
    verdict: Verdict = "partly" if tally.drafts else "refused"
    return replace(judged, verdict=verdict, message=f"{judged.message} {words}")


def judge(tally: Tally, end: End) -> Judged:
    """The verdict on a file whose reading has ended."""
    judged = _with_erased(_judge(tally, end), tally)
    told = [
        *_of_each(tally.withdrawn, "The provider has withdrawn {}: do not use it."),
        *_of_each(tally.embargoed, "{} is under embargo, or held back: do not use it yet."),
    ]
    if not told:
        return judged
    code = judged.code if judged.verdict in {"partly", "refused"} else ""
    code = code or (WITHDRAWN if tally.withdrawn else EMBARGOED)
    return replace(judged, code=code, message=" ".join((judged.message, *told)))


def _with_erased(judged: Judged, tally: Tally) -> Judged:
    """The same with words on articles that were left out because somebody had erased them."""
    if not tally.erased:
        return judged
    *others, last = tally.erased
    which = f"{len(tally.erased)} of its articles were" if others else "Its article was"
    if not others and tally.drafts:
        which = "One of its articles was"
    away = "do not come back by themselves" if others else "does not come back by itself"
    words = f"{which} erased {last} and {away}. Say so to have what was erased imported again."
    if not tally.drafts and judged.code in ("", "no-article"):
        return Judged("refused", ERASED, words, judged.details)
    return replace(judged, message=f"{judged.message} {words}")


def _of_each(titles: list[str], words: str) -> list[str]:
    if not titles:
        return []
    more = f" and {len(titles) - 1:,} more of these articles" if len(titles) > 1 else ""
    plural = words.replace(" is ", " are ").replace("use it", "use them") if more else words
    return [plural.format(f"“{titles[0]}”{more}")]


def _judge(tally: Tally, end: End) -> Judged:
    notes = "\n".join(tally.notes)
    if end.verdict == "done":
        return _whole(tally, notes)
    verdict: Verdict = "partly" if tally.drafts else "refused"
    if end.verdict == "refused":
        words = f"{end.what_happened} {end.what_you_can_do}".strip()
        return Judged(verdict, end.code, words, notes)
    words = stopped(end.verdict)
    # What a bug says is for whoever mends it, not for the row.
    trace = end.what_happened if end.verdict == "failed" else ""
    return Judged(verdict, f"reader-{end.verdict}", words, "\n".join(filter(None, (notes, trace))))


def _whole(tally: Tally, notes: str) -> Judged:
    if not tally.drafts:
        return Judged("refused", "no-article", "The file holds no article.", notes)
    if not tally.new and not tally.versions and not tally.older:
        words = (
            "The library has this article already."
            if tally.duplicates == 1
            else f"The library has all {tally.duplicates} articles already."
        )
        return Judged("duplicate", "duplicate", words, notes)
    parts = (
        (tally.new, "new article", "new articles"),
        (tally.versions, "article with a newer text", "articles with a newer text"),
        (tally.older, "older text of an article", "older texts of articles"),
        (tally.duplicates, "article known already", "articles known already"),
    )
    counted = (f"{n} {one if n == 1 else more}" for n, one, more in parts if n)
    return Judged("imported", "", f"{', '.join(counted)}.", notes)
