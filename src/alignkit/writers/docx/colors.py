"""Colours that follow the theme, with the value they have in it for readers that do not resolve themes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Paint:
    """The few direct colours of tables: the tint of a recommendation and the rule over a total."""

    tint: str
    """`w:shd` of a recommended column or row."""
    total_rule: str
    """Border at the top of a total."""
    recommended_rule: str
    """Border at the top of a recommended column, seen without colour too."""


def tinted(color: str, tint: int) -> str:
    """`color` with a tint of 0 to 255, white at 0 (ECMA-376 part 1, 17.3.5, `themeFillTint`)."""
    share = tint / 255
    return "".join(f"{round(int(color[i : i + 2], 16) * share + 255 * (1 - share)):02X}" for i in (0, 2, 4))


def shaded(color: str, shade: int) -> str:
    """`color` with a shade of 0 to 255, black at 0."""
    return "".join(f"{round(int(color[i : i + 2], 16) * shade / 255):02X}" for i in (0, 2, 4))


def paint(colors: Mapping[str, str]) -> Paint:
    """The direct colours of tables under a theme."""
    accent, ink = colors["accent1"], colors["text1"]
    return Paint(
        f'<w:shd w:val="clear" w:color="auto" w:fill="{tinted(accent, 0x17)}" w:themeFill="accent1"'
        ' w:themeFillTint="17"/>',
        f'<w:top w:val="single" w:sz="8" w:space="0" w:color="{ink}" w:themeColor="text1"/>',
        f'<w:top w:val="single" w:sz="24" w:space="0" w:color="{accent}" w:themeColor="accent1"/>',
    )
