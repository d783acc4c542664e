"""Actor dictionaries of PETRARCH and TABARI, as event coders use them.

`NAME_OF_ACTOR_ [CODE]`, then lines with `+SYNONYM_` and lines with `[CODE dates]`; what follows
“;” or “#” is a comment, as is what stands between `<!--` and `-->`. Names are in capitals, with _
for blanks. A code is a state or a domain (three letters), and roles of three letters each.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from workstation.domain.actor import Kind
from workstation.domain.register import Remark
from workstation.resolving.kinds import has_head, kind_of
from workstation.resolving.own.rows import Row, lines
from workstation.resolving.vocabulary import VOCABULARY

_COMMENT = re.compile(r"<!.*?-->|<!\s*--.*|[;#].*")
_CODE = re.compile(r"\[([^\]\[]*)\]")
_HEADED = re.compile(r"[^\[\]{}\"]+\[\s*[A-Za-z/]{3,}(?:\s[^\]]*)?\]")
_LOOKED_AT = 200
_ROLE = 3
_NOBODY = re.compile(r"[-+#]+")

# Roles of CAMEO, the more telling ones first: AFGGOVMIL is the armed forces of a government.
_ROLES: dict[str, Kind] = {
    "MIL": "military", "REB": "armed-group", "INS": "armed-group", "SEP": "armed-group",
    "UAF": "armed-group", "PTY": "party", "OPP": "party", "MED": "outlet", "BUS": "company",
    "MNC": "company", "IGO": "organisation", "NGO": "organisation", "NGM": "organisation",
    "IMG": "organisation", "UNO": "organisation", "CVL": "organisation", "EDU": "organisation",
    "GOV": "government", "JUD": "government", "LEG": "government", "COP": "government",
    "SPY": "government", "CRM": "armed-group",
}  # fmt: skip
_PEOPLE = frozenset(("ELI", "REF"))
_NO_STATES = _PEOPLE.union(_ROLES, ("UIS", "CHR", "MOS", "JEW", "BUD", "HIN"))

_SMALL = VOCABULARY.connectors | VOCABULARY.particles
_ACRONYMS = frozenset(("UN", "EU", "US", "UK", "AU", "UAE", "USA"))


@dataclass(slots=True)
class _Entry:
    names: list[tuple[int, str]]
    codes: list[str] = field(default_factory=list)
    dated: bool = False


def is_petrarch(text: str) -> bool:
    """Whether the first lines look like an actor dictionary."""
    looked_at = (line for _, (_, line) in zip(range(_LOOKED_AT), _said(text), strict=False))
    return any(_HEADED.match(line) or line.startswith("+") for line in looked_at)


def read(text: str) -> Iterator[Row | Remark]:
    """The rows of a dictionary; entries that share the bare code of a state are that state."""
    entry: _Entry | None = None
    for number, line in _said(text):
        bare = line.strip()
        if bare.startswith(("+", "[")) and entry is None:
            yield Remark(number, "The line belongs to no name.")
        elif bare.startswith("+") and entry is not None:
            entry.names.append((number, bare[1:]))
            _note(entry, bare)
        elif bare.startswith("[") and entry is not None:
            _note(entry, bare)
        else:
            if entry is not None:
                yield from _rows(entry)
            entry = _Entry([(number, bare)])
            _note(entry, bare)
    if entry is not None:
        yield from _rows(entry)


def _said(text: str) -> Iterator[tuple[int, str]]:
    """The lines without their comments, which may run over several."""
    inside = False
    for number, line in lines(text):
        said = line
        if inside:
            _, end, said = line.partition("-->")
            inside = not end
        opened = re.search(r"<!(?!.*-->)", said)
        inside = inside or opened is not None
        said = _COMMENT.sub("", said)
        if said.strip():
            yield number, said


def _note(entry: _Entry, line: str) -> None:
    for said in _CODE.findall(line):
        code, *dates = said.split() or [""]
        entry.codes.append(code.upper())
        entry.dated = entry.dated or bool(dates)


def _rows(entry: _Entry) -> Iterator[Row | Remark]:
    line = entry.names[0][0]
    codes = [code for code in entry.codes if code and not _NOBODY.fullmatch(code)]
    if not codes:
        yield Remark(line, "There is no code that says what kind of actor this is.")
        return
    names = [(number, _bare(_written(raw))) for number, raw in entry.names]
    # The last code is the one without dates, or the latest.
    code, name = codes[-1], names[0][1]
    own = code == name.upper()  # "IMF [IMF]" is no state
    kind = kind_of("ORG", name) if own else _kind(code, name, dated=entry.dated)
    if kind is None:
        yield Remark(line, f"The code “{code[:20]}” does not say what kind of actor this is.")
        return
    actor = code if kind == "state" else f"line {line}"
    for number, name in names:
        yield Row(number, actor, kind, (name,))


def _kind(code: str, name: str, *, dated: bool) -> Kind | None:
    roles = [code[i : i + _ROLE] for i in range(0, len(code), _ROLE)]
    if len(roles) == 1 and roles[0] not in _NO_STATES:
        return "state" if roles[0].isalpha() and len(code) == _ROLE else None
    if (dated and not has_head(name)) or _PEOPLE.intersection(roles):
        return "person"
    kind = next((kind for role, kind in _ROLES.items() if role in roles), None)
    return (
        kind_of("ORG", name) if kind in ("organisation", "government") and has_head(name) else kind
    )


def _written(raw: str) -> str:
    """A name in capitals as newspapers write it: "GROUP_OF_77_" is "Group of 77"."""
    words = _CODE.sub("", raw).partition("{")[0].replace("_", " ").strip(" =").split()
    if len(words) == 1 and len(words[0]) <= _ROLE:
        return words[0]
    return " ".join(_cased(word, first=i == 0) for i, word in enumerate(words))


def _bare(name: str) -> str:
    """A name without the article and the titles before it."""
    words = name.split()
    plain = VOCABULARY.titles | {"the"}
    at = next((i for i, w in enumerate(words) if not plain.issuperset(w.lower().split("-"))), 0)
    # "Secretary General of the UN" is no title before a name.
    return name if at and words[at].lower() in VOCABULARY.connectors else " ".join(words[at:])


def _cased(word: str, *, first: bool) -> str:
    if not word.isupper() or word in _ACRONYMS or "." in word:
        return word
    if len(word) <= _ROLE and not set("AEIOUY").intersection(word):
        return word
    return "-".join(
        part.lower() if not first and part.lower() in _SMALL else part.capitalize()
        for part in word.split("-")
    )
