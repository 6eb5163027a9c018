"""What stands where on the pages LibreOffice makes of a deck: text outside its slot, and text that is missing.

The pages know nothing of slots, so each text of the deck is looked for among the characters of its page: first as
a whole inside its place, then as a whole elsewhere, then word by word. What is left on a page afterwards must be
a mark of a list, a foot, or the inside of a chart.

`python tests/slides_in_pdf.py --all` judges the decks of every stress context.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from alignkit.formats.dates import date_text
from alignkit.model.deck import (
    EMU_PER_PT,
    Box,
    CardFace,
    Deck,
    Field,
    Filled,
    Grid,
    Marker,
    Plot,
    Schedule,
    Slide,
    TextBody,
)
from alignkit.showing import plain
from alignkit.themes import matrix_grid, schedule_detail

SLACK_PT = 2.0
"""How far ink may stand over an edge: side bearings, and what programs round differently."""
DECKS_A_RUN = 20
"""Decks converted by one start of LibreOffice."""
SECONDS_A_RUN = 570
_HYPHENS = "\x02\ufffe"
"""What the reader of the PDF gives for a hyphen at the end of a line."""
_UNREADABLE = "\0\ufffd"
"""What it gives for a character that no font of the machine has."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle on a page, in points from its top left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def beyond(self, ink: Area) -> float:
        """How far `ink` stands over the edges; negative inside."""
        return max(self.left - ink.left, self.top - ink.top, ink.right - self.right, ink.bottom - self.bottom)


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character on a page, of those a printer's ink shows."""

    char: str
    """Folded; one of several when the page has a ligature."""
    ink: Area
    is_first: bool
    """Whether it stands after a space, or begins a line."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A text that has to stand in one place."""

    text: str
    area: Area
    may_miss: bool = False
    """Whether a writer may leave it out, as a tick without room."""


@dataclass(slots=True)
class _Page:
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


def misplaced(deck: Deck, pdf: bytes) -> list[str]:
    """What a reader of the PDF would miss or see outside its place, slide by slide; empty when all is well."""
    file = pypdfium2.PdfDocument(pdf)
    try:
        if len(file) != len(deck.slides):
            return [f"{len(file)} pages for {len(deck.slides)} slides"]
        return [
            f"slide {number} {problem}"
            for number, slide in enumerate(deck.slides, 1)
            for problem in _judged(slide, _page(file[number - 1]), _feet(deck, number))
        ]
    finally:
        file.close()


def convert(decks: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """The PDF of each .pptx by its name; LibreOffice is started once for many of them."""
    names, made = list(decks), {}
    for start in range(0, len(names), DECKS_A_RUN):
        several = names[start : start + DECKS_A_RUN]
        for name in several:
            (folder / f"{name}.pptx").write_bytes(decks[name])
        command = [
            "soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore",
            "--convert-to", "pdf", "--outdir", str(folder), *(str(folder / f"{name}.pptx") for name in several),
        ]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=SECONDS_A_RUN)
        made |= {name: (folder / f"{name}.pdf").read_bytes() for name in several}
    return made


def missing_programs() -> list[str]:
    """What has to be installed before anything can be converted."""
    return [name for name in ("soffice",) if shutil.which(name) is None]


def _judged(slide: Slide, page: _Page, feet: Sequence[str]) -> Iterator[str]:
    left: list[tuple[Filled, Piece]] = []
    pieces = [(filled, piece) for filled in slide.filled for piece in pieces(filled) if _folded(piece.text)]
    pieces.sort(key=lambda each: -len(_folded(each[1].text)))  # a short text may be part of a long one
    for filled, piece in pieces:
        run = page.best(_folded(piece.text), piece.area)
        if run is not None and page.beyond(run, piece.area) <= SLACK_PT:
            page.take(run)
        else:
            left.append((filled, piece))
    for filled, piece in left:
        for problem in _found_elsewhere(piece, page):
            yield f"{filled.slot}: {problem}"
    for foot in feet:
        for word in foot.split():
            page.take(page.best(_folded(word), _WHOLE) or ())
    yield from _strays(slide, page)


_WHOLE = Area(-1e9, -1e9, 1e9, 1e9)


def _found_elsewhere(piece: Piece, page: _Page) -> Iterator[str]:
    """What is wrong with a piece that does not stand in its place as a whole."""
    run = page.best(_folded(piece.text), piece.area)
    if run is not None:
        page.take(run)
        yield f"`{_short(piece.text)}` leaves its place by {page.beyond(run, piece.area):.1f} pt"
        return
    if piece.may_miss:
        return
    for word in piece.text.split():
        problem = _word(word, piece.area, page)
        if problem:
            yield problem


def _word(word: str, area: Area, page: _Page) -> str:
    """What is wrong with a word; its characters may stand in any order where a script is written or shaped so."""
    sought = _folded(word)
    if not sought:
        return ""
    run: Sequence[int] | None = page.best(sought, area) or page.best(sought[::-1], area)
    if run is None:
        run = _scattered(sought, area, page)
    if run is None:
        return f"`{_short(word)}` is not on its page"
    page.take(run)
    beyond = page.beyond(run, area)
    return f"`{_short(word)}` leaves its place by {beyond:.1f} pt" if beyond > SLACK_PT else ""


def _scattered(sought: str, area: Area, page: _Page) -> Sequence[int] | None:
    """A word whose characters are on the page one by one, as those of far scripts, in several fonts or in links."""
    run: list[int] = []
    for char in sought:
        at = _one(char, area, page, run)
        if at is None:
            return None
        run.append(at)
    return run


def _one(char: str, area: Area, page: _Page, besides: Sequence[int]) -> int | None:
    wanted = [char, *(_UNREADABLE if _is_far(char) else "")]
    for at, glyph in enumerate(page.glyphs):
        inside = area.beyond(glyph.ink) <= SLACK_PT
        if inside and glyph.char in wanted and not page.taken[at] and at not in besides:
            return at
    return None


def _is_far(char: str) -> bool:
    return ord(char) > 0x2E7F


def _strays(slide: Slide, page: _Page) -> Iterator[str]:
    """What is on the page and in no text of the deck, but for marks of lists and the inside of charts."""
    charts = [_area(filled.box) for filled in slide.filled if isinstance(filled.content, Plot)]
    lists = [_area(filled.box) for filled in slide.filled if _has_marks(filled)]
    far: list[Glyph] = []
    for at, glyph in enumerate(page.glyphs):
        if page.taken[at] or any(area.beyond(glyph.ink) <= SLACK_PT for area in charts):
            continue
        if _is_mark(glyph.char) and any(area.beyond(glyph.ink) <= SLACK_PT for area in lists):
            continue
        far.append(glyph)
    if far:
        ink = far[0].ink
        yield (
            f"`{_short(''.join(each.char for each in far))}` stands in no slot, "
            f"{ink.left:.0f} pt from the left and {ink.top:.0f} pt from the top"
        )


def _has_marks(filled: Filled) -> bool:
    return isinstance(filled.content, TextBody) and any(
        line.marker is not Marker.NONE for line in filled.content.lines
    )


def _is_mark(char: str) -> bool:
    return char.isdecimal() or unicodedata.category(char)[0] in "PSC"


def pieces(filled: Filled) -> Iterator[Piece]:
    """The texts of a slot, each with the place it has to keep."""
    area = _area(filled.box)
    match filled.content:
        case TextBody(lines=lines):
            yield from (Piece(plain(line.inlines), area) for line in lines)
        case CardFace(card=card):
            yield from (Piece(text, area) for text in (plain(card.value), card.label, plain(card.note)))
        case Grid():
            yield from _in_grid(filled.content, filled.box)
        case Field():
            yield from _in_matrix(filled.content, filled.box)
        case Schedule():
            yield from _in_schedule(filled.content, filled.box)
        case Plot():
            return


def _in_grid(grid: Grid, box: Box) -> Iterator[Piece]:
    table = grid.table
    rows = [[plain(column.header) for column in table.columns]]
    rows += [[plain(cell) for cell in row.cells] for row in table.rows]
    yield from _in_cells(rows, grid.widths, grid.heights, box)


def _in_matrix(shown: Field, box: Box) -> Iterator[Piece]:
    matrix = shown.matrix
    widths, heights = matrix_grid(box, len(matrix.rows), len(matrix.columns))
    corner = _area(Box(box.x, box.y, widths[0], heights[0]))
    yield from (Piece(text, corner) for text in (f"{matrix.across} →", f"{matrix.upright} ↑"))
    rows = [("", *matrix.columns)]
    rows += [
        (name, *(plain(cell.inlines) for cell in cells))
        for name, cells in zip(matrix.rows, matrix.cells, strict=True)
    ]
    yield from _in_cells(rows, widths, heights, box)


def _in_cells(
    rows: Sequence[Sequence[str]], widths: Sequence[int], heights: Sequence[int], box: Box
) -> Iterator[Piece]:
    lefts, tops = (list(accumulate(sizes, initial=0)) for sizes in (widths, heights))
    for row, top, height in zip(rows, tops, heights, strict=False):
        for text, left, width in zip(row, lefts, widths, strict=False):
            yield Piece(text, _area(Box(box.x + left, box.y + top, width, height)))


def _in_schedule(schedule: Schedule, box: Box) -> Iterator[Piece]:
    timeline, (scale, *rows) = schedule.timeline, schedule.heights
    yield Piece(timeline.heads[0], _area(Box(box.x, box.y, schedule.label_width, scale)))
    ticks = _area(Box(box.x + schedule.label_width, box.y, box.width - schedule.label_width, scale))
    yield from (Piece(tick.text, ticks, may_miss=True) for tick in timeline.ticks)
    tops = accumulate(rows, initial=box.y + scale)
    for event, top, height in zip(timeline.events, tops, rows, strict=False):
        area = _area(Box(box.x, top, schedule.label_width, height))
        yield from (Piece(plain(line), area) for line in (event.label, *schedule_detail(event)))


def _feet(deck: Deck, number: int) -> tuple[str, ...]:
    """What stands at the foot of a slide."""
    properties = deck.properties
    day = date_text(properties.language, properties.as_of, "", near=False, same_year=False)
    return (f"{deck.words.draft} · {properties.footer}", str(number), day)


def _area(box: Box) -> Area:
    edges = (box.x, box.y, box.x + box.width, box.y + box.height)
    return Area(*(edge / EMU_PER_PT for edge in edges))


def _folded(text: str) -> str:
    """The characters that ink shows, alike for every way to write them."""
    return "".join(
        char
        for char in unicodedata.normalize("NFKD", text).casefold()
        if not char.isspace() and unicodedata.category(char) not in ("Cf", "Mn", "Zs")
    )


def _page(page: pypdfium2.PdfPage) -> _Page:
    """The characters of a page in the order in which they were drawn."""
    height = page.get_height()
    text = page.get_textpage()
    glyphs: list[Glyph] = []
    is_first = True
    for at in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, at)
        char = "-" if chr(code) in _HYPHENS else chr(code)
        folded = _folded(char)
        if folded:
            left, bottom, right, top = text.get_charbox(at)
            ink = Area(left, height - top, right, height - bottom)
            glyphs.extend(Glyph(each, ink, is_first and not index) for index, each in enumerate(folded))
        is_first = char.isspace() if not folded else False
    return _Page(glyphs, "".join(glyph.char for glyph in glyphs), [False] * len(glyphs))


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"


def main() -> None:
    """Judge the decks of every stress context, or of those whose name holds a word."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", action="store_true", help="every stress context")
    parser.add_argument("--only", default="", help="contexts whose name holds this")
    parser.add_argument("--keep", type=Path, help="folder for the files")
    chosen = parser.parse_args()
    if not (chosen.all or chosen.only):
        parser.error("give --all or --only")
    sys.exit(_judge_stress(chosen.only, chosen.keep))


def _judge_stress(only: str, keep: Path | None) -> int:
    """Print what is wrong, deck by deck, and how many decks were judged; 1 when anything is."""
    from stress_contexts import STRESS
    from stress_decks import made

    with tempfile.TemporaryDirectory() as folder:
        found = {
            deck.name: deck for stress in STRESS if only in stress.name for deck in made(stress, Path(folder))
        }
        names = {f"deck{number:03}": name for number, name in enumerate(found, 1)}
        target = keep or Path(folder)
        target.mkdir(parents=True, exist_ok=True)
        pdfs = convert({short: found[name].data for short, name in names.items()}, target)
    problems = {name: misplaced(found[name].deck, pdfs[short]) for short, name in names.items()}
    for short, name in names.items():
        for problem in problems[name]:
            print(f"{short} {name}: {problem}")  # noqa: T201 - a command prints
    wrong = sum(map(bool, problems.values()))
    slides = sum(len(deck.deck.slides) for deck in found.values())
    print(f"{len(found)} decks, {slides} slides, {wrong} decks with problems")  # noqa: T201 - a command prints
    return min(wrong, 1)


if __name__ == "__main__":
    main()
