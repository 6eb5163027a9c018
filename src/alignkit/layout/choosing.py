"""A topic as slides: its content chooses their layouts, its heading may ask for another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from alignkit.model.blocks import Heading
from alignkit.model.deck import Layout, Line, Marker

from .arranging import Surroundings, arranged
from .exhibits import settled
from .inlines import has_text
from .parts import Exhibits, Turn
from .sheet import Setting, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from alignkit.model.inlines import Inline

    from .parts import Graphic, Topic, Visible


@dataclass(frozen=True, slots=True)
class _Section:
    """A run of parts under one title."""

    title: tuple[Inline, ...]
    parts: tuple[Line | Graphic, ...]


def sheets_of(topic: Topic, title: tuple[Inline, ...], setting: Setting) -> list[Sheet]:
    """The slides of a topic as they are meant; the first carries `title`."""
    place = topic.heading.place if topic.heading else None
    parts = [each for part in topic.parts for each in _fitted(part, setting)]
    sheets = [sheet for section in _sections(parts, title) for sheet in _section_sheets(section, setting)]
    return [replace(sheet, place=sheet.place or place) for sheet in sheets]


def _fitted(part: Visible, setting: Setting) -> Iterator[Visible]:
    """A part as it is; columns with tables or charts as they fit a slide, else what is in them in order."""
    if not isinstance(part, Exhibits):
        yield part
    elif fitted := settled(part, setting.theme, setting.words):
        yield fitted
    else:
        for head, side in zip(part.heads, part.sides, strict=True):
            yield from (Line(head, strong=True),) if has_text(head) else ()
            yield from side


def _sections(parts: Sequence[Visible], title: tuple[Inline, ...]) -> list[_Section]:
    """Runs of parts: a page break begins one, and a heading before something with a layout of its own."""
    sections: list[_Section] = []
    held: list[Line | Graphic] = []

    def close() -> None:
        if held:
            sections.append(_Section(title, tuple(held)))
            held.clear()

    for index, part in enumerate(parts):
        if not isinstance(part, Turn):
            held.append(part)
        elif part.heading is None:
            close()
        elif (held or sections) and _leads_to_graphic(parts[index + 1 :]):
            close()
            title = part.heading.inlines
        else:
            held.append(_strong(part.heading))
    close()
    return sections or [_Section(title, ())]


def _leads_to_graphic(following: Sequence[Visible]) -> bool:
    """Whether a graphic comes next, or after one paragraph."""
    ahead = following[1:2] if following and _is_paragraph(following[0]) else following[:1]
    return bool(ahead) and not isinstance(ahead[0], (Line, Turn))


def _is_paragraph(part: Visible) -> bool:
    return isinstance(part, Line) and part.marker is Marker.NONE and not part.strong


def _strong(heading: Heading) -> Line:
    return Line(heading.inlines, strong=True)


def _section_sheets(section: _Section, setting: Setting) -> Iterator[Sheet]:
    """The slides of one run: text gathers until something comes that can take it along."""
    before: tuple[Line, ...] = ()
    is_first, skip = True, 0
    for index, part in enumerate(section.parts, 1):
        if skip:
            skip -= 1
        elif isinstance(part, Line):
            before = (*before, part)
        else:
            after = _lines_after(section.parts[index:])
            sheets, taken = arranged(part, Surroundings(section.title, is_first, before, after), setting)
            yield from sheets
            before, is_first, skip = (), False, len(after) if taken else 0
    if before:
        yield Sheet(Layout.BULLETS, section.title, body=before)
    elif is_first:
        yield Sheet(Layout.SECTION, section.title)


def _lines_after(parts: Sequence[Line | Graphic]) -> tuple[Line, ...]:
    """The text that belongs to what stands before it: the last of its run, or one with a list."""
    lines: list[Line] = []
    for part in parts:
        if not isinstance(part, Line):
            has_list = any(line.marker is not Marker.NONE for line in lines)
            return tuple(lines) if has_list else ()
        lines.append(part)
    return tuple(lines)
