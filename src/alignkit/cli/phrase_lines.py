"""Phrases as people and programs read them."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from . import console

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.phrases import Phrase

FIELDS = (
    "bank",
    "part",
    "competency",
    "band",
    "purpose",
    "frame",
    "directness",
    "audience",
    "channel",
    "topic",
)
"""Fields that say where a record belongs."""
_PERSONS = {1: "in the person's own name", 2: "to the person", 3: "about the person"}


def give(phrase: Phrase) -> None:
    """Write a record: its id, and its text below."""
    console.give(phrase.id, style="bold")
    for line in texts(phrase):
        console.give(line)


def texts(phrase: Phrase, indent: str = "    ") -> Iterator[str]:
    """The words of a record, wrapped; each address by itself."""
    for address, text in phrase.written.items():
        yield from wrapped(f"{address}: {text}" if address else text, indent)


def wrapped(text: str, indent: str = "    ") -> list[str]:
    """A text as wide as the screen."""
    return textwrap.wrap(
        text, console.width(), initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
    )


def facts(phrase: Phrase) -> Iterator[tuple[str, str]]:
    """Where a record belongs, by name."""
    for name in FIELDS:
        value = getattr(phrase, name)
        words = ", ".join(value) if isinstance(value, tuple) else value
        if words:
            yield name, words
    yield "speaks", _PERSONS[phrase.person]
    for name, words in (("avoid with", ", ".join(phrase.avoid_with)), ("added", phrase.added),
                        ("reviewed by", phrase.reviewed_by)):  # fmt: skip
        if words:
            yield name, words
    if phrase.place:
        yield "written in", str(phrase.place)


def as_record(phrase: Phrase) -> dict[str, Any]:
    """A record for a program."""
    return {
        "id": phrase.id,
        **{
            name: list(value) if isinstance(value := getattr(phrase, name), tuple) else value
            for name in FIELDS
        },
        "person": phrase.person,
        "text": phrase.written[""] if "" in phrase.written else dict(phrase.written),
        "slots": {"required": sorted(phrase.required), "optional": sorted(phrase.optional)},
        "avoid_with": list(phrase.avoid_with),
        "added": phrase.added,
        "reviewed_by": phrase.reviewed_by,
        "file": phrase.place.file if phrase.place else None,
        "line": phrase.place.line if phrase.place else None,
    }
