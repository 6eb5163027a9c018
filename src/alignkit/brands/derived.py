"""The colours a brand leaves open: those of the default look, or made of the ones it names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .brand import DEFAULT, Palette
from .shades import contrast, lightness_chroma_hue, mixed, nearest_shade, shade

if TYPE_CHECKING:
    from collections.abc import Mapping

_SOFT, _RULE, _QUIET = 0.06, 0.18, 0.78
"""Shares of ink laid over paper: panels, hairlines, text of the second rank."""
_SECOND_LIGHTNESS, _SECOND_CHROMA = 0.14, 0.6
"""The second series beside the accent: so much lighter, and so much of its chroma."""
_TEXT, _GRAPHIC = 4.5, 3.0


def palette_of(named: Mapping[str, str]) -> Palette:
    """All colours, given those a brand names by role.

    What hangs on ink and paper (quiet, soft, rule) is derived as soon as one of the two is named; the second
    accent as soon as the accent is. Everything else stays as in the default look.
    """
    palette = replace(DEFAULT, **{role.replace("-", "_"): color for role, color in named.items()})
    ink, paper = palette.ink, palette.paper
    derived: dict[str, str] = {}
    if {"ink", "paper"} & named.keys():
        soft = named.get("soft", mixed(ink, paper, _SOFT))
        derived = {"soft": soft, "rule": mixed(ink, paper, _RULE), "quiet": _quiet(ink, paper, soft)}
    if "accent" in named:
        derived["accent_2"] = _second(palette.accent, paper)
    return replace(
        palette, **{key: value for key, value in derived.items() if key.replace("_", "-") not in named}
    )


def _quiet(ink: str, paper: str, soft: str) -> str:
    """Ink held back, yet still readable on panels; ink itself where there is nothing to spare."""
    held = mixed(ink, paper, _QUIET)
    return nearest_shade(held, lambda tried: contrast(tried, soft) >= _TEXT) or ink


def _second(accent: str, paper: str) -> str:
    """A lighter and greyer companion of the accent that can still be told from the paper."""
    lightness, chroma, hue = lightness_chroma_hue(accent)
    wished = shade(min(lightness + _SECOND_LIGHTNESS, 1.0), chroma * _SECOND_CHROMA, hue)
    return nearest_shade(wished, lambda tried: contrast(tried, paper) >= _GRAPHIC) or accent
