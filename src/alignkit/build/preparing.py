"""What was read becomes everything that follows from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from alignkit.context.check import check
from alignkit.figures import Figures, derive
from alignkit.fill.view import view
from alignkit.lints import Wording

if TYPE_CHECKING:
    from alignkit.brands import Brand
    from alignkit.context.whole import Context
    from alignkit.diagnostics import Report
    from alignkit.source import Source


@dataclass(frozen=True, slots=True)
class Prepared:
    """A context with everything that follows from it, ready for any kind."""

    context: Context
    """The checked context."""
    figures: Figures
    """Every figure."""
    view: dict[str, Any]
    """What templates may name."""
    source: Source
    """What it was read from."""
    brand: Brand | None = None
    """The look of the company; None for the default look."""
    wording: Wording = field(default_factory=Wording)
    """What rules of reviews know of a language; nothing where nobody is reviewed."""


def prepare(source: Source, report: Report, brand: Brand | None = None) -> Prepared | None:
    """Everything that follows from what was read, or None after its mistakes were reported."""
    context = check(source, report)
    if context is None or report.is_broken:
        return None
    figures = derive(context, report)
    return Prepared(context, figures, view(context, figures, figures.tree()), source, brand)
