"""What no parser should be given: tags with thousands of attributes."""

from __future__ import annotations

import re

from workstation import limits
from workstation.errors import Refused

_LONG_TAG = re.compile(rf"<[A-Za-z][^<>]{{{limits.TAG_CHARACTERS},}}")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")


def refuse_swollen(text: str) -> None:
    """Looks at the long tags of a marked text before a parser does.

    Raises:
        Refused: one has more attributes than any; pictures written into theirs are no harm.
    """
    for tag in _LONG_TAG.finditer(text):
        if len(_QUOTED.sub("", tag[0]).split()) > limits.TAG_ATTRIBUTES:
            raise Refused(
                f"A tag in the file has more than {limits.TAG_ATTRIBUTES:,} attributes.",
                "Save its text as plain text.",
                code="too-large",
            )
