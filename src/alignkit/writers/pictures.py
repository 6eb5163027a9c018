"""A picture from outside, made safe to hand on: looked into, measured and written anew.

What comes out holds pixels and nothing else: no position of the camera, no comment, nothing behind its end.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 40_000_000
"""A picture of 8,000 by 5,000 pixels; a few bytes can claim a thousand times as many."""
_FORMATS = ("PNG", "JPEG", "GIF")
_WIDEST, _HIGHEST = 1_600, 800
"""Pixels that are kept: four times what a page shows of a logo, so that print is sharp."""
_JPEG_QUALITY = 92
_KINDS = (
    (b"%PDF", "a PDF file"),
    (b"%!PS", "an EPS drawing"),
    (b"RIFF", "a WebP picture"),
    (b"BM", "a Windows bitmap"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"\xd7\xcd\xc6\x9a", "a Windows drawing"),
    (b"PK\x03\x04", "a zip or Office file"),
)
_OURS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that Office, a browser and a reader of e-mails can show."""

    data: bytes = field(repr=False)
    """A PNG or JPEG file written by us."""
    content_type: str
    """`image/png` or `image/jpeg`."""
    width: int
    """In pixels."""
    height: int
    """In pixels."""

    @property
    def extension(self) -> str:
        """The ending of its file name, without a dot."""
        return "png" if self.content_type == "image/png" else "jpeg"


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a file is no picture we show."""

    found: str
    """What it is instead, to stand after `found`."""
    hint: str
    """What to do."""


@lru_cache(maxsize=16)
def read_picture(data: bytes) -> Picture | Refused:
    """The picture in the bytes of a file, written anew, or why it is none."""
    if not data.startswith(_OURS):
        return Refused(_kind_of(data), "export it as PNG, at least 300 pixels high")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            return _read(data)
    except Exception as error:  # Pillow lets a dozen kinds through, all of them about the file
        if "DecompressionBomb" in type(error).__name__:
            return _too_large()
        return Refused("a damaged file", "export it again as PNG")


def _read(data: bytes) -> Picture | Refused:
    from PIL import Image, ImageOps

    with Image.open(BytesIO(data), formats=_FORMATS) as probe:
        if probe.width * probe.height > MOST_PIXELS:
            return _too_large()
        kind = probe.format
        probe.verify()  # a picture that was verified cannot be used, so it is opened again below
    with Image.open(BytesIO(data), formats=_FORMATS) as opened:
        opened.load()
        upright = ImageOps.exif_transpose(opened)
        plain = _in_screen_colors(upright, may_be_clear=kind != "JPEG")
    plain.thumbnail((_WIDEST, _HIGHEST), Image.Resampling.LANCZOS)
    return _written(plain, is_photo=kind == "JPEG")


def _in_screen_colors(image: Image, *, may_be_clear: bool) -> Image:
    """The first frame in red, green and blue, with transparency where there is any."""
    is_clear = may_be_clear and ("A" in image.getbands() or "transparency" in image.info)
    return image.convert("RGBA" if is_clear else "RGB")


def _written(image: Image, *, is_photo: bool) -> Picture:
    from PIL.Image import new

    bare = new(image.mode, image.size)
    bare.paste(image)  # the pixels alone: what else the file said stays behind
    stream = BytesIO()
    if is_photo:
        bare.save(stream, "JPEG", quality=_JPEG_QUALITY, subsampling=0)
    else:
        bare.save(stream, "PNG", compress_level=9)
    return Picture(stream.getvalue(), "image/jpeg" if is_photo else "image/png", image.width, image.height)


def _too_large() -> Refused:
    return Refused(f"one of more than {MOST_PIXELS // 1_000_000} million pixels", "export it smaller, as PNG")


def _kind_of(data: bytes) -> str:
    """What a file is that is none of our three kinds."""
    start = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not data:
        return "an empty file"
    if b"<svg" in start.lower():
        return "an SVG drawing"
    for mark, words in _KINDS:
        if data.startswith(mark):
            return words
    return "a text file" if _is_text(data[:1000]) else "a file of another kind"


def _is_text(start: bytes) -> bool:
    try:
        return start.decode("utf-8", "strict").isprintable() or (b"\n" in start and b"\x00" not in start)
    except UnicodeDecodeError:
        return False
