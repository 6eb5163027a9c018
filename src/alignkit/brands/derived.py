"""The colours a brand leaves open: those of the default look, or made of the ones it names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .brand import DEFAULT, Palette
from .contrast import failures, on_light_paper
from .shades import lightness_chroma_hue, mixed, shade

if TYPE_CHECKING:
    from collections.abc import Mapping

_SHARES = {"soft": 0.06, "rule": 0.18, "quiet": 0.78}
"""Shares of ink laid over paper: panels, hairlines, text of the second rank."""
_SECOND_LIGHTNESS, _SECOND_CHROMA = 0.2, 0.6
"""The second series beside the accent: so much lighter, and so much of its chroma."""


def palette_of(named: Mapping[str, str]) -> Palette:
    """All colours, given those a brand names by role.

    What hangs on ink and paper (quiet, soft, rule) is derived as soon as one of the two is named; the second
    accent as soon as the accent is. Everything else stays as in the default look, in another shade only where
    it could not be read otherwise.
    """
    palette = _with(DEFAULT, named)
    ink, paper = palette.ink, palette.paper
    derived: dict[str, str] = {}
    if {"ink", "paper"} & named.keys():
        derived = {role: mixed(ink, paper, share) for role, share in _SHARES.items()}
    if "accent" in named:
        derived["accent-2"] = _second(palette.accent)
    return _readable(
        _with(palette, {role: color for role, color in derived.items() if role not in named}), named
    )


def _with(palette: Palette, colors: Mapping[str, str]) -> Palette:
    return replace(palette, **{role.replace("-", "_"): color for role, color in colors.items()})


def _readable(palette: Palette, named: Mapping[str, str]) -> Palette:
    """The palette with the colours nobody named in a shade that can be read beside those somebody did."""
    better = {found.role: found.better or palette.ink for found in failures(on_light_paper(palette))}
    return _with(palette, {role: color for role, color in better.items() if role not in named})


def _second(accent: str) -> str:
    """A lighter and greyer companion of the accent."""
    lightness, chroma, hue = lightness_chroma_hue(accent)
    return shade(min(lightness + _SECOND_LIGHTNESS, 1.0), chroma * _SECOND_CHROMA, hue)
