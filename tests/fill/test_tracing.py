"""Which parts of a template were reached, and names no context has."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from alignkit.diagnostics import Report
from alignkit.fill.tracing import check_names, tracing
from alignkit.formats import Formats

FORMATS = Formats("en-US", date(2026, 11, 20), "en-US")


def unreached(text: str, *views: dict[str, Any]) -> list[tuple[int, str]]:
    filler, trace = tracing({"body.md.j2": text}, "templates/x")
    report = Report()
    assert filler.compile("body.md.j2", report)
    for view in views:
        assert filler.fill("body.md.j2", view, FORMATS, report)
    assert not len(report)
    return [(branch.line, branch.words) for branch in trace.unreached()]


@pytest.mark.parametrize(
    ("text", "views", "expected"),
    [
        ("{% if a %}x{% endif %}", [{"a": 1}], []),
        ("{% if a %}x{% endif %}", [{"a": 0}], [(1, "this `{% if %}`")]),
        ("{% if a %}x{% else %}y{% endif %}", [{"a": 0}, {"a": 1}], []),
        ("one\n{% if a %}\nx\n{% else %}\ny\n{% endif %}", [{"a": 1}], [(5, "this `{% else %}`")]),
        ("{% if a %}x{% elif b %}y{% endif %}", [{"a": 1, "b": 1}], [(1, "this `{% elif %}`")]),
        ("{% for i in a %}{{ i }}{% endfor %}", [{"a": []}], [(1, "this `{% for %}`")]),
        ("{% for i in a %}{{ i }}{% else %}none{% endfor %}", [{"a": [1]}], [(1, "this `{% else %}`")]),
        ("{% macro m() %}x{% endmacro %}", [{}], [(1, "the macro `m`")]),
        ("{% macro m() %}x{% endmacro %}{{ m() }}", [{}], []),
        ("{% if a %}\n{% if b %}x{% endif %}\n{% endif %}", [{"a": 0, "b": 0}], [(1, "this `{% if %}`")]),
        ("{% if a %}\n{% if b %}x{% endif %}\n{% endif %}", [{"a": 1, "b": 0}], [(2, "this `{% if %}`")]),
    ],
)
def test_parts_nothing_reached(
    text: str, views: list[dict[str, Any]], expected: list[tuple[int, str]]
) -> None:
    assert expected == unreached(text, *views)


def test_watching_a_template_does_not_change_what_it_says() -> None:
    text = "# {{ a }}\n\n{% for i in b %}\n- {{ i }}{% if loop.last %}.{% endif %}\n{% endfor %}\n"
    from alignkit.fill.filling import Filler

    plain = Filler({"body": text}, "x").fill("body", {"a": "t", "b": ["p", "q"]}, FORMATS, Report())
    watched = tracing({"body": text}, "x")[0].fill("body", {"a": "t", "b": ["p", "q"]}, FORMATS, Report())

    assert plain == watched


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ company }}", []),
        ("one\n{{ compny }}", [("templates/x/body.md.j2:2:1", "there is no `compny`", "write `company`")]),
        ("{% set x %}{{ company }}{% endset %}{{ x }}", []),
        ("{% for i in company %}{{ i }}{{ loop.index }}{% endfor %}", []),
        ("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(company) }}", []),
        ("{{ cards(card('a', company)) }}", []),
    ],
)
def test_names_no_context_has(text: str, expected: list[tuple[str, str, str]]) -> None:
    report = Report()

    check_names({"body.md.j2": text}, "templates/x", ["company"], report)

    assert expected == [(str(each.place), each.message, each.hint) for each in report]
