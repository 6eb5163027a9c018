"""A request made visible: files for a browser, and what was found on the way."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from alignkit.build import build
from alignkit.diagnostics import Report, Severity
from alignkit.writers.pdf import SECONDS, find_libreoffice

from .index import Sheet, index
from .pictures import pictures

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from alignkit.build import Request, Workshop
    from alignkit.source import Source

INDEX = "index.html"
"""The page that shows all others."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """What a browser is to show."""

    files: Mapping[str, bytes]
    """Pictures, web views and the page `INDEX` that shows them; the page alone when nothing could be made."""
    report: Report
    """Every problem found."""
    source: Source | None
    """What was read, for showing lines."""
    is_made: bool
    """Whether there is anything to look at."""


def render(request: Request, workshop: Workshop, *, live: bool = False) -> Rendering:
    """Every document of a request as pictures of its pages, or as a web view where LibreOffice is missing.

    Args:
        request: what to make; its formats do not count.
        workshop: kinds and templates.
        live: whether the page asks its server for news and shows them.

    Reports: PDF-003 when there are web views because LibreOffice is missing or fails or takes longer than it
    may, and what a build reports.

    """
    views = build(replace(request, formats=("html",)), workshop)
    files = dict(views.files)
    if files and find_libreoffice():
        files = dict(_in_pictures(files, request, workshop, views.report))
    elif files:
        _say_views("LibreOffice is not installed", views.report)
    sheets = tuple(_sheets(files))
    page = index(sheets, views.report, live=live)
    return Rendering({INDEX: page, **files}, views.report, views.source, bool(sheets))


def over_last(rendering: Rendering, last: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """The pages as they were when they could be made, with what is wrong now: a slip takes nothing away."""
    if rendering.is_made or not last:
        return rendering.files
    pages = {name: data for name, data in last.items() if name != INDEX}
    return {INDEX: index(tuple(_sheets(pages)), rendering.report, live=True), **pages}


def _in_pictures(
    views: dict[str, bytes], request: Request, workshop: Workshop, report: Report
) -> Iterator[tuple[str, bytes]]:
    """Pictures of the pages in place of the web views of documents and decks; mails stay as they are."""
    printed = build(replace(request, formats=("pdf",)), workshop)
    failed = [each for each in printed.report if each.code.startswith("PDF-")]
    if failed:
        _say_views(failed[0].message, report)
    for name, view in views.items():
        stem = name.removesuffix(".html")
        if pdf := printed.files.get(f"{stem}.pdf"):
            for number, picture in enumerate(pictures(pdf), 1):
                yield f"{stem}-{number:02}.png", picture
        else:
            yield name, view


def _say_views(reason: str, report: Report) -> None:
    report.finding(
        "PDF-003",
        Severity.INFO,
        f"the pages are shown as web views: {reason}",
        hint=f"install LibreOffice to see them as they print; it is given {SECONDS} seconds",
    )


def _sheets(files: Mapping[str, bytes]) -> Iterator[Sheet]:
    """The files by document, in order."""
    pages: dict[str, list[str]] = {}
    for name in files:
        stem, _, ending = name.rpartition(".")
        pages.setdefault(stem.rpartition("-")[0] if ending == "png" else stem, []).append(name)
    for stem, names in pages.items():
        yield Sheet(stem, tuple(names))
