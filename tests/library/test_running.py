from __future__ import annotations

import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from tests.library.press import Press
from workstation.domain.selection import Selection
from workstation.library import checks, corpus, full_text, running
from workstation.library.library import Library
from workstation.library.query import Term
from workstation.library.schema import running_words
from workstation.library.tokens import Tokens

RUNNING = st.text(st.sampled_from("北京说aé ，-ไท๊"), max_size=12)


@given(RUNNING, RUNNING.filter(lambda words: any(map(str.isalnum, words))))
def test_the_index_finds_what_the_texts_hold(text: str, words: str) -> None:
    wanted, goes_on = running.sought(words)
    held = f" {running.indexed(text)} "
    asked = f" {' '.join(wanted)}" + ("" if goes_on else " ")
    assert (asked in held) == any(Tokens(text).runs_of_term(Term(words)))


def test_a_library_from_before_is_indexed_when_it_is_brought_up(
    library: Library, press: Press
) -> None:
    press.article("外交部在北京回答。")
    press.article("Nothing of the kind.")
    with library.write() as writing:
        if writing.sqlite:
            full = "INSERT INTO running_fts(running_fts) VALUES ('delete-all')"
            writing.connection.exec_driver_sql(full)
        writing.connection.execute(sa.delete(running_words))
        running.fill(writing.connection)
        rows = writing.connection.scalar(sa.select(sa.func.count()).select_from(running_words))
    assert rows == 1
    with library.read() as reading:
        assert corpus.count(reading, Selection(words="北京")) == 1
    assert checks.check(library).problems == ()


def test_an_article_that_changes_is_found_by_its_present_words(
    library: Library, press: Press
) -> None:
    press.article("外交部在北京回答。", identity="url:a")
    press.article("外交部在上海回答。", identity="url:a")
    with library.read() as reading:
        found = {words: corpus.count(reading, Selection(words=words)) for words in ("北京", "上海")}
    assert found == {"北京": 0, "上海": 1}
    press.article("The ministry answered.", identity="url:a")
    with library.write() as writing:
        assert full_text.check(writing)
        assert writing.connection.execute(sa.select(running_words)).all() == []
