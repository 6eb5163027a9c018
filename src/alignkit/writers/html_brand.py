"""A web page in the look of a brand: variables of its style sheet, and the logo inside the page."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignkit.brands import DEFAULT, Fonts

from .html_style import string
from .hypertext import Html, element
from .logos import logo_of

if TYPE_CHECKING:
    from alignkit.brands import Brand
    from alignkit.diagnostics import Report

_VARIABLES = {
    "ink": "ink",
    "paper": "paper",
    "soft": "soft",
    "rule": "rule",
    "accent": "accent",
    "second": "accent-2",
    "grey": "quiet",
    "caution": "warn",
    "warning": "bad",
}
"""The role behind each variable of `page.css`."""
_LIKE_IT = "Calibri,Carlito,Arial,sans-serif"
"""What readers see who lack the font."""
_LOGO = (
    ".running{align-items:center}.running .draft{margin-left:auto}\n"
    ".logo{max-height:45px;max-width:190px;margin:-12px 0}\n"
)


@dataclass(frozen=True, slots=True)
class PageLook:
    """What a brand adds to a page."""

    rules: Html
    """Rules that stand after the style sheet."""
    logo: Html
    """The logo; empty without one."""


def look_of(brand: Brand | None, report: Report) -> PageLook:
    """What `brand` adds to a page; nothing without one.

    Reports: BRAND-007, BRAND-013.
    """
    if brand is None:
        return PageLook(Html(""), Html(""))
    picture = logo_of(brand, report)
    if picture is None:
        return PageLook(_rules(brand), Html(""))
    source = f"data:{picture.content_type};base64,{b64encode(picture.data).decode()}"
    return PageLook(Html(_rules(brand) + _LOGO), element("img", src=source, alt=brand.name, class_="logo"))


def _rules(brand: Brand) -> Html:
    """Colours and fonts where they differ from those of the style sheet."""
    palette = brand.palette
    variables = "".join(
        f"--{name}:#{color.lower()};"
        for name, role in _VARIABLES.items()
        if (color := palette.of(role)) != DEFAULT.of(role)
    )
    colors = f":root{{{variables}}}\n" if variables else ""
    page = f"@page{{color:#{palette.quiet.lower()}}}\n" if palette.quiet != DEFAULT.quiet else ""
    return Html(colors + page + _fonts(brand.fonts))


def _fonts(fonts: Fonts) -> str:
    usual, rules = Fonts(), ""
    if fonts.text != usual.text:
        rules += f"body{{font-family:{string(fonts.text)},{_LIKE_IT}}}\n"
        rules += f"@page{{font-family:{string(fonts.text)},{_LIKE_IT}}}\n"
    if fonts.headings != fonts.text:
        rules += f"h1,h2,h3,h4{{font-family:{string(fonts.headings)},{_LIKE_IT}}}\n"
    return rules
