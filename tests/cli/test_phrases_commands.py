"""`alignkit phrases`: listing, searching, showing, adding and checking sentences of language banks."""

from __future__ import annotations

import json
from pathlib import Path

import pyperclip
import pytest

from alignkit.cli import console
from command_line import Run

GOOD = "{Impact}, and whoever reads of {situation} later finds the count and what it answered in one line of text."
MISTAKES = Path(__file__).parents[1] / "bank_mistakes.yaml"
OWN = Path("language_banks/en/own.yaml")


def test_list_counts_each_sort_and_with_facets_lists_records(run: Run) -> None:
    counted, listed = (
        run("phrases", "list"),
        run("phrases", "list", "--competency", "learning", "--band", "below"),
    )

    assert (0, "") == (counted.code, counted.err)
    assert "review (en): " in counted.out
    assert 0 == listed.code
    assert {"measurement"} == {line.partition("-")[0] for line in listed.out.splitlines() if line[0] != " "}
    assert "12 phrases\n" == listed.err


def test_list_answers_programs(run: Run) -> None:
    counts = json.loads(run("phrases", "list", "--format", "json").out)
    records = json.loads(
        run("phrases", "list", "--bank", "drift", "--language", "en-GB", "--format", "json").out
    )

    assert {"language", "bank", "part", "count", "wanted", "enough"} <= set(counts[0])
    assert 24 == len(records)
    assert {"drift"} == {each["bank"] for each in records}


@pytest.mark.parametrize(
    ("option", "word", "meant"),
    [("--competency", "mesurement", "measurement"), ("--band", "abvoe", "above"), ("--part", "cor", "core"),
     ("--language", "fr", "de"), ("--bank", "reviews", "review")],
)  # fmt: skip
def test_a_facet_nobody_has_is_wrong_usage_with_the_nearest(
    option: str, word: str, meant: str, run: Run
) -> None:
    result = run("phrases", "list", option, word)

    assert 2 == result.code
    assert word in result.err
    assert meant in result.err


def test_search_forgives_typing_mistakes_and_says_how_many(run: Run) -> None:
    result = run("phrases", "search", "prioritsation", "--purpose", "correct")

    assert 0 == result.code
    assert result.out.startswith("planning-below-correct-")
    assert "6 phrases\n" == result.err


def test_search_without_a_hit_suggests(run: Run) -> None:
    result = run("phrases", "search", "questoinnaire", "measurement")

    assert (1, "") == (result.code, result.out)
    assert "questions" in result.err
    assert "measurement-" in result.err


def test_search_shows_the_best_and_tells_of_the_rest(run: Run) -> None:
    result = run("phrases", "search", "measurement", "--most", "2")

    assert 2 == sum(line[0] != " " for line in result.out.splitlines())
    assert "--most" in result.err


def test_search_gives_programs_as_many_as_they_ask_for(run: Run) -> None:
    some, every = (
        json.loads(run("phrases", "search", "measurement", *most, "-f", "json").out)
        for most in (("--most", "2"), ())
    )

    assert 2 == len(some)
    assert every[:2] == some
    assert len(every) > 20


def test_show_tells_everything_of_a_record(run: Run) -> None:
    result = run("phrases", "show", "measurement-on-develop-1")

    assert (0, "") == (result.code, result.err)
    for words in ("competency:  measurement", "slots", "impact: clause", "review-measurement.yaml:"):
        assert words in result.out
    examples = result.out.partition("for example")[2]
    assert "sales took 34 of 40 accounts" in " ".join(examples.split())


def test_show_has_both_addresses_in_german(run: Run) -> None:
    record = json.loads(
        run("phrases", "show", "planning-below-correct-1", "-l", "de", "--format", "json").out
    )

    assert {"Sie", "du"} == set(record["text"])
    assert 4 == len(record["examples"])


def test_show_of_an_unknown_id_names_the_nearest(run: Run) -> None:
    result = run("phrases", "show", "mesurement-on-devlop-1")

    assert (2, "") == (result.code, result.out)
    assert "measurement-on-develop-1" in result.err


def test_copy_puts_the_text_on_the_clipboard_or_says_why_not(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []
    monkeypatch.setattr(pyperclip, "copy", copied.append)
    done = run("phrases", "show", "talk-open-1", "--copy")

    def refuse(_: str) -> None:
        raise pyperclip.PyperclipException("none")

    monkeypatch.setattr(pyperclip, "copy", refuse)
    not_done = run("phrases", "show", "talk-open-1", "--copy")

    assert 1 == len(copied)
    assert "{situation}" in copied[0]
    assert (0, "copied to the clipboard\n") == (done.code, done.err)
    assert 0 == not_done.code
    assert not_done.err.startswith("not copied")


def test_add_writes_a_record_that_everything_else_finds(run: Run) -> None:
    options = ("--part", "core", "--competency", "measurement", "--band", "on", "--purpose", "recognise")
    added = run("phrases", "add", *options, "--text", GOOD)
    again = run("phrases", "add", *options, "--id", "own-x", "--text", GOOD)

    assert (0, f"{OWN}\n") == (added.code, added.out)
    assert 0 == run("phrases", "show", "own-measurement-on-recognise-1").code
    assert 0 == again.code
    assert "BANK-017" in again.err
    assert "own-x" in OWN.read_text("utf-8")


def test_add_refuses_and_writes_nothing(run: Run) -> None:
    result = run(
        "phrases", "add", "--part", "core", "--band", "abvoe", "--text", "In 2026, {impact}. Keep going."
    )

    assert (1, "") == (result.code, result.out)
    for code in ("BANK-011", "BANK-015", "BANK-016", "BANK-018"):
        assert code in result.err
    assert not OWN.exists()


def test_add_asks_for_what_was_not_said_and_again_for_a_sentence_it_refused(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    import io

    answers = ["review", "core", "measurement", "on-recognise", "Bad one.", GOOD]
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{each}\n" for each in answers)))

    result = run("phrases", "add")

    assert 0 == result.code
    assert "BANK-012" in result.err
    assert "{impact}" in result.err
    assert "band: on\n" in OWN.read_text("utf-8")


@pytest.mark.parametrize(("typed", "name"), [("", "own-mine"), ("own-other", "own-other")])
def test_add_keeps_the_id_it_was_given_after_a_refusal(
    typed: str, name: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    import io

    answers = ["review", "core", "measurement", "on-recognise", "Bad one.", typed, GOOD]
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{each}\n" for each in answers)))

    assert 0 == run("phrases", "add", "--id", "own-mine").code
    assert f"id: {name}\n" in OWN.read_text("utf-8")


def test_add_can_be_left(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    import io

    monkeypatch.setattr("sys.stdin", io.StringIO("review\ncore\n"))

    assert 130 == run("phrases", "add").code
    assert not OWN.exists()


def test_check_tells_ten_mistakes_of_a_file_in_one_run(run: Run) -> None:
    result = run("phrases", "check", str(MISTAKES), "--language", "en")

    lines = {line for line in result.out.splitlines() if line.startswith(str(MISTAKES))}
    assert 1 == result.code
    assert len(lines) >= 20
    assert {
        "BANK-006",
        "BANK-007",
        "BANK-008",
        "BANK-009",
        "BANK-010",
        "BANK-011",
        "BANK-012",
        "BANK-013",
        "BANK-014",
    } <= {line.split(" ")[2] for line in lines}


def test_check_answers_programs_build_servers_and_people(run: Run) -> None:
    OWN.parent.mkdir(parents=True)
    OWN.write_text(
        f'bank: review\nphrases:\n  - {{id: own-1, part: core, band: on, purpose: develop, text: "{GOOD} Go on."}}\n',
        "utf-8",
    )

    text, github = run("phrases", "check", str(OWN)), run("phrases", "check", str(OWN), "-f", "github")
    sarif = json.loads(run("phrases", "check", str(OWN), "-f", "sarif").out)
    answer = json.loads(run("phrases", "check", str(OWN), "-f", "json").out)

    assert 1 == text.code == github.code == answer["exit_code"]
    assert "    3 |   - {id: own-1" in text.out
    assert "measurement" in text.out
    assert github.out.startswith("::error file=language_banks/en/own.yaml,line=3,")
    assert ["BANK-016"] == [each["ruleId"] for each in sarif["runs"][0]["results"]]
    assert [("BANK-016", 3)] == [(each["code"], each["place"]["line"]) for each in answer["diagnostics"]]
    assert any(each["wanted"] == 6 for each in answer["counts"])


def test_check_reads_the_banks_a_region_has(run: Run) -> None:
    plain, region = (run("phrases", "check", "--language", tag) for tag in ("en", "en-US"))

    assert plain.err == region.err
    assert not region.err.endswith("; 0 phrases read\n")
    assert 2 == run("phrases", "check", "--language", "xx").code


def test_check_reads_a_file_once_however_often_it_is_named(run: Run) -> None:
    OWN.parent.mkdir(parents=True)
    OWN.write_text(
        f'bank: review\nphrases:\n  - {{id: own-1, part: core, band: on, purpose: develop, text: "{GOOD}"}}\n',
        "utf-8",
    )

    result = run("phrases", "check", str(OWN), str(OWN.resolve()), str(OWN.parent))

    assert result.err.endswith("; 1 phrase read\n")


def test_warnings_stop_it_only_when_nothing_is_forgiven(run: Run) -> None:
    OWN.parent.mkdir(parents=True)
    OWN.write_text(
        'bank: review\nphrases:\n  - {id: own-1, part: core, band: on, purpose: develop, text: "{Impact}."}\n',
        "utf-8",
    )

    assert 0 == run("phrases", "check", str(OWN)).code
    assert 1 == run("phrases", "check", str(OWN), "--strict").code


def test_a_broken_bank_is_told_and_the_rest_still_listed(run: Run) -> None:
    OWN.parent.mkdir(parents=True)
    OWN.write_text("bank: review\nphrases: hello\n", "utf-8")

    result = run("phrases", "list", "--part", "support")

    assert 1 == result.code
    assert "BANK-007" in result.err
    assert "support" in result.out


def test_the_form_of_banks_is_printed_for_editors(run: Run) -> None:
    schema = json.loads(run("schema", "--bank").out)

    assert "urn:alignkit:bank:1" == schema["$id"]


def test_lines_are_as_wide_as_the_screen(run: Run) -> None:
    result = run("phrases", "list", "--competency", "measurement", "--band", "on")

    assert max(map(len, result.out.splitlines())) <= console.width()
