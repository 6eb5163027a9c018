"""Generated contexts: sound, varied, and the same in every run."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from alignkit.build import Workshop
from alignkit.catalogue import Catalogue
from alignkit.diagnostics import Report
from alignkit.rehearsal.data import Record, child, copied, remove, source_of
from alignkit.rehearsal.repair import repaired
from alignkit.rehearsal.specimens import fill_in, own_values
from alignkit.rehearsal.variants import Variant, variants
from alignkit.source import Data, read, steps_of
from alignkit.templates import Kind


@pytest.fixture(scope="module")
def example() -> Record:
    source = read(Catalogue().example() / "context.yaml", Report())
    assert source is not None
    return source.data


@pytest.fixture(scope="module")
def escalation() -> Kind:
    kind = Workshop(Catalogue()).kind("escalation", Report())
    assert kind is not None
    return kind


@pytest.fixture(scope="module")
def several(example: Record, escalation: Kind) -> tuple[Variant, ...]:
    return tuple(variants(escalation, example))


def test_all_of_them_can_be_made_sound(several: tuple[Variant, ...]) -> None:
    assert [] == [each.name for each in several if repaired(copied(each.data)) is None]


def test_they_are_the_same_in_every_run(
    several: tuple[Variant, ...], example: Record, escalation: Kind
) -> None:
    assert several == tuple(variants(escalation, example))


def test_each_list_is_missing_one_and_many(several: tuple[Variant, ...]) -> None:
    lengths = {_length(each.data, "options") for each in several}

    assert {0, 1, 3, 12} <= lengths


def test_each_choice_and_each_sign_occurs(several: tuple[Variant, ...]) -> None:
    assert {"inform", "decide", "urgent"} <= {_first(each.data, "severity") for each in several}
    amounts = [(_first(each.data, "spent"), _first(each.data, "approved")) for each in several]
    signs = {spent > most for spent, most in amounts if isinstance(spent, int) and isinstance(most, int)}
    assert {True, False} == signs


def test_a_lost_reference_leads_elsewhere_and_what_lost_all_goes_too(example: Record) -> None:
    data = copied(example)
    remove(data, steps_of("stakeholders.daniel"))
    remove(data, steps_of("kpis"))

    prepared = repaired(data)

    assert prepared is not None
    assert "helena" == prepared.context.budget.decision.from_ if prepared.context.budget else False
    assert {None} == {objective.metric for objective in prepared.context.objectives}
    assert prepared.context.kickoff is None


def test_filling_in_leaves_no_optional_field_of_a_block_empty(example: Record) -> None:
    data = copied(example)
    fill_in(data)

    prepared = repaired(data)

    assert prepared is not None
    issue = prepared.context.issues[0]
    assert (issue.background, issue.days_late, issue.arr_at_risk) == (
        "Example of background",
        Decimal(3),
        Decimal(12000),
    )
    assert prepared.context.decisions


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "string"}, "Example text"),
        ({"type": "string", "maxLength": 4}, "Exam"),
        ({"type": "string", "enum": ["a", "b"]}, "a"),
        ({"type": "integer", "minimum": 40}, 40),
        ({"type": "number", "x-unit": "share"}, Decimal("0.5")),
        ({"type": "number", "maximum": 3}, 3),
        ({"type": "boolean"}, True),
        ({"default": "x"}, "x"),
        ({"type": "array", "items": {"type": "integer"}}, [12, 12]),
        ({"type": "object", "required": ["a"], "properties": {"a": {"type": "integer"}, "b": {}}}, {"a": 12}),
    ],
)
def test_a_value_fits_its_schema(schema: dict[str, Any], expected: Data) -> None:
    assert expected == own_values(schema, full=False)


@pytest.mark.parametrize(
    ("path", "is_gone", "left"),
    [
        ("a.b", True, {"a": {}, "l": [{"id": "x"}]}),
        ("l.x", True, {"a": {"b": 1}, "l": []}),
        ("l[0]", True, {"a": {"b": 1}, "l": []}),
        ("l.x.name", True, {"a": {"b": 1}, "l": []}),
        ("z", False, {"a": {"b": 1}, "l": [{"id": "x"}]}),
    ],
)
def test_taking_out_what_is_wrong_or_what_lacks_something(path: str, is_gone: bool, left: Record) -> None:
    data: Record = {"a": {"b": 1}, "l": [{"id": "x"}]}

    assert is_gone is remove(data, steps_of(path))
    assert left == data == source_of(data).data


def _length(data: Data, key: str) -> int:
    """How long the list under `key` is in the first issue."""
    found = _first(data, key)
    return len(found) if isinstance(found, list) else 0


def _first(data: Data, key: str) -> Data:
    """What the first issue has under `key`."""
    return child(child(child(data, "issues"), 0), key)
