"""`alignkit lint-text`: any file, the words underlined, and clear words for what cannot be read."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from docx import Document
from pptx import Presentation

from command_line import Run

TEXT = "# Notes\n\nOn May 3 you sent the list,\nand you were abrasive.\n\n- Great job!\n"
CLEAN = "On May 3 you sent the list to 40 buyers, and nine answered.\n"


def test_words_are_underlined_in_their_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text(TEXT, "utf-8")

    result = run("lint-text", "notes.md")

    assert 1 == result.code
    assert "notes.md:4:14: error REV-T01 `abrasive` labels a character" in result.out
    assert "  | and you were abrasive.\n  |              ^^^^^^^^\n" in result.out
    assert "notes.md:6:3: error REV-T05" in result.out
    assert "2 errors in 3 paragraphs, read as English\n" == result.err


NOTES = (
    "Lerato is pregnant, so no Christmas range\n"
    "too old for TikTok\n"
    "You were unprofessional in the call.\n"
    "Compared with Aoife, Yuki is slow.\n"
)


def test_notes_one_a_line_are_read_as_they_are_with_empty_lines_between(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "notes.txt").write_text(NOTES, "utf-8")
    (tmp_path / "apart.txt").write_text(NOTES.replace("\n", "\n\n"), "utf-8")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(NOTES.encode())))

    results = [run("lint-text", name) for name in ("notes.txt", "apart.txt", "-")]

    assert ["4 errors in 4 paragraphs, read as English\n"] * 3 == [each.err for each in results]
    for place in ("1:8: error REV-T11", "2:1: error REV-T11", "3:10: error REV-T01", "4:1: error REV-T09"):
        assert f"notes.txt:{place}" in results[0].out


def test_prose_that_was_wrapped_is_one_paragraph(run: Run, tmp_path: Path) -> None:
    wrapped = (
        "You need to be more proactive with the regional offices in the north, as we said\n"
        "in May. Send the risk list to each of them every Friday from March 1; the measure\n"
        "is no surprise.\n"
    )
    (tmp_path / "a.txt").write_text(wrapped, "utf-8")

    assert "nothing to object to in 1 paragraph, read as English\n" == run("lint-text", "a.txt").err


def test_a_clean_text_says_so_in_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CLEAN, "utf-8")

    result = run("lint-text", "a.txt")

    assert (0, "", "nothing to object to in 1 paragraph, read as English\n") == result


def test_standard_input_and_german(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO("Sie haben sich stets bemüht.".encode()), encoding="utf-8")
    monkeypatch.setattr("sys.stdin", stream)

    result = run("lint-text", "-", "--language", "de")

    assert 1 == result.code
    assert "-:1:16: error DE-CODE" in result.out


GERMAN = "Sie waren faul, und alle sagen, dass Sie nie zuhören.\n"


def test_the_language_is_told_from_each_file_unless_it_is_given(run: Run, tmp_path: Path) -> None:
    (tmp_path / "de.txt").write_text(GERMAN, "utf-8")
    (tmp_path / "a.txt").write_text(CLEAN, "utf-8")

    alone, both, given = (
        run("lint-text", "de.txt"),
        run("lint-text", "de.txt", "a.txt"),
        run("lint-text", "de.txt", "--language", "en"),
    )

    assert "de.txt:1:11: error REV-T01 `faul`" in alone.out
    assert alone.err.endswith("in 1 paragraph, read as German\n")
    assert both.err.endswith("in 2 paragraphs; `de.txt` read as German; `a.txt` read as English\n")
    assert (0, "", "nothing to object to in 1 paragraph\n") == given


def test_word_paragraphs_tables_and_slides_with_notes(run: Run, tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph(CLEAN)
    document.add_table(1, 1).cell(0, 0).text = "You are moody."
    document.save(str(tmp_path / "a.docx"))
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "You are bossy."
    slide.notes_slide.notes_text_frame.text = "People say you are slow."
    deck.save(str(tmp_path / "a.pptx"))

    result = run("lint-text", "a.docx", "a.pptx")

    assert 1 == result.code
    assert "a.docx: paragraph 2: error REV-T01 `moody`" in result.out
    assert "a.pptx: slide 1: error REV-T01 `bossy`" in result.out
    assert "a.pptx: notes of slide 1: error REV-T08 `People say`" in result.out


def test_programs_are_answered_in_their_formats(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("You are lazy.", "utf-8")

    answer = json.loads(run("lint-text", "a.txt", "--format", "json").out)
    log = json.loads(run("lint-text", "a.txt", "--format", "sarif").out)

    assert ["REV-T01"] == [each["code"] for each in answer["diagnostics"]]
    assert {"file": "a.txt", "line": 1, "column": 9, "path": ""} == answer["diagnostics"][0]["place"]
    assert "personality label" == log["runs"][0]["tool"]["driver"]["rules"][0]["shortDescription"]["text"]
    assert "::error file=a.txt,line=1,col=9,title=REV-T01::" in run("lint-text", "a.txt", "-f", "github").out


def archive(**parts: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return target.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00", "TEXT-002"),
        (b"\xff\xfe\x00", "TEXT-002"),
        (b"", "TEXT-003"),
        (b"  \n", "TEXT-003"),
        (b"PK\x03\x04 broken", "REF-003"),
        (archive(a="b"), "TEXT-002"),
        (archive(**{"_rels/.rels": "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"}), "TEXT-002"),
    ],
)
def test_what_is_no_text_is_refused_clearly(run: Run, tmp_path: Path, content: bytes, code: str) -> None:
    (tmp_path / "odd.docx").write_bytes(content)

    result = run("lint-text", "odd.docx")

    assert 1 == result.code
    assert f"error {code} " in result.out
    assert "hint: " in result.out


def test_a_missing_file_and_a_language_nobody_wrote(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CLEAN, "utf-8")

    assert 2 == run("lint-text", "nothing.txt").code
    result = run("lint-text", "a.txt", "--language", "fr")
    assert 1 == result.code
    assert "error TEXT-004 there are no text rules for `fr`\n  hint: use `de` or `en`" in result.out


@pytest.mark.parametrize("name", ["a.docx", "a.pptx"])
def test_a_document_or_deck_without_a_word_holds_no_text(run: Run, tmp_path: Path, name: str) -> None:
    empty = Document() if name == "a.docx" else Presentation()
    empty.save(str(tmp_path / name))

    result = run("lint-text", name)

    assert 1 == result.code
    assert f"TEXT-003 `{name}` holds no text" in result.out


FAULTY = "You were abrasive in the call.\n"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", f"Notes\n~~~~~~~~\n{FAULTY}"),
        ("a.md", f"~~~ a rule of tildes ~~~\n\n{FAULTY}"),
        ("a.md", f"```\n{FAULTY}"),
        ("a.md", f"```text\nx = 1\n```\n{FAULTY}"),
        ("a.txt", f"```\n{FAULTY}```\n"),
    ],
)
def test_no_mark_hides_the_text_after_it(run: Run, tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")

    assert "error REV-T01" in run("lint-text", name).out


@pytest.mark.parametrize(
    "text", [f"```\n{FAULTY}```\n", f"~~~~ text\n~~~\n{FAULTY}~~~~\n", "<!-- a note -->\n"]
)
def test_a_file_of_code_or_comments_alone_holds_no_text(run: Run, tmp_path: Path, text: str) -> None:
    (tmp_path / "a.md").write_text(text, "utf-8")

    result = run("lint-text", "a.md")

    assert 1 == result.code
    assert "TEXT-003 `a.md` holds no text" in result.out
