"""Text stays text: whatever a value holds, every format gives it back when it is parsed again."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from email import policy
from email.parser import BytesParser
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from alignkit.diagnostics import Report
from alignkit.model.blocks import (
    Block,
    Callout,
    CalloutKind,
    Card,
    Cards,
    Column,
    Exchange,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Row,
    Spoken,
    Table,
)
from alignkit.model.charts import Chart, ChartKind, Series
from alignkit.model.document import ControlEntry, Document, Properties, Words
from alignkit.model.inlines import Break, Emphasis, Inline, Link, Shown, Strong, Text
from alignkit.model.message import Mailbox, Message
from alignkit.writers import eml, html, markdown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

HOSTILE = (
    "*a*", "**a**", "_a_", "__a__", "a*b", "snake_case_name", "`code`", "``", "~~gone~~", "~5%",
    "# a", "#1", "a #", "## b ##", "> quote", "- item", "+ item", "* item", "1. one", "1) one",
    "2026. A year", "---", "***", "===", "a\n---", "a\n===", "| a | b |", "a | b", "a|b\n-|-",
    ":-: ", "[a](http://x.example)", "![a](b.png)", "[a]: /b", "[x] done", "[ ] open", "[^1]",
    "<b>bold</b>", "<script>alert(1)</script>", "<!-- gone -->", "<http://x.example>",
    "http://x.example/?a=1&b=2", "www.example.com", "a@example.com", "&amp;", "&copy;", "&#65;",
    "&#x41;", "R&D", "a < b > c", '"quoted"', "'single'", "\\", "\\*", "a\\", "C:\\new\\table",
    "{{ secret }}", "{% if %}", "{#id}", ":::note", "$x$", "$5 and $6", "=SUM(A1)", "@import",
    "a\tb", "    indented", "trailing  ", "a\r\nb", "a\u2028b", "a\x85b", "non\u00a0breaking",
    "zero\u200bwidth", "\u202eevil", "\u2066isolate\u2069", "\ue0000\ue001", "\ufeffmark",
    "e\u0301", "😀 emoji", "漢字かな", "עברית", "x" * 300, "Donau" * 30, "]]>", "</td></table>",
    "</style><p>", "=?utf-8?q?=41?=", "--boundary", "From here", ".", "!", "!a", "a!",
    "'\"><img src=x onerror=alert(1)>", "%s {0}", "”*”", "…_a_…", "€5", "_", "*", "**", "***a***",
    "`", "~", "a_", "_a", "(c)", "--", "...", "100%", "^2",
)  # fmt: skip
WORDS = Words("Page {page} of {pages}", "Contents", "Draft", "Table", "Chart", "Note", "Decision", "Warning",
              "Reply", "Nothing", "To", "Cc", "Subject", "{title} ({part} of {parts})", "Summary", "Notes", "Say", "Grey: {sources}")  # fmt: skip
ADDRESS = "https://example.com/a_(b)?c=*d*&e=[f]"
"""Its first twenty characters are an address too."""


def document(blocks: tuple[Block, ...], title: str = "Title") -> Document:
    properties = Properties(
        title, "A", "C", "S", "en-US", date(2026, 11, 20), False, title, title, False, "internal"
    )
    return Document(title, (Text(title),), (ControlEntry(title, (Text(title),)),), blocks, properties, WORDS)


def message(blocks: tuple[Block, ...], subject: str = "INFO") -> Message:
    return Message((Text(subject),), Mailbox("", ""), (), (), document(blocks))


def inline_positions(value: str) -> Iterator[tuple[Inline, ...]]:
    text = Text(value)
    yield (text,)
    yield (Text("before"), text, Text("after"))
    yield (Text("before"), Strong((text,)), Text("after"))
    yield (Text("before"), Emphasis((text,)), Text("after"))
    yield (Strong((text,)), text, Emphasis((text,)), text)
    yield (text, Strong((Text("a "), Emphasis((text,)), Strong((text,)), Text(" b"))), text)
    yield (Emphasis((Strong((text,)), text)), Strong((text,)), Strong((text,)))
    yield (Text("see!"), Link(ADDRESS, (text,)), text)
    yield (Strong((Link(ADDRESS[:20], (Emphasis((text,)), Text("x"))),)),)
    yield (Shown(value, "tier.ask.cac"), Text("after"))
    yield (Text("first"), Break(), text, Break(), Break(), text)


def blocks_with(line: tuple[Inline, ...]) -> tuple[Block, ...]:
    """Every kind of block, filled with `line` in `PLACES` places."""
    paragraph = Paragraph(line)
    item, sub_item = ListItem((paragraph,), checked=True), ListBlock(True, (ListItem((paragraph,)),))
    return (
        *few_blocks_with(line),
        ListBlock(False, (ListItem((paragraph, sub_item)),)),
        ListBlock(False, (item, ListItem((paragraph, paragraph), checked=False))),
        Callout(CalloutKind.NOTE, (paragraph,), line),
        Spoken((paragraph, paragraph)),
        Exchange("id", line, (paragraph,)),
        Cards((Card("Label", line, line),)),
    )


def few_blocks_with(line: tuple[Inline, ...]) -> tuple[Block, ...]:
    """A heading, a paragraph and a table, filled with `line` in `FEW_PLACES` places."""
    columns, rows = (Column(line), Column(line)), (Row((line, line)), Row((line, ()), total=True))
    return Heading(1, line), Paragraph(line), Table(columns, rows, line, line)


PLACES, FEW_PLACES = 22, 9


def filled(value: str) -> tuple[tuple[Block, ...], dict[tuple[Inline, ...], int]]:
    """Blocks that hold `value` in every position, and how often each line must come back at least."""
    first, *others = inline_positions(value)
    blocks = [*blocks_with(first), *(block for line in others for block in few_blocks_with(line))]
    return tuple(blocks), {first: PLACES, **dict.fromkeys(others, FEW_PLACES)}


def flat(value: str) -> str:
    """Without any white space: line breaks are free to move, characters are not."""
    return re.sub(r"\s+", "", value)


def characters(line: tuple[Inline, ...]) -> str:
    return "".join(
        ""
        if isinstance(item, Break)
        else item.text
        if isinstance(item, Text | Shown)
        else characters(item.children)
        for item in line
    )


class Page(HTMLParser):
    """The text of a page, and how often each element occurs in it."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.elements, self.quiet = "", Counter[str](), False
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements[tag] += 1
        self.quiet = tag in {"style", "title"}

    def handle_endtag(self, tag: str) -> None:
        self.quiet = False

    def handle_data(self, data: str) -> None:
        if not self.quiet:
            self.text += data


def markdown_tokens(source: str) -> list[Token]:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(source)


def markdown_text(tokens: list[Token]) -> str:
    """The text a Markdown parser sees; any structure it finds in a value would be missing here."""
    found = ""
    for token in tokens:
        for child in token.children or []:
            assert child.type != "image"
            if child.type in {"text", "text_special", "code_inline"}:
                found += child.content
        if token.type == "html_block":
            assert token.content.strip() == "<!-- -->"
    return found


def missing(text: str, lines: dict[tuple[Inline, ...], int], *, wrapped: int = 0) -> list[tuple[Inline, ...]]:
    """The lines that come back less often than they should; `wrapped` are allowed to be cut by other marks."""
    text = flat(text)
    return [line for line, least in lines.items() if text.count(flat(characters(line))) < least - wrapped]


def structure(tokens: list[Token]) -> Counter[str]:
    """How often a Markdown parser finds each kind of block."""
    return Counter(token.type for token in tokens)


CALM = filled("word")[0]
"""The same blocks around a value that means nothing to any format."""
CALM_STRUCTURE = structure(markdown_tokens(markdown.write(document(CALM, "word"), Report()).decode()))
CALM_PAGE = Page(html.write(document(CALM, "word"), Report()).decode()).elements
CALM_MAIL = Page(html.write_message(message(CALM), Report()).decode()).elements


@pytest.mark.parametrize("value", HOSTILE)
def test_markdown_gives_the_text_back(value: str) -> None:
    blocks, lines = filled(value)

    source = markdown.write(document(blocks, value), Report()).decode()

    tokens = markdown_tokens(source)
    text = markdown_text(tokens)
    assert missing(text, lines) == []
    assert structure(tokens) == CALM_STRUCTURE


@pytest.mark.parametrize("value", HOSTILE)
def test_web_pages_give_the_text_back(value: str) -> None:
    blocks, lines = filled(value)

    page = Page(html.write(document(blocks, value), Report()).decode())

    assert missing(page.text, lines) == []
    assert page.elements == CALM_PAGE


@pytest.mark.parametrize("value", HOSTILE)
def test_mails_give_the_text_back(value: str) -> None:
    blocks, lines = filled(value)

    mail = BytesParser(policy=policy.SMTP).parsebytes(eml.write(message(blocks), Report()))

    text, source = (part.get_content() for part in mail.iter_parts())
    page = Page(source)
    assert missing(page.text, lines) == []
    assert page.elements == CALM_MAIL
    text = plain_characters(text)
    assert missing(text, lines, wrapped=5) == []


def plain_characters(text: str) -> str:
    """Plain text without the addresses behind links."""
    return flat(text).replace(f"({ADDRESS})", "").replace(f"({ADDRESS[:20]})", "")


@pytest.mark.parametrize("value", HOSTILE)
def test_attributes_and_charts_hold_nothing_but_text(value: str) -> None:
    chart = Chart(
        ChartKind.COLUMN, value, (value or "x",), (Series(value, (None,)),), value, description=value
    )
    data = html.write(
        document((chart, Exchange(value, (), ()), Heading(1, (Shown("1", value),), id=value))), Report()
    )

    assert not {"script", "img", "b"} & set(Page(data.decode()).elements)


MARKS = st.sampled_from("*_`[]()<>&#|~!\\-+.1 \"'aé€”\n")
TEXT = st.text(st.one_of(MARKS, st.characters(codec="utf-8", categories=("L", "P", "S", "N"))), max_size=8)
LEAVES = st.one_of(TEXT.map(Text), st.just(Break()))


def several(inner: st.SearchStrategy[Inline]) -> st.SearchStrategy[tuple[Inline, ...]]:
    return st.lists(inner, max_size=3).map(tuple)


def marked(inner: st.SearchStrategy[Inline]) -> st.SearchStrategy[Inline]:
    return st.one_of(several(inner).map(Strong), several(inner).map(Emphasis))


WITHIN = st.recursive(LEAVES, marked, max_leaves=4)
LINKS = several(WITHIN).map(lambda inner: Link("https://example.com/", inner))
LINES = st.recursive(st.one_of(LEAVES, LINKS), marked, max_leaves=6)
"""Anything a line can hold; a link never holds another."""


@settings(max_examples=100, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=4).map(tuple))
def test_any_line_comes_back_from_markdown_set_as_it_was(line: tuple[Inline, ...]) -> None:
    source = markdown.write_message(message((Paragraph((Text("x "), *line, Text(" y"))),)), Report()).decode()

    tokens = [token for token in markdown_tokens(source) if token.type == "inline"][-1:]
    assert "x" + "".join(styled(line)) + "y" == "".join(found(tokens[0])), source


def styled(line: tuple[Inline, ...], strong: bool = False, emphasis: bool = False) -> list[str]:
    """Each character that is seen, with a mark for how it is set."""
    seen: list[str] = []
    for item in line:
        match item:
            case Text(text) | Shown(text):
                seen += [f"{c}{'*' * strong}{'_' * emphasis}" for c in flat(text)]
            case Strong(children):
                seen += styled(children, True, emphasis)
            case Emphasis(children):
                seen += styled(children, strong, True)
            case Link(target, children):
                blank = not flat(characters(children))
                seen += styled((Text(target),) if blank else children, strong, emphasis)
            case Break():
                pass
    return seen


def found(token: Token) -> list[str]:
    strong = emphasis = 0
    seen: list[str] = []
    for child in token.children or []:
        strong += {"strong_open": 1, "strong_close": -1}.get(child.type, 0)
        emphasis += {"em_open": 1, "em_close": -1}.get(child.type, 0)
        if child.type in {"text", "text_special"}:
            seen += [f"{c}{'*' * strong}{'_' * emphasis}" for c in flat(child.content)]
    return seen
