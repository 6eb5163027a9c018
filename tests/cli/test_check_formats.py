"""`alignkit check` as SARIF and as commands of a GitHub workflow: shape, places and signs that would end a line."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from alignkit.cli.github import as_commands
from alignkit.cli.locations import file_from, shown_places
from alignkit.cli.sarif import as_sarif
from alignkit.diagnostics import Diagnostic, Place, Severity
from command_line import Run

SHAPE = Draft202012Validator(json.loads((Path(__file__).parent / "sarif-shape.json").read_text("utf-8")))
HERE = Place("context.yaml", 12, 5, "budget.tiers.ask")
TEMPLATE = Place("templates/budget-deck/deck.md.j2", 7)


USUAL = Diagnostic("BUD-016", Severity.WARN, "too slow", HERE)


def found(**fields: Any) -> Diagnostic:
    """The usual finding with other fields."""
    return replace(USUAL, **fields)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "context.yaml").write_text("a: 1\n", "utf-8")
    return tmp_path


def log(root: Path, *diagnostics: Diagnostic) -> dict[str, Any]:
    """The one run of a log whose shape was checked."""
    whole = json.loads(as_sarif(diagnostics, "context.yaml", root, 1))
    assert [] == [error.message for error in SHAPE.iter_errors(whole)]
    run: dict[str, Any] = whole["runs"][0]
    return run


@pytest.mark.parametrize(
    ("diagnostic", "expected"),
    [
        (found(), "::warning file=context.yaml,line=12,col=5,title=BUD-016::too slow"),
        (found(severity=Severity.ERROR), "::error file=context.yaml,line=12,col=5,title=BUD-016::too slow"),
        (found(severity=Severity.INFO, place=None), "::notice title=BUD-016::too slow"),
        (found(hint="cut it"), "::warning file=context.yaml,line=12,col=5,title=BUD-016::too slow%0Ahint: cut it"),
        (
            found(message="100%, a:b\r\nc"),
            "::warning file=context.yaml,line=12,col=5,title=BUD-016::100%25, a:b%0D%0Ac",
        ),
        (
            found(place=Place("a, b: 50%.yaml", 1)),
            "::warning file=a%2C b%3A 50%25.yaml,line=1,col=1,title=BUD-016::too slow",
        ),
        (
            found(place=TEMPLATE, related=(HERE,)),
            "::warning file=context.yaml,line=12,col=5,title=BUD-016::too slow"
            "%0Asee: templates/budget-deck/deck.md.j2:7:1",
        ),
        (found(place=TEMPLATE), "::warning title=BUD-016::too slow%0Asee: templates/budget-deck/deck.md.j2:7:1"),
    ],
    ids=["warning", "error", "note", "hint", "signs", "signs-in-names", "template", "template-alone"],
)  # fmt: skip
def test_a_finding_is_one_command(diagnostic: Diagnostic, expected: str, root: Path) -> None:
    (root / "a, b: 50%.yaml").write_text("a: 1\n", "utf-8")

    assert [expected] == list(as_commands([diagnostic], root))


def test_commands_come_by_file_and_line(root: Path) -> None:
    later, first = found(message="later"), found(message="first", place=Place("context.yaml", 3))

    assert ["first", "later"] == [line.rpartition("::")[2] for line in as_commands([later, first], root)]


def test_a_log_has_the_shape_of_sarif(root: Path) -> None:
    run = log(root, found(hint="cut it", related=(TEMPLATE,)))

    [result] = run["results"]
    assert ("BUD-016", 0, "warning") == (result["ruleId"], result["ruleIndex"], result["level"])
    assert "too slow\nhint: cut it" == result["message"]["text"]
    place = result["locations"][0]
    assert {"startLine": 12, "startColumn": 5} == place["physicalLocation"]["region"]
    assert {"uri": "context.yaml", "uriBaseId": "%SRCROOT%"} == place["physicalLocation"]["artifactLocation"]
    assert "budget.tiers.ask" == place["logicalLocations"][0]["fullyQualifiedName"]
    assert ["templates/budget-deck/deck.md.j2"] == [
        other["physicalLocation"]["artifactLocation"]["uri"] for other in result["relatedLocations"]
    ]


def test_a_rule_brings_its_help(root: Path) -> None:
    [rule] = log(root, found())["tool"]["driver"]["rules"]

    assert ("BUD-016", "limit of policy broken") == (rule["id"], rule["shortDescription"]["text"])
    assert rule["fullDescription"]["text"].startswith("The payback of a tier")
    assert "Cure: " in rule["help"]["text"]
    assert {"level": "warning"} == rule["defaultConfiguration"]


def test_each_code_is_one_rule_and_results_point_at_it(root: Path) -> None:
    run = log(root, found(), found(message="slower", severity=Severity.ERROR), found(code="BUD-018"))

    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert ["BUD-016", "BUD-018"] == rules
    assert [each["ruleId"] for each in run["results"]] == [
        rules[each["ruleIndex"]] for each in run["results"]
    ]


def test_what_has_no_place_points_at_the_context(root: Path) -> None:
    [result] = log(root, found(place=None))["results"]

    assert "context.yaml" == result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert "region" not in result["locations"][0]["physicalLocation"]


def test_a_fingerprint_does_not_move_with_the_line(root: Path) -> None:
    here, lower, other = (
        log(root, found(place=Place("context.yaml", line, 5, path)))["results"][0]["partialFingerprints"]
        for line, path in ((12, "budget.tiers.ask"), (99, "budget.tiers.ask"), (12, "budget.tiers.base"))
    )

    assert here == lower
    assert here != other


def test_files_are_named_from_the_folder_one_works_in(root: Path) -> None:
    inside, outside = root / "clients" / "acme & co.yaml", root.parent / "elsewhere.yaml"
    for path in (inside, outside):
        path.parent.mkdir(exist_ok=True)
        path.write_text("a: 1\n", "utf-8")

    assert "clients/acme & co.yaml" == file_from(str(inside), root)
    assert "context.yaml" == file_from("clients/../context.yaml", root)
    assert outside.as_posix() == file_from("../elsewhere.yaml", root)
    uris = [
        each["locations"][0]["physicalLocation"]["artifactLocation"]
        for each in log(root, found(place=Place(str(inside), 1)), found(place=Place(str(outside), 1)))[
            "results"
        ]
    ]
    assert {"uri": "clients/acme%20%26%20co.yaml", "uriBaseId": "%SRCROOT%"} in uris
    assert {"uri": outside.as_uri()} in uris


def test_a_place_on_the_command_line_is_no_file(root: Path) -> None:
    place, others = shown_places(found(place=Place("--set", 1), related=(HERE,)), root)

    assert (HERE, (Place("--set", 1),)) == (place, others)


def test_the_shape_can_be_missed(root: Path) -> None:
    whole = json.loads(as_sarif([found()], "context.yaml", root, 1))
    whole["runs"][0]["results"][0]["level"] = "warn"

    assert [] != list(SHAPE.iter_errors(whole))


@pytest.mark.parametrize(
    "option", [("--json",), ("--format", "json"), ("--format", "sarif"), ("-f", "github")]
)
def test_each_format_answers_on_standard_output_with_the_same_exit_code(
    option: tuple[str, ...], run: Run
) -> None:
    run("init", "--example")

    result = run("check", *option)

    assert 0 == result.code
    assert 3 == result.out.count("above the ceiling of 18 months")
    if option[-1] == "github":
        assert "5 warnings\n" == result.err
    else:
        assert "" == result.err
        assert isinstance(json.loads(result.out), dict)


def test_a_log_of_a_broken_context_still_has_the_shape(run: Run, tmp_path: Path) -> None:
    (tmp_path / "context.yaml").write_text("schema: 1\nmeta: [\n", "utf-8")

    result = run("check", "--format", "sarif")

    whole = json.loads(result.out)
    assert 1 == result.code
    assert [] == [error.message for error in SHAPE.iter_errors(whole)]
    assert {"error"} == {each["level"] for each in whole["runs"][0]["results"]}


def test_another_format_is_wrong_usage(run: Run) -> None:
    assert 2 == run("check", "--format", "xml").code
