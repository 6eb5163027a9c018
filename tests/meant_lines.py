"""Lines that only look untidy: workings, reasons, and the headroom of a list of figures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from test_random_contexts import UNTIDY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_REASON = re.compile(r"\bn/a: [^.]*\.")
"""What a note says of a figure that does not exist."""
_WORKING = re.compile(r"[^:=]+: (?:[^:=]+ = [^:=]+|n/a: [^.]+)")
"""How a figure comes about, in words and in numbers; or why it does not."""
_ROW_WITHOUT_VALUE = re.compile(r"n/a (?:[^:;.]|:(?! ))+ \([^()]*\)")
"""A row of a list of figures that begins with the value."""
_VALUE_AT_END = re.compile(r"\S (?:n/a|[^ ]*\d[^ ]*(?: [^ \d]+){0,2})\Z")
"""A label with its value: `Customers lost n/a`."""
_PHRASE = re.compile(r"costs and (?:when|brings)|\bNone (?:rises|falls|is)\b")
_VARIANCE = re.compile(r"[▲●].*")
_HEADROOM = re.compile(r"payback ceiling − CAC payback[^:]*: .* = (−[\d.,\u202f]+ months?)")
"""A headroom may be negative: the figure says by how much a limit is broken."""

_WHOLE = (_WORKING, _ROW_WITHOUT_VALUE, _VARIANCE)


def untidy_lines(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What is untidy about the lines of a document, each with its line."""
    kept = list(lines)
    headrooms = {found[1] for line in kept if (found := _HEADROOM.fullmatch(line))}
    for line in kept:
        if line not in headrooms:
            yield from ((what, line) for what in untidy_in(line))


def untidy_in(line: str) -> list[str]:
    """What is untidy about a line by itself."""
    text = line.strip()
    if text == "n/a" or _is_list_of_values(text) or any(each.fullmatch(text) for each in _WHOLE):
        return []
    text = _PHRASE.sub("so", _REASON.sub("so", text))
    return [what for what, pattern in UNTIDY.items() if re.search(pattern, text)]


def _is_list_of_values(text: str) -> bool:
    """Whether it is the figures of a slide in its notes: `Spend, Ask $7M; Gated spend $1M; Customers lost n/a`."""
    items = [item for each in text.split(";") if (item := each.strip())]
    return len(items) > 2 and all(":" not in item and _VALUE_AT_END.search(item) for item in items)
