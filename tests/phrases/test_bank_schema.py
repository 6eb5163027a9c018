"""The published form of a file of phrases: every shipped file fits it, and it refuses what it can see."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from alignkit.catalogue import packaged
from alignkit.diagnostics import Report
from alignkit.phrases import files_of
from alignkit.phrases.schema import bank_schema
from alignkit.source import read

PUBLISHED = Path(__file__).parents[2] / "docs/bank.schema.json"
VALIDATOR = Draft202012Validator(bank_schema())
SHIPPED = [path for folder in sorted(packaged("language_banks").iterdir()) for path in files_of(folder)]


def plain(data: Any) -> Any:
    """Data as a reader of JSON has them: days are texts."""
    if isinstance(data, dict):
        return {key: plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [plain(value) for value in data]
    return data.isoformat() if isinstance(data, date) else data


def bank(**record: Any) -> dict[str, Any]:
    fields = {"id": "a", "part": "core", "text": "{Impact}, and [so {goal}]."} | record
    return {"schema": 1, "bank": "review", "phrases": [fields]}


def test_the_published_schema_is_the_one_of_the_program() -> None:
    assert json.loads(PUBLISHED.read_text("utf-8")) == bank_schema()
    Draft202012Validator.check_schema(bank_schema())


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_file_that_comes_with_alignkit_fits(path: Path) -> None:
    source = read(path, Report())

    assert source
    assert [] == [f"{each.json_path}: {each.message}" for each in VALIDATOR.iter_errors(plain(source.data))]


def test_there_are_files_to_look_at() -> None:
    assert len(SHIPPED) > 20


@pytest.mark.parametrize(
    "data",
    [
        bank(mood="x"), bank(id="Bad Id"), bank(id=5), bank(band="abvoe"), bank(purpose="praise"), bank(part="middle"),
        bank(person=4), bank(directness=5), bank(directness=["soft"]), bank(audience=["cfo"]), bank(text=""),
        bank(text=["a"]), bank(text="{open"), bank(text="[open"), bank(text="[a [b]]"), bank(text="{a b}"),
        bank(text="x" * 700), bank(text={"Ihr": "x"}), bank(avoid_with=5), bank(frame="ABC"),
        {"bank": "reviews", "phrases": []}, {"phrases": []}, {"colour": "red"}, {"bank": "review", "phrases": {}},
        {"bank": "review", "phrases": ["a"]}, {"bank": "review", "phrases": [{"id": "a"}]}, {"schema": 2},
        {"ban": "a"}, {"ban": [5]}, {"defaults": {"id": "a"}}, [], "text", None,
    ],
)  # fmt: skip
def test_a_mistake_it_can_see_is_refused(data: Any) -> None:
    assert list(VALIDATOR.iter_errors(data))


@pytest.mark.parametrize(
    "data",
    [
        bank(), bank(text={"Sie": "{Impact}.", "du": "{Impact}."}), bank(directness="plain"), {"ban": ["a-1"]},
        {"bank": "drift", "defaults": {"part": "stop"}, "phrases": [{"id": "a", "text": "{gap}", "audience": ["finance"]}]},
    ],
)  # fmt: skip
def test_what_is_well_written_fits(data: Any) -> None:
    assert [] == list(VALIDATOR.iter_errors(data))
