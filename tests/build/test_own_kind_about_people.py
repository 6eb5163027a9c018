"""A template of one's own about people: every review, whatever its modes are called."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from alignkit.build import Request, Workshop, build
from alignkit.catalogue import Catalogue, packaged

if TYPE_CHECKING:
    from pathlib import Path

    from alignkit.build import Outcome

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


def built(folder: Path, body: str, modes: str = "") -> Outcome:
    """What a template makes of the worked example's reviews."""
    for name in ("context", "people"):
        shutil.copy(packaged("examples/quillmere") / f"{name}.yaml", folder)
    kind = folder / "templates" / "view"
    kind.mkdir(parents=True)
    (kind / "kind.yaml").write_text(KIND.format(modes=modes), "utf-8")
    (kind / "view.md.j2").write_text(body, "utf-8")
    request = Request(folder / "context.yaml", ("view",), people=folder / "people.yaml", formats=("md",))
    return build(request, Workshop(Catalogue(folder)))


@pytest.mark.parametrize("modes", ["", "modes: [chat]\n"])
def test_every_review_is_written(modes: str, tmp_path: Path) -> None:
    outcome = built(tmp_path, "# {{ review.person.name }} wrote a report\n", modes)

    assert set(outcome.files) == {"view-sofie-confidential.md", "view-marek-confidential.md"}


@pytest.mark.parametrize(
    "told",
    [
        "{{ each.person.name }} has {{ each.overall }}",
        "{{ each.person.first_name }} has {{ each.overall }}",
        "{% for e in each.evidence %}{{ e.behaviour }} {% endfor %}",
        "{{ each.goals[0].actual }}",
        "{{ each.said }}",
    ],
)
def test_a_file_for_one_person_that_tells_of_everybody_is_found(told: str, tmp_path: Path) -> None:
    body = f"# It was a year\n\n{{% for each in people.reviews %}}\n- {told}\n{{% endfor %}}\n"

    found = [each.message for each in built(tmp_path, body).report if each.code == "REV-013"]

    assert [
        "`view-sofie-confidential` is made for `sofie` and tells of `marek`",
        "`view-marek-confidential` is made for `marek` and tells of `sofie`",
    ] == [each.partition(":")[0] for each in found]
