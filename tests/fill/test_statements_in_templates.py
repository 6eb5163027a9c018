"""Statements in templates: figures inside stay figures, hostile names stay text, mistakes are named."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hostile_values import HOSTILE

from alignkit.diagnostics import Report
from alignkit.fill.filling import Filler
from alignkit.formats import Formats
from alignkit.model.blocks import Paragraph
from alignkit.model.inlines import Shown, Text
from alignkit.showing import plain, show
from alignkit.values import NA, Figure, NACode, Unit
from filling_bench import FORMATS, document, fill, money, problems


def months(value: str, key: str) -> Figure:
    return Figure(key, Decimal(value), Unit.MONTHS, key, sources=("S1",))


NAMES: dict[str, Any] = {
    "now": replace(money(2_880_000, "now"), sources=("S2",), period="FY2027"),
    "before": replace(money(2_400_000, "before"), sources=("S1",), period="FY2026"),
    "nothing": None,
    "na": replace(money(1, "na"), value=NA(NACode.MISSING_INPUT, "not given")),
    "payback": months("17.4", "payback"),
    "ceiling": months("18", "ceiling"),
    "text": "hold",
    "sources": {"S1": {"id": "S1", "name": "Plan"}, "S2": {"id": "S2", "name": "Ledger"}},
}


def line(written: str, **names: Any) -> tuple[Any, ...]:
    paragraph, *_ = document(f"# T\n\n{written}\n", **NAMES | names).blocks
    assert isinstance(paragraph, Paragraph)
    return paragraph.inlines


def test_every_figure_in_a_statement_keeps_its_key() -> None:
    assert (
        Text("Spend "),
        Text("rises by "),
        Shown("$480,000", "difference(now,before)"),
        Text(" ("),
        Shown("20%", "relative(now,before)"),
        Text(") to "),
        Shown("$2.88M", "now"),
        Text("."),
    ) == line("Spend {{ changes(now, before) }}.")


def test_a_stale_figure_makes_its_difference_stale() -> None:
    stale = replace(NAMES["before"], stale=True)

    [difference] = [
        each for each in line("It {{ changes(now, old, 'by') }}.", old=stale) if isinstance(each, Shown)
    ]

    assert difference.stale


def test_the_figures_in_a_statement_are_cited() -> None:
    draft = fill("# T\n\nSpend {{ changes(now, before) }}.\n", **NAMES)

    assert draft is not None
    assert ["difference(now,before)", "relative(now,before)", "now"] == [each.key for each in draft.shown]
    assert "Spend rises by $480,000 (20%) to $2.88M, Plan and Ledger" == plain(
        line("Spend {{ changes(now, before) }}, {{ sources_cited() | pluck('name') }}")
    )


def test_a_statement_stands_in_titles_blocks_and_sets() -> None:
    text = "{% set s %}Spend {{ changes(now, before, 'to') }}{% endset %}# {{ s }}\n\n{{ cards(card(s, now)) }}\n"

    made = document(text, **NAMES)

    assert "Spend rises to $2.88M" == plain(made.title)


def test_the_style_of_the_first_figure_is_that_of_all() -> None:
    assert "rises by $480,000 (20%) to $2,880,000" == plain(line("{{ changes(now | exact, before) }}"))


@pytest.mark.parametrize("gone", ["nothing", "na"])
@pytest.mark.parametrize(
    "call",
    ["changes(now, {})", "changes({}, now)", "against({}, now)", "pair(limit({}, now))", "variance({}, now)",
     "delivered(now, {})", "covers({}, now)", "count({}, 'x')", "share_words({}, now)"],
)  # fmt: skip
def test_without_a_figure_nothing_is_said(call: str, gone: str) -> None:
    written = call.format(gone)

    assert "a b" == plain(line(f"a {{{{ {written} }}}} b"))
    assert "no" == plain(line(f"{{% if {written} is available %}}yes{{% else %}}no{{% endif %}}"))
    assert "no" == plain(line(f"{{% if {written} %}}yes{{% else %}}no{{% endif %}}"))


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("changes(now, text)", "expected a figure as `before`, found text"),
        ("changes(now, payback)", "expected figures of one unit, found money and months"),
        ("changes(now, before, 'all')", "expected form to be one of `full`, `to`, `by`, `noun`, found `all`"),
        ("changes(now, before, good='left')", "expected good to be one of `up`, `down`, found `left`"),
        (
            "against(payback, ceiling, 'roof')",
            "expected kind to be one of `ceiling`, `floor`, `plan`, `target`, found `roof`",
        ),
        ("pair(payback)", "expected `limit(value, limit)` in `pair(...)`, found a figure"),
        ("begin(payback)", "expected a statement or a text in `begin(...)`, found a figure"),
        ("count(text)", "expected a figure, a whole number or a list in `count(...)`, found text"),
        ("count(3)", 'expected a noun in `count(...)`, as in `count(3, "gate")`'),
        ("share_words(payback)", "expected a share or a whole beside the part, found months alone"),
    ],
)
def test_a_mistake_is_named(written: str, message: str) -> None:
    assert [("TPL-008", message)] == [
        (code, found) for code, found, _ in problems(f"# T\n\n{{{{ {written} }}}}\n", **NAMES)
    ]


def test_a_name_that_does_not_exist_is_one_mistake() -> None:
    found = problems("# T\n\n{{ changes(now, befor) }}\n", **NAMES)

    assert [("TPL-001", "there is no `befor`")] == [(code, message) for code, message, _ in found]


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_names_in_a_statement_stay_text(value: str) -> None:
    tiers = [
        {"id": each, "label": value, "total": money(spend, each),
         "derived": {"step": {"payback": months("20", "p"), "payback_headroom": room}}}
        for each, spend, room in (("a", 1, None), ("b", 2, months("1", "r")), ("c", 3, months("-1", "r")))
    ]  # fmt: skip
    wanted = "".join(plain(show(value, FORMATS, one_line=True)).split())

    for call, words in (
        ("last_step(tiers)", "isthelaststepthatclearspolicy"),
        ("against(payback, ceiling, name=v)", "ceilingof18months"),
        ("changes(now, before, 'noun', than=v)", "$480,000morethan"),
    ):
        made = document(f"# T {{{{ {call} }}}}\n\nx {{{{ {call} }}}} y\n", **NAMES, v=value, tiers=tiers)
        assert 1 == len(made.blocks)
        text = "".join(plain(made.title).split())
        assert words in text
        assert wanted.strip() in text


def test_a_capital_is_for_the_words_of_the_language_only() -> None:
    names = {"id": "b", "label": "ask", "total": money(2, "b")}
    first = {"id": "a", "label": "a", "total": money(1, "a")}
    step = {"payback": months("17", "p"), "payback_headroom": months("1", "r")}
    bad = {
        "id": "c",
        "label": "c",
        "total": money(3, "c"),
        "derived": {"step": {"payback_headroom": months("-1", "r")}},
    }
    tiers = [first, names | {"derived": {"step": step}}, bad]

    assert "ask is the last step that clears policy" == plain(
        line("{{ begin(last_step(tiers)) }}", tiers=tiers)
    )
    assert "Inside the ceiling of 18 months" == plain(line("{{ begin(against(payback, ceiling)) }}"))
    assert "The payback ceiling holds" == plain(
        line("{{ begin(pair(limit(payback, ceiling, name='payback'))) }}")
    )
    assert "The floor breaks, the payback ceiling holds" == plain(
        line("{{ begin(pair(limit(payback, ceiling, name='payback'), limit(payback, ceiling, 'floor'))) }}")
    )


def test_a_language_without_statements_says_so() -> None:
    report = Report()

    draft = Filler({"b": "{{ changes(now, before) }}\n"}, "t").fill(
        "b", NAMES, Formats("fr-FR", FORMATS.as_of, "fr"), report
    )

    assert draft is None
    assert [("there are no statements in `fr`", "write `language_banks/fr/statements.yaml`")] == [
        (each.message, each.hint) for each in report
    ]


def test_statements_are_in_the_language_of_the_text() -> None:
    formats = Formats("de-DE", FORMATS.as_of, "de")

    draft = Filler({"b": "# T\n\n{{ changes(now, before) }}\n"}, "t").fill("b", NAMES, formats, Report())

    assert draft is not None
    [value] = draft.values
    assert "steigt um 480.000\u00a0$ (20\u00a0%) auf 2,88\u00a0Mio.\u00a0$" == plain(show(value, formats))
