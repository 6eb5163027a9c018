"""What people read: messages with the line they are about, and one line that sums up."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING, TextIO

import click

from alignkit.diagnostics import Severity

from .excerpt import excerpt, visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from alignkit.diagnostics import Diagnostic, Place

    Lines = Callable[[str], Sequence[str]]
    """The lines of a file by the name places give it; none when they are not known."""

Piece = tuple[str, str]
"""Text with its style: a name of rich, or nothing."""

WORDS = {Severity.ERROR: "error", Severity.WARN: "warning", Severity.INFO: "note"}
_STYLES = {Severity.ERROR: "bold red", Severity.WARN: "bold yellow", Severity.INFO: "bold blue"}
_NARROW, _WIDE = 60, 120
MOST_RELATED = 3


def say(text: str = "", *, style: str = "") -> None:
    """Write a line of talk."""
    write([(text, style)], sys.stderr)


def give(text: str = "", *, style: str = "") -> None:
    """Write a line of what was asked for."""
    write([(text, style)], sys.stdout)


def tell(diagnostics: Iterable[Diagnostic], lines: Lines, *, stream: TextIO | None = None) -> None:
    """Write diagnostics by file and line, each with the line it is about."""
    for diagnostic in in_order(diagnostics):
        for line in _lines_of(diagnostic, lines):
            write(line, stream or sys.stderr)
        write([("", "")], stream or sys.stderr)


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics by file and line; first those without a place."""
    return sorted(diagnostics, key=_order)


def counts(diagnostics: Iterable[Diagnostic]) -> str:
    """How many errors, warnings and notes there are; empty for none."""
    found = [diagnostic.severity for diagnostic in diagnostics]
    numbers = [(found.count(severity), word) for severity, word in WORDS.items()]
    return ", ".join(f"{count} {word}{'s' if count > 1 else ''}" for count, word in numbers if count)


def write(line: Sequence[Piece], stream: TextIO) -> None:
    """Write a line in colour where the stream is a screen that has colours, else plainly."""
    if _has_colour(stream):
        from rich.console import Console
        from rich.text import Text

        Console(file=stream, highlight=False, soft_wrap=True).print(Text.assemble(*line))
    else:
        click.echo("".join(text for text, _ in line), file=stream)


def _order(diagnostic: Diagnostic) -> tuple[str, int, int, str]:
    place = diagnostic.place
    return (place.file, place.line, place.column, diagnostic.code) if place else ("", 0, 0, diagnostic.code)


def _lines_of(diagnostic: Diagnostic, lines: Lines) -> Iterator[list[Piece]]:
    place = diagnostic.place
    yield [
        (f"{visible(str(place))}: " if place else "", "bold"),
        (WORDS[diagnostic.severity], _STYLES[diagnostic.severity]),
        (f" {diagnostic.code} ", ""),
        (visible(diagnostic.message), "bold"),
    ]
    if place:
        yield from _shown(place, lines)
    if diagnostic.hint:
        yield [("  hint: ", "cyan"), (visible(diagnostic.hint), "")]
    for other in diagnostic.related[:MOST_RELATED]:
        yield [("  see:  ", "cyan"), (visible(str(other)), "")]
        yield from _shown(other, lines)


def _shown(place: Place, lines: Lines) -> Iterator[list[Piece]]:
    """The line at a place with a caret under the column; nothing when the file has no such line."""
    known = lines(place.file)
    if not 0 < place.line <= len(known) or not known[place.line - 1].strip():
        return
    gutter = f"{place.line:>5} | "
    text, caret = excerpt(known[place.line - 1], place.column, width() - len(gutter))
    yield [(gutter, "dim"), (text, "")]
    yield [(f"{'|':>7} ", "dim"), (caret, "bold red")]


def width() -> int:
    """Cells of a line on this screen."""
    return min(max(shutil.get_terminal_size((100, 24)).columns, _NARROW), _WIDE)


def _has_colour(stream: TextIO) -> bool:
    """Whether the stream is a screen with colours and nobody asked for none (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
