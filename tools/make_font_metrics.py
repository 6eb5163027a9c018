"""Make `src/alignkit/layout/font_metrics.json` from the open fonts installed here.

    python tools/make_font_metrics.py FOLDER...

Each family of the table is measured from an open font with the same advance widths: the numbers hold for the
family people have. Needed: Carlito, Liberation (Sans, Sans Narrow, Serif, Mono), Caladea and DejaVu Sans.
`docs/decks.md` tells what the numbers are for.
"""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from math import ceil
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

TARGET = Path(__file__).parents[1] / "src" / "alignkit" / "layout" / "font_metrics.json"

FAMILIES = {
    "Arial": ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"),
    "Arial Narrow": ("LiberationSansNarrow-Regular.ttf", "LiberationSansNarrow-Bold.ttf"),
    "Calibri": ("Carlito-Regular.ttf", "Carlito-Bold.ttf"),
    "Cambria": ("Caladea-Regular.ttf", "Caladea-Bold.ttf"),
    "Courier New": ("LiberationMono-Regular.ttf", "LiberationMono-Bold.ttf"),
    "DejaVu Sans": ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
    "Times New Roman": ("LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf"),
}
"""Family as a theme names it: the files of the open font with its widths, regular and bold."""

RANGES = (
    (0x0020, 0x007E), (0x00A0, 0x024F), (0x0250, 0x036F), (0x0370, 0x03FF), (0x0400, 0x052F),
    (0x1E00, 0x1EFF), (0x1F00, 0x1FFF), (0x2000, 0x214F), (0x2150, 0x218F), (0x2190, 0x22FF),
    (0xFB00, 0xFB06), (0xFFFC, 0xFFFD),
)  # fmt: skip
"""Latin, Greek, Cyrillic, punctuation, currency, letterlike signs, arrows, mathematics."""

FALLBACK_RANGES = (
    *RANGES, (0x0530, 0x06FF), (0x10A0, 0x10FF), (0x2300, 0x23FF), (0x2500, 0x27BF), (0xFB1D, 0xFDFF),
    (0xFE70, 0xFEFF),
)  # fmt: skip
"""What the widest family answers for when another has no glyph: Hebrew, Arabic, Georgian and signs too."""


def main(folders: list[str]) -> None:
    """Measure every family and write the table."""
    files = {path.name: path for folder in folders for path in Path(folder).rglob("*.ttf")}
    table = {family: measured(family, [files[name] for name in names]) for family, names in FAMILIES.items()}
    lines = ",\n".join(f" {json.dumps(name)}: {json.dumps(entry)}" for name, entry in table.items())
    TARGET.write_text("{\n" + lines + "\n}\n", encoding="utf-8")


def measured(family: str, paths: list[Path]) -> dict[str, Any]:
    """The entry of one family: where it comes from, line height in ems, widths in thousandths of an em."""
    regular, bold = (TTFont(path, lazy=True) for path in paths)
    ranges = FALLBACK_RANGES if family == "DejaVu Sans" else RANGES
    version = regular["name"].getDebugName(5).split(";")[0]
    return {
        "from": f"{regular['name'].getDebugName(4)}, {version}",
        "line": max(line_height(regular), line_height(bold)),
        "regular": widths(regular, ranges),
        "bold": widths(bold, ranges),
    }


def line_height(font: TTFont) -> float:
    """Distance of two lines in ems: the larger of what Windows and what others take."""
    hhea, os2 = font["hhea"], font["OS/2"]
    windows = os2.usWinAscent + os2.usWinDescent
    others = hhea.ascent - hhea.descent + hhea.lineGap
    return ceil(max(windows, others) / font["head"].unitsPerEm * 1000) / 1000


def widths(font: TTFont, ranges: tuple[tuple[int, int], ...]) -> dict[str, str]:
    """Widths by first code point of each run of consecutive characters."""
    cmap, metrics, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    points = [point for start, end in ranges for point in range(start, end + 1) if point in cmap]
    runs: list[list[int]] = [points[:1]]
    for before, point in pairwise(points):
        if point == before + 1:
            runs[-1].append(point)
        else:
            runs.append([point])
    return {
        f"{run[0]:X}": " ".join(str(ceil(metrics[cmap[point]][0] * 1000 / em)) for point in run)
        for run in runs
    }


if __name__ == "__main__":
    main(sys.argv[1:])
