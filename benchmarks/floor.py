"""The floor: the same XML as formatted strings, put into a package that is ready but for its text.

Nothing that makes a different document from the same words can be much faster in Python.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from . import with_docxtpl

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .memo import Printed

_MAIN = "word/document.xml"
_LOOP = re.compile(
    r"<w:tr>(?:(?!</w:tr>).)*?\{%tr for row in (\w+) %\}.*?</w:tr>(<w:tr>.*?</w:tr>)<w:tr>.*?</w:tr>",
    re.DOTALL,
)
_VALUE = re.compile(r"\{\{ (?:row\[(\d)\]|(\w+)) \}\}")


@dataclass(frozen=True, slots=True)
class _Form:
    """A document with places for its values."""

    package: bytes
    """The zip without the main part."""
    text: str
    """The main part, for `str.format`."""
    rows: dict[str, str]
    """A row of each table, likewise."""


def write(memo: Printed) -> bytes:
    """The memo as a file."""
    return _filled(
        _form(with_docxtpl.memo_template()), memo.values, {"lines": memo.lines, "months": memo.months}
    )


def write_table(rows: Sequence[Sequence[str]]) -> bytes:
    """A long table as a file."""
    return _filled(_form(with_docxtpl.table_template()), {}, {"rows": rows})


def _filled(form: _Form, values: dict[str, str], tables: dict[str, Sequence[Sequence[str]]]) -> bytes:
    named = {name: escape(value) for name, value in values.items()}
    for name, rows in tables.items():
        named[name] = "".join([form.rows[name].format(*map(escape, row)) for row in rows])
    stream = BytesIO(form.package)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(_MAIN, form.text.format_map(named))
    return stream.getvalue()


@cache
def _form(template: bytes) -> _Form:
    rest = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(template)) as archive,
        zipfile.ZipFile(rest, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        text = archive.read(_MAIN).decode()
        for name in archive.namelist():
            if name != _MAIN:
                copy.writestr(name, archive.read(name))
    rows = {match[1]: _VALUE.sub(_place, match[2]) for match in _LOOP.finditer(text)}
    return _Form(rest.getvalue(), _VALUE.sub(_place, _LOOP.sub(r"{\1}", text)), rows)


def _place(match: re.Match[str]) -> str:
    return f"{{{match[1] or match[2]}}}"
