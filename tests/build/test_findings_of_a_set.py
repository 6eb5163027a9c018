"""What several papers of one set find is told once."""

from __future__ import annotations

from alignkit.build import Request, Workshop, build
from alignkit.catalogue import Catalogue, packaged

CONTEXT = packaged("examples/quillmere") / "context.yaml"
OLD = ("sources.gl.as_of=2025-03-31", "sources.bmkit26.year=2022")


def test_what_several_papers_find_in_one_place_is_told_once_as_the_gravest() -> None:
    outcome = build(Request(CONTEXT, ("budget",), formats=("md",), overrides=OLD), Workshop(Catalogue(None)))

    told = [
        (each.place.path, each.severity)
        for each in outcome.report
        if each.code in ("GEN-005", "GEN-021") and each.place
    ]
    assert {"sources.gl.as_of", "benchmarks.cac_payback_months"} <= {path for path, _ in told}
    assert len({path for path, _ in told}) == len(told)
    assert {"error"} == {severity for _, severity in told}
