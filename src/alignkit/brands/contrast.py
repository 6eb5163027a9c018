"""Whether the colours of a brand can be read where our pages put them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from alignkit.diagnostics import Severity

from .brand import ROLES
from .shades import contrast, mixed, nearest_shade

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from alignkit.diagnostics import Place, Report

    from .brand import Brand, Palette

TEXT, LARGE = 4.5, 3.0
"""What WCAG 2.2 asks of text (1.4.3), and of large text and of shapes that carry meaning (1.4.11)."""
_LIGHT = 1.35
"""How far paper may be from white: Word prints on the paper that is in the printer."""
_WHITE = "FFFFFF"
_NOTE, _DECISION = 0x12 / 255, 0x1F / 255
"""Shares of colour in the grounds of callouts, as our styles have them."""

Ground = tuple[str, "Callable[[Palette], str]"]
"""A ground in words, and its colour."""


class _Use(NamedTuple):
    """A colour where our pages put it."""

    role: str
    needed: float
    grounds: tuple[Ground, ...]


_PAPER: Ground = ("`paper`", lambda palette: palette.paper)
_SOFT: Ground = ("`soft`", lambda palette: palette.soft)
_PANEL: Ground = (
    "the panel of a decision", lambda palette: mixed(palette.accent, _WHITE, _DECISION)
)  # fmt: skip
_ALARM: Ground = ("the panel of a warning", lambda palette: mixed(palette.bad, _WHITE, _NOTE))
_INK: Ground = ("`ink`", lambda palette: palette.ink)

_USES = (
    _Use("ink", TEXT, (_PAPER, _PANEL, _ALARM)),
    _Use("soft", TEXT, (_INK,)),
    _Use("quiet", TEXT, (_PAPER, _SOFT)),
    _Use("accent", TEXT, (_PAPER, _SOFT, _PANEL)),
    _Use("accent-2", LARGE, (_PAPER,)),
    _Use("good", TEXT, (_PAPER, _SOFT)),
    _Use("warn", TEXT, (_PAPER, _SOFT)),
    _Use("bad", TEXT, (_PAPER, _SOFT, _ALARM)),
)
"""Every pair our pages use, in an order in which each colour rests on those before it.

Paper on accent and on ink, as on a first slide, is the same ratio the other way round.
"""


class Found(NamedTuple):
    """A colour that cannot be read somewhere."""

    role: str
    """Which one."""
    color: str
    """What it is."""
    misses: tuple[tuple[str, float], ...]
    """Grounds in words with the contrast found there."""
    needed: float
    """The contrast that is needed."""
    better: str
    """The nearest shade of its hue that passes everywhere; empty if there is none."""


@dataclass(frozen=True, slots=True)
class Row:
    """A colour with how well it reads, for a list."""

    role: str
    """Its role as a brand file names it."""
    color: str
    """Six hexadecimal digits."""
    ratio: float
    """The least contrast it has where our pages put it."""
    needed: float
    """The contrast that is needed; 0 where none is."""


def rows(palette: Palette) -> tuple[Row, ...]:
    """Every colour with its least contrast, in the order of the roles."""
    uses = {use.role: use for use in _USES}
    return tuple(_row(role, palette, uses.get(role)) for role in ROLES)


def _row(role: str, palette: Palette, use: _Use | None) -> Row:
    color = palette.of(role)
    if use is None:
        return Row(role, color, contrast(color, palette.ink if role == "paper" else palette.paper), 0)
    return Row(role, color, min(contrast(color, ground(palette)) for _, ground in use.grounds), use.needed)


def on_light_paper(palette: Palette) -> Palette:
    """The palette on the nearest paper that is light enough."""
    paper = nearest_shade(palette.paper, lambda tried: contrast(tried, _WHITE) <= _LIGHT)
    return replace(palette, paper=paper or _WHITE)


def failures(palette: Palette) -> Iterator[Found]:
    """Every colour that cannot be read, each judged as if those before it had been put right."""
    for use in _USES:
        color = palette.of(use.role)
        if misses := tuple(_misses(use, palette)):
            better = nearest_shade(color, _judge(use, palette))
            yield Found(use.role, color, misses, use.needed, better)
            palette = _with(palette, use, better or color)


def _judge(use: _Use, palette: Palette) -> Callable[[str], bool]:
    """Whether a colour could take the place of the one in use."""
    return lambda tried: not any(_misses(use, _with(palette, use, tried)))


def _with(palette: Palette, use: _Use, color: str) -> Palette:
    return replace(palette, **{use.role.replace("-", "_"): color})


def _misses(use: _Use, palette: Palette) -> Iterator[tuple[str, float]]:
    color = palette.of(use.role)
    for words, ground in use.grounds:
        if (ratio := contrast(color, ground(palette))) < use.needed:
            yield words, ratio


def check_contrast(brand: Brand, places: Mapping[str, Place], report: Report) -> None:
    """Report every colour that cannot be read, with the nearest that can.

    Args:
        brand: the brand.
        places: where its file names a role; one that is not named was derived.
        report: where findings go.

    Reports: BRAND-009, BRAND-010.

    """
    palette = on_light_paper(brand.palette)
    if palette != brand.palette:
        found_paper = brand.palette.paper
        report.finding(
            "BRAND-009",
            Severity.WARN,
            f"expected a light colour for `paper`, found `#{found_paper}`, "
            f"which stands {shown(contrast(found_paper, _WHITE))} off white",
            places.get("paper"),
            hint=f'write `paper: "#{palette.paper}"`; a printer prints on white whatever the file says',
        )
    for found in failures(palette):
        *others, last = (f"{shown(ratio)} on {words}" for words, ratio in found.misses)
        where = f"{', '.join(others)} and {last}" if others else last
        report.finding(
            "BRAND-010",
            Severity.WARN,
            f"expected a contrast of at least {shown(found.needed)} for `{found.role}`, "
            f"found {where} with `#{found.color}`",
            places.get(found.role),
            hint=f'write `{found.role}: "#{found.better}"`, the nearest of its hue that passes'
            if found.better
            else "",
        )


def shown(ratio: float) -> str:
    """A ratio as people write it, never rounded up to one that passes."""
    return f"{int(ratio * 10 + 1e-9) / 10:.1f}:1"
