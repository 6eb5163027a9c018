"""Accessibility of a deck: what PowerPoint's own checker would say, and a little more.

Source: Microsoft, "Rules for the Accessibility Checker"; WCAG 2.2, success criterion 1.4.3 for contrast.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignkit.diagnostics import Severity

from .accessibility_slide import SlideReader
from .accessibility_slide_text import SlideText
from .findings import Finding
from .namespaces import POWERPOINT_2010, PRESENTATION, RELATIONSHIP_IDS, kind_of
from .relationships import Link, read_links, rels_of
from .slide_colours import Palette, read_palette
from .slide_space import Sheet
from .slide_table_styles import read_table_styles
from .xml_parts import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element


_P = f"{{{PRESENTATION}}}"
_R_ID = f"{{{RELATIONSHIP_IDS}}}id"
_SECTION = f"{{{POWERPOINT_2010}}}section"
_DEFAULT_SECTION = re.compile(r"(?:default|untitled) section(?: \d+)?|standardabschnitt", re.IGNORECASE)
_CHART_TEXT = re.compile(rb'<a:(?:rPr|defRPr|endParaRPr)\s[^<>]*?\bsz="(\d+)"')
_LEAST_CENTIPOINTS = 900
_MOST_TREES = 256

_trees: dict[bytes, _Element | None] = {}
"""Trees of layouts, masters, themes and table styles, which a batch of decks shares."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts of a deck."""

    data: Mapping[str, bytes]

    def tree(self, name: str) -> _Element | None:
        """The tree of a part that many decks share."""
        data = self.data.get(name, b"")
        if data not in _trees:
            if len(_trees) >= _MOST_TREES:
                _trees.clear()
            _trees[data] = parse(data) if data else None
        return _trees[data]

    def links(self, name: str) -> tuple[Link, ...]:
        rels = self.tree(rels_of(name))
        return () if rels is None else read_links(rels, name)

    def target(self, name: str, kind: str) -> str:
        """The first part that a relationship of a kind leads to; empty if there is none."""
        return next((link.part for link in self.links(name) if kind_of(link.type) == kind), "")


def check_slides(parts: Mapping[str, bytes], main: str) -> tuple[Finding, ...]:
    """What keeps a person with a screen reader, or with weak sight, from following the slides of a deck.

    Args:
        parts: part name to bytes.
        main: name of the presentation part.

    Reports: A11Y-001 to A11Y-004, A11Y-011, A11Y-013 to A11Y-021.

    """
    deck = _Parts(parts)
    presentation = deck.tree(main)
    if presentation is None:
        return ()
    found = (_reader(deck, name, presentation, main) for name in _slides(deck, main, presentation))
    readers = [reader for reader in found if reader is not None]
    findings = list(_sections(presentation, main))
    titles: set[str] = set()
    for reader in readers:
        reader.read()
        findings += reader.findings
        findings += _repeated(reader, titles)
        findings += _small_charts(deck, reader.part)
    if speechless := sum(reader.text.speechless for reader in readers):
        message = f"text declares its language, found {speechless} runs that do not"
        findings.append(Finding("A11Y-013", message, main, severity=Severity.WARN))
    return tuple(findings)


def _slides(deck: _Parts, main: str, presentation: _Element) -> list[str]:
    """The slides in the order in which they are shown."""
    own = {link.id: link.part for link in deck.links(main)}
    listed = [entry.get(_R_ID, "") for entry in presentation.findall(f"{_P}sldIdLst/{_P}sldId")]
    return [own[identifier] for identifier in listed if own.get(identifier, "") in deck.data]


def _reader(deck: _Parts, name: str, presentation: _Element, main: str) -> SlideReader | None:
    layout = deck.target(name, "slideLayout")
    master = deck.target(layout, "slideMaster")
    trees = parse(deck.data[name]), deck.tree(layout), deck.tree(master)
    slide, below, base = trees
    if slide is None or below is None or base is None:
        return None
    sheet = Sheet(slide, below, base, _palette(deck, slide, below, base, master))
    styles = read_table_styles(deck.tree(deck.target(main, "tableStyles")))
    text = SlideText(sheet, presentation.find(_P + "defaultTextStyle"))
    return SlideReader(name, sheet, styles, text)


def _palette(deck: _Parts, slide: _Element, layout: _Element, master: _Element, name: str) -> Palette:
    palette = read_palette(master, deck.tree(deck.target(name, "theme")))
    return palette.with_override(layout).with_override(slide)


def _sections(presentation: _Element, main: str) -> Iterator[Finding]:
    seen: set[str] = set()
    for section in presentation.iter(_SECTION):
        name = section.get("name", "").strip()
        if not name or _DEFAULT_SECTION.fullmatch(name):
            yield Finding("A11Y-020", f"section has a name of its own, found `{name}`", main)
        elif name.lower() in seen:
            message = f"name of a section comes once, found `{name}` again"
            yield Finding("A11Y-020", message, main, severity=Severity.INFO)
        seen.add(name.lower())


def _repeated(reader: SlideReader, titles: set[str]) -> Iterator[Finding]:
    title = reader.title.lower()
    if title and title in titles:
        message = f"title of a slide comes once, found `{reader.title}` again"
        yield Finding("A11Y-017", message, reader.part, severity=Severity.INFO)
    titles.add(title)


def _small_charts(deck: _Parts, slide: str) -> Iterator[Finding]:
    for link in deck.links(slide):
        if kind_of(link.type) == "chart":
            sizes = {int(size) for size in _CHART_TEXT.findall(deck.data.get(link.part, b""))}
            if sizes and min(sizes) < _LEAST_CENTIPOINTS:
                message = f"text has at least 9 points, found {min(sizes) / 100:g}"
                yield Finding("A11Y-019", message, link.part, severity=Severity.WARN)
