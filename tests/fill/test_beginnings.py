"""Text that begins a sentence begins with a capital."""

import pytest

from alignkit.fill.filters import begun


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the hall goes to somebody else", "The hall goes to somebody else"),
        ("The hall", "The hall"),
        ("über Nacht", "Über Nacht"),
        ("eBay takes it", "eBay takes it"),
        ("3 stands are lost", "3 stands are lost"),
        ("x", "X"),
        ("", ""),
    ],
)
def test_a_text_begins_with_a_capital_unless_it_is_a_name(text: str, expected: str) -> None:
    assert expected == begun(text)
