"""HTML as a type of its own: characters become `Html` only through `text` and `element`."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NewType

from alignkit.model.inlines import Break, Emphasis, Inline, Link, Shown, Strong, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
from typing import assert_never

Html = NewType("Html", str)
"""Finished HTML; the type checker keeps bare text out of it."""

_VOID = frozenset({"br", "meta", "hr", "img"})


def text(value: str) -> Html:
    """`value` as characters: the only place where text meets HTML."""
    return Html(escape(value, quote=True))


def join(parts: Iterable[Html], separator: str = "") -> Html:
    """The parts one after another."""
    return Html(separator.join(parts))


def element(name: str, /, *children: Html, **attributes: str) -> Html:
    """An element without its empty attributes; `class_` names `class`, `data_figure` names `data-figure`."""
    start = name + "".join(
        f' {key.rstrip("_").replace("_", "-")}="{text(value)}"' for key, value in attributes.items() if value
    )
    if name in _VOID:
        return Html(f"<{start}>")
    return Html(f"<{start}>{''.join(children)}</{name}>")


def inlines(
    items: tuple[Inline, ...],
    figure: Callable[[Shown], Html],
    *,
    link_style: str = "",
    strong_style: str = "",
) -> Html:
    """A line of text; `figure` decides how a shown figure is marked.

    Args:
        items: What the line is made of.
        figure: HTML of a shown figure.
        link_style: Inline style of links; none when a style sheet serves.
        strong_style: Inline style of what is important.

    """

    def inside(children: tuple[Inline, ...]) -> Html:
        return inlines(children, figure, link_style=link_style, strong_style=strong_style)

    def one(item: Inline) -> Html:
        match item:
            case Text(value):
                return text(value)
            case Shown():
                return figure(item)
            case Strong(children):
                return element("strong", inside(children), style=strong_style)
            case Emphasis(children):
                return element("em", inside(children))
            case Link(target, children):
                return element("a", inside(children), href=target, style=link_style)
            case Break():
                return element("br")
            case _:
                assert_never(item)

    return join(map(one, items))
