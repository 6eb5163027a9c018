"""`alignkit review`: reviews of one person or a team, what each lacks, and why each sentence was taken."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest

from alignkit.catalogue import packaged
from command_line import Run

EXAMPLE = packaged("examples/quillmere")
DAY = "2026-11-23"


@pytest.fixture
def team(tmp_path: Path) -> Path:
    """The worked example: one context, and a people file with reviews of Sofie and Marek."""
    for name in ("context.yaml", "people.yaml"):
        shutil.copy(EXAMPLE / name, tmp_path / name)
    return tmp_path


def made() -> set[str]:
    return (
        {path.name for path in Path("out").glob("*.*") if path.is_file()} if Path("out").is_dir() else set()
    )


def test_the_review_of_one_person(run: Run, team: Path) -> None:
    result = run("review", "--person", "sofie", "--format", "md")

    assert (0, "out/review-sofie-confidential.md\n") == (result.code, result.out)
    assert {"review-sofie-confidential.md"} == made()


def test_everybody_with_what_each_still_lacks(run: Run, team: Path) -> None:
    result = run("review", "--all", "--format", "md")

    assert 0 == result.code
    assert {"review-sofie-confidential.md", "review-marek-confidential.md"} == made()
    table = result.err[result.err.index("sofie  review-sofie-confidential.md") :]
    assert "marek  review-marek-confidential.md" in table
    assert "REV-001" in table
    assert "first: add a dated observation" in table


def test_several_people_in_a_situation(run: Run, team: Path) -> None:
    result = run("review", "-p", "sofie", "-p", "marek", "--mode", "talk", "-f", "md", "-o", "talks")

    assert 0 == result.code
    assert {"review-talk-sofie-confidential.md", "review-talk-marek-confidential.md"} == {
        path.name for path in Path("talks").glob("*.md")
    }


def test_the_people_file_may_lie_elsewhere(run: Run, team: Path) -> None:
    (team / "people.yaml").rename(team / "secret.yaml")

    without, with_it = run("review", "--all"), run("review", "--all", "--people", "secret.yaml", "-f", "md")

    assert 2 == without.code
    assert "alignkit new review" in without.err
    assert 0 == with_it.code


@pytest.mark.parametrize(
    ("word", "meant"), [("sofia", "write `sofie`"), ("zzz", "choose from `sofie` and `marek`")]
)
def test_a_person_nobody_reviews_is_told_with_those_who_are(
    word: str, meant: str, run: Run, team: Path
) -> None:
    result = run("review", "--person", word)

    assert (2, set()) == (result.code, made())
    assert "KIND-016" in result.err
    assert meant in result.err


def test_build_knows_the_same_people(run: Run, team: Path) -> None:
    from alignkit.build import Request, build

    outcome = build(Request(Path("context.yaml"), ("review",), Path("people.yaml"), persons=("nobody",)))

    assert {} == outcome.files
    assert [True] == [
        each.blocks and each.place is not None for each in outcome.report if each.code == "KIND-016"
    ]


def test_a_situation_without_facts_is_told(run: Run, team: Path) -> None:
    result = run("review", "--person", "sofie", "--mode", "agency")

    assert (1, set()) == (result.code, made())
    assert "KIND-017" in result.err


@pytest.mark.parametrize(
    "options", [(), ("--all", "--person", "sofie"), ("--person",), ("--all", "--mode", "nowhere")]
)
def test_what_cannot_be_meant_is_wrong_usage(options: tuple[str, ...], run: Run, team: Path) -> None:
    assert 2 == run("review", *options).code
    assert set() == made()


def test_nothing_is_written_when_something_blocks(run: Run, team: Path) -> None:
    people = team / "people.yaml"
    people.write_text(people.read_text("utf-8").replace("date: 2026-07-22", "date: soon"), "utf-8")

    result = run("review", "--all")

    assert (1, set()) == (result.code, made())
    assert "people.yaml:14:" in result.err


def test_an_edited_review_is_kept(run: Run, team: Path) -> None:
    run("review", "--person", "sofie", "-f", "md")
    Path("out/review-sofie-confidential.md").write_text("mine", "utf-8")

    result = run("review", "--person", "sofie", "-f", "md")

    assert "OUT-011" in result.err
    assert 2 == len(made())


def test_programs_get_what_each_lacks(run: Run, team: Path) -> None:
    answer = json.loads(run("review", "--all", "-f", "md", "--json").out)

    sofie, marek = answer["reviews"]
    assert ("sofie", "review", "helena") == (sofie["person"], sofie["form"], sofie["reviewer"])
    assert ["review-marek-confidential.md"] == marek["files"]
    assert {"code", "severity", "hint"} == set(sofie["lacks"][0])


def test_why_each_sentence_was_taken(run: Run, team: Path) -> None:
    text = run("review", "--person", "sofie", "--explain")
    answer = json.loads(run("review", "--person", "sofie", "--explain", "--json").out)

    assert (0, set()) == (text.code, made())
    assert "people.reviews[0].evidence.S1  core\n" in text.out
    assert "would fit" in text.out
    cores = [each for each in answer["explanation"] if each["part"] == "core"]
    assert ["S1", "S2", "S3"] == [each["key"].rpartition(".")[2] for each in cores]
    assert all(each["others"] == 5 and each["why"] and each["phrase"] for each in cores)
    assert {"sofie"} == {each["person"] for each in answer["explanation"]}


def test_a_pin_is_the_reason_where_there_is_one(run: Run, team: Path) -> None:
    people = team / "people.yaml"
    pin = "reviewer: helena\n      pins: {S1: [cross-team-above-recognise-2]}"
    people.write_text(people.read_text("utf-8").replace("reviewer: helena", pin, 1), "utf-8")

    answer = json.loads(run("review", "--person", "sofie", "--explain", "--json").out)

    core = next(each for each in answer["explanation"] if (each["part"], each["key"][-2:]) == ("core", "S1"))
    assert "cross-team-above-recognise-2" == core["phrase"]
    assert "the people file asks for it" in core["why"]


def test_the_talk_is_explained_by_its_own_sentences(run: Run, team: Path) -> None:
    answer = json.loads(run("review", "--all", "--mode", "talk", "--explain", "--json").out)

    parts = {each["part"] for each in answer["explanation"]}
    assert {"talk-open", "talk-close", "opening", "core", "ending"} <= parts
    assert parts.isdisjoint({"summary", "prompt", "promotion"})


def test_a_screen_sees_how_far_it_is(run: Run, team: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from alignkit.build import Workshop
    from alignkit.catalogue import Catalogue
    from alignkit.cli.progress import watched

    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    workshop = Workshop(Catalogue())
    before = workshop.watch
    with watched(workshop, "reviews"):
        assert workshop.watch is not before
        workshop.watch(1, 2)

    monkeypatch.setattr(sys.stderr, "isatty", lambda: False, raising=False)
    quiet = Workshop(Catalogue())
    usual = quiet.watch
    with watched(quiet, "reviews"):
        assert quiet.watch is usual


def test_the_modes_of_the_help_are_those_of_the_kind(run: Run) -> None:
    from alignkit.build import Workshop
    from alignkit.catalogue import Catalogue
    from alignkit.diagnostics import Report
    from alignkit.purposes import SITUATIONS

    kind = Workshop(Catalogue()).kind("review", Report())

    assert kind
    assert tuple(kind.modes) == SITUATIONS


@pytest.mark.parametrize("day", [DAY, "2027-03-10", "2028-02-29"])
def test_a_first_review_is_made_without_an_error(day: str, run: Run, tmp_path: Path) -> None:
    new = run("new", "review", "--date", day)
    result = run("review", "--all", "--format", "md")

    assert (0, "context.yaml\npeople.yaml\n") == (new.code, new.out)
    assert "review --all" in new.err
    assert 0 == result.code
    assert " error " not in result.err
    assert {"review-kim-confidential.md"} == made()


def test_a_first_review_never_overwrites(run: Run, tmp_path: Path) -> None:
    (tmp_path / "people.yaml").write_text("mine\n", "utf-8")

    result = run("new", "review")

    assert 1 == result.code
    assert "mine\n" == (tmp_path / "people.yaml").read_text("utf-8")


def test_commands_that_cannot_serve_people_say_so(run: Run, team: Path) -> None:
    ask, check, need = run("ask", "review"), run("template", "check", "review"), run("need", "review")

    assert 2 == ask.code
    assert "alignkit new review" in ask.err
    assert 0 == check.code
    assert "no people are made up" in check.err
    assert 1 == need.code
    assert "--people people.yaml" in need.out


def test_commands_that_can_serve_people_do(run: Run, team: Path) -> None:
    listed, shown = run("list"), run("template", "show", "review")
    need = run("need", "review", "--people", "people.yaml")

    assert "review: Performance review\n" in listed.out
    assert 0 == shown.code
    assert 0 == need.code


@pytest.mark.parametrize("form", ["sarif", "github"])
def test_the_log_of_a_build_server_holds_no_rating_and_no_word_of_a_review(
    form: str, run: Run, team: Path
) -> None:
    answer = run("check", "review", "--people", str(team / "people.yaml"), "--format", form)

    assert "REV-005" in answer.out
    assert "sofie" not in answer.out
    assert "Helena" not in answer.out
