"""Skeleton and values to model: every slot becomes what was bound to it."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, get_args

from alignkit.diagnostics import Place, Report
from alignkit.model.blocks import (
    Block,
    Callout,
    CalloutKind,
    Cards,
    Column,
    Columns,
    Contents,
    Exchange,
    Heading,
    ListBlock,
    ListItem,
    Notes,
    PageBreak,
    Paragraph,
    Quote,
    Row,
    SideBySide,
    Spoken,
    Table,
)
from alignkit.model.draft import Joined, Parsed, Recipients, Styled, Value, Worded
from alignkit.model.inlines import Break, Emphasis, Inline, Link, Strong, Text
from alignkit.showing import plain, show, written
from alignkit.values import Figure

from .reading import read_blocks, read_line
from .skeleton import (
    Bone,
    ContainerBone,
    HeadingBone,
    LineBreak,
    ListBone,
    ParagraphBone,
    Piece,
    Slot,
    Span,
    TableBone,
    UnsupportedBone,
)

if TYPE_CHECKING:
    from alignkit.formats import Formats

_BLOCKS = get_args(Block)
_SHOWABLE = (str, int, date, Figure, Styled, Worded, Joined, tuple)
_CONTAINERS = (
    "summary", "note", "decision", "warning", "callout", "spoken", "exchange", "control",
    "notes", "quote", "columns", "column",
)  # fmt: skip
_BLOCK_WORDS = {
    Cards: ("figure cards", ""),
    Contents: ("a table of contents", ""),
    PageBreak: ("a page break", ""),
    Recipients: ("an envelope", "write it once, and only in the body of a mail"),
}
"""What some blocks are called, and what to do when they stand in a line."""
_MOST_COLUMNS = 2
_SCHEMES = re.compile(r"(?:https?://|mailto:)[^\s]+\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Binder:
    """What binding needs: the values, how they are written, and where lines came from."""

    values: tuple[Value, ...]
    """By slot index."""
    formats: Formats
    """How numbers and dates are written."""
    places: tuple[Place | None, ...]
    """Template place of each line of the filled text."""
    report: Report
    """Where problems go."""

    def place(self, line: int) -> Place | None:
        """The template place of a line."""
        return self.places[line] if line < len(self.places) else None

    def blocks(self, bones: tuple[Bone, ...]) -> tuple[Block, ...]:
        """The blocks of several bones; empty paragraphs fall away."""
        found: list[Block] = []
        for bone in bones:
            found.extend(self.block(bone))
        return tuple(found)

    def block(self, bone: Bone) -> tuple[Block, ...]:
        """The blocks of one bone; reports TPL-020 to TPL-031."""
        match bone:
            case ParagraphBone():
                return self._paragraph(bone)
            case HeadingBone():
                return self._heading(bone)
            case ListBone():
                return self._list(bone)
            case TableBone():
                return (self._table(bone),)
            case ContainerBone():
                return self._container(bone)
            case UnsupportedBone(code=code, what=what, hint=hint, line=line):
                self.report.broken(code, what, self.place(line), hint=hint)
                return ()

    def _heading(self, bone: HeadingBone) -> tuple[Block, ...]:
        inlines = self.inlines(bone.pieces, bone.line, one_line=True)
        if not plain(inlines):
            return ()
        level, place = max(bone.level - 1, 1), self.place(bone.line)
        return (Heading(level, inlines, bone.id, 0, bone.layout, bone.only, place),)

    def inlines(self, pieces: tuple[Piece, ...], line: int, *, one_line: bool = False) -> tuple[Inline, ...]:
        """The inlines of pieces; `line` is where they stand."""
        found: list[Inline] = []
        for piece in pieces:
            if isinstance(piece, str):
                if text := written(piece, found):
                    found.append(Text(text))
            elif isinstance(piece, Slot):
                found.extend(self._value(piece, line, one_line=one_line))
            elif isinstance(piece, LineBreak):
                found.append(Text(" ") if one_line else Break())
            else:
                found.extend(self._span(piece, line, one_line=one_line))
        return tuple(found)

    def _value(self, slot: Slot, line: int, *, one_line: bool) -> tuple[Inline, ...]:
        value = self.values[slot.index]
        if isinstance(value, Parsed):
            return self._without_slots(value.text, line).inlines(
                read_line(value.text.replace("\n", " ")), 0, one_line=one_line
            )
        if isinstance(value, _SHOWABLE):
            return show(value, self.formats, one_line=one_line)
        alone = "put it on a line of its own, with an empty line before and after it"
        what, hint = _BLOCK_WORDS.get(type(value), (f"a {type(value).__name__.lower()}", alone))
        self.report.broken(
            "TPL-021", f"expected text in this line, found {what}", self.place(line), hint=hint or alone
        )
        return ()

    def _span(self, span: Span, line: int, *, one_line: bool) -> tuple[Inline, ...]:
        children = self.inlines(span.children, line, one_line=one_line)
        if not children:
            return ()
        if span.mark == "link":
            target = plain(self.inlines(span.href, line, one_line=True))
            if _SCHEMES.match(target):
                return (Link(target, children),)
            self.report.broken(
                "TPL-022",
                f"expected a link to an http, https or mailto address, found `{target}`",
                self.place(line),
                hint="write the whole address, such as https://example.com",
            )
            return children
        return (Strong(children),) if span.mark == "strong" else (Emphasis(children),)

    def _paragraph(self, bone: ParagraphBone) -> tuple[Block, ...]:
        only = bone.pieces[0] if len(bone.pieces) == 1 else None
        if isinstance(only, Slot):
            value = self.values[only.index]
            if isinstance(value, _BLOCKS):
                return (value,)
            if isinstance(value, Parsed):
                return self._without_slots(value.text, bone.line).blocks(read_blocks(value.text))
        inlines = self.inlines(bone.pieces, bone.line)
        return (Paragraph(inlines, self.place(bone.line)),) if plain(inlines).strip() else ()

    def _without_slots(self, text: str, line: int) -> Binder:
        """A binder for somebody else's Markdown: its marks mean nothing, its problems belong to `line`."""
        places = (self.place(line),) * (text.count("\n") + 1)
        return Binder((), self.formats, places, self.report)

    def _list(self, bone: ListBone) -> tuple[Block, ...]:
        items = []
        for item in bone.items:
            blocks = self.blocks(item.bones)
            if not blocks or not isinstance(blocks[0], Paragraph):
                if blocks:
                    self.report.broken(
                        "TPL-021",
                        "expected text at the beginning of a list entry, found a block",
                        self.place(item.bones[0].line),
                        hint="write a line of text before it",
                    )
                continue
            items.append(ListItem(blocks, item.checked))
        return (ListBlock(bone.ordered, tuple(items), bone.start, self.place(bone.line)),) if items else ()

    def _table(self, bone: TableBone) -> Table:
        attributes = dict(bone.attributes)
        highlight = _numbers(plain(self.inlines(attributes.get("highlight", ()), bone.line)))
        rows = [tuple(self.inlines(cell, bone.line, one_line=True) for cell in row) for row in bone.rows]
        width = len(bone.header)
        total, form = (
            plain(self.inlines(attributes.get(name, ()), bone.line)) not in ("", "no", "false")
            for name in ("total", "form")
        )
        return Table(
            tuple(
                Column(self.inlines(cell, bone.line, one_line=True), align, index + 1 in highlight)
                for index, (cell, align) in enumerate(zip(bone.header, bone.aligns, strict=True))
            ),
            tuple(
                Row((*row, *(((),) * (width - len(row)))), total=total and index == len(rows) - 1)
                for index, row in enumerate(rows)
            ),
            self.inlines(attributes.get("caption", ()), bone.line, one_line=True),
            self.inlines(attributes.get("note", ()), bone.line, one_line=True),
            plain(self.inlines(attributes.get("description", ()), bone.line)),
            self.place(bone.line),
            is_form=form,
        )

    def _container(self, bone: ContainerBone) -> tuple[Block, ...]:
        if bone.name == "columns":
            return self._columns(bone)
        blocks = self.blocks(bone.bones)
        place = self.place(bone.line)
        rest = self.inlines(bone.rest, bone.line, one_line=True)
        match bone.name:
            case "spoken":
                return (Spoken(blocks, place),) if blocks else ()
            case "exchange":
                return self._exchange(blocks, plain(rest), place)
            case "notes":
                return (Notes(blocks, place),) if blocks else ()
            case "quote":
                return (Quote(blocks, rest, place),) if blocks else ()
            case "column":
                message = "expected `:::column` inside `::::columns`, found it outside"
                self.report.broken("TPL-032", message, place, hint="put both columns into `::::columns`")
                return ()
            case "callout":
                return (Callout(CalloutKind.NOTE, blocks, rest, place),) if blocks else ()
            case "summary" | "note" | "decision" | "warning":
                return (Callout(CalloutKind(bone.name), blocks, rest, place),) if blocks else ()
            case "control":
                message = "expected `:::control` outside of other blocks, found it inside one"
                self.report.broken("TPL-028", message, place, hint="put it right after the title")
                return ()
        close = difflib.get_close_matches(bone.name, _CONTAINERS, n=1, cutoff=0.6)
        known = ", ".join(f"`:::{name}`" for name in _CONTAINERS)
        hint = f"write `:::{close[0]}`" if close else f"choose from {known}"
        self.report.broken("TPL-023", f"there is no block `:::{bone.name}`", place, hint=hint)
        return ()

    def _columns(self, bone: ContainerBone) -> tuple[Block, ...]:
        """Two columns; one whose content is left out leaves the other's blocks as they are."""
        columns = []
        for each in bone.bones:
            if not isinstance(each, ContainerBone) or each.name != "column":
                message = "expected nothing but `:::column` inside `::::columns`"
                hint = "write `::::columns` with four colons and two `:::column` with three in it"
                self.report.broken("TPL-032", message, self.place(each.line), hint=hint)
            elif blocks := self.blocks(each.bones):
                columns.append(SideBySide(blocks, self.inlines(each.rest, each.line, one_line=True)))
        if len(columns) > _MOST_COLUMNS:
            message = f"expected two columns, found {len(columns)}"
            self.report.broken("TPL-032", message, self.place(bone.line), hint="write a table")
        return (Columns(tuple(columns), self.place(bone.line)),) if columns else ()

    def _exchange(self, blocks: tuple[Block, ...], id_: str, place: Place | None) -> tuple[Block, ...]:
        if len(blocks) < 2 or not isinstance(blocks[0], Paragraph) or not id_:
            self.report.broken(
                "TPL-024",
                "expected `:::exchange id` with a paragraph for the objection and at least one for the reply",
                place,
                hint="put an empty line between objection and reply",
            )
            return ()
        return (Exchange(id_, blocks[0].inlines, blocks[1:], place),)


def _numbers(text: str) -> frozenset[int]:
    return frozenset(int(part) for part in re.findall(r"\d+", text))
