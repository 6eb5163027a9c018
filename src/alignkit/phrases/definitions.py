"""Reading what records are made from: the slots of each bank, and the competencies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from alignkit.source import read

from .naming import found_words
from .record import Competency, SlotForm

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from alignkit.diagnostics import Report
    from alignkit.source import Source

SLOTS = "slots.yaml"
"""File with the slots of each bank."""
COMPETENCIES = "competencies.yaml"
"""File with the competencies."""

_EXAMPLES = "examples_"
"""Begins the names of examples for one address, such as `examples_du`."""


def read_slots(path: Path, report: Report) -> dict[str, dict[str, SlotForm]]:
    """The slots of each bank a file describes; empty without a file.

    Reports: BANK-007.
    """
    if not path.is_file() or (source := read(path, report)) is None:
        return {}
    found: dict[str, dict[str, SlotForm]] = {}
    for bank, entries in _mapping(source, "slots", source.data.get("slots"), report).items():
        at = f"slots.{bank}"
        slots = _mapping(source, at, entries, report)
        forms = (_slot_form(name, entry, source, f"{at}.{name}", report) for name, entry in slots.items())
        found[bank] = {form.name: form for form in forms if form}
    return found


def read_competencies(path: Path, report: Report) -> dict[str, Competency]:
    """The competencies a file describes; empty without a file.

    Reports: BANK-007.
    """
    if not path.is_file() or (source := read(path, report)) is None:
        return {}
    several = _mapping(source, "competencies", source.data.get("competencies"), report)
    found = (_competency(name, entry, source, report) for name, entry in several.items())
    return {each.id: each for each in found if each}


def _slot_form(name: str, entry: Any, source: Source, path: str, report: Report) -> SlotForm | None:
    examples = _texts(entry.get("examples")) if isinstance(entry, dict) else None
    if not isinstance(entry, dict) or not examples or not isinstance(entry.get("form"), str):
        hint = "write `{form: ..., examples: [...]}`"
        report.broken("BANK-007", f"expected the form and examples of a slot, found {found_words(entry)}",
                      source.place(path), hint=hint)  # fmt: skip
        return None
    lists = {key: value for key, value in entry.items() if key in ("first", "not_first") or _is_examples(key)}
    wrong = [key for key, value in lists.items() if _texts(value) is None]
    for key in wrong:
        message = f"expected a list of texts as `{key}`, found {found_words(lists[key])}"
        report.broken("BANK-007", message, source.place(f"{path}.{key}"), hint="write `[one, two]`")
    if wrong:
        return None
    return SlotForm(
        name,
        entry["form"],
        own=entry.get("own") is True,
        first=_texts(entry.get("first") or []) or (),
        not_first=_texts(entry.get("not_first") or []) or (),
        ends_small=entry.get("ends_small") is True,
        examples={"": examples, **dict(_by_address(entry))},
    )


def _is_examples(key: Any) -> bool:
    return isinstance(key, str) and key.startswith(_EXAMPLES)


def _by_address(entry: dict[str, Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for key, value in entry.items():
        if _is_examples(key) and (texts := _texts(value)):
            yield key.removeprefix(_EXAMPLES), texts


def _texts(value: Any) -> tuple[str, ...] | None:
    """The texts and figures of a list; None for anything else."""
    if not isinstance(value, list) or any(each is None or isinstance(each, dict | list) for each in value):
        return None
    return tuple(str(each) for each in value)


def _competency(name: str, entry: Any, source: Source, report: Report) -> Competency | None:
    also = _texts(entry.get("also") or []) if isinstance(entry, dict) else None
    if isinstance(entry, dict) and isinstance(entry.get("name"), str) and also is not None:
        return Competency(name, entry["name"], also)
    message = f"expected the name of a competency, found {found_words(entry)}"
    report.broken("BANK-007", message, source.place(f"competencies.{name}"), hint="write `{name: ...}`")
    return None


def _mapping(source: Source, path: str, value: Any, report: Report) -> dict[str, Any]:
    if value is None or isinstance(value, dict):
        return value or {}
    message = f"expected keys with values under `{path}`, found {found_words(value)}"
    report.broken("BANK-007", message, source.place(path), hint="write one entry for each name")
    return {}
