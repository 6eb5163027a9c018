"""Filled text becomes a document: blocks, their places, and what cannot be."""

from __future__ import annotations

from decimal import Decimal

import pytest

from alignkit.diagnostics import Report
from alignkit.markup import parse_message
from alignkit.model.blocks import (
    Align,
    Callout,
    Cards,
    Contents,
    Exchange,
    Heading,
    ListBlock,
    PageBreak,
    Paragraph,
    Spoken,
    Table,
)
from alignkit.model.charts import Chart
from alignkit.model.inlines import Break, Emphasis, Link, Shown, Strong, Text
from alignkit.model.message import Mailbox
from alignkit.showing import plain
from alignkit.values import NA, Figure, NACode, Unit
from filling_bench import document, fill, money, problems

ROWS = [
    {"id": "a", "label": "A", "total": money(1_500_000, "a.total"), "name": "first"},
    {"id": "b", "label": "B", "total": money(2_880_000, "b.total"), "name": "second"},
]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("text", Paragraph),
        ("## Heading", Heading),
        ("- item", ListBlock),
        ("1. item", ListBlock),
        ("| a |\n|---|\n| b |", Table),
        (":::note\ntext\n:::", Callout),
        (":::callout\ntext\n:::", Callout),
        (":::summary\ntext\n:::", Callout),
        (":::spoken\ntext\n:::", Spoken),
        (":::exchange id\nquestion\n\nanswer\n:::", Exchange),
        ("{{ contents() }}", Contents),
        ("{{ page_break() }}", PageBreak),
        ('{{ cards(card("a", "b")) }}', Cards),
        ('{{ table(rows, measure("Total", "total")) }}', Table),
        ('{{ chart("line", rows, measure("Total", "total"), title="t") }}', Chart),
    ],
)
def test_markup_becomes_its_block_with_the_place_in_the_template(text: str, kind: type) -> None:
    made = document(f"# Title\n\n{text}\n", rows=ROWS)

    assert [kind] == [type(block) for block in made.blocks]
    assert "templates/kind/body.md.j2:3:1" == str(made.blocks[0].place)


def test_inline_markup_becomes_inlines() -> None:
    made = document("# Title\n\na **b** *c* [d](https://example.com)\\\ne {{ f }}\n", f=money(5))

    assert made.blocks[0] == Paragraph(
        (
            Text("a "),
            Strong((Text("b"),)),
            Text(" "),
            Emphasis((Text("c"),)),
            Text(" "),
            Link("https://example.com", (Text("d"),)),
            Break(),
            Text("e "),
            Shown("$5", "key"),
        ),
        made.blocks[0].place,
    )


def test_places_follow_loops_and_conditions() -> None:
    text = "# Title\n\n{% for row in rows %}\n- {{ row.name }}\n{% endfor %}\n\n{% if rows %}\nafter\n{% endif %}\n"

    made = document(text, rows=ROWS)

    assert [4, 8] == [block.place.line for block in made.blocks if block.place]


def test_a_tag_at_the_end_of_a_line_keeps_the_line_end() -> None:
    made = document("# Title {% if true %}x{% endif %}\n\nfirst{% if true %} a{% endif %}\n\nsecond\n")

    assert ["first a", "second"] == [
        plain(block.inlines) for block in made.blocks if isinstance(block, Paragraph)
    ]


def test_spoken_sections_are_timed_at_130_words_a_minute() -> None:
    made = document("# Title\n\n## One\n\n:::spoken\n" + "word " * 130 + "\n:::\n\n## Two\n\ntext\n")

    assert [60, 0] == [block.seconds for block in made.blocks if isinstance(block, Heading)]


def test_a_markdown_table_takes_caption_note_highlight_and_total() -> None:
    text = (
        '# Title\n\n{caption="What {{ x }} shows" note="Source" highlight="2" total="yes"}\n'
        "| a | b |\n|---|--:|\n| 1 | 2 |\n| 3 |  |\n"
    )

    (table,) = document(text, x="it").blocks

    assert isinstance(table, Table)
    assert ("What it shows", "Source") == (plain(table.caption), plain(table.note))
    assert [(Align.LEFT, False), (Align.RIGHT, True)] == [(c.align, c.highlight) for c in table.columns]
    assert [False, True] == [row.total for row in table.rows]
    assert () == table.rows[1].cells[1]


def test_a_table_of_records_puts_one_unit_in_the_header() -> None:
    (table,) = document(
        '# T\n\n{{ table(rows, measure("Name", "name"), measure("Spend", "total"), highlight="b") }}\n',
        rows=ROWS,
    ).blocks

    assert isinstance(table, Table)
    assert ["Name", "Spend, USD thousand"] == [plain(column.header) for column in table.columns]
    assert [["first", "1,500"], ["second", "2,880"]] == [
        [plain(cell) for cell in row.cells] for row in table.rows
    ]
    assert [False, True] == [row.highlight for row in table.rows]
    assert table.rows[1].cells[1] == (Shown("2,880", "b.total"),)


def test_a_comparison_puts_records_side_by_side() -> None:
    (table,) = document(
        '# T\n\n{{ comparison(rows, measure("Spend", "total", "units"), corner="FY", highlight="a") }}\n',
        rows=ROWS,
    ).blocks

    assert isinstance(table, Table)
    assert ["FY", "A", "B"] == [plain(column.header) for column in table.columns]
    assert [["Spend, USD", "1,500,000", "2,880,000"]] == [
        [plain(cell) for cell in row.cells] for row in table.rows
    ]
    assert [False, True, False] == [column.highlight for column in table.columns]


def test_a_chart_keeps_figures_whole_and_shows_them_in_the_scale_of_its_unit() -> None:
    rows = [{"id": "a", "label": "A", "total": money(1_234_567)}]

    (chart,) = document(
        '# T\n\n{{ chart("bar", rows, measure("Spend", "total"), title="t") }}\n', rows=rows
    ).blocks

    assert isinstance(chart, Chart)
    assert ("USD thousand", "#,##0,") == (chart.unit, chart.number_format)
    assert (Decimal(1_234_567),) == chart.series[0].values


def test_only_the_markdown_filter_lets_a_value_be_parsed() -> None:
    made = document("# Title\n\n{{ v | markdown }}\n\nx {{ v | markdown }}\n", v="**bold**")

    assert [Strong((Text("bold"),))] == [
        block.inlines[-1] for block in made.blocks if isinstance(block, Paragraph)
    ][:1]
    assert isinstance(made.blocks[1], Paragraph)
    assert Strong((Text("bold"),)) == made.blocks[1].inlines[-1]


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("text only", "TPL-025", "expected a title, a line that begins with `# `"),
        ("# T\n\n```\ncode\n```", "TPL-020", "a code block has no place in a document"),
        ("# T\n\n---", "TPL-020", "a rule line has no place in a document"),
        ("# T\n\n> quote", "TPL-020", "a block quote has no place in a document"),
        ("# T\n\n![a](b.png)", "TPL-020", "an image has no place in a document"),
        ("# T\n\ntext {{ contents() }}", "TPL-021", "expected text in this line, found a table of contents"),
        ("# T\n\n[x](javascript:alert)", "TPL-022", "expected a link to an http, https or mailto address, found `javascript:alert`"),
        ("# T\n\n[x]({{ v }})", "TPL-022", "expected a link to an http, https or mailto address, found `file:///etc`"),
        ("# T\n\n:::sumary\nx\n:::", "TPL-023", "there is no block `:::sumary`"),
        ("# T\n\n:::exchange\nq\n\na\n:::", "TPL-024", "expected `:::exchange id` with a paragraph for the objection and at least one for the reply"),
        ("# T\n\n:::exchange id\nonly\n:::", "TPL-024", "expected `:::exchange id` with a paragraph for the objection and at least one for the reply"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_reported(text: str, code: str, message: str) -> None:
    assert (code, message) in [(c, m) for c, m, _ in problems(text, v="file:///etc")]


def test_a_message_takes_its_subject_and_recipients_from_the_body() -> None:
    from filling_bench import FORMATS, FRAME

    report = Report()
    boxes = {"a": Mailbox("Ann", "ann@x.example"), "b": Mailbox("Bo", "bo@x.example")}
    draft = fill(
        '{{ envelope(to=people[0], cc=["b"]) }}\n\n# INFO: {{ s }}\n\nText\n',
        report,
        people=[{"id": "a"}],
        s="it works",
    )
    assert draft is not None

    message = parse_message(draft, FRAME, FORMATS, boxes, Mailbox("Me", "me@x.example"), report)

    assert "INFO: it works" == plain(message.subject)
    assert ((boxes["a"],), (boxes["b"],)) == (message.to, message.cc)
    assert 1 == len(message.body.blocks)
    assert not report.diagnostics


def test_a_message_without_recipients_is_reported() -> None:
    from filling_bench import FORMATS, FRAME

    report = Report()
    draft = fill("# INFO: x\n\nText\n", report)
    assert draft is not None
    parse_message(draft, FRAME, FORMATS, {}, Mailbox("Me", ""), report)

    assert ["TPL-026"] == [d.code for d in report]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ x }}.", "Signed."),
        ("{{ stop }}.", "Third edition."),
        ("{{ stop }}. Next.", "Third edition. Next."),
        ("{{ stop }}, third.", "Third edition., third."),
        ("{{ stop }}..", "Third edition..."),
        ("{{ stop }}.5", "Third edition..5"),
        ('"{{ stop }}."', '"Third edition."'),
        ("**{{ stop }}**.", "Third edition."),
        ("{{ asked }}.", "Really?"),
        ("{{ dots }}.", "And so on…"),
        ("{{ x }}  and   {{ x }}.", "Signed and Signed."),
        ("{{ wide }}.", "a  b."),
    ],
)
def test_a_value_that_ends_its_sentence_takes_no_second_stop(text: str, expected: str) -> None:
    made = document(
        f"# T\n\n{text}\n", x="Signed", stop="Third edition.", asked="Really?", dots="And so on…", wide="a  b"
    )

    assert [expected] == [plain(block.inlines) for block in made.blocks if isinstance(block, Paragraph)]


def test_a_comparison_leaves_out_a_row_that_nobody_has_a_value_for() -> None:
    nothing = Figure("n", NA(NACode.MISSING_INPUT, "margin not given"), Unit.MONTHS, "Payback")
    rows = [{**row, "payback": nothing, "note": None} for row in ROWS]
    text = '# T\n\n{{ comparison(rows, measure("Spend", "total"), measure("Payback", "payback"), measure("Note", "note")) }}\n'

    (table,) = document(text, rows=rows).blocks

    assert isinstance(table, Table)
    assert ["Spend, USD thousand"] == [plain(row.cells[0]) for row in table.rows]


def test_a_total_is_the_last_row_and_takes_the_scale_of_its_column() -> None:
    text = (
        '# T\n\n{{ table(rows, measure("Name", "name"), measure("Spend", "total"), total=["Total", sum]) }}\n'
    )

    (table,) = document(text, rows=ROWS, sum=money(4_380_000, "sum")).blocks

    assert isinstance(table, Table)
    assert [False, False, True] == [row.total for row in table.rows]
    assert ["Total", "4,380"] == [plain(cell) for cell in table.rows[-1].cells]


def test_a_total_needs_a_value_for_each_measure() -> None:
    found = problems('# T\n\n{{ table(rows, measure("Spend", "total"), total=["a", "b"]) }}\n', rows=ROWS)

    assert [("TPL-008", "expected a total with a value for each of 1 measures")] == [
        (c, m) for c, m, _ in found
    ]
