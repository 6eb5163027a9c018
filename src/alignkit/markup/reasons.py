"""Why a figure that a document shows does not exist: a line below the block that shows it (rule N9)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from alignkit.formats import NOT_AVAILABLE
from alignkit.model.blocks import Block, Paragraph, Table
from alignkit.model.inlines import Emphasis, Text
from alignkit.showing import plain
from alignkit.values import NA, Figure
from alignkit.walking import block_lines, shown_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from alignkit.model.document import Document
    from alignkit.model.inlines import Inline

_KEY = re.compile(r" \([a-z_]+\.[\w.\[\]-]+\)\Z")
"""A key at the end of a reason: `(finance.FY2027.revenue)`."""


def with_reasons(document: Document, missing: tuple[Figure, ...]) -> Document:
    """The document with the reasons of the figures in `missing` it shows.

    A table says it in its note; after any other block comes a line of its own, once for each reason. What
    title and control block show is explained at the end.
    """
    if not missing:
        return document
    reasons = {figure.key: _reason(figure) for figure in missing}
    told: set[str] = set()
    blocks: list[Block] = []
    for block in document.blocks:
        blocks.extend(_explained(block, reasons, told))
    around = [document.title, *(entry.value for entry in document.control)]
    blocks.extend(_lines(_found(around, reasons), told, None))
    return replace(document, blocks=tuple(blocks))


def _explained(block: Block, reasons: dict[str, str], told: set[str]) -> Iterator[Block]:
    found = _found(block_lines(block), reasons)
    if isinstance(block, Table):
        told.update(found)
        yield _with_note(block, found) if found else block
    else:
        yield block
        yield from _lines(found, told, block)


def _with_note(table: Table, reasons: list[str]) -> Table:
    """The table with reasons at the end of its note."""
    text = _gathered(reasons)
    if not table.note:
        return replace(table, note=(Text(text),))
    stop = " " if plain(table.note).rstrip().endswith((".", "!", "?")) else ". "
    return replace(table, note=(*table.note, Text(stop + text)))


def _lines(reasons: list[str], told: set[str], block: Block | None) -> Iterator[Paragraph]:
    new = [reason for reason in reasons if reason not in told]
    told.update(new)
    if new:
        yield Paragraph((Emphasis((Text(_gathered(new)),)),), block.place if block else None)


def _found(lines: Iterable[tuple[Inline, ...]], reasons: dict[str, str]) -> list[str]:
    """The reasons of the figures that lines show, each once."""
    shown = (each for line in lines for each in shown_in(line))
    return list(
        dict.fromkeys(
            reasons[each.key] for each in shown if each.text == NOT_AVAILABLE and each.key in reasons
        )
    )


def _reason(figure: Figure) -> str:
    """The reason in words; the key it may name is of use to the author, not to a reader."""
    assert isinstance(figure.value, NA)  # noqa: S101 - a draft lists only figures that do not exist
    return _KEY.sub("", figure.value.reason).rstrip(".")


def _gathered(reasons: list[str]) -> str:
    """The reasons as sentences; those that differ in what they are about only are one."""
    about: dict[str, list[str]] = {}
    for reason in reasons:
        what, _, whom = reason.partition(" for ")
        about.setdefault(what, []).append(whom)
    return " ".join(f"{NOT_AVAILABLE}: {what}{_for(each)}." for what, each in about.items())


def _for(whom: list[str]) -> str:
    """` for a, b, c` of those that are named."""
    named = ", ".join(each for each in dict.fromkeys(whom) if each)
    return f" for {named}" if named else ""
