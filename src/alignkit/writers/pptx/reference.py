"""A reference presentation: the look of every deck written with it, read once and kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from alignkit.model.deck import Layout, Slot
    from alignkit.themes import Theme
    from alignkit.writers.ooxml.findings import Finding
    from alignkit.writers.ooxml.package import Part, Relationship


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A placeholder of a slide layout, as a slide refers to it (ECMA-376 part 1, 19.3.1.36)."""

    type: str
    """`title`, `ctrTitle`, `subTitle`, `body`, `tbl`, `chart`, `pic`, `ftr`, `sldNum`, `dt`; empty for any object."""
    index: int
    """Its `idx`; 0 for a title."""
    name: str
    """Name of the shape, which a slide's shape takes over."""


@dataclass(frozen=True, slots=True)
class SlideLayout:
    """A layout of the reference, and which of its placeholders serve our slots."""

    part: str
    """Name of the part: `ppt/slideLayouts/slideLayout3.xml`."""
    placeholders: Mapping[Slot, tuple[Placeholder, ...]]
    """Placeholders of each slot; several for cards. A slot that is missing here is drawn as a shape of its own
    in the box the theme gives it."""
    footer: Placeholder | None
    """Where the confidentiality line stands."""
    number: Placeholder | None
    """Where the number of the slide stands."""
    day: Placeholder | None
    """Where the as-of date stands."""


@dataclass(frozen=True, slots=True, eq=False)
class PresentationReference:
    """Everything a deck takes from its reference; one serves any number of decks."""

    theme: Theme
    """What layout has to know."""
    layouts: Mapping[Layout, SlideLayout]
    """The reference's layout for each of ours."""
    parts: tuple[Part, ...]
    """Parts that go into every deck as they are, sealed: masters, layouts, themes, notes master, images."""
    relationships: tuple[Relationship, ...]
    """Those of the presentation part that are the same in every deck."""
    presentation: tuple[str, str]
    """The presentation part's XML before and after the place of its list of slides (`p:sldIdLst`)."""
    notes_master: str
    """Name of the notes master's part."""
    dark: tuple[str, ...]
    """Theme colours dark enough to carry text in the colour of the paper."""
    baseline: frozenset[Finding] = frozenset()
    """What the package checker finds in the reference itself, which no deck made from it answers for."""
