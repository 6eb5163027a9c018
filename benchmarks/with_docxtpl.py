"""docxtpl at the job: a template made once, then loaded, rendered and saved for every document.

A `DocxTemplate` is used up by its rendering, so its documentation asks for a new one each time.
"""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from docxtpl import DocxTemplate

from . import with_python_docx
from .memo import ACCOUNT_HEADERS, LINE_HEADERS, MONTH_HEADERS, Printed, memo, printed

if TYPE_CHECKING:
    from collections.abc import Sequence


class _Names(dict[str, str]):
    """Gives every value's name as the expression that stands for it."""

    def __missing__(self, name: str) -> str:
        return f"{{{{ {name} }}}}"


def write(memo: Printed) -> bytes:
    """The memo as a file."""
    return _rendered(memo_template(), {**memo.values, "lines": memo.lines, "months": memo.months})


def write_table(rows: Sequence[Sequence[str]]) -> bytes:
    """A long table as a file."""
    return _rendered(table_template(), {"rows": rows})


def _rendered(template: bytes, values: dict[str, Any]) -> bytes:
    document = DocxTemplate(BytesIO(template))
    document.render(values)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


@cache
def memo_template() -> bytes:
    """The memo with expressions for its values."""
    names = _Names({name: f"{{{{ {name} }}}}" for name in printed(memo(0)).values})
    return with_python_docx.write(
        Printed(names, _loop("lines", len(LINE_HEADERS)), _loop("months", len(MONTH_HEADERS)))
    )


@cache
def table_template() -> bytes:
    """The long table with a loop for its rows."""
    return with_python_docx.write_table(_loop("rows", len(ACCOUNT_HEADERS)))


def _loop(rows: str, columns: int) -> tuple[tuple[str, ...], ...]:
    """The three rows docxtpl asks for: the loop's beginning, the row itself, the loop's end."""
    empty = ("",) * (columns - 1)
    cells = tuple(f"{{{{ row[{at}] }}}}" for at in range(columns))
    return (f"{{%tr for row in {rows} %}}", *empty), cells, ("{%tr endfor %}", *empty)
