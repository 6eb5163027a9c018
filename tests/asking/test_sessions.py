"""From an empty folder to documents, by answers alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from alignkit.asking import Memory, Question, begin, converse, open_manuscript, questions
from alignkit.asking.order import at
from alignkit.build import Workshop
from alignkit.catalogue import Catalogue
from alignkit.diagnostics import Report
from alignkit.source import read
from asking_people import COMPANY, DAY, FILE, KINDS, TROUBLE, Answers, Person, Speaker, say, session, talk
from command_line import Run


@pytest.mark.parametrize("kind", KINDS)
def test_answers_alone_make_a_file_that_builds(kind: str, run: Run) -> None:
    talk(kind, Person(KINDS[kind]))

    built = run("build", kind, "--format", "md")
    assert 0 == built.code, built.err
    assert "nothing written" not in built.err
    assert [] == [each for each in questions(session(kind)) if each.needed]


@pytest.mark.parametrize("kind", ["escalation", "kickoff-deck"])
def test_leaving_after_each_answer_and_coming_back_makes_the_same_context(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("at-once", "in-parts"):
        (tmp_path / folder).mkdir()
    monkeypatch.chdir(tmp_path / "at-once")
    talk(kind, Person(KINDS[kind]))
    expected = read(FILE, Report())
    monkeypatch.chdir(tmp_path / "in-parts")
    person = Person(KINDS[kind])
    person.leaves_at = 2
    while questions(talk(kind, person)):
        person.leaves_at = person.heard + 2

    found = read(FILE, Report())
    assert expected is not None
    assert found is not None
    assert expected.data == found.data
    assert "# Begun" not in FILE.read_text("utf-8")


def test_two_people_of_one_name_get_two_ids(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    same: Answers = {
        "stakeholders[].name": ["Robin Alvarez", "Robin Alvarez", "Čeněk Ek", "王芳"],
        "stakeholders[].audience": "team",
    }

    after = talk("stakeholder-view", Person(COMPANY | {"stakeholders[].role": "Lead"} | same))

    people = after.manuscript.source.data["stakeholders"]
    assert isinstance(people, list)
    assert ["robin", "robin2", "robin3", "cenek", "stakeholder"] == [at(each, ("id",)) for each in people]


SMALL = """\
# Ours, please keep.
schema: 1
meta: {author: me, as_of: 2026-11-20}   # whose voice
company: {name: 'Alder', model: services, currency: USD}

stakeholders:
- {id: me, name: Robin Alvarez, role: VP, audience: self}
- {id: boss, name: Jo Ek, role: CEO, audience: ceo}
issues:
- {id: A, title: One, to: nobody, raised: soon, cause: "None, of us", days_late: 3.500}   # trouble
"""


def test_wrong_values_are_asked_for_and_only_they_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    FILE.write_text(SMALL, "utf-8")
    person = Person({"issues[].to": "2", "issues[].raised": "19 Nov 2026", "issues[].days_late": "4"})

    talk("escalation", person)

    expected = SMALL.replace("nobody", "boss").replace("soon", "2026-11-19").replace("3.500", "4")
    assert expected == FILE.read_text("utf-8")
    assert (
        "what stands there does not do: expected the id of a stakeholder for `to`, found `nobody`; "
        "write `me` or `boss`, or add `nobody` to `stakeholders`"
    ) in person.lines


def test_an_answer_the_check_would_refuse_is_refused_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    FILE.write_text(
        SMALL.replace("nobody", "me").replace("soon", "2026-11-19").replace("3.500", "4"), "utf-8"
    )
    said = say(
        "budget-script", "FY 2026", "FY2026", "2026-01-01", "2025-12-31", "31 Dec 2026", "FY2026", "quit"
    )

    assert (
        "  expected an id of at most 32 letters, digits, `_` and `-` that begins with a letter for `id`, found the text `FY 2026`"
        in said
    )
    assert "  hint: write `FY_2026`" in said
    assert "  expected an end not before 2026-01-01, found `2025-12-31`" in said
    assert "  the id `FY2026` stands twice in `periods`" in said
    assert FILE.read_text("utf-8").endswith(
        "# periods:\n#   current:\n#     id: FY2026\n#     start: 2026-01-01\n#     end: 2026-12-31\n"
    )


def test_back_asks_again_and_the_file_keeps_the_old_answer_until_there_is_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    said = say("escalation", "back", "Alder", "2", "back", "quit")
    assert ["  this is the first question", "  before you wrote: 2 (write = to keep it)"] == [
        line for line in said if "first question" in line or "before you" in line
    ]
    assert "model: services" in FILE.read_text("utf-8")
    say("escalation", "EUR", "back", "SEK", "quit")
    assert FILE.read_text("utf-8").endswith("company:\n  name: Alder\n  model: services\n  currency: SEK\n")


def test_going_back_twice_and_keeping_what_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    say("escalation", "Alder", "2", "EUR", "back", "back", "1", "=", "quit")

    assert FILE.read_text("utf-8").endswith("company:\n  name: Alder\n  model: b2b_saas\n  currency: EUR\n")


def test_words_that_steer_are_texts_within_quotes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    said = say("escalation", "?", '"back"', "later", "eur", "", None)

    assert "  it is written to `company.name`: As it stands on a cover" in said
    assert "  somebody else answered: Quillmere Software" in said
    assert "  this is needed" in said
    assert FILE.read_text("utf-8").endswith("company:\n  name: back\n  currency: EUR\n")


def test_what_was_skipped_is_asked_again_only_when_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    talk("escalation", Person(COMPANY | TROUBLE | {"issues[].if_late": ""}))

    assert [] == questions(session("escalation"))
    forgetful = replace(session("escalation"), memory=Memory())
    assert ("issues", 0, "if_late") in [each.steps for each in questions(forgetful)]


def test_a_file_changed_elsewhere_in_the_meantime_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    report = Report()

    class Neighbour(Speaker):
        def hear(self, question: Question) -> str | None:
            if len(self.left) == 1:
                FILE.write_text("mine\n", "utf-8")
            return super().hear(question)

    state = session("escalation")
    converse(state, {}, Neighbour(["Alder", "1"]), report)

    assert "mine\n" == FILE.read_text("utf-8")
    assert [("ASK-002", "`context.yaml` was changed by another program and is left as it is")] == [
        (each.code, each.message) for each in report
    ]


def test_each_block_is_written_to_the_file_that_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "parts"
    folder.mkdir()
    head, people = SMALL.split("stakeholders:")
    (folder / "company.yaml").write_text(head, "utf-8")
    (folder / "who.yaml").write_text("stakeholders:" + people.split("issues:")[0], "utf-8")
    report = Report()
    found = Workshop(Catalogue(None)).kind("escalation", report)
    manuscript = open_manuscript(folder, report)
    assert found is not None
    assert manuscript is not None
    answers: Answers = {"issues[].title": ["Late"], "issues[].to": "new Ann Ek", "issues[].cause": "Rain", "stakeholders[].role": "CFO",
               "stakeholders[].audience": "cfo"}  # fmt: skip

    converse(begin(manuscript, Memory(), found, DAY), manuscript.texts, Person(answers), report)

    assert [] == list(report)
    assert head == (folder / "company.yaml").read_text("utf-8")
    assert (
        (folder / "who.yaml")
        .read_text("utf-8")
        .endswith("- {id: ann, name: Ann Ek, role: CFO, audience: cfo}\n")
    )
    assert (
        (folder / "context.yaml")
        .read_text("utf-8")
        .endswith(
            "issues:\n  - id: ISS1\n    title: Late\n    to: ann\n    cause: Rain\n    raised: 2026-11-20\n    severity: decide\n"
        )
    )


@pytest.mark.parametrize(
    ("text", "lines", "message", "hint"),
    [
        (
            "company: Acme Inc\n",
            ("Acme",),
            "`company` holds the text `Acme Inc`, and an answer would write over it",
            "write keys with values there, then ask again",
        ),
        (
            "company: {name: A, model: x, currency: USD}\nstakeholders:\n  jo: {name: Jo}\n",
            ("new Ann Ek",),
            "`stakeholders` holds keys with values, and an answer would write over it",
            "write a list there, then ask again",
        ),
    ],
)
def test_what_stands_in_the_way_is_not_written_over(
    text: str,
    lines: tuple[str, ...],
    message: str,
    hint: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    FILE.write_text(text, "utf-8")

    said = say("escalation", *lines)

    assert f"  ASK-001  {message}" in said
    assert f"  hint: {hint}" in said
    assert text == FILE.read_text("utf-8")


def test_a_file_that_cannot_be_written_ends_the_talk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    report = Report()
    Path("file").write_text("no folder", "utf-8")
    FILE.symlink_to("file/context.yaml")
    speaker = Speaker(["Alder", "2", "EUR"])

    converse(session("escalation"), {}, speaker, report)

    assert report.is_broken
    assert ["2", "EUR"] == speaker.left
