"""Markdown text to skeleton, by markdown-it-py; the same text is read once (decision 14)."""

from __future__ import annotations

import difflib
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.attrs import attrs_block_plugin
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from alignkit.model.blocks import Align
from alignkit.model.deck import Layout
from alignkit.model.draft import SLOT_CLOSE, SLOT_OPEN

from .skeleton import (
    Bone,
    ContainerBone,
    HeadingBone,
    ItemBone,
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
    from collections.abc import Iterable, Iterator, Sequence

_SLOT = re.compile(f"{SLOT_OPEN}(\\d+){SLOT_CLOSE}")
_DEEPEST = 4
"""The most `#` a heading can have: the title and three levels below it."""
_TWO_COLONS = re.compile(r"::([a-z]+)\b")
_FENCE = re.compile(r"\s*:{3,}\s*\Z")
_TABLE_ATTRIBUTES = ("caption", "note", "highlight", "total", "description", "form")
_OWN_ATTRIBUTES = {
    "heading": ("id", "layout", "only"),
    "ordered_list": ("start", "class"),
    "bullet_list": ("class",),
}
"""Attributes a block may have, those the parser gives it among them."""
_CHOICES = {"layout": tuple(Layout), "only": ("deck", "document")}
"""Values of the attributes that have a choice of them."""
_UNSUPPORTED = {
    "fence": ("a code block", "write a paragraph"),
    "code_block": ("a code block", "remove the tab or the four spaces at the line's beginning"),
    "hr": ("a rule line", "write a heading or `{{ page_break() }}`"),
    "blockquote": ("a block quote", "write `:::note`"),
}


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False})
    parser.enable("table")
    parser.disable("html_block").disable("html_inline")
    container_plugin(parser, "block", validate=lambda params, *_: bool(params.strip()))
    parser.use(attrs_block_plugin).use(tasklists_plugin)
    # slots must survive in link targets; schemes are checked once values are in
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign] # the documented way to replace it
    parser.validateLink = lambda url: True  # type: ignore[method-assign] # likewise
    return parser


_PARSER = _parser()


@lru_cache(maxsize=256)
def read_blocks(text: str) -> tuple[Bone, ...]:
    """The skeleton of a text without line marks."""
    return _bones(SyntaxTreeNode(_PARSER.parse(text)).children, text.split("\n"))


@lru_cache(maxsize=1024)
def read_line(text: str) -> tuple[Piece, ...]:
    """The pieces of a text that is one line, such as the words after `:::decision`."""
    return _inline(SyntaxTreeNode(_PARSER.parseInline(text)).children)


def split_slots(text: str) -> tuple[str | Slot, ...]:
    """Text with its slots taken out."""
    parts = _SLOT.split(text)
    return tuple(Slot(int(part)) if index % 2 else part for index, part in enumerate(parts) if part)


def _bones(nodes: Iterable[SyntaxTreeNode], lines: Sequence[str]) -> tuple[Bone, ...]:
    """The bones of nodes, each with what is wrong with it before it."""
    bones: list[Bone] = []
    for node in nodes:
        bones.extend(_mistakes(node, lines))
        bones.append(_bone(node, lines))
    return tuple(bones)


def _mistakes(node: SyntaxTreeNode, lines: Sequence[str]) -> Iterator[UnsupportedBone]:
    """What the parser takes without a word and a document would lack."""
    first, end = node.map or (0, 0)
    known = _TABLE_ATTRIBUTES if node.type == "table" else _OWN_ATTRIBUTES.get(node.type, ())
    for name, value in _attributes(node).items():
        if name not in known:
            yield UnsupportedBone("TPL-027", *_attribute(name, node.type), max(first - 1, 0))
        elif name in _CHOICES and value not in _CHOICES[name]:
            yield UnsupportedBone("TPL-027", *_choice(name, value), max(first - 1, 0))
    if node.type == "container_block" and not _FENCE.match(lines[end] if end < len(lines) else ""):
        what = f"expected a line `:::` that ends `:::{node.info.split()[0]}`, found none"
        yield UnsupportedBone("TPL-029", what, "close each block; give an outer block more colons", first)
    if node.type == "paragraph":
        text = lines[first].strip()
        if text.startswith(":::"):
            hint = "give an outer block more colons than the blocks in it: `::::note`"
            yield UnsupportedBone(
                "TPL-029", "expected a block before the line `:::`, found none", hint, first
            )
        elif match := _TWO_COLONS.match(text):
            what = f"expected three colons before `{match[1]}`, found two"
            yield UnsupportedBone("TPL-029", what, f"write `:::{match[1]}`", first)
        elif text.startswith("|") and text.endswith("|"):
            hint = "remove the empty line between the rows, or write header and `|---|` line"
            yield UnsupportedBone("TPL-031", "expected a table around this row, found none", hint, first)


def _attributes(node: SyntaxTreeNode) -> dict[str, str]:
    """The attributes of a node, those too that the parser takes for a browser's `on...`, such as `only`."""
    aside = node.meta.get("insecure_attrs", {}) if not node.is_root else {}
    return {str(name): str(value) for name, value in (node.attrs | aside).items()}


def _choice(name: str, value: str) -> tuple[str, str]:
    choices = _CHOICES[name]
    close = difflib.get_close_matches(value, choices, n=1, cutoff=0.6)
    known = ", ".join(f"`{each}`" for each in choices)
    return f"there is no `{name}={value}`", f"write `{close[0]}`" if close else f"choose from {known}"


def _attribute(name: str, block: str) -> tuple[str, str]:
    if block == "heading":
        return f"a heading has no `{name}`", "choose from `layout`, `only` and `id`"
    if block != "table":
        return f"expected a table after `{{{name}=...}}`, found another block", "put it right above a table"
    close = difflib.get_close_matches(name, _TABLE_ATTRIBUTES, n=1, cutoff=0.6)
    known = ", ".join(f"`{each}`" for each in _TABLE_ATTRIBUTES)
    return f"a table has no `{name}`", f"write `{close[0]}`" if close else f"choose from {known}"


def _bone(node: SyntaxTreeNode, lines: Sequence[str]) -> Bone:
    line = node.map[0] if node.map else 0
    match node.type:
        case "heading" if int(node.tag[1]) > _DEEPEST:
            what = f"a heading with {node.tag[1]} `#` has no place in a document"
            return UnsupportedBone("TPL-020", what, "write at most four", line)
        case "heading":
            return _heading(node, line)
        case "paragraph":
            return _paragraph(node, line)
        case "bullet_list" | "ordered_list":
            start = int(node.attrs.get("start", 1))
            items = tuple(_item(item, lines) for item in node.children)
            return ListBone(node.type == "ordered_list", start, items, line)
        case "table":
            return _table(node, line)
        case "container_block":
            name, _, rest = node.info.strip().partition(" ")
            return ContainerBone(name, read_line(rest.strip()), _bones(node.children, lines), line)
    what, hint = _UNSUPPORTED.get(node.type, (f"`{node.type}`", "write a paragraph"))
    return UnsupportedBone("TPL-020", f"{what} has no place in a document", hint, line)


def _heading(node: SyntaxTreeNode, line: int) -> Bone:
    given = _attributes(node)
    id_, layout, only = (given.get(name, "") for name in ("id", "layout", "only"))
    return HeadingBone(int(node.tag[1]), _inline(node.children), id_, line, layout, only)


def _paragraph(node: SyntaxTreeNode, line: int) -> Bone:
    if any(child.type == "image" for inline in node.children for child in inline.children):
        return UnsupportedBone("TPL-020", "an image has no place in a document", "leave it out", line)
    return ParagraphBone(_inline(node.children), line)


def _item(node: SyntaxTreeNode, lines: Sequence[str]) -> ItemBone:
    if "task-list-item" not in str(node.attrs.get("class", "")):
        return ItemBone(_bones(node.children, lines), None)
    first = node.children[0].children[0].children
    checked = "checked=" in first[0].content
    pieces = _inline(first[1:])
    lead = pieces[0].lstrip() if pieces and isinstance(pieces[0], str) else ""
    text = ((lead,) if lead else ()) + (pieces[1:] if pieces and isinstance(pieces[0], str) else pieces)
    line = node.map[0] if node.map else 0
    return ItemBone((ParagraphBone(text, line), *_bones(node.children[1:], lines)), checked)


def _table(node: SyntaxTreeNode, line: int) -> TableBone:
    head = node.children[0].children[0].children
    body = node.children[1].children if len(node.children) > 1 else []
    attributes = tuple((name, read_line(str(value))) for name, value in node.attrs.items())
    return TableBone(
        tuple(_align(cell) for cell in head),
        tuple(_inline(cell.children) for cell in head),
        tuple(tuple(_inline(cell.children) for cell in row.children) for row in body),
        attributes,
        line,
    )


def _align(cell: SyntaxTreeNode) -> Align:
    style = str(cell.attrs.get("style", ""))
    return Align(style.rpartition(":")[2]) if style else Align.LEFT


def _inline(nodes: Iterable[SyntaxTreeNode]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for node in nodes:
        match node.type:
            case "inline":
                pieces.extend(_inline(node.children))
            case "text" | "code_inline" | "html_inline" | "text_special":
                pieces.extend(split_slots(node.content))
            case "softbreak":
                pieces.append(" ")
            case "hardbreak":
                pieces.append(LineBreak())
            case "strong" | "em":
                pieces.append(Span(node.type, _inline(node.children)))
            case "link":
                pieces.append(Span("link", _inline(node.children), split_slots(str(node.attrs["href"]))))
            case _:
                pieces.extend(split_slots(node.content if not node.children else ""))
    return tuple(pieces)
