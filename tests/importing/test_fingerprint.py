from __future__ import annotations

import random
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.domain.article import Draft, Passage, Published
from workstation.importing.fingerprint import (
    bands,
    canonical_address,
    identity,
    own_words,
    signature,
    story_of,
    text_hash,
    to_bytes,
)

WORDS = [f"{first}{second}" for first in "bdfgklmnprst" for second in ("a", "en", "ir", "ol", "um")]


def text_of(seed: int, length: int = 400) -> list[str]:
    chooser = random.Random(seed)  # noqa: S311 - a text, not a secret
    return [chooser.choice(WORDS) + str(chooser.randrange(9)) for _ in range(length)]


def edited(words: list[str], share: float) -> str:
    chooser = random.Random(7)  # noqa: S311
    return " ".join("other" if chooser.random() < share else word for word in words)


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("https://www.post.example/ferry/", "post.example/ferry"),
        ("http://post.example:80/ferry#keys", "post.example/ferry"),
        ("https://post.example/ferry?utm_source=x&fbclid=y", "post.example/ferry"),
        ("https://post.example/ferry?b=2&a=1", "post.example/ferry?a=1&b=2"),
        ("https://m.post.example/ferry/amp/", "post.example/ferry"),
        ("https://amp.post.example/ferry.amp.html", "post.example/ferry.html"),
        ("https://post.example/ferry?amp=1&id=3", "post.example/ferry?id=3"),
        ("https://post.example:8080/ferry", "post.example:8080/ferry"),
        ("https://POST.example/Ferry", "post.example/Ferry"),
        ("https://post.example/", ""),
        ("https://post.example", ""),
        ("", ""),
        ("http://[half", ""),
        ("https://post.example:99999/ferry", ""),
    ],
)
def test_an_address_is_bared_to_what_names_the_article(url: str, canonical: str) -> None:
    assert canonical_address(url) == canonical


@given(st.text())
def test_any_address_is_bared_without_an_error(url: str) -> None:
    canonical_address(url)


def test_the_provider_goes_before_the_address_and_that_before_the_words() -> None:
    draft = Draft("The ferry.", url="https://post.example/ferry", provider_id="mid:1")
    assert identity(draft, UTC) == "id:mid:1"
    assert identity(Draft("The ferry.", url="https://post.example/ferry"), UTC).startswith("url:")
    assert identity(Draft("The ferry."), UTC).startswith("text:")


def test_the_same_words_in_another_outlet_or_on_another_day_are_another_article() -> None:
    day = Published.on(date(2024, 12, 14), "x")
    one = identity(Draft("The ferry.", outlet="Island Post", published=day), UTC)
    assert one == identity(Draft("The  Ferry.", outlet="ISLAND POST", published=day), UTC)
    assert one != identity(Draft("The ferry.", outlet="Shore Post", published=day), UTC)
    assert one != identity(Draft("The ferry.", outlet="Island Post"), UTC)


def test_the_day_is_the_librarys() -> None:
    late = Published.at(datetime(2024, 12, 14, 23, 30, tzinfo=UTC), "x")
    next_day = Published.on(date(2024, 12, 15), "y")
    zone = ZoneInfo("Asia/Damascus")
    assert identity(Draft("a", published=late), zone) == identity(
        Draft("a", published=next_day), zone
    )


def test_case_and_spacing_do_not_make_another_text() -> None:
    assert text_hash("The  ferry\n\nleft") == text_hash("the FERRY left")
    assert text_hash("The ferry left") != text_hash("The ferry stayed")


def test_own_words_leave_out_the_passages() -> None:
    draft = Draft("One.\n\nRead more:\n\nTwo.", passages=(Passage(6, 16),))
    assert own_words(draft) == "One.\n\n\n\nTwo."


@pytest.mark.parametrize("share", [0.0, 0.02, 0.05])
def test_near_identical_texts_share_a_band_and_a_story(share: float) -> None:
    for seed in range(20):
        words = text_of(seed)
        one, other = signature(" ".join(words)), signature(edited(words, share))
        assert one is not None
        assert other is not None
        assert set(bands(one)) & set(bands(other))
        assert story_of(one, [(41, to_bytes(other))]) == 41


def test_different_texts_are_different_stories() -> None:
    signatures = [signature(" ".join(text_of(seed))) for seed in range(20)]
    first = signatures[0]
    assert first is not None
    others = [(n, to_bytes(s)) for n, s in enumerate(signatures) if n and s is not None]
    assert story_of(first, others) is None


def test_the_most_alike_neighbour_gives_the_story_and_of_equals_the_oldest() -> None:
    words = text_of(1)
    whole, near = signature(" ".join(words)), signature(edited(words, 0.05))
    assert whole is not None
    assert near is not None
    far, same = to_bytes(near), to_bytes(whole)
    assert story_of(whole, [(1, far), (2, same), (3, same)]) == 2
    assert story_of(whole, []) is None


def test_a_signature_is_the_same_on_every_machine() -> None:
    found = signature(" ".join(WORDS))
    assert found is not None
    assert found[:3].tolist() == [359488962, 74602003, 10088782]
    assert to_bytes(found)[:4] == (359488962).to_bytes(4, "little")


def test_a_short_notice_has_no_signature() -> None:
    assert signature("The ferry did not leave.") is None


def test_a_stored_signature_of_another_length_is_like_no_other() -> None:
    found = signature(" ".join(WORDS))
    assert found is not None
    assert story_of(found, [(1, b"short")]) is None
