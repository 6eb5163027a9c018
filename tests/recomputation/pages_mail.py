"""The text of a mail: subject, plain text and HTML."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from pages import Pages, Passage

if TYPE_CHECKING:
    from pathlib import Path

_BLOCKS = ("p", "td", "th", "li", "h1", "h2", "h3", "div", "tr", "title")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = [""]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.lines.append("")
        elif tag == "br":
            self.lines[-1] += "\n"

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        self.lines[-1] += data


def read_mail(path: Path) -> Pages:
    """Subject and both bodies of a mail; a mail carries no keys."""
    mail = message_from_bytes(path.read_bytes(), policy=policy.default)
    pages = Pages(path.name, [Passage("subject", str(mail["subject"]))])
    for part in mail.walk():
        if part.get_content_type() == "text/plain":
            blocks = re.split(r"\n\s*\n|\n(?=  \S)", part.get_content())
            pages.passages += _numbered("text", [" ".join(block.split()) for block in blocks])
        elif part.get_content_type() == "text/html":
            reader = _Reader()
            reader.feed(part.get_content())
            pages.passages += _numbered("html", reader.lines)
    return pages


def read_text(path: Path) -> Pages:
    """The paragraphs of a text file."""
    blocks = re.split(r"\n\s*\n|\n(?=  \S)|\n(?=\|)", path.read_text(encoding="utf-8"))
    return Pages(path.name, _numbered("text", [" ".join(block.split()) for block in blocks]))


def _numbered(title: str, texts: list[str]) -> list[Passage]:
    return [
        Passage(f"{title}, paragraph {number}", text)
        for number, text in enumerate(texts, start=1)
        if text.strip()
    ]
