"""Proof that all contenders make the same document: the text of each paragraph and cell."""

from __future__ import annotations

from io import BytesIO

from docx import Document
from docx.oxml.ns import qn

_TEXT, _TAB, _PARAGRAPH = qn("w:t"), qn("w:tab"), qn("w:p")


def texts(data: bytes) -> tuple[str, ...]:
    """The paragraphs of a file that are not empty, those in tables and check boxes included."""
    body = Document(BytesIO(data)).element.body
    lines = [
        "".join(
            "\t" if element.tag == _TAB else element.text or ""
            for run in paragraph.iter(qn("w:r"))
            for element in run.iterchildren(_TEXT, _TAB)
        )
        for paragraph in body.iter(_PARAGRAPH)
    ]
    return tuple(line for line in lines if line)


def first_difference(one: bytes, other: bytes) -> str:
    """Where two files say different things; empty when they say the same."""
    left, right = texts(one), texts(other)
    for mine, theirs in zip(left, right, strict=False):
        if mine != theirs:
            return f"{mine!r} is not {theirs!r}"
    return "" if len(left) == len(right) else f"{len(left)} paragraphs are not {len(right)}"
