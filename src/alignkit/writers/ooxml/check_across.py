"""Rules between parts: what one part uses, another defines; what must be unique is so in all of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from .check_deck import check_deck
from .findings import Finding
from .namespaces import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from .check_facts import Facts
    from .relationships import Link

    Links = Mapping[str, tuple[Link, ...]]

_NO_LIST = "0"
"""The numbering id that takes a paragraph out of its list; nothing defines it."""


def check_across(every: Sequence[Facts], links: Links) -> Iterator[Finding]:
    """Findings that come from several parts together."""
    yield from _undefined(every)
    yield from _repeated(every)
    for facts in every:
        own = links.get(facts.part, ())
        if facts.relationship_ids:
            yield from _unanswered(facts, own)
        if facts.story_references:
            yield from _stories(facts, own)
        if facts.is_chart:
            yield from _workbook(facts, own)
    yield from check_deck(every, links)


def _undefined(every: Sequence[Facts]) -> Iterator[Finding]:
    """Findings for styles, numbering, notes and bookmarks that are used and not defined."""
    styles = frozenset[str]().union(*(facts.defined_styles for facts in every))
    numbers = frozenset[str]().union(*(facts.defined_numbers for facts in every)) | {_NO_LIST}
    bookmarks = {name for facts in every for name in facts.bookmark_names} | {"_top"}
    for facts in every:
        if not (facts.styles or facts.numbers or facts.anchors or facts.notes):
            continue
        for style in sorted(facts.styles - styles):
            yield Finding("PKG-108", f"style `{style}` is used and not defined", facts.part)
        for number in sorted(facts.numbers - numbers):
            yield Finding("PKG-109", f"numbering `{number}` is used and not defined", facts.part)
        for anchor in sorted(facts.anchors - bookmarks):
            yield Finding(
                "PKG-131", f"link leads to the bookmark `{anchor}`, which does not exist", facts.part
            )
        for kind, note in sorted(facts.notes):
            if not any(other.part.endswith(f"{kind}.xml") and note in other.defined_notes for other in every):
                yield Finding("PKG-133", f"note `{note}` is referred to and not in `{kind}.xml`", facts.part)


def _repeated(every: Sequence[Facts]) -> Iterator[Finding]:
    """Findings for ids and names that must be unique over all stories."""
    for code, what, attribute in (
        ("PKG-122", "drawing id", "drawings"),
        ("PKG-120", "content control id", "controls"),
        ("PKG-121", "paragraph id", "paragraph_ids"),
        ("PKG-117", "bookmark id", "bookmark_ids"),
        ("PKG-116", "bookmark name", "bookmark_names"),
    ):
        values = [value for facts in every for value in getattr(facts, attribute)]
        if len(values) == len(set(values)):
            continue
        for value, count in Counter(values).items():
            if count > 1:
                home = next(facts.part for facts in reversed(every) if value in getattr(facts, attribute))
                yield Finding(code, f"{what} `{value}` comes {count} times, expected once", home)


def _unanswered(facts: Facts, own: tuple[Link, ...]) -> Iterator[Finding]:
    for identifier in sorted(facts.relationship_ids.difference([link.id for link in own])):
        yield Finding("PKG-009", f"relationship id `{identifier}` is used and not defined", facts.part)


def _stories(facts: Facts, own: tuple[Link, ...]) -> Iterator[Finding]:
    kinds = {link.id: kind_of(link.type) for link in own}
    for kind, identifier in facts.story_references:
        found = kinds.get(identifier, kind)
        if found != kind:
            yield Finding(
                "PKG-130", f"section refers to a {kind}, found a relationship of kind `{found}`", facts.part
            )


def _workbook(facts: Facts, own: tuple[Link, ...]) -> Iterator[Finding]:
    kinds = {link.id: kind_of(link.type) for link in own}
    for identifier in sorted(facts.relationship_ids):
        if identifier in kinds and kinds[identifier] not in (
            "package",
            "chartUserShapes",
            "image",
            "hyperlink",
        ):
            what = f"chart refers to a relationship of kind `{kinds[identifier]}`, expected `package`"
            yield Finding("PKG-209", what, facts.part)
