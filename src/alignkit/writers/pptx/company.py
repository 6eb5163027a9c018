"""A company's presentation as reference: a layout of theirs for each of ours, or the reason why not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignkit.diagnostics import Severity
from alignkit.model.deck import SLOTS, Layout, Slot

from .assembling import Frame, assemble, slide_size
from .cleaning import cleaned
from .colors import colors, dark_colors
from .matching import match
from .offers import Slide, offers
from .placing import place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from alignkit.diagnostics import Report

    from .cleaning import Cleaned
    from .matching import Match
    from .offers import Offer
    from .reference import PresentationReference
    from .source import Source

_MOST_EMU = 51_206_400
_LEAST_EMU = 914_400
"""Bounds of a slide's sides (ECMA-376 part 1, 19.7.17)."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a company's presentation has for one of our layouts."""

    layout: Layout
    """Ours."""
    theirs: str
    """Name of the layout that serves; empty if none does."""
    is_made_for_it: bool
    """Whether it offers what ours is about."""
    served: tuple[Slot, ...]
    """Slots with a placeholder of theirs."""
    drawn: tuple[Slot, ...]
    """Slots that are drawn in the room it leaves."""


def choices(theirs: Source, ours: Source, name: str, report: Report) -> tuple[Choice, ...]:
    """What serves for each of our layouts, whether or not every one is served.

    Reports: THEME-008 and THEME-009.
    """
    found, offered = _matches(cleaned(theirs, ours))
    _is_usable(found, offered, name, report)
    return tuple(_choice(layout, found.get(layout)) for layout in Layout)


def _choice(layout: Layout, found: Match | None) -> Choice:
    if found is None:
        return Choice(layout, "", is_made_for_it=False, served=(), drawn=())
    held = place(found).shapes
    return Choice(
        layout,
        found.offer.name,
        found.is_made_for_it,
        tuple(slot for slot in SLOTS[layout] if slot in held),
        tuple(slot for slot in SLOTS[layout] if slot not in held),
    )


def company_reference(
    theirs: Source, ours: Source, name: str, report: Report
) -> PresentationReference | None:
    """The reference, or None if it has no layout that a slide of ours could stand on.

    Reports: THEME-008 to THEME-010.
    """
    without_slides = cleaned(theirs, ours)
    found, offered = _matches(without_slides)
    if not _is_usable(found, offered, name, report):
        return None
    _say(found, name, report)
    picks = {layout: place(match) for layout, match in found.items()}
    return assemble(without_slides.source, picks, _frame(without_slides, found[Layout.BULLETS].offer))


def _matches(without_slides: Cleaned) -> tuple[dict[Layout, Match], tuple[Offer, ...]]:
    slide = Slide(*slide_size(without_slides.presentation))
    if not all(_LEAST_EMU <= side <= _MOST_EMU for side in (slide.width, slide.height)):
        raise LookupError("size of the slides")
    offered = offers(without_slides, slide)
    found = {layout: one for layout in Layout if (one := match(layout, offered, slide)) is not None}
    return found, offered


def _is_usable(found: Mapping[Layout, Match], offered: tuple[Offer, ...], name: str, report: Report) -> bool:
    if not offered:
        report.broken(
            "THEME-008",
            f"`{name}` has no slide layout with a title placeholder",
            hint="add a title placeholder to a layout in the slide master view",
        )
    elif missing := [layout for layout in Layout if layout not in found]:
        kinds = ", ".join(f"`{layout}`" for layout in missing)
        report.broken(
            "THEME-009",
            f"`{name}` has no slide layout with a wide title above enough free room, needed for {kinds}",
            hint="add a layout with a title across the slide and nothing but a text placeholder below it",
        )
    return bool(offered) and len(found) == len(Layout)


def _say(found: Mapping[Layout, Match], name: str, report: Report) -> None:
    """For what of ours the reference has no layout, in one list."""
    instead = [f"`{layout}` on `{one.offer.name}`" for layout, one in found.items() if not one.is_made_for_it]
    if instead:
        report.finding(
            "THEME-010",
            Severity.INFO,
            f"`{name}` has no layout made for some slides, which stand on others: {', '.join(instead)}",
            hint="add layouts with the placeholders that `alignkit theme` lists to decide how they look",
        )


def _frame(without_slides: Cleaned, usual: Offer) -> Frame:
    source = without_slides.source
    master = source.parts[source.targets(source.parts[usual.part], "slideMaster")[0]]
    themes = source.targets(master, "theme")
    known = colors(source.root(master.name), source.root(themes[0]) if themes else None)
    return Frame(without_slides.presentation, without_slides.relationships, usual.font, dark_colors(known))
