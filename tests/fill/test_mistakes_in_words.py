"""What a template's author reads: the value in words, never the program's own."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from alignkit.formats import Formats
from alignkit.model.blocks import Paragraph, Table
from alignkit.showing import plain
from alignkit.values import NA, Figure, NACode, Unit
from filling_bench import document, money, problems

MISSING = Figure("tier.ask.cac", NA(NACode.MISSING_INPUT, "sales cost not given"), Unit.MONEY, "CAC", "USD")
NAMES: dict[str, Any] = {
    "figure": money(7),
    "missing": MISSING,
    "text": "words",
    "day": date(2026, 11, 27),
    "nothing": None,
    "names": ["a", "b", "b"],
    "empty": [],
    "rows": [{"id": "a", "label": "A", "total": money(1)}, {"id": "b", "label": "B", "total": MISSING}],
}


@pytest.mark.parametrize(
    ("expression", "code", "message"),
    [
        ("figure | upper", "TPL-007", "expected text before `| upper`, found a figure"),
        ("day | title", "TPL-007", "expected text before `| title`, found a date"),
        ("nothing | nostop", "TPL-007", "expected text before `| nostop`, found an empty field"),
        ("text | exact", "TPL-007", "expected a figure before `| exact`, found text"),
        ("nothing | short", "TPL-007", "expected a date before `| short`, found an empty field"),
        ("text | word", "TPL-007", "expected a whole number before `| word`, found text"),
        ("nothing | where('id', 'a')", "TPL-007", "expected a list before `| where`, found an empty field"),
        ("rows | take('x')", "TPL-007", "`| take` cannot work with what it was given"),
        ("rows | sort(attribute='total')", "TPL-007", "`| sort` cannot work with what it was given"),
        ("empty | first", "TPL-001", "no first item, sequence was empty"),
        ("text.name", "TPL-001", "text has no `name`"),
        ("nothing.name", "TPL-001", "an empty field has no `name`"),
        ("card('a', figure)", "TPL-006", "expected a value, found a card"),
        ("cards()", "TPL-008", "expected `card(label, value)` in `cards(...)`, found nothing"),
        ("cards(figure)", "TPL-008", "expected `card(label, value)` in `cards(...)`, found a figure"),
        ("contents('x')", "TPL-008", "expected a depth of 1, 2 or 3, found `x`"),
        ("table(rows, measure('A', 'label'), captoin='x')", "TPL-008", "`table` takes no `captoin`"),
        ("table(measures=1)", "TPL-008", "`table` takes no `measures`"),
        ("table()", "TPL-008", "expected `records` in `table(...)`, found nothing"),
        ("chart('bar', rows, measure('A', 'total'))", "TPL-008", "expected `title` in `chart(...)`, found nothing"),
        ("page_break(1)", "TPL-008", "expected `page_break()`, found 1 values without a name"),
        ("table(figure, measure('A', 'x'))", "TPL-008", "expected a list of records such as `budget.tiers`, found a figure"),
        ("table(names, measure('A', 'x'))", "TPL-008", "expected a list of records such as `budget.tiers`, found a list with text in it"),
        ("envelope(to=figure)", "TPL-008", "expected a stakeholder for the envelope, found a figure"),
        ("envelope(to='a', cc=nothing)", "TPL-008", "expected a stakeholder for the envelope, found an empty field"),
        ("-figure", "TPL-010", "expected no arithmetic in a template, found a computed value"),
    ],
)  # fmt: skip
def test_a_mistake_is_said_in_words(expression: str, code: str, message: str) -> None:
    found = problems("# T\n\n{{ " + expression + " }}\n", **NAMES)

    assert [(code, message, "templates/kind/body.md.j2:3:1")] == found


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        ("missing > figure", "`tier.ask.cac`, which is not available: sales cost not given"),
        ("figure <= missing", "`tier.ask.cac`, which is not available: sales cost not given"),
        ("nothing > 0", "an empty field"),
        ("rows > 1", "a list"),
        ("rows[0] < figure", "a record"),
    ],
)
def test_a_comparison_names_what_cannot_be_compared(condition: str, found: str) -> None:
    assert [
        ("TPL-015", f"expected a figure to compare, found {found}", "templates/kind/body.md.j2:5:1")
    ] == problems(f"# T\n\n{{% if text %}}\n\n{{% if {condition} %}}x{{% endif %}}\n{{% endif %}}\n", **NAMES)


def test_values_of_two_kinds_are_reported_without_words_of_the_program() -> None:
    assert [
        ("TPL-015", "expected values that go together in this expression, found others", "templates/kind/body.md.j2:3:1")
    ] == problems("# T\n\n{% if text < day %}x{% endif %}\n", **NAMES)  # fmt: skip


@pytest.mark.parametrize("text", ["{% if bugdet %}x{% endif %}", "{% for x in bugdet %}x{% endfor %}", "{{ bugdet | exact }}", "{{ table(bugdet, measure('a', 'b')) }}"])  # fmt: skip
def test_a_name_that_does_not_exist_is_told_with_the_nearest_one(text: str) -> None:
    from alignkit.diagnostics import Report
    from filling_bench import fill

    report = Report()

    assert fill(f"# T\n\n{text}\n", report, budget=money(1)) is None
    assert [("TPL-001", "there is no `bugdet`", "write `budget`")] == [
        (d.code, d.message, d.hint) for d in report
    ]


@pytest.mark.parametrize(
    ("expression", "shown"),
    [
        ("names | unique", "a and b"),
        ("names | reverse", "b, b and a"),
        ("missing | word", "n/a"),
        ("missing | plural('one', 'many')", "many"),
        ("day.year", "2026"),
        ("rows | selectattr('total', 'available') | plural('row', 'rows')", "row"),
    ],
)
def test_what_can_be_shown_is_shown(expression: str, shown: str) -> None:
    assert shown == plain(document(f"# {{{{ {expression} }}}}", **NAMES).title)


def test_figures_can_be_the_same_or_not_without_being_available() -> None:
    assert "T no" == plain(document("# T {{ 'yes' if missing == figure else 'no' }}", **NAMES).title)


def test_a_year_is_compared_as_a_number() -> None:
    assert "yes" == plain(
        document("# {% if day.year == 2026 and day.year > 2025 %}yes{% endif %}", **NAMES).title
    )


def test_a_table_takes_what_a_filter_has_chosen() -> None:
    (table,) = document(
        "# T\n\n{{ table(rows | selectattr('total', 'available'), measure('A', 'label')) }}\n", **NAMES
    ).blocks

    assert isinstance(table, Table)
    assert 1 == len(table.rows)


def test_text_of_a_set_block_serves_as_heading_of_a_column() -> None:
    (table,) = document(
        "# T\n\n{% set head %}Up to {{ day }}{% endset %}\n{{ table(rows, measure(head, 'label')) }}\n",
        **NAMES,
    ).blocks

    assert isinstance(table, Table)
    assert "Up to Fri, Nov 27, 2026" == plain(table.columns[0].header)


@pytest.mark.parametrize(
    "text",
    [
        "a\n{# note #}\nb\n",
        "a\n  {# note\nover lines #}\nb\n",
        "a\n{% set x = 1 %}{# note #}\nb\n",
        "{# note #}\na\nb\n",
        "a\n{% raw %}b{% endraw %}\n",
    ],
)
def test_a_line_that_holds_only_tags_or_comments_leaves_nothing(text: str) -> None:
    (paragraph,) = document(f"# T\n\n{text}").blocks

    assert isinstance(paragraph, Paragraph)
    assert "a b" == plain(paragraph.inlines)


def test_places_stay_right_below_comments() -> None:
    made = document("{# one\ntwo #}\n# T\n\n{# three #}\na\n")

    assert made.blocks[0].place
    assert 6 == made.blocks[0].place.line


def test_macros_calls_and_inheritance_keep_values_bound() -> None:
    from alignkit.diagnostics import Report
    from alignkit.fill.filling import Filler
    from alignkit.markup import parse
    from filling_bench import FORMATS, FRAME

    files = {
        "body": "{% extends 'frame' %}\n{% block text %}\n{% from 'm' import say %}\n{% call say() %}{{ v }}{% endcall %}\n{% endblock %}\n",
        "frame": "# T\n\n{% block text %}\n{% endblock %}\n",
        "m": "{% macro say() %}<{{ caller() }}>{% endmacro %}\n",
    }
    report = Report()

    draft = Filler(files, "t").fill("body", {"v": "*x*"}, Formats("en-US", FORMATS.as_of), report)
    assert draft is not None, [d.message for d in report]
    (paragraph,) = parse(draft, FRAME, FORMATS, report).blocks

    assert isinstance(paragraph, Paragraph)
    assert "<*x*>" == plain(paragraph.inlines)
