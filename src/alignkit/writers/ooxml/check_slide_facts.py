"""What the parts of a presentation say that the rest of the package must answer for."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Holder:
    """A placeholder (`p:ph`) as a part has it."""

    type: str
    """Its type; `obj` where none is written."""
    index: str
    """Its `idx`; `0` where none is written."""
    name: str
    """Name of the shape."""


@dataclass(slots=True)
class SlideFacts:
    """What a slide, layout, master or page of notes says."""

    kind: str
    """Name of its root: `sld`, `sldLayout`, `sldMaster`, `notes`, `notesMaster`, `handoutMaster`."""
    holders: list[Holder] = field(default_factory=list)
    """Its placeholders in reading order."""
    targets: list[tuple[str, str]] = field(default_factory=list)
    """Kind of relationship (`image`, `chart`, `slide`) and id of each part that a shape refers to."""
    layouts: list[tuple[str, str]] = field(default_factory=list)
    """Id and relationship id of each layout a master lists."""


@dataclass(slots=True)
class PresentationFacts:
    """What the presentation part lists."""

    masters: list[tuple[str, str]] = field(default_factory=list)
    """Id and relationship id of each slide master."""
    notes_masters: list[str] = field(default_factory=list)
    """Relationship id of each notes master."""
    slides: list[tuple[str, str]] = field(default_factory=list)
    """Id and relationship id of each slide, in their order."""
    shows: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    """Name of each custom show, and the relationship ids of its slides."""
    sections: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    """Name of each section, and the ids of its slides."""
