"""spaCy pipelines: texts in, spans out. Only workers import this file."""

import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from importlib import metadata
from importlib.metadata import EntryPoints
from importlib.util import module_from_spec, spec_from_file_location
from itertools import pairwise
from pathlib import Path
from typing import Any

import spacy
import spacy.util
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan

from workstation.domain.mention import LABELS, Field, Label, Span
from workstation.errors import WorkstationError
from workstation.limits import PIPELINE_CHARACTERS, RUN_CHARACTERS
from workstation.tagging.classifier import Classifier
from workstation.tagging.installed import Installed

_COMPONENT = "workstation_names"


class _Names:
    """The component that sets a document's entities; its words are spaCy's tokens."""

    def __init__(self, model: Path) -> None:
        self._classifier = Classifier(model)

    def __call__(self, document: Any) -> Any:
        names = self._classifier.names([token.text for token in document])
        document.set_ents([SpacySpan(document, start, end, label) for start, end, label in names])
        return document


def _component(nlp: object, name: str, model: str) -> _Names:  # noqa: ARG001 - what spaCy calls
    return _Names(Path(model))


Language.factory(_COMPONENT, assigns=["doc.ents"], func=_component)


class _Tokenizer:
    """The tokenizer of a language, which never sees a run of characters without end.

    spaCy's own cuts sign after sign off both ends of a run, in time that grows with its square.
    """

    def __init__(self, language: Any) -> None:
        self._vocab = language.vocab
        self._cut = language.tokenizer

    def __call__(self, text: str) -> Any:
        runs = _RUN.finditer(text)
        ends = [end for run in runs for end in range(run.start(), run.end(), RUN_CHARACTERS)]
        if not ends:
            return self._cut(text)
        parts = [self._cut(text[a:b]) for a, b in pairwise([0, *ends, len(text)]) if a < b]
        tokens = [token for part in parts for token in part]
        return Doc(
            self._vocab,
            words=[token.text for token in tokens],
            spaces=[bool(token.whitespace_) for token in tokens],
        )


_RUN = re.compile(rf"\S{{{RUN_CHARACTERS},}}")


# Components that say nothing of names, and that no component which finds names listens to.
_NO_NAMES = frozenset((
    "tagger", "morphologizer", "parser", "senter", "attribute_ruler", "lemmatizer",
    "trainable_lemmatizer",
))  # fmt: skip
_NAMES_ALONE = frozenset(("tok2vec", "transformer", "curated_transformer", "ner"))

_SPACY = frozenset(("spacy", "spacy-legacy", "spacy-loggers", "thinc"))


class Pipeline:
    """A blank English `Language` with the classifier in it."""

    def __init__(self, model: Path) -> None:
        _trust(_SPACY)
        language = spacy.blank("en")
        language.add_pipe(_COMPONENT, config={"model": str(model)})
        self._take(language, {label: label for label in LABELS})

    def _take(self, language: Any, labels: Mapping[str, Label]) -> None:
        language.tokenizer = _Tokenizer(language)
        self._language = language
        self._labels = labels

    def spans(self, text: str, field: Field) -> Iterator[list[Span]]:
        """The spans of a text, a stretch of paragraphs at a time: long texts cost memory."""
        stretches = list(stretch(text))
        documents = self._language.pipe(text[start:end] for start, end in stretches)
        for (start, _), document in zip(stretches, documents, strict=True):
            yield [
                Span(
                    field,
                    start + entity.start_char,
                    start + entity.end_char,
                    self._labels[entity.label_],
                )
                for entity in document.ents
                if entity.label_ in self._labels
            ]


class Guest(Pipeline):
    """The `Language` that a package makes, whose code runs here."""

    def __init__(self, package: Installed) -> None:
        """Runs it.

        Raises:
            WorkstationError: it makes none.
        """
        try:
            _trust({*_SPACY, *package.requires, package.name})
            language = _run(package).load()
            self._take(language, package.labels)
            _leave_out_what_names_do_without(language)
        except MemoryError:
            raise
        except Exception as error:  # what strangers wrote raises what it likes
            raise WorkstationError(
                f"The pipeline {package.name} cannot be loaded: {error}",
                "Install another version of it, or choose another pipeline.",
                code="model-unusable",
            ) from error


def _trust(distributions: Iterable[str]) -> None:
    """Lets spaCy load what these distributions add to it, and nothing else that is installed.

    It would import whatever calls itself an addition whenever a `Language` is made.
    """
    names = {_plain(name) for name in distributions}
    spacy.util.catalogue.AVAILABLE_ENTRY_POINTS = EntryPoints(
        point
        for distribution in metadata.distributions()
        if _name(distribution) in names
        for point in distribution.entry_points
    )


def _name(distribution: metadata.Distribution) -> str:
    try:
        return _plain(distribution.name or "")
    except Exception:  # noqa: BLE001 - a broken package has no name, and is not trusted
        return ""


def _plain(name: str) -> str:
    return name.lower().replace("_", "-")


def _run(package: Installed) -> Any:
    """The module that a package is, from the very folder whose hash was confirmed."""
    # Compiled files are of nobody's hash: Python is to read what was confirmed.
    sys.dont_write_bytecode, sys.pycache_prefix = True, os.devnull
    spec = spec_from_file_location(
        package.name,
        package.folder / "__init__.py",
        submodule_search_locations=[str(package.folder)],
    )
    if spec is None or spec.loader is None:
        raise ImportError(package.name)
    module = module_from_spec(spec)
    sys.modules[package.name] = module
    spec.loader.exec_module(module)
    return module


def _leave_out_what_names_do_without(language: Any) -> None:
    factories = {name: language.get_pipe_meta(name).factory for name in language.pipe_names}
    # Rules may ask for parts of speech, and an unknown component for anything.
    if set(factories.values()) <= _NO_NAMES | _NAMES_ALONE:
        needed = [name for name, factory in factories.items() if factory in _NAMES_ALONE]
        language.select_pipes(enable=needed)


def stretch(text: str) -> Iterable[tuple[int, int]]:
    """Cuts a text between paragraphs (or words, or anywhere) into stretches a pipeline can hold."""
    start = 0
    while len(text) - start > PIPELINE_CHARACTERS:
        limit = start + PIPELINE_CHARACTERS
        cut = max(text.rfind("\n\n", start, limit), start)
        if cut == start:
            cut = max(text.rfind(" ", start, limit), start)
        end = cut if cut > start else limit
        yield start, end
        start = end
    if start < len(text):
        yield start, len(text)
