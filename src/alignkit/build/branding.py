"""The brand of a request: the one it names, the one its context names, or the one that lies beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.brands import find_brand, load_brand
from alignkit.source import place_of

if TYPE_CHECKING:
    from alignkit.brands import Brand
    from alignkit.catalogue import Catalogue
    from alignkit.diagnostics import Report
    from alignkit.source import Source

    from .request import Request

_STEPS = ("meta", "brand")


def brand_of(request: Request, source: Source, catalogue: Catalogue, report: Report) -> Brand | None:
    """The brand a request is made in; None for the default look, or after its mistakes were reported.

    Asked of what was read and not of the checked context, so that mistakes in both come out of one run.

    Reports: BRAND-001 to BRAND-006, BRAND-008 to BRAND-010, BRAND-012.
    """
    path = request.brand or find_brand(
        request.context,
        catalogue.project,
        report,
        named=_named(source),
        place=place_of(source.root, _STEPS),
    )
    return load_brand(path, report) if path else None


def _named(source: Source) -> str:
    """`meta.brand`; empty when there is none, or something that checking the context will report."""
    value = source.root.value
    for step in _STEPS:
        value = value[step].value if isinstance(value, dict) and step in value else None
    return value if isinstance(value, str) else ""
