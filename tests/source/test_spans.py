"""Where values begin and end in the text of a file."""

from __future__ import annotations

import pytest

from alignkit.source.spans import Span, spans_of


def stretches(text: str) -> list[str]:
    """What each value takes of the text, in reading order."""

    def below(span: Span) -> list[str]:
        return [text[span.start : span.end], *(part for entry in span.entries for part in below(entry))]

    root = spans_of(text).root
    return below(root) if root else []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("# nothing\n", []),
        ("a: 1 # one\n", ["a: 1", "1"]),
        ("a: 'x y'  \nb:\n", ["a: 'x y'  \nb:", "'x y'", ""]),
        ("a:\n- 1\n- {b: 2} # two\n\n# end\n", ["a:\n- 1\n- {b: 2}", "- 1\n- {b: 2}", "1", "{b: 2}", "2"]),
        ("a: [1,\n 2 # two\n ]\n", ["a: [1,\n 2 # two\n ]", "[1,\n 2 # two\n ]", "1", "2"]),
        ("a: |\n  x\n\n  y\n\n\nb: 1\n", ["a: |\n  x\n\n  y\n\n\nb: 1", "|\n  x\n\n  y", "1"]),
        ("a: |+\n  x\n\nb: 1\n", ["a: |+\n  x\n\nb: 1", "|+\n  x\n\n", "1"]),
        ("a: one\n  two # x\n", ["a: one\n  two", "one\n  two"]),
        ("\ufeffä: ö😀\r\nb: ü\r\n", ["ä: ö😀\r\nb: ü", "ö😀", "ü"]),
        ("a: &n 1\nb: *n\n", ["a: &n 1\nb: *n", "&n 1", "*n"]),
        ("a: \x07x\n", ["a: \x07x", "\x07x"]),
    ],
)
def test_a_value_ends_where_its_last_character_does(text: str, expected: list[str]) -> None:
    assert expected == stretches(text)


def test_a_value_is_found_by_the_line_and_column_it_begins_at() -> None:
    spans = spans_of("a:\n  - {b: 1}\n")

    assert {(1, 1): "mapping", (2, 3): "list", (2, 5): "mapping", (2, 9): "scalar"} == {
        spot: span.form for spot, span in spans.at.items()
    }


def test_a_block_knows_how_far_it_is_set_in_and_what_stands_in_brackets() -> None:
    root = spans_of("a:\n  - id: x\n    b: 1\nc: [1]\n").root

    assert root is not None
    entry = root.entries[0].entries[0]
    assert (0, 2, 4) == (root.column, root.entries[0].column, entry.column)
    assert (False, True) == (entry.is_flow, root.entries[1].is_flow)
