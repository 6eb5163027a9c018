"""Which files a context is made of, and their text."""

from __future__ import annotations

import codecs
import stat
from typing import TYPE_CHECKING

from alignkit.diagnostics import Place

from .guard import MOST_BYTES

if TYPE_CHECKING:
    from pathlib import Path

    from alignkit.diagnostics import Report

SUFFIXES = (".yaml", ".yml")
APART = frozenset({"people", "brand", "alignkit"})
"""Names of files in a project folder that are not part of the shared context."""
_SAVE_AS = "save the file as UTF-8 (in most editors: Save as, Encoding, UTF-8)"
_WIDE = ((codecs.BOM_UTF32_LE, "UTF-32"), (codecs.BOM_UTF32_BE, "UTF-32"),
         (codecs.BOM_UTF16_LE, "UTF-16"), (codecs.BOM_UTF16_BE, "UTF-16"))  # fmt: skip


def context_files(path: Path, report: Report) -> tuple[Path, ...]:
    """The file itself, or the YAML files of a folder in name order.

    Reports: YAML-001, YAML-002.
    """
    try:
        if not path.is_dir():
            return (path,)
        found = sorted(entry for entry in path.iterdir() if _belongs(entry))
    except OSError as error:
        report.broken("YAML-001", f"`{path}` cannot be read: {_reason(error)}", Place(str(path), 1))
        return ()
    if not found:
        message = f"expected a file that ends in .yaml in the folder `{path}`, found none"
        report.broken(
            "YAML-002", message, Place(str(path), 1), hint="name the context file, or put context.yaml there"
        )
    return tuple(found)


def _belongs(entry: Path) -> bool:
    return (
        entry.suffix.lower() in SUFFIXES
        and not entry.name.startswith(".")
        and entry.stem.lower() not in APART
        and entry.is_file()
    )


def text_of(path: Path, report: Report, read_before: int = 0) -> str | None:
    """The text of a file, or None with the reason in the report; `read_before` is the size of the others.

    Reports: YAML-001, YAML-003, YAML-004.
    """
    content = _bytes_of(path, report)
    if content is None:
        return None
    if len(content) + read_before > MOST_BYTES:
        message = f"expected at most {MOST_BYTES // 1_000_000} MB of context, found more"
        report.broken("YAML-004", message, Place(str(path), 1), hint="leave out what is not a context")
        return None
    return _decoded(content, path, report)


def _bytes_of(path: Path, report: Report) -> bytes | None:
    place = Place(str(path), 1)
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            kind = "a folder" if path.is_dir() else "something else"
            report.broken(
                "YAML-001", f"expected a file, found {kind}: `{path}`", place, hint="name a YAML file"
            )
            return None
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        hint = "check the name and the folder you are in" if isinstance(error, FileNotFoundError) else ""
        report.broken("YAML-001", f"`{path}` cannot be read: {_reason(error)}", place, hint=hint)
        return None


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, PermissionError):
        return "you are not allowed to read it"
    return (
        error.strerror.lower() if isinstance(error, OSError) and error.strerror else "its name is not usable"
    )


def _decoded(content: bytes, path: Path, report: Report) -> str | None:
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")):
        message = "expected a context file, found a Word, PowerPoint, PDF or zip file"
        report.broken("YAML-003", message, Place(str(path), 1), hint="give the path of your context.yaml")
        return None
    wide = next((name for mark, name in _WIDE if content.startswith(mark)), None)
    if wide is None and len(content) > 1 and 0 in (content[0], content[1]):
        wide = "UTF-16"
    if wide is not None:
        report.broken("YAML-003", f"expected UTF-8, found {wide}", Place(str(path), 1), hint=_SAVE_AS)
        return None
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8").splitlines(keepends=True) or [""]
        line = len(before) + before[-1].endswith(("\n", "\r"))
        column = 1 if before[-1].endswith(("\n", "\r")) else len(before[-1]) + 1
        message = f"expected UTF-8, found the byte 0x{content[error.start]:02X}"
        report.broken("YAML-003", message, Place(str(path), line, column), hint=_SAVE_AS)
        return None
