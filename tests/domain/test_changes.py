from workstation.domain.changes import EVERYTHING, Changes


def test_changes_join() -> None:
    assert Changes.of("articles") | Changes.of("ledger") == Changes.of("ledger", "articles")
    assert Changes(EVERYTHING) | Changes.of("actors") == Changes(EVERYTHING)


def test_no_change_is_false() -> None:
    assert not Changes()
    assert Changes.of("actors")
