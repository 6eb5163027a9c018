"""Kinds in several situations, and kinds that are made together with one list of their figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from alignkit.build import Outcome, Request, Workshop, build, version_of
from alignkit.catalogue import Catalogue, packaged
from alignkit.diagnostics import Report

if TYPE_CHECKING:
    from pathlib import Path

CONTEXT = (packaged("examples/quillmere") / "context.yaml").read_text("utf-8")

LETTER = """\
schema: 1
title: Letter
purpose: Say it in a letter
modes: [ask, thank, board]
audiences: [cfo, ceo, board]
needs: {budget.lines: what the money is for}
outputs:
  letter: {form: document, body: letter.md.j2, file: letter}
  list: {form: document, body: list.md.j2, file: letter-list, alone: true}
"""
LETTER_BODY = """\
# {{ "Thank you for" if mode == "thank" else "We ask for" }} {{ ask.total }}

For {{ audience }}{% if in_set %}, as part of a set{% endif %}.
"""
LIST_BODY = """\
# The list has its figures

{% for each in figures_shown() %}
- {{ each.label }}: {{ each.figure }}, {{ each.working }}, {{ each.documents }}
{% endfor %}
"""
NOTE = """\
schema: 1
title: Note
purpose: Say it once for each issue
each: issues
needs: {issues: what it is about}
outputs: {note: {form: document, body: note.md.j2, file: note}}
"""
NOTE_BODY = "# The issue is {{ issue.title }}\n\nOver by {{ issue.derived.overrun }}.\n"
SET = """\
schema: 1
title: Papers
purpose: Make letter and notes together
includes: [letter, note]
outputs: {list: {form: document, body: list.md.j2, file: papers-list}}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    files = {
        "letter/kind.yaml": LETTER, "letter/letter.md.j2": LETTER_BODY, "letter/list.md.j2": LIST_BODY,
        "note/kind.yaml": NOTE, "note/note.md.j2": NOTE_BODY,
        "papers/kind.yaml": SET, "papers/list.md.j2": LIST_BODY,
    }  # fmt: skip
    for name, text in files.items():
        path = tmp_path / "templates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (tmp_path / "context.yaml").write_text(CONTEXT, "utf-8")
    return tmp_path


def made(
    project: Path, kind: str, *, mode: str = "", audience: str = "", overrides: tuple[str, ...] = ()
) -> Outcome:
    request = Request(
        project / "context.yaml", (kind,), formats=("md",), mode=mode, audience=audience, overrides=overrides
    )
    return build(request, Workshop(Catalogue(project)))


def codes(outcome: Outcome) -> list[str]:
    return [found.code for found in outcome.report if found.code.startswith(("KIND", "NEED", "TPL"))]


@pytest.mark.parametrize(
    ("mode", "audience", "name", "title"),
    [
        ("", "", "letter.md", "# We ask for $2.88M"),
        ("ask", "", "letter.md", "# We ask for $2.88M"),
        ("thank", "", "letter-thank.md", "# Thank you for $2.88M"),
        ("thank", "ceo", "letter-thank-ceo.md", "# Thank you for $2.88M"),
        ("board", "", "letter-board.md", "For board."),
        ("board", "board", "letter-board.md", "For board."),
        ("board", "ceo", "letter-board-ceo.md", "For ceo."),
        ("board", "cfo", "letter-board-cfo.md", "For cfo."),
        ("", "board", "letter-ask-board.md", "For board."),
        ("thank", "board", "letter-thank-board.md", "For board."),
    ],
)
def test_a_mode_chooses_the_text_and_the_name(
    project: Path, mode: str, audience: str, name: str, title: str
) -> None:
    outcome = made(project, "letter", mode=mode, audience=audience)

    assert title in outcome.files[name].decode("utf-8")


def test_no_two_versions_share_a_name(project: Path) -> None:
    readers, modes = ("cfo", "ceo", "board"), ("ask", "thank", "board")

    names = [
        sorted(made(project, "letter", mode=mode, audience=reader).files)
        for mode in modes
        for reader in readers
    ]

    assert len(modes) * len(readers) == len(
        {name for several in names for name in several if "list" not in name}
    )


@pytest.mark.parametrize(
    ("kind", "mode", "audience", "message"),
    [
        ("letter", "shout", "", "KIND-013 `letter` has no mode `shout`; choose from `ask`, `thank`, `board`"),
        ("papers", "shout", "", "KIND-013 `papers` has no mode `shout`; choose from `ask`, `thank`, `board`"),
        (
            "papers",
            "",
            "team",
            "KIND-008 `papers` is not written for `team`; choose from `cfo`, `ceo`, `board`",
        ),
        ("note", "ask", "", "KIND-011 `note` has one version, `ask` makes no difference; "),
    ],
)
def test_a_version_there_is_not_is_named(
    project: Path, kind: str, mode: str, audience: str, message: str
) -> None:
    outcome = made(project, kind, mode=mode, audience=audience)

    assert [message] == [
        f"{found.code} {found.message}; {found.hint}"
        for found in outcome.report
        if found.code.startswith("KIND")
    ]


def test_a_set_makes_its_parts_and_one_list_of_all_their_figures(project: Path) -> None:
    outcome = made(project, "papers", audience="ceo")

    assert {"letter-ceo.md", "note-ISS1.md", "papers-list-ceo.md"} <= set(outcome.files)
    assert "For ceo, as part of a set." in outcome.files["letter-ceo.md"].decode("utf-8")
    listed = outcome.files["papers-list-ceo.md"].decode("utf-8")
    assert "Typed spend, Ask: $2.88M, , letter-ceo" in listed
    assert "147,000 − 120,000 = 27,000, note-ISS1" in listed


def test_what_a_set_makes_is_not_made_again(project: Path) -> None:
    kinds = ("letter", "papers", "note", "papers")

    several = build(Request(project / "context.yaml", kinds, formats=("md",)), Workshop(Catalogue(project)))

    assert several.files == made(project, "papers").files


def test_a_part_that_is_not_written_for_a_reader_is_left_out(project: Path) -> None:
    (project / "templates/note/kind.yaml").write_text(NOTE + "audiences: [team]\n", "utf-8")

    outcome = made(project, "papers", audience="ceo")

    assert ["letter-ceo.md", "papers-list-ceo.md"] == sorted(outcome.files)
    assert [
        "`note` has no version for the audience `ceo` and is left out; add it with `alignkit build note`"
    ] == [f"{found.message}; {found.hint}" for found in outcome.report if found.code == "KIND-015"]


@pytest.mark.parametrize(
    ("lines", "audience", "mode", "told"),
    [
        (
            "modes: [talk]\n",
            "",
            "board",
            "the mode `board` and is left out; add it with `alignkit build note`",
        ),
        (
            "audiences: [cfo, board]\nmodes: [talk]\n",
            "",
            "board",
            "the mode `board` and is left out; add it with `alignkit build note --audience board`",
        ),
        (
            "audiences: [cfo, board]\nmodes: [talk]\n",
            "board",
            "board",
            "the mode `board` and is left out; add it with `alignkit build note --audience board`",
        ),
        (
            "audiences: [cfo]\nmodes: [talk]\n",
            "board",
            "board",
            "the audience `board` and the mode `board` and is left out; add it with `alignkit build note`",
        ),
    ],
)
def test_a_part_without_a_mode_is_left_out_with_the_way_to_get_it(
    project: Path, lines: str, audience: str, mode: str, told: str
) -> None:
    report = Report()
    (project / "templates/note/kind.yaml").write_text(NOTE + lines, "utf-8")
    kind = Workshop(Catalogue(project)).kind("note", report)
    assert kind is not None

    version_of(kind, Request(project, audience=audience, mode=mode), report, in_set=True)

    assert [f"`note` has no version for {told}"] == [f"{each.message}; {each.hint}" for each in report]


@pytest.mark.parametrize("audience", ["", "ceo"])
def test_the_usual_mode_of_a_set_leaves_nothing_out(project: Path, audience: str) -> None:
    (project / "templates/note/kind.yaml").write_text(
        NOTE + "modes: [talk]\naudiences: [cfo, ceo]\n", "utf-8"
    )

    asked = made(project, "papers", mode="ask", audience=audience)

    assert made(project, "papers", audience=audience).files == asked.files
    assert [] == codes(asked)


def test_what_is_made_alone_comes_without_a_set_only(project: Path) -> None:
    assert ["letter-list.md", "letter.md"] == sorted(made(project, "letter").files)
    assert "letter-list.md" not in made(project, "papers").files


def test_a_list_of_figures_has_inputs_first_then_what_follows_from_them(project: Path) -> None:
    body = (
        "# T is a title\n\n{{ issues[0].derived.overrun }} {{ ask.derived.cac }} {{ ask.total }}\n"
        + LIST_BODY[3:]
    )
    (project / "templates/letter/letter.md.j2").write_text(body, "utf-8")

    text = made(project, "letter").files["letter.md"].decode("utf-8")

    assert text.index("Typed spend, Ask:") < text.index("Overrun") < text.index("Loaded CAC, Ask:")


def test_a_set_needs_what_its_parts_need(project: Path) -> None:
    workshop = Workshop(Catalogue(project))
    outcome = made(project, "papers")
    kind = workshop.kind("papers", outcome.report)

    assert kind is not None
    assert ["budget.lines"] == [need.path for need in kind.needs]


def test_a_mode_may_need_more(project: Path) -> None:
    needed = "{ask: {}, thank: {budget.announced_cut: what to thank for}, board: {}}"
    manifest = LETTER.replace("[ask, thank, board]", needed)
    (project / "templates/letter/kind.yaml").write_text(manifest, "utf-8")
    kept = [line for line in CONTEXT.splitlines(keepends=True) if "announced_cut" not in line]
    (project / "context.yaml").write_text("".join(kept), "utf-8")

    assert ["NEED-001"] == codes(made(project, "letter", mode="thank"))
    assert ["NEED-001"] == codes(made(project, "papers", mode="thank"))
    assert [] == codes(made(project, "letter"))


def test_a_set_begins_with_the_starter_of_its_first_part(project: Path) -> None:
    (project / "templates/letter/kind.yaml").write_text(LETTER + "starter: first.yaml\n", "utf-8")
    (project / "templates/letter/first.yaml").write_text("schema: 1\n", "utf-8")
    report = Report()
    kind = Workshop(Catalogue(project)).kind("papers", report)

    assert kind is not None
    assert kind.files[kind.starter] == "schema: 1\n"


def test_a_part_with_nothing_to_do_makes_nothing(project: Path) -> None:
    (project / "context.yaml").write_text(CONTEXT[: CONTEXT.index("\nissues:")] + "\n", "utf-8")

    outcome = made(project, "papers")

    assert ["letter.md", "papers-list.md"] == sorted(outcome.files)
    assert [] == codes(outcome)


def test_a_set_cannot_include_a_set(project: Path) -> None:
    (project / "templates/note/kind.yaml").write_text(NOTE + "includes: [letter]\n", "utf-8")

    outcome = made(project, "papers")

    assert not outcome.files
    assert ["KIND-014"] == codes(outcome)


def test_a_part_that_is_not_there_is_named(project: Path) -> None:
    (project / "templates/papers/kind.yaml").write_text(SET.replace("note]", "noote]"), "utf-8")

    outcome = made(project, "papers")

    assert not outcome.files
    assert ["KIND-000"] == codes(outcome)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("modes: [Ask]", "expected small letters, digits and hyphens in `modes`, found `Ask`"),
        ("includes: note", "expected `includes` to be a list of texts, found `note`"),
    ],
)
def test_a_manifest_says_what_is_wrong_with_them(project: Path, line: str, message: str) -> None:
    manifest = LETTER.replace("modes: [ask, thank, board]", line)
    (project / "templates/letter/kind.yaml").write_text(manifest, "utf-8")

    assert message in [found.message for found in made(project, "letter").report]


def test_alone_is_yes_or_no(project: Path) -> None:
    (project / "templates/letter/kind.yaml").write_text(LETTER.replace("true", "maybe"), "utf-8")

    found = [found.message for found in made(project, "letter").report]

    assert ["expected `alone` to be true or false, found `maybe`"] == found


def test_reviews_stand_by_themselves(project: Path) -> None:
    (project / "templates/papers/kind.yaml").write_text(
        SET.replace("[letter, note]", "[letter, review]"), "utf-8"
    )

    outcome = made(project, "papers")

    assert outcome.files == {}
    assert "KIND-014" in {each.code for each in outcome.report}
