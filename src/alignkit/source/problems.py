"""Problems of a file, from the moment they are seen until their path in the data is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from alignkit.diagnostics import Diagnostic, Place, Severity

from .places import Node, Spot, Step, place_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignkit.diagnostics import Report

MOST_PROBLEMS = 100
"""Problems of one file that are listed; a file with more has one cause, not a hundred."""


class Problem(NamedTuple):
    """A problem of a file before its path is known."""

    code: str
    message: str
    spot: Spot
    hint: str = ""
    steps: tuple[Step, ...] | None = None
    severity: Severity = Severity.ERROR
    first: Spot | None = None
    """The other place that belongs to it."""


def tell(problems: Sequence[Problem], root: Node | None, report: Report) -> None:
    """Put the problems of one file into the report, in the order of its lines."""
    ordered = sorted(problems, key=lambda problem: problem.spot[1:])
    for problem in ordered[:MOST_PROBLEMS]:
        report.add(_diagnostic(problem, root))
    if len(ordered) > MOST_PROBLEMS:
        report.broken(
            "YAML-006", f"{len(ordered) - MOST_PROBLEMS:,} more problems in `{ordered[0].spot.file}`"
        )


def _diagnostic(problem: Problem, root: Node | None) -> Diagnostic:
    path = place_of(root, problem.steps).path if root and problem.steps else ""
    place = Place(*problem.spot, path)
    related = (Place(*problem.first, path),) if problem.first else ()
    blocks = problem.severity is Severity.ERROR
    return Diagnostic(problem.code, problem.severity, problem.message, place, problem.hint, related, blocks)
