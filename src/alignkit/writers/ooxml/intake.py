"""A company's file from the disk, let in by the inspector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .inspect import inspect

if TYPE_CHECKING:
    from pathlib import Path

    from alignkit.diagnostics import Report


def take_in(path: Path, what: str, endings: str, report: Report) -> bytes | None:
    """The bytes of the file at `path`, fit to be opened; None if it cannot be read or is refused.

    Args:
        path: where it is.
        what: what it is to be, for messages: `reference document`.
        endings: how such files end: `.docx or .dotx`.
        report: where problems go.

    Reports: THEME-001, and REF-001 to REF-046 for what a file must not hold.

    """
    try:
        if path.is_file():
            return inspect(path.read_bytes(), str(path), report)
        reason = "it is not a file" if path.exists() else "there is no such file"
    except OSError as error:
        reason = (error.strerror or "the system refuses").lower()
    report.broken(
        "THEME-001",
        f"{what} `{path}` cannot be read: {reason}",
        hint=f"give the path of a {endings} file",
    )
    return None
