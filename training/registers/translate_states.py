"""Writes resources/actors/translations.json: states and capitals in other languages, from CLDR.

Run it with Babel installed, which the program itself does not need:
`python -m training.registers.translate_states`. Hand work belongs into states.json.
"""

import json
from pathlib import Path

from babel import Locale
from babel.core import get_global
from babel.dates import get_timezone_location

from training.registers.declension import forms
from workstation.resolving.spelling import is_latin, key

ACTORS = Path(__file__).parents[2] / "resources" / "actors"
LANGUAGES = ("ru", "uk", "ar", "fa", "zh", "fr", "de", "es", "tr")

# Names that are common words, given names or other places in their language.
AMBIGUOUS = {
    ("ar", "ML"), ("ar", "OM"), ("ar", "BJ"), ("fa", "ML"), ("fa", "OM"), ("fa", "BJ"),
    ("fr", "MU"), ("fr", "DM"), ("es", "GD"), ("tr", "MA"), ("tr", "ML"),
    ("de", "MU"), ("uk", "ML"), ("ru", "ML"), ("uk", "TG"), ("ru", "TG"), ("uk", "DM"),
    ("ru", "DM"), ("de", "IS"),
}  # fmt: skip
# The same of capitals: "Monday" is Dushanbe, "Al Jazeera" is Algiers, "Cuba" is Juba.
AMBIGUOUS_CAPITALS = {
    ("ar", "JO"), ("ar", "OM"), ("ar", "TL"), ("ar", "WS"), ("ar", "ZW"), ("fa", "DZ"),
    ("fa", "IT"), ("fa", "JO"), ("fa", "OM"), ("fa", "TJ"), ("fa", "TL"), ("fa", "UA"),
    ("tr", "SS"), ("zh", "LA"),
}  # fmt: skip
# Territories that CLDR calls by an administrative name; states.json has what the news writes.
ADMINISTRATIVE = {"PS", "HK", "MO", "SU", "YU", "DD", "CS"}
# Zones that CLDR still knows by an older name.
OLD_ZONES = {
    "Europe/Kyiv": "Europe/Kiev", "Asia/Kathmandu": "Asia/Katmandu", "America/Nuuk":
    "America/Godthab", "Africa/Asmara": "Africa/Asmera",
    "America/Argentina/Buenos_Aires": "America/Buenos_Aires",
}  # fmt: skip
ARTICLES = {"fr": ("Le ", "La "), "es": ("El ", "La ")}


def main() -> None:
    """Write the file."""
    states = json.loads((ACTORS / "states.json").read_text("utf-8"))
    names = {}
    for state in states["actors"]:
        of_state = {}
        for language in LANGUAGES:
            name = _name(state["key"], language)
            kinds = {"name": name, "capital": _capital(state, language, name)}
            if kinds := {kind: found for kind, found in kinds.items() if found}:
                of_state[language] = kinds
        if of_state:
            names[state["key"]] = of_state
    rows = ",\n".join(
        f" {json.dumps(c)}: {json.dumps(n, ensure_ascii=False)}" for c, n in names.items()
    )
    text = f'{{"register": "states", "names": {{\n{rows}\n}}}}\n'
    (ACTORS / "translations.json").write_text(text, "utf-8")


def _name(code: str, language: str) -> list[str]:
    name = Locale(language).territories.get(code, "")
    if code in ADMINISTRATIVE or (language, code) in AMBIGUOUS or not _is_plain(name):
        return []
    return forms(name, language)


def _is_plain(name: str) -> bool:
    return bool(name) and not any(mark in name for mark in ("(", " - ", " – ", "/", "，"))


def _capital(state: dict, language: str, names: list[str]) -> list[str]:
    """The capital where it names a time zone; one with conditions is left to hand work."""
    capitals = state.get("aliases", {}).get("capital", [])
    english = {key(_text(one)) for one in capitals if "only_if" not in one}
    if (language, state["key"]) in AMBIGUOUS_CAPITALS:
        return []
    towns = [
        get_timezone_location(OLD_ZONES.get(zone, zone), locale=language, return_city=True)
        for zone, code in get_global("zone_territories").items()
        if code == state["key"]
        and key(get_timezone_location(zone, locale="en", return_city=True)) in english
    ]
    if not towns:
        return []
    town = towns[0].replace("\u00ad", "")
    if not _is_plain(town) or (language not in ("fr", "de", "es", "tr") and is_latin(town)):
        return []
    bare = [town[3:]] if town.startswith(ARTICLES.get(language, "\0")) else []
    # What is spelt as in English is read in every language, with its conditions.
    read = {key(_text(one)) for one in capitals} | {key(state["name"])}
    read |= {key(name) for name in names}
    return [form for one in (town, *bare) for form in forms(one, language) if key(form) not in read]


def _text(alias: str | dict) -> str:
    return alias if isinstance(alias, str) else alias["alias"]


if __name__ == "__main__":
    main()
