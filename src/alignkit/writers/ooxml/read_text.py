"""The text of a Word or PowerPoint file, paragraph by paragraph, without opening anything it refers to.

The limits of the inspector hold: nothing is unpacked before the directory was checked, no entity is resolved
and no address is fetched.
Macros and links do no harm here, since nothing but text is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .inspect import Desk
from .inspect_zip import read_zip
from .namespaces import COMPATIBILITY, DRAWING, PRESENTATION, RELATIONSHIP_IDS, STRICT, WORD, kind_of
from .relationships import read_links, rels_of
from .xml_parts import local_name, parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

    from alignkit.diagnostics import Report

    from .relationships import Link

_FALLBACK = f"{{{COMPATIBILITY}}}Fallback"
_TEXT_OF_WORD = frozenset(("t", "tab", "br", "cr", "noBreakHyphen"))
_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_NOT_READ = frozenset(("del", "moveFrom", "fldSimple", "rPr", "pPr"))
"""Elements whose text nobody reads any more, or that hold none."""
_NOTES = ("footnotes", "endnotes")
_MOST_PARAGRAPHS = 50_000


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a file."""

    text: str
    """Its words."""
    number: int
    """Which paragraph of the document or slide it is, from 1."""
    where: str
    """What a person looks for: `paragraph 12`, `slide 3`, `notes of slide 3`."""


def paragraphs(data: bytes, name: str, report: Report) -> tuple[Paragraph, ...] | None:
    """The paragraphs of a .docx or .pptx with text, in reading order; None if it cannot be read.

    Args:
        data: the bytes of the file.
        name: the file as the user named it.
        report: where problems go.

    Reports: REF-003 to REF-012 for what a package must not be, TEXT-002.

    """
    desk = Desk(name, report)
    try:
        parts = read_zip(data, desk)
        found = None if parts is None else _paragraphs(parts)
    except (Exception, RecursionError):
        # A hostile file may break the parsers in ways nobody has seen yet; it is refused like the others.
        found = None
    if found is None and not desk.refusals:
        desk.refuse(
            "TEXT-002", "expected a Word or PowerPoint file, found something else",
            "open it in Word or PowerPoint and save it as .docx or .pptx",
        )  # fmt: skip
    return found


def _paragraphs(parts: Mapping[str, bytes]) -> tuple[Paragraph, ...] | None:
    main = next((link.part for link in _links(parts, "") if kind_of(link.type) == "officeDocument"), "")
    root = _root(parts, main)
    if root is None:
        return None
    name = local_name(str(root.tag))
    if name == "document":
        return tuple(_of_document(parts, main, root))
    return tuple(_of_deck(parts, main, root)) if name == "presentation" else None


def _root(parts: Mapping[str, bytes], name: str) -> _Element | None:
    return parse(parts[name]) if name in parts else None


def _links(parts: Mapping[str, bytes], source: str) -> tuple[Link, ...]:
    root = _root(parts, rels_of(source))
    return () if root is None else read_links(root, source)


def _of_document(parts: Mapping[str, bytes], main: str, root: _Element) -> Iterator[Paragraph]:
    number = 0
    for text in _texts(root):
        number += 1
        yield Paragraph(text, number, f"paragraph {number}")
    for link in _links(parts, main):
        if kind_of(link.type) in _NOTES and (notes := _root(parts, link.part)) is not None:
            for text in _texts(notes):
                number += 1
                yield Paragraph(text, number, kind_of(link.type))


def _of_deck(parts: Mapping[str, bytes], main: str, root: _Element) -> Iterator[Paragraph]:
    by_id = {link.id: link for link in _links(parts, main)}
    ids = [
        value
        for element in root.iter(f"{{{PRESENTATION}}}sldId", f"{{{STRICT}presentationml/main}}sldId")
        for key, value in element.attrib.items()
        if str(key) in (f"{{{RELATIONSHIP_IDS}}}id", f"{{{STRICT}officeDocument/relationships}}id")
    ]
    for slide, link in enumerate((by_id[each] for each in ids if each in by_id), 1):
        yield from _of_part(parts, link.part, f"slide {slide}")
        for note in _links(parts, link.part):
            if kind_of(note.type) == "notesSlide":
                yield from _of_part(parts, note.part, f"notes of slide {slide}")


def _of_part(parts: Mapping[str, bytes], name: str, where: str) -> Iterator[Paragraph]:
    root = _root(parts, name)
    for number, text in enumerate(_texts(root) if root is not None else (), 1):
        yield Paragraph(text, number, where)


def _texts(root: _Element) -> Iterator[str]:
    """The text of each paragraph of a part that has any."""
    for count, paragraph in enumerate(_found(root)):
        if count >= _MOST_PARAGRAPHS:
            return
        text = "".join(_pieces(paragraph)).strip()
        if text:
            yield text


def _found(element: _Element) -> Iterator[_Element]:
    """The paragraphs of `element`, those of a text box after the one it is anchored in."""
    for child in element.iter(f"{{{WORD}}}p", f"{{{DRAWING}}}p", f"{{{STRICT}wordprocessingml/main}}p",
                              f"{{{STRICT}drawingml/main}}p"):  # fmt: skip
        if not any(parent.tag == _FALLBACK for parent in child.iterancestors()):
            yield child


def _pieces(element: _Element) -> Iterator[str]:
    for child in element:
        name = local_name(child.tag) if isinstance(child.tag, str) else ""
        if name == "p" or name in _NOT_READ or child.tag == _FALLBACK:
            continue
        if name == "fld":
            continue
        if name in _TEXT_OF_WORD:
            yield _SIGNS.get(name, child.text or "")
        else:
            yield from _pieces(child)
