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
from .skeleton import Bone, ContainerBone, HeadingBone, ListBone, ParagraphBone, Slot

if TYPE_CHECKING:
    from collections.abc import Mapping

    from alignkit.formats import Formats

WORDS_PER_MINUTE = 130
"""Pace of a prepared speaker; spoken sections are timed with it (domain rules 1.2)."""
_LINE_MARK = re.compile(f"{LINE_OPEN}(\\d+):(\\d+){LINE_CLOSE}")


def parse(draft: Draft, frame: Frame, formats: Formats, report: Report) -> Document:
    """The document of a draft.

    Reports: TPL-020 to TPL-026, among them a missing title (TPL-025).
    """
    binder, bones = _start(draft, formats, report)
    return _document(bones, binder, frame, report)


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

    Reports: TPL-020 to TPL-026, among them a missing envelope (TPL-026).

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
    document = _document(rest, binder, frame, report)
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


def _document(bones: tuple[Bone, ...], binder: Binder, frame: Frame, report: Report) -> Document:
    title, control, text = _parts(bones)
    if title is None:
        report.broken("TPL-025", "expected a title, a line that begins with `# `", binder.place(0))
    inlines = binder.inlines(title.pieces, title.line, one_line=True) if title else ()
    return Document(
        frame.label,
        inlines,
        tuple(_entries(control, binder)),
        _timed(binder.blocks(text)),
        _properties(frame, plain(inlines)),
        frame.words,
    )


def _parts(bones: tuple[Bone, ...]) -> tuple[HeadingBone | None, tuple[ContainerBone, ...], tuple[Bone, ...]]:
    """The title, the control blocks, and the rest in order."""
    title = next((bone for bone in bones if isinstance(bone, HeadingBone) and bone.level == 1), None)
    control = tuple(bone for bone in bones if isinstance(bone, ContainerBone) and bone.name == "control")
    taken = {id(title), *map(id, control)}
    return title, control, tuple(bone for bone in bones if id(bone) not in taken)


def _entries(control: tuple[ContainerBone, ...], binder: Binder) -> list[ControlEntry]:
    """The entries of `:::control`: list items that read `Label: value`."""
    entries = []
    for container in control:
        for bone in container.bones:
            for item in bone.items if isinstance(bone, ListBone) else ():
                first = item.bones[0]
                pieces = first.pieces if isinstance(first, ParagraphBone) else ()
                label, value = _split_label(binder.inlines(pieces, container.line, one_line=True))
                if label and plain(value).strip():
                    entries.append(ControlEntry(label, value))
    return entries


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
