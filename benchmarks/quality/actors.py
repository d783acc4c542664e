"""How well mentions are found and resolved: B³ over the gold articles, and the ten most named.

B³ (Bagga and Baldwin, 1998) asks of every mention how many of those put with it belong with it
(precision), and how many of those that belong with it were put with it (recall). Clusters span all
articles of a folder. A mention that only one side has counts as wrong, so the figures tell the
whole road: finding and resolving. The second line leaves such mentions out: resolving alone.
"""

import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from pathlib import Path

import gold

from workstation.domain.selection import Selection

_TOP = 10
_SHOWN = 25
_AROUND = 40

Named = dict[tuple[str, gold.Place], str]


def found(articles: list[gold.Article]) -> Named:
    """What the program finds: the actor at each place."""
    from workstation.importing.importer import import_paths
    from workstation.library import corpus
    from workstation.library.library import Library
    from workstation.tagging.tagger import tag

    named: Named = {}
    with tempfile.TemporaryDirectory() as made, Library.create(Path(made) / "g.mwlib") as library:
        files = Path(made) / "files"
        files.mkdir()
        for article in articles:
            (files / f"{article.name}.txt").write_text(article.plain, encoding="utf-8")
        import_paths(library, [files])
        tag(library)
        texts = {article.name: article for article in articles}
        with library.read() as reading:
            for row in corpus.articles(reading, Selection(), limit=None):
                name, body = Path(row.file).stem, corpus.body(reading, row.id)
                if (body.title, body.text) != (texts[name].title, texts[name].text):
                    print(f"{name}: read otherwise than it was written")
                for mention in corpus.mentions_in(reading, row.id):
                    if mention.actor and mention.counted:
                        place = (mention.field, mention.start, mention.end)
                        named[name, place] = mention.actor
    return named


def b_cubed(
    wanted: Mapping[Hashable, str], given: Mapping[Hashable, str]
) -> tuple[float, float, float]:
    """Precision, recall and F over the mentions of both sides."""
    together = Counter((wanted[place], given[place]) for place in wanted.keys() & given.keys())
    in_gold, in_ours = Counter(wanted.values()), Counter(given.values())
    precision = sum(n * n / in_ours[ours] for (_, ours), n in together.items()) / len(given)
    recall = sum(n * n / in_gold[theirs] for (theirs, _), n in together.items()) / len(wanted)
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def top_ten(articles: list[gold.Article], wanted: Named, given: Named) -> float:
    """The share of each topic's ten most named actors that are among our ten, over topics."""
    meant: dict[str, Counter[str]] = defaultdict(Counter)
    for place in wanted.keys() & given.keys():
        meant[given[place]][wanted[place]] += 1
    topic = {article.name: article.header["Topic"] for article in articles}
    shares = []
    for one in sorted(set(topic.values())):
        theirs = Counter(actor for (name, _), actor in wanted.items() if topic[name] == one)
        ours = Counter(
            max(meant[actor].items(), key=lambda one: (one[1], one[0]))[0]
            if meant[actor]
            else actor
            for (name, _), actor in given.items()
            if topic[name] == one
        )
        best = _most_named(theirs)
        shares.append(len(best & _most_named(ours)) / len(best))
    return sum(shares) / len(shares)


def _most_named(counted: Counter[str]) -> set[str]:
    """The ten most named; of those named equally often, the same ones whoever counts."""
    return set(sorted(counted, key=lambda actor: (-counted[actor], actor))[:_TOP])


def show_errors(articles: list[gold.Article], wanted: Named, given: Named) -> None:
    """Prints what is missed, invented and confused most often, with its first context."""
    texts = {a.name: {"title": a.title, "text": a.text} for a in articles}

    def words(key: tuple[str, gold.Place]) -> str:
        name, (field, start, end) = key
        return texts[name][field][start:end]

    def around(key: tuple[str, gold.Place]) -> str:
        name, (field, start, end) = key
        text = texts[name][field]
        before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
        return f"{name}: …{before}[{words(key)}]{after}…".replace("\n", " ")

    both = sorted(wanted.keys() & given.keys())
    missed = [(f"{words(k)} ({wanted[k]})", k) for k in sorted(wanted.keys() - given.keys())]
    extra = [(f"{words(k)} ({given[k]})", k) for k in sorted(given.keys() - wanted.keys())]
    differ = [
        (f"{words(k)}: {wanted[k]} taken for {given[k]}", k) for k in both if wanted[k] != given[k]
    ]
    for heading, listed in (("missed", missed), ("too many", extra), ("names differ", differ)):
        print(f"\n{heading} ({len(listed)}):")
        first = dict(reversed(listed))
        for told, times in Counter(told for told, _ in listed).most_common(_SHOWN):
            print(f"  {times:3} {told}\n        {around(first[told])}")


def main() -> None:
    """Measures a folder of gold articles; `--errors` shows what went wrong."""
    names = [word for word in sys.argv[1:] if not word.startswith("--")]
    folder = Path(__file__).parent / "gold" / (names[0] if names else "open")
    articles = gold.read(folder)
    wanted = {(a.name, place): actor for a in articles for place, actor in a.actors.items()}
    given = found(articles)
    both = wanted.keys() & given.keys()
    print(f"{len(articles)} articles, {len(wanted)} mentions of {len(set(wanted.values()))} actors")
    for told, places in (("whole road", None), ("resolving", both)):
        asked = wanted if places is None else {place: wanted[place] for place in places}
        answered = given if places is None else {place: given[place] for place in places}
        precision, recall, f = b_cubed(asked, answered)
        print(f"{told:10}  B³ P {precision:.3f}  R {recall:.3f}  F {f:.3f}")
    print(f"mentions    P {len(both) / len(given):.3f}  R {len(both) / len(wanted):.3f}")
    print(f"top ten     {top_ten(articles, wanted, given):.3f}")
    if "--errors" in sys.argv:
        show_errors(articles, wanted, given)


if __name__ == "__main__":
    main()
