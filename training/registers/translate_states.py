"""Writes resources/actors/translations.json: the names of states in other languages, from CLDR.

Run it with Babel installed, which the program itself does not need:
`python training/registers/translate_states.py`. Hand work belongs into states.json.
"""

import json
from pathlib import Path

from babel import Locale

ACTORS = Path(__file__).parents[2] / "resources" / "actors"
LANGUAGES = ("ru", "uk", "ar", "fa", "zh", "fr", "de", "es", "tr")

# Names that are common words, given names or other places in their language.
AMBIGUOUS = {
    ("ar", "ML"), ("ar", "OM"), ("ar", "BJ"), ("fa", "ML"), ("fa", "OM"), ("fa", "BJ"),
    ("fr", "MU"), ("fr", "DM"), ("es", "GD"), ("tr", "MA"), ("tr", "ML"), ("tr", "JO"),
    ("de", "MU"), ("uk", "ML"), ("ru", "ML"),
}  # fmt: skip
# Territories that CLDR calls by an administrative name; states.json has what the news writes.
ADMINISTRATIVE = {"PS", "HK", "MO", "SU", "YU", "DD", "CS"}
UNCHANGED_ENDINGS = "оеиуыэюіїєйО"
ADJECTIVES = ("ая", "яя", "ий", "ый", "ой", "ое", "ее", "ые", "ие", "ські", "ська", "ська", "ський")
PLURALS = {"Нидерланды", "Филиппины", "Мальдивы", "Сейшелы", "Коморы", "Багамы", "Нідерланди",
           "Філіппіни"}  # fmt: skip
FLEETING = {"Египет": "Египт*", "Єгипет": "Єгипт*"}
SHORTEST_STEM = 4


def main() -> None:
    """Write the file."""
    states = json.loads((ACTORS / "states.json").read_text("utf-8"))
    names: dict[str, dict[str, list[str]]] = {}
    for state in states["actors"]:
        code = state["key"]
        if code in ADMINISTRATIVE:
            continue
        of_state = {}
        for language in LANGUAGES:
            name = Locale(language).territories.get(code, "")
            if name and (language, code) not in AMBIGUOUS and _is_plain(name):
                of_state[language] = _forms(name, language)
        if of_state:
            names[code] = of_state
    rows = ",\n".join(
        f" {json.dumps(c)}: {json.dumps(n, ensure_ascii=False)}" for c, n in names.items()
    )
    text = f'{{"register": "states", "names": {{\n{rows}\n}}}}\n'
    (ACTORS / "translations.json").write_text(text, "utf-8")


def _is_plain(name: str) -> bool:
    return not any(mark in name for mark in ("(", " - ", " – ", "/", "，"))


def _forms(name: str, language: str) -> list[str]:
    if language not in ("ru", "uk"):
        return [name]
    if name in FLEETING:
        return [name, FLEETING[name]]
    words = name.split()
    *describing, noun = words
    if len(words) > 1 and not _is_adjective(words[0]):
        return [name]  # "Острова Кука": the first word is the noun; left as it is
    if len(words) == 1:
        return _noun(noun)
    stems = [word[:-2] + "*" if _is_adjective(word) else word for word in describing]
    return [" ".join([*stems, form]) for form in _noun(noun)]


def _is_adjective(word: str) -> bool:
    return word.endswith(ADJECTIVES)


def _noun(noun: str) -> list[str]:
    if noun in PLURALS:
        return [noun[:-1] + "*"]
    if not noun[0].isupper() or "-" in noun:
        return [noun]
    if noun[-1] in "аяь":
        return _declined(noun, noun[:-1])
    if noun[-1] == "й":
        return _declined(noun, noun[:-1])
    if noun[-1] in UNCHANGED_ENDINGS:
        return [noun]
    return _declined(noun, noun)


def _declined(noun: str, stem: str) -> list[str]:
    if len(stem) >= SHORTEST_STEM:
        return [stem + "*"]
    return (
        [stem + e for e in ("а", "ы", "е", "у", "ой")]
        if noun != stem
        else [stem + e for e in ("", "а", "у", "ом", "е")]
    )


if __name__ == "__main__":
    main()
