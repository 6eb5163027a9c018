"""Rules for the workbook behind a chart: it opens, no part of it is damaged, and its main part is there.

A deck may have hundreds of workbooks, and five of the six parts of each are the same to the last compressed
byte. So a zip file laid out in the plainest way is walked through by hand, and an entry that was inflated and
proved once is not inflated again; any other zip file is opened as usual.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .check_facts import Facts

_PARTS = frozenset({"[Content_Types].xml", "xl/workbook.xml"})
_END = struct.Struct("<IHHHHIIH")
_CENTRAL = struct.Struct("<IH26sHHHII")
"""A record of the directory (APPNOTE 4.3.12); the 26 bytes are those it shares with the local header."""
_LOCAL = struct.Struct("<I26s")
_SHARED = struct.Struct("<HHHIIIIHH")
_PLAIN_FLAGS = frozenset({0, 0x0800})
_STORED, _DEFLATED = 0, 8
_MOST_BYTES = 2**20
"""An entry with more is left to the usual way of opening a zip file."""
_MOST_PROVED = 512

_proved: set[bytes] = set()
"""Entries with their local headers, found undamaged."""


def check_workbook(facts: Facts, data: bytes) -> None:
    """Add to `facts` what is wrong with a chart's workbook."""
    names = plain_names(data)
    if names is None:
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                damaged, names = archive.testzip(), frozenset(archive.namelist())
        except (
            zipfile.BadZipFile,
            zlib.error,
            NotImplementedError,
            RuntimeError,
            EOFError,
            OSError,
            ValueError,
        ):
            facts.find("PKG-210", "workbook does not open")
            return
        if damaged is not None:
            facts.find("PKG-210", f"workbook is damaged in `{damaged}`")
            return
    if not names >= _PARTS:
        facts.find("PKG-210", "workbook lacks its main part")


def plain_names(data: bytes) -> frozenset[str] | None:
    """The names in a zip file of plain entries one after the other, all undamaged; None for any other."""
    if len(data) < _END.size:
        return None
    mark, disk, first, here, count, size, directory, comment = _END.unpack_from(data, len(data) - _END.size)
    if (mark, disk, first, here, comment) != (0x06054B50, 0, 0, count, 0):
        return None
    if directory + size != len(data) - _END.size:
        return None
    names: list[bytes] = []
    at, offset = directory, 0
    for _ in range(count):
        entry = _entry(data, at, offset, directory)
        if entry is None:
            return None
        name, offset = entry
        names.append(name)
        at += _CENTRAL.size + len(name)
    return _decoded(names) if offset == directory and at == directory + size else None


def _entry(data: bytes, at: int, offset: int, directory: int) -> tuple[bytes, int] | None:
    """Name and end of the entry at `offset`, which the directory's record at `at` speaks of; None if odd."""
    name_at = at + _CENTRAL.size
    if name_at > len(data) or offset + _LOCAL.size > directory:
        return None
    mark, _, shared, comment, _, _, _, stated = _CENTRAL.unpack_from(data, at)
    flags, method, crc, packed, size, length, extra = _fields(shared)
    start = offset + _LOCAL.size
    end = start + length + packed
    if (
        (mark, stated, comment, extra) != (0x02014B50, offset, 0, 0)
        or flags not in _PLAIN_FLAGS
        or size > _MOST_BYTES
        or end > directory
        or _LOCAL.unpack_from(data, offset) != (0x04034B50, shared)
    ):
        return None
    name = data[name_at : name_at + length]
    if name != data[start : start + length]:
        return None
    whole = data[offset:end]
    if whole not in _proved:
        if not _is_undamaged(whole[_LOCAL.size + length :], method, crc, size):
            return None
        if len(_proved) >= _MOST_PROVED:
            _proved.clear()
        _proved.add(whole)
    return name, end


def _fields(shared: bytes) -> tuple[int, int, int, int, int, int, int]:
    """Flags, method, check sum, bytes packed and not, lengths of name and of extra field."""
    _, flags, method, _, crc, packed, size, length, extra = _SHARED.unpack(shared)
    return flags, method, crc, packed, size, length, extra


def _is_undamaged(body: bytes, method: int, crc: int, size: int) -> bool:
    if method == _DEFLATED:
        inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            body = inflate.decompress(body, size + 1)
        except zlib.error:
            return False
        if not inflate.eof or inflate.unused_data:
            return False
    elif method != _STORED:
        return False
    return len(body) == size and zlib.crc32(body) == crc


def _decoded(names: list[bytes]) -> frozenset[str] | None:
    """Names in ASCII, which all programs read alike; None when there are others."""
    return frozenset(name.decode("ascii") for name in names) if all(map(bytes.isascii, names)) else None
