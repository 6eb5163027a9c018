"""`alignkit template`: one that works, its mistakes at their lines, the names it can use."""

from __future__ import annotations

from pathlib import Path

import pytest

from command_line import Result, Run

FOLDER = Path("templates/board-note")
NOTE = FOLDER / "note.md.j2"


@pytest.fixture
def made(run: Run) -> Result:
    """What making a template said."""
    return run("template", "new", "board-note")


def add(text: str) -> int:
    """Add a line to the body; its number."""
    before = NOTE.read_text("utf-8")
    NOTE.write_text(f"{before}\n{text}\n", "utf-8")
    return len(before.splitlines()) + 2


def test_a_new_template_builds_and_has_no_mistakes(run: Run, made: Result) -> None:
    assert [str(FOLDER / name) for name in ("kind.yaml", "mail.md.j2", "note.md.j2", "starter.yaml")] == (
        made.out.splitlines()
    )
    assert 0 == run("new", "board-note", "--out", "board-note.yaml").code
    built = run("build", "board-note", "--context", "board-note.yaml")
    assert (0, "4 files in out/\n") == (built.code, built.err)
    checked = run("template", "check", "board-note")
    assert (0, "") == (checked.code, checked.out)
    assert checked.err.startswith("no problems found; filled ")


def errors(result: Result) -> list[str]:
    """The first lines of what was found, without the folder."""
    folder = f"{FOLDER.as_posix()}/"
    return [line.removeprefix(folder) for line in result.out.splitlines() if line.startswith(folder)]


def test_names_that_do_not_exist_are_told_at_their_lines(run: Run, made: Result) -> None:
    first = add("{{ company.nam }}")
    add("{{ vision.statement }}")
    add("{% if false %}{{ authr.name }}{% endif %}")

    result = run("template", "check", "board-note")

    assert [
        f"note.md.j2:{first}:1: error TPL-001 there is no `nam` here",
        f"note.md.j2:{first + 2}:1: error TPL-001 an empty field has no `statement`",
        f"note.md.j2:{first + 4}:1: error TPL-001 there is no `authr`",
    ] == errors(result)
    assert 1 == result.code


def test_arithmetic_is_told_at_its_line(run: Run, made: Result) -> None:
    line = add("{{ 1 + 1 }}")

    result = run("template", "check", "board-note")

    expected = "TPL-010 expected no arithmetic in a template, found a computed value"
    assert [f"note.md.j2:{line}:1: error {expected}"] == errors(result)
    assert (1, "1 error; filled 0 times\n") == (result.code, result.err)


def test_a_field_that_may_be_empty_is_told_at_its_line(run: Run, made: Result) -> None:
    line = add("{{ company.description | nostop }}: {{ company.sales_cycle_days }}")

    result = run("template", "check", "board-note")

    expected = "TPL-005 expected something to show, found an empty field"
    assert [f"note.md.j2:{line}:1: error {expected}"] == errors(result)


def test_a_part_nothing_reaches_is_told_at_its_line(run: Run, made: Result) -> None:
    number = add("{% if meta.status == 'closed' %}Gone.{% elif author %}Here.{% else %}Nowhere.{% endif %}")

    result = run("template", "check", "board-note")

    told = [line for line in result.out.splitlines() if line[:1] == "t"]
    place = f"{NOTE.as_posix()}:{number}:1: note TPL-030 none of "
    assert 2 == len(told)
    assert all(line.startswith(place) for line in told)
    assert told[0].endswith(" contexts reaches this `{% if %}`")
    assert told[1].endswith(" contexts reaches this `{% else %}`")
    assert 0 == result.code


def test_a_mistake_of_the_manifest_is_told_at_its_line(run: Run, made: Result) -> None:
    manifest = FOLDER / "kind.yaml"
    text = manifest.read_text("utf-8")
    manifest.write_text(
        text.replace("  company.name:", "  company.nme:").replace("wants:  ", "each: isues\nwants:  ")
    )

    result = run("template", "check", "board-note")

    assert 1 == result.code
    assert " error KIND-009 a context has no `company.nme`\n" in result.out
    assert (
        " error KIND-009 expected `each` to be a list of records of the context, found `isues`\n"
        in result.out
    )


@pytest.mark.parametrize("kind", ["budget-script", "escalation"])
def test_our_own_kinds_have_no_mistakes(kind: str, run: Run) -> None:
    result = run("template", "check", kind)

    assert 0 == result.code, result.out
    assert " error " not in result.out
    assert " warning " not in result.out


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "Board",
            "Error: Invalid value for NAME: use small letters, digits and hyphens, such as board-note.",
        ),
        ("../x", "Error: Invalid value for NAME: use small letters, digits and hyphens, such as board-note."),
        (
            "escalation",
            "Error: Invalid value for NAME: there is a kind 'escalation' already; choose another name.",
        ),
    ],
)
def test_a_name_that_cannot_be_used_is_wrong_usage(name: str, expected: str, run: Run) -> None:
    result = run("template", "new", name)

    assert (2, expected) == (result.code, result.err.splitlines()[-1])
    assert not Path("templates").exists()


def test_a_template_is_shown_with_what_it_makes(run: Run, made: Result) -> None:
    result = run("template", "show", "board-note")

    assert (0, "") == (result.code, result.err)
    assert [
        "board-note: Board note",
        "Tell a reader in one page what happened and what you ask for",
    ] == result.out.splitlines()[:2]
    assert "makes     board-note-mail: a message from mail.md.j2\n" in result.out


def test_every_name_is_shown_with_type_and_meaning(run: Run, made: Result) -> None:
    lines = run("template", "show", "board-note", "--names").out.splitlines()

    assert "custom.headline  (string)  The one thing to remember" in lines
    assert (
        "budget.tiers[].total  (a figure, money)  Sum of the lines; checked, never trusted (BUD-001)" in lines
    )
    assert "finance[name].gross_margin  (a figure, share)  Gross margin as a fraction of revenue" in lines
    assert "stakeholders[].audience" in " ".join(lines)
    assert (
        "figures.tier.<id>.cac  (a figure, money)  Loaded CAC: (spend + sales cost) / new customers" in lines
    )
    assert any(line.startswith("is available  Whether a figure exists") for line in lines)
    assert not [line for line in lines if line.startswith("people")]
