"""How names of states and towns are inflected in German, Russian and Ukrainian."""

import re

_PLURALS = {
    "Нидерланды", "Филиппины", "Мальдивы", "Сейшелы", "Коморы", "Багамы", "Штаты", "Эмираты",
    "Нідерланди", "Філіппіни", "Мальдіви", "Штати", "Емірати", "Багами", "Острови",
}  # fmt: skip
_GERMAN_PLURALS = ("Grenadinen", "Komoren", "Malediven", "Philippinen", "Salomonen", "Seychellen")
# Vowels that come and go; and stems that with some ending are another word.
_IRREGULAR = {
    "Египет": ["Египет", "Египт*"],
    "Єгипет": ["Єгипет", "Єгипт*"],
    "Київ": ["Київ", "Києв*"],
    "Кишинів": ["Кишинів", "Кишинев*"],
    "Відень": ["Відень", "Відня", "Відню", "Віднем", "Відні"],
    "Косово": ["Косово", "Косове", "Косові"],
    "Сараево": ["Сараево", "Сараева", "Сараеву", "Сараеве"],
    "Сараєво": ["Сараєво", "Сараєва", "Сараєву", "Сараєві"],
    "Гавана": ["Гавана", "Гаваны", "Гавани", "Гаване", "Гавані", "Гавану", "Гаваной", "Гаваною"],
    "Гвинея-Бисау": ["Гвине*-Бисау"],
    "Гвінея-Бісау": ["Гвіне*-Бісау"],
    "Республика Корея": ["Республик* Корея"],
    "Афины": ["Афины", "Афин", "Афинам", "Афинах", "Афинами"],
    "Афіни": ["Афіни", "Афін", "Афінам", "Афінах", "Афінами"],
    "Минск": ["Минск", "Минска", "Минску", "Минском", "Минске"],
    "Мінськ": ["Мінськ", "Мінська", "Мінську", "Мінськом"],
}
_UNCHANGED = "оеиіуыэюїєО"
_ADJECTIVE = {
    "ru": re.compile(r"(ая|яя|ий|ый|ой|ое|ее|ые|ие)$"),
    "uk": re.compile(r"(?<=[нвк])(а|е|і|ий)$"),
}
_AND = re.compile(r" (и|і|та|й) ")
_SOFTENED = str.maketrans("гкх", "зцс")
# Never the bare stem, which may be a name: "Росси".
_SOFT_ENDINGS = {"ия": ("я", "и", "ю", "ей"), "ія": ("я", "ї", "ю", "єю")}
_SHORTEST_STEM = 4


def forms(name: str, language: str) -> list[str]:
    """The forms of a name, where "*" at the end of a word stands for the endings of its script."""
    if language == "de":
        return _german(name)
    if language not in ("ru", "uk"):
        return [name]
    name = name.replace("ґ", "г").replace("Ґ", "Г")
    if "ʼ" in name:  # a letter, which most texts write as an apostrophe
        return [
            form for one in (name.replace("ʼ", "'"), name) for form in _inflected(one, language)
        ]
    return _inflected(name, language)


def _inflected(name: str, language: str) -> list[str]:
    if name in _IRREGULAR:
        return _IRREGULAR[name]
    if halves := _AND.search(name):
        first = forms(name[: halves.start()], language)
        second = forms(name[halves.end() :], language)
        return [f"{a}{halves.group()}{b}" for a in first for b in second]
    *describing, noun = name.split()
    adjective = _ADJECTIVE[language]
    if not all(adjective.search(word) for word in describing):
        return [name]  # "Острова Кука": the first word is the noun; left as it is
    stems = [adjective.sub("*", word) for word in describing]
    return [" ".join([*stems, form]) for form in _noun(noun, language)]


def _german(name: str) -> list[str]:
    """With the genitive, and with adjectives as they stand after an article."""
    *describing, noun = name.split()
    if describing and describing[0].endswith("e"):  # "Vereinigte Staaten"
        weak = " ".join([word + "n" for word in describing] + [noun])
        return [name, weak, *([weak + "n"] if weak.endswith("ate") else [])]
    if describing and describing[0].endswith("es"):  # "Vereinigtes Königreich"
        stem = describing[0][:-1]
        return [name, f"{stem} {noun}", f"{stem}n {noun}", f"{stem}n {noun}s"]
    if name.endswith(("lande", "inseln")):
        return [name, name + "n"] if name.endswith("e") else [name]
    return [name] if name.endswith((*"sßxz", *_GERMAN_PLURALS)) else [name, name + "s"]


def _noun(noun: str, language: str) -> list[str]:
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun in _PLURALS or noun[-1] in "яьй":
        return [noun[:-1] + ending for ending in _SOFT_ENDINGS.get(noun[-2:], ("*",))]
    if noun.isupper() or not noun[0].isupper() or noun[-1] in _UNCHANGED:
        return [noun]
    if noun[-1] == "а":
        return _feminine(noun[:-1], language)
    return _declined(noun, ("", "а", "у", "ом", "е" if language == "ru" else "і"))


def _feminine(stem: str, language: str) -> list[str]:
    if language == "ru":
        return _declined(stem, ("а", "и" if stem[-1] in "гкхжшч" else "ы", "е", "у", "ой"))
    made = _declined(stem, ("а", "и", "і", "у", "ою"))
    softened = stem[:-1] + stem[-1].translate(_SOFTENED) + "і"
    return made if stem[-1] not in "гкх" else [*made, softened]


def _declined(stem: str, endings: tuple[str, ...]) -> list[str]:
    if len(stem) >= _SHORTEST_STEM:
        return [stem + "*"]
    return [stem + ending for ending in endings]
