"""Text comes out as text, and one block stays one block, for every hostile value in every position."""

from __future__ import annotations

import dataclasses
import re
from functools import cache
from typing import Any

import pytest
from hostile_values import HOSTILE, TEMPLATE
from hypothesis import given, settings
from hypothesis import strategies as st

from alignkit.model.inlines import Break, Inline, Shown, Text
from alignkit.showing import plain, show
from alignkit.walking import lines
from filling_bench import FORMATS, document, money

HARMLESS = "harmless"
VISIBLE = [value for value in HOSTILE if value.strip()]
"""A blank value leaves its block empty, which is tested on its own."""


def filled(value: str) -> Any:
    rows = [{"id": "a", "name": value, "amount": money(1)}, {"id": "b", "name": value, "amount": money(2)}]
    return document(TEMPLATE, v=value, rows=rows)


def skeleton(part: Any) -> Any:
    """The structure of a document without its characters."""
    if isinstance(part, tuple):
        if part and all(isinstance(each, Text | Break | Shown) for each in part):
            return "line"
        return tuple(skeleton(each) for each in part)
    if dataclasses.is_dataclass(part):
        names = [
            each.name
            for each in dataclasses.fields(part)
            if each.name not in ("place", "seconds", "properties")
        ]
        return type(part).__name__, tuple((name, skeleton(getattr(part, name))) for name in names)
    return "text" if isinstance(part, str) else part


def texts(value: str) -> list[str]:
    return [_flat(line) for line in lines(filled(value))]


def _flat(line: tuple[Inline, ...]) -> str:
    return re.sub(r"\s+", " ", plain(line)).strip()


@cache
def harmless() -> tuple[str, ...]:
    return tuple(texts(HARMLESS))


def expected(value: str) -> list[str]:
    shown = re.sub(r"\s+", " ", plain(show(value, FORMATS)))
    return [re.sub(r"\s+", " ", line.replace(HARMLESS, shown)).strip() for line in harmless()]


def test_the_table_is_as_large_as_it_should_be() -> None:
    assert len(HOSTILE) >= 60
    assert TEMPLATE.count("{{") >= 30


@pytest.mark.parametrize("value", VISIBLE, ids=[ascii(value)[:40] for value in VISIBLE])
def test_a_hostile_value_changes_no_structure(value: str) -> None:
    assert skeleton(filled(HARMLESS)) == skeleton(filled(value))


@pytest.mark.parametrize("value", VISIBLE, ids=[ascii(value)[:40] for value in VISIBLE])
def test_a_hostile_value_comes_out_as_text_in_every_position(value: str) -> None:
    assert expected(value) == texts(value)


def test_a_blank_value_leaves_no_empty_block() -> None:
    made = document("# Title\n\n{{ v }}\n\nAfter\n", v="   ")

    assert ["Title", "After"] == [_flat(line) for line in lines(made)]


def test_the_harness_can_fail() -> None:
    parsed = document("# Title\n\n{{ v | markdown }}\n", v="**bold**")
    text = document("# Title\n\n{{ v }}\n", v="**bold**")

    assert skeleton(parsed) != skeleton(text)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_any_text_comes_out_as_text(value: str) -> None:
    if value.strip() and plain(show(value, FORMATS)).strip():
        assert expected(value) == texts(value)
