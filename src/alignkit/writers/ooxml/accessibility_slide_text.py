"""Accessibility of the text of a slide: contrast, size, language, links, blanks."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from alignkit.diagnostics import Severity

from .accessibility_words import BLANKS, is_vague
from .contrast import BLACK, contrast, shown_hex
from .namespaces import DRAWING, PRESENTATION, RELATIONSHIP_IDS
from .slide_text import NOTHING, TextFace, inherited, level_face, read_face, text_style

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from .cascade import Ink
    from .slide_space import Sheet

    Find = Callable[[str, str, Severity], None]

_A, _P = f"{{{DRAWING}}}", f"{{{PRESENTATION}}}"
_R_ID = f"{{{RELATIONSHIP_IDS}}}id"
_RUNS = (_A + "r", _A + "fld")
_LEAST_CENTIPOINTS = 900
_LARGE, _NORMAL = 3.0, 4.5
_WHOLE = 100_000


@dataclass(frozen=True, slots=True)
class Ground:
    """What a piece of text stands on."""

    behind: Ink
    """Colour behind it."""
    face: TextFace = NOTHING
    """What the table style around it says of its runs."""


@dataclass
class SlideText:
    """The reading of the text of one slide."""

    sheet: Sheet
    """The slide with its layout and master."""
    default: _Element | None
    """The presentation's own text style."""
    speechless: int = 0
    """How many runs declare no language."""
    _said: set[tuple[object, ...]] = field(default_factory=set)

    def read(self, shape: _Element, body: _Element, ground: Ground, find: Find) -> None:
        """Read the text of one shape or cell."""
        scale = _scale(body)
        for paragraph in body.iterchildren(_A + "p"):
            runs = list(paragraph.iterchildren(*_RUNS))
            text = "".join(_words(run) for run in runs)
            if BLANKS.search(text):
                find("A11Y-015", "blanks come one at a time, found five or more in a row", Severity.WARN)
            base = self._base(shape, body, paragraph, ground)
            for run in runs:
                if _words(run).strip():
                    self._run(run, base, ground, scale, find)
            for target, linked in groupby(runs, _target):
                if target:
                    self._link("".join(map(_words, linked)), find)

    def _base(self, shape: _Element, body: _Element, paragraph: _Element, ground: Ground) -> TextFace:
        """What everything around a run says of it."""
        properties = paragraph.find(_A + "pPr")
        written = "" if properties is None else properties.get("lvl", "")
        level = int(written) if written.isdigit() and int(written) < 9 else 0
        palette = self.sheet.palette
        followed = inherited(shape, self.sheet.layout, self.sheet.master)
        own = [body.find(_A + "lstStyle"), *(s.find(f"{_P}txBody/{_A}lstStyle") for s in followed)]
        styled = TextFace(palette.ink(shape.find(f"{_P}style/{_A}fontRef")))
        last = level_face([text_style(shape, self.sheet.master), self.default], level, palette)
        return level_face(own, level, palette).over(ground.face).over(styled).over(last)

    def _run(self, run: _Element, base: TextFace, ground: Ground, scale: float, find: Find) -> None:
        properties = run.find(_A + "rPr")
        face = read_face(properties, self.sheet.palette).over(base)
        if not face.language:
            self.speechless += 1
        ink = face.ink if _target(run) == "" else self._link_ink(properties, face)
        self._contrast(BLACK if ink is None else ink, ground.behind, face, find)
        size = face.size * scale
        if size < _LEAST_CENTIPOINTS and ("small", size) not in self._said:
            self._said.add(("small", size))
            find("A11Y-019", f"text has at least 9 points, found {size / 100:g}", Severity.WARN)

    def _link_ink(self, properties: _Element | None, face: TextFace) -> Ink | None:
        """The colour of a link, which is the theme's unless an extension says that the text's own counts."""
        link = None if properties is None else properties.find(_A + "hlinkClick")
        own = link is not None and any(
            str(e.tag).endswith("}hlinkClr") and e.get("val") == "tx" for e in link.iter("{*}*")
        )
        return face.ink if own else self.sheet.palette.named("hlink")

    def _contrast(self, ink: Ink, ground: Ink, face: TextFace, find: Find) -> None:
        if isinstance(ink, str) or isinstance(ground, str):
            return
        ratio = contrast(ink, ground)
        needed = _LARGE if face.is_large else _NORMAL
        if ratio < needed and (ink, ground) not in self._said:
            self._said.add((ink, ground))
            shown = f"`{shown_hex(ink)}` on `{shown_hex(ground)}`"
            find(
                "A11Y-011", f"contrast of text is {needed}:1, found {ratio:.2f}:1 for {shown}", Severity.WARN
            )

    def _link(self, text: str, find: Find) -> None:
        words = " ".join(text.split())
        if is_vague(words):
            find("A11Y-014", f"text of a link says where it leads, found `{words}`", Severity.WARN)


def _words(run: _Element) -> str:
    return run.findtext(_A + "t") or ""


def _target(run: _Element) -> str:
    """What a run is a link to; empty if it is none."""
    link = run.find(f"{_A}rPr/{_A}hlinkClick")
    return "" if link is None else (link.get(_R_ID) or link.get("action") or "")


def _scale(body: _Element) -> float:
    """How far PowerPoint has shrunk the text to make it fit."""
    fit = body.find(f"{_A}bodyPr/{_A}normAutofit")
    written = "" if fit is None else fit.get("fontScale", "")
    return int(written) / _WHOLE if written.isdigit() else 1.0
