"""The classifier's decisions, and the files it is loaded from."""

import os
import shutil
import subprocess
import sys
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from workstation.domain.mention import LABELS
from workstation.errors import WorkstationError
from workstation.tagging import identity
from workstation.tagging.classifier import NETWORK, TAGS, VOCABULARY, Classifier, decide

SCORES = arrays(
    np.float32,
    st.tuples(st.integers(1, 12), st.just(len(TAGS))),
    elements=st.floats(-10, 10, width=32),
)


def possible(tags: tuple[str, ...]) -> bool:
    return all(
        not tag.startswith("I-") or before[2:] == tag[2:]
        for before, tag in zip(("O", *tags), tags, strict=False)
    )


@given(scores=SCORES)
def test_no_decision_goes_on_with_a_name_that_has_not_begun(scores: np.ndarray) -> None:
    tags = tuple(TAGS[number] for number in decide(scores))

    assert len(tags) == len(scores)
    assert possible(tags)


@given(scores=SCORES.filter(lambda scores: len(scores) > 1))
def test_the_decision_is_the_likeliest_possible_one(scores: np.ndarray) -> None:
    scores = scores[:3]
    few = [0, 1, 2, 1 + len(LABELS), 2 + len(LABELS)]
    scores[:, [tag for tag in range(len(TAGS)) if tag not in few]] = -100

    decided = decide(scores)

    def worth(tags: tuple[int, ...]) -> float:
        return float(sum(scores[row, tag] for row, tag in enumerate(tags)))

    best = max(
        worth(tags)
        for tags in product(few, repeat=len(scores))
        if possible(tuple(TAGS[tag] for tag in tags))
    )
    assert worth(tuple(decided)) == pytest.approx(best, abs=1e-4)


def test_names_are_told_by_their_words() -> None:
    classifier = Classifier(identity.model())

    assert classifier.names(["Troops", "left", "Syria", "."]) == [(2, 3, "GPE")]
    assert classifier.names([]) == []
    assert classifier.names(["\u200b", "\n\n"]) == []


def test_what_stands_in_another_window_changes_no_name() -> None:
    classifier = Classifier(identity.model())
    first = ["Troops", "left", "Syria", *["and", "drove", "on"] * 30, "."]
    second = ["The", "envoy", "of", "Kenya", "met", "Ama", "Owusu", "in", "Geneva", *["again"] * 99]

    both = classifier.names([*first, *second])

    alone = classifier.names(second)
    shifted = [(len(first) + start, len(first) + end, label) for start, end, label in alone]
    assert both == [*classifier.names(first), *shifted]


@pytest.mark.parametrize("broken", [NETWORK, VOCABULARY])
@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe not a model"])
def test_a_model_that_cannot_be_read_is_refused_with_words(
    tmp_path: Path, broken: str, content: bytes | None
) -> None:
    model = tmp_path / "model"
    shutil.copytree(identity.model(), model)
    (model / broken).unlink()
    if content is not None:
        (model / broken).write_bytes(content)

    with pytest.raises(WorkstationError) as refused:
        Classifier(model)

    assert str(model) in refused.value.what_happened
    assert refused.value.what_you_can_do


def test_the_network_leaves_nothing_in_the_users_folders_and_tells_nobody(tmp_path: Path) -> None:
    homes = ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
    script = (
        "from workstation.tagging.classifier import Classifier\n"
        "from workstation.tagging import identity\n"
        "Classifier(identity.model()).names(['Moscow', 'said', 'so'])\n"
    )
    subprocess.run(
        [sys.executable, "-c", script],
        check=True,
        env={**os.environ, **dict.fromkeys(homes, str(tmp_path))},
    )
    assert list(tmp_path.rglob("*")) == []
