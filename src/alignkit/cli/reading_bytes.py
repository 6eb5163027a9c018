"""Files named on the command line, as bytes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from alignkit.diagnostics import Place
from alignkit.foreign_texts import LARGEST_FILE, STANDARD_INPUT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alignkit.diagnostics import Report


def contents_of(names: Iterable[str], report: Report) -> dict[str, bytes]:
    """The bytes of each file by its name, `-` for standard input; those that cannot be read are reported.

    Reports: TEXT-001.
    """
    contents = {}
    for name in names:
        try:
            content = _read(name)
        except (OSError, ValueError) as error:
            reason = (getattr(error, "strerror", None) or "the system refuses").lower()
            report.broken(
                "TEXT-001", f"`{name}` cannot be read: {reason}", hint="check the name and your rights"
            )
            continue
        if len(content) > LARGEST_FILE:
            message = f"`{name}` has at most {LARGEST_FILE // 2**20} MB, found more"
            report.broken("TEXT-001", message, Place(name, 1), hint="leave out its images")
        else:
            contents[name] = content
    return contents


def _read(name: str) -> bytes:
    if name == STANDARD_INPUT:
        return sys.stdin.buffer.read(LARGEST_FILE + 1)
    with Path(name).open("rb") as stream:
        return stream.read(LARGEST_FILE + 1)
