"""Rows of a register become actors; what contradicts what was said before is refused."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from workstation.domain.actor import KINDS, Kind
from workstation.domain.clean import clean_line
from workstation.domain.names import fold
from workstation.domain.register import Remark
from workstation.domain.scripts import mixed
from workstation.errors import Refused
from workstation.limits import ACTOR_NAME_CHARACTERS, REGISTER_ALIASES
from workstation.resolving.conditions import Condition
from workstation.resolving.known import OWN, Alias, Known
from workstation.resolving.own.rows import Row, trouble
from workstation.resolving.register_files import LABELS
from workstation.resolving.registers import Registers

_WIKIDATA = re.compile(r"Q[1-9]\d{0,11}")
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]{2,8})*")
_KINDS = {"organization": "organisation", "country": "state"}

_Sense = tuple[str, str, tuple[Condition, ...], tuple[Condition, ...]]


@dataclass(slots=True)
class _Actor:
    name: str
    kind: Kind
    line: int
    key: str = ""
    wikidata: str = ""
    aliases: list[Alias] = field(default_factory=list)


class Gathering:
    """The actors of one register as far as it was read; `others` are what it is added to."""

    def __init__(self, others: Registers) -> None:
        self.remarks: list[Remark] = []
        self._others = others
        self._actors: dict[str, _Actor] = {}
        self._owners: dict[_Sense, tuple[_Actor, int]] = {}
        self._aliases = 0

    def take(self, said: Row | Remark) -> None:
        """Adds what a line says.

        Raises:
            Refused: the register has more names than fit.
        """
        if isinstance(said, Remark):
            self.remarks.append(said)
            return
        if said.name and not self._take_head(said):
            return
        for name in said.names:
            if not self._take_name(said, name):
                return

    def actors(self) -> tuple[Known, ...]:
        """The actors with their aliases; tells which of them others know otherwise."""
        gathered = tuple(_known(actor) for actor in self._actors.values())
        self._tell_others(gathered)
        self.remarks = sorted(dict.fromkeys(self.remarks), key=lambda remark: remark.line)
        return gathered

    def _take_head(self, row: Row) -> bool:
        """Whether there is, or now is, the actor that the row is about."""
        actor = self._actors.get(row.actor)
        if actor is not None:
            return self._agrees(actor, row)
        return self._take_name(replace(row, language="", only_if=(), unless=()), row.name)

    def _take_name(self, row: Row, raw: str) -> bool:
        """Whether the row goes on after this name: not where its actor is refused."""
        actor = self._actors.get(row.actor)
        if words := trouble(raw):
            self._refuse(row, f"“{_shown(raw)}” {words}.")
            return actor is not None
        name = clean_line(raw, ACTOR_NAME_CHARACTERS)
        sense = (fold(name), _language(row.language), row.only_if, row.unless)
        owner, line = self._owners.get(sense, (None, 0))
        if owner is not None and owner is not actor:
            self._refuse(row, self._taken(row, name, owner, line, first=actor is None))
            return actor is not None
        actor = actor or self._made(row, name)
        if actor is None or not self._agrees(actor, row):
            return False
        if owner is None:
            self._add(actor, row, Alias(name, "name", sense[1], *sense[2:], line=row.line), sense)
        elif line != row.line and name != actor.name:
            self._tell(row, f"“{name}” is given to {actor.name} twice, first in line {line}.")
        return True

    def _add(self, actor: _Actor, row: Row, alias: Alias, sense: _Sense) -> None:
        self._aliases += 1
        if self._aliases > REGISTER_ALIASES:
            raise Refused(
                f"The register has more than {REGISTER_ALIASES:,} names.",
                "Leave out the languages or the actors that you do not read about.",
                code="too-large",
            )
        actor.aliases.append(alias)
        self._owners[sense] = (actor, row.line)
        if scripts := mixed(alias.text):
            several = " and ".join(sorted(scripts))
            self._tell(row, f"“{alias.text}” mixes {several} letters that look alike.")

    def _made(self, row: Row, name: str) -> _Actor | None:
        if row.key and row.key not in self._others:
            self._refuse(row, f"No shipped register has an actor “{_shown(row.key)}”.")
            return None
        given = fold(row.kind).replace(" ", "-")
        kind = _KINDS.get(given, given) or self._kind_of(row.key, name)
        if kind not in KINDS:
            words = f"There is no kind “{_shown(row.kind)}”" if kind else f"“{name}” has no kind"
            self._refuse(row, f"{words}; kinds are {', '.join(KINDS)}.")
            return None
        actor = _Actor(name, kind, row.line, row.key)
        self._actors[row.actor] = actor
        return actor

    def _kind_of(self, key: str, name: str) -> str:
        known = self._others[key] if key else self._others.named(name)
        return known.kind if known else ""

    def _agrees(self, actor: _Actor, row: Row) -> bool:
        given = fold(row.kind).replace(" ", "-")
        if given and _KINDS.get(given, given) != actor.kind:
            self._refuse(row, f"{actor.name} is a {actor.kind} since line {actor.line}.")
            return False
        if row.wikidata and row.wikidata != actor.wikidata:
            if _WIKIDATA.fullmatch(row.wikidata) and not actor.wikidata:
                actor.wikidata = row.wikidata
            else:
                self._tell(row, f"“{_shown(row.wikidata)}” is left out as a Wikidata number.")
        if row.language and not _language(row.language) and row.language != "u":
            self._tell(row, f"“{_shown(row.language)}” is no language; read in all of them.")
        return True

    def _taken(self, row: Row, name: str, owner: _Actor, line: int, *, first: bool) -> str:
        if not first:
            return f"“{name}” is an alias of {owner.name} already, by line {line}."
        theirs = {fold(alias.text) for alias in owner.aliases}
        others = (other for other in row.names if fold(other) != fold(name))
        back = next((other for other in others if fold(other) in theirs), "")
        if back and fold(owner.name) != fold(name):
            return f"“{name}” and “{back}” are aliases of each other; line {line} holds."
        return f"“{name}” is {owner.name} already, by line {line}, and no actor of its own."

    def _tell_others(self, gathered: tuple[Known, ...]) -> None:
        listed: defaultdict[str, list[tuple[Known, Alias]]] = defaultdict(list)
        for known in self._others:
            for alias in known.aliases:
                listed[fold(alias.text)].append((known, alias))
        for known in gathered:
            same = self._others.same(known)
            for alias in known.aliases:
                elsewhere = listed.get(fold(alias.text), ())
                self.remarks += _told_of(alias, same, elsewhere)

    def _refuse(self, row: Row, words: str) -> None:
        self.remarks.append(Remark(row.line, words))

    def _tell(self, row: Row, words: str) -> None:
        self.remarks.append(Remark(row.line, words, refused=False))


def _told_of(
    alias: Alias, same: Known | None, elsewhere: "list[tuple[Known, Alias]] | tuple[()]"
) -> Iterator[Remark]:
    for known in dict.fromkeys(known for known, _ in elsewhere if known is not same):
        source = next(a.register for k, a in elsewhere if k is known)
        if source:
            words = f"“{alias.text}” is {known.name} in the register “{source}”, which comes first."
        else:
            words = f"“{alias.text}” outranks {known.name} of the shipped registers."
        yield Remark(alias.line, words, refused=False)


def _known(actor: _Actor) -> Known:
    key = actor.key or f"{actor.kind}/{fold(actor.name)}"
    aliases = tuple(_as_surname(actor, alias) for alias in actor.aliases)
    return Known(OWN, key, actor.name, actor.kind, LABELS[actor.kind], actor.wikidata, aliases)


def _as_surname(actor: _Actor, alias: Alias) -> Alias:
    """A person's last name alone is not to be found in other persons' names."""
    if actor.kind != "person" or " " in alias.text or alias.only_if:
        return alias
    surname = any(other.text.endswith(f" {alias.text}") for other in actor.aliases)
    return Alias(alias.text, "surname", alias.language, line=alias.line) if surname else alias


def _language(given: str) -> str:
    found = _LANGUAGE.fullmatch(given.strip().casefold())
    return found[1] if found else ""


def _shown(raw: str) -> str:
    return clean_line(raw, 60)
