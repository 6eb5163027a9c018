r"""The table of contents: a real field whose entries lead to the headings.

Entries carry no page numbers (`\n`): a number is only true after Word has laid the pages out. Word fills the
field anew when a reader asks for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.showing import plain

from .headings import anchor, time, time_stop
from .paragraphs import paragraph
from .roles import CONTENTS, Role
from .text import attribute, run

if TYPE_CHECKING:
    from alignkit.model.blocks import Contents, Heading

    from .story import Story

_BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
_SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def contents(block: Contents, story: Story) -> str:
    """Heading and entries; nothing when no heading follows."""
    depth = min(max(block.depth, 1), 3)
    listed = [
        (number, entry)
        for number, entry in enumerate(story.outline, 1)
        if number > story.headings and entry.level <= depth
    ]
    if not listed:
        return ""
    code = f'<w:r><w:instrText xml:space="preserve"> {_instruction(depth, story)} </w:instrText></w:r>'
    field = f"{_BEGIN}{code}{_SEPARATE}"
    last = len(listed) - 1
    entries = [
        _entry(number, entry, story, field if at == 0 else "", _END if at == last else "")
        for at, (number, entry) in enumerate(listed)
    ]
    title = paragraph(story.reference.styles[Role.CONTENTS_HEADING], run(story.words.contents, "<w:r>"))
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{attribute(story.words.contents)}"/>'
        f'<w:id w:val="{story.control_id()}"/><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        "<w:docPartUnique/></w:docPartObj></w:sdtPr>"
        f"<w:sdtContent>{title}{''.join(entries)}</w:sdtContent></w:sdt>{_scope_start(story)}"
    )


def _instruction(depth: int, story: Story) -> str:
    """The field's code, limited to what follows when headings stand before it."""
    scope = f" \\b {_scope(story)}" if story.headings else ""
    return f'TOC \\o "1-{depth}" \\h \\z \\n \\u{scope}'


def _scope(story: Story) -> str:
    return f"_TocScope{len(story.scopes) + 1}"


def _scope_start(story: Story) -> str:
    if not story.headings:
        return ""
    id_, name = story.bookmark_id(), _scope(story)
    story.scopes.append(f'<w:bookmarkEnd w:id="{id_}"/>')
    return f'<w:bookmarkStart w:id="{id_}" w:name="{name}"/>'


def _entry(number: int, entry: Heading, story: Story, before: str, after: str) -> str:
    text = run(" ".join(plain(entry.inlines).split()), "<w:r>")
    clock = time(entry.seconds, story) if entry.seconds else ""
    link = f'<w:hyperlink w:anchor="{anchor(number)}" w:history="1">{text}{clock}</w:hyperlink>'
    style = story.reference.styles[CONTENTS[min(max(entry.level, 1), 3) - 1]]
    return paragraph(style, before + link + after, "", time_stop(story) if clock else "")
