"""Why figures do not exist, are grey or do not add up: a line below what shows them (rules N6, N9, N14)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from alignkit.formats import NOT_AVAILABLE
from alignkit.model.blocks import Block, Columns, Notes, Paragraph, Table
from alignkit.model.inlines import Emphasis, Text
from alignkit.showing import plain
from alignkit.values import NA, Figure
from alignkit.walking import block_lines, shown_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from alignkit.model.document import Document
    from alignkit.model.draft import Draft
    from alignkit.model.inlines import Inline

_KEY = re.compile(r" \([a-z_]+\.[\w.\[\]-]+\)\Z")
"""A key at the end of a reason: `(finance.FY2027.revenue)`."""


Reasons = Mapping[str, "Reason"]
"""Why figures are missing or grey, by key."""


class Reason(NamedTuple):
    """Why a figure is missing, or stands in grey."""

    text: str
    """In words."""
    is_old: bool
    """Whether the figure exists and is old."""


def with_reasons(document: Document, draft: Draft) -> Document:
    """The document with the reasons why figures it shows do not exist, or are old.

    A table says it in its note; after any other block comes a line of its own, once for each reason. What
    title and control block show is explained at the end.
    """
    reasons = {figure.key: _absence(figure) for figure in draft.shown if figure.is_na}
    stale = document.words.stale
    reasons |= {key: Reason(stale.format(sources=sources), is_old=True) for key, sources in draft.old}
    rounded = document.words.rounded
    told: set[Reason] = set()
    blocks: list[Block] = []
    for block in document.blocks:
        blocks.extend(_explained(_with_rounding(block, rounded), reasons, told))
    around = [document.title, *(entry.value for entry in document.control)]
    blocks.extend(_lines(_found(around, reasons), told, None))
    return replace(document, blocks=tuple(blocks))


def _with_rounding(block: Block, words: str) -> Block:
    """A table whose shown parts miss its shown total, with the word that says so."""
    if isinstance(block, Columns):
        columns = [
            replace(each, blocks=tuple(_with_rounding(inner, words) for inner in each.blocks))
            for each in block.columns
        ]
        return replace(block, columns=tuple(columns))
    return _noted(block, words) if isinstance(block, Table) and block.is_rounded and words else block


def _explained(block: Block, reasons: Reasons, told: set[Reason]) -> Iterator[Block]:
    """A block and what follows it; a column explains what stands in it, and notes do."""
    if isinstance(block, Columns):
        columns = [replace(each, blocks=_inside(each.blocks, reasons, told)) for each in block.columns]
        yield replace(block, columns=tuple(columns))
        return
    if isinstance(block, Notes):
        yield replace(block, blocks=_inside(block.blocks, reasons, told))
        return
    found = _found(block_lines(block), reasons)
    if isinstance(block, Table):
        told.update(found)
        yield _with_note(block, found) if found else block
    else:
        yield block
        yield from _lines(found, told, block)


def _inside(blocks: Iterable[Block], reasons: Reasons, told: set[Reason]) -> tuple[Block, ...]:
    return tuple(each for block in blocks for each in _explained(block, reasons, told))


def _with_note(table: Table, reasons: list[Reason]) -> Table:
    """The table with reasons at the end of its note."""
    return _noted(table, _gathered(reasons))


def _noted(table: Table, text: str) -> Table:
    """The table with a further sentence in its note."""
    if not table.note:
        return replace(table, note=(Text(text),))
    stop = " " if plain(table.note).rstrip().endswith((".", "!", "?")) else ". "
    return replace(table, note=(*table.note, Text(stop + text)))


def _lines(reasons: list[Reason], told: set[Reason], block: Block | None) -> Iterator[Paragraph]:
    new = [reason for reason in reasons if reason not in told]
    told.update(new)
    if new:
        yield Paragraph((Emphasis((Text(_gathered(new)),)),), block.place if block else None)


def _found(lines: Iterable[tuple[Inline, ...]], reasons: Reasons) -> list[Reason]:
    """The reasons of the figures that lines show, each once."""
    if not reasons:
        return []
    shown = (each for line in lines for each in shown_in(line))
    return list(
        dict.fromkeys(
            reasons[each.key]
            for each in shown
            if each.key in reasons and (reasons[each.key].is_old or each.text == NOT_AVAILABLE)
        )
    )


def _absence(figure: Figure) -> Reason:
    """The reason in words; the key it may name is of use to the author, not to a reader."""
    assert isinstance(figure.value, NA)  # noqa: S101 - a draft lists only figures that do not exist
    return Reason(_KEY.sub("", figure.value.reason).rstrip("."), is_old=False)


def _gathered(reasons: list[Reason]) -> str:
    """The reasons as sentences; those that differ in what they are about only are one."""
    about: dict[str, list[str]] = {}
    for reason in reasons:
        if not reason.is_old:
            what, _, whom = reason.text.partition(" for ")
            about.setdefault(what, []).append(whom)
    absent = [f"{NOT_AVAILABLE}: {what}{_for(each)}." for what, each in about.items()]
    return " ".join([*absent, *(reason.text for reason in reasons if reason.is_old)])


def _for(whom: list[str]) -> str:
    """` for a, b, c` of those that are named."""
    named = ", ".join(each for each in dict.fromkeys(whom) if each)
    return f" for {named}" if named else ""
