"""alignkit at the job: the whole line as `build` runs it once a context is ready, and the writer alone."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from alignkit.build import Prepared, Request, Workshop, make, prepare, write
from alignkit.catalogue import Catalogue
from alignkit.diagnostics import Report
from alignkit.source import read
from alignkit.templates import Kind, Output
from alignkit.values import Figure, Unit
from alignkit.writers import docx

from .memo import (
    ACCOUNT_HEADERS,
    ACCOUNT_TITLE,
    BODY,
    CONTROL,
    LABEL,
    LINE_HEADERS,
    MONEY,
    MONTH_HEADERS,
    SHARES,
    TITLE,
    Part,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignkit.figures import Figures
    from alignkit.model.document import Document

    from .memo import Memo, Value

_NAME = re.compile(r"\{(\w+)\}")
_CONTAINERS = {"summary": ":::summary\n{}\n:::"}
_ENTRIES = {"bullets": "- ", "numbers": "1. ", "checks": "- [ ] "}
_TABLES = {
    "lines": (LINE_HEADERS, ("name", "plan", "forecast", "committed", "share")),
    "months": (MONTH_HEADERS, ("name", "spend", "visits", "talks", "customers")),
}
_MEMO, _TABLE = "memo.md.j2", "table.md.j2"
_SOURCES = ("plan27",)

_WIDE_FIELDS = ("name", "spend", "visits", "talks", "customers", "share")


def _template() -> str:
    """The memo as somebody would write it for alignkit."""
    control = "\n".join(f"- {label}: {text}" for label, text in CONTROL)
    blocks = (f"# {TITLE}", f":::control\n{control}\n:::", *map(_block, BODY))
    return _NAME.sub(_expression, "\n\n".join(blocks))


def _block(part: Part) -> str:
    if part.form in _TABLES:
        return _table(part.form, *_TABLES[part.form], part.texts[0])
    if part.form in _ENTRIES:
        return "\n".join(_ENTRIES[part.form] + text for text in part.texts)
    if part.form == "heading":
        return f"## {part.texts[0]}"
    return _CONTAINERS.get(part.form, "{}").replace("{}", part.texts[0])


def _table(records: str, headers: Sequence[str], fields: Sequence[str], caption: str = "") -> str:
    measures = ", ".join(_measure(header, field) for header, field in zip(headers, fields, strict=True))
    return f'{{{{ table(memo.{records}, {measures}, caption="{caption}") }}}}'


def _measure(header: str, field: str) -> str:
    words, _, unit = header.partition(",")
    scale = "thousands" if unit else ""
    return f'measure("{words}", "{field}", "{scale}")'


def _expression(match: re.Match[str]) -> str:
    name = match[1]
    how = " | exact" if name in MONEY else " | long" if name in ("day", "decide_by", "start") else ""
    return f"{{{{ memo.{name}{how} }}}}"


def _kind(body: str, files: dict[str, str]) -> Kind:
    output = Output("memo", "document", body, "memo")
    return Kind(
        name="memo", folder="benchmarks", title=LABEL, purpose="", language="en", audiences=(), needs=(),
        wants=(), each="", having=(), outputs=(output,), fields={}, rules=(), starter="", files=files,
    )  # fmt: skip


_FILES = {
    _MEMO: _template(),
    _TABLE: "# {{ memo.title }}\n\n" + _table("rows", ACCOUNT_HEADERS, _WIDE_FIELDS),
}
_KINDS = {body: _kind(body, _FILES) for body in _FILES}
_WORKSHOP = Workshop(Catalogue())
_REQUEST = Request(Catalogue().example(), ("memo",))


@cache
def context() -> Prepared:
    """The worked example, read, checked and derived."""
    report = Report()
    source = read(Catalogue().example() / "context.yaml", report)
    prepared = prepare(source, report) if source else None
    if prepared is None:
        raise RuntimeError("the worked example cannot be read")
    return prepared


def ready_memo(memo: Memo) -> tuple[Kind, Prepared]:
    """What is ready before the line starts: the kind, and the context with the memo's figures."""
    record: dict[str, Any] = {
        name: _bound(f"memo.{name}", name, value) for name, value in memo.values.items()
    }
    record["lines"] = [_record(f"memo.lines[{at}]", "lines", line) for at, line in enumerate(memo.lines)]
    record["months"] = [_record(f"memo.months[{at}]", "months", each) for at, each in enumerate(memo.months)]
    return _KINDS[_MEMO], _with(record)


def ready_table(rows: Sequence[tuple[Value, ...]]) -> tuple[Kind, Prepared]:
    """The same for a document that is one long table."""
    records = [
        {
            name: _bound(f"memo.rows[{at}].{name}", name, value)
            for name, value in zip(_WIDE_FIELDS, row, strict=True)
        }
        for at, row in enumerate(rows)
    ]
    return _KINDS[_TABLE], _with({"title": ACCOUNT_TITLE, "rows": records})


def whole_line(ready: tuple[Kind, Prepared]) -> bytes:
    """Fill, parse, lints, write and package check of one document."""
    report = Report()
    files = write(make(*ready, _REQUEST, _WORKSHOP, report), _REQUEST, report)
    if report.is_broken:
        raise RuntimeError(f"the job is not done: {[each.message for each in report]}")
    return files["memo.docx"]


def document(ready: tuple[Kind, Prepared]) -> Document:
    """The document the writer gets."""
    (made,) = make(*ready, _REQUEST, _WORKSHOP, Report())
    return made.model  # type: ignore[return-value] # the kind makes documents only


def writer(model: Document) -> bytes:
    """Document to file."""
    report = Report()
    reference = docx.load_reference(None, report)
    if reference is None:
        raise RuntimeError("our own reference cannot be read")
    return docx.write(model, reference, report)


def _record(path: str, table: str, row: tuple[Value, ...]) -> dict[str, Any]:
    fields = _TABLES[table][1]
    return {name: _bound(f"{path}.{name}", name, value) for name, value in zip(fields, row, strict=True)}


def _bound(key: str, name: str, value: Value) -> Figure | str | date:
    if isinstance(value, (str, date)):
        return value
    if name in SHARES:
        return Figure(key, Decimal(str(value)), Unit.SHARE, name, sources=_SOURCES)
    if name in MONEY or name in ("forecast", "committed", "spend"):
        return Figure(key, Decimal(value), Unit.MONEY, name, "USD", sources=_SOURCES)
    return Figure(key, Decimal(value), Unit.COUNT, name, sources=_SOURCES)


def _with(record: dict[str, Any]) -> Prepared:
    base = context()
    own = {each.key: each for each in _figures(record)}
    figures: Figures = type(base.figures)({**base.figures, **own})
    return replace(base, figures=figures, view={**base.view, "memo": record})


def _figures(value: object) -> list[Figure]:
    if isinstance(value, Figure):
        return [value]
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [figure for child in children for figure in _figures(child)]
