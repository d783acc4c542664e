from __future__ import annotations

import io
import re
from datetime import UTC

import pytest

from workstation.importing.answering import answers
from workstation.importing.handed import Wanted, decode_handed
from workstation.resources import seeds

# The table in the seeds' README says what each file is: file, outlet, date, format.
ROW = re.compile(r"^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \|", re.MULTILINE)
ROWS = ROW.findall((seeds() / "README.md").read_text(encoding="utf-8"))
UNDERSTOOD = "Written for demonstration by the makers of Media Workstation."


def test_every_seed_stands_in_the_table() -> None:
    held = {path.name for path in seeds().iterdir() if not path.name.startswith(".")}
    assert held - {"README.md"} == {name for name, *_rest in ROWS}


@pytest.mark.parametrize(
    ("name", "outlet", "day", "file_format"), ROWS, ids=[row[0] for row in ROWS]
)
def test_a_seed_is_read_as_its_table_says(
    name: str, outlet: str, day: str, file_format: str
) -> None:
    file = io.BytesIO((seeds() / name).read_bytes())
    handed = [decode_handed(part) for part in answers(file, Wanted(name)) if part]
    drafts = [one.draft for one in handed if one.draft]
    assert not any(one.ended.code for one in handed if one.ended)
    assert len(drafts) == (2 if "two articles" in file_format else 1)
    for draft in drafts:
        # An outlet in brackets stands nowhere in the file.
        assert draft.outlet == ("" if outlet.startswith("(") else outlet)
        published = draft.published
        assert (published.local_day(UTC).isoformat() if published else "none") == day
        assert draft.language in {"en", "ru", "ar"}
        last = draft.passages[-1]
        assert draft.text[last.start : last.end].endswith(UNDERSTOOD)
        assert last.end == len(draft.text)
