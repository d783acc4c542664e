from __future__ import annotations

import pytest

from workstation import limits
from workstation.errors import Refused
from workstation.importing.tags import refuse_swollen

MANY = limits.TAG_ATTRIBUTES + 1


@pytest.mark.parametrize("attribute", ["x{n}", "x{n}='1 2'", 'x{n} = "a b"'])
def test_a_tag_with_thousands_of_attributes_is_refused(attribute: str) -> None:
    swollen = " ".join(attribute.format(n=n) for n in range(MANY))
    with pytest.raises(Refused, match="attributes"):
        refuse_swollen(f"<p>Ferry.</p><p {swollen}>Keys.</p>")


def test_a_picture_written_into_a_page_is_no_harm() -> None:
    picture = "AAAA BBBB\n" * 100_000
    refuse_swollen(f'<p>Ferry.</p><img alt="Keys" src="data:image/png;base64,{picture}">')


def test_a_long_text_is_no_tag() -> None:
    refuse_swollen("a < b and " + "then " * 100_000)
