"""Where sentences end: a rule of thumb for texts in any language."""

import re
from typing import Final

_ENDS: Final = re.compile(
    r"\n\n"
    r"|[。！？｡]+[”’」』）]*"
    r"|[.!?…؟۔।]+[\"'”’»)\]]*(?=\s)"
)
# Behind these a full stop ends no sentence.
_SHORT: Final = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Brig|Adm|Cmdr|Sen|Rep|Gov|Pres|Rev|Hon|St"
    r"|Jr|Sr|No|Nos|vs|cf|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Co|Corp"
    r"|e\.g|i\.e|al)|(?:^|[\s(“\"])[^\W\d_]|\b(?:[^\W\d_]\.)+[^\W\d_])$"
)
_BEFORE: Final = 12
"""Characters in which the longest of these stands."""


def ends(text: str) -> list[int]:
    """The offsets behind each sentence of a text but the last."""
    found = []
    for end in _ENDS.finditer(text):
        # Small letters go on with what a quotation or an abbreviation interrupted.
        after = text[end.end() : end.end() + 2].lstrip()
        goes_on = after[:1].islower() and end[0] != "\n\n"
        if not goes_on and not _abbreviates(text, end):
            found.append(end.end())
    return found


def _abbreviates(text: str, end: re.Match[str]) -> bool:
    if end[0] != ".":
        return False
    return _SHORT.search(text, max(0, end.start() - _BEFORE), end.start()) is not None
