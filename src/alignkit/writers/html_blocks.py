"""The blocks of a document as HTML elements with classes; the style sheet decides how they look."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, assert_never
from urllib.parse import quote

from alignkit.model.blocks import (
    Block,
    Callout,
    Card,
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

from . import callouts, chart_data, html_table, hypertext, outline
from .hypertext import Html, element, join, text
from .simpler import simpler
from .spoken_time import clock, duration
from .svg.drawing import drawing

if TYPE_CHECKING:
    from alignkit.model.document import Document, Words
    from alignkit.model.inlines import Inline, Shown


@dataclass(frozen=True, slots=True)
class _Page:
    """What every block needs to know."""

    words: Words
    language: str
    contents: tuple[Heading, ...]
    number: int = 0
    """Of the table or chart that is written; 0 for one without a number."""


def line(items: tuple[Inline, ...]) -> Html:
    """A line of text whose figures keep their keys."""
    return hypertext.inlines(items, _figure)


def _figure(figure: Shown) -> Html:
    style = "figure stale" if figure.stale else "figure"
    return element("span", text(figure.text), class_=style, data_figure=figure.key)


def blocks(document: Document) -> Html:
    """Everything below the control block."""
    named = outline.with_ids(document.blocks)
    page = _Page(document.words, document.properties.language, outline.listed(named))
    numbers = _numbers(named)
    return join(
        (_block(block, replace(page, number=number)) for block, number in zip(named, numbers, strict=True)),
        "\n",
    )


def loose(items: tuple[Block, ...], words: Words, language: str) -> Html:
    """Blocks that stand apart from a document's text, such as those of a slide; they carry no numbers."""
    return _blocks(items, _Page(words, language, ()))


def _numbers(blocks: tuple[Block, ...]) -> list[int]:
    """A number for each captioned table and each chart, counted apart; 0 for the rest."""
    numbers, tables, charts = [], 0, 0
    for block in blocks:
        match block:
            case Table() if block.caption:
                tables += 1
                numbers.append(tables)
            case Chart():
                charts += 1
                numbers.append(charts)
            case _:
                numbers.append(0)
    return numbers


def _blocks(items: tuple[Block, ...], page: _Page) -> Html:
    inner = replace(page, number=0)
    return join((_block(item, inner) for item in items), "\n")


def _block(block: Block, page: _Page) -> Html:
    match block:
        case Heading():
            return _heading(block)
        case Paragraph(items):
            return element("p", line(items))
        case ListBlock():
            return _list(block, page)
        case Table():
            return html_table.figure(block, page.words, line, page.number)
        case Chart():
            return _chart(block, page)
        case Cards(cards):
            return element("dl", *map(_card, cards), class_="cards")
        case Callout():
            return _callout(block, page)
        case Spoken(items):
            return element("div", _blocks(items, page), class_="spoken")
        case Exchange():
            return _exchange(block, page)
        case Quote() | Columns() | Notes() | Timeline() | Matrix():
            return _blocks(simpler(block), page)
        case Contents(depth):
            return _contents(page, depth)
        case PageBreak():
            return element("div", class_="page-break")
        case _:
            assert_never(block)


def _heading(heading: Heading) -> Html:
    time = (
        element("time", text(clock(heading.seconds)), datetime=duration(heading.seconds), class_="seconds")
        if heading.seconds
        else Html("")
    )
    name = f"h{min(heading.level, 5) + 1}"
    return element(name, element("span", line(heading.inlines)), time, id=heading.id)


def _list(block: ListBlock, page: _Page) -> Html:
    items = [_item(item, page) for item in block.items]
    checks = any(item.checked is not None for item in block.items)
    style = "checks" if checks else ""
    if block.ordered:
        return element("ol", *items, class_=style, start=str(block.start) if block.start != 1 else "")
    return element("ul", *items, class_=style)


def _item(item: ListItem, page: _Page) -> Html:
    box = {None: "", True: "☑", False: "☐"}[item.checked]
    mark = element("span", text(box), class_="box") if box else Html("")
    first, *rest = item.blocks
    lead = line(first.inlines) if isinstance(first, Paragraph) else _block(first, page)
    return element("li", mark, lead, _blocks(tuple(rest), page))


def _chart(chart: Chart, page: _Page) -> Html:
    number = text(f"{page.words.chart} {page.number}") if page.number else text(page.words.chart)
    caption = element(
        "figcaption",
        element("span", number, class_="number"),
        element("strong", text(chart.title)),
        element("span", text(chart.unit), class_="unit") if chart.unit else Html(""),
    )
    data = replace(chart_data.as_table(chart, page.language), caption=(), note=())
    details = element(
        "details", element("summary", text(page.words.table)), html_table.figure(data, page.words, line, 0)
    )
    source = element("p", line(chart.source), class_="source") if chart.source else Html("")
    return element("figure", caption, drawing(chart, page.language), source, details, class_="chart")


def _card(card: Card) -> Html:
    return element(
        "div",
        element("dt", text(card.label)),
        element("dd", line(card.value), class_="value"),
        element("dd", line(card.note), class_="note") if card.note else Html(""),
    )


def _callout(callout: Callout, page: _Page) -> Html:
    word, mark = callouts.word(callout.kind, page.words), callouts.mark(callout.kind)
    lead = element("span", text(mark), class_="mark", aria_hidden="true") if mark else Html("")
    parts = [text(word)] if word else []
    parts += [line(callout.title)] if callout.title else []
    head = element("p", lead, join(parts, ": "), class_="head") if parts else Html("")
    return element("aside", head, _blocks(callout.blocks, page), class_=f"callout {callout.kind.value}")


def _exchange(exchange: Exchange, page: _Page) -> Html:
    reply = element("span", text(page.words.reply), class_="word")
    return element(
        "dl",
        element("dt", line(exchange.objection)),
        element("dd", reply, _blocks(exchange.reply, page)),
        class_="exchange",
        id=f"exchange-{exchange.id}" if exchange.id else "",
    )


def _contents(page: _Page, depth: int) -> Html:
    entries = (
        element(
            "li",
            element("a", line(heading.inlines), href=f"#{quote(heading.id)}"),
            class_=f"level-{heading.level}",
        )
        for heading in page.contents
        if heading.level <= depth
    )
    title = element("p", text(page.words.contents), class_="head")
    return element("nav", title, element("ol", *entries), class_="contents", aria_label=page.words.contents)
