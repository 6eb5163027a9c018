"""What a whole document says of its parts: anchors of headings, contents, the closing line of a mail."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from alignkit.model.blocks import Contents, Heading, Paragraph
from alignkit.model.inlines import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.model.blocks import Block
    from alignkit.model.document import Document


def with_ids(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The same blocks, every heading with a name that no other one has."""
    taken = {block.id for block in blocks if isinstance(block, Heading)}
    fresh = _fresh_ids(taken)
    return tuple(
        replace(block, id=next(fresh)) if isinstance(block, Heading) and not block.id else block
        for block in blocks
    )


def _fresh_ids(taken: set[str]) -> Iterator[str]:
    number = 0
    while True:
        number += 1
        if (name := f"section-{number}") not in taken:
            yield name


def listed(blocks: tuple[Block, ...]) -> tuple[Heading, ...]:
    """What the table of contents lists: the headings behind it, down to its depth; none without one."""
    for position, block in enumerate(blocks):
        if isinstance(block, Contents):
            behind = (later for later in blocks[position:] if isinstance(later, Heading))
            return tuple(heading for heading in behind if heading.level <= block.depth)
    return ()


def mailed(document: Document) -> tuple[Block, ...]:
    """What a mail shows of a document: its blocks, and the mark of confidential papers (rule 1.7)."""
    footer = document.properties.footer
    if document.properties.confidentiality != "confidential" or not footer:
        return document.blocks
    return (*document.blocks, Paragraph((Text(footer),)))
