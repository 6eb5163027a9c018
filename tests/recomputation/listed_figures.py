"""Tables that list figures: a row for each, with its value and where it comes from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pages import Pages, Passage

_WORKING = re.compile(r"\b(?:working|how it comes about)\b", re.IGNORECASE)
_ASKED = re.compile(r"^Who was asked$")
_SOURCE = re.compile(r"\bsource\b", re.IGNORECASE)


class Row(NamedTuple):
    """A row about one figure."""

    where: str
    key: str
    value: str
    working: Passage | None
    source: str
    alone: bool
    """Whether the row is about this figure only, as those of the list are."""


def rows_of(pages: Pages) -> Iterator[Row]:
    """The rows of tables that list figures with their working or their source."""
    rows: dict[str, list[Passage]] = {}
    for passage in pages.passages:
        if passage.row:
            rows.setdefault(passage.row, []).append(passage)
    for where, cells in rows.items():
        headings = [_heading(cell) for cell in cells]
        if not any(each.search(heading) for each in (_WORKING, _SOURCE, _ASKED) for heading in headings):
            continue
        marks = [(cell, mark) for cell in cells for mark in cell.marks]
        alone = len(marks) == 1
        working = next((each for each in cells if _WORKING.search(_heading(each))), None)
        source = " ".join(
            each.text for each in cells if _SOURCE.search(_heading(each)) or _heading(each) == "As of"
        )
        for cell, mark in marks:
            yield Row(where, mark.key, cell.text[mark.start : mark.end], working, source, alone)


def _heading(cell: Passage) -> str:
    return cell.heads.split(" | ")[1].strip() if cell.heads.count(" | ") > 1 else ""


def listed_in(pages: Pages) -> tuple[int, int]:
    """How many figures are listed as given, and how many with a working."""
    rows = [row for row in rows_of(pages) if row.alone]
    computed = {row.key for row in rows if row.working}
    return len({row.key for row in rows} - computed), len(computed)
