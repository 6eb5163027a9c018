"""Our reference presentation in the look of a brand: themes, and a logo on the master and the first slide."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree

from alignkit.writers.logos import EMU_PER_CM, fitted
from alignkit.writers.ooxml.brand_theme import branded_theme
from alignkit.writers.ooxml.characters import attribute
from alignkit.writers.ooxml.namespaces import (
    DECORATIVE,
    DRAWING,
    OFFICE_RELATIONSHIP,
    PRESENTATION,
    RELATIONSHIP_IDS,
)
from alignkit.writers.ooxml.package import Part, Relationship
from alignkit.writers.ooxml.xml_parts import serialise

from .source import Source

if TYPE_CHECKING:
    from collections.abc import Callable

    from alignkit.brands import Brand
    from alignkit.writers.pictures import Picture

_P = f"{{{PRESENTATION}}}"
_A = f"{{{DRAWING}}}"
_NAMESPACES = f'xmlns:p="{PRESENTATION}" xmlns:a="{DRAWING}" xmlns:r="{RELATIONSHIP_IDS}"'
_THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
_RIGHT, _TOP = 11_643_360, 411_480
"""Where the logo ends and begins: the right margin, the height of the accent rule."""
_WIDEST_CM, _HIGHEST_CM = 4.4, 1.1
"""Room between the title and the margin."""
_TITLE_WIDTH = 9_215_120
"""Width of titles beside a logo."""
_AROUND = EMU_PER_CM // 2
"""How far the plate of the first slide reaches around the logo."""
_DECORATION = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    f'<adec:decorative xmlns:adec="{DECORATIVE}" val="1"/></a:ext></a:extLst>'
)


def branded_source(source: Source, brand: Brand, logo: Picture | None) -> Source:
    """The parts of our own reference in the look of `brand`."""
    parts = {
        name: branded_theme(part, brand) if part.content_type == _THEME_TYPE else part
        for name, part in source.parts.items()
    }
    return Source(source.main, parts if logo is None else parts | _with_logo(source, logo, brand.name))


def _with_logo(source: Source, logo: Picture, name: str) -> dict[str, Part]:
    """The parts a logo changes or adds: the master, the layout of the first slide, the picture.

    On the master it repeats from slide to slide and is decoration; on the first slide it says whose deck it
    is. There the ground is dark, so a plate in the colour of the paper hangs behind it from the upper edge.
    """
    picture = Part(f"ppt/media/logo.{logo.extension}", logo.content_type, logo.data)
    size = fitted(logo, _WIDEST_CM, _HIGHEST_CM)
    (master,) = source.targets(source.main, "slideMaster")
    layouts = source.targets(source.parts[master], "slideLayout")
    first = next(layout for layout in layouts if source.root(layout).get("type") == "title")
    narrowed = replace(source.parts[master], data=_with_room(source.root(master)))
    source = Source(source.main, {**source.parts, master: narrowed})
    return {
        picture.name: picture,
        master: _shown_on(master, picture, source, lambda id_, link: (_logo(id_, link, size, ""),)),
        first: _shown_on(
            first, picture, source, lambda id_, link: (_plate(id_, size), _logo(id_ + 1, link, size, name))
        ),
    }


def _with_room(master: etree._Element) -> bytes:
    """The master with a title that ends before the logo."""
    for shape in master.iter(f"{_P}sp"):
        mark = shape.find(f"{_P}nvSpPr/{_P}nvPr/{_P}ph")
        size = shape.find(f".//{_A}xfrm/{_A}ext")
        if mark is not None and mark.get("type") == "title" and size is not None:
            size.set("cx", str(_TITLE_WIDTH))
    return serialise(master)


def _shown_on(
    name: str, picture: Part, source: Source, shapes: Callable[[int, str], tuple[str, ...]]
) -> Part:
    """A master or layout with shapes on top, given the first free id and that of the link to the picture."""
    part, root = source.parts[name], source.root(name)
    link = f"rId{len(part.relationships) + 1}"
    while link in {held.id for held in part.relationships}:
        link += "0"
    tree = root.find(f"{_P}cSld/{_P}spTree")
    assert tree is not None  # noqa: S101 - a part of our own folder
    free = 1 + max(int(held.get("id", "0")) for held in root.iter(f"{_P}cNvPr"))
    for shape in shapes(free, link):
        tree.append(etree.fromstring(shape))
    relationship = Relationship(link, f"{OFFICE_RELATIONSHIP}image", picture.name)
    return replace(part, data=serialise(root), relationships=(*part.relationships, relationship))


def _logo(id_: int, link: str, size: tuple[int, int], name: str) -> str:
    """The picture at the upper right; decoration when it has no name."""
    width, height = size
    said = f' descr="{attribute(name)}"/>' if name else f' descr="">{_DECORATION}</p:cNvPr>'
    return (
        f'<p:pic {_NAMESPACES}><p:nvPicPr><p:cNvPr id="{id_}" name="Logo"{said}<p:cNvPicPr>'
        '<a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/></p:nvPicPr><p:blipFill>'
        f'<a:blip r:embed="{link}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f"{_frame(_RIGHT - width, _TOP, width, height)}</p:spPr></p:pic>"
    )


def _plate(id_: int, size: tuple[int, int]) -> str:
    """A plain ground behind the logo, from the upper edge of the slide."""
    width, height = size
    frame = _frame(_RIGHT - width - _AROUND, 0, width + 2 * _AROUND, _TOP + height + _AROUND)
    return (
        f'<p:sp {_NAMESPACES}><p:nvSpPr><p:cNvPr id="{id_}" name="Logo ground">{_DECORATION}</p:cNvPr>'
        f'<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>{frame}<a:solidFill><a:schemeClr val="bg1"/>'
        "</a:solidFill><a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p>"
        "<a:endParaRPr/></a:p></p:txBody></p:sp>"
    )


def _frame(x: int, y: int, width: int, height: int) -> str:
    """The opening of a shape's properties: place, size, outline."""
    return (
        f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    )
