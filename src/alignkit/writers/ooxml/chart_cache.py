"""What a series says about its data: references into the workbook with the cells' content beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .chart_text import escaped
from .namespaces import CHART_2012

if TYPE_CHECKING:
    from .chart_grid import Grid


def name(grid: Grid, index: int) -> str:
    """The `c:tx` of column `index`; nothing for a column without a name."""
    text = grid.columns[index].name
    if not text:
        return ""
    points = f'<c:ptCount val="1"/>{_point(0, escaped(text))}'
    return (
        f"<c:tx><c:strRef><c:f>{grid.name_reference(index)}</c:f>"
        f"<c:strCache>{points}</c:strCache></c:strRef></c:tx>"
    )


def categories(grid: Grid) -> str:
    """The `c:cat` of every series."""
    points = "".join(_point(index, escaped(text)) for index, text in enumerate(grid.categories))
    return (
        f"<c:cat><c:strRef><c:f>{grid.categories_reference()}</c:f><c:strCache>"
        f'<c:ptCount val="{len(grid.categories)}"/>{points}</c:strCache></c:strRef></c:cat>'
    )


def numbers(grid: Grid, index: int) -> str:
    """The `c:val` of column `index`; an empty cell has no point."""
    return f"<c:val>{_number_cells(grid, index)}</c:val>"


def across(grid: Grid, index: int) -> str:
    """The `c:xVal` of a point series."""
    return f"<c:xVal>{_number_cells(grid, index)}</c:xVal>"


def upright(grid: Grid, index: int) -> str:
    """The `c:yVal` of a point series."""
    return f"<c:yVal>{_number_cells(grid, index)}</c:yVal>"


def reach(grid: Grid, index: int) -> str:
    """Column `index` as the lengths of error bars."""
    return _number_cells(grid, index)


def label_cells(reference: str, texts: tuple[str, ...]) -> str:
    """The extension of a series whose labels show the cells at `reference`, known to Office since 2013."""
    points = "".join(_point(index, escaped(text)) for index, text in enumerate(texts) if text)
    return (
        f'<c:extLst><c:ext uri="{{02D57815-91ED-43cb-92C2-25804820EDAC}}" xmlns:c15="{CHART_2012}">'
        f"<c15:datalabelsRange><c15:f>{reference}</c15:f><c15:dlblRangeCache>"
        f'<c:ptCount val="{len(texts)}"/>{points}</c15:dlblRangeCache></c15:datalabelsRange>'
        "</c:ext></c:extLst>"
    )


def _number_cells(grid: Grid, index: int) -> str:
    column = grid.columns[index]
    points = "".join(_point(i, number) for i, number in enumerate(column.numbers) if number is not None)
    return (
        f"<c:numRef><c:f>{grid.numbers_reference(index)}</c:f><c:numCache>"
        f"<c:formatCode>{escaped(column.number_format)}</c:formatCode>"
        f'<c:ptCount val="{len(column.numbers)}"/>{points}</c:numCache></c:numRef>'
    )


def _point(index: int, content: str) -> str:
    return f'<c:pt idx="{index}"><c:v>{content}</c:v></c:pt>'
