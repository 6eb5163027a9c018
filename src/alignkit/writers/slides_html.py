"""A deck as one web page that needs nothing else: every slide drawn at its proportions, notes below it.

The same boxes and sizes as in the PowerPoint file, since both are written from the same `Deck`; lengths are
shares of the slide, sizes of text grow with it.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, assert_never

from alignkit.model.deck import (
    EMU_PER_PT,
    CardFace,
    Field,
    Grid,
    Layout,
    Marker,
    Plot,
    Schedule,
    Slot,
    TextBody,
)

from . import html_blocks, html_table
from .hypertext import Html, element, join, text
from .simpler import simpler, timeline_table
from .svg.drawing import drawing

if TYPE_CHECKING:
    from alignkit.diagnostics import Report
    from alignkit.model.deck import Content, Deck, Filled, Line, Slide
    from alignkit.themes import Theme

_MARKS = {Marker.BULLET: "•", Marker.OPEN: "☐", Marker.DONE: "☑"}
_DARK = frozenset((Layout.TITLE,))


def write(deck: Deck, theme: Theme, report: Report) -> bytes:
    """A complete page in UTF-8; every shown figure carries its key as `data-figure` (rule N12)."""
    del report  # a web page can show whatever a slide can
    properties = deck.properties
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", text(properties.title)),
        element("meta", name="author", content=properties.author),
        element("style", _style()),
    )
    slides = (_slide(slide, at, deck, theme) for at, slide in enumerate(deck.slides, 1))
    body = element("body", element("main", Html("\n"), join(slides, "\n"), Html("\n")))
    html = element("html", Html("\n"), head, Html("\n"), body, Html("\n"), lang=properties.language)
    return f"<!doctype html>\n{html}\n".encode()


@cache
def _style() -> Html:
    return Html("\n" + files(__package__).joinpath("slides.css").read_text("utf-8"))


def _slide(slide: Slide, number: int, deck: Deck, theme: Theme) -> Html:
    parts = [_filled(filled, slide, deck, theme) for filled in slide.filled]
    foot = element(
        "footer",
        element("span", text(deck.properties.footer)),
        element("strong", text(deck.words.draft)) if deck.properties.draft else Html(""),
        element("span", text(str(number))),
    )
    ratio = f"--ratio:{theme.width / theme.height:.4f}"
    dark = " dark" if slide.layout in _DARK else ""
    page = element("section", *parts, foot, class_=f"slide {slide.layout.value}{dark}", style=ratio)
    return element("article", page, _notes(slide, deck), id=f"slide-{number}")


def _notes(slide: Slide, deck: Deck) -> Html:
    if not slide.notes:
        return Html("")
    content = html_blocks.loose(slide.notes, deck.words, deck.properties.language)
    return element("details", element("summary", text(deck.words.notes)), content)


def _filled(filled: Filled, slide: Slide, deck: Deck, theme: Theme) -> Html:
    box = filled.box
    place = (
        f"left:{_percent(box.x, theme.width)};top:{_percent(box.y, theme.height)};"
        f"width:{_percent(box.width, theme.width)};height:{_percent(box.height, theme.height)};"
    )
    size = f"font-size:{_size(_text_pt(filled.content), theme)}"
    look = theme.layouts[slide.layout][filled.slot]
    inside = look.insets
    space = (
        f";padding:{_length(inside.top, theme)} {_length(inside.right, theme)} "
        f"{_length(inside.bottom, theme)} {_length(inside.left, theme)}"
        if isinstance(filled.content, TextBody)
        else ""
    )
    name = "h2" if filled.slot is Slot.TITLE else "div"
    return element(
        name,
        _content(filled.content, deck, theme),
        class_=f"slot {filled.slot.value}",
        style=place + size + space,
    )


def _content(content: Content, deck: Deck, theme: Theme) -> Html:
    match content:
        case TextBody(lines=lines):
            return join(map(_line, lines), "\n")
        case Grid():
            return _grid(content, deck)
        case Field(matrix=matrix):
            (table,) = simpler(matrix)
            return html_blocks.loose((table,), deck.words, deck.properties.language)
        case CardFace():
            return _card(content, theme)
        case Plot(chart=chart):
            return drawing(chart, deck.properties.language)
        case Schedule(timeline=timeline):
            table = timeline_table(timeline)
            return html_blocks.loose((table,), deck.words, deck.properties.language)
        case _:
            assert_never(content)


def _line(line: Line) -> Html:
    mark = f"{line.number}." if line.marker is Marker.NUMBER else _MARKS.get(line.marker, "")
    lead = element("span", text(mark), class_="lead-mark", aria_hidden="true") if mark else Html("")
    kind = " strong" if line.strong else ""
    marked = " marked" if mark else ""
    return element("p", lead, html_blocks.line(line.inlines), class_=f"level-{line.level}{kind}{marked}")


def _grid(grid: Grid, deck: Deck) -> Html:
    return html_table.figure(grid.table, deck.words, html_blocks.line, 0)


def _card(face: CardFace, theme: Theme) -> Html:
    card = face.card
    value = element(
        "p", html_blocks.line(card.value), class_="value", style=f"font-size:{_size(face.value_pt, theme)}"
    )
    note = element("p", html_blocks.line(card.note), class_="note") if card.note else Html("")
    return join((element("p", text(card.label), class_="label"), value, note))


def _text_pt(content: Content) -> float:
    return content.label_pt if isinstance(content, CardFace) else content.text_pt


def _size(points: float, theme: Theme) -> str:
    """A size of text as a share of the slide's width."""
    return f"{points * EMU_PER_PT / theme.width * 100:.3f}cqw"


def _length(emu: int, theme: Theme) -> str:
    return f"{emu / theme.width * 100:.3f}cqw"


def _percent(part: int, whole: int) -> str:
    return f"{part / whole * 100:.3f}%"
