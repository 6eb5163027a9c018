"""Rules for the presentation part by itself: its lists of masters and slides, its sections and shows."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from .check_slide import judge
from .check_slide_facts import PresentationFacts
from .check_slide_values import VALUES, check_values
from .namespaces import POWERPOINT_2010, PRESENTATION, RELATIONSHIP_IDS

if TYPE_CHECKING:
    from lxml.etree import _Element

    from .check_facts import Facts

_P, _P14 = f"{{{PRESENTATION}}}", f"{{{POWERPOINT_2010}}}"
_R_ID = f"{{{RELATIONSHIP_IDS}}}id"
_LEAST_SLIDE, _LEAST_MASTER, _END = 256, 2**31, 2**32


def check_presentation(facts: Facts, root: _Element) -> None:
    """Add to `facts` what the presentation lists and everything wrong in its lists."""
    lists = facts.presentation = PresentationFacts(
        masters=_entries(root, "sldMasterIdLst", "sldMasterId"),
        notes_masters=[link for _, link in _entries(root, "notesMasterIdLst", "notesMasterId")],
        slides=_entries(root, "sldIdLst", "sldId"),
        shows=[(show.get("name", ""), _shown(show)) for show in root.iter(_P + "custShow")],
        sections=[(section.get("name", ""), _held(section)) for section in root.iter(_P14 + "section")],
    )
    for element in root.iter(f"{_P}*"):
        if element.tag != _P + "sld":  # in a custom show it is not a slide but names one
            judge(facts, str(element.tag), tuple([str(child.tag) for child in element]))
        if element.tag in VALUES:
            check_values(facts, element)
    _check_slide_ids(facts, lists)
    _check_sections(facts, lists)
    if not lists.masters:
        facts.find("PKG-305", "presentation lists a slide master, found none")


def _entries(root: _Element, name: str, entry: str) -> list[tuple[str, str]]:
    return [(one.get("id", ""), one.get(_R_ID, "")) for one in root.findall(f"{_P}{name}/{_P}{entry}")]


def _shown(show: _Element) -> tuple[str, ...]:
    return tuple(slide.get(_R_ID, "") for slide in show.iter(_P + "sld"))


def _held(section: _Element) -> tuple[str, ...]:
    return tuple(slide.get("id", "") for slide in section.iter(_P14 + "sldId"))


def _check_slide_ids(facts: Facts, lists: PresentationFacts) -> None:
    for identifier, count in Counter(identifier for identifier, _ in lists.slides).items():
        if not identifier.isdigit() or not _LEAST_SLIDE <= int(identifier) < _LEAST_MASTER:
            facts.find("PKG-303", f"slide id is a whole number from 256 to 2147483647, found `{identifier}`")
        if count > 1:
            facts.find("PKG-303", f"slide id `{identifier}` comes {count} times, expected once")
    for link, count in Counter(link for _, link in lists.slides).items():
        if not link:
            facts.find("PKG-301", "entry of the slide list has a relationship id, found none")
        elif count > 1:
            facts.find("PKG-303", f"slide `{link}` is listed {count} times, expected once")


def _check_sections(facts: Facts, lists: PresentationFacts) -> None:
    slides = {identifier for identifier, _ in lists.slides}
    for name, held in lists.sections:
        for identifier in dict.fromkeys(held):
            if identifier not in slides:
                facts.find("PKG-312", f"section `{name}` holds slide `{identifier}`, which does not exist")
    for identifier, count in Counter(one for _, held in lists.sections for one in held).items():
        if count > 1:
            facts.find("PKG-312", f"slide `{identifier}` is in {count} sections, expected one")


def check_master_ids(identifiers: list[str]) -> list[str]:
    """What is wrong with the ids of all masters and layouts of a package, which share one range."""
    found = [
        f"id of a master or layout is a whole number from 2147483648, found `{identifier}`"
        for identifier in dict.fromkeys(identifiers)
        if not identifier.isdigit() or not _LEAST_MASTER <= int(identifier) < _END
    ]
    return found + [
        f"id `{identifier}` of a master or layout comes {count} times, expected once"
        for identifier, count in Counter(identifiers).items()
        if count > 1
    ]
