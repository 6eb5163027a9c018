"""The list of figures and sources: a row for every figure shown, with its value and where it comes from."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from context_by_hand import find
from days_on_pages import full_days, written_days
from difference import Difference
from listed_figures import rows_of
from wordings import plain
from workings import UnreadableError, covers, evaluate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from comparing import Comparison
    from listed_figures import Row
    from pages import Pages


def appendix_faults(comparison: Comparison, several: Iterable[Pages]) -> Iterator[Difference]:
    """Figures without a row, workings that do not work out, and rows without a source of the context."""
    several = list(several)
    own = {pages.name: list(rows_of(pages)) for pages in several}
    shared = {row.key for name, rows in own.items() if "figures" in name for row in rows}
    for pages in several:
        rows = own[pages.name]
        for row in rows:
            yield from _row_faults(comparison, pages.name, row)
        if any(row.working for row in rows):
            yield from _missing(pages, {row.key for row in rows})
        if shared:
            yield from _missing(pages, shared)


def _missing(pages: Pages, listed: set[str]) -> Iterator[Difference]:
    found = set(listed)
    for passage in pages.passages:
        for mark in passage.marks:
            if mark.key not in found:
                found.add(mark.key)
                text = passage.text[mark.start : mark.end]
                yield Difference(pages.name, passage.where, text, mark.key, "a row in the list of figures")


def _row_faults(comparison: Comparison, file: str, row: Row) -> Iterator[Difference]:
    if row.working is not None and (fault := working_fault(comparison, row)):
        yield Difference(file, row.where, row.working.text, row.key, fault)
    if fault := _source_fault(comparison, row):
        yield Difference(file, row.where, row.source.strip() or "no source", row.key, fault)


def working_fault(comparison: Comparison, row: Row) -> str:
    """What is wrong with the working of a row."""
    assert row.working is not None
    text = plain(row.working.text).rpartition(": ")[2] if " = " in row.working.text else ""
    figure = comparison.sheet.look_up(row.key)
    if figure is None or figure.value is None:
        return "" if "n/a" in row.working.text else "n/a and its reason"
    sum_, _, result = text.rpartition(" = ")
    if not sum_:
        return "a working"
    try:
        value = evaluate(sum_, comparison.locale)
    except UnreadableError:
        return _span_fault(sum_, result)
    if not covers(value, result, figure.unit, comparison.locale):
        return f"{comparison.value_of(figure)}, not what the working comes to"
    shown = comparison.fault_of(
        row.key, result, row.working._replace(heads=f"{comparison.locale.currency} months")
    )
    return f"the result {shown}" if shown else ""


def _span_fault(text: str, result: str) -> str:
    """A working from one day to another: its result is the months it touches, or the days it takes."""
    ends = full_days(text)
    if len(ends) != 2:
        return "a working that can be done again"
    start, end = ends
    months = 12 * (end.year - start.year) + end.month - start.month + 1
    if waited := re.search(r"\+ (\d+) d = ", text):  # so many days later, in the quarter so many months on
        right = int(waited[1]) == (end - start).days and int(result) == (months - 1) // 3 + 1
        return "" if right else f"{(end - start).days} days, in quarter {(months - 1) // 3 + 1}"
    number = re.match("\u2212?\\d+", result)
    shown = int(number[0].replace("\u2212", "-")) if number else None
    if part := re.match(r"\d+\.\d", result):  # a month that has begun, to a tenth of it
        gone = min(9, -(-10 * (start.day - 1) // monthrange(start.year, start.month)[1]))
        right = Fraction(part[0]) == months - Fraction(gone, 10)
        return "" if right else f"{months} months less {gone} tenths"
    return "" if shown in (months, (end - start).days) else f"{months} months or {(end - start).days} days"


def _source_fault(comparison: Comparison, row: Row) -> str:
    sources = comparison.sheet.context.get("sources", {}).values()
    named = [source for source in sources if str(source["name"]) in row.source]
    if not named:
        return "" if _is_stated(comparison, row) else "the name of a source of the context"
    days = {source["as_of"] for source in named if isinstance(source.get("as_of"), date)}
    if not days:
        years = {str(source.get("year")) for source in named}
        return "" if any(year in row.source for year in years) else f"the year of the source, {min(years)}"
    written = list(written_days(plain(row.source), days, comparison.explainer.as_of))
    return "" if written and not any(day.fault for day in written) else "the as-of date of the source"


def _is_stated(comparison: Comparison, row: Row) -> bool:
    """Whether a figure that no source stands behind is the author's word, and says so.

    That is what the context names no source for, what does not exist, and what is counted from one day to another.
    """
    sheet = comparison.sheet
    parts = row.key.split(".")[:-1]
    sourced = any(sheet.text(f"{'.'.join(parts[:length])}.source") for length in range(1, len(parts) + 1))
    is_given = find(sheet.context, row.key) is not None
    span = row.working is not None and len(full_days(row.working.text)) == 2
    figure = sheet.look_up(row.key)
    absent = figure is not None and figure.value is None
    author = sheet.text(f"stakeholders.{sheet.text('meta.author')}.name")
    return author in row.source and (absent or span or (is_given and not sourced))
