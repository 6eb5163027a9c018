"""Data as a YAML file with one value a line, and the line of each value: no program of ours is asked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

Steps = tuple[str | int, ...]
"""Keys and indices that lead to a value."""


@dataclass(frozen=True)
class Raw:
    """A value written exactly as it stands, to be wrong on purpose."""

    text: str


@dataclass(slots=True)
class Written:
    """A file and where its values stand."""

    text: str
    """The whole file."""
    lines: dict[Steps, int] = field(default_factory=dict)
    """The line of each value, from 1; of a value with parts the line of its key."""

    def line(self, *steps: str | int) -> int:
        """The line of a value, or of the nearest one above it that is written."""
        while steps not in self.lines:
            steps = steps[:-1]
        return self.lines[steps]


def written(data: dict[str, Any]) -> Written:
    """The file of `data`."""
    made = Written("", {(): 1})
    lines: list[str] = []
    for steps, text in _mapping(data, (), ""):
        lines.append(text)
        for each in steps:
            made.lines[each] = len(lines)
    made.text = "\n".join(lines) + "\n"
    return made


Line = tuple[list[Steps], str]
"""A line of a file with the values that begin on it."""


def _mapping(data: dict[str, Any], above: Steps, indent: str) -> Iterator[Line]:
    for key, value in data.items():
        steps = (*above, key)
        name = key if key.replace("_", "").isalnum() else json.dumps(key)
        if _is_flat(value):
            yield [steps, *_inner(value, steps)], f"{indent}{name}: {scalar(value)}"
        else:
            yield [steps], f"{indent}{name}:"
            yield from _nested(value, steps, indent + "  ")


def _nested(value: Any, steps: Steps, indent: str) -> Iterator[Line]:
    if isinstance(value, dict):
        yield from _mapping(value, steps, indent)
        return
    for index, element in enumerate(value):
        here = (*steps, index)
        if not isinstance(element, dict) or not element:
            yield [here], f"{indent}- {scalar(element)}"
            continue
        for number, (found, text) in enumerate(_mapping(element, here, indent + "  ")):
            yield ([here, *found], f"{indent}- {text.lstrip()}") if number == 0 else (found, text)


def _is_flat(value: Any) -> bool:
    if isinstance(value, dict):
        return not value
    return not isinstance(value, list) or not any(isinstance(each, dict) for each in value)


def _inner(value: Any, steps: Steps) -> list[Steps]:
    return [(*steps, index) for index in range(len(value))] if isinstance(value, list) else []


def scalar(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, Raw):
        return value.text
    if isinstance(value, list):
        return "[" + ", ".join(map(scalar, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {scalar(each)}" for key, each in value.items()) + "}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    return json.dumps(value, ensure_ascii=False)
