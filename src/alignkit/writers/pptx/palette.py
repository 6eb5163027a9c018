"""Colours by role, each a colour of the theme, so that a restyled deck stays in one piece."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .reference import PresentationReference

_MOST = 3
_CALM = 45000
"""Saturation of a ground: a light colour as pure as a dark one shouts."""
_GREY = 60000
"""Saturation of a grey made from the ink: a theme's second text colour may be any, even that of links."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours a slide says itself, as DrawingML colours (ECMA-376 part 1, 20.1.2.3)."""

    ink: str
    """Text, and the rules that matter."""
    paper: str
    """The ground, and text on a dark mark."""
    muted: str
    """Labels, and figures that are out of date."""
    accent: str
    """What matters, as a mark."""
    accent_text: str
    """What matters, as text: the accent where it can be read, else the ink."""
    quiet: str
    """Marks that matter less."""
    hairline: str
    """Thin rules."""
    faint: str
    """A ground that only says that there is something."""
    tints: tuple[str, str, str]
    """Grounds that carry ink, from faint to strong."""

    def tint(self, level: int) -> str:
        """The ground of a level from 1 to 3."""
        return self.tints[min(max(level, 1), _MOST) - 1]


def scheme(name: str, *, luminance: int = 0, offset: int = 0, saturation: int = 0) -> str:
    """A theme colour, made lighter, darker or duller in thousandths of a per cent; 0 leaves it as it is."""
    if not luminance:
        return f'<a:schemeClr val="{name}"/>'
    lifted = f'<a:lumOff val="{offset}"/>' if offset else ""
    dulled = f'<a:satMod val="{saturation}"/>' if saturation else ""
    return f'<a:schemeClr val="{name}"><a:lumMod val="{luminance}"/>{lifted}{dulled}</a:schemeClr>'


def solid(color: str) -> str:
    """A fill of one colour."""
    return f"<a:solidFill>{color}</a:solidFill>"


@lru_cache(maxsize=64)
def palette_of(reference: PresentationReference) -> Palette:
    """The colours of decks made with `reference`."""
    readable = reference.dark
    on_dark = "bg1" in readable
    return Palette(
        ink=scheme("tx1"),
        paper=scheme("bg1"),
        muted=_veil(70000) if on_dark else scheme("tx1", luminance=70000, offset=30000, saturation=_GREY),
        accent=scheme("accent1"),
        accent_text=scheme("accent1" if "accent1" in readable else "tx1"),
        quiet=_veil(50000) if on_dark else scheme("tx1", luminance=50000, offset=50000),
        hairline=_veil(30000) if on_dark else scheme("tx1", luminance=25000, offset=75000),
        faint=_veil(6000) if on_dark else scheme("tx1", luminance=5000, offset=95000),
        tints=(_veil(14000), _veil(24000), _veil(36000)) if on_dark else _tints(),
    )


def _tints() -> tuple[str, str, str]:
    """Grounds of the accent mixed with white."""
    faint, middle, strong = (
        scheme("accent1", luminance=share, offset=100000 - share, saturation=_CALM)
        for share in (10000, 22000, 38000)
    )
    return faint, middle, strong


def _veil(share: int) -> str:
    """A thin layer of the ink, which is light where the paper is dark."""
    return f'<a:schemeClr val="tx1"><a:alpha val="{share}"/></a:schemeClr>'
