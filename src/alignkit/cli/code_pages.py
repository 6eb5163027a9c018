"""The pages on codes: what each code means, why it matters, an example and the cure."""

from __future__ import annotations

import re
from typing import NamedTuple

_HEADING = re.compile(r"^## (?P<code>[A-Z][A-Z0-9]*-(?:\d{3}|T\d\d|CODE)) *(?P<name>.*)$", re.MULTILINE)


class Section(NamedTuple):
    """What the pages say of one code."""

    name: str
    """Its name in a few words."""
    text: str
    """Its paragraphs, in Markdown."""

    @property
    def meaning(self) -> str:
        """What it means: the first paragraph."""
        return self.text.partition("\n\n")[0]


def sections() -> dict[str, Section]:
    """The section of every code."""
    from alignkit.catalogue import Catalogue

    found: dict[str, Section] = {}
    for page in Catalogue().codes().values():
        text = page.read_text("utf-8")
        headings = list(_HEADING.finditer(text))
        ends = [match.start() for match in headings[1:]] + [len(text)]
        for match, end in zip(headings, ends, strict=False):
            found[match["code"]] = Section(match["name"], text[match.end() : end].strip())
    return found
