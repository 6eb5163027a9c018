"""Our reference document in the look of a brand: theme, fonts, hairlines, and a logo on its first page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lxml import etree

from alignkit.brands import DEFAULT
from alignkit.writers.logos import fitted
from alignkit.writers.ooxml.brand_theme import branded_theme
from alignkit.writers.ooxml.namespaces import DRAWING, OFFICE_RELATIONSHIP, PICTURE, WORD, WORD_DRAWING
from alignkit.writers.ooxml.package import Part, Relationship, sealed
from alignkit.writers.ooxml.xml_parts import parse, serialise

from .markup import w
from .merging import recolor
from .source import Source
from .text import attribute
from .theme import theme_colors

if TYPE_CHECKING:
    from lxml.etree import _Element

    from alignkit.brands import Brand
    from alignkit.writers.pictures import Picture

_WIDEST_CM, _HIGHEST_CM = 5.0, 1.2
"""Room at the top of the first page, between the edge of the header and the text."""
_HAIRLINE = ("background1", "D9")
"""How our styles name the colour of hairlines."""


@dataclass(frozen=True, slots=True)
class HeaderLogo:
    """A logo in the header of the first page."""

    part: Part
    """The picture."""
    width: int
    """In EMU."""
    height: int
    """In EMU."""
    name: str
    """What those hear who cannot see it."""

    @property
    def relationship(self) -> Relationship:
        """How the header leads to it."""
        return Relationship("rId1", f"{OFFICE_RELATIONSHIP}image", self.part.name)

    @property
    def run(self) -> str:
        """The run that shows it, in line with the text; the first drawing of the document."""
        name = attribute(self.name)
        return (
            f'<w:r><w:drawing xmlns:wp="{WORD_DRAWING}"><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{self.width}" cy="{self.height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
            f'<wp:docPr id="{LOGO_ID}" name="Logo" descr="{name}"/>'
            f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{DRAWING}" noChangeAspect="1"/>'
            f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{DRAWING}"><a:graphicData uri="{PICTURE}">'
            f'<pic:pic xmlns:pic="{PICTURE}"><pic:nvPicPr><pic:cNvPr id="{LOGO_ID}" name="Logo"/>'
            f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{self.relationship.id}"/>'
            '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
            f'<a:ext cx="{self.width}" cy="{self.height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
            "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )


LOGO_ID = 1
"""The number of its drawing; those of the text come after it."""


def header_logo(picture: Picture, name: str) -> HeaderLogo:
    """The logo for the first page, at most 5 by 1.2 cm."""
    width, height = fitted(picture, _WIDEST_CM, _HIGHEST_CM)
    part = sealed(Part(f"word/media/logo.{picture.extension}", picture.content_type, picture.data))
    return HeaderLogo(part, width, height, name)


def branded_source(source: Source, brand: Brand) -> Source:
    """The parts of our own reference in the look of `brand`."""
    theme, fonts, styles = (_part(source, kind) for kind in ("theme", "fontTable", "styles"))
    new_theme = branded_theme(theme, brand)
    colors = theme_colors(_root(new_theme), source.root("settings"))
    changed = {
        theme.name: new_theme,
        fonts.name: _font_table(fonts, brand),
        styles.name: _styles(styles, brand, colors),
    }
    return Source(source.main, {**source.parts, **changed})


def _part(source: Source, kind: str) -> Part:
    part = source.part(kind)
    assert part is not None  # noqa: S101 - our own folder has one
    return part


def _root(part: Part) -> _Element:
    root = parse(part.data)
    assert root is not None  # noqa: S101 - a part of our own folder
    return root


def _styles(part: Part, brand: Brand, colors: dict[str, str]) -> Part:
    """The styles with hairlines of the brand, and values that readers see who do not resolve themes."""
    root = _root(part)
    if brand.palette.rule != DEFAULT.rule:
        for line in root.iter():
            if (line.get(w("themeColor")), line.get(w("themeShade"))) == _HAIRLINE:
                line.set(w("themeColor"), "accent6")
                line.attrib.pop(w("themeShade"))
    if brand.palette != DEFAULT:
        recolor(root, colors)
    return replace(part, data=serialise(root))


def _font_table(part: Part, brand: Brand) -> Part:
    """The fonts the document names: Calibri with all that is known of it, others barely."""
    root = _root(part)
    used = {brand.fonts.text: True, brand.fonts.headings: True}
    for font in list(root):
        if not used.pop(font.get(w("name"), ""), False):
            root.remove(font)
    for name in used:
        root.append(etree.fromstring(_font_xml(name)))
    return replace(part, data=serialise(root))


def _font_xml(name: str) -> str:
    return (
        f'<w:font xmlns:w="{WORD}" w:name="{attribute(name)}"><w:charset w:val="00"/><w:family w:val="auto"/>'
        '<w:pitch w:val="variable"/></w:font>'
    )
