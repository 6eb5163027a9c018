"""What stands where on the pages LibreOffice makes of a deck: text outside its slot, and text that is missing.

The pages know nothing of slots, so each text of the deck is looked for among the characters of its page: first as
a whole inside its place, then as a whole elsewhere, then word by word. What is left on a page afterwards must be
a mark of a list, a foot, or the inside of a chart.

`python tests/slides_in_pdf.py --all` judges the decks of every stress context.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pypdfium2
import pytest

from alignkit.formats.dates import date_text
from alignkit.model.deck import Deck, Filled, Marker, Plot, Slide, TextBody
from pdf_pages import SLACK_PT, Glyph, Page, folded_text, page_of
from slide_pieces import Area, Piece, area_of, pieces

DECKS_A_RUN = 20
"""Decks converted by one start of LibreOffice."""
SECONDS_A_RUN = 570
_UNREADABLE = "\0\ufffd"
"""What the reader of the PDF gives for a character that no font of the machine has."""
_WHOLE = Area(-1e9, -1e9, 1e9, 1e9)


def misplaced(deck: Deck, pdf: bytes) -> list[str]:
    """What a reader of the PDF would miss or see outside its place, slide by slide; empty when all is well."""
    file = pypdfium2.PdfDocument(pdf)
    try:
        if len(file) != len(deck.slides):
            return [f"{len(file)} pages for {len(deck.slides)} slides"]
        return [
            f"slide {number} {problem}"
            for number, slide in enumerate(deck.slides, 1)
            for problem in _judged(slide, page_of(file[number - 1]), _feet(deck, number))
        ]
    finally:
        file.close()


def convert(decks: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """The PDF of each .pptx by its name; LibreOffice is started once for many of them."""
    names = list(decks)
    made: dict[str, bytes] = {}
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


def demand_libreoffice() -> None:
    """Skip a test aloud where LibreOffice is missing, and fail it in continuous integration."""
    if shutil.which("soffice") is None:
        reason = "NOT RENDERED: soffice not installed"
        if os.environ.get("CI", "").lower() == "true":
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)


def _judged(slide: Slide, page: Page, feet: Sequence[str]) -> Iterator[str]:
    sought = [
        (filled, piece) for filled in slide.filled for piece in pieces(filled) if folded_text(piece.text)
    ]
    sought.sort(key=lambda each: -len(folded_text(each[1].text)))  # a short text may be part of a long one
    for find in (_whole, _in_any_order):
        sought = [each for each in sought if not _taken(find(each[1], page), page)]
    for filled, piece in sought:
        for problem in _found_elsewhere(piece, page):
            yield f"{filled.slot}: {problem}"
    for foot in feet:
        for word in foot.split():
            page.take(_word_run(folded_text(word), _WHOLE, page) or ())
    yield from _strays(slide, page)


def _taken(run: Sequence[int] | None, page: Page) -> bool:
    page.take(run or ())
    return run is not None


def _whole(piece: Piece, page: Page) -> Sequence[int] | None:
    """A piece that stands inside its place as a whole."""
    run = page.best(folded_text(piece.text), piece.area)
    return run if run is not None and page.beyond(run, piece.area) <= SLACK_PT else None


def _in_any_order(piece: Piece, page: Page) -> Sequence[int] | None:
    """A piece that stands inside its place on a page in a script that is not written in our order."""
    return _scattered(folded_text(piece.text), piece.area, page) if _is_shaped(page.text) else None


def _found_elsewhere(piece: Piece, page: Page) -> Iterator[str]:
    """What is wrong with a piece that does not stand in its place as a whole."""
    if piece.may_miss:
        return
    run = page.best(folded_text(piece.text), piece.area)
    if run is not None:
        page.take(run)
        yield f"`{_short(piece.text)}` leaves its place by {page.beyond(run, piece.area):.1f} pt"
        return
    for word in piece.text.split():
        problem = _word(word, piece.area, page)
        if problem:
            yield problem


def _word(word: str, area: Area, page: Page) -> str:
    """What is wrong with a word; its characters may stand in any order where a script is written or shaped so."""
    sought = folded_text(word)
    if not sought:
        return ""
    run = _word_run(sought, area, page)
    if run is None:
        return f"`{_short(word)}` is not on its page"
    page.take(run)
    beyond = page.beyond(run, area)
    return f"`{_short(word)}` leaves its place by {beyond:.1f} pt" if beyond > SLACK_PT else ""


def _word_run(sought: str, area: Area, page: Page) -> Sequence[int] | None:
    return page.best(sought, area) or page.best(sought[::-1], area) or _scattered(sought, area, page)


def _scattered(sought: str, area: Area, page: Page) -> Sequence[int] | None:
    """A word whose characters are on the page one by one, as those of far scripts, in several fonts or in links."""
    run: list[int] = []
    for char in sought:
        at = _one(char, area, page, run)
        if at is None:
            return None
        run.append(at)
    return run


def _one(char: str, area: Area, page: Page, besides: Sequence[int]) -> int | None:
    wanted = [char, *(_UNREADABLE if _is_far(char) else "")]
    for at, glyph in enumerate(page.glyphs):
        inside = area.beyond(glyph.ink) <= SLACK_PT
        if inside and glyph.char in wanted and not page.taken[at] and at not in besides:
            return at
    return None


def _is_shaped(text: str) -> bool:
    """Whether its characters stand in another order, or another shape, than they are written in."""
    return any(
        unicodedata.bidirectional(char) in ("R", "AL") or "\u0900" <= char <= "\u0dff" for char in text
    )


def _is_far(char: str) -> bool:
    return ord(char) > 0x2E7F


def _strays(slide: Slide, page: Page) -> Iterator[str]:
    """What is on the page and in no text of the deck, but for marks of lists and the inside of charts."""
    charts = [area_of(filled.box) for filled in slide.filled if isinstance(filled.content, Plot)]
    lists = [area_of(filled.box) for filled in slide.filled if _has_marks(filled)]
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
    """Whether there are marks of a list, or shapes of letters that are read as marks."""
    if any(_is_shaped(piece.text) for piece in pieces(filled)):
        return True
    return isinstance(filled.content, TextBody) and any(
        line.marker is not Marker.NONE for line in filled.content.lines
    )


def _is_mark(char: str) -> bool:
    return char.isdecimal() or unicodedata.category(char)[0] in "PSC"


def _feet(deck: Deck, number: int) -> tuple[str, ...]:
    """What stands at the foot of a slide."""
    properties = deck.properties
    day = date_text(properties.language, properties.as_of, "", near=False, same_year=False)
    return (f"{deck.words.draft} · {properties.footer}", str(number), day)


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
