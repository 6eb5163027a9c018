"""Rules for an image part: it is what its content type says, it is whole, and it has a size."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .check_facts import Facts

_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"\xd7\xcd\xc6\x9a", "image/x-wmf"),
)
_EMF_MARK = slice(40, 44)
_KNOWN = frozenset(kind for _, kind in _SIGNATURES) | {"image/x-emf", "image/svg+xml"}


def image_type(data: bytes) -> str:
    """The content type that the first bytes of an image tell; empty if none is known."""
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return kind
    if data[_EMF_MARK] == b" EMF":
        return "image/x-emf"
    return "image/svg+xml" if b"<svg" in data[:1000] else ""


def check_image(facts: Facts, content_type: str, data: bytes) -> None:
    """Add everything wrong with one image."""
    found = image_type(data)
    declared = content_type.lower()
    if declared not in _KNOWN:
        facts.find("PKG-020", f"image type is one that Office names, found `{content_type}`")
    elif not found:
        facts.find("PKG-021", "image is damaged: its first bytes are those of no known kind")
    elif found != declared:
        facts.find("PKG-020", f"image is declared as `{declared}`, found `{found}`")
    elif problem := _damage(found, data):
        facts.find("PKG-021", f"image is damaged: {problem}")


def _damage(kind: str, data: bytes) -> str:
    if kind == "image/png":
        return _png_damage(data)
    if kind == "image/jpeg" and b"\xff\xd9" not in data[-64:]:
        return "it has no end"
    if kind == "image/gif" and (len(data) < 14 or b"\x00\x00" in (data[6:8], data[8:10])):
        return "it has no size"
    return ""


def _png_damage(data: bytes) -> str:
    """What is wrong with the chunks of a PNG; empty if they are whole and their sums agree."""
    place, names = 8, []
    while place + 12 <= len(data):
        length, name = struct.unpack(">I4s", data[place : place + 8])
        end = place + 12 + length
        if end > len(data):
            return "it is cut short"
        (checksum,) = struct.unpack(">I", data[end - 4 : end])
        if zlib.crc32(data[place + 4 : end - 4]) != checksum:
            return "a checksum is wrong"
        if name == b"IHDR" and 0 in struct.unpack(">II", data[place + 8 : place + 16]):
            return "it has no size"
        names.append(name)
        place = end
    if not names or names[0] != b"IHDR" or names[-1] != b"IEND" or b"IDAT" not in names:
        return "it is cut short"
    return ""
