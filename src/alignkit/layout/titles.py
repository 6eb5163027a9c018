"""Titles of slides: none empty, no two alike, none longer than its slot."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from alignkit.model.deck import Line, Slot, TextBody
from alignkit.model.inlines import Inline, Shown, Text
from alignkit.showing import plain

from .fitting_text import Room, fits, fitting_size, ladder, line_count
from .inlines import shortened
from .sheet import room_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignkit.model.deck import Box, Layout
    from alignkit.themes import Theme

_BROKEN = 2
"""Lines of a title that may need balance."""
_SHARES = (0.56, 0.64, 0.72, 0.8, 0.88)
"""Parts of a slot's width that are tried for the lines of a title, the most even first."""
_MOST_TOGETHER = 18
"""Characters of a figure that stay on one line with their unit, as in `17.4 months`, or of a date."""
_LEAST_NARROWER, _SPARE = _SHARES[-1], 0.03
_MARKS = ("{title}", "{part}", "{parts}")
_CONTINUED = "{title} ({part}/{parts})"
"""Where a bank's own wording leaves one of the marks out."""


@dataclass(frozen=True, slots=True)
class Title:
    """The title of a slide as it is shown."""

    body: TextBody
    """What stands in the slot."""
    whole: tuple[Inline, ...] = ()
    """The whole title where it had to be shortened; empty when it was not."""


def balanced(title: Title, room: Room) -> Box:
    """The box of a title, narrower where its last line would else hold a word or two."""
    box, (line,) = room.box, title.body.lines
    lines = line_count(line, room, title.body.text_pt)
    if (
        not room.look.flush
        or lines < _BROKEN
        or lines != line_count(line, _narrower(room, _LEAST_NARROWER), title.body.text_pt)
    ):
        return box
    share = next(
        share for share in _SHARES if line_count(line, _narrower(room, share), title.body.text_pt) == lines
    )
    return replace(box, width=round(box.width * (share + _SPARE)))


def _narrower(room: Room, share: float) -> Room:
    return Room(room.look, replace(room.box, width=round(room.box.width * share)))


def titles(wanted: Sequence[tuple[Layout, tuple[Inline, ...]]], theme: Theme, continued: str) -> list[Title]:
    """The titles of slides in order, those that would be alike numbered.

    Args:
        wanted: layout and title of each slide.
        theme: where titles stand.
        continued: how a numbered title reads, with `{title}`, `{part}` and `{parts}`.

    """
    wording = continued if all(mark in continued for mark in _MARKS) else _CONTINUED
    groups = [_key(title) for _, title in wanted]
    while True:
        found = _numbered(wanted, groups, theme, wording)
        shown = [_key(title.body.lines[0].inlines) for title in found]
        if len(set(shown)) == len(shown):
            return found
        groups = _merged(groups, shown)


def _key(title: tuple[Inline, ...]) -> str:
    return " ".join(plain(title).split()).casefold()


def _merged(groups: list[str], shown: list[str]) -> list[str]:
    """Groups joined where their slides would show the same title."""
    joined: dict[str, str] = {}
    first: dict[str, str] = {}
    for group, text in zip(groups, shown, strict=True):
        joined[group] = joined.get(group, first.setdefault(text, group))
    same = {group: _root(group, joined) for group in joined}
    return [same[group] for group in groups]


def _root(group: str, joined: dict[str, str]) -> str:
    while joined[group] != group:
        group = joined[group]
    return group


def _numbered(
    wanted: Sequence[tuple[Layout, tuple[Inline, ...]]], groups: list[str], theme: Theme, wording: str
) -> list[Title]:
    seen: dict[str, int] = {}
    alike = Counter(groups)
    found = []
    for (layout, title), group in zip(wanted, groups, strict=True):
        seen[group] = seen.get(group, 0) + 1
        parts = alike[group]
        before, after = _around(wording, seen[group], parts) if parts > 1 else ("", "")
        found.append(_title(layout, title, before, after, theme))
    return found


def _around(wording: str, part: int, parts: int) -> tuple[str, str]:
    """What stands before and after the title."""
    numbered = wording.replace("{parts}", str(parts)).replace("{part}", str(part))
    before, _, after = numbered.partition("{title}")
    return before, after


def _title(layout: Layout, title: tuple[Inline, ...], before: str, after: str, theme: Theme) -> Title:
    room = room_of(theme, layout, Slot.TITLE)
    glued = tuple(map(_on_one_line, title)) if len(title) > 1 else title

    def lines(inlines: tuple[Inline, ...]) -> tuple[Line, ...]:
        head, tail = ((Text(each),) if each else () for each in (before, after))
        return (Line((*head, *inlines, *tail)),)

    size = fitting_size(lines(glued), room)
    if size:
        return Title(TextBody(lines(glued), size))
    least = ladder(room)[-1]
    short = shortened(glued, lambda inlines: fits(lines(inlines), room, least))
    return Title(TextBody(lines(short), least), title)


def _on_one_line(inline: Inline) -> Inline:
    """A figure or a date that no line break parts, unless it is long."""
    match inline:
        case Shown(text=text) if len(text) <= _MOST_TOGETHER:
            return replace(inline, text=text.replace(" ", "\u00a0"))
        case Text(text=text) if len(text) <= _MOST_TOGETHER and _is_dated(text):
            return replace(inline, text=text.replace(" ", "\u00a0"))
    return inline


def _is_dated(text: str) -> bool:
    """Whether a value is a date or something with a number, and not the words around one."""
    return text == text.strip() and any(character.isdigit() for character in text)
