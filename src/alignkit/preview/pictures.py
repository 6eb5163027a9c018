"""The pages of a PDF as PNG pictures."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_WIDTH = 1400
"""Width of a picture in pixels: sharp on a screen of twice the usual density at half its width."""
MOST_PAGES = 200
"""Pages of one document that are drawn; nobody looks at more in a preview."""


def pictures(pdf: bytes) -> Iterator[bytes]:
    """The first `MOST_PAGES` pages, each as a PNG."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        for number in range(min(len(document), MOST_PAGES)):
            page = document[number]
            image = page.render(scale=_WIDTH / page.get_width()).to_pil()
            buffer = BytesIO()
            image.save(buffer, "PNG")
            yield buffer.getvalue()
    finally:
        document.close()
