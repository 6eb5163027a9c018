"""Tables of Markdown documents: whether a last row is the sum of the rows above it, as they are shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

_TOTALS = ("Total", "All cuts")
_ROUNDED = re.compile(r"\bround", re.IGNORECASE)
_EMPTY = ("", "–", "-", "n/a")


@dataclass(frozen=True, slots=True)
class WrongSum:
    """A column whose shown parts are not its shown total."""

    header: str
    parts: Fraction
    total: Fraction


def wrong_sums(markdown: str, locale: str) -> Iterator[WrongSum]:
    """Columns that do not add up as they are shown, in tables without a word about rounding."""
    for table, after in _tables(markdown):
        rows = [_cells(line) for line in table]
        last = rows[-1]
        if not any(cell in _TOTALS for cell in last) or _ROUNDED.search(after):
            continue
        for column, header in enumerate(rows[0]):
            total = cell_number(last[column], locale)
            parts = [cell_number(row[column], locale) for row in rows[2:-1] if row[column] not in _EMPTY]
            known = [part for part in parts if part is not None]
            if total is not None and len(known) == len(parts) and sum(known) != total:
                yield WrongSum(header, Fraction(sum(known)), total)


def summed_tables(markdown: str) -> int:
    """How many tables have a total."""
    return sum(any(cell in _TOTALS for cell in _cells(table[-1])) for table, _ in _tables(markdown))


def _tables(markdown: str) -> Iterator[tuple[list[str], str]]:
    """Each table as lines, with the paragraph after it."""
    table: list[str] = []
    lines = [*markdown.splitlines(), ""]
    for number, line in enumerate(lines):
        if line.startswith("|"):
            table.append(line)
        elif table:
            yield table, " ".join(lines[number : number + 3])
            table = []


def _cells(line: str) -> list[str]:
    cells = re.split(r"(?<!\\)\|", line.strip().strip("|"))
    return [re.sub(r"[*_]", "", cell).strip() for cell in cells]


def cell_number(cell: str, locale: str) -> Fraction | None:
    """The number in a cell, with its sign; None for a text."""
    point = "," if locale[:2] in ("de", "fr") else "."
    text = re.sub(r"[\s\u00a0\u202f’]", "", cell)
    negative = text[:1] in ("−", "-") or (text[:1] == "(" and text[-1:] == ")")
    text = re.sub(r"^(?:CHF|[$€£¥])|(?:CHF|[$€£¥])$", "", text.strip("−-+()"))
    found = re.fullmatch(rf"\d[\d.,]*?(?:{re.escape(point)}(\d+))?", text)
    if not text or found is None:
        return None
    places = found[1] or ""
    whole = text[: len(text) - len(places) - 1] if places else text
    number = Fraction(int(re.sub(r"\D", "", whole) + places), 10 ** len(places))
    return -number if negative else number
