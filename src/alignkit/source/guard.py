"""The guard on the event stream: nothing that would exhaust memory or time reaches the loader.

A parser's events cost the same for every node, so a bomb is recognised while it is still small.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent, NodeEvent, ScalarEvent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from yaml._yaml import Mark as CMark
    from yaml.error import Mark
    from yaml.events import Event

MOST_BYTES = 2_000_000
"""Size of all files of a context together."""
MOST_DEPTH = 50
"""Levels of nesting."""
MOST_NODES = 200_000
"""Values and keys as they are written."""
MOST_ALIASES = 200
"""Places that repeat an anchor."""
MOST_EXPANDED = 1_000_000
"""Values and keys once every alias is written out."""


class RefusedError(Exception):
    """The file is beyond a limit; caught by the loader, never outside this package."""

    def __init__(self, message: str, hint: str, mark: Mark | CMark | None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.mark = mark


@dataclass(slots=True)
class Tally:
    """What was counted so far, over all files of one context."""

    nodes: int = 0
    aliases: int = 0
    expanded: int = 0


@dataclass(slots=True)
class _Open:
    """A collection that has begun and not ended."""

    anchor: str | None
    before: int
    """Expanded nodes counted when it began."""


@dataclass(slots=True)
class _Stream:
    tally: Tally
    open: list[_Open] = field(default_factory=list)
    sizes: dict[str, int] = field(default_factory=dict)
    """Expanded nodes below an anchor."""


def guarded(events: Iterable[Event], tally: Tally) -> Iterator[Event]:
    """The same events; raises `RefusedError` at the first one beyond a limit."""
    stream = _Stream(tally)
    for event in events:
        if type(event) is ScalarEvent and not event.anchor and tally.nodes < MOST_NODES:
            tally.nodes += 1  # the usual case first: a context is mostly scalars
            tally.expanded += 1
        elif isinstance(event, NodeEvent):
            _count(event, stream)
        elif isinstance(event, CollectionEndEvent):
            _close(stream)
        yield event


def _count(event: NodeEvent, stream: _Stream) -> None:
    tally = stream.tally
    tally.nodes += 1
    tally.expanded += 1
    if isinstance(event, ScalarEvent):
        if event.anchor:
            stream.sizes[event.anchor] = 1
    elif isinstance(event, CollectionStartEvent):
        stream.open.append(_Open(event.anchor, tally.expanded - 1))
        if len(stream.open) > MOST_DEPTH:
            raise _refused(f"expected at most {MOST_DEPTH} levels of nesting, found more", "nest less", event)
    elif isinstance(event, AliasEvent):
        _repeat(event, stream)
    if tally.nodes > MOST_NODES:
        raise _refused(f"expected at most {MOST_NODES:,} values, found more", "split the context", event)
    if tally.expanded > MOST_EXPANDED:
        raise _refused(
            f"expected at most {MOST_EXPANDED:,} values after repetition, found more",
            "write the values out instead of repeating them with `*`",
            event,
        )


def _repeat(event: AliasEvent, stream: _Stream) -> None:
    stream.tally.aliases += 1
    stream.tally.expanded += stream.sizes.get(event.anchor or "", 1) - 1
    if any(opened.anchor == event.anchor for opened in stream.open):
        raise _refused(f"`*{event.anchor}` repeats itself without end", "write the value out", event)
    if stream.tally.aliases > MOST_ALIASES:
        raise _refused(
            f"expected at most {MOST_ALIASES} repetitions, found more", "write the values out", event
        )


def _close(stream: _Stream) -> None:
    ended = stream.open.pop()
    if ended.anchor:
        stream.sizes[ended.anchor] = stream.tally.expanded - ended.before


def _refused(message: str, hint: str, event: Event) -> RefusedError:
    return RefusedError(message, hint, event.start_mark)
