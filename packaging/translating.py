"""Gathers the words of the window for its translators, and compiles what they wrote.

    python packaging/translating.py

Every `resources/locale/*.ts` then holds just the words of the sources, in their order, with the
translations that it had; new words are marked as unfinished. The `.qm` files beside them are what
the window loads. Qt's own gatherer knows `self.tr`, but no `tr("Context", "words")`.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import PySide6
from lxml import etree

ROOT: Final = Path(__file__).parent.parent
SOURCES: Final = ROOT / "workstation" / "desktop"
LOCALE: Final = ROOT / "resources" / "locale"
_LISTS: Final = "QT_TRANSLATE_NOOP"

Words = tuple[str, str]
"""The context of some words, a class or a name given with them, and the words."""


def gathered(folder: Path = SOURCES) -> list[Words]:
    """All words that the sources of a folder give to translation, each once.

    Raises:
        ValueError: some are put together at run time, so that nobody could translate them. What is
            picked at run time has to be listed with `QT_TRANSLATE_NOOP` in the same context.
    """
    found: dict[Words, None] = {}
    listed: set[str] = set()
    picked: dict[str, str] = {}
    for path in sorted(folder.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for call, inside in _calls(tree, ""):
            match [inside if len(call.args) == 1 else _constant(call.args[0]), call]:
                case [str(context), ast.Call(args=[*_, ast.Constant(value=str(words))])]:
                    found[context, words] = None
                    listed |= {context} if _called(call) == _LISTS else set()
                case [context, _]:
                    picked[str(context)] = f"{path}:{call.lineno}: {ast.unparse(call)}"
    lost = [where for context, where in picked.items() if context not in listed]
    if lost:
        raise ValueError(f"{lost[0]} says words that are listed nowhere.")
    return list(found)


def kept(ts: Path) -> dict[Words, str]:
    """The translations that a file holds; "" where one is missing or not finished."""
    translations: dict[Words, str] = {}
    for context in etree.parse(ts).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            done = translation is not None and translation.get("type") is None
            words = translation.text or "" if translation is not None and done else ""
            translations[name, message.findtext("source", "")] = words
    return translations


def written(language: str, words: list[Words], translations: Mapping[Words, str]) -> bytes:
    """A file of translations as it stands on disk."""
    root = etree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, etree._Element] = {}
    for name, source in words:
        if name not in contexts:
            contexts[name] = etree.SubElement(root, "context")
            etree.SubElement(contexts[name], "name").text = name
        message = etree.SubElement(contexts[name], "message")
        etree.SubElement(message, "source").text = source
        translation = etree.SubElement(message, "translation")
        translation.text = translations.get((name, source)) or ""
        if not translation.text:
            translation.set("type", "unfinished")
    made: bytes = etree.tostring(
        root, encoding="utf-8", xml_declaration=True, doctype="<!DOCTYPE TS>", pretty_print=True
    )
    return made


def compile_to(ts: Path, qm: Path) -> None:
    """Writes what the window loads of a file of translations."""
    release = Path(PySide6.__file__).parent / "lrelease"
    subprocess.run([str(release), "-silent", str(ts), "-qm", str(qm)], check=True)  # noqa: S603


def _calls(node: ast.AST, inside: str) -> Iterator[tuple[ast.Call, str]]:
    """The calls that translate, each with the class that it stands in."""
    for child in ast.iter_child_nodes(node):
        around = child.name if isinstance(child, ast.ClassDef) else inside
        if isinstance(child, ast.Call) and _called(child) in {"tr", _LISTS}:
            yield child, around
        yield from _calls(child, around)


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _constant(node: ast.expr) -> object:
    return node.value if isinstance(node, ast.Constant) else None


def main() -> None:
    """Brings every file up to the sources, and says what is left to do."""
    words = gathered()
    for ts in sorted(LOCALE.glob("*.ts")):
        translations = kept(ts)
        ts.write_bytes(written(ts.stem, words, translations))
        compile_to(ts, ts.with_suffix(".qm"))
        missing = sum(not translations.get(one) for one in words)
        sys.stdout.write(f"{ts.name}: {len(words)} texts, {missing} not translated\n")


if __name__ == "__main__":
    main()
