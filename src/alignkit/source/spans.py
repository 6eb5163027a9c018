"""Where every value of a file begins and ends, so that its text can be changed and nothing around it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

import yaml
from yaml.events import (
    CollectionEndEvent,
    DocumentStartEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from .characters import screen
from .nodes import PARSER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yaml.events import Event

Form = Literal["mapping", "list", "scalar", "repetition"]
"""What a value is; a repetition is `*name`."""


@dataclass(frozen=True, slots=True)
class Span:
    """The stretch of text one value takes, comments and blanks after it left out."""

    form: Form
    """What it is."""
    start: int
    """Index of its first character in the text of the file."""
    end: int
    """Index behind its last character; for a block of lines, behind that of its last entry."""
    column: int
    """Blanks before its first character; for a block of lines, how far its entries are indented."""
    is_flow: bool = False
    """Whether it stands in brackets."""
    is_marked: bool = False
    """Whether a name for repetition, `&name`, stands before it."""
    entries: tuple[Span, ...] = ()
    """The values inside, in order."""
    last_key: int = 0
    """Index of the key of its last entry, for a mapping."""


@dataclass(frozen=True, slots=True)
class Spans:
    """The values of one file by where they begin."""

    root: Span | None
    """The whole; None for a file without a value."""
    at: dict[tuple[int, int], Span] = field(default_factory=dict)
    """Each value by line and column, both from 1."""


def spans_of(text: str) -> Spans:
    """Where the values of a file begin and end; only for a text that was read without a mistake."""
    bare = text.removeprefix("\ufeff")
    screened = screen(bare).text
    walk = _Walk(screened, len(text) - len(bare))
    events = yaml.parse(screened, Loader=PARSER)
    for event in events:
        if not isinstance(event, StreamStartEvent | StreamEndEvent | DocumentStartEvent):
            return Spans(walk.value(event, events), walk.at)
    return Spans(None)


class _Walk:
    """Follows the events of a parser and notes where each value stands."""

    def __init__(self, text: str, before: int) -> None:
        self.text = text
        self.before = before
        """Characters of the file before the text, which is its byte order mark or nothing."""
        self.at: dict[tuple[int, int], Span] = {}

    def value(self, event: Event, events: Iterator[Event]) -> Span:
        start: Any = event.start_mark
        if isinstance(event, MappingStartEvent | SequenceStartEvent):
            span = self.collection(event, events)
        elif isinstance(event, ScalarEvent):
            end = self.scalar_end(event)
            span = self.span("scalar", event, end, is_marked=bool(event.anchor))
        else:
            span = self.span("repetition", event, self.index(event.end_mark))
        self.at.setdefault((start.line + 1, start.column + 1), span)
        return span

    def collection(self, event: MappingStartEvent | SequenceStartEvent, events: Iterator[Event]) -> Span:
        is_mapping = isinstance(event, MappingStartEvent)
        entries: list[Span] = []
        last_key = column = -1
        end = self.index(event.start_mark)
        for inner in events:
            if isinstance(inner, CollectionEndEvent):
                end = self.index(inner.end_mark) if event.flow_style else end
                break
            mark: Any = inner.start_mark
            column = mark.column if column < 0 else column
            if is_mapping and isinstance(inner, ScalarEvent):
                last_key, end = self.index(mark), self.scalar_end(inner)
                inner = next(events)
            entries.append(self.value(inner, events))
            end = max(end, entries[-1].end)
        own: Any = event.start_mark
        return Span(
            "mapping" if is_mapping else "list",
            self.index(own),
            end,
            column if is_mapping and not event.flow_style else own.column,
            is_flow=bool(event.flow_style),
            is_marked=bool(event.anchor),
            entries=tuple(entries),
            last_key=last_key,
        )

    def span(self, form: Form, event: Event, end: int, *, is_marked: bool = False) -> Span:
        mark: Any = event.start_mark
        return Span(form, self.index(mark), end, mark.column, is_marked=is_marked)

    def scalar_end(self, event: ScalarEvent) -> int:
        """Behind the last character; blank lines after a block of text belong to it where it keeps them."""
        start, end = self.index(event.start_mark), self.index(event.end_mark)
        stretch = self.text[start - self.before : end - self.before]
        keeps = event.style in ("|", ">") and "+" in stretch.partition("\n")[0]
        return end if keeps or event.style not in ("|", ">") else start + len(stretch.rstrip())

    def index(self, mark: Any) -> int:
        return int(mark.index) + self.before
