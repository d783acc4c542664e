"""Articles of which a table knows the title, completed by their pages."""

from __future__ import annotations

from pathlib import Path

from workstation.domain.article import FROM_ADDRESS, OUTLET_FROM
from workstation.domain.selection import Selection
from workstation.importing.importer import import_paths
from workstation.library import corpus, hints
from workstation.library.library import Library

ROWS = "title,url,media_name\nFerry stays,https://island.example/ferry,Harbour Courier Weekly\n"
PAGE = """<html><head><title>Ferry stays</title>
<link rel="canonical" href="https://island.example/ferry"></head><body><article>
<h1>Ferry stays</h1><p>The ferry did not leave on Monday, because the captain had lost his keys.</p>
<p>Forty people drank tea in the rain, and the harbour office looked for the keys.</p>
</article></body></html>"""


def test_a_page_that_names_no_outlet_keeps_that_of_its_row(
    library: Library, tmp_path: Path
) -> None:
    for name, content in (("rows.csv", ROWS), ("page.html", PAGE)):
        path = tmp_path / name
        path.write_text(content, "utf-8")
        import_paths(library, [path], jobs=1)
    with library.read() as reading:
        (article,) = corpus.articles(reading, Selection())
        told = hints.of(reading, article.id)
    assert (article.version, article.outlet) == (2, "Harbour Courier Weekly")
    assert (OUTLET_FROM, FROM_ADDRESS) not in told
