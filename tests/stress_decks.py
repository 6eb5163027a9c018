"""The decks of a stress context as a user gets them, each with the slides it was made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from alignkit.build import Outcome, Prepared, Request, Workshop, build, make, prepare
from alignkit.build.forms import in_form
from alignkit.catalogue import Catalogue
from alignkit.diagnostics import Report
from alignkit.layout import lay_out
from alignkit.model.document import Document
from alignkit.source import read
from alignkit.writers import pptx

if TYPE_CHECKING:
    from pathlib import Path

    from alignkit.model.deck import Deck
    from alignkit.writers.pptx import PresentationReference
    from stress_contexts import Stress

WORKSHOP = Workshop(Catalogue(None))
_OURS = ("TPL", "PKG")
"""Families of mistakes that no context is to blame for."""


@dataclass(frozen=True, slots=True)
class StressDeck:
    """A deck with all it was made from."""

    name: str
    """Context, kind and audience."""
    kind: str
    """What it is a deck of."""
    outcome: Outcome
    """What a user's build gave."""
    document: Document
    """What the deck has to say."""
    deck: Deck
    """Its slides, laid out a second time."""
    again: bytes
    """The file of them."""

    @property
    def data(self) -> bytes:
        """The file a user gets."""
        (data,) = self.outcome.files.values()
        return data


@cache
def reference() -> PresentationReference:
    """Our own look."""
    loaded = pptx.load_presentation(None, Report())
    assert loaded is not None
    return loaded


def made(stress: Stress, folder: Path) -> Iterator[StressDeck]:
    """The decks of a context, none of which is refused."""
    path = stress.write(folder)
    overrides = (f"meta.locale={stress.locale}",) if stress.locale else ()
    report = Report()
    source = read(path, report, overrides=overrides)
    prepared = prepare(source, report) if source else None
    for kind, audiences in stress.audiences.items():
        for audience in audiences:
            request = Request(path, (kind,), formats=("pptx",), audience=audience, locale=stress.locale)
            outcome = build(request, WORKSHOP)
            assert [] == [str(each) for each in outcome.report if each.blocks or each.code[:3] in _OURS]
            assert prepared is not None
            yield _again(f"{stress.name}, {kind} for {audience}", request, prepared, outcome)


def _again(name: str, request: Request, prepared: Prepared, outcome: Outcome) -> StressDeck:
    """A deck with its slides, made a second time stage by stage."""
    report = Report()
    kind = WORKSHOP.kind(request.kinds[0], report)
    assert kind is not None
    model = make(kind, prepared, request, WORKSHOP, report)[0].model
    assert isinstance(model, Document)
    document = in_form(model, "deck")
    deck = lay_out(document, reference().theme, report)
    return StressDeck(name, kind.name, outcome, document, deck, pptx.write(deck, reference(), report))
