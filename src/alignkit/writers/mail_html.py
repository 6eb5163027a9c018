"""A message as HTML that every mail program shows alike: inline styles, plain tables, nothing fetched."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, assert_never

from alignkit.diagnostics import Severity
from alignkit.model.blocks import (
    Block,
    Callout,
    Cards,
    Columns,
    Contents,
    Exchange,
    Heading,
    ListBlock,
    ListItem,
    Matrix,
    Notes,
    PageBreak,
    Paragraph,
    Quote,
    Spoken,
    Table,
    Timeline,
)
from alignkit.model.charts import Chart

from . import callouts, chart_data, outline
from .hypertext import Html, element, join, text
from .mail_style import ACCENT, GREY, PARAGRAPH, RULE, SMALL, SOFT, TEXT, line, space
from .mail_table import table
from .simpler import simpler
from .spoken_time import clock
from .text_lines import plain

if TYPE_CHECKING:
    from alignkit.diagnostics import Report
    from alignkit.model.blocks import Card
    from alignkit.model.document import Words
    from alignkit.model.message import Message


@dataclass(frozen=True, slots=True)
class _Page:
    """What every block needs to know."""

    words: Words
    language: str
    contents: tuple[Heading, ...]


def page(message: Message, report: Report) -> Html:
    """A whole HTML page with the text of a message.

    Reports: OUT-020, OUT-021.
    """
    document = message.body
    settings = _Page(document.words, document.properties.language, outline.listed(document.blocks))
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", text(plain(message.subject).replace("\n", " "))),
    )
    column = _layout(
        element("td", _blocks(outline.mailed(document), settings, report), style=TEXT),
        width="600",
        style="width:100%;max-width:600px",
    )
    body = element("body", Html("\n"), column, Html("\n"), style="margin:0;padding:16px;background:#ffffff")
    html = element("html", Html("\n"), head, Html("\n"), body, Html("\n"), lang=settings.language)
    return Html(f"<!doctype html>\n{html}\n")


def _layout(*cells: Html, **attributes: str) -> Html:
    """A table that only places things; Outlook for Windows measures nothing else."""
    table = partial(element, "table", role="presentation", cellpadding="0", cellspacing="0", border="0")
    return table(element("tr", *cells), **attributes)


def _blocks(blocks: tuple[Block, ...], page: _Page, report: Report) -> Html:
    return join((part for part in (_block(block, page, report) for block in blocks) if part), "\n")


def _block(block: Block, page: _Page, report: Report) -> Html:
    match block:
        case Heading():
            return _heading(block)
        case Paragraph(items):
            return element("p", line(items), style=PARAGRAPH)
        case ListBlock():
            return _list(block, page, report)
        case Table():
            return table(block, page.words)
        case Chart():
            return _chart(block, page, report)
        case Cards(cards):
            return _cards(cards)
        case Callout():
            return _callout(block, page, report)
        case Spoken(blocks):
            return _barred(_blocks(blocks, page, report), RULE, "#ffffff")
        case Exchange():
            return _exchange(block, page, report)
        case Quote() | Columns() | Notes() | Timeline() | Matrix():
            return _blocks(simpler(block), page, report)
        case Contents(depth):
            return _contents(page, depth)
        case PageBreak():
            report.finding(
                "OUT-020", Severity.INFO, "an e-mail has no pages, a page break is left out", block.place
            )
            return Html("")
        case _:
            assert_never(block)


def _heading(heading: Heading) -> Html:
    size = {1: "font-size:18px;line-height:24px", 2: "font-size:16px;line-height:22px"}.get(heading.level, "")
    time = f" ({clock(heading.seconds)})" if heading.seconds else ""
    return element(
        f"h{heading.level}",
        line(heading.inlines),
        text(time),
        style=f"margin:22px 0 8px 0;{TEXT};font-weight:600;{size}".rstrip(";"),
    )


def _list(block: ListBlock, page: _Page, report: Report) -> Html:
    checks = all(item.checked is not None for item in block.items)
    style = f"margin:0 0 14px 0;padding:0 0 0 {'0' if checks else '22px'};{TEXT}"
    items = (_item(item, page, report) for item in block.items)
    if checks:
        return element("ul", *items, style=f"{style};list-style-type:none")
    if block.ordered:
        return element("ol", *items, style=style, start=str(block.start) if block.start != 1 else "")
    return element("ul", *items, style=style)


def _item(item: ListItem, page: _Page, report: Report) -> Html:
    box = {None: "", True: "☑ ", False: "☐ "}[item.checked]
    first, *rest = item.blocks
    lead = line(first.inlines) if isinstance(first, Paragraph) else _block(first, page, report)
    return element(
        "li", text(box), lead, _blocks(tuple(rest), page, report), style=f"margin:0 0 6px 0;{TEXT}"
    )


def _chart(chart: Chart, page: _Page, report: Report) -> Html:
    report.finding(
        "OUT-021",
        Severity.INFO,
        "an e-mail cannot draw a chart, its numbers are written as a table",
        chart.place,
    )
    return table(chart_data.as_table(chart, page.language), page.words)


def _cards(cards: tuple[Card, ...]) -> Html:
    share = f"{100 // len(cards)}%"
    cells = (
        element("td", _card(card), width=share, style="vertical-align:top;padding:0 12px 0 0")
        for card in cards
    )
    return join((_layout(*cells, width="100%", style="width:100%"), space()))


def _card(card: Card) -> Html:
    small = f"margin:0;{SMALL};color:{GREY}"
    return join(
        (
            element("p", text(card.label), style=small),
            element(
                "p",
                line(card.value),
                style=f"margin:2px 0;{TEXT};font-size:22px;line-height:28px;font-weight:600",
            ),
            element("p", line(card.note), style=small) if card.note else Html(""),
        )
    )


def _callout(callout: Callout, page: _Page, report: Report) -> Html:
    word = callouts.word(callout.kind, page.words)
    title = join(part for part in (text(word), line(callout.title)) if part)
    if word and callout.title:
        title = join((text(f"{word}: "), line(callout.title)))
    head = element("p", title, style=f"margin:0 0 4px 0;{TEXT};font-weight:600") if title else Html("")
    return _barred(join((head, _blocks(callout.blocks, page, report))), ACCENT, SOFT)


def _barred(content: Html, bar: str, ground: str) -> Html:
    """Content behind a bar at its left."""
    style = f"{TEXT};border-left:4px solid {bar};background:{ground};padding:12px 16px 0 16px"
    return join((_layout(element("td", content, style=style), width="100%", style="width:100%"), space()))


def _exchange(exchange: Exchange, page: _Page, report: Report) -> Html:
    return join(
        (
            element("p", line(exchange.objection), style=f"margin:0 0 4px 0;{TEXT};font-weight:600"),
            element("p", text(page.words.reply), style=f"margin:0;{SMALL};color:{GREY}"),
            _blocks(exchange.reply, page, report),
        )
    )


def _contents(page: _Page, depth: int) -> Html:
    title = element("p", text(page.words.contents), style=f"margin:0 0 4px 0;{TEXT};font-weight:600")
    lines = (
        element("li", line(heading.inlines), style=f"margin:0 0 4px {(heading.level - 1) * 18}px;{TEXT}")
        for heading in page.contents
        if heading.level <= depth
    )
    return join((title, element("ul", *lines, style=f"margin:0 0 14px 0;padding:0 0 0 22px;{TEXT}")))
