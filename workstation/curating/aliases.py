"""How many places a further name of an actor would be found at."""

from workstation.domain.actor import KINDS, Naming
from workstation.domain.decision import Order, Reach
from workstation.domain.mention import Field
from workstation.domain.names import fold
from workstation.library import actors, holding, mentions
from workstation.library.library import Reading
from workstation.resolving.registers import Registers
from workstation.resolving.words import Words


def reach(reading: Reading, wanted: Order) -> Reach:
    """The places where the registers would read the name, or where a mention has it already."""
    given = (wanted.subject, wanted.terms[0], wanted.terms[1:])
    naming = next(iter(actors.namings(reading, [given])), None)
    return _reach(reading, wanted, naming)


def reach_of_new(reading: Reading, wanted: Order, name: str, kind: str) -> Reach:
    """The places that would mean an actor who is still to be made."""
    surface, *near = wanted.terms
    key = f"{kind}/{fold(name)}"
    known = next(one for one in KINDS if one == kind)
    return _reach(reading, wanted, Naming(key, name, known, surface, near=tuple(near)))


def _reach(reading: Reading, wanted: Order, naming: Naming | None) -> Reach:
    surface, *near = wanted.terms
    places: set[tuple[int, Field, int]] = set()
    if not near:
        named = mentions.named_so(reading, fold(surface))
        places.update((mention.article, mention.field, mention.start) for mention in named)
    if naming is not None:
        registers = Registers([]).with_aliases([naming])
        fields: tuple[Field, ...] = ("title", "text")
        for number, language, body in holding.texts(reading, surface):
            whole = f"{body.title}\n\n{body.text}"
            for field, text in zip(fields, (body.title, body.text), strict=True):
                found = registers.find(Words(text), language=language, article=whole)
                places.update((number, field, match.start) for match in found)
    return Reach(len(places), len({number for number, *_ in places}))
