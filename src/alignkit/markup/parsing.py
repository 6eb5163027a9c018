"""A draft to a document or a message: title, control block, envelope and text."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from alignkit.diagnostics import Place, Report
from alignkit.model.blocks import Block, Callout, Exchange, Heading, ListBlock, Paragraph, Spoken
from alignkit.model.document import ControlEntry, Document, Properties
from alignkit.model.draft import LINE_CLOSE, LINE_OPEN, Draft, Frame, Recipients
from alignkit.model.inlines import Inline, Text
from alignkit.model.message import Mailbox, Message
from alignkit.showing import plain

from .binding import Binder
from .reading import read_blocks
from .reasons import with_reasons
from .skeleton import (
    Bone,
    ContainerBone,
    HeadingBone,
    ListBone,
    ParagraphBone,
    Piece,
    Slot,
    UnsupportedBone,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from alignkit.formats import Formats

WORDS_PER_MINUTE = 130
"""Pace of a prepared speaker; spoken sections are timed with it (domain rules 1.2)."""
_LINE_MARK = re.compile(f"{LINE_OPEN}(\\d+):(\\d+){LINE_CLOSE}")


def parse(draft: Draft, frame: Frame, formats: Formats, report: Report) -> Document:
    """The document of a draft.

    Reports: TPL-020 to TPL-031, among them a missing title (TPL-025).
    """
    binder, bones = _start(draft, formats, report)
    return _document(bones, binder, draft, frame)


def parse_message(
    draft: Draft,
    frame: Frame,
    formats: Formats,
    mailboxes: Mapping[str, Mailbox],
    sender: Mailbox,
    report: Report,
) -> Message:
    """The message of a draft; its title is the subject.

    Args:
        draft: filled template, with `{{ envelope(...) }}` before the subject.
        frame: what surrounds it.
        formats: how numbers and dates are written.
        mailboxes: name and address of each stakeholder id.
        sender: whose voice it is.
        report: where problems go.

    Reports: TPL-020 to TPL-031, among them a missing envelope (TPL-026).

    """
    binder, bones = _start(draft, formats, report)
    recipients, rest = _take_recipients(bones, binder)
    if recipients is None:
        report.broken(
            "TPL-026",
            "expected `{{ envelope(to=...) }}` in the body of a mail",
            _top(draft),
            hint="add it as first line",
        )
        recipients = Recipients((), ())
    document = _document(rest, binder, draft, frame)
    nobody = Mailbox("", "")
    return Message(
        document.title,
        sender,
        tuple(mailboxes.get(each, nobody) for each in recipients.to),
        tuple(mailboxes.get(each, nobody) for each in recipients.cc),
        document,
    )


def _start(draft: Draft, formats: Formats, report: Report) -> tuple[Binder, tuple[Bone, ...]]:
    text, places = _take_places(draft.text, draft.files)
    return Binder(draft.values, formats, places, report), read_blocks(text)


@lru_cache(maxsize=256)
def _take_places(text: str, files: tuple[str, ...]) -> tuple[str, tuple[Place | None, ...]]:
    """Text without its line marks, and the place each of its lines came from."""
    places: list[Place | None] = []
    last: Place | None = None
    for line in text.split("\n"):
        if mark := _LINE_MARK.search(line):
            last = Place(files[int(mark.group(1))], int(mark.group(2)))
        places.append(last)
    return _LINE_MARK.sub("", text), tuple(places)


def _document(bones: tuple[Bone, ...], binder: Binder, draft: Draft, frame: Frame) -> Document:
    titles, control, text = _parts(bones)
    title = _title(titles, binder)
    document = Document(
        frame.label,
        title,
        tuple(_entries(control, binder)),
        _timed(binder.blocks(text)),
        _properties(frame, plain(title)),
        frame.words,
    )
    return with_reasons(document, draft)


def _parts(bones: tuple[Bone, ...]) -> tuple[list[HeadingBone], list[ContainerBone], tuple[Bone, ...]]:
    """The titles, the control blocks, and the rest in order."""
    titles = [bone for bone in bones if isinstance(bone, HeadingBone) and bone.level == 1]
    control = [bone for bone in bones if isinstance(bone, ContainerBone) and bone.name == "control"]
    taken = {*map(id, titles), *map(id, control)}
    return titles, control, tuple(bone for bone in bones if id(bone) not in taken)


def _title(titles: list[HeadingBone], binder: Binder) -> tuple[Inline, ...]:
    """The text of the only title; reports TPL-025 when there is none, an empty one, or another one."""
    if not titles:
        binder.report.broken(
            "TPL-025",
            "expected a title, a line that begins with `# `",
            binder.place(0),
            hint="write `# ` and a sentence that says the finding or the ask",
        )
        return ()
    first, *others = titles
    for other in others:
        binder.report.broken(
            "TPL-025", "expected one title, found another one", binder.place(other.line), hint="write `## `"
        )
    inlines = binder.inlines(first.pieces, first.line, one_line=True)
    if not plain(inlines).strip():
        binder.report.broken("TPL-025", "expected a title, found an empty one", binder.place(first.line))
    return inlines


def _entries(control: list[ContainerBone], binder: Binder) -> list[ControlEntry]:
    """The entries of `:::control`, list items that read `Label: value`; reports TPL-028 for anything else."""
    entries = []
    for container in control:
        for bone in container.bones:
            for line, pieces in _items(bone, binder):
                label, value = _split_label(binder.inlines(pieces, line, one_line=True))
                if not label:
                    _report_entry(binder, line)
                elif plain(value).strip():
                    entries.append(ControlEntry(label, value))
    return entries


def _items(bone: Bone, binder: Binder) -> Iterator[tuple[int, tuple[Piece, ...]]]:
    """Line and text of each entry of a list."""
    if isinstance(bone, UnsupportedBone):
        binder.block(bone)
    elif not isinstance(bone, ListBone):
        _report_entry(binder, bone.line)
    else:
        for item in bone.items:
            if len(item.bones) == 1 and isinstance(only := item.bones[0], ParagraphBone):
                yield only.line, only.pieces
            else:
                _report_entry(binder, item.bones[0].line if item.bones else bone.line)


def _report_entry(binder: Binder, line: int) -> None:
    binder.report.broken(
        "TPL-028",
        "expected an entry of the control block such as `- Decide by: Friday`",
        binder.place(line),
        hint="write `- `, a label, a colon and the value",
    )


def _split_label(inlines: tuple[Inline, ...]) -> tuple[str, tuple[Inline, ...]]:
    """`Label: value` as label and value; the label may come from several pieces."""
    before: list[str] = []
    for index, inline in enumerate(inlines):
        if not isinstance(inline, Text):
            break
        label, colon, rest = inline.text.partition(":")
        before.append(label)
        if colon:
            rest = rest.lstrip()
            return "".join(before).strip(), ((Text(rest),) if rest else ()) + inlines[index + 1 :]
    return "", inlines


def _take_recipients(bones: tuple[Bone, ...], binder: Binder) -> tuple[Recipients | None, tuple[Bone, ...]]:
    for bone in bones:
        only = bone.pieces[0] if isinstance(bone, ParagraphBone) and len(bone.pieces) == 1 else None
        value = binder.values[only.index] if isinstance(only, Slot) else None
        if isinstance(value, Recipients):
            return value, tuple(each for each in bones if each is not bone)
    return None, bones


def _timed(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with the speaking time of each section in its heading."""
    if not any(isinstance(block, Spoken) for block in blocks):
        return blocks
    timed: list[Block] = []
    words = 0
    for block in reversed(blocks):
        if isinstance(block, Spoken):
            words += spoken_words(block)
        elif isinstance(block, Heading):
            if words:
                block = replace(block, seconds=round(words * 60 / WORDS_PER_MINUTE))
            words = 0
        timed.append(block)
    return tuple(reversed(timed))


def spoken_words(block: Block) -> int:
    """How many words a block makes somebody say."""
    match block:
        case Spoken(blocks=blocks) | Callout(blocks=blocks) | Exchange(reply=blocks):
            return sum(spoken_words(each) for each in blocks)
        case ListBlock(items=items):
            return sum(spoken_words(each) for item in items for each in item.blocks)
        case Paragraph(inlines=inlines) | Heading(inlines=inlines):
            return len(plain(inlines).split())
    return 0


def _properties(frame: Frame, title: str) -> Properties:
    header = f"{frame.company} · {frame.label}" if frame.company else frame.label
    return Properties(
        title=title or frame.label,
        author=frame.author,
        company=frame.company,
        subject=frame.label,
        language=frame.language,
        as_of=frame.as_of,
        letter_paper=frame.letter_paper,
        header=header,
        footer=frame.footer,
        draft=frame.draft,
        confidentiality=frame.confidentiality,
    )


def _top(draft: Draft) -> Place | None:
    return Place(draft.files[0], 1) if draft.files else None
