"""`alignkit theme`: what a file has for our documents."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pptx

from command_line import Run


def presentation(path: Path, *layouts: str) -> None:
    made = pptx.Presentation()
    for layout in list(made.slide_layouts):
        if layouts and layout.name not in layouts:
            made.slide_layouts.remove(layout)
    made.save(str(path))


def test_layouts_of_a_presentation_with_what_they_lack(run: Run, tmp_path: Path) -> None:
    presentation(tmp_path / "brand.pptx")

    result = run("theme", "brand.pptx")

    assert (0, "brand.pptx can be used\n") == (result.code, result.err)
    assert (
        "slide        layout             missing, and used instead\n"
        "title        Title Slide        no placeholder for label: drawn in its room\n"
        "section      Section Header\n"
        "statement    Title and Content  no placeholder for source: drawn in its room\n"
    ) in result.out
    assert (
        "cards        Title and Content  no placeholder for lead, card, source: drawn in its room\n"
        in result.out
    )


def test_a_presentation_without_titles_cannot_be_used(run: Run, tmp_path: Path) -> None:
    presentation(tmp_path / "brand.pptx", "Blank")

    result = run("theme", "brand.pptx")

    assert 1 == result.code
    assert "table        -       no layout has a title across the slide and room for it\n" in result.out
    assert "THEME-008 `brand.pptx` has no slide layout with a title placeholder\n" in result.err
    assert result.err.endswith("brand.pptx cannot be used\n")


def test_styles_of_a_document(run: Run, tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "brand.docx"))

    result = run("theme", "brand.docx")

    assert (0, "brand.docx can be used\n") == (result.code, result.err)
    lines = [line.split("  ") for line in result.out.splitlines()]
    assert ["role", "style"] == [cell.strip() for cell in lines[0] if cell][:2]
    assert ["Callout Note", "-", "ours is added, in its fonts and colours"] in [
        [cell.strip() for cell in line if cell] for line in lines
    ]


def test_colours_of_a_brand_file_with_their_contrast(run: Run, tmp_path: Path) -> None:
    (tmp_path / "brand.yaml").write_text("name: Acme\ncolours: {}\n".replace("colours: {}\n", ""), "utf-8")

    result = run("theme", "brand.yaml")

    assert 0 == result.code
    assert "ink " in result.out
    assert ":1, enough: 4.5:1 is needed\n" in result.out


def test_a_program_reads_the_same(run: Run, tmp_path: Path) -> None:
    presentation(tmp_path / "brand.pptx", "Title Only")

    result = run("theme", "brand.pptx", "--json")

    answer = json.loads(result.out)
    assert (0, 0, True, 14) == (result.code, answer["exit_code"], answer["usable"], len(answer["lines"]))
    assert {
        "ours": "closing",
        "theirs": "Title Only",
        "remark": "no placeholder for body: drawn in its room",
        "served": True,
    } == answer["lines"][-1]


def test_a_file_that_is_none_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "brand.pptx").write_text("nothing", "utf-8")

    result = run("theme", "brand.pptx", "--json")

    answer = json.loads(result.out)
    assert (1, False, []) == (result.code, answer["usable"], answer["lines"])
    assert ["REF-001"] == [each["code"] for each in answer["diagnostics"]]
