"""Choosing records by where they belong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .record import Phrase


@dataclass(frozen=True, slots=True)
class Facets:
    """Where records have to belong; an empty facet leaves it open."""

    bank: str = ""
    """Their bank."""
    part: str = ""
    """Their part; `talk` stands for all parts of a talk."""
    competency: str = ""
    """What they are about."""
    band: str = ""
    """Their band."""
    purpose: str = ""
    """What they are for."""
    directness: str = ""
    """How openly they speak; a record that names none fits all."""
    audience: str = ""
    """Whom they speak to; a record that names nobody fits all."""
    topic: str = ""
    """What they answer."""

    @property
    def is_open(self) -> bool:
        """Whether nothing is asked for."""
        return self == Facets()


def having(facets: Facets, phrases: Iterable[Phrase]) -> tuple[Phrase, ...]:
    """The records that belong where they are asked for."""
    return tuple(each for each in phrases if _has(each, facets))


def _has(phrase: Phrase, facets: Facets) -> bool:
    exact = all(
        getattr(facets, name) in ("", getattr(phrase, name))
        for name in ("bank", "competency", "band", "purpose", "topic")
    )
    listed = all(
        not getattr(facets, name)
        or not getattr(phrase, name)
        or getattr(facets, name) in getattr(phrase, name)
        for name in ("directness", "audience")
    )
    return (
        exact and listed and (facets.part in ("", phrase.part) or phrase.part.startswith(f"{facets.part}-"))
    )
