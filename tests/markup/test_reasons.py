"""A figure that does not exist is printed with its reason (rule N9)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from alignkit.model.blocks import Columns, Notes, Paragraph, Table
from alignkit.showing import plain
from alignkit.values import NA, Figure, NACode, Unit
from filling_bench import document, money

CAC = Figure(
    "tier.ask.cac", NA(NACode.MISSING_INPUT, "sales cost not given"), Unit.MONEY, "Loaded CAC", "USD"
)
ROI = Figure("tier.ask.roi", NA(NACode.ZERO_DENOMINATOR, "spend is zero"), Unit.RATIO, "Return", "")
CAC_REASON = "n/a: sales cost not given."
ROI_REASON = "n/a: spend is zero."


def shown(text: str) -> list[str]:
    """The text of each paragraph, and the note of each table."""
    rows = [{"id": "a", "cac": CAC, "spend": money(5)}]
    made = document(f"# T\n\n{text}\n", cac=CAC, roi=ROI, spend=money(5), rows=rows)
    return [
        plain(block.inlines) if isinstance(block, Paragraph) else plain(block.note)
        for block in made.blocks
        if isinstance(block, (Paragraph, Table))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is {{ spend }}.", ["It is $5."]),
        ("It is {{ cac }}.", ["It is n/a.", CAC_REASON]),
        ("It is {{ cac }} and {{ roi }}.", ["It is n/a and n/a.", f"{CAC_REASON} {ROI_REASON}"]),
        ("One {{ cac }}.\n\nTwo {{ cac }}.", ["One n/a.", CAC_REASON, "Two n/a."]),
        ("**{{ cac | exact }}**", ["n/a", CAC_REASON]),
        ("{% set x %}{{ cac }}{% endset %}\n{{ x }}", ["n/a", CAC_REASON]),
        ("- {{ cac }}", [CAC_REASON]),
        (":::spoken\n{{ cac }}\n:::", [CAC_REASON]),
        ("{{ cards(card('CAC', cac)) }}", [CAC_REASON]),
        ("| a |\n|---|\n| {{ cac }} |", [CAC_REASON]),
        ('{note="Source: plan."}\n| a |\n|---|\n| {{ cac }} |', [f"Source: plan. {CAC_REASON}"]),
        ('{note="Source: plan"}\n| a |\n|---|\n| {{ cac }} |', [f"Source: plan. {CAC_REASON}"]),
        ("{{ table(rows, measure('CAC', 'cac'), measure('Spend', 'spend')) }}", [CAC_REASON]),
        ("{% if cac is available %}{{ cac }}{% endif %}{% if cac == spend %}x{% endif %}", []),
        ("{{ 'n/a' }}", ["n/a"]),
    ],
)
def test_the_reason_follows_the_figure(text: str, expected: list[str]) -> None:
    assert expected == shown(text)


def test_each_table_gives_the_reason_itself() -> None:
    assert [CAC_REASON, CAC_REASON] == shown("\n\n".join(["| a |\n|---|\n| {{ cac }} |"] * 2))


OLD = replace(money(7, "kpis.new_arr.actual"), stale=True, sources=("crm",))
"""A figure that is older than its rhythm allows."""
SOURCES = {"crm": {"id": "crm", "name": "CRM report", "as_of": date(2026, 8, 18)}}
OLD_REASON = "Grey: CRM report, Aug 18"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is {{ old }}.", ["It is $7.", OLD_REASON]),
        ("It is {{ old }} of {{ cac }}.", ["It is $7 of n/a.", f"{CAC_REASON} {OLD_REASON}"]),
        ("One {{ old }}.\n\nTwo {{ old | exact }}.", ["One $7.", OLD_REASON, "Two $7."]),
        ("| a |\n|---|\n| {{ old }} |", [OLD_REASON]),
        ("{{ fresh }}", ["$7"]),
    ],
)
def test_a_grey_figure_says_how_old_it_is(text: str, expected: list[str]) -> None:
    made = document(f"# T\n\n{text}\n", old=OLD, fresh=money(7), cac=CAC, sources=SOURCES)

    assert expected == [
        plain(block.inlines) if isinstance(block, Paragraph) else plain(block.note)
        for block in made.blocks
        if isinstance(block, (Paragraph, Table))
    ]


def test_what_title_and_control_block_show_is_explained_at_the_end() -> None:
    made = document("# T {{ cac }}\n\n:::control\n- Return: {{ roi }}\n:::\n\ntext\n", cac=CAC, roi=ROI)

    assert ["text", f"{CAC_REASON} {ROI_REASON}"] == [
        plain(block.inlines) for block in made.blocks if isinstance(block, Paragraph)
    ]


def test_reasons_that_differ_in_what_they_are_about_are_one_sentence() -> None:
    def missing(key: str, reason: str) -> Figure:
        return Figure(key, NA(NACode.MISSING_INPUT, reason), Unit.MONEY, "Revenue", "USD")

    figures: dict[str, Any] = {
        "a": missing("a", "revenue not given for Hold flat"),
        "b": missing("b", "revenue not given for Ask"),
        "c": missing("c", "ltv not given (year.FY2027.ltv)"),
        "d": missing("d", "revenue not given for Stretch"),
    }
    made = document("# T\n\n| x |\n|---|\n| {{ a }} {{ b }} {{ c }} {{ d }} |\n", **figures)

    assert ["n/a: revenue not given for Hold flat, Ask, Stretch. n/a: ltv not given."] == [
        plain(block.note) for block in made.blocks if isinstance(block, Table)
    ]


def test_a_column_and_notes_explain_what_stands_in_them() -> None:
    columns = "::::columns\n:::column\n| a |\n|---|\n| {{ cac }} |\n:::\n\n:::column\n{{ roi }}\n:::\n::::"
    made = document(f"# T\n\n{columns}\n\n:::notes\n{{{{ cac }}}}\n:::\n", cac=CAC, roi=ROI)
    both, notes = made.blocks

    assert isinstance(both, Columns)
    assert isinstance(notes, Notes)
    (rows,), (line, reason) = (each.blocks for each in both.columns)
    assert isinstance(rows, Table)
    assert CAC_REASON == plain(rows.note)
    assert isinstance(line, Paragraph)
    assert isinstance(reason, Paragraph)
    assert ROI_REASON == plain(reason.inlines)
    assert 1 == len(notes.blocks)


@pytest.mark.parametrize(("whole", "note"), [(2_800, "Source: plan. Rounded."), (4_000, "Source: plan.")])
def test_a_table_owns_up_to_rounding(whole: int, note: str) -> None:
    parts = [{"spend": money(whole // 2)}, {"spend": money(whole // 2)}]
    call = "{{ table(parts, measure('Spend', 'spend', 'thousands'), total=[whole], note='Source: plan.') }}"
    columns = f"::::columns\n:::column\n{call}\n:::\n\n:::column\nb\n:::\n::::"

    alone, both = document(f"# T\n\n{call}\n\n{columns}\n", parts=parts, whole=money(whole)).blocks

    assert isinstance(both, Columns)
    tables = [each for each in (alone, both.columns[0].blocks[0]) if isinstance(each, Table)]
    assert [note, note] == [plain(table.note) for table in tables]
