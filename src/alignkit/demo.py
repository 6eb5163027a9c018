"""The worked example, made whole: every kind, for the first audiences it is written for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from alignkit.build import Request, Workshop, build
from alignkit.projects import CONTEXT, PEOPLE, example

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from alignkit.catalogue import Catalogue
    from alignkit.diagnostics import Report


@dataclass(frozen=True, slots=True)
class Demonstration:
    """What the worked example is made from, and what is made of it."""

    context: Mapping[str, bytes]
    """The files it is made from, by name."""
    documents: dict[str, bytes] = field(default_factory=dict)
    """Every document, by name."""


def demonstration(catalogue: Catalogue, report: Report) -> Demonstration:
    """Every document of the worked example with the files it was made from."""
    demo = Demonstration(example(catalogue))
    workshop = Workshop(catalogue)
    for request in _requests(workshop, report):
        outcome = build(request, workshop)
        report.extend(outcome.report)
        demo.documents.update(outcome.files)
    return demo


_AUDIENCES = 2
"""Audiences each kind is made for: enough to see that a version differs, not so many that nobody looks."""
_BOTH_FORMS = "alignment-doc"
"""The document whose versions are made as decks too."""


def _requests(workshop: Workshop, report: Report) -> Iterator[Request]:
    folder = workshop.catalogue.example()
    for name in workshop.catalogue.kinds():
        kind = workshop.kind(name, report)
        for audience in (kind.audiences or ("",))[:_AUDIENCES] if kind else ():
            for formats in ((), ("pptx",)) if name == _BOTH_FORMS else ((),):
                yield Request(folder / CONTEXT, (name,), folder / PEOPLE, formats=formats, audience=audience)
