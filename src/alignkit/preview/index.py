"""The page that shows every picture and web view, and what was found."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from alignkit.diagnostics import Severity

if TYPE_CHECKING:
    from alignkit.diagnostics import Diagnostic, Report

_WORDS = {Severity.ERROR: "error", Severity.WARN: "warning", Severity.INFO: "note"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One document to look at."""

    name: str
    """Its file name without ending."""
    files: tuple[str, ...]
    """Pictures of its pages, or one web view."""


def index(sheets: tuple[Sheet, ...], report: Report, *, live: bool) -> bytes:
    """A page in UTF-8 that needs nothing but the files of `sheets` beside it."""
    room = files(__package__)
    shown = "\n".join(map(_sheet, sheets)) or '<p class="nothing">Nothing could be made; see below why.</p>'
    script = f"<script>{room.joinpath('live.js').read_text('utf-8')}</script>" if live else ""
    found = "\n".join(map(_found, report))
    problems = f"<section><h2>{len(report)} found</h2><ol>{found}</ol></section>" if found else ""
    style = room.joinpath("index.css").read_text("utf-8")
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>alignkit preview</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{style}</style></head>'
        f"<body>{shown}{problems}{script}</body></html>\n"
    ).encode()


def _sheet(sheet: Sheet) -> str:
    name = escape(sheet.name)
    pages = "\n".join(_page(file, number, sheet) for number, file in enumerate(sheet.files, 1))
    return f'<section><h2>{name}</h2><div class="pages">{pages}</div></section>'


def _page(file: str, number: int, sheet: Sheet) -> str:
    address = escape(file)
    if file.endswith(".html"):
        return f'<iframe src="{address}" title="{escape(sheet.name)}" sandbox></iframe>'
    text = f"{escape(sheet.name)}, page {number} of {len(sheet.files)}"
    return f'<a href="{address}"><img src="{address}" alt="{text}" loading="lazy"></a>'


def _found(each: Diagnostic) -> str:
    place = f"<code>{escape(str(each.place))}</code> " if each.place else ""
    hint = f" <em>{escape(each.hint)}</em>" if each.hint else ""
    return (
        f"<li>{place}<strong>{_WORDS[each.severity]} {each.code}</strong> {escape(each.message)}{hint}</li>"
    )
