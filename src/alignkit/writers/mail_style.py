"""How the text of a mail looks, told anew to every element, as mail programs inherit nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import hypertext
from .hypertext import Html, element, text

if TYPE_CHECKING:
    from alignkit.model.inlines import Inline, Shown

INK, GREY, SOFT, RULE, ACCENT = "#18222c", "#4b5965", "#f0f4f6", "#d3dbe0", "#0b5a70"
FONT = "font-family:Segoe UI,-apple-system,BlinkMacSystemFont,Roboto,Helvetica Neue,Arial,sans-serif"
TEXT = f"{FONT};font-size:15px;line-height:22px;color:{INK}"
SMALL = f"{FONT};font-size:13px;line-height:18px"
PARAGRAPH = f"margin:0 0 14px 0;{TEXT}"
CELL = f"{SMALL};color:{INK};vertical-align:top"


def line(items: tuple[Inline, ...]) -> Html:
    """A line of text."""
    return hypertext.inlines(items, _figure, link_style=f"color:{ACCENT}")


def _figure(figure: Shown) -> Html:
    """A mail keeps no hidden keys (rule N12), only the grey of a stale figure."""
    return element("span", text(figure.text), style=f"color:{GREY}") if figure.stale else text(figure.text)


def space() -> Html:
    """Room below a table: Outlook for Windows ignores a table's margin."""
    return element("div", Html("&nbsp;"), style="font-size:8px;line-height:16px")
