"""An outcome as people or programs read it, and the exit code that goes with it."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from alignkit import __version__

from . import console
from .calling import program
from .exits import DONE, WRONG_INPUT, WRONG_USAGE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from alignkit.build import LedgerLine
    from alignkit.diagnostics import Diagnostic, Place, Report

_USAGE = frozenset(("KIND-000", "KIND-008", "KIND-013", "KIND-016", "FMT-001", "FMT-002"))
"""Problems of names typed on the command line."""


def code_of(report: Report, *, is_done: bool) -> int:
    """The exit code: wrong usage before wrong input."""
    if is_done:
        return DONE
    return WRONG_USAGE if any(_is_usage(each) for each in report if each.blocks) else WRONG_INPUT


def _is_usage(each: Diagnostic) -> bool:
    """Whether something is wrong with the command line rather than with a file."""
    return each.code in _USAGE or (each.place is not None and each.place.file == "--set")


def summary(report: Report, written: Iterable[Path], folder: Path | None) -> str:
    """The last line: what was found, and what was written."""
    found = console.counts(report)
    count = len(tuple(written))
    done = f"{count} file{'s' if count != 1 else ''} in {folder}/" if count else "nothing written"
    return f"{found}: {done}" if found else done


def beginning(report: Report, kind: str = "escalation") -> str:
    """What to do where there is no context yet; empty where there is one."""
    return f"begin with: {program()} new {kind}" if any(each.code == "YAML-002" for each in report) else ""


def as_json(
    report: Report,
    exit_code: int,
    files: Mapping[Path, bytes] | None = None,
    ledger: Iterable[LedgerLine] = (),
    more: Mapping[str, Any] | None = None,
) -> str:
    """One JSON object with everything a program may ask."""
    answer = {
        "alignkit": __version__,
        "exit_code": exit_code,
        "files": [_file(path, content) for path, content in (files or {}).items()],
        "diagnostics": [_diagnostic(each) for each in console.in_order(report)],
        "ledger": [_line(each) for each in ledger],
        **(more or {}),
    }
    return json.dumps(answer, indent=2, ensure_ascii=True)


def _line(line: LedgerLine) -> dict[str, str]:
    """A figure or a fact; a fact of a review with the phrase that tells it."""
    told = {"phrase": line.phrase} if line.phrase else {}
    return {"document": line.document, "key": line.key, "text": line.text, **told}


def _file(path: Path, content: bytes) -> dict[str, Any]:
    return {
        "name": path.name,
        "path": str(path),
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
    }


def _diagnostic(each: Diagnostic) -> dict[str, Any]:
    return {
        "code": each.code,
        "severity": each.severity.value,
        "message": each.message,
        "place": _place(each.place) if each.place else None,
        "hint": each.hint,
        "related": [_place(place) for place in each.related],
        "blocks": each.blocks,
    }


def _place(place: Place) -> dict[str, Any]:
    return {"file": place.file, "line": place.line, "column": place.column, "path": place.path}
