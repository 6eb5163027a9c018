"""What a program computes from the formulas of a chart's workbook: enough of Excel's language for ours."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_CELL = re.compile(r"\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?")


class Row(list[float]):
    """Cells side by side; what is done to them is done to each, as in an array formula."""

    def _each(self, other: Any, work: Callable[[float, float], float]) -> Row:
        others = other if isinstance(other, Row) else [other] * len(self)
        return Row(work(one, two) for one, two in zip(self, others, strict=True))

    def __rmul__(self, other: Any) -> Row:
        return self._each(other, lambda one, two: one * two)

    def __truediv__(self, other: float) -> Row:
        return self._each(other, lambda one, two: one / two)

    def __gt__(self, other: Any) -> Any:
        return self._each(other, lambda one, two: one > two + 1e-9)

    def __eq__(self, other: object) -> Any:
        return self._each(other, lambda one, two: abs(one - two) <= 1e-9)

    def __neg__(self) -> Row:
        return Row(-one for one in self)


def _alike(work: Callable[..., float]) -> Callable[..., Any]:
    def applied(value: Any, *more: Any) -> Any:
        return Row(work(one, *more) for one in value) if isinstance(value, Row) else work(value, *more)

    return applied


def _flat(values: tuple[Any, ...]) -> list[float]:
    return [one for value in values for one in (value if isinstance(value, Row) else [value])]


_FUNCTIONS = {
    "MIN": lambda *values: min(_flat(values)),
    "MAX": lambda *values: max(_flat(values)),
    "SUM": lambda *values: sum(_flat(values)),
    "SUMPRODUCT": lambda *values: sum(_flat(values)),
    "ROUND": lambda value, places: round(value, int(places)),
    "INT": _alike(lambda value: math.floor(value + 1e-9)),
    "MOD": _alike(lambda value, by: (value + 1e-9) % by - 1e-9),
    "CHOOSE_IF": lambda test, yes, no: yes() if test else no(),
}


def value_of(sheet: Any, cell: Any) -> float | None:
    """The number a cell shows, computed afresh; None for an empty cell."""
    content = cell.value
    if not isinstance(content, str) or not content.startswith("="):
        return None if content is None else float(content)
    return float(eval(_python(content[1:]), {"cells": _reader(sheet), **_FUNCTIONS}))  # noqa: S307 - our own formulas


def _reader(sheet: Any) -> Callable[[str], Any]:
    def read(area: str) -> Any:
        found = sheet[area]
        if isinstance(found, tuple):
            return Row(value_of(sheet, cell) or 0.0 for row in found for cell in row)
        return value_of(sheet, found) or 0.0

    return read


def _python(formula: str) -> str:
    text = _CELL.sub(lambda match: f'cells("{match[0].replace("$", "")}")', formula)
    text = re.sub(r"(?<![<>=])=(?!=)", "==", text)
    return _lazily(text)


def _lazily(text: str) -> str:
    """`IF` with branches that are computed only when they are needed, so that nothing is divided by zero."""
    while (start := text.find("IF(")) >= 0:
        arguments, end = _arguments(text, start + 3)
        test, yes, no = arguments
        text = f"{text[:start]}CHOOSE_I_F({test},lambda:{yes},lambda:{no}){text[end:]}"
    return text.replace("CHOOSE_I_F", "CHOOSE_IF")


def _arguments(text: str, start: int) -> tuple[list[str], int]:
    depth, begin = 0, start
    found: list[str] = []
    for at in range(start, len(text)):
        match text[at]:
            case "(":
                depth += 1
            case ")" if depth == 0:
                return [*found, text[begin:at]], at + 1
            case ")":
                depth -= 1
            case "," if depth == 0:
                found.append(text[begin:at])
                begin = at + 1
    raise ValueError(text)
