"""Rules of reviews in whole runs: what the example says, what is compared across a run, what stays secret."""

from __future__ import annotations

from pathlib import Path

import pytest
from lint_subjects import EXAMPLE, findings
from review_cases import ALIKE, REVIEW_CASES, both, case, file_of, review

from alignkit.build import Request, Workshop, build, examine
from alignkit.catalogue import Catalogue
from alignkit.diagnostics import Diagnostic, Severity

PEOPLE = EXAMPLE.parent / "people.yaml"
WORKSHOP = Workshop(Catalogue(None))
BEHAVIOUR = "kept the small-business webinar series after the enterprise goal was set"
CAUSE = "Consent-law changes added 30 template pages after approval"
EXPECTED = [
    ("REV-001", "people.reviews[0].ratings.planning"),
    ("REV-001", "people.reviews[0].ratings.cross_team"),
    ("REV-001", "people.reviews[0].ratings.measurement"),
    ("REV-001", "people.reviews[1].ratings.measurement"),
    ("REV-001", "people.reviews[1].ratings.prioritisation"),
    ("REV-005", "people.reviews[0].ratings.planning"),
    ("REV-005", "people.reviews[0].ratings.cross_team"),
    ("REV-005", "people.reviews[1].ratings.measurement"),
    ("REV-005", "people.reviews[1].ratings.prioritisation"),
]
"""One observation for each rated competency; ratings of 4 with one strength, one of 2 with one growth item."""


def of_reviews(found: list[Diagnostic]) -> list[Diagnostic]:
    """What rules of reviews say."""
    return [each for each in found if each.code.startswith("REV-")]


def told(found: list[Diagnostic]) -> list[tuple[str, str]]:
    return [(each.code, each.place.path if each.place else "") for each in found]


def folder_with(folder: Path, changes: dict[str, str]) -> Path:
    """The example with other words in either file."""
    for name in ("context.yaml", "people.yaml"):
        text = (EXAMPLE.parent / name).read_text("utf-8")
        for old, new in changes.items():
            text = text.replace(old, new, 1)
        (folder / name).write_text(text, "utf-8")
    return folder


def examined(folder: Path, *kinds: str, mode: str = "") -> list[Diagnostic]:
    request = Request(
        folder / "context.yaml", kinds, mode=mode, people=folder / "people.yaml", formats=("md",)
    )
    return list(examine(request, WORKSHOP).report)


def test_the_example_of_people_is_thin_and_otherwise_sound() -> None:
    found = of_reviews(examined(EXAMPLE.parent))

    assert EXPECTED == sorted(told(found), key=lambda each: (each[0], EXPECTED.index(each)))
    assert {Severity.WARN} == {each.severity for each in found}


def test_without_a_people_file_no_rule_of_reviews_speaks() -> None:
    assert [] == of_reviews(list(examine(Request(EXAMPLE), WORKSHOP).report))


def test_findings_of_a_review_stand_in_the_people_file(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, {"raised_on: 2026-10-16, ": ""})

    (found,) = [each for each in examined(folder, "review") if each.code == "REV-004"]

    assert found.place is not None
    assert ("people.yaml", 16) == (Path(found.place.file).name, found.place.line)
    assert "people.reviews[0].evidence.S3.raised_on" == found.place.path


def test_a_rule_of_reviews_can_be_excepted(tmp_path: Path) -> None:
    entry = "{id: REV-005, path: 'people.reviews[0]', reason: Checked with HR, until: 2026-12-31}"
    folder = folder_with(tmp_path, {"\nmeta:\n": f"\nmeta:\n  lint_ignore: [{entry}]\n"})

    found = [each for each in told(examined(folder)) if each[0] in ("REV-005", "GEN-025")]

    assert [each for each in EXPECTED[5:] if "reviews[1]" in each[1]] == found


@pytest.mark.parametrize("kinds", [(), ("escalation",), ("review",)], ids=str)
def test_words_of_a_review_in_an_issue_are_found_where_they_stand(
    kinds: tuple[str, ...], tmp_path: Path
) -> None:
    folder = folder_with(tmp_path, {f'cause: "{CAUSE}"': f"cause: Marek {BEHAVIOUR}"})

    found = [each for each in examined(folder, *kinds) if each.code == "REV-013"]

    assert [
        "`issues.ISS1.cause` repeats `people.reviews[1].evidence.M2.behaviour`, which is confidential"
    ] == [each.message for each in found]
    assert [("error", "issues.ISS1.cause")] == [
        (each.severity, each.place.path if each.place else "") for each in found
    ]


def test_a_template_of_another_kind_cannot_name_reviews(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, {})
    kind = folder / "templates" / "gossip"
    kind.mkdir(parents=True)
    (folder / "alignkit.yaml").write_text("schema: 1\n", "utf-8")
    (kind / "kind.yaml").write_text(
        "schema: 1\ntitle: Gossip\npurpose: Tell all\nlanguage: en\n"
        "outputs:\n  memo: {form: document, body: memo.md.j2, file: memo}\n",
        "utf-8",
    )
    (kind / "memo.md.j2").write_text("# It is out\n\n{{ people.reviews[0].overall }}\n", "utf-8")
    request = Request(folder / "context.yaml", ("gossip",), people=folder / "people.yaml", formats=("md",))

    outcome = build(request, Workshop(Catalogue(folder)))

    assert not outcome.files
    assert any("people" in each.message and each.blocks for each in outcome.report), list(outcome.report)


def test_two_copied_reviews_are_compared_across_the_run(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, {})
    text = PEOPLE.read_text("utf-8")
    first = text.partition("    - person: sofie\n")[2].partition("    - person: marek\n")[0]
    copied = text.partition("    - person: marek\n")[0] + "    - person: marek\n" + first
    (folder / "people.yaml").write_text(copied, "utf-8")

    found = [each.message for each in examined(folder, "review") if each.code == "REV-008"]

    assert [f"{ALIKE} 100% of the groups of three words in what you wrote of them are the same"] == found[:1]
    assert all(each.startswith(ALIKE) for each in found)


@pytest.mark.parametrize(
    ("same", "severity"), [(20, None), (40, Severity.WARN), (50, Severity.WARN), (60, Severity.ERROR)]
)
def test_likeness_of_two_texts_is_a_warning_and_then_an_error(same: int, severity: Severity | None) -> None:
    shared = " ".join(f"same{index}" for index in range(same + 2))
    rest = [" ".join(f"{name}{index}" for index in range(100 - same)) for name in ("one", "two")]

    found = findings(both(f"{shared} {rest[0]}", f"{shared} {rest[1]}"))

    assert ([severity] if severity else []) == [each.severity for each in found if each.code == "REV-008"]


def test_a_single_observation_is_a_warning_and_none_an_error() -> None:
    changes = file_of(review(ratings={"planning": 3, "craft": 3}, evidence=[]))
    one = next(each for each in REVIEW_CASES if each.find == "rating_has_evidence" and "one" in each.message)

    assert ["error", "error"] == [each.severity for each in findings(case("rating_has_evidence", changes))]
    assert ["warn"] == [each.severity for each in findings(one)]
