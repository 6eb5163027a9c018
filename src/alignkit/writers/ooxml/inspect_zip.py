"""Intake of a zip file: what its directory promises is checked before a single entry is unpacked.

Nothing is written to disk, and no entry is read beyond the size its directory declares.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .inspect import Desk

MOST_ENTRIES = 2_000
LARGEST_WHOLE = 200 * 2**20
LARGEST_PART = 50 * 2**20
RATIO = 100
RATIO_FROM = 2**20
"""Entries up to this size may be compressed as well as they can be."""

RESAVE = "open it in Word or PowerPoint and save it again"
"""What to do with a file that another program has written oddly."""

_LOCAL_HEADER = struct.Struct("<4s22xHH")
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ENCRYPTED = 0x1
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    LookupError,
)
"""What `zipfile` raises for damaged files, as seen with thousands of them."""


def read_zip(data: bytes, desk: Desk) -> dict[str, bytes] | None:
    """The entries of a zip file by name, or None if any limit is broken or any entry is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read(archive, data, desk)
    except DAMAGE:
        desk.refuse("REF-003", "file is a zip package, found one whose directory cannot be read", RESAVE)
        return None


def _read(archive: zipfile.ZipFile, data: bytes, desk: Desk) -> dict[str, bytes] | None:
    entries = archive.infolist()
    before = desk.refusals
    if len(entries) > MOST_ENTRIES:
        desk.refuse(
            "REF-004", f"package has at most {MOST_ENTRIES:,} entries, found {len(entries):,}", RESAVE
        )
        return None
    _check_sizes(entries, desk)
    _check_names(entries, desk)
    _check_overlap(archive, entries, data, desk)
    if desk.refusals > before:
        return None
    parts = {}
    for entry in entries:
        if entry.is_dir():
            continue
        content = _content(archive, entry)
        if content is None:
            desk.refuse("REF-011", f"`{entry.filename}` is damaged and cannot be unpacked", RESAVE)
        else:
            parts[entry.filename] = content
    return parts if desk.refusals == before else None


def _check_sizes(entries: list[zipfile.ZipInfo], desk: Desk) -> None:
    whole = sum(entry.file_size for entry in entries)
    if whole > LARGEST_WHOLE:
        size = _megabytes(whole)
        desk.refuse("REF-005", f"package unpacks to at most 200 MB, found {size}", "make its images smaller")
    for entry in entries:
        if entry.file_size > LARGEST_PART:
            size = _megabytes(entry.file_size)
            desk.refuse(
                "REF-006",
                f"`{entry.filename}` unpacks to at most 50 MB, found {size}",
                "make the image or text smaller",
            )
        elif entry.file_size > RATIO_FROM and entry.file_size > RATIO * entry.compress_size:
            desk.refuse(
                "REF-007",
                f"`{entry.filename}` unpacks to more than {RATIO} times its size, as a zip bomb does",
                "replace the file by one from a source you trust",
            )


def _megabytes(size: int) -> str:
    return f"{-(-size // 2**20):,} MB"


def _check_names(entries: list[zipfile.ZipInfo], desk: Desk) -> None:
    counts = Counter(entry.filename.lower() for entry in entries)
    for name, count in counts.items():
        if count > 1:
            desk.refuse("REF-008", f"`{shown(name)}` comes once in a package, found {count} times", RESAVE)
    for entry in entries:
        if entry.flag_bits & _ENCRYPTED:
            desk.refuse(
                "REF-009", f"`{shown(entry.filename)}` is encrypted", "save the file without a password"
            )
        if entry.compress_type not in _METHODS:
            desk.refuse(
                "REF-011", f"`{shown(entry.filename)}` is compressed in a way Office does not use", RESAVE
            )
        if is_odd_name(entry.filename):
            desk.refuse("REF-010", f"`{shown(entry.filename)}` is no name for a part of a package", RESAVE)


def shown(name: str) -> str:
    """A name fit for a message: printable and short."""
    return "".join(mark if mark.isprintable() and mark != "`" else "?" for mark in name[:80])


def is_odd_name(name: str) -> bool:
    """Whether a name leaves the package, hides something or could not be a part."""
    steps = name.rstrip("/").split("/")
    return (
        "\\" in name
        or ":" in name
        or not name.isprintable()
        or len(name) > 240
        or any(step in ("", ".", "..") or step.endswith(".") for step in steps)
    )


def _check_overlap(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], data: bytes, desk: Desk) -> None:
    """Refuse entries that share bytes: one small stretch of a file then unpacks to many large parts."""
    spans = sorted(_span(entry, data) for entry in entries)
    end_of_last = 0
    for start, end in spans:
        if start < end_of_last or end > archive.start_dir:
            desk.refuse("REF-012", "entries of the package overlap, as in a zip bomb", RESAVE)
            return
        end_of_last = end


def _span(entry: zipfile.ZipInfo, data: bytes) -> tuple[int, int]:
    start = entry.header_offset
    header = data[start : start + _LOCAL_HEADER.size]
    mark, name_length, extra_length = _LOCAL_HEADER.unpack(header)
    if mark != b"PK\x03\x04":
        raise zipfile.BadZipFile("no local header where the directory says")
    return start, start + _LOCAL_HEADER.size + name_length + extra_length + entry.compress_size


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes | None:
    try:
        with archive.open(entry) as stream:
            content = stream.read(entry.file_size + 1)
            return content if len(content) == entry.file_size and not stream.read(1) else None
    except DAMAGE:
        return None


def write_zip(parts: dict[str, bytes]) -> bytes:
    """A package of these parts: the same parts give the same bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return target.getvalue()
