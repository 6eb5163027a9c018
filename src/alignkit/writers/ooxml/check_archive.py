"""Rules for the zip file around the parts of a package, and the parts read out of it.

Most parts of a batch's files are the same to the last compressed byte; what such an entry holds is kept.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections import Counter

from .findings import Finding

_STORED_OR_DEFLATED = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_LARGEST_PART = 50 * 2**20
_LARGEST_WHOLE = 200 * 2**20
_DAMAGE = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)
"""What `zipfile` is seen to raise for damaged files."""
_HEADER = struct.Struct("<26xHH")
"""A local header (APPNOTE 4.3.7), of which the lengths of name and extra field are of use here."""
_LARGEST_KEPT = 2**15
_MOST_KEPT = 512
_Key = tuple[bytes, str, int, int, int, int]

_opened: dict[_Key, bytes] = {}
"""What an entry holds by its bytes in the zip file and what the directory says of it."""


def read_archive(data: bytes) -> tuple[dict[str, bytes], tuple[Finding, ...]]:
    """The parts of a package and what is wrong with the zip file that holds them."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read(archive, data)
    except _DAMAGE:
        return {}, (Finding("PKG-001", "file is a package, found no readable zip file"),)


def _read(archive: zipfile.ZipFile, data: bytes) -> tuple[dict[str, bytes], tuple[Finding, ...]]:
    parts: dict[str, bytes] = {}
    entries = archive.infolist()
    findings = _repeated([entry.filename for entry in entries])
    if sum(entry.file_size for entry in entries) > _LARGEST_WHOLE:
        return {}, (*findings, Finding("PKG-022", "package has at most 200 MB, found more"))
    ends = [*(entry.header_offset for entry in entries[1:]), len(data)]
    for entry, end in zip(entries, ends, strict=False):
        name = entry.filename
        if name.endswith("/"):
            findings.append(Finding("PKG-022", "package holds a folder entry", name))
            continue
        if problem := _oddity(entry):
            findings.append(Finding("PKG-022", problem, name))
            continue
        try:
            parts.setdefault(name, _content(archive, entry, _packed(data, entry, end)))
        except _DAMAGE:
            findings.append(Finding("PKG-001", "part cannot be read from the zip file", name))
    return parts, tuple(findings)


def _packed(data: bytes, entry: zipfile.ZipInfo, end: int) -> bytes:
    """The bytes of an entry with its local header; none if they are not all before `end`."""
    start = entry.header_offset
    if start + _HEADER.size > end:
        return b""
    name, extra = _HEADER.unpack_from(data, start)
    stop = start + _HEADER.size + name + extra + entry.compress_size
    return data[start:stop] if stop <= end else b""


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, packed: bytes) -> bytes:
    """What an entry holds; a small one that was opened before is not opened again."""
    if not packed or entry.file_size > _LARGEST_KEPT:
        return archive.read(entry)
    key = (packed, entry.filename, entry.CRC, entry.compress_type, entry.flag_bits, entry.file_size)
    content = _opened.get(key)
    if content is None:
        content = archive.read(entry)
        if len(_opened) >= _MOST_KEPT:
            _opened.clear()
        _opened[key] = content
    return content


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
