from __future__ import annotations

from collections.abc import Callable

import pytest

from workstation.domain.article import Body, Passage
from workstation.domain.mention import Found, Label, Span
from workstation.resolving.registers import Registers
from workstation.resolving.resolver import Resolver

Read = Callable[..., list[Found]]


@pytest.fixture(scope="session")
def registers() -> Registers:
    return Registers.shipped()


@pytest.fixture(scope="session")
def resolver(registers: Registers) -> Resolver:
    return Resolver(registers)


@pytest.fixture(scope="session")
def read(resolver: Resolver) -> Read:
    """Resolves a text; `names` are (surface, label) that a pipeline found, each place of it."""

    def resolve(
        text: str,
        *names: tuple[str, Label],
        title: str = "",
        promotion: str = "",
        outlet: str = "",
        language: str = "en",
    ) -> list[Found]:
        passages = []
        if promotion:
            at = text.index(promotion)
            passages.append(Passage(at, at + len(promotion)))
        body = Body(title, text, tuple(passages))
        spans = [span for name in names for span in spans_of(body, *name)]
        return resolver.resolve(body, spans, outlet=outlet, language=language)

    return resolve


def spans_of(body: Body, surface: str, label: Label) -> list[Span]:
    spans = []
    at = body.text.find(surface)
    while at >= 0:
        spans.append(Span("text", at, at + len(surface), label))
        at = body.text.find(surface, at + 1)
    return spans
