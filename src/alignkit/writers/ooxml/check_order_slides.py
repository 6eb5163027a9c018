"""The children an element of PresentationML or DrawingML may have, and their order.

Source: ECMA-376 Part 1, clauses 19.3, 20.1 and 21.1. The rules cover what a deck is made of; an element
without a rule may hold anything.
"""

from __future__ import annotations

from .check_grammar import Content, Grammar, Sequence
from .namespaces import DRAWING, PRESENTATION

_NAMESPACES = {"a": f"{{{DRAWING}}}", "p": f"{{{PRESENTATION}}}"}


def _tag(name: str) -> str:
    prefix, _, local = name.partition(":")
    return _NAMESPACES[prefix] + local


def _ordered(names: str, *, repeats: str = "", required: str = "") -> Sequence:
    """A sequence of prefixed names; names joined by `|` are a choice, `*` after one lets it come again."""
    ranks = {
        _tag(name.rstrip("*")): rank for rank, group in enumerate(names.split()) for name in group.split("|")
    }
    again = [name.rstrip("*") for group in names.split() for name in group.split("|") if name.endswith("*")]
    return Sequence(
        ranks,
        frozenset(_tag(name) for name in [*again, *repeats.split()]),
        tuple(_tag(name) for name in required.split()),
        exclusive=True,
    )


_FILL = "a:noFill|a:solidFill|a:gradFill|a:blipFill|a:pattFill|a:grpFill"
_EFFECT = "a:effectLst|a:effectDag"
_COLOUR = "a:scrgbClr|a:srgbClr|a:hslClr|a:sysClr|a:schemeClr|a:prstClr"
_SHAPES = "p:sp*|p:grpSp*|p:graphicFrame*|p:cxnSp*|p:pic*|p:contentPart*"
_SHAPE_LOOK = f"a:xfrm a:custGeom|a:prstGeom {_FILL} a:ln {_EFFECT} a:scene3d a:sp3d a:extLst"
_BULLET = (
    "a:buClrTx|a:buClr a:buSzTx|a:buSzPct|a:buSzPts a:buFontTx|a:buFont "
    "a:buNone|a:buAutoNum|a:buChar|a:buBlip"
)
_PARAGRAPH = f"a:lnSpc a:spcBef a:spcAft {_BULLET} a:tabLst a:defRPr a:extLst"
_RUN = (
    f"a:ln {_FILL} {_EFFECT} a:highlight a:uLnTx|a:uLn a:uFillTx|a:uFill a:latin a:ea a:cs a:sym "
    "a:hlinkClick a:hlinkMouseOver a:rtl a:extLst"
)
_LEVELS = "a:defPPr " + " ".join(f"a:lvl{level}pPr" for level in range(1, 10)) + " a:extLst"
_STYLES = ("a:lstStyle", "p:titleStyle", "p:bodyStyle", "p:otherStyle", "p:notesStyle", "p:defaultTextStyle")
_LINE = (
    "a:noFill|a:solidFill|a:gradFill|a:pattFill a:prstDash|a:custDash a:round|a:bevel|a:miter a:headEnd "
    "a:tailEnd a:extLst"
)
_CELL = f"a:lnL a:lnR a:lnT a:lnB a:lnTlToBr a:lnBlToTr a:cell3D {_FILL} a:headers a:extLst"
_PICTURE_FILL = "a:blip a:srcRect a:tile|a:stretch"
_MEDIA = "a:audioCd|a:wavAudioFile|a:audioFile|a:videoFile|a:quickTimeFile"

_SLIDES = {
    "p:sld": _ordered("p:cSld p:clrMapOvr p:transition p:timing p:extLst", required="p:cSld"),
    "p:sldLayout": _ordered("p:cSld p:clrMapOvr p:transition p:timing p:hf p:extLst", required="p:cSld"),
    "p:sldMaster": _ordered(
        "p:cSld p:clrMap p:sldLayoutIdLst p:transition p:timing p:hf p:txStyles p:extLst",
        required="p:cSld p:clrMap",
    ),
    "p:notes": _ordered("p:cSld p:clrMapOvr p:extLst", required="p:cSld"),
    "p:notesMaster": _ordered("p:cSld p:clrMap p:hf p:notesStyle p:extLst", required="p:cSld p:clrMap"),
    "p:handoutMaster": _ordered("p:cSld p:clrMap p:hf p:extLst", required="p:cSld p:clrMap"),
    "p:cSld": _ordered("p:bg p:spTree p:custDataLst p:controls p:extLst", required="p:spTree"),
    "p:bg": _ordered("p:bgPr|p:bgRef"),
    "p:bgPr": _ordered(f"{_FILL} {_EFFECT} a:extLst"),
    "p:clrMapOvr": _ordered("a:masterClrMapping|a:overrideClrMapping"),
    "p:txStyles": _ordered("p:titleStyle p:bodyStyle p:otherStyle p:extLst"),
    "p:presentation": _ordered(
        "p:sldMasterIdLst p:notesMasterIdLst p:handoutMasterIdLst p:sldIdLst p:sldSz p:notesSz p:smartTags "
        "p:embeddedFontLst p:custShowLst p:photoAlbum p:custDataLst p:kinsoku p:defaultTextStyle "
        "p:modifyVerifier p:extLst",
        required="p:notesSz",
    ),
    "p:sldMasterIdLst": _ordered("p:sldMasterId*"),
    "p:sldLayoutIdLst": _ordered("p:sldLayoutId*"),
    "p:notesMasterIdLst": _ordered("p:notesMasterId"),
    "p:sldIdLst": _ordered("p:sldId*"),
}
_SHAPE_TREES = {
    "p:spTree": _ordered(f"p:nvGrpSpPr p:grpSpPr {_SHAPES} p:extLst", required="p:nvGrpSpPr p:grpSpPr"),
    "p:grpSp": _ordered(f"p:nvGrpSpPr p:grpSpPr {_SHAPES} p:extLst", required="p:nvGrpSpPr p:grpSpPr"),
    "p:sp": _ordered("p:nvSpPr p:spPr p:style p:txBody p:extLst", required="p:nvSpPr p:spPr"),
    "p:pic": _ordered("p:nvPicPr p:blipFill p:spPr p:style p:extLst", required="p:nvPicPr p:blipFill p:spPr"),
    "p:cxnSp": _ordered("p:nvCxnSpPr p:spPr p:style p:extLst", required="p:nvCxnSpPr p:spPr"),
    "p:graphicFrame": _ordered(
        "p:nvGraphicFramePr p:xfrm a:graphic p:extLst", required="p:nvGraphicFramePr p:xfrm a:graphic"
    ),
    **{
        f"p:nv{kind}Pr": _ordered(f"p:cNvPr p:cNv{kind}Pr p:nvPr", required=f"p:cNvPr p:cNv{kind}Pr p:nvPr")
        for kind in ("GrpSp", "Sp", "Pic", "GraphicFrame", "CxnSp")
    },
    "p:cNvPr": _ordered("a:hlinkClick a:hlinkHover a:extLst"),
    "p:nvPr": _ordered(f"p:ph {_MEDIA} p:custDataLst p:extLst"),
    "p:grpSpPr": _ordered(f"a:xfrm {_FILL} {_EFFECT} a:scene3d a:extLst"),
    "p:spPr": _ordered(_SHAPE_LOOK),
    "p:style": _ordered(
        "a:lnRef a:fillRef a:effectRef a:fontRef", required="a:lnRef a:fillRef a:effectRef a:fontRef"
    ),
    "p:blipFill": _ordered(_PICTURE_FILL),
    "a:blipFill": _ordered(_PICTURE_FILL),
    "a:xfrm": _ordered("a:off a:ext a:chOff a:chExt"),
    "p:xfrm": _ordered("a:off a:ext", required="a:off a:ext"),
    "a:graphic": _ordered("a:graphicData", required="a:graphicData"),
    "a:solidFill": _ordered(_COLOUR),
    "a:gradFill": _ordered("a:gsLst a:lin|a:path a:tileRect"),
    "a:effectLst": _ordered(
        "a:blur a:fillOverlay a:glow a:innerShdw a:outerShdw a:prstShdw a:reflection a:softEdge"
    ),
    "a:prstGeom": _ordered("a:avLst"),
    "a:custGeom": _ordered("a:avLst a:gdLst a:ahLst a:cxnLst a:rect a:pathLst", required="a:pathLst"),
    **{f"a:{name}": _ordered(_LINE) for name in ("ln", "lnL", "lnR", "lnT", "lnB", "lnTlToBr", "lnBlToTr")},
}
_TEXT_BODY = _ordered("a:bodyPr a:lstStyle a:p*", required="a:bodyPr a:p")
_TEXT = {
    "p:txBody": _TEXT_BODY,
    "a:txBody": _TEXT_BODY,
    "a:bodyPr": _ordered(
        "a:prstTxWarp a:noAutofit|a:normAutofit|a:spAutoFit a:scene3d a:sp3d|a:flatTx a:extLst"
    ),
    "a:p": _ordered("a:pPr a:r*|a:br*|a:fld* a:endParaRPr"),
    "a:r": _ordered("a:rPr a:t", required="a:t"),
    "a:br": _ordered("a:rPr"),
    "a:fld": _ordered("a:rPr a:pPr a:t"),
    **{name: _ordered(_LEVELS) for name in _STYLES},
    **{
        f"a:{name}": _ordered(_PARAGRAPH)
        for name in ("pPr", "defPPr", *(f"lvl{level}pPr" for level in range(1, 10)))
    },
    **{f"a:{name}": _ordered(_RUN) for name in ("rPr", "endParaRPr", "defRPr")},
}
_TABLES = {
    "a:tbl": _ordered("a:tblPr a:tblGrid a:tr*", required="a:tblGrid"),
    "a:tblPr": _ordered(f"{_FILL} {_EFFECT} a:tableStyle|a:tableStyleId a:extLst"),
    "a:tblGrid": _ordered("a:gridCol*"),
    "a:tr": _ordered("a:tc* a:extLst"),
    "a:tc": _ordered("a:txBody a:tcPr a:extLst", required="a:txBody"),
    "a:tcPr": _ordered(_CELL),
}

RULES: dict[str, Sequence | Content] = {
    _tag(name): rule for name, rule in (_SLIDES | _SHAPE_TREES | _TEXT | _TABLES).items()
}
"""Tag to the rule for its children."""

SLIDE_GRAMMAR = Grammar(RULES, tuple(_NAMESPACES.values()))
"""The grammar of slides, layouts, masters, notes and the presentation part."""
