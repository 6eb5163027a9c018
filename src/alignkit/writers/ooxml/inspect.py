"""Intake of a company's own reference document, before any library sees it.

Every problem is named in one run. What Word or PowerPoint would fetch or run on opening is refused, or taken
out and listed when that is asked for.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from alignkit.diagnostics import Place, Severity

from .inspect_parts import Intake, inspect_parts
from .inspect_zip import read_zip, write_zip

if TYPE_CHECKING:
    from alignkit.diagnostics import Report

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_SAVE_AS = "open it in Word or PowerPoint and save it as .docx or .pptx"
_LARGEST_FILE = 200 * 2**20


@dataclass(slots=True)
class Desk:
    """Where one file is inspected: its name, the report, and how many reasons to refuse it were found."""

    name: str
    """The file as the user named it."""
    report: Report
    """Where problems go."""
    strip_active: bool = False
    """Whether active content is taken out instead of refused."""
    refusals: int = 0
    """How many reasons to refuse the file were found."""
    removals: list[str] = field(default_factory=list)
    """What was taken out or set right."""

    def refuse(self, code: str, message: str, hint: str) -> None:
        """Report a reason to refuse the file."""
        self.refusals += 1
        self.report.broken(code, message, Place(self.name, 1), hint=hint)

    def found_active(self, code: str, message: str, hint: str) -> bool:
        """Report active content; returns whether it is to be taken out."""
        if self.strip_active:
            self.note(code, f"removed from the reference: {message}")
        else:
            self.refuse(code, f"reference holds {message}", hint)
        return self.strip_active

    def note(self, code: str, message: str) -> None:
        """Report what was taken out or set right."""
        self.removals.append(message)
        self.report.finding(code, Severity.INFO, message, Place(self.name, 1))


def inspect(data: bytes, name: str, report: Report, *, strip_active: bool = False) -> bytes | None:
    """The reference document fit to be opened, or None if it is refused.

    Args:
        data: the bytes of a .docx, .dotx, .pptx or .potx.
        name: the file as the user named it.
        report: where every problem and every removal goes.
        strip_active: take active content out instead of refusing it.

    Reports: REF-001 to REF-047.

    """
    desk = Desk(name, report, strip_active)
    try:
        return _inspect(data, desk)
    except (Exception, RecursionError):
        # A hostile file may break the parsers in ways nobody has seen yet; it is refused like the others.
        desk.refuse("REF-014", "file cannot be read as a document", _SAVE_AS)
        return None


def _inspect(data: bytes, desk: Desk) -> bytes | None:
    if not _is_zip(data, desk):
        return None
    parts = read_zip(data, desk)
    if parts is None:
        return None
    intake = Intake(parts, desk)
    inspect_parts(intake)
    if desk.refusals:
        return None
    return write_zip(intake.kept()) if desk.removals else data


def _is_zip(data: bytes, desk: Desk) -> bool:
    """Whether the first bytes are those of a zip file; what else it may be has its own message."""
    before = desk.refusals
    if not data:
        desk.refuse("REF-001", "reference is a document, found an empty file", "save the document again")
    elif len(data) > _LARGEST_FILE:
        desk.refuse("REF-005", "reference has at most 200 MB, found more", "make its images smaller")
    elif data.startswith(_OLE):
        _refuse_ole(data, desk)
    elif not data.startswith(b"PK"):
        desk.refuse("REF-001", "reference is a Word or PowerPoint file, found something else", _SAVE_AS)
    return desk.refusals == before


def _refuse_ole(data: bytes, desk: Desk) -> None:
    if _ENCRYPTED_STREAM in data:
        hint = "open it, remove its password and save it again"
        desk.refuse("REF-013", "reference is protected by a password", hint)
    else:
        hint = "open it in Word or PowerPoint and save it as .docx or .pptx"
        desk.refuse("REF-002", "reference is in the old binary format (.doc, .ppt)", hint)
