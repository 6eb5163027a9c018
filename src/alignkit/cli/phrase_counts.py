"""How many phrases there are of each sort, as a table that fits a screen."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from . import console

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from alignkit.proofreading import Count

_SHORT = {"recognise": "recog."}
"""Words that are cut to keep a column narrow."""


def as_records(counts: Iterable[Count]) -> list[dict[str, Any]]:
    """The counts for a program."""
    names = ("language", "bank", "part", "competency", "band", "purpose", "topic", "count", "wanted")
    return [{name: getattr(each, name) for name in names} | {"enough": each.is_enough} for each in counts]


def give_counts(counts: Iterable[Count]) -> None:
    """Write the counts, bank by bank; what there is too little of stands as 4/6."""
    for (language, bank), found in groupby(counts, lambda each: (each.language, each.bank)):
        several = list(found)
        total = next(each for each in several if not each.part)
        console.give(f"{bank} ({language}): {_number(total)}", style="bold")
        for line in _lines(several):
            console.give(f"  {line}")
        console.give()


def _lines(several: Sequence[Count]) -> Iterator[str]:
    cells = [each for each in several if each.competency]
    if cells:
        yield from _grid(cells)
    parts = [each for each in several if each.part and not each.competency]
    width = max((len(_name(each)) for each in parts), default=0)
    words = [f"{_name(each):{width}} {_number(each):>5}" for each in parts]
    across = max(1, 96 // (width + 9))
    rows = -(-len(words) // across)
    for row in range(rows):
        yield "   ".join(words[row::rows])


def _grid(cells: Sequence[Count]) -> Iterator[str]:
    """One line for each competency, one column for each cell."""
    columns = list(dict.fromkeys((each.band, each.purpose) for each in cells))
    heads = [" ".join(_SHORT.get(word, word) for word in column if word) for column in columns]
    names = list(dict.fromkeys(each.competency for each in cells))
    width = max(len(name) for name in names)
    yield "  ".join([" " * width, *heads])
    for name in names:
        numbers = [_number(each) for each in cells if each.competency == name]
        yield "  ".join(
            [f"{name:{width}}", *(f"{n:>{len(head)}}" for n, head in zip(numbers, heads, strict=True))]
        )


def _name(count: Count) -> str:
    return " ".join(word for word in (count.part, count.topic) if word)


def _number(count: Count) -> str:
    return str(count.count) if count.is_enough else f"{count.count}/{count.wanted}"
