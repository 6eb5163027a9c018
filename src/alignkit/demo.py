"""The worked example, made whole: every kind, for the first audiences it is written for."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from alignkit.build import Request, Workshop, build
from alignkit.projects import CONTEXT, PEOPLE, example

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from alignkit.catalogue import Catalogue
    from alignkit.diagnostics import Report
    from alignkit.templates import Kind


NOBODY = "KIND-017"
"""What is said where a people file has nobody a situation could be about, such as an agency."""


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
        if any(each.code == NOBODY for each in outcome.report):
            continue
        report.extend(outcome.report)
        demo.documents.update(outcome.files)
    return demo


_AUDIENCES = 2
"""Audiences each kind is made for: enough to see that a version differs, not so many that nobody looks."""
_BOTH_FORMS = "alignment-doc"
"""The document whose versions are made as decks too."""


def _requests(workshop: Workshop, report: Report) -> Iterator[Request]:
    folder = workshop.catalogue.example()
    kinds = [kind for name in workshop.catalogue.kinds() if (kind := workshop.kind(name, report))]
    in_sets = {name for kind in kinds for name in kind.includes}
    for kind in kinds:
        versions = [("", "")] if kind.includes else _versions(kind, in_set=kind.name in in_sets)
        for audience, mode in versions:
            plain = Request(folder / CONTEXT, (kind.name,), folder / PEOPLE, audience=audience, mode=mode)
            yield plain
            if kind.name == _BOTH_FORMS:
                yield replace(plain, formats=("pptx",))


def _versions(kind: Kind, *, in_set: bool) -> Iterator[tuple[str, str]]:
    """Audience and mode of each version: the first audiences, and every further mode.

    The first version of a kind that a set includes is made by the set.
    """
    yield from ((audience, "") for audience in (kind.audiences or ("",))[in_set:_AUDIENCES])
    yield from (("", mode) for mode in tuple(kind.modes)[1:])
