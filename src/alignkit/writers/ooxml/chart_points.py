"""Charts of points on two axes of numbers: series, axes and the room around them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from . import chart_cache as cache
from .chart_grid import number_text
from .chart_paint import BASELINE, INK, NO_LINE, Colour, outline, rich_text, solid, text_look, text_run
from .chart_plan import Box
from .chart_text import escaped_attribute

if TYPE_CHECKING:
    from .chart_canvas import Canvas
    from .chart_grid import Grid

ACROSS_ID, UPRIGHT_ID = 111_111_101, 111_111_102
NO_MARKER = '<c:marker><c:symbol val="none"/></c:marker>'
BARE_LINE = "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
"""A series of points without a line between them."""


@dataclass(frozen=True, slots=True)
class Ruler:
    """One axis of a chart of points."""

    low: Decimal
    """Where it begins."""
    high: Decimal
    """Where it ends, beyond `low`."""
    step: Decimal
    """From mark to mark."""
    number_format: str = "General"
    """Format code of its numbers."""
    title: str = ""
    """What it measures; empty for an axis without title."""
    is_shown: bool = False
    """Whether its numbers are written beside it."""
    has_line: bool = True
    """Whether it is drawn."""
    gridlines: bool = False
    """Whether its marks go across the plot."""

    def share(self, value: Decimal) -> float:
        """How far along `value` lies: 0 at the beginning, 1 at the end."""
        return float((value - self.low) / (self.high - self.low))


@dataclass(frozen=True, slots=True)
class Field:
    """Where points are drawn: the two axes and the room between them."""

    across: Ruler
    """The horizontal axis."""
    upright: Ruler
    """The vertical axis."""
    box: Box
    """The plot without the labels of its axes, in fractions of the frame."""
    canvas: Canvas
    """The frame."""

    def x_pt(self, value: Decimal) -> float:
        """How far from the left edge of the frame `value` lies."""
        return self.canvas.width_pt * (self.box.x + self.box.width * self.across.share(value))

    def y_pt(self, value: Decimal) -> float:
        """How far from the top edge of the frame `value` lies."""
        return self.canvas.height_pt * (self.box.y + self.box.height * (1 - self.upright.share(value)))


@dataclass(frozen=True, slots=True)
class Points:
    """What tells one series of points from another."""

    columns: tuple[int, int]
    """Columns of the sheet with the places across and upright."""
    name: int
    """Column whose header names it."""
    look: str = BARE_LINE
    """Its `c:spPr`."""
    marker: str = NO_MARKER
    """Its `c:marker`."""
    points: str = ""
    """Its `c:dPt` elements."""
    labels: str = ""
    """Its `c:dLbls`."""
    errors: str = ""
    """Its `c:errBars`."""
    cells: str = ""
    """The cells its labels show."""


def point_series(grid: Grid, number: int, one: Points) -> str:
    """A series of points in the order of CT_ScatterSer."""
    across, upright = one.columns
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/>{cache.name(grid, one.name)}{one.look}'
        f"{one.marker}{one.points}{one.labels}{one.errors}"
        f'{cache.across(grid, across)}{cache.upright(grid, upright)}<c:smooth val="0"/>{one.cells}</c:ser>'
    )


def point_chart(series: str, field: Field, language: str) -> str:
    """The plot of all series with its axes."""
    return (
        '<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>'
        f'{series}<c:axId val="{ACROSS_ID}"/><c:axId val="{UPRIGHT_ID}"/></c:scatterChart>'
        f"{_axis(field.across, (ACROSS_ID, UPRIGHT_ID), 'b', field.canvas, language)}"
        f"{_axis(field.upright, (UPRIGHT_ID, ACROSS_ID), 'l', field.canvas, language)}"
    )


def dot(colour: Colour, size_pt: float) -> str:
    """A round marker."""
    look = f"<c:spPr>{solid(colour)}{outline(colour, 0.75)}</c:spPr>"
    return f'<c:marker><c:symbol val="circle"/><c:size val="{round(size_pt)}"/>{look}</c:marker>'


def one_dot(index: int, marker: str) -> str:
    """The `c:dPt` of a point with a marker of its own."""
    return f'<c:dPt><c:idx val="{index}"/>{marker}<c:bubble3D val="0"/></c:dPt>'


def _axis(ruler: Ruler, ids: tuple[int, int], side: str, canvas: Canvas, language: str) -> str:
    lines = f"<c:majorGridlines><c:spPr>{outline(Colour('bg1', 85), 0.5)}</c:spPr></c:majorGridlines>"
    title = "" if not ruler.title else _title(ruler.title, side, canvas, language)
    return (
        f'<c:valAx><c:axId val="{ids[0]}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{number_text(ruler.high)}"/><c:min val="{number_text(ruler.low)}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{side}"/>{lines if ruler.gridlines else ""}{title}'
        f'<c:numFmt formatCode="{escaped_attribute(ruler.number_format)}" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="{"low" if ruler.is_shown else "none"}"/>'
        f"<c:spPr>{outline(BASELINE, 0.75) if ruler.has_line else NO_LINE}</c:spPr>"
        f"{text_look(INK, canvas.text_pt, language)}"
        f'<c:crossAx val="{ids[1]}"/><c:crosses val="min"/><c:crossBetween val="midCat"/>'
        f'<c:majorUnit val="{number_text(ruler.step)}"/></c:valAx>'
    )


def _title(text: str, side: str, canvas: Canvas, language: str) -> str:
    runs = text_run(text, INK, canvas.text_pt, language)
    rich = rich_text(runs, INK, canvas.text_pt, language, rotation=-90 if side == "l" else 0)
    return f'<c:title>{rich}<c:overlay val="0"/></c:title>'
