"""What an analyst sets on an article: a star, read, relevant or not, its tone, and labels."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal, get_args

Flag = Literal["starred", "read", "relevant", "irrelevant"]
Tone = Literal["negative", "neutral", "positive", "mixed"]
TONES: Final[tuple[Tone, ...]] = get_args(Tone)


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing that is set on an article; only a label and a tone have a `label`."""

    name: Flag | Literal["tone", "label"]
    label: str = ""


STARRED: Final = Sign("starred")
READ: Final = Sign("read")
RELEVANT: Final = Sign("relevant")
IRRELEVANT: Final = Sign("irrelevant")


@dataclass(frozen=True, slots=True)
class Signs:
    """All that is set on an article; labels are in the order of their letters."""

    starred: bool = False
    read: bool = False
    relevant: bool | None = None
    """None: nobody has said."""
    labels: tuple[str, ...] = ()
    tone: str = ""
    """One of `TONES`, or "" if nobody has said."""

    @classmethod
    def of(cls, signs: Iterable[Sign]) -> "Signs":
        """What some signs say together."""
        there = set(signs)
        labels = sorted((s.label for s in there if s.name == "label"), key=str.casefold)
        relevant = True if RELEVANT in there else False if IRRELEVANT in there else None
        tone = next((one for one in TONES if Sign("tone", one) in there), "")
        return cls(STARRED in there, READ in there, relevant, tuple(labels), tone)

    def __contains__(self, sign: Sign) -> bool:
        said = {"starred": self.starred, "read": self.read}
        if sign.name == "label":
            return sign.label in self.labels
        if sign.name == "tone":
            return sign.label == self.tone
        if sign.name in said:
            return said[sign.name]
        return self.relevant is (sign.name == "relevant")


def opposites(sign: Sign) -> tuple[Sign, ...]:
    """What cannot hold together with a sign."""
    if sign.name == "tone":
        return tuple(Sign("tone", one) for one in TONES if one != sign.label)
    return {RELEVANT: (IRRELEVANT,), IRRELEVANT: (RELEVANT,)}.get(sign, ())
