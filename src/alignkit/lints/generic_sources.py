"""GEN rules about where figures come from: sources, age, benchmarks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from alignkit.values import Unit

from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from alignkit.values import Figure

    from .pages import Appearance, Pages
    from .subject import Subject

_OWN_SETTINGS = (
    "company.", "custom.", "finance.policy.", "kickoff.", "scorecard.", "area.", "headcount.",
    "stakeholder.", "alignment.")  # fmt: skip
"""Figures of blocks that have no `source`: what a company sets, agrees or rates itself."""

_APPENDIX = re.compile(r"\b(?:appendix|annex|benchmarks?|sources)\b", re.IGNORECASE)
_MONTHS_A_BENCHMARK_HOLDS = 24


def figure_has_a_source(pages: Pages) -> Iterator[Hit]:
    """Shown figures without a source, and sources without a date (GEN-004)."""
    undated: dict[str, Appearance] = {}
    told: set[str] = set()
    sources = pages.subject.context.sources
    for appearance, figure in _shown_figures(pages):
        if figure.key in told:
            continue
        told.add(figure.key)
        if not figure.sources and not _needs_none(figure):
            yield Hit(
                f"`{figure.key}` is shown as `{appearance.text}` and has no source",
                figure.key,
                hint="add `source` to its block or to the block around it",
            )
        for source in figure.sources:
            if source in sources and sources[source].as_of is None and sources[source].year is None:
                undated.setdefault(source, appearance)
    for source, appearance in undated.items():
        message = f"the source `{source}` has neither `as_of` nor `year`; `{appearance.key}` rests on it"
        yield Hit(message, f"sources.{source}", hint="add the day of the data as `as_of`")


def _needs_none(figure: Figure) -> bool:
    """Whether a figure is a setting of the company's own, or counts days between two dates of the context."""
    return figure.key.startswith(_OWN_SETTINGS) or (figure.unit is Unit.DAYS and figure.formula != "")


def figure_is_fresh(pages: Pages) -> Iterator[Hit]:
    """Shown figures older than their cadence allows, one finding for each source (GEN-005).

    What is counted are the inputs of the context that rest on the source, so that all kinds say the same.
    """
    stale: dict[str, Figure] = {}
    for _, figure in _shown_figures(pages):
        if figure.stale:
            stale.setdefault(_oldest_source(figure, pages.subject), figure)
    for source, figure in stale.items():
        inputs = _old_inputs(source, pages.subject) if source else []
        others = f" and {len(inputs) - 1} more are" if len(inputs) > 1 else " is"
        message = f"`{inputs[0] if inputs else figure.key}`{others} older than"
        message += " their cadence allows" if len(inputs) > 1 else " its cadence allows"
        if source:
            day = pages.subject.context.sources[source].as_of
            message += f": the source `{source}` is of {day.isoformat() if day else 'no day'}"
        path = f"sources.{source}.as_of" if source else figure.key
        yield Hit(message, path, hint="enter newer data with their day")


def _old_inputs(source: str, subject: Subject) -> list[str]:
    """The keys of the inputs that are stale because of a source; what a company sets itself is none."""
    return [
        key
        for key, figure in subject.figures.items()
        if figure.stale
        and not figure.formula
        and not key.startswith(_OWN_SETTINGS)
        and _oldest_source(figure, subject) == source
    ]


def _oldest_source(figure: Figure, subject: Subject) -> str:
    sources = subject.context.sources
    dated: list[tuple[date, str]] = []
    for name in figure.sources:
        day = sources[name].as_of if name in sources else None
        if day is not None:
            dated.append((day, name))
    return min(dated)[1] if dated else ""


def source_is_of_today(subject: Subject) -> Iterator[Hit]:
    """Sources of a day or a year after the day of the context (GEN-027)."""
    today = subject.context.meta.as_of
    for name, source in subject.context.sources.items():
        later = source.as_of.isoformat() if source.as_of and source.as_of > today else ""
        if not source.as_of and source.year and source.year > today.year:
            later = str(source.year)
        if later:
            message = f"the source `{name}` is of {later}, after {today.isoformat()}, the day of this context"
            path = f"sources.{name}.{'as_of' if source.as_of else 'year'}"
            yield Hit(message, path, hint="write the day its data are of, or a later day for `meta.as_of`")


def benchmark_is_sound(subject: Subject) -> Iterator[Hit]:
    """Benchmarks that are old or do not say which statistic they are (GEN-021)."""
    as_of = subject.context.meta.as_of
    for benchmark in subject.context.benchmarks:
        path = f"benchmarks.{benchmark.id}"
        source = subject.context.sources.get(benchmark.source)
        if source is None:
            continue
        if not benchmark.statistic and not source.statistic:
            message = f"the benchmark `{benchmark.id}` does not say whether it is a mean, median or quartile"
            yield Hit(message, path, hint="add `statistic`")
        day = source.as_of
        months = (as_of.year - day.year) * 12 + as_of.month - day.month if day else 0
        years = as_of.year - source.year if source.year and not day else 0
        if months > _MONTHS_A_BENCHMARK_HOLDS or years * 12 > _MONTHS_A_BENCHMARK_HOLDS:
            age = day.isoformat() if day else str(source.year)
            message = f"the benchmark `{benchmark.id}` is older than 24 months: its source is of {age}"
            yield Hit(message, path, hint="use a newer edition or leave it out")


def benchmark_is_comparable(pages: Pages) -> Iterator[Hit]:
    """Benchmarks of other worlds shown outside the appendix (GEN-021)."""
    unlike = {each.id for each in pages.subject.context.benchmarks if not each.comparable}
    if not unlike:
        return
    told: set[str] = set()
    for appearance, figure in _shown_figures(pages):
        head, _, rest = figure.key.partition(".")
        name = rest.partition(".")[0]
        if head != "benchmarks" or name not in unlike or name in told or _APPENDIX.search(appearance.section):
            continue
        told.add(name)
        message = f"the benchmark `{name}` is not comparable and is shown outside the appendix"
        yield Hit(message, f"benchmarks.{name}", appearance.place, hint="move it to the appendix")


def _shown_figures(pages: Pages) -> Iterator[tuple[Appearance, Figure]]:
    """Every shown figure that exists, with its first appearance in each document."""
    for page in pages.all:
        for appearance in page.figures.values():
            if appearance.figure is not None and not appearance.figure.is_na:
                yield appearance, appearance.figure
