"""`alignkit build` and `alignkit check`: files on one stream, talk on the other, the right exit code."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest

from command_line import Result, Run

DAY = "2026-11-23"


@pytest.fixture
def project(run: Run, tmp_path: Path) -> Path:
    """A folder with the first context of an escalation."""
    run("new", "escalation", "--date", DAY)
    return tmp_path / "context.yaml"


def spoil(context: Path, old: str, new: str) -> None:
    text = context.read_text("utf-8")
    assert old in text
    context.write_text(text.replace(old, new), "utf-8")


def last(result: Result) -> str:
    return result.err.splitlines()[-1]


def test_names_go_to_one_stream_and_talk_to_the_other(run: Run, project: Path) -> None:
    result = run("build", "escalation", "--format", "md", "--format", "eml,html", "--out", "friday")

    assert 0 == result.code
    assert [
        "friday/escalation-ISSUE1.md", "friday/escalation-ISSUE1.eml", "friday/escalation-ISSUE1.html",
        "friday/escalation-memo-ISSUE1.md", "friday/escalation-memo-ISSUE1.html",
    ] == result.out.splitlines()  # fmt: skip
    assert "3 warnings: 5 files in friday/" == last(result)


def test_a_draft_with_errors_of_rules_is_written_with_the_list(run: Run, project: Path) -> None:
    spoil(project, "recommend: A ", "recommend: Z ")

    result = run("build", "escalation", "--format", "txt")

    assert (0, "out/escalation-ISSUE1.txt\n") == (result.code, result.out)
    assert " error ESC-003 " in result.err
    assert last(result).startswith("1 error, ")
    assert last(result).endswith(": 1 file in out/")


@pytest.mark.parametrize("status", ["in_review", "final"])
def test_from_review_on_errors_of_rules_stop_the_build(status: str, run: Run, project: Path) -> None:
    spoil(project, "recommend: A ", "recommend: Z ")

    result = run("build", "escalation", "--set", f"meta.status={status}", "--format", "txt")

    assert (1, "") == (result.code, result.out)
    assert last(result).endswith(": nothing written")
    assert not Path("out").exists()


def test_strict_stops_for_a_warning_too(run: Run, project: Path) -> None:
    result = run("build", "escalation", "--strict", "--format", "txt")

    assert (1, "") == (result.code, result.out)
    assert "3 warnings: nothing written" == last(result)
    assert not Path("out").exists()


def test_json_is_one_object_with_everything(run: Run, project: Path) -> None:
    result = run("build", "escalation", "--format", "txt", "--json")

    answer = json.loads(result.out)
    content = Path("out/escalation-ISSUE1.txt").read_bytes()
    assert (0, "") == (result.code, result.err)
    assert ["alignkit", "exit_code", "files", "diagnostics", "ledger"] == list(answer)
    assert [
        {
            "name": "escalation-ISSUE1.txt",
            "path": str(Path("out/escalation-ISSUE1.txt")),
            "bytes": len(content),
            "sha256": hashlib.sha256(content).hexdigest(),
        }
    ] == answer["files"]
    assert {"document": "escalation-ISSUE1", "key": "issues.ISSUE1.days_late", "text": "15 days"} in answer[
        "ledger"
    ]
    assert ["code", "severity", "message", "place", "hint", "related", "blocks"] == list(
        answer["diagnostics"][0]
    )
    assert {"file": "context.yaml", "line": 20, "column": 12, "path": "stakeholders.boss.email"} == answer[
        "diagnostics"
    ][0]["place"]


def test_json_of_a_refusal_has_the_exit_code_and_no_file(run: Run, project: Path) -> None:
    spoil(project, "to: boss", "to: bos")

    result = run("build", "escalation", "--json")

    answer = json.loads(result.out)
    assert (1, 1, []) == (result.code, answer["exit_code"], answer["files"])
    assert ["GEN-002"] == [each["code"] for each in answer["diagnostics"]]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["escalaton"], "error KIND-000 there is no kind `escalaton`"),
        (["escalation", "-f", "doc"], "Error: Invalid value for '--format' / '-f': 'doc' is not a format; "
         "choose from docx, pptx, eml, md, html, pdf, txt."),
        (["escalation", "--date", "27.11.2026"], "Error: Invalid value for '--date': '27.11.2026' is not a date; "
         "write it as 2027-01-31."),
        (["escalation", "--date", "20261127"], "Error: Invalid value for '--date': '20261127' is not a date; "
         "write it as 2027-01-31."),
        (["escalation", "--set", "status"], "Error: Invalid value for '--set': 'status' is not key=value, such as "
         "budget.decision.by=2027-01-31."),
        (["escalation", "--set", "=1"], "Error: Invalid value for '--set': '=1' is not key=value, such as "
         "budget.decision.by=2027-01-31."),
        (["escalation", "--set", "issues.ISSUE9.to=me"], "--set:1:1: error YAML-026 there is no `ISSUE9` in `issues`"),
        (["escalation", "--set", "meta.status=finished"], "--set:1:13: error CTX-004 expected `draft`, `in_review` "
         "or `final` for `status`, found the text `finished`"),
        (["escalation", "--locale", "english"], "error FMT-002 there is no locale `english`"),
        (["escalation", "--context", "gone.yaml"], "Error: Invalid value for '--context' / '-c': Path 'gone.yaml' "
         "does not exist."),
        (["escalation", "--reference", "gone.docx"], "Error: Invalid value for '--reference': Path 'gone.docx' "
         "does not exist."),
    ],
)  # fmt: skip
def test_what_was_typed_wrongly_is_told_and_is_two(
    arguments: list[str], expected: str, run: Run, project: Path
) -> None:
    result = run("build", *arguments)

    assert expected in result.err.splitlines()
    assert (2, "") == (result.code, result.out)
    assert not Path("out").exists()


def test_an_audience_nobody_wrote_for_is_wrong_usage(run: Run) -> None:
    run("new", "budget-script", "--date", DAY)

    result = run("build", "budget-script", "--audience", "team")

    assert (2, "") == (result.code, result.out)
    assert "error KIND-008 `budget-script` is not written for `team`" in result.err.splitlines()
    assert "  hint: choose from `cfo`, `ceo`, `cro`, `board`, `peer`, `agency`" in result.err.splitlines()


def test_an_audience_that_changes_nothing_is_said(run: Run, project: Path) -> None:
    result = run("build", "escalation", "--audience", "cfo", "--format", "txt")

    assert 0 == result.code
    assert (
        "note KIND-011 `escalation` has one version for everybody, `cfo` included" in result.err.splitlines()
    )


def test_a_format_that_fits_nothing_is_wrong_usage(run: Run) -> None:
    run("template", "new", "note")
    kind = Path("templates/note/kind.yaml")
    kind.write_text(
        kind.read_text("utf-8").replace("  mail: {form: message, body: mail.md.j2, file: note-mail}\n", "")
    )
    run("new", "note")

    result = run("build", "note", "--format", "eml")

    assert (2, "") == (result.code, result.out)
    assert "error FMT-001 none of these documents comes as `eml`" in result.err.splitlines()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"\xff\xfea", "broken.yaml:1:1: error YAML-003 expected UTF-8, found UTF-16"),
        (b"", "broken.yaml:1:1: error YAML-019 the file is empty"),
        (
            b"a: [1",
            "broken.yaml:1:4: error YAML-012 expected a closing `]` for the `[` that opens here, found none",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_wrong_input(
    content: bytes, expected: str, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "broken.yaml").write_bytes(content)

    result = run("check", "--context", "broken.yaml")

    assert 1 == result.code
    assert expected in result.out.splitlines()


def test_a_folder_is_a_context_of_its_files(run: Run, project: Path, tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    project.rename(tmp_path / "parts/first.yaml")

    assert 0 == run("build", "escalation", "--context", "parts", "--format", "txt").code
    os.chdir("parts")
    assert 0 == run("build", "escalation", "--format", "txt").code


def test_a_folder_without_a_context_says_how_to_begin(run: Run) -> None:
    result = run("build", "escalation")

    assert 1 == result.code
    assert (
        ".:1:1: error YAML-002 expected a file that ends in .yaml in the folder `.`, found none" in result.err
    )
    assert "begin with: alignkit new escalation\n" in result.err


def test_an_output_folder_that_is_a_file_is_refused(run: Run, project: Path) -> None:
    result = run("build", "escalation", "--out", "context.yaml", "--format", "txt")

    assert (1, "") == (result.code, result.out)
    assert (
        "error OUT-003 `context.yaml` cannot be used as the output folder: file exists"
        in result.err.splitlines()
    )


def test_two_documents_of_one_name_are_refused(run: Run, tmp_path: Path) -> None:
    run("template", "new", "one")
    run("template", "new", "two")
    manifest = tmp_path / "templates/two/kind.yaml"
    manifest.write_text(manifest.read_text("utf-8").replace("file: two}", "file: one}"), "utf-8")
    run("new", "one")

    result = run("build", "one", "two", "--format", "html")

    assert (1, "") == (result.code, result.out)
    assert "error OUT-002 two documents would be the one file `one.html`" in result.err.splitlines()


def test_check_lists_findings_and_makes_nothing(run: Run, project: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())

    result = run("check")

    assert 0 == result.code
    assert (
        "context.yaml:22:5: warning ESC-007 the issue `ISSUE1` says nothing about what was tried\n"
        in result.out
    )
    assert "2 warnings\n" == result.err
    assert before == sorted(tmp_path.iterdir())
    assert 1 == run("check", "--strict").code


def test_check_of_a_sound_context_says_so(run: Run, tmp_path: Path) -> None:
    run("template", "new", "note")
    run("new", "note")

    assert (0, "", "no problems found\n") == run("check")


def test_check_finds_values_no_kind_reads(run: Run) -> None:
    run("template", "new", "note")
    run("new", "note")
    spoil(Path("context.yaml"), "  note:  ", "  nota:  ")

    result = run("check")

    assert 0 == result.code
    assert "warning CUS-002 no kind reads `custom.nota`\n" in result.out
    assert "  hint: write `note`\n" in result.out
