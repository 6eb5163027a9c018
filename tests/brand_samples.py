"""A brand with everything, as its file says it."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image

from alignkit.brands import Brand, load_brand
from alignkit.diagnostics import Report

if TYPE_CHECKING:
    from pathlib import Path

BRAND = """\
name: "Bolt & Sons"
colors:
  ink: "#2A1430"
  accent: "#7A1F5C"
fonts:
  text: Georgia
  headings: Arial
logo: logo.png
confidentiality: Bolt & Sons only
"""


def picture(size: tuple[int, int] = (600, 200), kind: str = "PNG") -> bytes:
    """A logo: a coloured disc's worth of pixels on a clear ground."""
    image = Image.new("RGBA" if kind == "PNG" else "RGB", size)
    image.paste((122, 31, 92), (0, 0, size[0] // 3, size[1]))
    stream = BytesIO()
    image.save(stream, kind)
    return stream.getvalue()


def branded(folder: Path, text: str = BRAND, logo: bytes | None = None) -> Brand:
    """The brand of a file in `folder`, with a logo beside it."""
    (folder / "logo.png").write_bytes(picture() if logo is None else logo)
    (folder / "brand.yaml").write_text(text, "utf-8")
    report = Report()
    brand = load_brand(folder / "brand.yaml", report)
    assert brand is not None
    assert [] == list(report)
    return brand
