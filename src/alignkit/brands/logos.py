"""The file of a logo: found beside its brand, and read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .brand import Logo

if TYPE_CHECKING:
    from pathlib import Path

    from alignkit.diagnostics import Place, Report

MOST_BYTES = 20_000_000
"""Size of a picture file."""
_BESIDE = "name a PNG, JPEG or GIF file in the folder of the brand file"


def find_logo(named: str, brand: Path, place: Place, report: Report) -> Logo | None:
    """The logo a brand file names, with its bytes; None after the reason was reported.

    Only files in the folder of the brand file or below are read: a brand may come from somebody else, and
    what it names ends up in documents that are sent.

    Reports: BRAND-006.
    """
    path = brand.parent / named
    data, reason = _read(path, brand.parent)
    if reason:
        report.broken("BRAND-006", f"the logo `{named}` cannot be read: {reason}", place, hint=_BESIDE)
        return None
    return Logo(path, data, place)


def _read(path: Path, folder: Path) -> tuple[bytes, str]:
    """The bytes of the file, or why there are none."""
    try:
        if reason := _refused(path, folder):
            return b"", reason
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        return b"", (error.strerror or "the system refuses").lower()
    except ValueError:
        return b"", "its name is not usable"
    too_large = f"it has more than {MOST_BYTES // 1_000_000} MB"
    return (data, "") if len(data) <= MOST_BYTES else (b"", too_large)


def _refused(path: Path, folder: Path) -> str:
    """Why this is no file we read; empty if it is one."""
    if not path.resolve().is_relative_to(folder.resolve()):
        return "it is outside the folder of the brand file"
    if not path.exists():
        return "there is no such file"
    return "" if path.is_file() else "it is not a file"
