"""Tables as their style shows them: which regions a cell lies in, and whether the table is a simple one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .cascade import value
from .check_tables import members
from .namespaces import WORD

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{WORD}}}"
_VAL = _W + "val"
_TBL, _TR, _TC, _TC_PR = (_W + n for n in ("tbl", "tr", "tc", "tcPr"))
_LOOK_BITS = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}


def is_complex(table: _Element) -> bool:
    """Whether a table has merged cells of its own, or another table in one of its cells."""
    for row in members(table, _TR):
        for cell in members(row, _TC):
            if next(cell.iter(_TBL), None) is not None:
                return True
            properties = cell.find(_TC_PR)
            if properties is not None and (
                properties.find(_W + "vMerge") is not None or value(properties, "gridSpan") not in ("", "1")
            ):
                return True
    return False


def look_of(properties: _Element | None) -> dict[str, bool]:
    """Which regions of its style a table shows."""
    look = None if properties is None else properties.find(_W + "tblLook")
    if look is None:
        return dict.fromkeys(_LOOK_BITS, False)
    try:
        bits = int(look.get(_VAL, "0"), 16)
    except ValueError:
        bits = 0
    return {
        name: bool(bits & bit) if (own := look.get(_W + name)) is None else own in ("1", "true", "on")
        for name, bit in _LOOK_BITS.items()
    }


def regions(look: dict[str, bool], row: tuple[int, int], column: tuple[int, int]) -> tuple[str, ...]:
    """The regions of a table style that a cell lies in, strongest first; each place is (index, count)."""
    found = []
    first, last = look["firstRow"] and row[0] == 0, look["lastRow"] and row[0] == row[1] - 1
    if first:
        found.append("firstRow")
    if last:
        found.append("lastRow")
    if look["firstColumn"] and column[0] == 0:
        found.append("firstCol")
    if look["lastColumn"] and column[0] == column[1] - 1:
        found.append("lastCol")
    if not look["noHBand"] and not first and not last:
        odd = (row[0] - look["firstRow"]) % 2
        found.append("band2Horz" if odd else "band1Horz")
    return tuple(found)
