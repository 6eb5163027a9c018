"""What a format cannot show is told where somebody can change it, and once where nobody can."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from alignkit.build import Request, Workshop, build
from alignkit.catalogue import Catalogue, packaged

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(("is_own", "lines"), [(False, 1), (True, 2)])
def test_charts_in_markdown_are_told_once_of_a_template_of_ours(
    tmp_path: Path, is_own: bool, lines: int
) -> None:
    shutil.copy(packaged("examples/quillmere") / "context.yaml", tmp_path)
    if is_own:
        shutil.copytree(packaged("templates") / "budget-deck", tmp_path / "templates" / "budget-deck")
    workshop = Workshop(Catalogue(tmp_path if is_own else None))

    report = build(Request(tmp_path / "context.yaml", ("budget-deck",), formats=("md",)), workshop).report

    told = [each for each in report if each.code == "OUT-021"]
    assert len(told) >= lines
    assert is_own or [None] == [each.place for each in told]
    assert not is_own or all(
        each.place and each.place.file.startswith("templates/budget-deck") for each in told
    )
