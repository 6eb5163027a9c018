"""The page: paper, margins, header and footer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignkit.writers.ooxml.namespaces import RELATIONSHIP_IDS, WORD, WORD_TYPE
from alignkit.writers.ooxml.package import XML_DECLARATION, Part

from .roles import Role
from .text import escaped, run

if TYPE_CHECKING:
    from collections.abc import Mapping

    from alignkit.model.document import Properties, Words

    from .brand import HeaderLogo

HEADER_TYPE, FOOTER_TYPE = f"{WORD_TYPE}header+xml", f"{WORD_TYPE}footer+xml"
_LETTER = '<w:pgSz w:w="12240" w:h="15840"/>'
_LETTER_WIDTH = 12240


@dataclass(frozen=True, slots=True)
class Section:
    """Paper and margins of the reference."""

    width: int
    """Width of the paper in twips."""
    margins: int
    """Left and right margin and gutter together."""
    size_xml: str
    """`w:pgSz`."""
    rest_xml: str
    """`w:pgMar` and what else of the section is kept, up to `w:cols`."""
    tail_xml: str
    """What follows `w:titlePg`."""
    references: str = ""
    """`w:headerReference` and `w:footerReference` of the reference's own."""
    has_header: bool = False
    """Whether the reference brings a header."""
    has_footer: bool = False
    """Whether the reference brings a footer."""
    title_page: bool = False
    """Whether its first page has a header of its own."""
    bare_first_page: bool = False
    """Whether its first page has no header while the others have one."""
    free_paper: bool = False
    """Whether the document chooses the paper, as with our own reference."""

    def text_width(self, properties: Properties) -> int:
        """Width of the text in twips."""
        paper = _LETTER_WIDTH if self.free_paper and properties.letter_paper else self.width
        return max(paper - self.margins, 1440)

    def xml(self, properties: Properties, references: str, *, title_page: bool) -> str:
        """`w:sectPr`."""
        size = _LETTER if self.free_paper and properties.letter_paper else self.size_xml
        first = "<w:titlePg/>" if title_page else ""
        return (
            f"<w:sectPr>{self.references}{references}{size}{self.rest_xml}{first}{self.tail_xml}</w:sectPr>"
        )


def header_part(properties: Properties, words: Words, stops: str, styles: Mapping[Role, str]) -> Part:
    """Our header: company and document at the left, the mark of a draft at the right."""
    mark = draft_runs(words.draft, styles) if properties.draft else ""
    text = run(properties.header, "<w:r>")
    inside = f"{text}<w:r><w:tab/></w:r>{mark}" if mark else text
    return Part("word/headerDefault.xml", HEADER_TYPE, _story("hdr", styles[Role.HEADER], stops, inside))


def first_header_part(
    properties: Properties, words: Words, stops: str, styles: Mapping[Role, str], logo: HeaderLogo | None
) -> Part:
    """The header of the first page: the company alone, since label and title stand right below.

    At the right stand the mark of a draft and the logo of a brand.
    """
    mark = draft_runs(words.draft, styles) if properties.draft else ""
    gap = run("\u2003", "<w:r>") if mark and logo else ""
    right = f"{mark}{gap}{logo.run if logo else ''}"
    text = run(properties.company, "<w:r>")
    inside = f"{text}<w:r><w:tab/></w:r>{right}" if right else text
    looks = f'{stops}<w:textAlignment w:val="center"/>' if logo else stops
    links = (logo.relationship,) if logo else ()
    story = _story("hdr", styles[Role.HEADER], looks, inside)
    return Part("word/headerFirst.xml", HEADER_TYPE, story, links)


def footer_part(properties: Properties, words: Words, stops: str, styles: Mapping[Role, str]) -> Part:
    """Our footer: confidentiality and date at the left, the page at the right."""
    inside = f"{run(properties.footer, '<w:r>')}<w:r><w:tab/></w:r>{page_runs(words.page_of)}"
    return Part("word/footerDefault.xml", FOOTER_TYPE, _story("ftr", styles[Role.FOOTER], stops, inside))


def own_stops(cleared: str, width: int) -> str:
    """The one tab stop of our header and footer, at the right edge, in place of those of the style."""
    return f'<w:tabs>{cleared}<w:tab w:val="right" w:pos="{width}"/></w:tabs>'


def draft_runs(word: str, styles: Mapping[Role, str]) -> str:
    """The mark of a draft."""
    return f'<w:r><w:rPr><w:rStyle w:val="{styles[Role.DRAFT]}"/></w:rPr><w:t>{escaped(word)}</w:t></w:r>'


def page_runs(pattern: str) -> str:
    """`Page {page} of {pages}` with fields for the numbers."""
    before, _, rest = pattern.partition("{page}")
    between, _, after = rest.partition("{pages}")
    return (
        f"{run(before, '<w:r>')}{_field('PAGE')}{run(between, '<w:r>')}"
        f"{_field('NUMPAGES') if '{pages}' in rest else ''}{run(after, '<w:r>')}"
    )


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _story(tag: str, style: str, stops: str, inside: str) -> bytes:
    return (
        f'{XML_DECLARATION}<w:{tag} xmlns:w="{WORD}" xmlns:r="{RELATIONSHIP_IDS}">'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{stops}</w:pPr>{inside}</w:p></w:{tag}>'
    ).encode()
