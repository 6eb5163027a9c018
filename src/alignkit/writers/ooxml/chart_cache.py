"""What a series says about its data: references into the workbook with the cells' content beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .chart_text import escaped

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
    column = grid.columns[index]
    points = "".join(_point(i, number) for i, number in enumerate(column.numbers) if number is not None)
    return (
        f"<c:val><c:numRef><c:f>{grid.numbers_reference(index)}</c:f><c:numCache>"
        f"<c:formatCode>{escaped(column.number_format)}</c:formatCode>"
        f'<c:ptCount val="{len(column.numbers)}"/>{points}</c:numCache></c:numRef></c:val>'
    )


def _point(index: int, content: str) -> str:
    return f'<c:pt idx="{index}"><c:v>{content}</c:v></c:pt>'
