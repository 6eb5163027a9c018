"""The characters of a page of a PDF, and which of them are accounted for."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from slide_pieces import Area

SLACK_PT = 2.0
"""How far ink may stand over an edge: side bearings, and what programs round differently."""
_HYPHENS = "\x02\ufffe"
"""What the reader of the PDF gives for a hyphen at the end of a line."""
_HANGING = "、。，．"
"""What may hang over the end of a line by the rules of Chinese and Japanese."""
_MIRRORED = str.maketrans(")]}>“”", '([{<""')
"""Marks that a change of direction turns round."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character on a page, of those a printer's ink shows."""

    char: str
    """Folded; one of several when the page has a ligature."""
    ink: Area
    is_first: bool
    """Whether it stands after a space, or begins a line."""


@dataclass(slots=True)
class Page:
    """The characters of a page, and which of them are accounted for."""

    glyphs: list[Glyph]
    text: str
    taken: list[bool]

    def is_free(self, run: range) -> bool:
        return not any(self.taken[at] for at in run)

    def take(self, run: Sequence[int]) -> None:
        for at in run:
            self.taken[at] = True

    def beyond(self, run: Sequence[int], area: Area) -> float:
        return max(area.beyond(self.glyphs[at].ink) for at in run)

    def runs(self, sought: str) -> Iterator[range]:
        """Where a text stands as words of its own that nothing else has claimed."""
        start = self.text.find(sought)
        while start >= 0:
            end = start + len(sought)
            alone = self.glyphs[start].is_first and (
                end == len(self.glyphs) or self.glyphs[end].is_first or self.taken[end]
            )
            if alone and self.is_free(range(start, end)):
                yield range(start, end)
            start = self.text.find(sought, start + 1)

    def best(self, sought: str, area: Area) -> range | None:
        """The first run inside the area, else the nearest to it."""
        nearest: tuple[float, range] | None = None
        for run in self.runs(sought):
            beyond = self.beyond(run, area)
            if beyond <= SLACK_PT:
                return run
            if nearest is None or beyond < nearest[0]:
                nearest = beyond, run
        return nearest[1] if nearest else None


def page_of(page: pypdfium2.PdfPage) -> Page:
    """The characters of a page in the order in which they were drawn."""
    height = page.get_height()
    text = page.get_textpage()
    glyphs: list[Glyph] = []
    is_first = True
    for at in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, at)
        char = "-" if chr(code) in _HYPHENS else chr(code)
        folded = folded_text(char)
        if folded:
            left, bottom, right, top = text.get_charbox(at)
            ink = Area(left, height - top, left if char in _HANGING else right, height - bottom)
            glyphs.extend(Glyph(each, ink, is_first and not index) for index, each in enumerate(folded))
        is_first = not folded and (char.isspace() or is_first or _is_picture(char))
    return Page(glyphs, "".join(glyph.char for glyph in glyphs), [False] * len(glyphs))


def _is_picture(char: str) -> bool:
    """Whether it is a sign that a machine without a font for it leaves out of the PDF's text."""
    return ord(char) >= 0x1F000 or 0xD800 <= ord(char) <= 0xDFFF or 0x2600 <= ord(char) <= 0x27BF


def folded_text(text: str) -> str:
    """The characters that ink shows, alike for every way to write them."""
    return "".join(
        char
        for char in unicodedata.normalize("NFKD", text).casefold().translate(_MIRRORED)
        if not (char.isspace() or unicodedata.category(char) in ("Cf", "Mn", "Zs") or _is_picture(char))
    )
