from __future__ import annotations

import vocabulary
from vocabulary import SEEN_OFTEN, cut

from workstation.tagging.pieces import MARKS

WHOLE = ["[PAD]", "[unused0]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "a", "##b", "the", "of", "rare"]


def test_single_signs_then_frequent_then_common_pieces_are_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(vocabulary, "PIECES", len(MARKS) + 4)
    (tmp_path / "whole.txt").write_text("\n".join(WHOLE) + "\n", "utf-8")

    pieces, numbers = cut(tmp_path / "whole.txt", ["rare"] * SEEN_OFTEN)

    assert pieces == [*MARKS, "a", "##b", "the", "rare"]
    assert [WHOLE[number] for number in numbers] == pieces
