"""Diagnostics as workflow commands, which GitHub shows beside the lines they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.diagnostics import Severity

from .console import MOST_RELATED, in_order
from .locations import file_from, shown_places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from alignkit.diagnostics import Diagnostic, Place

_COMMANDS = {Severity.ERROR: "error", Severity.WARN: "warning", Severity.INFO: "notice"}
_IN_MESSAGES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTIES = _IN_MESSAGES | {":": "%3A", ",": "%2C"}


def as_commands(diagnostics: Iterable[Diagnostic], root: Path) -> Iterator[str]:
    """One command for each diagnostic, by file and line.

    Args:
        diagnostics: what was found.
        root: the top of the repository, where a workflow runs.

    """
    for each in in_order(diagnostics):
        place, others = shown_places(each, root)
        properties = [*_properties(place, root), f"title={_escaped(each.code, _IN_PROPERTIES)}"]
        text = _escaped("\n".join(_lines(each, others, root)), _IN_MESSAGES)
        yield f"::{_COMMANDS[each.severity]} {','.join(properties)}::{text}"


def _properties(place: Place | None, root: Path) -> Iterator[str]:
    if place is not None:
        yield f"file={_escaped(file_from(place.file, root), _IN_PROPERTIES)}"
        yield f"line={place.line}"
        yield f"col={place.column}"


def _lines(each: Diagnostic, others: tuple[Place, ...], root: Path) -> Iterator[str]:
    yield each.message
    if each.hint:
        yield f"hint: {each.hint}"
    for other in others[:MOST_RELATED]:
        yield f"see: {other}"


def _escaped(text: str, signs: dict[str, str]) -> str:
    return "".join(signs.get(character, character) for character in text)
