"""PDF by way of LibreOffice, which is asked for when it is not there."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alignkit.diagnostics import Report

SECONDS = 120
"""Longest a conversion may take; LibreOffice needs minutes for tables of 10,000 rows."""
_FILTERS = {
    ending: f'pdf:{program}_pdf_Export:{{"PDFUACompliance":{{"type":"boolean","value":"true"}}}}'
    for ending, program in (("docx", "writer"), ("pptx", "impress"))
}
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)


def find_libreoffice() -> str | None:
    """The program that converts, or None when LibreOffice is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


def convert(data: bytes, name: str, report: Report) -> bytes | None:
    """The PDF of a Word or PowerPoint file, accessible as PDF/UA as far as LibreOffice goes.

    Args:
        data: the file.
        name: its name, ending in `.docx` or `.pptx`.
        report: where it is said why there is no PDF.

    Reports: PDF-001 when LibreOffice is missing, PDF-002 when it fails or takes longer than `SECONDS`.

    """
    program = find_libreoffice()
    if program is None:
        report.broken(
            "PDF-001",
            f"expected LibreOffice to make a PDF of `{name}`, found none",
            hint="install LibreOffice from libreoffice.org, or open the file in Office and save it as PDF",
        )
        return None
    with tempfile.TemporaryDirectory(prefix="alignkit-") as folder:
        return _converted(program, data, name, Path(folder), report)


def _converted(program: str, data: bytes, name: str, folder: Path, report: Report) -> bytes | None:
    ending = name.rpartition(".")[2]
    source = folder / f"document.{ending}"
    source.write_bytes(data)
    command = [
        program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore",
        "--convert-to", _FILTERS[ending], "--outdir", str(folder), str(source),
    ]  # fmt: skip
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)  # noqa: S603 - no user text in it
        return (folder / "document.pdf").read_bytes()
    except subprocess.TimeoutExpired:
        reason = f"it took longer than {SECONDS} seconds"
    except (subprocess.CalledProcessError, OSError) as problem:
        reason = f"it failed ({type(problem).__name__})"
    report.broken(
        "PDF-002",
        f"LibreOffice made no PDF of `{name}`: {reason}",
        hint=f"build the .{ending} and save it as PDF in Office",
    )
    return None
