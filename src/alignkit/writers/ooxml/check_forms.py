"""The form of a slide, a page of notes or a chart: its bytes without the words and numbers no rule looks at.

In a batch, and within one long deck, most of these parts differ from others in nothing else. So the form
is what gets read: once it was found right it is remembered, and every part of that form is right. Where a
form is wrong, or the bytes hold anything unusual, the part itself is read.

What is taken out is well formed by itself wherever it stands, because its pattern lets nothing else pass, and
each rule judges what takes its place as it would judge the original:

- text of a run, description of a shape: no rule reads them;
- place and size of a shape, height of a row: whole numbers, and no rule asks which;
- widths of columns: whole numbers, read as their sum alone, which stays;
- values of a chart: numbers stay a number, and what is no number stays none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .namespaces import CHART, CHART_TYPE, DRAWING, PRESENTATION, SLIDE_TYPE
from .xml_parts import holds_rare_control, is_utf8

if TYPE_CHECKING:
    from collections.abc import Callable

    from .check_facts import Facts

_HEAD = b'<?xml version="1.0" encoding="UTF-8"'
_UNUSUAL = (b"<!", b"'", b"xmlns=")
"""Comments and sections, other quotes than ours, names without a prefix: there a pattern may mislead."""
_BOUND = {b"a": DRAWING, b"p": PRESENTATION, b"c": CHART}
"""What each prefix has to mean."""
_REFERENCE = rb"&(?:amp|lt|gt|quot|apos);"
_PLAIN = rb"[^<>&\x00-\x08\x0b\x0c\x0e-\x1f]*+"
_WORDS = _PLAIN + rb"(?:" + _REFERENCE + _PLAIN + rb")*+"
_QUOTED = rb'[^<>&"\x00-\x1f]*+'
_NUMBER = rb"\d{1,13}"

_TEXT = re.compile(rb"<a:t>" + _WORDS + rb"</a:t>")
_DESCRIPTION = re.compile(rb' descr="' + _QUOTED + rb"(?:" + _REFERENCE + _QUOTED + rb')*+"')
_SHAPE = re.compile(rb'<a:xfrm><a:off x="%b" y="%b"/><a:ext cx="%b" cy="%b"/></a:xfrm>' % ((_NUMBER,) * 4))
_FRAME = re.compile(rb'<p:xfrm><a:off x="%b" y="%b"/><a:ext cx="(%b)" cy="%b"/></p:xfrm>' % ((_NUMBER,) * 4))
_ROW = re.compile(rb'<a:tr h="%b">' % _NUMBER)
_GRID = re.compile(rb'<a:tblGrid>(?:<a:gridCol w="\d{1,9}"/>){1,999}</a:tblGrid>')
_WIDTH = re.compile(rb'w="(\d+)"')
_CHART_NUMBER = re.compile(rb"<c:v>-?\d{1,15}(?:\.\d{1,15})?</c:v>")
_CHART_WORDS = re.compile(rb"<c:v>(?!0</c:v>)" + _WORDS + rb"</c:v>")
_CHART_PLACE = re.compile(rb'(<c:(?:[xywh]|max|min|majorUnit) val=)"-?\d{1,15}(?:\.\d{1,15})?"')
_MOST_BYTES = 8 * 2**20
"""Bytes of forms that are remembered."""
_NAME_BYTES = 500
"""What it costs about to remember that a part of another name has a form."""


class Forms:
    """Forms found right, by content type; emptied when they exceed their budget."""

    __slots__ = ("_held", "_right")

    def __init__(self) -> None:
        self._right: dict[tuple[str, bytes], dict[str, Facts]] = {}
        self._held = 0

    def read(
        self, name: str, content_type: str, data: bytes, read: Callable[[str, str, bytes], Facts]
    ) -> Facts | None:
        """What a part says, if its form is right; else None, and the part has to be read itself.

        Args:
            name: of the part.
            content_type: of the part.
            data: its bytes.
            read: what reads the bytes of a part of this name and type.

        """
        kind = _KINDS.get(content_type)
        if kind is None or not (data.isascii() or (is_utf8(data) and not holds_rare_control(data))):
            return None
        form = kind.form_of(data)
        named = self._right.get((content_type, form), {})
        facts = named.get(name)
        if facts is None:
            if named:
                facts = replace(next(iter(named.values())), part=name)
            elif not _is_usual(form, kind.prefixes) or (facts := read(name, content_type, form)).findings:
                return None
            self._keep((content_type, form), facts)
        return facts

    def _keep(self, key: tuple[str, bytes], facts: Facts) -> None:
        self._held += _NAME_BYTES if key in self._right else len(key[1])
        if self._held > _MOST_BYTES:
            self._right.clear()
            self._held = len(key[1])
        self._right.setdefault(key, {})[facts.part] = facts


def _is_usual(form: bytes, prefixes: tuple[bytes, ...]) -> bool:
    """Whether a form is written as our writers write, each prefix bound once and to what it usually is."""
    return (
        form.startswith(_HEAD)
        and form.count(b"<?") == 1
        and not any(mark in form for mark in _UNUSUAL)
        and all(form.count(b"xmlns:%b=" % prefix) == 1 for prefix in prefixes)
        and all(b' xmlns:%b="%b"' % (prefix, _BOUND[prefix].encode()) in form for prefix in prefixes)
    )


def _slide_form(data: bytes) -> bytes:
    form = _TEXT.sub(b"<a:t>x</a:t>", data)
    form = _SHAPE.sub(b'<a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></a:xfrm>', form)
    if b' descr="' in form:
        form = _DESCRIPTION.sub(b' descr=""', form)
    if b"<p:xfrm>" in form:
        form = _FRAME.sub(rb'<p:xfrm><a:off x="0" y="0"/><a:ext cx="\1" cy="0"/></p:xfrm>', form)
    if b"<a:tbl>" in form:
        form = _GRID.sub(_one_wide_column, _ROW.sub(b'<a:tr h="0">', form))
    return form


def _one_wide_column(grid: re.Match[bytes]) -> bytes:
    """A grid of as many columns and the same width."""
    widths = [int(width) for width in _WIDTH.findall(grid[0])]
    empty = b'<a:gridCol w="0"/>' * (len(widths) - 1)
    return b'<a:tblGrid><a:gridCol w="%d"/>%b</a:tblGrid>' % (sum(widths), empty)


def _chart_form(data: bytes) -> bytes:
    form = _CHART_WORDS.sub(b"<c:v>x</c:v>", _CHART_NUMBER.sub(b"<c:v>0</c:v>", data))
    form = _CHART_PLACE.sub(rb'\1"0"', form)
    return _TEXT.sub(b"<a:t>x</a:t>", form)


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of part that has forms."""

    form_of: Callable[[bytes], bytes]
    """What takes the words and numbers out."""
    prefixes: tuple[bytes, ...]
    """Prefixes in its patterns."""


_SLIDE = _Kind(_slide_form, (b"a", b"p"))
_KINDS = {
    f"{SLIDE_TYPE}slide+xml": _SLIDE,
    f"{SLIDE_TYPE}notesSlide+xml": _SLIDE,
    CHART_TYPE: _Kind(_chart_form, (b"a", b"c")),
}
