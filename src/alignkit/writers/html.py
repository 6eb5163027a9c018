"""A document as one web page that needs nothing else, and a message as the page its e-mail shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import html_blocks, mail_html
from .html_brand import PageLook, look_of
from .html_style import pages, style
from .hypertext import Html, element, join, text

if TYPE_CHECKING:
    from alignkit.brands import Brand
    from alignkit.diagnostics import Report
    from alignkit.model.document import ControlEntry, Document, Properties
    from alignkit.model.message import Message


def write(document: Document, report: Report, brand: Brand | None = None) -> bytes:
    """A complete page in UTF-8: style, charts, logo and data inside, no reference to anywhere.

    Every shown figure carries its key as `data-figure` (rule N12).

    Reports: BRAND-007 and BRAND-013 for a logo; a web page can express every block.
    """
    look = look_of(brand, report)
    html = element(
        "html",
        Html("\n"),
        _head(document, look),
        Html("\n"),
        element("body", Html("\n"), _body(document, look), Html("\n")),
        Html("\n"),
        lang=document.properties.language,
    )
    return f"<!doctype html>\n{html}\n".encode()


def write_message(message: Message, report: Report) -> bytes:
    """The page the e-mail's HTML part holds.

    Reports: OUT-020, OUT-021.
    """
    return mail_html.page(message, report).encode()


def _head(document: Document, look: PageLook) -> Html:
    properties = document.properties
    return element(
        "head",
        Html("\n"),
        join(
            (
                element("meta", charset="utf-8"),
                element("meta", name="viewport", content="width=device-width, initial-scale=1"),
                element("title", text(properties.title)),
                element("meta", name="author", content=properties.author),
                element("meta", name="description", content=properties.subject),
                element("style", style(), pages(properties, document.words), look.rules),
            ),
            "\n",
        ),
        Html("\n"),
    )


def _body(document: Document, look: PageLook) -> Html:
    header = element(
        "header",
        join(
            part
            for part in (
                _running(document, look.logo),
                element("p", text(document.label), class_="kind") if document.label else Html(""),
                element("h1", html_blocks.line(document.title)),
                _control(document.control),
            )
            if part
        ),
    )
    main = element("main", header, Html("\n"), html_blocks.blocks(document), Html("\n"))
    footer = element("footer", text(document.properties.footer)) if document.properties.footer else Html("")
    return join((main, footer), "\n")


def _running(document: Document, logo: Html) -> Html:
    """The line above everything: whose document it is, whether it is a draft, and a brand's logo."""
    properties: Properties = document.properties
    draft = element("strong", text(document.words.draft), class_="draft") if properties.draft else Html("")
    header = element("span", text(properties.header)) if properties.header else Html("")
    inside = (header, draft, logo)
    return element("div", *inside, class_="running") if any(inside) else Html("")


def _control(entries: tuple[ControlEntry, ...]) -> Html:
    pairs = (
        element("div", element("dt", text(entry.label)), element("dd", html_blocks.line(entry.value)))
        for entry in entries
    )
    return element("dl", *pairs, class_="control") if entries else Html("")
