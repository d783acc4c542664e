"""What decisions about places of one article make of its mentions and paragraphs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from workstation.domain.anchor import Wording, paragraph_key, paragraphs
from workstation.domain.article import Passage
from workstation.domain.mention import FIELDS, Field
from workstation.domain.names import fold
from workstation.library.decided import Mark, Pin, Placed, Rule

ASSIGNED = "assigned"
GAVE_WAY = "gave-way"

_Stretch = tuple[Field, int, int]

_PROMOTION = "not counted, as it stands in a promotional line or credit"


@dataclass(frozen=True, slots=True)
class _Pinned:
    stretch: _Stretch
    pin: Pin

    def reaches(self, stretch: _Stretch) -> bool:
        """Whether something is said here of a stretch; a longer name is another name."""
        if self.pin.actor is None:
            return self.stretch == stretch
        return _overlap(self.stretch, stretch)


class Places:
    """The places that decisions name, in the present words of an article.

    Where two speak of the same words the later one holds; an anchor that has lost its place is
    left out.
    """

    def __init__(
        self, decided: Iterable[Placed], wording: Wording, passages: Sequence[Passage]
    ) -> None:
        """Find the places; `passages` were found not to be the article's own words."""
        self._wording = wording
        self._passages = passages
        self._pinned: list[_Pinned] = []
        self.marks: dict[tuple[int, int], Mark | Rule] = {}
        """What was decided of paragraphs, by their start and end."""
        self._keys: dict[str, list[tuple[int, int]]] | None = None
        for one in decided:
            if isinstance(one, Rule):
                self.marks.update(dict.fromkeys(self._keyed(one.key), one))
            else:
                self._place(one)

    def derived(self, row: Any, actor: int | None, why: str) -> dict[str, Any]:
        """What a machine's mention comes to that means `actor` as far as surfaces go."""
        stretch = (row.field, row.start, row.end)
        over = next((one for one in self._pinned if one.reaches(stretch)), None)
        decided = ""
        if over is not None:
            same = over.stretch == stretch and not over.pin.new
            decided = ASSIGNED if same else GAVE_WAY
            actor, why = (over.pin.actor, over.pin.why) if same else (actor, why)
        counted, because = self._counted(stretch, row.found_counted)
        if over is not None and over.pin.actor is None:
            counted = False
        return {
            "actor_id": actor,
            "why": f"{why} {because}".rstrip(),
            "counted": counted and decided != GAVE_WAY,
            "decided": decided,
        }

    def added(self, rows: Iterable[Any]) -> Iterator[dict[str, Any]]:
        """The analysts' own mentions, beside the machines' `rows`."""
        found = {(row.field, row.start, row.end) for row in rows}
        for one in self._pinned:
            if one.pin.actor is not None and (one.pin.new or one.stretch not in found):
                yield self._added(one)

    def _added(self, one: _Pinned) -> dict[str, Any]:
        field, start, end = one.stretch
        surface = self._wording.of(field)[start:end]
        promoted = self._is_promotion(one.stretch)
        found_why = f"{one.pin.why[:-1]}; {_PROMOTION}." if promoted else one.pin.why
        counted, because = self._counted(one.stretch, not promoted)
        return {
            "layer": "analyst",
            "field": field,
            "start": start,
            "end": end,
            "surface": surface,
            "folded": fold(surface),
            "label": one.pin.label,
            "found_actor_id": None,
            "found_why": found_why,
            "found_counted": not promoted,
            "actor_id": one.pin.actor,
            "why": f"{found_why} {because}".rstrip(),
            "counted": counted,
            "decided": "",
        }

    def _keyed(self, key: str) -> Sequence[tuple[int, int]]:
        if self._keys is None:
            self._keys = keyed(self._wording.text)
        return self._keys.get(key, ())

    def _place(self, one: Pin | Mark) -> None:
        quote = one.anchor.quote
        if isinstance(one, Mark):
            for start in one.anchor.places(self._wording):
                self._mark(start, start + len(quote), one)
            return
        everywhere = one.anchor.start is None
        for field in FIELDS if everywhere else (one.anchor.field,):
            for start in replace(one.anchor, field=field).places(self._wording):
                self._pin(_Pinned((field, start, start + len(quote)), one))

    def _pin(self, new: _Pinned) -> None:
        self._pinned = [one for one in self._pinned if not new.reaches(one.stretch)]
        self._pinned.append(new)

    def _mark(self, start: int, end: int, mark: Mark) -> None:
        for paragraph in paragraphs(self._wording.text, start, end):
            self.marks[paragraph] = mark

    def _counted(self, stretch: _Stretch, found: bool) -> tuple[bool, str]:
        """Whether a mention is counted, and the decision by which it is or is not."""
        field, start, end = stretch
        inside = (mark for (s, e), mark in self.marks.items() if s < end and start < e)
        mark = next(inside, None) if field == "text" else None
        if mark is None:
            return found, ""
        if not mark.own:
            return False, mark.why
        return (True, mark.why) if self._is_promotion(stretch) else (found, "")

    def _is_promotion(self, stretch: _Stretch) -> bool:
        field, start, end = stretch
        return field == "text" and any(p.start < end and start < p.end for p in self._passages)


def _overlap(one: _Stretch, other: _Stretch) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def keyed(text: str) -> dict[str, list[tuple[int, int]]]:
    """The paragraphs of a text, as start and end, by what each is known by."""
    found: dict[str, list[tuple[int, int]]] = {}
    for start, end in paragraphs(text, 0, len(text)):
        found.setdefault(paragraph_key(text[start:end]), []).append((start, end))
    return found
