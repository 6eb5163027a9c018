"""Charts held against their workbooks, and the workbooks against the recomputed figures."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from difference import Difference
from mail_figures import figures_in
from pages_chart import column_cells
from sheet_formulas import Formulas
from wordings import numbers_in, plain, read_digits, rounded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from comparing import Comparison
    from pages import Chart, Series

_PRECISION = Fraction(1, 10**13)
"""A workbook holds binary numbers of fifteen to seventeen digits."""
_NAMES = {"acv": ("acv", "value of a new customer", "deal size"), "win_rate": ("win rate",)}


def chart_faults(comparison: Comparison, file: str, chart: Chart) -> Iterator[Difference]:
    """What a chart draws and its workbook does not hold, or the context does not say."""
    for series in chart.series:
        yield from _cache_faults(file, chart, series)
        yield from _figure_faults(comparison, file, chart, series)
        yield from _label_faults(comparison, file, chart, series)
    yield from _typed_faults(comparison, file, chart)
    yield from _alternative_faults(comparison, file, chart)


def _cache_faults(file: str, chart: Chart, series: Series) -> Iterator[Difference]:
    for index, cell in enumerate(column_cells(series.reference)):
        drawn = series.values[index] if index < len(series.values) else None
        held = chart.cells.get(cell)
        where = f"{chart.where}, series {series.name or '?'}, {cell}"
        if cell in chart.formulas and isinstance(held, float):
            worked = Formulas(chart.cells, chart.formulas).value(cell)
            if not _close(held, worked):
                yield Difference(file, where, f"{held}", "", f"{float(worked)}, which its formula makes")
        if drawn is None and held in (None, ""):
            continue
        if drawn is None or not isinstance(held, float) or drawn != held:
            yield Difference(file, where, f"{drawn}", "", f"{held} of the workbook")


def _figure_faults(comparison: Comparison, file: str, chart: Chart, series: Series) -> Iterator[Difference]:
    """Cells that are typed and are no figure; those with a formula follow from typed ones."""
    cells = column_cells(series.reference)
    for index, cell in enumerate(cells):
        value = chart.cells.get(cell)
        if not isinstance(value, float) or cell in chart.formulas:
            continue
        comparison.tally.numbers += 1
        category = series.categories[index] if index < len(series.categories) else ""
        keys = _keys_of(comparison, value, category)
        comparison.tally.keys.update(keys[:1])
        if not keys:
            where = f"{chart.where}, series {series.name or '?'}, {cell} ({category})"
            yield Difference(file, where, f"{value}", "", "a figure at full precision")


def _typed_faults(comparison: Comparison, file: str, chart: Chart) -> Iterator[Difference]:
    """Typed numbers of the workbook that no series draws and that are no figure."""
    drawn = {cell for series in chart.series for cell in column_cells(series.reference)}
    for cell, value in chart.cells.items():
        if isinstance(value, float) and cell not in drawn and cell not in chart.formulas:
            category = str(chart.cells.get(f"A{re.sub(r'[A-Z]+', '', cell)}", ""))
            comparison.tally.numbers += 1
            if not _keys_of(comparison, value, category):
                yield Difference(
                    file, f"{chart.where}, {cell} ({category})", f"{value}", "", "a figure at full precision"
                )


def _keys_of(comparison: Comparison, value: float, category: str) -> list[str]:
    """The figures with this value, those of the category's own record alone where there are any."""
    known = comparison.everything
    exact = ((key, known.figures[key].value) for key in known.near(value, max(abs(value), 1) * 1e-12))
    found = [key for key, figure in exact if figure is not None and _close(value, figure)]
    own = [key for key in found if _is_about(comparison, key, category)]
    if own or not _records(comparison, category):
        return own or found
    # a limit is drawn over every category, and is nobody's own
    return [
        key for key in found if not any(_is_record(comparison, part) for part in re.split(r"[.\[\]]+", key))
    ]


def _close(value: float, exact: Fraction) -> bool:
    return abs(Fraction(value) - exact) <= max(abs(exact), Fraction(1)) * _PRECISION


def _records(comparison: Comparison, category: str) -> set[str]:
    """Ids of the records a category is called after."""
    names = comparison.explainer.names
    return {record for record, labels in names.items() if plain(category).lower() in labels} | {
        record for record, words in _NAMES.items() if any(word in category.lower() for word in words)
    }


def _is_about(comparison: Comparison, key: str, category: str) -> bool:
    return not _records(comparison, category).isdisjoint(re.split(r"[.\[\]]+", key))


def _is_record(comparison: Comparison, part: str) -> bool:
    return part in comparison.explainer.names


def _label_faults(comparison: Comparison, file: str, chart: Chart, series: Series) -> Iterator[Difference]:
    for label in series.labels:
        yield from _text_faults(comparison, file, chart, f"label of {series.name}", label)


def _alternative_faults(comparison: Comparison, file: str, chart: Chart) -> Iterator[Difference]:
    yield from _text_faults(comparison, file, chart, "alternative text", chart.alternative)


def _text_faults(
    comparison: Comparison, file: str, chart: Chart, what: str, text: str
) -> Iterator[Difference]:
    """Numbers in the words of a chart that are none of its numbers and no text of the context."""
    drawn = [Fraction(value) for value in chart.cells.values() if isinstance(value, float)]
    covered = comparison.explainer.known_places(text)
    # a title in the alternative text stands on the page too, and is held against its figures there
    for one in figures_in(text, comparison.everything, comparison.locale):
        covered.update(range(one.start, one.end))
    for match, is_written_right in numbers_in(text, comparison.locale):
        comparison.tally.numbers += 1
        if covered.issuperset(range(*match.span())):
            continue
        where = f"{chart.where}, {what}"
        if not is_written_right:
            yield Difference(file, where, match[0], "", "a number as the locale writes it")
            continue
        number, places = read_digits(match[0], comparison.locale)
        if number not in {
            rounded(abs(value) * 100 / 10**power, places) for value in drawn for power in (0, 2, 5, 8)
        }:
            yield Difference(file, where, match[0], "", "a number of the chart")
