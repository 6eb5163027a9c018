"""Who takes part, with what is ready before the clock starts."""

from __future__ import annotations

from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING

from . import ours
from .memo import accounts, memo, printed, printed_account

if TYPE_CHECKING:
    from collections.abc import Callable

    Work = Callable[[], bytes]

LINE, WRITER = "alignkit, whole line", "alignkit, writer alone"
CELLS, ROWS = "python-docx, cell by cell", "python-docx, row by row"
TEMPLATE, FLOOR = "docxtpl", "floor: format and zip"


def has_docxtpl() -> bool:
    """Whether docxtpl is installed; without it, it and the floor, made of its template, are left out."""
    return find_spec("docxtpl") is not None


def of_memo(number: int) -> dict[str, Work]:
    """Every contender's way to the memo of that number."""
    from . import with_python_docx

    values = memo(number)
    ready, text = ours.ready_memo(values), printed(values)
    work: dict[str, Work] = {
        LINE: partial(ours.whole_line, ready),
        WRITER: partial(ours.writer, ours.document(ready)),
        CELLS: partial(with_python_docx.write, text),
        ROWS: partial(with_python_docx.write, text, add_rows=True),
    }
    if has_docxtpl():
        from . import floor, with_docxtpl

        work |= {TEMPLATE: partial(with_docxtpl.write, text), FLOOR: partial(floor.write, text)}
    return work


def of_table(rows: int, number: int = 0) -> dict[str, Work]:
    """Every contender's way to the table of that number with so many rows."""
    from . import with_python_docx

    records = accounts(rows, number)
    ready, text = ours.ready_table(records), tuple(map(printed_account, records))
    work: dict[str, Work] = {
        LINE: partial(ours.whole_line, ready),
        WRITER: partial(ours.writer, ours.document(ready)),
        CELLS: partial(with_python_docx.write_table, text),
        ROWS: partial(with_python_docx.write_table, text, add_rows=True),
    }
    if has_docxtpl():
        from . import floor, with_docxtpl

        work |= {TEMPLATE: partial(with_docxtpl.write_table, text), FLOOR: partial(floor.write_table, text)}
    return work
