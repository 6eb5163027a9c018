"""What has no place in a document is reported, never dropped."""

from __future__ import annotations

import pytest

from alignkit.diagnostics import Report
from alignkit.model.blocks import Callout, Exchange, ListBlock, Spoken, Table
from alignkit.showing import plain
from filling_bench import document, fill, problems

TABLE = "| a |\n|---|\n| b |\n"


@pytest.mark.parametrize(
    ("text", "code", "message", "line"),
    [
        ("## Two", "TPL-025", "expected a title, a line that begins with `# `", 1),
        ("# {{ '' }}", "TPL-025", "expected a title, found an empty one", 1),
        ("# One\n\n# Two", "TPL-025", "expected one title, found another one", 3),
        ("# T\n\n##### Five", "TPL-020", "a heading with 5 `#` has no place in a document", 3),
        ("# T\n\n\ttext", "TPL-020", "a code block has no place in a document", 3),
        (f'# T\n\n{{captoin="x"}}\n{TABLE}', "TPL-027", "a table has no `captoin`", 3),
        ("# T\n\n{.big}\ntext", "TPL-027", "expected a table after `{class=...}`, found another block", 3),
        ("# T\n\n:::control\n- Friday\n:::", "TPL-028", "expected an entry of the control block such as `- Decide by: Friday`", 4),
        ("# T\n\n:::control\nBy: Friday\n:::", "TPL-028", "expected an entry of the control block such as `- Decide by: Friday`", 4),
        ("# T\n\n:::control\n- By: Friday\n\n  or later\n:::", "TPL-028", "expected an entry of the control block such as `- Decide by: Friday`", 4),
        ("# T\n\n::::note\n:::control\n- By: x\n:::\n::::", "TPL-028", "expected `:::control` outside of other blocks, found it inside one", 4),
        ("# T\n\n:::note\ntext", "TPL-029", "expected a line `:::` that ends `:::note`, found none", 3),
        ("# T\n\n- a\n\n  :::note\n  text\n- b", "TPL-029", "expected a line `:::` that ends `:::note`, found none", 5),
        ("# T\n\n:::note\n:::spoken\nx\n:::\n:::", "TPL-029", "expected a block before the line `:::`, found none", 7),
        ("# T\n\n| a |\n|---|\n\n{% for x in ['a', 'b'] %}\n{% endfor %}\n| b |", "TPL-031", "expected a table around this row, found none", 8),
        ("# T\n\n- a\n- # b", "TPL-021", "expected text at the beginning of a list entry, found a block", 4),
        ("# T\n\nsee {{ page_break() }}", "TPL-021", "expected text in this line, found a page break", 3),
        ("# T\n\n{{ envelope(to='a') }}", "TPL-021", "expected text in this line, found an envelope", 3),
        ("# T\n\n{{ '# x' | markdown }}\n\n{{ '```\nx\n```' | markdown }}", "TPL-020", "a code block has no place in a document", 5),
    ],
)  # fmt: skip
def test_what_would_vanish_is_reported_at_its_line(text: str, code: str, message: str, line: int) -> None:
    assert [(code, message, f"templates/kind/body.md.j2:{line}:1")] == problems(text + "\n")


def test_a_misspelt_block_is_told_its_name() -> None:
    from alignkit.markup import parse
    from filling_bench import FORMATS, FRAME

    report = Report()
    draft = fill("# T\n\n:::sumary\nx\n:::\n", report)
    assert draft is not None
    parse(draft, FRAME, FORMATS, report)

    assert ["write `:::summary`"] == [d.hint for d in report]


def test_blocks_stand_inside_blocks_with_more_colons() -> None:
    (note,) = document("# T\n\n::::note About\n:::exchange less\nWhy?\n\nBecause.\n:::\n::::\n").blocks

    assert isinstance(note, Callout)
    assert [Exchange] == [type(block) for block in note.blocks]


def test_a_block_stands_inside_a_list_entry_behind_its_text() -> None:
    (made,) = document("# T\n\n- item\n\n  :::spoken\n  text\n  :::\n- next\n").blocks

    assert isinstance(made, ListBlock)
    assert [2, 1] == [len(item.blocks) for item in made.items]
    assert isinstance(made.items[0].blocks[1], Spoken)


def test_an_entry_without_a_value_is_left_out_of_the_control_block() -> None:
    made = document("# T\n\n:::control\n- By: {{ '' }}\n- For: {{ 'Ann' }}\n:::\n")

    assert [("For", "Ann")] == [(entry.label, plain(entry.value)) for entry in made.control]


@pytest.mark.parametrize(("total", "is_total"), [("yes", True), ("no", False), ("", False)])
def test_total_means_what_it_says(total: str, is_total: bool) -> None:
    (table,) = document(f'# T\n\n{{total="{total}"}}\n{TABLE}').blocks

    assert isinstance(table, Table)
    assert is_total == table.rows[0].total
