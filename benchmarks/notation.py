"""The memo's notation taken apart, for contenders that have no markup of their own."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_MARKED = re.compile(r"\*\*(?P<bold>.+?)\*\*|\[(?P<linked>.+?)\]\((?P<address>.+?)\)")


class Span(NamedTuple):
    """Text of one look."""

    text: str
    """Its characters, with `{name}` for values."""
    bold: bool = False
    """Whether it is bold."""
    address: str = ""
    """Where it leads; empty when it is no link."""


@lru_cache
def spans(text: str) -> tuple[Span, ...]:
    """A paragraph in its spans."""
    found, end = [], 0
    for match in _MARKED.finditer(text):
        found.append(Span(text[end : match.start()]))
        found.append(Span(match["bold"] or match["linked"], bool(match["bold"]), match["address"] or ""))
        end = match.end()
    return tuple(span for span in (*found, Span(text[end:])) if span.text)
