"""An assumption lies within its own range."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignkit.context import check
from alignkit.diagnostics import Report
from alignkit.source import read

EXAMPLE = Path(__file__).parents[2] / "examples" / "quillmere" / "context.yaml"
WRITTEN = "{id: opportunities, low: 360, base: 417, high: 450"


@pytest.mark.parametrize(
    ("low", "base", "high", "message"),
    [
        (360, 417, 450, ""),
        (417, 417, 417, ""),
        (420, 417, 450, "expected at least 420, which is `low`, for `base`, found the number `417`"),
        (360, 460, 450, "expected at least 460, which is `base`, for `high`, found the number `450`"),
    ],
)
def test_a_plan_outside_its_range_is_an_error_of_its_line(
    low: int, base: int, high: int, message: str, tmp_path: Path
) -> None:
    text = EXAMPLE.read_text("utf-8")
    path, report = tmp_path / "context.yaml", Report()
    written = f"{{id: opportunities, low: {low}, base: {base}, high: {high}"
    path.write_text(text.replace(WRITTEN, written), "utf-8")
    source = read(path, report)
    assert source is not None

    check(source, report)

    found = [(each.code, each.message, each.place.line if each.place else 0) for each in report]
    line = next(number for number, each in enumerate(text.splitlines(), start=1) if WRITTEN in each)
    assert ([("CTX-006", message, line)] if message else []) == found
