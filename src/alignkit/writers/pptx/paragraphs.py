"""Paragraphs of a text slot, with what stands before them (ECMA-376 part 1, 21.1.2.2)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, assert_never

from alignkit.model.deck import EMU_PER_PT, Marker
from alignkit.showing import plain

from .inlines import runs
from .text import Look, hundredths, properties, reads_from_right, run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignkit.model.deck import Line
    from alignkit.model.inlines import Inline

    from .sheet import Sheet

_BOX_FONT = '<a:buSzPct val="85000"/><a:buFont typeface="Segoe UI Symbol"/>'
"""Check boxes are drawn as wide as a line is high, and would touch the text."""
_OPEN_BOX, _DONE_BOX = (f'{_BOX_FONT}<a:buChar char="{mark}"/>' for mark in "☐☒")
_NO_MARK = "<a:buNone/>"
_BULLET = '<a:buFont typeface="Arial"/><a:buChar char="•"/>'
_LARGEST_NUMBER = 32767  # ST_TextBulletStartAtNum, 20.1.10.77


def paragraph(
    inlines: tuple[Inline, ...],
    sheet: Sheet,
    look: Look,
    *,
    align: str = "",
    level: int = 0,
    flush: bool = False,
    inside: str = "",
) -> str:
    """A paragraph that counts in no list.

    Args:
        inlines: its text.
        sheet: the slide it stands on.
        look: how its runs are set.
        align: `r` or `ctr`; empty for where lines begin.
        level: which list style of its placeholder it takes after.
        flush: whether it begins at the edge, whatever its list style says.
        inside: spacing and mark, as elements.

    """
    attributes = f' marL="0" indent="0"{_level(level)}' if flush else _level(level)
    before = _before(attributes + _direction(inlines, align), inside)
    return f"<a:p>{before}{runs(inlines, sheet, look) or _end(look)}</a:p>"


def _level(level: int) -> str:
    return f' lvl="{level}"' if level else ""


def _before(attributes: str, inside: str) -> str:
    """The properties of a paragraph; nothing when there is nothing to say."""
    if inside:
        return f"<a:pPr{attributes}>{inside}</a:pPr>"
    return f"<a:pPr{attributes}/>" if attributes else ""


def _direction(inlines: tuple[Inline, ...], align: str) -> str:
    if reads_from_right(plain(inlines)):
        return f' algn="{align or "r"}" rtl="1"'
    return f' algn="{align}"' if align else ""


def _end(look: Look) -> str:
    """What an empty paragraph holds, so that it is as high as one with text."""
    return properties(look, "endParaRPr")


def marked_paragraphs(
    lines: Sequence[Line],
    sheet: Sheet,
    look: Look,
    indent_pt: float,
    *,
    bulleted: bool,
    space_after_pt: float | None = None,
    term_pt: float = 0,
) -> str:
    """Paragraphs with bullets, numbers, check boxes or terms before them.

    Args:
        lines: the paragraphs.
        sheet: the slide they stand on.
        look: how their runs are set.
        indent_pt: how far a marked paragraph of the first level is indented.
        bulleted: whether their placeholder gives its paragraphs bullets.
        space_after_pt: the space after each; None for what their placeholder says.
        term_pt: width of the column in which terms stand.

    """
    starts = list_starts(lines)
    apart = "" if space_after_pt is None else _space_after(space_after_pt)
    return "".join(
        [
            _explained(line, apart, sheet, look, term_pt)
            if line.term
            else _marked(line, start, apart, sheet, look, indent_pt, bulleted=bulleted)
            for line, start in zip(lines, starts, strict=True)
        ]
    )


@lru_cache(maxsize=64)
def _space_after(points: float) -> str:
    after = f'<a:spcAft><a:spcPts val="{hundredths(points)}"/></a:spcAft>'
    return f'<a:spcBef><a:spcPts val="0"/></a:spcBef>{after}'


def _explained(line: Line, apart: str, sheet: Sheet, look: Look, term_pt: float) -> str:
    """A term in a column of its own, quieter than what it says."""
    width = round(term_pt * EMU_PER_PT)
    place = f' marL="{width}" indent="{-width}"'
    stop = f'<a:tabLst><a:tab pos="{width}" algn="l"/></a:tabLst>'
    quiet = look._replace(color=sheet.quiet)
    text = f"{runs(line.term, sheet, quiet)}<a:r>{properties(quiet)}<a:t>\t</a:t></a:r>"
    text += runs(line.inlines, sheet, look._replace(color=sheet.ink))
    return f"<a:p><a:pPr{place}{_direction(line.inlines, '')}>{apart}{_NO_MARK}{stop}</a:pPr>{text}</a:p>"


def list_starts(lines: Sequence[Line]) -> list[int]:
    """For each line the first number of the list it is part of.

    The program that opens the file counts on: paragraphs with the same start are one list, until a paragraph
    of the same or a higher level that is not part of it comes between.
    """
    running: dict[int, tuple[int, int]] = {}
    starts = []
    for line in lines:
        for level in [level for level in running if level > line.level]:
            del running[level]
        if line.marker is not Marker.NUMBER:
            running.pop(line.level, None)
            starts.append(0)
            continue
        start, last = running.get(line.level, (line.number, line.number - 1))
        if line.number != last + 1:
            start = line.number
        running[line.level] = (start, line.number)
        starts.append(start)
    return starts


def _marked(
    line: Line, start: int, apart: str, sheet: Sheet, look: Look, indent_pt: float, *, bulleted: bool
) -> str:
    if line.strong:
        look = look._replace(bold=True)
    mark, number = _mark(line, start, bulleted=bulleted)
    attributes = _margins(line, indent_pt, mark, bulleted=bulleted) + _level(line.level)
    before = _before(attributes + _direction(line.inlines, ""), apart + mark)
    text = (run(number, look) if number else "") + runs(line.inlines, sheet, look)
    return f"<a:p>{before}{text or _end(look)}</a:p>"


def _margins(line: Line, indent_pt: float, mark: str, *, bulleted: bool) -> str:
    """Where the paragraph begins, when its list style does not say it."""
    step = round(indent_pt * EMU_PER_PT)
    if mark == _NO_MARK:
        # said even where the list style says so too: LibreOffice hangs the second line of such text
        return f' marL="{line.level * step}" indent="0"'
    return "" if bulleted else f' marL="{(line.level + 1) * step}" indent="{-step}"'


def _mark(line: Line, start: int, *, bulleted: bool) -> tuple[str, str]:
    """The mark of a line, and what has to stand in its text because no mark can say it."""
    match line.marker:
        case Marker.NONE:
            return _NO_MARK, ""
        case Marker.BULLET:
            return "" if bulleted else _BULLET, ""
        case Marker.OPEN:
            return _OPEN_BOX, ""
        case Marker.DONE:
            return _DONE_BOX, ""
        case Marker.NUMBER:
            if not 1 <= start <= _LARGEST_NUMBER:
                return _NO_MARK, f"{line.number}. "
            return f'<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"{_from(start)}/>', ""
        case _:
            assert_never(line.marker)


def _from(start: int) -> str:
    return f' startAt="{start}"' if start > 1 else ""
