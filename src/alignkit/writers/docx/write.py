"""A document as the bytes of a .docx file."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from lxml import etree

from alignkit.writers.ooxml.namespaces import (
    CHART,
    COMPATIBILITY,
    DRAWING,
    OFFICE_RELATIONSHIP,
    PACKAGE_RELATIONSHIP,
    RELATIONSHIP_IDS,
    WORD,
    WORD_2010,
    WORD_DRAWING,
    WORD_TYPE,
)
from alignkit.writers.ooxml.package import (
    XML_DECLARATION,
    Package,
    Part,
    Relationship,
    members,
    pack,
    sealed,
)
from alignkit.writers.ooxml.property_parts import property_parts

from .blocks import blocks_xml, outline
from .languages import in_language
from .ledger import PART as LEDGER
from .ledger import ledger_parts
from .opening import opening
from .paragraphs import BODY, directed
from .roles import Role
from .section import HEADER_TYPE, draft_runs, first_header_part, footer_part, header_part, own_stops
from .story import Story
from .text import run

if TYPE_CHECKING:
    from alignkit.diagnostics import Report
    from alignkit.model.document import Document

    from .reference import WordReference

_ROOT = (
    f'{XML_DECLARATION}<w:document xmlns:w="{WORD}" xmlns:r="{RELATIONSHIP_IDS}" xmlns:wp="{WORD_DRAWING}"'
    f' xmlns:a="{DRAWING}" xmlns:c="{CHART}" xmlns:mc="{COMPATIBILITY}" xmlns:w14="{WORD_2010}"'
    ' mc:Ignorable="w14"><w:body>'
)
_PACKAGE = (
    Relationship("rId1", f"{OFFICE_RELATIONSHIP}officeDocument", "word/document.xml"),
    Relationship("rId2", f"{PACKAGE_RELATIONSHIP}metadata/core-properties", "docProps/core.xml"),
    Relationship("rId3", f"{OFFICE_RELATIONSHIP}extended-properties", "docProps/app.xml"),
)
_WORKBOOK = ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")


def write(document: Document, reference: WordReference, report: Report) -> bytes:
    """The .docx file of `document`; the same document and reference give the same bytes.

    Reports: nothing so far, since every block can be said in Word; the report is there for those that cannot.
    """
    return pack(compose(document, reference))


def parts(document: Document, reference: WordReference, report: Report) -> dict[str, bytes]:
    """The same file as its parts, for those who look into it."""
    return members(compose(document, reference))


def compose(document: Document, reference: WordReference) -> Package:
    """The package of `document`, to be checked before it is packed."""
    properties = document.properties
    story = Story(
        reference,
        document.words,
        properties.language,
        reference.section.text_width(properties),
        outline(document.blocks),
    )
    text = opening(document, story) + blocks_xml(document.blocks, BODY, story) + "".join(story.scopes)
    text = directed(text, properties.language)
    stories, references = _stories(document, story)
    title_page = reference.section.title_page or not reference.section.has_header
    section = reference.section.xml(properties, references, title_page=title_page)
    ledger = ledger_parts(story.figures) if story.figures else ()
    if ledger:
        story.relate("customXml", LEDGER)
    main = Part(
        "word/document.xml",
        f"{WORD_TYPE}document.main+xml",
        f"{_ROOT}{text}{section}</w:body></w:document>".encode(),
        (*reference.relationships, *story.relationships),
    )
    return Package(
        (
            main,
            in_language(reference.style_template, properties.language),
            in_language(reference.settings_template, properties.language),
            _numbering(reference, story),
            *reference.parts,
            *stories,
            *story.parts,
            *ledger,
            *property_parts(properties),
        ),
        _PACKAGE,
        (_WORKBOOK,) if story.parts else (),
    )


def _numbering(reference: WordReference, story: Story) -> Part:
    """The numbering part, with a list of its own for each numbered list."""
    base = reference.numbering
    if not story.numbers:
        return base
    end = b"</w:numbering>"
    data = base.data.rstrip().removesuffix(end) + "".join(story.numbers).encode() + end
    return Part(base.name, base.content_type, data, base.relationships)


def _stories(document: Document, story: Story) -> tuple[list[Part], str]:
    """Headers and footers: the reference's own or ours, with the marks a page has to carry."""
    reference, properties, words = story.reference, document.properties, document.words
    section = reference.section
    made = [_marked(part, _marks(part, document), reference) for part in reference.stories]
    references = ""
    if not section.has_header or (properties.draft and section.bare_first_page):
        stops = own_stops(reference.header_stops, story.width)
        kinds = (("first", True),) if section.has_header else (("default", False), ("first", True))
        for kind, first in kinds:
            if first:
                part = first_header_part(properties, words, stops, reference.styles, reference.logo)
            else:
                part = header_part(properties, words, stops, reference.styles)
            references += f'<w:headerReference w:type="{kind}" r:id="{story.relate("header", part.name)}"/>'
            made.append(part)
    if not section.has_footer:
        stops = own_stops(reference.footer_stops, story.width)
        part = footer_part(properties, words, stops, reference.styles)
        id_ = story.relate("footer", part.name)
        references += "".join(
            f'<w:footerReference w:type="{kind}" r:id="{id_}"/>' for kind in ("default", "first")
        )
        made.append(part)
    return made, references


def _marks(part: Part, document: Document) -> tuple[str, str]:
    """What a company's header or footer has to say beside its own: draft above, confidentiality below."""
    draft = document.words.draft if document.properties.draft else ""
    secret = document.properties.footer if document.properties.confidentiality == "confidential" else ""
    return (draft, "") if part.content_type == HEADER_TYPE else ("", secret)


@lru_cache(maxsize=64)
def _marked(part: Part, marks: tuple[str, str], reference: WordReference) -> Part:
    """A company's header or footer with its marks in a line below."""
    draft, secret = marks
    if not draft and not secret:
        return part
    role, runs = (
        (Role.HEADER, draft_runs(draft, reference.styles)) if draft else (Role.FOOTER, run(secret, "<w:r>"))
    )
    mark = (
        f'<w:p xmlns:w="{WORD}"><w:pPr><w:pStyle w:val="{reference.styles[role]}"/>'
        f'<w:jc w:val="{"right" if draft else "left"}"/></w:pPr>{runs}</w:p>'
    )
    root = etree.fromstring(part.data)
    root.append(etree.fromstring(mark))
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return sealed(Part(part.name, part.content_type, data, part.relationships))
