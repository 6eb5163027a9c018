"""The style sheet of a web page, and the few of its rules that carry words."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from .hypertext import Html

if TYPE_CHECKING:
    from alignkit.model.document import Properties, Words


@cache
def style() -> Html:
    """The rules that hold for every page: screen first, then narrow screens, then paper."""
    return Html("\n" + files(__package__).joinpath("page.css").read_text("utf-8"))


def pages(properties: Properties, words: Words) -> Html:
    """The rules of printed pages: size, footer, page numbers, draft mark."""
    size = "letter" if properties.letter_paper else "A4"
    before, _, rest = words.page_of.partition("{page}")
    between, _, after = rest.partition("{pages}")
    count = f"{string(before)} counter(page) {string(between)} counter(pages) {string(after)}"
    draft = f"@top-right{{content:{string(words.draft)};color:#9b1c24}}" if properties.draft else ""
    return Html(
        f"@page{{size:{size};margin:2.3cm;font:8.5pt Calibri,Carlito,Arial,sans-serif;color:#4b5965;\n"
        f"@bottom-left{{content:{string(properties.footer)}}}\n@bottom-right{{content:{count}}}\n{draft}}}\n"
        "@page:first{@top-right{content:none}}\n"
    )


def string(value: str) -> str:
    """A CSS string; every character that could mean something stands as its number."""
    return '"' + "".join(c if c.isascii() and c.isalnum() else f"\\{ord(c):x} " for c in value) + '"'
