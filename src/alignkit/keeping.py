"""Building again into the same folder without losing what somebody has edited there."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from alignkit.diagnostics import Report, Severity
from alignkit.files import write_all

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

RECORD_FOLDER = ".alignkit"
"""Folder beside the documents that remembers how they were written."""
RECORD = "build.json"
"""File in it: the checksum of each document as the last build wrote it."""


def write_keeping(files: Mapping[str, bytes], folder: Path, report: Report) -> tuple[Path, ...]:
    """The paths of the files, written whole; a file edited since the last build is kept under another name.

    Args:
        files: content by name.
        folder: where they go.
        report: collects what went wrong, and what was kept.

    Reports: OUT-011 for each file that was kept, and what `write_all` reports.

    """
    known = _known(folder)
    edited = {
        name: old for name, new in files.items() if (old := _edited(folder / name, new, known)) is not None
    }
    names = _free_names(edited, folder)
    copies = {names[name]: old for name, old in edited.items()}
    like = {names[name]: name for name in edited}
    if edited and len(write_all(copies, folder, report, overwrite=False, like=like)) < len(edited):
        return ()
    for name in edited:
        report.finding(
            "OUT-011",
            Severity.WARN,
            f"`{name}` was changed after the last build; your version is kept as `{names[name]}`",
            hint="carry your changes over, or put them into the context so that every build has them",
        )
    paths = write_all(files, folder, report)
    if paths:
        written = {path.name: _checksum(files[path.name]) for path in paths}
        record = json.dumps(dict(sorted({**known, **written}.items())), indent=2) + "\n"
        write_all({RECORD: record.encode()}, folder / RECORD_FOLDER, report)
    return paths


def _known(folder: Path) -> dict[str, str]:
    """The checksums of the last build; none when there is no record that can be read."""
    try:
        record = json.loads((folder / RECORD_FOLDER / RECORD).read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return {str(name): str(sum_) for name, sum_ in record.items()} if isinstance(record, dict) else {}


def _edited(path: Path, new: bytes, known: Mapping[str, str]) -> bytes | None:
    """The content of a file that is neither the new one nor what the last build wrote."""
    try:
        if path.is_symlink() or not path.is_file():
            return None
        old = path.read_bytes()
    except (OSError, ValueError):
        return None
    return None if old == new or known.get(path.name) == _checksum(old) else old


def _free_names(names: Collection[str], folder: Path) -> dict[str, str]:
    """A name for each kept file that nothing in the folder has, such as `memo (edited).docx`."""
    free: dict[str, str] = {}
    for name in names:
        path = Path(name)
        number = 1
        while (folder / (copy := _copy_name(path, number))).exists():
            number += 1
        free[name] = copy
    return free


def _copy_name(path: Path, number: int) -> str:
    return f"{path.stem} (edited{f' {number}' if number > 1 else ''}){path.suffix}"


def _checksum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
