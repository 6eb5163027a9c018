"""Fonts of this machine, for families the table does not know."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from functools import cache
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Read = TypeVar("Read")

_ENDINGS = frozenset((".ttf", ".otf", ".ttc", ".otc"))
_FAMILY_NAMES = (16, 1)
"""Typographic family before the family of four styles (OpenType, name table)."""
_BOLD = 1
"""Bit of `head.macStyle`."""
_SLANTED = 2
"""Bit of `head.macStyle`."""


@dataclass(frozen=True, slots=True)
class Measures:
    """What a font file says about widths and lines."""

    widths: dict[str, float]
    """Of each character, in ems."""
    line: float
    """Distance of two lines, in ems."""


def installed_widths(family: str, *, bold: bool) -> Measures | None:
    """The measures of an installed family, the regular ones where no bold is; None where there is none."""
    wanted = family.strip().casefold()
    found = _faces().get((wanted, bold)) or _faces().get((wanted, False))
    return _measures(*found) if found else None


def font_folders(platform: str, environment: Mapping[str, str], home: Path) -> tuple[Path, ...]:
    """Where a system keeps its fonts, the user's own first."""
    if platform == "win32":
        local = Path(environment.get("LOCALAPPDATA", home / "AppData/Local"))
        windows = Path(environment.get("WINDIR", "C:/Windows"))
        return (local / "Microsoft/Windows/Fonts", windows / "Fonts")
    if platform == "darwin":
        return (home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts"))
    data = Path(environment.get("XDG_DATA_HOME", home / ".local/share"))
    return (data / "fonts", home / ".fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts"))


@cache
def _faces() -> dict[tuple[str, bool], tuple[Path, int]]:
    """Upright faces by family and weight: file, and number in a collection. Read once, when asked for."""
    faces: dict[tuple[str, bool], tuple[Path, int]] = {}
    for folder in font_folders(sys.platform, os.environ, Path.home()):
        for path in sorted(each for each in folder.rglob("*") if each.suffix.lower() in _ENDINGS):
            for number, keys in enumerate(_each(path, _keys)):
                for key in keys:
                    faces.setdefault(key, (path, number))
    return faces


def _each(path: Path, read: Callable[[Any], Read]) -> list[Read]:
    """What `read` finds in each font of a file; nothing where the file is broken."""
    from fontTools.ttLib import TTCollection, TTFont

    try:
        with path.open("rb") as stream:
            if path.suffix.lower() in (".ttc", ".otc"):
                return [read(font) for font in TTCollection(stream, lazy=True).fonts]
            return [read(TTFont(stream, lazy=True))]
    except Exception:  # a broken font file is the machine's, fails in many ways, and any other font serves
        return []


def _keys(font: Any) -> list[tuple[str, bool]]:
    """Family and weight of an upright face; none for a slanted one."""
    style = font["head"].macStyle
    if style & _SLANTED:
        return []
    names = [font["name"].getDebugName(record) for record in _FAMILY_NAMES]
    return [(name.casefold(), bool(style & _BOLD)) for name in names if name]


def _measures(path: Path, number: int) -> Measures | None:
    found = _each(path, _read)
    return found[number] if number < len(found) else None


def _read(font: Any) -> Measures:
    em = font["head"].unitsPerEm
    metrics, hhea, os2 = font["hmtx"], font["hhea"], font["OS/2"]
    heights = (os2.usWinAscent + os2.usWinDescent, hhea.ascent - hhea.descent + hhea.lineGap)
    widths = {chr(point): metrics[name][0] / em for point, name in (font.getBestCmap() or {}).items()}
    return Measures(widths, ceil(max(heights) / em * 1000) / 1000)
