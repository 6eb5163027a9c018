"""A template of one's own about people: every review, whatever its modes are called."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from alignkit.build import Request, Workshop, build
from alignkit.catalogue import Catalogue, packaged

if TYPE_CHECKING:
    from pathlib import Path

KIND = """\
schema: 1
title: View
purpose: Say one thing of each
about_people: true
each: people.reviews
{modes}needs: {{people.reviews: whose}}
outputs:
  view: {{form: document, body: view.md.j2, file: view}}
"""


@pytest.mark.parametrize("modes", ["", "modes: [chat]\n"])
def test_every_review_is_written(modes: str, tmp_path: Path) -> None:
    for name in ("context", "people"):
        shutil.copy(packaged("examples/quillmere") / f"{name}.yaml", tmp_path)
    folder = tmp_path / "templates" / "view"
    folder.mkdir(parents=True)
    (folder / "kind.yaml").write_text(KIND.format(modes=modes), "utf-8")
    (folder / "view.md.j2").write_text("# {{ review.person.name }} wrote a report\n", "utf-8")

    request = Request(tmp_path / "context.yaml", ("view",), people=tmp_path / "people.yaml", formats=("md",))
    outcome = build(request, Workshop(Catalogue(tmp_path)))

    assert set(outcome.files) == {"view-sofie-confidential.md", "view-marek-confidential.md"}
