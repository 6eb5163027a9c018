"""A document as one web page that needs nothing else, and a message as the page its e-mail shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import html_blocks, mail_html
from .html_style import pages, style
from .hypertext import Html, element, join, text

if TYPE_CHECKING:
    from alignkit.diagnostics import Report
    from alignkit.model.document import ControlEntry, Document, Properties
    from alignkit.model.message import Message


def write(document: Document, report: Report) -> bytes:
    """A complete page in UTF-8: style, charts and data inside, no reference to anywhere.

    Every shown figure carries its key as `data-figure` (rule N12).
    """
    del report  # a web page can express every block
    html = element(
        "html",
        Html("\n"),
        _head(document),
        Html("\n"),
        element("body", Html("\n"), _body(document), Html("\n")),
        Html("\n"),
        lang=document.properties.language,
    )
    return f"<!doctype html>\n{html}\n".encode()


def write_message(message: Message, report: Report) -> bytes:
    """The page the e-mail's HTML part holds.

    Reports: OUT-020, OUT-021.
    """
    return mail_html.page(message, report).encode()


def _head(document: Document) -> Html:
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
                element("style", style(), pages(properties, document.words)),
            ),
            "\n",
        ),
        Html("\n"),
    )


def _body(document: Document) -> Html:
    header = element(
        "header",
        join(
            part
            for part in (
                _running(document),
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


def _running(document: Document) -> Html:
    """The line above everything: whose document it is, and whether it is a draft."""
    properties: Properties = document.properties
    draft = element("strong", text(document.words.draft), class_="draft") if properties.draft else Html("")
    header = element("span", text(properties.header)) if properties.header else Html("")
    return element("div", header, draft, class_="running") if header or draft else Html("")


def _control(entries: tuple[ControlEntry, ...]) -> Html:
    pairs = (
        element("div", element("dt", text(entry.label)), element("dd", html_blocks.line(entry.value)))
        for entry in entries
    )
    return element("dl", *pairs, class_="control") if entries else Html("")
