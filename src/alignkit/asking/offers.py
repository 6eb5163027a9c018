"""What can be chosen by number, by id or by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .answers import Choice
from .order import at, holds, period_ids
from .wording import LABELS, SUGGESTED

if TYPE_CHECKING:
    from alignkit.source import Data

    from .questions import Question
    from .session import State

NAMES = ("name", "label", "statement", "title", "text", "task", "event")
"""The keys by which people know a record."""


def choices(question: Question, state: State) -> tuple[Choice, ...]:
    """What can be chosen by number; none where anything may be written."""
    shape = question.shape
    shape = shape.item if shape.is_list and shape.item else shape
    labels = LABELS.get(question.about, {})
    if shape.choices:
        return tuple(Choice(each, labels.get(each, "")) for each in shape.choices if each)
    if question.about == "issues[].recommend":
        options = at(state.manuscript.source.data, (*question.steps[:-1], "options"))
        return tuple(Choice(own, _name(each)) for each in _list(options) if (own := str(at(each, ("id",)))))
    if shape.ref:
        return records(shape.ref, state.manuscript.source.data)
    return tuple(Choice(each, labels.get(each, "")) for each in SUGGESTED.get(question.about, ()))


def records(collection: str, data: Data) -> tuple[Choice, ...]:
    """What can be chosen of a collection: the id of each record, with its name."""
    found = at(data, collection.split("."))
    if collection == "periods":
        return tuple(Choice(each) for each in period_ids(data))
    if isinstance(found, dict):
        return tuple(Choice(key, _name(each)) for key, each in found.items())
    records = found if isinstance(found, list) else []
    ids = ((at(each, ("id",)), each) for each in records)
    return tuple(Choice(own, _name(each)) for own, each in ids if isinstance(own, str))


def _list(data: Data) -> list[Data]:
    return data if isinstance(data, list) else []


def _name(record: Data) -> str:
    named = next((str(at(record, (key,))) for key in NAMES if holds(record, (key,))), "")
    role = at(record, ("role",))
    return f"{named}, {role}" if isinstance(role, str) and role else named
