"""The children an element of WordprocessingML may have, and their order.

Source: ECMA-376 Part 1, clauses 17.2 to 17.10 and 20.4. Run properties are a free choice in the text of the
standard and a sequence in Office, which is what is asked for here.
"""

from __future__ import annotations

from itertools import pairwise

from .check_grammar import Content, Grammar, Sequence, quoted
from .namespaces import DRAWING, WORD, WORD_DRAWING

_W = f"{{{WORD}}}"
_WP = f"{{{WORD_DRAWING}}}"


def _sequence(
    names: str, *, repeats: str = "", required: str = "", prefix: str = _W, same: tuple[str, ...] = ()
) -> Sequence:
    """A sequence of names; the names of one group of `same` share a rank."""
    ranks = {prefix + name: rank for rank, name in enumerate(names.split())}
    for group in same:
        members = [prefix + name for name in group.split()]
        ranks |= dict.fromkeys(members, ranks[members[0]])
    return Sequence(
        ranks,
        frozenset(prefix + name for name in repeats.split()),
        tuple(prefix + name for name in required.split()),
    )


def _content(names: str, first: str = "") -> Content:
    return Content(frozenset(_W + name for name in f"{names} {first}".split()), _W + first if first else "")


_MARKS = (
    "bookmarkStart bookmarkEnd proofErr permStart permEnd ins del moveFrom moveTo commentRangeStart "
    "commentRangeEnd moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd customXml "
    "customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd sdt "
    "customXmlMoveFromRangeStart customXmlMoveFromRangeEnd customXmlMoveToRangeStart customXmlMoveToRangeEnd"
)
_BLOCKS = f"{_MARKS} p tbl altChunk"
_INLINES = f"{_MARKS} r hyperlink fldSimple smartTag dir bdo subDoc"
_RUN = (
    "t br tab delText instrText delInstrText noBreakHyphen softHyphen dayShort monthShort yearShort dayLong "
    "monthLong yearLong annotationRef footnoteRef endnoteRef separator continuationSeparator sym pgNum cr "
    "object pict fldChar ruby footnoteReference endnoteReference commentReference drawing ptab contentPart "
    "lastRenderedPageBreak"
)
_RUN_PROPERTIES = (
    "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss "
    "imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect "
    "bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange"
)
_PARAGRAPH_PROPERTIES = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
    "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection "
    "textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
_SECTION_PROPERTIES = (
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings "
    "sectPrChange"
)
_TABLE_PROPERTIES = (
    "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange"
)
_CELL_PROPERTIES = (
    "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark "
    "headers cellIns cellDel cellMerge tcPrChange"
)
_ROW_FREE = (
    "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden"
)
_SIDES = "top left start bottom right end"
_SAME_SIDES = ("left start", "right end")
_STYLE = (
    "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"
)
_INLINE_DRAWING = ("extent", "effectExtent", "docPr", "cNvGraphicFramePr")
_ANCHOR_DRAWING = (
    "simplePos positionH positionV extent effectExtent wrapNone wrapSquare wrapTight wrapThrough "
    "wrapTopAndBottom docPr cNvGraphicFramePr"
)


def _drawing(names: str) -> Sequence:
    order = _sequence(names, required="extent docPr", prefix=_WP)
    graphic = f"{{{DRAWING}}}graphic"
    ranks = order.ranks | {graphic: 100, f"{_WP}sizeRelH": 101, f"{_WP}sizeRelV": 102}
    return Sequence(ranks, required=(*order.required, graphic))


GRAMMAR: dict[str, Sequence | Content] = {
    _W + "document": _content("background body"),
    _W + "body": _content(f"{_BLOCKS} sectPr"),
    _W + "hdr": _content(_BLOCKS),
    _W + "ftr": _content(_BLOCKS),
    _W + "footnote": _content(_BLOCKS),
    _W + "endnote": _content(_BLOCKS),
    _W + "txbxContent": _content(_BLOCKS),
    _W + "tc": _content(_BLOCKS, first="tcPr"),
    _W + "p": _content(_INLINES, first="pPr"),
    _W + "hyperlink": _content(_INLINES),
    _W + "fldSimple": _content(f"{_INLINES} fldData"),
    _W + "r": _content(_RUN, first="rPr"),
    _W + "tr": _content(f"{_MARKS} tc trPr", first="tblPrEx"),
    _W + "sdt": _sequence("sdtPr sdtEndPr sdtContent"),
    _W + "tbl": _content(f"{_MARKS} tblPr tblGrid tr"),
    _W + "pPr": _sequence(_PARAGRAPH_PROPERTIES),
    _W + "rPr": _sequence(_RUN_PROPERTIES),
    _W + "sectPr": _sequence(
        _SECTION_PROPERTIES,
        repeats="headerReference footerReference",
        same=("headerReference footerReference",),
    ),
    _W + "tblPr": _sequence(_TABLE_PROPERTIES),
    _W + "tcPr": _sequence(_CELL_PROPERTIES),
    _W + "trPr": _sequence(f"{_ROW_FREE} ins del trPrChange", same=(_ROW_FREE,)),
    _W + "tblGrid": _sequence("gridCol tblGridChange", repeats="gridCol"),
    _W + "numPr": _sequence("ilvl numId numberingChange ins"),
    _W + "pBdr": _sequence("top left bottom right between bar"),
    _W + "pgBorders": _sequence("top left bottom right"),
    _W + "tblBorders": _sequence(f"{_SIDES} insideH insideV", same=_SAME_SIDES),
    _W + "tcBorders": _sequence(
        "top start left bottom end right insideH insideV tl2br tr2bl", same=("start left", "end right")
    ),
    _W + "tblCellMar": _sequence(_SIDES, same=_SAME_SIDES),
    _W + "tcMar": _sequence(_SIDES, same=_SAME_SIDES),
    _W + "tabs": _sequence("tab", repeats="tab"),
    _W + "numbering": _sequence(
        "numPicBullet abstractNum num numIdMacAtCleanup", repeats="numPicBullet abstractNum num"
    ),
    _W + "abstractNum": _sequence("nsid multiLevelType tmpl name styleLink numStyleLink lvl", repeats="lvl"),
    _W + "num": _sequence("abstractNumId lvlOverride", repeats="lvlOverride", required="abstractNumId"),
    _W + "lvl": _sequence(
        "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr"
    ),
    _W + "style": _sequence(_STYLE, repeats="tblStylePr"),
    _W + "tblStylePr": _sequence("pPr rPr tblPr trPr tcPr"),
    _WP + "inline": _drawing(" ".join(_INLINE_DRAWING)),
    _WP + "anchor": _drawing(_ANCHOR_DRAWING),
}
"""Tag to the rule for its children; an element without a rule may hold anything."""

_ORDERED_CONTENT = {
    _W + "tbl": (_W + "tblPr", _W + "tblGrid", _W + "tr"),
    _W + "tr": (_W + "tblPrEx", _W + "trPr", _W + "tc"),
}


_GRAMMAR = Grammar(GRAMMAR, (_W, _WP))


def _judge_phases(parent: str, children: tuple[str, ...]) -> list[tuple[str, str]]:
    """What is wrong with the order of a table's or a row's own parts, between which marks may stand."""
    phases = _ORDERED_CONTENT[parent]
    repeating = phases[-1]
    own = [tag for tag in children if tag in phases]
    problems = []
    if any(phases.index(a) > phases.index(b) for a, b in pairwise(own)):
        names = ", ".join(map(quoted, phases))
        problems.append(("PKG-113", f"{quoted(parent)} holds {names} in this order, found another"))
    problems += [
        ("PKG-114", f"{quoted(tag)} comes once in {quoted(parent)}, found again")
        for tag in phases
        if tag != repeating and own.count(tag) > 1
    ]
    if parent == _W + "tbl":
        problems += [
            ("PKG-107", f"`w:tbl` needs {quoted(tag)}, found none") for tag in phases[:2] if tag not in own
        ]
    return problems


def judge_children(parent: str, children: tuple[str, ...]) -> list[tuple[str, str]]:
    """Code and message for everything wrong with the sequence of children of one element."""
    problems = _GRAMMAR.judge(parent, children)
    if parent in _ORDERED_CONTENT:
        problems = [p for p in problems if p[0] == "PKG-127"] + _judge_phases(parent, children)
    return problems
