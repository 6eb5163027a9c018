"""The events of one YAML document to nodes: own scalars, text keys, no duplicates, no tags, no surprises."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from alignkit.diagnostics import Severity

from .characters import clean
from .guard import Tally, guarded
from .places import Node, Scalar, Spot, Step
from .problems import Problem
from .scalars import resolve
from .wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yaml._yaml import Mark as CMark
    from yaml.error import Mark
    from yaml.events import Event

_LARGE = 200_000
"""Characters above which a text is looked through before it is read."""
PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser: the fast one where it was built."""
_LOST = re.compile(r"\s+(#[^\W_][^\s,\]}]*)")


@dataclass(slots=True)
class Reading:
    """What is known while the events of a file, or of one block of it, pass by."""

    file: str
    lines: tuple[str, ...]
    stand_ins: dict[str, str]
    first_line: int = 0
    """Lines of the file before the text that is parsed."""
    problems: list[Problem] = field(default_factory=list)
    anchors: dict[str, Node] = field(default_factory=dict)
    unused: dict[str, tuple[Spot, tuple[Step, ...]]] = field(default_factory=dict)
    """Anchors nobody has repeated yet."""
    partial: bool = False
    """Only a block of the file is read, so that anchors of others are out of sight."""

    def spot(self, mark: Mark | CMark | None) -> Spot:
        """The position of a mark of the parser in the file."""
        assert mark is not None  # noqa: S101 - events of a parser always carry their marks
        return Spot(self.file, mark.line + 1 + self.first_line, mark.column + 1)


def document(text: str, reading: Reading, tally: Tally) -> Node | None:
    """The root of the first document."""
    if len(text) > _LARGE:
        for _ in guarded(yaml.parse(text, Loader=PARSER), replace(tally)):
            pass  # a bomb is refused before anything is built of it
    events = guarded(yaml.parse(text, Loader=PARSER), tally)
    root: Node | None = None
    for event in events:
        if isinstance(event, DocumentStartEvent) and root is not None:
            reading.problems.append(
                Problem("YAML-017", "expected one document, found a second one after `---`",
                        reading.spot(event.start_mark), "remove the line `---` or make two files of it")
            )  # fmt: skip
            break
        if not isinstance(event, StreamStartEvent | StreamEndEvent | DocumentStartEvent | DocumentEndEvent):
            root = _node(event, events, reading, (), None)
    for name, (spot, steps) in reading.unused.items():
        reading.problems.append(_unused_anchor(name, spot, steps))
    return root


def _node(
    event: Event, events: Iterator[Event], reading: Reading, steps: tuple[Step, ...], key: Spot | None
) -> Node:
    spot = reading.spot(event.start_mark)
    if isinstance(event, AliasEvent):
        return _repeated(event.anchor or "", spot, key, reading, steps)
    if isinstance(event, ScalarEvent):
        node = Node(_scalar(event, spot, reading, steps), spot, key)
    elif isinstance(event, MappingStartEvent):
        node = Node(_mapping(events, reading, steps), spot, key)
    else:
        node = Node(_sequence(events, reading, steps), spot, key)
    if isinstance(event, NodeEvent) and event.anchor:
        reading.anchors[event.anchor] = node
        reading.unused[event.anchor] = (spot, steps)
    if (tag := getattr(event, "tag", None)) is not None:
        message = f"{quoted(tag)} at the start of a value is a YAML tag, which is not used here"
        hint = "put the value in quotes if the exclamation mark belongs to it, else remove the tag"
        reading.problems.append(Problem("YAML-014", message, spot, hint, steps))
    return node


def _mapping(events: Iterator[Event], reading: Reading, steps: tuple[Step, ...]) -> dict[str, Node]:
    entries: dict[str, Node] = {}
    for event in events:
        if isinstance(event, MappingEndEvent):
            break
        spot = reading.spot(event.start_mark)
        key = _key(event, events, reading, steps)
        node = _node(next(events), events, reading, (*steps, key or ""), spot)
        if key in entries:
            reading.problems.append(duplicate(key, entries[key].key, spot, (*steps, key)))
        elif key is not None:
            entries[key] = node
    return entries


def _sequence(events: Iterator[Event], reading: Reading, steps: tuple[Step, ...]) -> list[Node]:
    elements: list[Node] = []
    for event in events:
        if isinstance(event, SequenceEndEvent):
            break
        elements.append(_node(event, events, reading, (*steps, len(elements)), None))
    return elements


def _key(event: Event, events: Iterator[Event], reading: Reading, steps: tuple[Step, ...]) -> str | None:
    """The key as it is written, whatever it looks like; None when it is none, which is reported."""
    spot = reading.spot(event.start_mark)
    if not isinstance(event, ScalarEvent):
        _node(event, events, reading, steps, spot)
        hint = 'put the value in quotes if the brackets belong to it, as in "{{ … }}"'
        reading.problems.append(
            Problem("YAML-015", "expected a text as key, found a bracket", spot, hint, steps)
        )
        return None
    if event.value == "<<" and not event.style:
        message = "`<<` copies keys from elsewhere in YAML, which is not used here"
        reading.problems.append(Problem("YAML-016", message, spot, "write the keys out", steps))
        return None
    key = _cleaned(event.value, spot, reading, steps)
    if not key:
        hint = "write a name before the colon"
        reading.problems.append(
            Problem("YAML-015", "expected a text as key, found nothing", spot, hint, steps)
        )
        return None
    return key


def _scalar(event: ScalarEvent, spot: Spot, reading: Reading, steps: tuple[Step, ...]) -> Scalar:
    text = _cleaned(event.value, spot, reading, steps)
    if event.style:
        return text
    _warn_of_comment(event, reading, steps)
    return resolve(text)


def _cleaned(text: str, spot: Spot, reading: Reading, steps: tuple[Step, ...]) -> str:
    cleaned = clean(text, reading.stand_ins)
    for code, message, hint in cleaned.losses:
        reading.problems.append(Problem(code, message, spot, hint, steps, Severity.WARN))
    return cleaned.text


def _warn_of_comment(event: ScalarEvent, reading: Reading, steps: tuple[Step, ...]) -> None:
    """`Team #1` reads as `Team`; a comment proper has a space after its mark."""
    end = reading.spot(event.end_mark)
    lost = _LOST.match(reading.lines[end.line - 1], end.column - 1) if event.value else None
    if lost:
        spot = end._replace(column=lost.start(1) + 1)
        message = f"{quoted(lost[1])} is read as a comment, not as part of the value"
        hint = "put the value in quotes, or write a space after the # of a comment"
        reading.problems.append(Problem("YAML-023", message, spot, hint, steps, Severity.WARN))


def _repeated(name: str, spot: Spot, key: Spot | None, reading: Reading, steps: tuple[Step, ...]) -> Node:
    reading.unused.pop(name, None)
    if name in reading.anchors:
        return reading.anchors[name]._replace(key=key)
    if not reading.partial:
        message = f"`*{name}` repeats a value marked `&{name}`, and there is none"
        hint = "put the value in quotes if the asterisk belongs to it"
        reading.problems.append(Problem("YAML-018", message, spot, hint, steps))
    return Node(None, spot, key)


def _unused_anchor(name: str, spot: Spot, steps: tuple[Step, ...]) -> Problem:
    message = f"`&{name}` at the start of a value is read as a mark for repetition, not as text"
    hint = "put the value in quotes if the ampersand belongs to it, else remove the mark"
    return Problem("YAML-023", message, spot, hint, steps, Severity.WARN)


def duplicate(key: str, first: Spot | None, second: Spot, steps: tuple[Step, ...]) -> Problem:
    """A key that stands twice in one mapping."""
    where = f", first in line {first.line}" if first else ""
    message = f"the key {quoted(key)} stands twice{where} and again in line {second.line}"
    return Problem("YAML-013", message, second, "keep one of the two", steps, first=first)
