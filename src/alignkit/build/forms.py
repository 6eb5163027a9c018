"""Sections that stand in one form only: a deck and a page of the same text need not say everything alike."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from alignkit.model.blocks import Heading

if TYPE_CHECKING:
    from alignkit.model.blocks import Block
    from alignkit.model.document import Document
    from alignkit.model.draft import Form


def in_form(document: Document, form: Form) -> Document:
    """`document` without the sections that are meant for another form."""
    if not any(isinstance(block, Heading) and block.only for block in document.blocks):
        return document
    return replace(document, blocks=_shown(document.blocks, form))


def _shown(blocks: tuple[Block, ...], form: Form) -> tuple[Block, ...]:
    """The blocks but for the sections under headings that name another form."""
    kept: list[Block] = []
    left_out = 0
    for block in blocks:
        if isinstance(block, Heading):
            if left_out and block.level <= left_out:
                left_out = 0
            if not left_out and block.only not in ("", form):
                left_out = block.level
        if not left_out:
            kept.append(block)
    return tuple(kept)
