"""A kind filled with every generated context, and what that shows about its template."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.build import Version, one_set, records_of
from alignkit.diagnostics import Place, Report, Severity
from alignkit.fill.standing import standing
from alignkit.fill.tracing import check_names, tracing
from alignkit.needs import still_wanted
from alignkit.projects import CONTEXT
from alignkit.source import read
from alignkit.templates import check_fields

from .repair import repaired
from .variants import variants

if TYPE_CHECKING:
    from alignkit.build import Prepared, Workshop
    from alignkit.source import Data
    from alignkit.templates import Kind

ALL_AUDIENCES = 3
"""Contexts tried for every audience: the example, everything filled, only what is needed."""


def rehearse(kind: Kind, workshop: Workshop, report: Report) -> int:
    """How many contexts the kind was filled with; what was found is in the report.

    Reports: TPL-001 to TPL-016 at their lines, what reading its Markdown reports, and TPL-030 for parts
    nothing reaches.
    """
    filler, trace = tracing(kind.files, kind.folder)
    workshop.use_filler(kind, filler)
    for name in kind.files:
        if name.endswith(".j2"):
            filler.compile(name, report)
    if report.is_broken:
        return 0
    filled = 0
    for number, variant in enumerate(variants(kind, _example(workshop))):
        prepared = repaired(variant.data)
        if prepared is None or not _is_enough(kind, prepared):
            continue
        if not filled:
            check_names(kind.files, kind.folder, _names(kind, prepared), report)
        versions = _versions(kind)
        for version in versions if number < ALL_AUDIENCES else (versions[number % len(versions)],):
            if _is_enough(kind.in_mode(version.mode), prepared):
                filled += 1
                _fill(kind, prepared, version, workshop, report)
    for branch in trace.unreached() if not report.is_broken else ():
        report.finding(
            "TPL-030", Severity.INFO, f"none of {filled} contexts reaches {branch.words}",
            Place(branch.file, branch.line), hint="check its condition, or take it out",
        )  # fmt: skip
    return filled


def _example(workshop: Workshop) -> dict[str, Data]:
    source = read(workshop.catalogue.example() / CONTEXT, Report())
    return source.data if source else {}


def _is_enough(kind: Kind, prepared: Prepared) -> bool:
    """Whether the kind would be built from this context at all."""
    report = Report()
    check_fields(kind, prepared.context, report)
    missing = (each for each in still_wanted(kind, prepared.context, prepared.source) if each.blocks)
    return not report.is_broken and next(missing, None) is None


def _names(kind: Kind, prepared: Prepared) -> list[str]:
    """What a template of this kind may name at its top."""
    record = next(iter(records_of(kind, prepared)), None)
    return [*standing(prepared.view, "", record, kind.each), "custom", "mode", "in_set"]


def _versions(kind: Kind) -> tuple[Version, ...]:
    """Every version of a kind, by itself and, where that makes a difference, as part of a set."""
    in_set = any("in_set" in text for text in kind.files.values())
    return tuple(
        Version(audience, mode, together)
        for together in ((False, True) if in_set else (False,))
        for mode in kind.modes or ("",)
        for audience in kind.audiences or ("",)
    )


def _fill(kind: Kind, prepared: Prepared, version: Version, workshop: Workshop, report: Report) -> None:
    """Fill and parse once; only what concerns the template is kept."""
    found = Report()
    for record in records_of(kind, prepared):
        for _ in one_set(kind, record, version, prepared, workshop, found):
            pass
    for each in found:
        if each.place is not None and each.place.file.startswith(kind.folder):
            report.add(each)
