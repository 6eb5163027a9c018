"""The commands that tell: list, need, explain, schema, doctor, demo."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from alignkit.catalogue import Catalogue
from alignkit.context import json_schema
from alignkit.installation import Fact, owners
from command_line import Run

SOURCE = Path(__file__).parents[2] / "src" / "alignkit"
DAY = "2026-11-23"


def test_every_kind_is_listed_with_what_it_makes(run: Run) -> None:
    run("template", "new", "board-note")

    result = run("list")

    assert (0, "") == (result.code, result.err)
    assert (
        "board-note (yours): Board note\n"
        "    Tell a reader in one page what happened and what you ask for\n"
        "    board-note: a document as docx, pptx, html, md, pdf\n"
        "    board-note-mail: an e-mail as eml, txt, md, html\n"
        "budget: Figures and sources\n"
    ) in result.out
    assert "    makes together: budget-deck, budget-script, escalation\n" in result.out
    assert "    modes: ask, defend, board\n" in result.out


def test_a_broken_template_does_not_hide_the_others(run: Run, tmp_path: Path) -> None:
    (tmp_path / "templates/odd").mkdir(parents=True)
    (tmp_path / "templates/odd/kind.yaml").write_text("title: Odd\n", "utf-8")

    result = run("list")

    assert 1 == result.code
    assert "escalation: Escalation\n" in result.out
    assert "templates/odd/kind.yaml:1:" in result.err


def test_need_lists_what_is_missing_with_reason_place_and_form(run: Run) -> None:
    run("new", "escalation", "--date", DAY)

    result = run("need", "escalation")

    assert (0, "2 notes; run: alignkit build escalation\n") == (result.code, result.err)
    assert (
        "context.yaml:22:5: note NEED-002 `escalation` is better with `issues.ISSUE1.funding`: where the money "
        "would come from\n"
    ) in result.out
    assert "  hint: add `funding`, with `from`, `available`, under `issues.ISSUE1`\n" in result.out


def test_need_of_an_empty_folder_lists_everything(run: Run) -> None:
    result = run("need", "escalation")

    assert 0 == result.code
    assert (
        "needs  issues: at least one, with its figures and options\n"
        "       `issues`, a list; each entry with `id`, `title`, `to`, `raised`, `cause`\n"
    ) in result.out
    assert "there is no context here yet; begin with: alignkit new escalation\n" == result.err


def test_need_says_where_to_add_a_key_of_a_block_that_exists(run: Run, tmp_path: Path) -> None:
    run("new", "budget-script", "--date", DAY)
    text = (tmp_path / "context.yaml").read_text("utf-8")
    [line] = [number for number, each in enumerate(text.splitlines(), 1) if each.startswith("budget:")]
    (tmp_path / "context.yaml").write_text(re.sub(r"\n  source: plan .*", "", text), "utf-8")

    result = run("need", "budget-script")

    assert 1 == result.code
    assert (
        f"context.yaml:{line}:1: error NEED-001 `budget-script` needs `budget.source`: where the figures are from\n"
    ) in result.out
    assert "  hint: add `source`, the id of one of `sources`, under `budget`\n" in result.out


def test_need_as_json(run: Run) -> None:
    run("new", "escalation", "--date", DAY)

    answer = json.loads(run("need", "escalation", "--json").out)

    assert ["NEED-002", "NEED-002"] == [each["code"] for each in answer["diagnostics"]]


@pytest.mark.parametrize("code", ["CTX-002", "ctx-002", "ctx002", "CTX 002"])
def test_a_code_is_explained_however_it_is_typed(code: str, run: Run) -> None:
    result = run("explain", code)

    assert (0, "") == (result.code, result.err)
    assert result.out.startswith("CTX-002 missing key\n\nA key that a block needs is not there.\n")
    assert result.out.rstrip().endswith("Cure: Add the key; the message says what it is for.")


def test_a_family_is_listed(run: Run) -> None:
    result = run("explain", "pdf")

    assert (
        0,
        "PDF-001  no LibreOffice\nPDF-002  LibreOffice did not finish\nPDF-003  web view in place of pages\n",
    ) == (result.code, result.out)
    assert "alignkit explain PDF-001 says more\n" == result.err


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("PDF-01", "there is no code 'PDF-01'; did you mean PDF-001"),
        ("x", "there is no code 'x'; the families are "),
    ],
)
def test_an_unknown_code_comes_with_the_nearest(code: str, expected: str, run: Run) -> None:
    result = run("explain", code)

    assert (2, "") == (result.code, result.out)
    assert result.err.startswith(expected)


def test_every_code_of_the_command_line_and_its_neighbours_is_explained(run: Run) -> None:
    pattern = re.compile(r'"((?:KIND|NEED|FMT|CUS|BANK|PDF|CAT|OUT|YAML|CTX|TPL)-\d{3})"')
    used = {code for path in SOURCE.rglob("*.py") for code in pattern.findall(path.read_text("utf-8"))}
    explained = set(re.findall(r"^## ([A-Z0-9]+-\d{3}) ", _pages(), re.MULTILINE))

    assert len(used) > 50
    assert set() == used - explained


def _pages() -> str:
    return "\n".join(page.read_text("utf-8") for page in Catalogue().codes().values())


def test_the_schema_is_printed_or_written(run: Run, tmp_path: Path) -> None:
    printed = run("schema")
    written = run("schema", "--out", "editor/context.json")

    assert json_schema() == json.loads(printed.out)
    assert (0, "editor/context.json\n", "") == written
    assert printed.out == (tmp_path / "editor/context.json").read_text("utf-8")


def test_the_doctor_names_versions_owners_and_programs(run: Run) -> None:
    result = run("doctor")

    names = [line[2:].split("  ")[0] for line in result.out.splitlines() if line[2:3] != " "]
    assert {
        "alignkit",
        "Python",
        "terminal",
        "templates",
        "python-docx",
        "package docx",
        "LibreOffice",
    } <= set(names)
    assert result.code in (0, 1)


@pytest.mark.parametrize(
    ("distributions", "expected"),
    [
        ({"docx": ["python-docx"]}, [Fact("package docx", "python-docx")]),
        ({}, [Fact("package docx", "not installed")]),
        (
            {"docx": ["docx", "python-docx"], "pptx": ["python-pptx"]},
            [
                Fact(
                    "package docx",
                    "docx, python-docx",
                    "run: pip uninstall docx && pip install --force-reinstall python-docx",
                    stops=True,
                ),
                Fact("package pptx", "python-pptx"),
            ],
        ),
        (
            {"docx": ["python-docx"], "pptx": ["aspose-slides"]},
            [
                Fact("package docx", "python-docx"),
                Fact(
                    "package pptx",
                    "aspose-slides",
                    "run: pip uninstall aspose-slides && pip install --force-reinstall python-pptx",
                ),
            ],
        ),
    ],
)
def test_a_namesake_of_a_package_is_noticed(
    distributions: dict[str, list[str]], expected: list[Fact]
) -> None:
    assert expected == list(owners(distributions))


def test_the_demo_makes_every_document_and_says_what_to_open(run: Run, tmp_path: Path) -> None:
    result = run("demo")

    folder = tmp_path / "alignkit-demo"
    assert 0 == result.code
    made = {path.name for path in folder.iterdir()}
    assert {
        "budget-script.docx", "budget-script-ceo.docx", "budget-follow-up.eml", "escalation-ISS1.eml",
        "escalation-memo-ISS1.docx", "kickoff.pptx", "alignment.docx", "alignment.pptx",
        "alignment-author-confidential.docx", "alignment-author-confidential.pptx", "context.yaml", "people.yaml", ".alignkit",
    } <= made  # fmt: skip
    assert made - {".alignkit"} == {Path(line).name for line in result.out.splitlines()}
    assert f"{len(made) - 1} files in alignkit-demo/\n" in result.err
    assert "open first: alignkit-demo/budget-script.docx\n" in result.err

    (folder / "context.yaml").write_text("mine: 1\n", "utf-8")
    again = run("demo")

    assert (1, "") == (again.code, again.out)
    assert "mine: 1\n" == (folder / "context.yaml").read_text("utf-8")
    assert (
        "OUT-006 expected `alignkit-demo/context.yaml` to be as the example has it, found changes in it"
        in again.err
    )
