"""The space a chart is drawn in, and an estimate of the space its texts take in it.

Word and PowerPoint lay a chart out themselves; the estimates only decide which texts to ask for, so that a
label is shown where it fits and the values move to an axis where it does not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from alignkit.model.charts import ChartKind

if TYPE_CHECKING:
    from decimal import Decimal

    from alignkit.model.charts import Chart

_LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*.')
_MARK = 0.52
"""Average width of a digit or letter, in text sizes."""
_DIGITS = re.compile(r"[#0?](?:[#0?,]*[#0?])?(?:\.([#0?]*))?(,*)")

HORIZONTAL = frozenset(
    {ChartKind.BAR, ChartKind.STACKED_BAR, ChartKind.FULL_BAR, ChartKind.TORNADO, ChartKind.BULLET}
)
"""The kinds whose bars lie."""
STACKED = frozenset({ChartKind.STACKED_BAR, ChartKind.STACKED_COLUMN})
"""The kinds whose series add up."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """The frame of a chart and the size of its text."""

    width_pt: float
    """Width of the frame."""
    height_pt: float
    """Height of the frame."""
    text_pt: float = 9
    """Size of labels: 9 to 10 in a document, 12 to 14 on a slide."""

    dark: tuple[str, ...] = ("accent1",)
    """Theme colours dark enough to carry text in the colour of the paper."""

    @property
    def line_pt(self) -> float:
        """Height of a line of text."""
        return self.text_pt * 1.25

    def drawn_pt(self, size_pt: float) -> float:
        """How large a mark is that takes `size_pt` beside the text of a page, 9 points."""
        return size_pt * max(self.text_pt, 8) / 9

    def text_width_pt(self, text: str) -> float:
        """About how wide `text` is; fonts differ by a tenth to either side."""
        if text.isascii():
            return self.text_pt * sum([_MARK] * len(text))
        return self.text_pt * sum([1.0 if east_asian_width(mark) in "WF" else _MARK for mark in text])


_FEW = 4
_FIELD_PT = 228
"""Height of a field of points on a page: eight centimetres."""
_ROW = {ChartKind.BAR: 1.7, ChartKind.DOT_RANGE: 3.4, ChartKind.BULLET: 3.2}
"""Height of a row or bar, in text sizes; 2.6 for the other lying kinds."""


def page_canvas(chart: Chart, width_pt: float = 465, text_pt: float = 9) -> Canvas:
    """The frame a chart deserves on a page: low for a few columns, and lying bars grow with their number."""
    if chart.kind is ChartKind.SCATTER:
        return Canvas(width_pt, _FIELD_PT, text_pt)
    if chart.kind not in HORIZONTAL and chart.kind is not ChartKind.DOT_RANGE:
        return Canvas(width_pt, 160 if len(chart.categories) <= _FEW else 215, text_pt)
    bars = float(len(chart.categories))
    if chart.kind is ChartKind.BAR:
        bars *= 0.6 + sum(not series.invisible for series in chart.series)
    row_pt = text_pt * _ROW.get(chart.kind, 2.6)
    return Canvas(width_pt, min(max(96, 36 + bars * row_pt), 640), text_pt)


def number_width_pt(value: Decimal, number_format: str, canvas: Canvas) -> float:
    """About how wide a value is in a number format."""
    return _characters(value, number_format) * _MARK * canvas.text_pt


def _characters(value: Decimal, number_format: str) -> int:
    """About how many characters a value takes in a number format."""
    spelling, exponent, others = _spelling(number_format)
    if not spelling:
        return others + len(str(value))
    return len(format(abs(value).scaleb(exponent), spelling)) + others + (value < 0)


@lru_cache(maxsize=256)
def _spelling(number_format: str) -> tuple[str, int, int]:
    """How a number format writes digits, after which power of ten, and how many other characters it has.

    The first is empty where it has no place for digits.
    """
    section = number_format.split(";")[0]
    literals = "".join(match[1] or match[2] or "" for match in _LITERAL.finditer(section))
    code = _LITERAL.sub("", section)
    match = _DIGITS.search(code)
    if match is None:
        return "", 0, len(literals)
    decimals, thousands = len(match[1] or ""), len(match[2])
    grouped = "," if "," in match[0].rstrip(",") else ""
    marks = len(code) - len(match[0])
    return f"{grouped}.{decimals}f", 2 * code.count("%") - 3 * thousands, marks + len(literals)
