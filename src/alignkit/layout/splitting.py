"""A document by topics: what stands under each heading of the first level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.model.blocks import Heading
from alignkit.model.deck import Line

from .parts import Aside, Topic, Turn

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from alignkit.model.blocks import Block

    from .parts import Part
    from .reading import Reader


def topics(blocks: Sequence[Block], reader: Reader) -> Iterator[Topic]:
    """The topics of a document in order; the first has no heading where text stands before one."""
    heading: Heading | None = None
    own: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            yield from _topic(heading, own, reader)
            heading, own = block, []
        else:
            own.append(block)
    yield from _topic(heading, own, reader)


def _topic(heading: Heading | None, blocks: Sequence[Block], reader: Reader) -> Iterator[Topic]:
    parts = [part for block in blocks for part in _parts(block, reader)]
    asides = [block for part in parts if isinstance(part, Aside) for block in part.blocks]
    shown = tuple(part for part in parts if not isinstance(part, Aside))
    if heading or shown or asides:
        yield Topic(heading, shown, tuple(asides))


def _parts(block: Block, reader: Reader) -> Iterator[Part]:
    if isinstance(block, Heading):
        lines = [part for part in reader.parts((block,)) if isinstance(part, Line)]
        yield from (Turn(block) for _ in lines)
    else:
        yield from reader.parts((block,))
