"""A line around a column: nothing invisible, nothing too long, the caret where it belongs."""

from __future__ import annotations

import pytest

from alignkit.cli.excerpt import excerpt, visible


@pytest.mark.parametrize(
    ("line", "column", "width", "expected", "caret"),
    [
        ("key: value", 6, 80, "key: value", 5),
        ("key: value  \r", 1, 80, "key: value", 0),
        ("  - {id: x}", 5, 80, "  - {id: x}", 4),
        ("\tkey: 1", 2, 80, "    key: 1", 4),
        ("名前: x", 5, 80, "名前: x", 6),
        ("e\u0301: x", 4, 80, "e\u0301: x", 2),
        ("a\u202eb: x", 3, 80, "a<U+202E>b: x", 9),
        ("key:", 9, 80, "key:", 4),
        ("", 1, 80, "", 0),
        ("abcdefghij" * 3, 1, 20, "abcdefghijabcdefghi…", 0),
        ("abcdefghij" * 3, 30, 20, "…defghijabcdefghij", 17),
        ("x" * 500, 250, 20, f"…{'x' * 18}…", 12),
        ("x" * 2_000_000, 1_000_000, 20, f"…{'x' * 18}…", 12),
    ],
)
def test_a_line_and_its_caret(line: str, column: int, width: int, expected: str, caret: int) -> None:
    text, below = excerpt(line, column, width)

    assert expected == text
    assert " " * caret + "^" == below


@pytest.mark.parametrize("column", [1, 7, 99, 100, 101, 199, 200])
def test_no_line_is_wider_than_the_screen(column: int) -> None:
    text, below = excerpt("0123456789" * 20, column, 40)

    assert len(text) <= 40
    assert str((column - 1) % 10) == text[len(below) - 1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain äß 名", "plain äß 名"),
        ("a\x1b[31mb", "a<U+001B>[31mb"),
        ("a\nb", "a<U+000A>b"),
        ("\u2066x\u2069", "<U+2066>x<U+2069>"),
        ("\ue000", "<U+E000>"),
        ("a\u00a0b", "a\u00a0b"),
    ],
)
def test_what_hides_is_shown_by_its_number(text: str, expected: str) -> None:
    assert expected == visible(text)
