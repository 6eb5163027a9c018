"""Pictures from outside: what is shown, what is refused, and what is left behind."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from alignkit.writers.pictures import Picture, Refused, read_picture


def saved(kind: str, size: tuple[int, int] = (200, 100), mode: str = "RGB", **options: object) -> bytes:
    """A picture with a dark half."""
    image = Image.new(mode, size, 0)
    image.paste(200, (0, 0, size[0] // 2, size[1])) if mode in "LP" else None
    stream = BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def claiming(width: int, height: int) -> bytes:
    """The 69 bytes of a PNG of one pixel, which claims another size."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\x00\xff\x00\x00")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("data", "content_type", "mode"),
    [
        (saved("PNG"), "image/png", "RGB"),
        (saved("PNG", mode="RGBA"), "image/png", "RGBA"),
        (saved("PNG", mode="LA"), "image/png", "RGBA"),
        (saved("PNG", mode="I;16"), "image/png", "RGB"),
        (saved("PNG", mode="1"), "image/png", "RGB"),
        (saved("GIF", mode="P"), "image/png", "RGB"),
        (saved("GIF", mode="P", transparency=0), "image/png", "RGBA"),
        (saved("JPEG"), "image/jpeg", "RGB"),
        (saved("JPEG", mode="L"), "image/jpeg", "RGB"),
        (saved("JPEG", mode="CMYK"), "image/jpeg", "RGB"),
    ],
)
def test_three_kinds_are_shown_in_colours_of_a_screen(data: bytes, content_type: str, mode: str) -> None:
    picture = read_picture(data)

    assert isinstance(picture, Picture)
    assert (content_type, 200, 100) == (picture.content_type, picture.width, picture.height)
    with Image.open(BytesIO(picture.data)) as shown:
        assert (mode, (200, 100)) == (shown.mode, shown.size)


TOO_LARGE = "one of more than 40 million pixels"
PNG = "export it as PNG, at least 300 pixels high"


@pytest.mark.parametrize(
    ("data", "found", "hint"),
    [
        (claiming(60_000, 60_000), TOO_LARGE, "export it smaller, as PNG"),
        (claiming(8_000, 5_001), TOO_LARGE, "export it smaller, as PNG"),
        (claiming(2**31 - 1, 2**31 - 1), TOO_LARGE, "export it smaller, as PNG"),
        (claiming(0, 0), "a damaged file", "export it again as PNG"),
        (claiming(10, 10), "a damaged file", "export it again as PNG"),
        (saved("JPEG", (400, 400))[:600], "a damaged file", "export it again as PNG"),
        (saved("PNG")[:-20], "a damaged file", "export it again as PNG"),
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "an SVG drawing", PNG),
        (b"\xef\xbb\xbf<svg/>", "an SVG drawing", PNG),
        (b"this is our logo\n", "a text file", PNG),
        (b"%PDF-1.7\n", "a PDF file", PNG),
        (b"RIFF\x00\x00\x00\x00WEBP", "a WebP picture", PNG),
        (saved("BMP"), "a Windows bitmap", PNG),
        (saved("TIFF"), "a TIFF picture", PNG),
        (b"PK\x03\x04rest", "a zip or Office file", PNG),
        (b"\x00\x01\x02\xff\xfe", "a file of another kind", PNG),
        (b"", "an empty file", PNG),
    ],
)
def test_anything_else_is_refused_with_its_name(data: bytes, found: str, hint: str) -> None:
    assert Refused(found, hint) == read_picture(data)


def test_the_hostile_picture_is_as_small_as_it_is_said_to_be() -> None:
    assert len(claiming(60_000, 60_000)) == 69


def test_what_a_camera_noted_is_left_behind() -> None:
    notes = Image.Exif()
    notes[0x010F] = "camera of Jane"
    notes[0x8825] = {1: "N", 2: (52.0, 31.0, 12.0)}
    data = saved("JPEG", exif=notes.tobytes(), comment=b"taken at home") + b"trailing payload"

    picture = read_picture(data)

    assert isinstance(picture, Picture)
    assert b"camera of Jane" in data
    assert not any(each in picture.data for each in (b"Jane", b"Exif", b"home", b"payload"))


def test_what_a_program_noted_is_left_behind() -> None:
    from PIL.PngImagePlugin import PngInfo

    notes = PngInfo()
    notes.add_text("Author", "Jane")

    picture = read_picture(saved("PNG", pnginfo=notes, icc_profile=b"x" * 200))

    assert isinstance(picture, Picture)
    assert not any(each in picture.data for each in (b"Jane", b"tEXt", b"iCCP"))


def test_a_picture_that_was_turned_stands_upright() -> None:
    notes = Image.Exif()
    notes[0x0112] = 6  # a quarter turn

    picture = read_picture(saved("JPEG", exif=notes.tobytes()))

    assert isinstance(picture, Picture)
    assert (100, 200) == (picture.width, picture.height)


def test_a_large_picture_is_made_as_small_as_print_needs() -> None:
    picture = read_picture(saved("PNG", (6_000, 1_000)))

    assert isinstance(picture, Picture)
    assert (1_600, 267) == (picture.width, picture.height)


def test_the_same_file_gives_the_same_bytes() -> None:
    data = saved("JPEG")

    once = read_picture(data)
    read_picture.cache_clear()

    assert once == read_picture(data)


@given(st.sampled_from([saved("PNG"), saved("JPEG"), saved("GIF", mode="P")]), st.data())
@settings(max_examples=150, deadline=None)
def test_a_damaged_file_never_stops_the_program(whole: bytes, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(whole) - 1))
    junk = data.draw(st.binary(min_size=1, max_size=12))

    found = read_picture(whole[:place] + junk + whole[place + len(junk) :])

    assert isinstance(found, Picture | Refused)
