"""Values of attributes that PowerPoint refuses: no number, a negative size, a word from another format."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .check_grammar import quoted
from .namespaces import DRAWING, PRESENTATION

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from .check_facts import Facts

    Test = Callable[[str], bool]

_A, _P = f"{{{DRAWING}}}", f"{{{PRESENTATION}}}"
_WHOLE = re.compile(r"-?\d{1,13}")
_MEASURE = re.compile(r"-?\d+(?:\.\d+)?(?:mm|cm|in|pt|pc|pi)")
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_GUID = re.compile(r"\{[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}")
_MOST_KNOWN = 20_000


def _between(least: int, most: int) -> tuple[str, Test]:
    def test(value: str) -> bool:
        return _WHOLE.fullmatch(value) is not None and least <= int(value) <= most

    return f"a whole number from {least} to {most}", test


def _one_of(words: str) -> tuple[str, Test]:
    return f"one of {', '.join(words.split())}", frozenset(words.split()).__contains__


_MOST = 27_273_042_316_900
"""The largest coordinate of ECMA-376 Part 1, 20.1.10.16."""
_PLACE = (
    "a whole number",
    lambda value: bool(_WHOLE.fullmatch(value) or _MEASURE.fullmatch(value)),
)
_SIZE = (
    "a whole number from 0",
    lambda value: bool(_WHOLE.fullmatch(value) or _MEASURE.fullmatch(value)) and not value.startswith("-"),
)
_POINTS = _between(100, 400_000)
_SIDES = {"lIns": _PLACE, "tIns": _PLACE, "rIns": _PLACE, "bIns": _PLACE}
_MARGINS = {"marL": _PLACE, "marR": _PLACE, "marT": _PLACE, "marB": _PLACE}
_UPRIGHT = _one_of("t ctr b just dist")
_SCHEME = _one_of(
    "bg1 tx1 bg2 tx2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink phClr dk1 lt1 dk2 lt2"
)
_LINE = {"w": _between(0, 20_116_800)}
_PARAGRAPH = {
    "marL": _between(0, 51_206_400),
    "marR": _between(0, 51_206_400),
    "indent": _between(-51_206_400, 51_206_400),
    "lvl": _between(0, 8),
    "algn": _one_of("l ctr r just justLow dist thaiDist"),
}
_SPAN = _between(1, 10_000)

VALUES: dict[str, dict[str, tuple[str, Test]]] = {
    _A + "off": {"x": _PLACE, "y": _PLACE},
    _A + "chOff": {"x": _PLACE, "y": _PLACE},
    _A + "ext": {"cx": _SIZE, "cy": _SIZE},
    _A + "chExt": {"cx": _SIZE, "cy": _SIZE},
    _A + "xfrm": {"rot": _PLACE},
    _P + "xfrm": {"rot": _PLACE},
    _A + "gridCol": {"w": _SIZE},
    _A + "tr": {"h": _SIZE},
    _A + "tc": {"gridSpan": _SPAN, "rowSpan": _SPAN},
    _A + "tcPr": {**_MARGINS, "anchor": _UPRIGHT},
    _A + "bodyPr": {
        **_SIDES,
        "anchor": _UPRIGHT,
        "wrap": _one_of("none square"),
        "numCol": _between(1, 16),
        "rot": _PLACE,
    },
    **{_A + name: _LINE for name in ("ln", "lnL", "lnR", "lnT", "lnB", "lnTlToBr", "lnBlToTr")},
    **{_A + name: {"sz": _POINTS} for name in ("rPr", "endParaRPr", "defRPr")},
    **{_A + name: _PARAGRAPH for name in ("pPr", *(f"lvl{level}pPr" for level in range(1, 10)))},
    _A + "spcPts": {"val": _between(0, 158_400)},
    _A + "srgbClr": {"val": ("six hexadecimal digits", lambda value: bool(_HEX.fullmatch(value)))},
    _A + "schemeClr": {"val": _SCHEME},
    _A + "fld": {"id": ("an id in braces", lambda value: bool(_GUID.fullmatch(value)))},
    _P + "sldSz": {"cx": _between(914_400, 51_206_400), "cy": _between(914_400, 51_206_400)},
    _P + "notesSz": {"cx": _between(0, _MOST), "cy": _between(0, _MOST)},
}
"""Tag to its attributes, and what each of them must be."""

_REQUIRED = {
    _A + "off": ("x", "y"),
    _A + "chOff": ("x", "y"),
    _A + "chExt": ("cx", "cy"),
    _A + "gridCol": ("w",),
    _A + "tr": ("h",),
    _A + "srgbClr": ("val",),
    _A + "schemeClr": ("val",),
    _A + "fld": ("id",),
    _P + "sldSz": ("cx", "cy"),
    _P + "notesSz": ("cx", "cy"),
}
"""Tag to the attributes it must have."""

_approved: set[tuple[str, tuple[tuple[str, str], ...]]] = set()
"""Elements with their attributes found right; what is right never changes, so all documents share it."""


def check_values(facts: Facts, element: _Element) -> None:
    """Add what is wrong with the attributes of an element that `VALUES` knows."""
    tag = element.tag
    key = (tag, tuple([(str(name), str(value)) for name, value in element.items()]))
    if key in _approved:
        return
    problems = _problems(tag, dict(key[1]))
    for problem in problems:
        facts.find("PKG-330", problem)
    if not problems:
        if len(_approved) >= _MOST_KNOWN:
            _approved.clear()
        _approved.add(key)


def check_style_id(facts: Facts, element: _Element) -> None:
    """Add what is wrong with the id of a table style, which is the text of its element."""
    if not _GUID.fullmatch(element.text or ""):
        facts.find("PKG-330", f"`a:tableStyleId` is an id in braces, found `{element.text or ''}`")


def _problems(tag: str, attributes: dict[str, str]) -> list[str]:
    found = [
        f"`{name}` of {quoted(tag)} is {what}, found `{attributes[name]}`"
        for name, (what, test) in VALUES[tag].items()
        if name in attributes and not test(attributes[name])
    ]
    required = () if "uri" in attributes else _REQUIRED.get(tag, ())
    found += [f"{quoted(tag)} has `{name}`, found none" for name in required if name not in attributes]
    return found
