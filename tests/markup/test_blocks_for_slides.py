"""Notes, columns, quotes, and what a heading may ask of a slide."""

from __future__ import annotations

from datetime import date

import pytest

from alignkit.diagnostics import Report
from alignkit.model.blocks import (
    Callout,
    Columns,
    Heading,
    Matrix,
    Notes,
    Paragraph,
    Quote,
    Spoken,
    Table,
    Timeline,
)
from alignkit.showing import plain
from alignkit.walking import block_lines
from alignkit.writers import markdown
from alignkit.writers.simpler import simpler
from filling_bench import document, problems

TWO = "# T\n\n::::columns\n:::column In scope\n- one\n:::\n:::column Out of scope\n- two\n:::\n::::\n"
EVENTS = [
    {"id": "late", "name": "Launch", "date": date(2027, 3, 15), "who": "Tomas", "until": None},
    {"id": "early", "name": "Freeze <the> list", "date": date(2027, 1, 8), "who": "Sofie", "until": date(2027, 1, 20)},
    {"id": "open", "name": "Never", "date": None, "who": "Nobody", "until": None},
]  # fmt: skip
TIMELINE = (
    '# T\n\n{{ timeline(rows, measure("Step", "name"), measure("Date", "date"), measure("Owner", "who"), '
    'end="until", highlight=["late"], note="Dates") }}\n'
)
RISKS = [{"id": "R1", "p": 3, "i": 2}, {"id": "R2", "p": 3, "i": 2}, {"id": "R3", "p": 1, "i": 1}]
MATRIX = (
    '# T\n\n{{ matrix(rows, measure("Probability", "p"), measure("Impact", "i"), rows=["low", "middle", "high"], '
    'columns=["small", "large"], levels=[[0, 1], [1, 2], [2, 3]]) }}\n'
)


def texts(block: object) -> list[str]:
    return [plain(line) for line in block_lines(block)]  # type: ignore[arg-type] # a block, as the tests choose


@pytest.mark.parametrize(
    ("lines", "layout", "only"),
    [
        ("## A", "", ""),
        ("{layout=cards}\n## A", "cards", ""),
        ("{only=deck}\n## A", "", "deck"),
        ("{layout=chart_text only=document}\n## A", "chart_text", "document"),
        ('{layout="quote"}\n## A', "quote", ""),
    ],
)
def test_a_heading_says_what_it_wants_of_a_slide(lines: str, layout: str, only: str) -> None:
    (heading,) = document(f"# T\n\n{lines}\n").blocks

    assert isinstance(heading, Heading)
    assert (layout, only) == (heading.layout, heading.only)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("{layout=card}\n## A", ("TPL-027", "there is no `layout=card`", "templates/kind/body.md.j2:3:1")),
        ("{only=slides}\n## A", ("TPL-027", "there is no `only=slides`", "templates/kind/body.md.j2:3:1")),
        ("{onclick=x}\n## A", ("TPL-027", "a heading has no `onclick`", "templates/kind/body.md.j2:3:1")),
        (
            ":::column\nx\n:::",
            (
                "TPL-032",
                "expected `:::column` inside `::::columns`, found it outside",
                "templates/kind/body.md.j2:3:1",
            ),
        ),
        (
            "::notes\nx\n:::",
            ("TPL-029", "expected three colons before `notes`, found two", "templates/kind/body.md.j2:3:1"),
        ),
        (
            "::::columns\nx\n::::",
            (
                "TPL-032",
                "expected nothing but `:::column` inside `::::columns`",
                "templates/kind/body.md.j2:4:1",
            ),
        ),
        (
            "::::columns\n:::column\na\n:::\n:::column\nb\n:::\n:::column\nc\n:::\n::::",
            ("TPL-032", "expected two columns, found 3", "templates/kind/body.md.j2:3:1"),
        ),
    ],
)
def test_what_cannot_be_is_reported_at_its_line(lines: str, expected: tuple[str, str, str]) -> None:
    assert [expected] == problems(f"# T\n\n{lines}\n")


def test_columns_keep_their_headings() -> None:
    (columns,) = document(TWO).blocks

    assert isinstance(columns, Columns)
    assert ["In scope", "Out of scope"] == [plain(column.title) for column in columns.columns]
    assert ["In scope", "one", "Out of scope", "two"] == texts(columns)


def test_a_column_without_content_leaves_the_other_one() -> None:
    (columns,) = document(
        "# T\n\n::::columns\n:::column A\n{% if no %}x{% endif %}\n:::\n:::column B\ny\n:::\n::::\n", no=False
    ).blocks

    assert ["B", "y"] == texts(columns)


def test_notes_and_quotes_hold_their_paragraphs() -> None:
    notes, quote = document("# T\n\n:::notes\n**Say:** a\n:::\n\n:::quote Daniel\nProve it\n:::\n").blocks

    assert isinstance(notes, Notes)
    assert isinstance(quote, Quote)
    assert (["Say: a"], ["Prove it", "Daniel"]) == (texts(notes), texts(quote))


def test_a_timeline_is_in_order_on_a_scale_that_encloses_it() -> None:
    (timeline,) = document(TIMELINE, rows=EVENTS).blocks

    assert isinstance(timeline, Timeline)
    assert ["Freeze <the> list", "Launch"] == [plain(event.label) for event in timeline.events]
    assert [date(2027, 1, 20), None] == [event.end for event in timeline.events]
    assert ["Jan 8, 2027 – Jan 20, 2027", "Mar 15, 2027"] == [plain(event.when) for event in timeline.events]
    assert [False, True] == [event.highlight for event in timeline.events]
    assert timeline.ticks[0].day <= date(2027, 1, 8)
    assert timeline.ticks[-1].day > date(2027, 3, 15)


def test_a_timeline_without_dates_is_a_mistake_of_the_template() -> None:
    found = problems(TIMELINE, rows=EVENTS[2:])

    assert [("TPL-008", "expected at least one record with a date for a timeline")] == [
        each[:2] for each in found
    ]


def test_a_matrix_puts_the_highest_row_first() -> None:
    (matrix,) = document(MATRIX, rows=RISKS).blocks

    assert isinstance(matrix, Matrix)
    (table,) = simpler(matrix)
    assert isinstance(table, Table)
    cells = [[plain(cell) for cell in row.cells] for row in table.rows]
    assert [["high", "", "R1, R2"], ["middle", "", ""], ["low", "R3", ""]] == cells


def test_a_number_beyond_a_matrix_is_a_mistake_of_the_template() -> None:
    found = problems(MATRIX, rows=[{"id": "R9", "p": 4, "i": 1}])

    assert [("TPL-008", "expected a number from 1 to 3 in `p`, found `4`")] == [each[:2] for each in found]


def test_a_page_says_the_same_with_the_blocks_it_has() -> None:
    made = document(TWO + "\n:::notes\n**Say:** a\n:::\n\n:::quote Daniel\nProve it\n:::\n")

    kinds = [
        [type(each) for each in simpler(block)]
        for block in made.blocks
        if isinstance(block, (Columns, Notes, Quote))
    ]
    assert [Paragraph, Callout, Spoken] == [kinds[0][0], kinds[1][0], kinds[2][0]]
    report = Report()
    text = markdown.write(made, report).decode()
    assert not report.diagnostics
    for part in ("**In scope**", "- two", "> Prove it", "– Daniel", "**Say:** a"):
        assert part in text
