"""Colours, fills, lines and text of a chart, all taken from the theme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignkit.values import Scenario

from .chart_text import escaped, escaped_attribute

if TYPE_CHECKING:
    from alignkit.model.charts import Series

EMU_PER_PT = 12_700


@dataclass(frozen=True, slots=True)
class Colour:
    """A theme colour, darkened or lightened."""

    name: str
    """Name in the theme: `accent1`."""
    keep_percent: int = 100
    """How much of its lightness stays."""
    add_percent: int = 0
    """How much lightness is added."""
    dark: bool = False
    """Whether paper-coloured text reads on it."""

    @property
    def xml(self) -> str:
        """The colour as a DrawingML element."""
        changes = ""
        if self.keep_percent != 100:
            changes += f'<a:lumMod val="{self.keep_percent}000"/>'
        if self.add_percent:
            changes += f'<a:lumOff val="{self.add_percent}000"/>'
        return f'<a:schemeClr val="{self.name}">{changes}</a:schemeClr>'


INK = Colour("tx1", dark=True)
BASELINE = Colour("bg1", 50)
HAIRLINE = Colour("bg1", 85)
PAPER = Colour("bg1")

_BAR_ACCENTS = (
    Colour("accent1", dark=True),
    Colour("accent2", 60, 40),
    Colour("accent1", 40, 60),
    Colour("accent2", 20, 80),
    Colour("accent2", 50, dark=True),
    Colour("accent1", 20, 80),
    Colour("accent1", 50, dark=True),
    Colour("accent2", 75, dark=True),
)
"""No two near-black ones stand beside each other before the seventh, so that a legend can be read."""
_BAR_GREYS = (Colour("bg1", 65), Colour("bg1", 85), Colour("bg1", 75), Colour("bg1", 40, dark=True))
_LINE_ACCENTS = (
    Colour("accent1", dark=True),
    Colour("accent2"),
    Colour("accent1", 50, dark=True),
    Colour("accent2", 50, dark=True),
    Colour("accent1", 60, 40),
    Colour("accent2", 60, 40),
)
_LINE_GREYS = (Colour("bg1", 50), Colour("bg1", 65), Colour("bg1", 75))
_PRIOR_YEAR = Colour("bg1", 75)


def bar_colours(series: tuple[Series, ...], *, greyed: bool = False) -> tuple[Colour, ...]:
    """The colour of each series of bars: accents for highlighted ones, greys for the rest.

    Args:
        series: all series of the chart.
        greyed: all grey, because categories carry the accent.

    """
    return _colours(series, () if greyed else _BAR_ACCENTS, _BAR_GREYS)


def line_colours(series: tuple[Series, ...]) -> tuple[Colour, ...]:
    """The colour of each line: accents for highlighted ones, greys for the rest."""
    return _colours(series, _LINE_ACCENTS, _LINE_GREYS)


def _colours(
    series: tuple[Series, ...], accents: tuple[Colour, ...], greys: tuple[Colour, ...]
) -> tuple[Colour, ...]:
    """Colours handed out in order; actual, plan and forecast share one, since their fill tells them apart."""
    colours: list[Colour] = []
    used: dict[bool, list[str]] = {True: [], False: []}
    for index, one in enumerate(series):
        if one.invisible or one.scenario is Scenario.PRIOR_YEAR:
            colours.append(_PRIOR_YEAR)
            continue
        lit = one.highlight and bool(accents)
        owner = "scenario" if one.scenario else str(index)
        if owner not in used[lit]:
            used[lit].append(owner)
        palette = accents if lit else greys
        colours.append(palette[used[lit].index(owner) % len(palette)])
    return tuple(colours)


def solid(colour: Colour) -> str:
    """A plain fill."""
    return f"<a:solidFill>{colour.xml}</a:solidFill>"


def outline(colour: Colour, width_pt: float, dash: str = "", *, cap: str = "flat") -> str:
    """A line of a colour; `dash` is a preset dash of DrawingML, solid when empty."""
    dashes = f'<a:prstDash val="{dash}"/>' if dash else ""
    return f'<a:ln w="{round(width_pt * EMU_PER_PT)}" cap="{cap}">{solid(colour)}{dashes}<a:round/></a:ln>'


NO_LINE = "<a:ln><a:noFill/></a:ln>"
INVISIBLE = f"<c:spPr><a:noFill/>{NO_LINE}</c:spPr>"


def bar_paint(colour: Colour, scenario: Scenario | None) -> str:
    """The look of a bar: actual solid, plan outlined, forecast hatched (rule N11)."""
    if scenario is Scenario.PLAN:
        return f"<c:spPr>{solid(PAPER)}{outline(colour, 1.25)}</c:spPr>"
    if scenario is Scenario.FORECAST:
        hatch = f"<a:fgClr>{colour.xml}</a:fgClr><a:bgClr>{PAPER.xml}</a:bgClr>"
        return f'<c:spPr><a:pattFill prst="wdUpDiag">{hatch}</a:pattFill>{outline(colour, 0.75)}</c:spPr>'
    return f"<c:spPr>{solid(colour)}{NO_LINE}</c:spPr>"


def line_paint(colour: Colour, scenario: Scenario | None, *, thick: bool) -> str:
    """The look of a line: actual solid, plan dashed, forecast dotted."""
    dash = {Scenario.PLAN: "dash", Scenario.FORECAST: "sysDot"}.get(scenario or Scenario.ACTUAL, "")
    return f"<c:spPr>{outline(colour, 2.25 if thick else 1.5, dash, cap='rnd')}</c:spPr>"


def text_look(
    colour: Colour,
    size_pt: float,
    language: str,
    *,
    bold: bool = False,
    one_line: bool = False,
    rotation: int | None = None,
) -> str:
    """The `txPr` of labels.

    Args:
        colour: of the text.
        size_pt: size in points.
        language: BCP 47 tag.
        bold: for what is emphasised.
        one_line: never wrapped.
        rotation: in degrees; None leaves it to the element.

    """
    turned = "" if rotation is None else f' rot="{rotation * 60_000}" vert="horz"'
    wrap = ' wrap="none"' if one_line else ""
    return (
        f"<c:txPr><a:bodyPr{turned}{wrap}/><a:lstStyle/><a:p><a:pPr>"
        f"<a:defRPr{_marks(colour, size_pt, language, bold=bold, closing='a:defRPr')}</a:pPr>"
        f'<a:endParaRPr lang="{escaped_attribute(language)}"/></a:p></c:txPr>'
    )


def rich_text(
    runs: str,
    colour: Colour,
    size_pt: float,
    language: str,
    *,
    bold: bool = False,
    rotation: int | None = None,
) -> str:
    """The `c:tx` of a label or title with a text of its own, on as many lines as the text has.

    Args:
        runs: its runs and fields, made by `text_run` and `text_field`.
        colour: of the text.
        size_pt: size in points.
        language: BCP 47 tag.
        bold: for what is emphasised.
        rotation: in degrees; None for a label, which is never wrapped.

    """
    turned = ' wrap="none"' if rotation is None else f' rot="{rotation * 60_000}" vert="horz"'
    return (
        f"<c:tx><c:rich><a:bodyPr{turned}/><a:lstStyle/><a:p><a:pPr>"
        f"<a:defRPr{_marks(colour, size_pt, language, bold=bold, closing='a:defRPr')}</a:pPr>{runs}"
        f'<a:endParaRPr lang="{escaped_attribute(language)}"/></a:p></c:rich></c:tx>'
    )


def text_run(text: str, colour: Colour, size_pt: float, language: str, *, bold: bool = False) -> str:
    """A run of plain text in the look of its paragraph."""
    look = _marks(colour, size_pt, language, bold=bold, closing="a:rPr")
    return f"<a:r><a:rPr{look}<a:t>{escaped(text)}</a:t></a:r>"


def text_field(
    kind: str, identity: int, text: str, colour: Colour, size_pt: float, language: str, *, bold: bool = False
) -> str:
    """A field that shows a cell or a name of the chart.

    Args:
        kind: `CELLRANGE` or `SERIESNAME`.
        identity: a number of its own in the chart.
        text: what it shows until the program has read the cell.
        colour: of the text.
        size_pt: size in points.
        language: BCP 47 tag.
        bold: for what is emphasised.

    """
    look = _marks(colour, size_pt, language, bold=bold, closing="a:rPr")
    return (
        f'<a:fld id="{{{identity:08X}-0000-4000-8000-000000000000}}" type="{kind}"><a:rPr{look}'
        f"<a:t>{escaped(text)}</a:t></a:fld>"
    )


def _marks(colour: Colour, size_pt: float, language: str, *, bold: bool, closing: str) -> str:
    """The rest of an element of character properties."""
    return (
        f' lang="{escaped_attribute(language)}" sz="{round(size_pt * 100)}" b="{int(bold)}">'
        f'{solid(colour)}<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'
        f"</{closing}>"
    )
