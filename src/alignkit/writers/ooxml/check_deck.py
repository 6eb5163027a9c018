"""Rules between the parts of a presentation.

What is listed exists, what exists is listed, and every slide has its layout, master and theme.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .check_presentation import check_master_ids
from .findings import Finding
from .namespaces import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from .check_facts import Facts
    from .check_slide_facts import Holder, PresentationFacts, SlideFacts
    from .relationships import Link

_MASTERS = ("sldMaster", "notesMaster", "handoutMaster")
_BY_TYPE = frozenset({"dt", "ftr", "sldNum", "hdr", "sldImg"})
"""Types of placeholders that a page has once, so that their index says nothing."""
_TITLES = frozenset({"title", "ctrTitle"})


@dataclass(frozen=True, slots=True)
class _Deck:
    """The parts of a presentation, with their relationships."""

    parts: Mapping[str, SlideFacts]
    """Part name to what the slide, layout, master or page of notes says."""
    links: Mapping[str, tuple[Link, ...]]
    """Part name to its relationships."""

    def targets(self, part: str, kind: str) -> list[str]:
        """The parts that relationships of a kind lead to."""
        return [link.part for link in self.links.get(part, ()) if kind_of(link.type) == kind]

    def of_kind(self, *kinds: str) -> list[str]:
        return [name for name, slide in self.parts.items() if slide.kind in kinds]


def check_deck(every: Sequence[Facts], links: Mapping[str, tuple[Link, ...]]) -> Iterator[Finding]:
    """Findings that come from several parts of a presentation together; none for a package without one."""
    main = next((facts for facts in every if facts.presentation is not None), None)
    if main is None or main.presentation is None:
        return
    deck = _Deck({facts.part: facts.slide for facts in every if facts.slide is not None}, links)
    yield from _lists(deck, main.part, main.presentation)
    yield from _masters(deck, main.part, main.presentation)
    yield from _themes(deck)
    for part in deck.of_kind("sld"):
        yield from _layout(deck, part, "slideLayout", "slide")
        yield from _placeholders(deck, part)
    for part in deck.of_kind("sldLayout"):
        yield from _layout(deck, part, "slideMaster", "layout")
    for part in deck.of_kind("notes"):
        yield from _notes(deck, part)
    for part in deck.parts:
        yield from _targets(deck, part)


def _lists(deck: _Deck, main: str, lists: PresentationFacts) -> Iterator[Finding]:
    """Findings for the lists of slides, of custom shows and of notes masters."""
    own = {link.id: link for link in deck.links.get(main, ())}
    listed = set()
    for _, identifier in lists.slides:
        link = own.get(identifier)
        if link is not None:
            listed.add(link.part)
            if kind_of(link.type) != "slide":
                what = f"slide list leads to slides, found a relationship of kind `{kind_of(link.type)}`"
                yield Finding("PKG-301", what, main, identifier)
    for part in deck.of_kind("sld"):
        if part not in listed:
            yield Finding("PKG-302", "slide is in the list of slides, found it missing there", part)
    for name, shown in lists.shows:
        for identifier in shown:
            link = own.get(identifier)
            if link is None or kind_of(link.type) != "slide" or link.part not in listed:
                yield Finding("PKG-312", f"custom show `{name}` holds a slide that does not exist", main)
    named = {own[identifier].part for identifier in lists.notes_masters if identifier in own}
    for part in deck.of_kind("notesMaster"):
        if part not in named:
            what = "notes master is in `p:notesMasterIdLst` of the presentation, found it missing there"
            yield Finding("PKG-310", what, part)


def _masters(deck: _Deck, main: str, lists: PresentationFacts) -> Iterator[Finding]:
    """Findings for the lists of masters and of their layouts."""
    own = {link.id: link.part for link in deck.links.get(main, ())}
    listed = {own.get(identifier, "") for _, identifier in lists.masters}
    identifiers = [identifier for identifier, _ in lists.masters if identifier]
    for part in deck.of_kind("sldMaster"):
        identifiers += [identifier for identifier, _ in deck.parts[part].layouts if identifier]
        if part not in listed:
            yield Finding("PKG-305", "slide master is in the list of masters, found it missing there", part)
        yield from _layouts(deck, part)
    for problem in check_master_ids(identifiers):
        yield Finding("PKG-304", problem, main)


def _layouts(deck: _Deck, master: str) -> Iterator[Finding]:
    own = {link.id: link.part for link in deck.links.get(master, ())}
    named = Counter(own[link] for _, link in deck.parts[master].layouts if link in own)
    if not deck.parts[master].layouts:
        yield Finding("PKG-306", "slide master lists its layouts, found none", master)
    for part, count in named.items():
        layout = deck.parts.get(part)
        if count > 1:
            yield Finding("PKG-306", f"layout `{part}` is listed {count} times, expected once", master)
        if layout is not None and layout.kind != "sldLayout":
            yield Finding("PKG-306", f"list of layouts leads to layouts, found `{part}`", master)
    for part in deck.of_kind("sldLayout"):
        if master in deck.targets(part, "slideMaster") and part not in named:
            yield Finding(
                "PKG-306", f"layout is listed by its master `{master}`, found it missing there", part
            )


def _layout(deck: _Deck, part: str, kind: str, what: str) -> Iterator[Finding]:
    """Findings for the one layout of a slide, or the one master of a layout."""
    code = "PKG-308" if kind == "slideLayout" else "PKG-307"
    found = len(deck.targets(part, kind))
    if found != 1:
        yield Finding(code, f"{what} has one relationship of kind `{kind}`, found {found}", part)


def _themes(deck: _Deck) -> Iterator[Finding]:
    """Findings for masters without a theme of their own; PowerPoint repairs two that share one."""
    users: Counter[str] = Counter()
    for part in deck.of_kind(*_MASTERS):
        themes = deck.targets(part, "theme")
        users.update(themes)
        if not themes:
            yield Finding("PKG-311", "master has a theme, found none", part)
    for theme, count in users.items():
        if count > 1:
            yield Finding("PKG-311", f"theme belongs to one master, found {count}", theme)


def _placeholders(deck: _Deck, part: str) -> Iterator[Finding]:
    """Findings for placeholders of a slide that its layout does not have."""
    layouts = [deck.parts[name] for name in deck.targets(part, "slideLayout") if name in deck.parts]
    if len(layouts) != 1:
        return
    offered = layouts[0].holders
    for holder in deck.parts[part].holders:
        if not any(_answers(holder, other) for other in offered):
            what = f"placeholder `{holder.type}` with index {holder.index} is not on the slide's layout"
            yield Finding("PKG-320", what, part, f"shape `{holder.name}`")


def _answers(holder: Holder, offered: Holder) -> bool:
    if holder.type in _TITLES:
        return offered.type in _TITLES
    if holder.type in _BY_TYPE:
        return offered.type == holder.type
    return offered.type == holder.type and offered.index == holder.index


def _notes(deck: _Deck, part: str) -> Iterator[Finding]:
    """Findings for a page of notes: its slide, which must lead back to it, and its master."""
    slides = deck.targets(part, "slide")
    for kind, found in (("slide", slides), ("notesMaster", deck.targets(part, "notesMaster"))):
        if len(found) != 1:
            yield Finding(
                "PKG-309", f"page of notes has one relationship of kind `{kind}`, found {len(found)}", part
            )
    for slide in slides:
        if slide in deck.parts and part not in deck.targets(slide, "notesSlide"):
            yield Finding("PKG-309", f"slide `{slide}` leads back to its page of notes, found no way", part)


def _targets(deck: _Deck, part: str) -> Iterator[Finding]:
    """Findings for shapes whose picture, chart or slide is something else."""
    kinds = {link.id: kind_of(link.type) for link in deck.links.get(part, ())}
    for kind, identifier in dict.fromkeys(deck.parts[part].targets):
        found = kinds.get(identifier, kind)
        if found != kind:
            what = f"shape refers to a relationship of kind `{kind}`, found `{found}`"
            yield Finding("PKG-341", what, part, identifier)
