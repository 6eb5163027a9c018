"""`alignkit check` with kinds: their documents are made and read, nothing is written, and exceptions hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from command_line import Run

CONTEXT = """schema: 1
meta: {{author: ana, as_of: 2026-11-20, status: {status}{exceptions}}}
company: {{name: Acme, model: services, currency: EUR}}
stakeholders:
  - {{id: ana, name: Ana Bell, role: VP Marketing, audience: self}}
objectives:
  - {{id: O1, statement: "{statement}", owner: ana, level: company}}
"""
KIND = """schema: 1
title: Talk
purpose: Say one thing
language: en
audiences: [cfo, team]
needs:
  company.name: whose talk it is
outputs:
  deck: {form: deck, body: deck.md.j2, file: talk}
"""
BODY = (
    "# We ask for one thing\n\nIt is done.\n\n## We grow because {{ objectives[0].statement }}\n\nIt is so.\n"
)
VAGUE = "we significantly improve the share of search"
ENDLESS = " ".join(["we win manufacturers with more than one plant"] * 20)
SEE = "  see:  context.yaml:7:25\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "templates/talk").mkdir(parents=True)
    (tmp_path / "templates/talk/kind.yaml").write_text(KIND, "utf-8")
    (tmp_path / "templates/talk/deck.md.j2").write_text(BODY, "utf-8")
    return tmp_path


def write(project: Path, statement: str, *, exceptions: str = "", status: str = "draft") -> None:
    """A context with one statement, which the second slide has as its title."""
    entries = f", lint_ignore: [{exceptions}]" if exceptions else ""
    text = CONTEXT.format(statement=statement, exceptions=entries, status=status)
    (project / "context.yaml").write_text(text, "utf-8")


def entry(code: str, *, path: str = "", reason: str = "agreed", until: str = "2026-12-31") -> str:
    """An exception."""
    at = f", path: {path}" if path else ""
    return f'{{id: {code}, reason: "{reason}", until: {until}{at}}}'


def test_without_a_kind_no_document_is_made(run: Run, project: Path) -> None:
    write(project, ENDLESS)

    assert (0, "", "no problems found\n") == run("check")


def test_slides_are_laid_out_and_nothing_is_written(run: Run, project: Path) -> None:
    write(project, ENDLESS)
    before = sorted(project.rglob("*"))

    result = run("check", "talk")

    assert (1, "1 error\n") == (result.code, result.err)
    assert "GEN-014 slide 3 `We grow because we win manufacturers" in result.out
    assert before == sorted(project.rglob("*"))


def test_a_finding_on_a_slide_names_the_key_its_words_are_from(run: Run, project: Path) -> None:
    write(project, ENDLESS)

    assert SEE in run("check", "talk").out


def test_a_document_is_read_by_its_rules(run: Run, project: Path) -> None:
    (project / "templates/talk/deck.md.j2").write_text(
        "# We ask\n\nSo {{ objectives[0].statement }}.\n", "utf-8"
    )
    write(project, VAGUE)

    result = run("check", "talk")

    assert (0, "1 warning\n") == (result.code, result.err)
    assert result.out.startswith(
        "templates/talk/deck.md.j2:3:1: warning GEN-016 `significantly` says nothing"
    )
    assert SEE in result.out


@pytest.mark.parametrize("status", ["draft", "in_review", "final"])
def test_a_check_goes_to_the_last_slide_whatever_the_status(status: str, run: Run, project: Path) -> None:
    write(project, ENDLESS, status=status, exceptions=entry("GEN-016", until="2026-11-19"))

    result = run("check", "talk")

    assert (1, "2 errors\n") == (result.code, result.err)
    assert "GEN-025" in result.out
    assert "GEN-014" in result.out


@pytest.mark.parametrize("path", ["", "objectives", "objectives.O1", "objectives.O1.statement"])
def test_a_finding_of_layout_can_be_excepted(path: str, run: Run, project: Path) -> None:
    write(project, ENDLESS, exceptions=entry("GEN-014", path=path))

    assert (0, "", "no problems found\n") == run("check", "talk")


@pytest.mark.parametrize("path", ["", "objectives.O1"])
def test_a_finding_of_a_document_can_be_excepted(path: str, run: Run, project: Path) -> None:
    (project / "templates/talk/deck.md.j2").write_text(
        "# We ask\n\nSo {{ objectives[0].statement }}.\n", "utf-8"
    )
    write(project, VAGUE, exceptions=entry("GEN-016", path=path))

    assert (0, "", "no problems found\n") == run("check", "talk")


def test_an_exception_of_layout_holds_for_a_build_as_well(run: Run, project: Path) -> None:
    write(project, ENDLESS, status="final", exceptions=entry("GEN-014"))

    result = run("build", "talk")

    assert 0 == result.code
    assert "GEN-014" not in result.err


@pytest.mark.parametrize(
    ("exception", "codes"),
    [
        (entry("GEN-014", path="objectives.O2"), ["GEN-014"]),
        (entry("GEN-014", path="stakeholders"), ["GEN-014"]),
        (entry("GEN-014", until="2026-11-19"), ["GEN-014", "GEN-025"]),
        (entry("GEN-014", reason=""), ["GEN-014", "GEN-025"]),
        (entry("GEN-014", reason=" "), ["GEN-014", "GEN-025"]),
        (", ".join((entry("GEN-014", reason=""), entry("GEN-025"))), ["GEN-014", "GEN-025", "GEN-025"]),
    ],
    ids=["another-record", "another-block", "ended", "no-reason", "blank-reason", "excepting-the-rule"],
)
def test_an_exception_that_does_not_hold_silences_nothing(
    exception: str, codes: list[str], run: Run, project: Path
) -> None:
    write(project, ENDLESS, exceptions=exception)

    out = run("check", "talk").out

    assert codes == sorted(line.split()[2] for line in out.splitlines() if ": error " in line)


def test_an_exception_that_has_ended_is_told_with_its_line(run: Run, project: Path) -> None:
    write(project, "we win", exceptions=entry("GEN-014", until="2026-11-19"))

    result = run("check")

    assert result.out.startswith(
        "context.yaml:2:108: error GEN-025 the exception for `GEN-014` ended on 2026-11-19\n"
    )


def test_broken_input_cannot_be_excepted(run: Run, project: Path) -> None:
    write(project, "we win", exceptions=entry("GEN-002"))
    text = (project / "context.yaml").read_text("utf-8")
    (project / "context.yaml").write_text(text.replace("owner: ana", "owner: bob"), "utf-8")

    assert " error GEN-002 " in run("check").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check", "tlak"), "KIND-000"),
        (("check", "talk", "--audience", "cro"), "KIND-008"),
        (("check", "--audience", "nobody"), "no kind is written for `nobody`"),
        (("check", "--audience", "croo"), "write `cro`"),
        (("check", "--mode", "defend"), "--mode is about a kind of document"),
    ],
)
def test_what_cannot_be_obeyed_is_wrong_usage(
    arguments: tuple[str, ...], said: str, run: Run, project: Path
) -> None:
    write(project, "we win")

    result = run(*arguments)

    assert 2 == result.code
    assert said in result.out + result.err


def test_one_fact_is_told_once_as_gravely_as_to_the_hardest_reader(run: Run, tmp_path: Path) -> None:
    run("init", "--example")
    text = (tmp_path / "context.yaml").read_text("utf-8")
    text = text.replace("new_customer_acv: 40000", "cost_scope: programme, new_customer_acv: 40000", 1)
    (tmp_path / "context.yaml").write_text(text, "utf-8")

    told = {
        arguments: [
            line.split()[1] for line in run("check", *arguments).out.splitlines() if " MET-008 " in line
        ]
        for arguments in (
            (),
            ("budget-script",),
            ("budget-script", "--audience", "ceo"),
            ("--audience", "team"),
        )
    }

    assert {
        (): ["warning"],
        ("budget-script",): ["error"],
        ("budget-script", "--audience", "ceo"): ["warning"],
        ("--audience", "team"): ["note"],
    } == told


def test_strict_lets_a_warning_fail(run: Run) -> None:
    run("init", "--example")

    assert [0, 1] == [run("check").code, run("check", "--strict").code]
