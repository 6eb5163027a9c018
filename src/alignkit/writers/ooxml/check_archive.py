"""Rules for the zip file around the parts of a package, and the parts read out of it."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections import Counter

from .findings import Finding

_STORED_OR_DEFLATED = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_LARGEST_PART = 50 * 2**20
_LARGEST_WHOLE = 200 * 2**20
_DAMAGE = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)
"""What `zipfile` is seen to raise for damaged files."""


def read_archive(data: bytes) -> tuple[dict[str, bytes], tuple[Finding, ...]]:
    """The parts of a package and what is wrong with the zip file that holds them."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read(archive)
    except _DAMAGE:
        return {}, (Finding("PKG-001", "file is a package, found no readable zip file"),)


def _read(archive: zipfile.ZipFile) -> tuple[dict[str, bytes], tuple[Finding, ...]]:
    parts: dict[str, bytes] = {}
    entries = archive.infolist()
    findings = _repeated([entry.filename for entry in entries])
    if sum(entry.file_size for entry in entries) > _LARGEST_WHOLE:
        return {}, (*findings, Finding("PKG-022", "package has at most 200 MB, found more"))
    for entry in entries:
        name = entry.filename
        if name.endswith("/"):
            findings.append(Finding("PKG-022", "package holds a folder entry", name))
            continue
        if problem := _oddity(entry):
            findings.append(Finding("PKG-022", problem, name))
            continue
        try:
            parts.setdefault(name, archive.read(entry))
        except _DAMAGE:
            findings.append(Finding("PKG-001", "part cannot be read from the zip file", name))
    return parts, tuple(findings)


def _repeated(names: list[str]) -> list[Finding]:
    """Findings for parts that come twice; names that differ in case alone are the same part."""
    counts = Counter(name.lower() for name in names)
    return [
        Finding("PKG-002", f"part comes once, found {count} times", name)
        for name, count in counts.items()
        if count > 1
    ]


def _oddity(entry: zipfile.ZipInfo) -> str:
    name = entry.filename
    if name.startswith("/") or "\\" in name or ".." in name.split("/") or not name.isprintable():
        return "part has an odd name"
    if entry.flag_bits & 1:
        return "part is encrypted"
    if entry.compress_type not in _STORED_OR_DEFLATED:
        return "part is compressed in a way that Office does not read"
    return "part has at most 50 MB, found more" if entry.file_size > _LARGEST_PART else ""
