"""The fullest wording that has room: figures count as they are read."""

from __future__ import annotations

import pytest

from alignkit.model.blocks import Paragraph
from alignkit.showing import plain
from filling_bench import document, money, problems

WORDINGS = (
    "{% set full %}Over by {{ amount }} today{% endset %}"
    "{% set brief %}Over by {{ amount }}{% endset %}"
    "{% set bare %}Over{% endset %}"
)


@pytest.mark.parametrize(
    ("most", "wording"),
    [
        (22, "Over by $480,000 today"),
        (21, "Over by $480,000"),
        (16, "Over by $480,000"),
        (15, "Over"),
        (2, "Over"),
    ],
)
def test_the_first_that_has_room_is_taken_else_the_last(most: int, wording: str) -> None:
    paragraph, *_ = document(
        f"# T\n\n{WORDINGS}{{{{ fitting({most}, full, brief, bare) }}}}\n", amount=money(480_000, "amount")
    ).blocks

    assert isinstance(paragraph, Paragraph)
    assert wording == plain(paragraph.inlines)


def test_without_a_number_of_characters_it_is_a_mistake() -> None:
    assert [
        (
            "TPL-008",
            "expected a number of characters and several wordings in `fitting(...)`, found `many`",
            "templates/kind/body.md.j2:3:1",
        )
    ] == problems("# T\n\n{{ fitting('many', 'a', 'b') }}\n")
