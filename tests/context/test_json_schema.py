import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from alignkit.context import json_schema, modeline
from alignkit.diagnostics import Report
from alignkit.source import read

QUILLMERE = Path(__file__).parents[2] / "examples" / "quillmere"


def example() -> Any:
    source = read(QUILLMERE / "context.yaml", Report(), people=QUILLMERE / "people.yaml")
    assert source is not None
    return json.loads(json.dumps(source.data, default=as_json))


def as_json(value: object) -> object:
    return float(value) if isinstance(value, Decimal) else str(value) if isinstance(value, date) else None


def test_it_is_a_schema() -> None:
    schema = json_schema()

    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == "urn:alignkit:context:1"
    assert schema["title"] == "alignkit context"


def test_the_worked_example_is_valid() -> None:
    assert [error.message for error in Draft202012Validator(json_schema()).iter_errors(example())] == []


def test_mistakes_are_invalid() -> None:
    data = example()
    data["company"]["nmae"] = 1
    data["finance"]["FY2026"]["revenue"] = "2.88M"
    data["meta"]["status"] = "drfat"
    data["risks"][0]["probability"] = 2
    del data["stakeholders"][0]["name"]

    found = {error.json_path for error in Draft202012Validator(json_schema()).iter_errors(data)}

    assert {"$.company", "$.meta.status", "$.risks[0].probability", "$.stakeholders[0]"} <= found
    assert any(path.startswith("$.finance") for path in found)


def test_an_editor_sees_what_a_key_is_for() -> None:
    company = json_schema()["$defs"]["Company"]

    assert company["title"] == "Company"
    assert company["description"] == "Whose documents these are."
    assert company["additionalProperties"] is False
    assert company["properties"]["sales_cycle_days"] == {
        "title": "sales cycle days",
        "description": "Days from first meeting to signature.",
        "type": ["number", "null"],
    }


def test_keys_of_the_users_own_have_a_type() -> None:
    blocks = json_schema()["$defs"]

    assert blocks["BudgetLine"]["additionalProperties"] == {
        "anyOf": [{"type": "number"}, {"$ref": "#/$defs/Amount"}]
    }
    assert blocks["Finance"]["additionalProperties"] == {"$ref": "#/$defs/FinancePeriod"}


def test_nothing_in_it_is_foreign_to_json_schema() -> None:
    text = json.dumps(json_schema())

    for word in ('"ge"', '"le"', '"gt"', '"lt"', '"default": null', '"default": ""', '"default": "0"'):
        assert word not in text


def test_every_key_is_explained() -> None:
    schema = json_schema()

    for name, block in {**schema["$defs"], "Context": schema}.items():
        for key, value in block["properties"].items():
            assert value.get("description"), f"{name}.{key}"


def test_modeline() -> None:
    assert modeline("schema.json") == "# yaml-language-server: $schema=schema.json"
