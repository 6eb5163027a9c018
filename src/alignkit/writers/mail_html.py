"""A message as HTML that every mail program shows alike: inline styles, plain tables, nothing fetched."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, assert_never

from alignkit.diagnostics import Severity
from alignkit.model.blocks import (
    Align,
    Block,
    Callout,
    Cards,
    Chart,
    Contents,
    Exchange,
    Heading,
    ListBlock,
    ListItem,
    PageBreak,
    Paragraph,
    Spoken,
    Table,
)

from . import callouts, chart_data, hypertext, outline
from .hypertext import Html, element, join, text
from .spoken_time import clock
from .text_lines import plain

if TYPE_CHECKING:
    from alignkit.diagnostics import Report
    from alignkit.model.blocks import Card, Column, Row
    from alignkit.model.document import Words
    from alignkit.model.inlines import Inline, Shown
    from alignkit.model.message import Message

_INK, _GREY, _SOFT, _RULE, _ACCENT = "#18222c", "#4b5965", "#f0f4f6", "#d3dbe0", "#0b5a70"
_FONT = "font-family:Segoe UI,-apple-system,BlinkMacSystemFont,Roboto,Helvetica Neue,Arial,sans-serif"
_TEXT = f"{_FONT};font-size:15px;line-height:22px;color:{_INK}"
_SMALL = f"{_FONT};font-size:13px;line-height:18px"
_PARAGRAPH = f"margin:0 0 14px 0;{_TEXT}"
_CELL = f"{_SMALL};color:{_INK};vertical-align:top"


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
        element("td", _blocks(outline.mailed(document), settings, report), style=_TEXT),
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
            return element("p", _line(items), style=_PARAGRAPH)
        case ListBlock():
            return _list(block, page, report)
        case Table():
            return _table(block, page)
        case Chart():
            return _chart(block, page, report)
        case Cards(cards):
            return _cards(cards)
        case Callout():
            return _callout(block, page, report)
        case Spoken(blocks):
            return _barred(_blocks(blocks, page, report), _RULE, "#ffffff")
        case Exchange():
            return _exchange(block, page, report)
        case Contents(depth):
            return _contents(page, depth)
        case PageBreak():
            report.finding(
                "OUT-020", Severity.INFO, "an e-mail has no pages, a page break is left out", block.place
            )
            return Html("")
        case _:
            assert_never(block)


def _line(items: tuple[Inline, ...]) -> Html:
    return hypertext.inlines(items, _figure, link_style=f"color:{_ACCENT}")


def _figure(figure: Shown) -> Html:
    """A mail keeps no hidden keys (rule N12), only the grey of a stale figure."""
    return element("span", text(figure.text), style=f"color:{_GREY}") if figure.stale else text(figure.text)


def _heading(heading: Heading) -> Html:
    size = {1: "font-size:18px;line-height:24px", 2: "font-size:16px;line-height:22px"}.get(heading.level, "")
    time = f" ({clock(heading.seconds)})" if heading.seconds else ""
    return element(
        f"h{heading.level}",
        _line(heading.inlines),
        text(time),
        style=f"margin:22px 0 8px 0;{_TEXT};font-weight:600;{size}".rstrip(";"),
    )


def _list(block: ListBlock, page: _Page, report: Report) -> Html:
    checks = all(item.checked is not None for item in block.items)
    style = f"margin:0 0 14px 0;padding:0 0 0 {'0' if checks else '22px'};{_TEXT}"
    items = (_item(item, page, report) for item in block.items)
    if checks:
        return element("ul", *items, style=f"{style};list-style-type:none")
    if block.ordered:
        return element("ol", *items, style=style, start=str(block.start) if block.start != 1 else "")
    return element("ul", *items, style=style)


def _item(item: ListItem, page: _Page, report: Report) -> Html:
    box = {None: "", True: "☑ ", False: "☐ "}[item.checked]
    first, *rest = item.blocks
    lead = _line(first.inlines) if isinstance(first, Paragraph) else _block(first, page, report)
    return element(
        "li", text(box), lead, _blocks(tuple(rest), page, report), style=f"margin:0 0 6px 0;{_TEXT}"
    )


def _table(table: Table, page: _Page) -> Html:
    caption = f"margin:0 0 6px 0;{_TEXT};font-weight:600"
    parts = [
        element("p", _line(table.caption), style=caption) if table.caption else Html(""),
        _grid(table, page),
        element("p", _line(table.note), style=f"margin:6px 0 18px 0;{_SMALL};color:{_GREY}")
        if table.note
        else _space(),
    ]
    return join(parts)


def _space() -> Html:
    """Room below a table: Outlook for Windows ignores a table's margin."""
    return element("div", Html("&nbsp;"), style="font-size:8px;line-height:16px")


def _grid(table: Table, page: _Page) -> Html:
    header = element("tr", *(_header(column) for column in table.columns))
    empty = element(
        "tr",
        element(
            "td", text(page.words.no_rows), colspan=str(len(table.columns)), style=f"{_CELL};padding:8px"
        ),
    )
    rows = [_row(row, table.columns) for row in table.rows] or [empty]
    return element(
        "table",
        element("thead", header),
        element("tbody", *rows),
        cellpadding="0",
        cellspacing="0",
        border="0",
        width="100%",
        style="border-collapse:collapse;width:100%",
        summary=table.description,
    )


def _header(column: Column) -> Html:
    style = (
        f"{_CELL};font-weight:600;vertical-align:bottom;padding:6px 8px;text-align:{_align(column)};"
        f"border-bottom:2px solid {_INK}{_tint(column.highlight)}"
    )
    return element("th", _line(column.header), scope="col", align=_align(column), style=style)


def _row(row: Row, columns: tuple[Column, ...]) -> Html:
    rule = f"border-top:1px solid {_INK};font-weight:600" if row.total else f"border-bottom:1px solid {_RULE}"
    return element(
        "tr",
        *(
            element(
                "td",
                _line(cell),
                align=_align(column),
                style=f"{_CELL};padding:8px;text-align:{_align(column)};{rule}"
                + _tint(row.highlight or column.highlight),
            )
            for cell, column in zip(row.cells, columns, strict=True)
        ),
    )


def _align(column: Column) -> str:
    match column.align:
        case Align.LEFT:
            return "left"
        case Align.RIGHT:
            return "right"
        case Align.CENTER:
            return "center"
        case _:
            assert_never(column.align)


def _tint(highlight: bool) -> str:
    return f";background:{_SOFT}" if highlight else ""


def _chart(chart: Chart, page: _Page, report: Report) -> Html:
    report.finding(
        "OUT-021",
        Severity.INFO,
        "an e-mail cannot draw a chart, its numbers are written as a table",
        chart.place,
    )
    return _table(chart_data.as_table(chart, page.language), page)


def _cards(cards: tuple[Card, ...]) -> Html:
    share = f"{100 // len(cards)}%"
    cells = (
        element("td", _card(card), width=share, style="vertical-align:top;padding:0 12px 0 0")
        for card in cards
    )
    return join((_layout(*cells, width="100%", style="width:100%"), _space()))


def _card(card: Card) -> Html:
    small = f"margin:0;{_SMALL};color:{_GREY}"
    return join(
        (
            element("p", text(card.label), style=small),
            element(
                "p",
                _line(card.value),
                style=f"margin:2px 0;{_TEXT};font-size:22px;line-height:28px;font-weight:600",
            ),
            element("p", _line(card.note), style=small) if card.note else Html(""),
        )
    )


def _callout(callout: Callout, page: _Page, report: Report) -> Html:
    word = callouts.word(callout.kind, page.words)
    title = join(part for part in (text(word), _line(callout.title)) if part)
    if word and callout.title:
        title = join((text(f"{word}: "), _line(callout.title)))
    head = element("p", title, style=f"margin:0 0 4px 0;{_TEXT};font-weight:600") if title else Html("")
    return _barred(join((head, _blocks(callout.blocks, page, report))), _ACCENT, _SOFT)


def _barred(content: Html, bar: str, ground: str) -> Html:
    """Content behind a bar at its left."""
    style = f"{_TEXT};border-left:4px solid {bar};background:{ground};padding:12px 16px 0 16px"
    return join((_layout(element("td", content, style=style), width="100%", style="width:100%"), _space()))


def _exchange(exchange: Exchange, page: _Page, report: Report) -> Html:
    return join(
        (
            element("p", _line(exchange.objection), style=f"margin:0 0 4px 0;{_TEXT};font-weight:600"),
            element("p", text(page.words.reply), style=f"margin:0;{_SMALL};color:{_GREY}"),
            _blocks(exchange.reply, page, report),
        )
    )


def _contents(page: _Page, depth: int) -> Html:
    title = element("p", text(page.words.contents), style=f"margin:0 0 4px 0;{_TEXT};font-weight:600")
    lines = (
        element("li", _line(heading.inlines), style=f"margin:0 0 4px {(heading.level - 1) * 18}px;{_TEXT}")
        for heading in page.contents
        if heading.level <= depth
    )
    return join((title, element("ul", *lines, style=f"margin:0 0 14px 0;padding:0 0 0 22px;{_TEXT}")))
