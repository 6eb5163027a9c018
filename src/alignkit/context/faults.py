"""A problem with the context, from where it is seen to the report."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from alignkit.diagnostics import Diagnostic, Severity
from alignkit.source import Step, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alignkit.diagnostics import Report
    from alignkit.source import Node

MOST_FAULTS = 200
"""Faults that are listed; more of them have one cause."""


class Fault(NamedTuple):
    """Something wrong at the end of `steps`."""

    code: str
    message: str
    steps: tuple[Step, ...]
    hint: str = ""
    at_key: bool = False
    """Whether the key is wrong rather than its value."""
    first: tuple[Step, ...] | None = None
    """Where the other place is that belongs to it."""


def tell(faults: Iterable[Fault], root: Node, report: Report) -> None:
    """Put the faults into the report in the order of the files' lines."""
    placed = [_diagnostic(fault, root) for fault in faults]
    placed.sort(
        key=lambda found: (found.place.file, found.place.line, found.place.column) if found.place else ()
    )
    for diagnostic in placed[:MOST_FAULTS]:
        report.add(diagnostic)
    if len(placed) > MOST_FAULTS:
        report.broken("CTX-013", "there are more problems, which show once these are solved")


def _diagnostic(fault: Fault, root: Node) -> Diagnostic:
    place = place_of(root, fault.steps, at_key=fault.at_key)
    related = (place_of(root, fault.first),) if fault.first is not None else ()
    return Diagnostic(fault.code, Severity.ERROR, fault.message, place, fault.hint, related, blocks=True)
