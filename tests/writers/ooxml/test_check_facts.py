"""What a part says that concerns others."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest

from alignkit.writers.ooxml.check_facts import Facts

_OWN = {"part", "findings", "where"}
"""What concerns no other part."""


def test_a_part_that_says_nothing_concerns_no_other() -> None:
    facts = Facts("word/theme/theme1.xml")
    facts.find("PKG-012", "part is not well formed")

    assert not facts.asks_or_answers


@pytest.mark.parametrize("name", [field.name for field in fields(Facts) if field.name not in _OWN])
def test_whatever_a_part_says_concerns_others(name: str) -> None:
    said: dict[str, Any] = {name: ["1"]}

    assert Facts("part.xml", **said).asks_or_answers
