"""What a template may not do: reach out, run away, compute, or hide its mistakes."""

from __future__ import annotations

import time
from typing import Any

import pytest

from alignkit.diagnostics import Report
from alignkit.fill.filling import Filler
from alignkit.fill.problems import Limits
from filling_bench import fill, money, problems

NAMES: dict[str, Any] = {
    "text": "some text",
    "figure": money(7),
    "rows": [{"id": "a", "name": "A", "amount": money(1)}],
    "nothing": None,
}

ATTACKS = (
    # reaching for Python
    "{{ ''.__class__ }}", "{{ text.__class__.__mro__ }}", "{{ figure.__class__ }}", "{{ rows.__class__ }}",
    "{{ text['__class__'] }}", "{{ rows[0].__class__ }}", "{{ figure['value'] }}", "{{ figure.amount }}",
    "{{ self.__init__ }}", "{{ self._TemplateReference__context }}", "{{ cycler }}", "{{ joiner }}", "{{ lipsum }}",
    "{{ dict() }}", "{{ range(10) }}", "{{ table.__globals__ }}", "{{ measure.__code__ }}", "{{ namespace.__init__ }}",
    "{{ namespace(a=1).__class__ }}", "{{ text | attr('__class__') }}", "{{ rows | map('upper') | list }}",
    "{{ rows.append(1) }}", "{{ rows.pop() }}", "{{ rows[0].update(x=1) }}", "{{ rows[0].clear() }}",
    "{{ text.format(1) }}", "{{ '{:>999999999}'.format(1) }}", "{{ text.join('ab') }}", "{{ text.encode() }}",
    "{{ text.upper() }}", "{{ figure.working.index(1) }}",
    # too much
    "{{ 'x' * 500000000 }}", "{{ 'x'.ljust(999999999) }}", "{{ text | center(999999999) }}", "{{ 2 ** 999999 }}",
    "{{ 'a' ~ 'b' }}", "{{ '%99999999d' % 1 }}", "{{ text | indent(99999999) }}", "{{ rows | batch(99999999) }}",
    "{{ rows | slice(99999999) }}", "{{ text | wordwrap(1) }}", "{{ text | replace('s', 'ss') }}",
    "{{ text | pprint }}", "{{ rows | xmlattr }}", "{{ text | urlize }}", "{{ text | format(1) }}", "{{ rows | tojson }}",
    "{{ text | safe }}", "{{ text | e }}", "{{ text | striptags }}", "{{ text | forceescape }}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% for a in rows %}{% for b in rows %}{% for c in rows %}{% for d in rows %}x{% endfor %}{% endfor %}{% endfor %}{% endfor %}",
    # switching protection off
    "{% autoescape false %}{{ text }}{% endautoescape %}", "{% filter upper %}{{ text }}{% endfilter %}",
    # files
    "{% include '/etc/hostname' %}", "{% include '../secret' %}", "{% extends 'https://example.com/x' %}",
    "{% import '/etc/passwd' as p %}", "{% include text %}",
    # mistakes that would print nothing
    "{{ missing }}", "{{ rows[0].missing }}", "{{ rows[5] }}", "{{ nothing }}", "{{ nothing.name }}", "{{ rows }}",
    "{{ rows[0] }}", "{{ true }}", "{{ table }}", "{{ figure + 1 }}", "{{ figure * 2 }}", "{{ 7 // 2 }}",
    "{% if missing %}x{% endif %}", "{% if missing.name %}x{% endif %}", "{% for x in missing %}x{% endfor %}",
    "{% for x in nothing %}x{% endfor %}", "{% for x in figure %}x{% endfor %}", "{{ figure < 'a' }}",
)  # fmt: skip


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_or_mistake_is_reported_at_its_line(attack: str) -> None:
    started = time.perf_counter()
    found = problems(f"# Title\n\n{attack}\n", **NAMES)

    assert found, "nothing was reported"
    assert all(code.startswith("TPL") for code, _, _ in found)
    assert found[0][2].startswith("templates/kind/body.md.j2:3:")
    assert time.perf_counter() - started < 2


def test_nothing_of_an_attack_reaches_the_draft() -> None:
    report = Report()

    assert fill("{{ ''.__class__ }} {{ missing }}", report) is None


def test_every_missing_name_is_reported_in_one_run() -> None:
    found = problems("# Title\n\n{{ a }}\n\n{{ b }}\n\n{{ c }}\n")

    assert [
        ("TPL-001", "there is no `a`", "templates/kind/body.md.j2:3:1"),
        ("TPL-001", "there is no `b`", "templates/kind/body.md.j2:5:1"),
        ("TPL-001", "there is no `c`", "templates/kind/body.md.j2:7:1"),
    ] == found


@pytest.mark.parametrize(
    ("limits", "text", "code"),
    [
        (Limits(steps=5), "{% for x in rows %}{% for y in rows %}a{% endfor %}{% endfor %}", "TPL-011"),
        (
            Limits(characters=50),
            "{% for x in rows %}twelve chars{% endfor %}{% for x in rows %}more{% endfor %}",
            "TPL-012",
        ),
        (Limits(characters=20), "a text of more than twenty characters", "TPL-012"),
        (Limits(macro_calls=2), "{% macro m() %}x{% endmacro %}{{ m() }}{{ m() }}{{ m() }}", "TPL-011"),
        (Limits(nodes=10), "{{ rows }}" * 10, "TPL-013"),
        (Limits(source=10), "a text of more than ten", "TPL-013"),
        (Limits(nesting=1), "{% for x in rows %}{% for y in rows %}a{% endfor %}{% endfor %}", "TPL-011"),
    ],
)
def test_limits_end_a_filling(limits: Limits, text: str, code: str) -> None:
    from filling_bench import FORMATS

    report = Report()
    names = {"rows": [{"id": str(n)} for n in range(5)]}

    assert Filler({"b": text}, "t", limits).fill("b", names, FORMATS, report) is None
    assert [code] == [d.code for d in report]


def test_marks_of_ours_in_a_template_are_refused_at_their_line() -> None:
    assert problems("# Title\n\na \ue000 b\n") == [
        ("TPL-014", "expected no private-use characters U+E000 to U+E003", "templates/kind/body.md.j2:3:1")
    ]


def test_characters_that_turn_the_direction_of_writing_are_refused_at_their_line() -> None:
    message = "expected text, found U+202E, U+2066, which turns the direction of writing"

    assert problems("# Title\n\na \u202eb\u2066 c\n") == [
        ("TPL-014", message, "templates/kind/body.md.j2:3:1")
    ]


def test_a_mistake_in_an_included_file_is_placed_in_that_file() -> None:
    from filling_bench import FORMATS

    report = Report()
    files = {"a": "# T\n\n{% include 'b' %}\n", "b": "fine\n\n{{ missing }}\n"}

    assert Filler(files, "templates/kind").fill("a", {}, FORMATS, report) is None
    assert ["templates/kind/b:3:1"] == [str(d.place) for d in report]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("{{ bugdet }}", "write `budget`"),
        ("{{ budget.totl }}", "write `total`"),
        ("{{ budget.total | exat }}", "write `exact`"),
        ("{% include 'part.md' %}", "write `part.md.j2`"),
        ('{{ chart("colum", [], title="x") }}', "write `column`"),
    ],
)
def test_the_nearest_name_is_suggested(text: str, hint: str) -> None:
    from filling_bench import FORMATS

    report = Report()
    filler = Filler({"body.md.j2": text, "part.md.j2": ""}, "templates/kind")
    filler.fill("body.md.j2", {"budget": {"total": money(1), "lines": []}}, FORMATS, report)

    assert [hint] == [d.hint for d in report]
