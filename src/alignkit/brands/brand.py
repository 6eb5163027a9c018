"""What a brand is: colours by role, fonts, a logo, and the line a document's foot begins with."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from alignkit.diagnostics import Place

CLASS = "{class}"
"""Stands in the line of a brand for the word of the document's class, such as `Confidential`."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colour of each role, six hexadecimal digits in capitals; the default look's where nothing is said.

    Source: `brand/word/word/theme/theme1.xml` and `writers/page.css`, which a test holds these against.
    """

    ink: str = "18222C"
    """Text, titles, the rule over a total; the ground of the first slide."""
    quiet: str = "4B5965"
    """Text of the second rank: labels, sources, headers and footers."""
    paper: str = "FFFFFF"
    """The ground of pages and slides, and text on ink or accent."""
    soft: str = "F0F4F6"
    """The ground of panels."""
    rule: str = "D3DBE0"
    """Hairlines."""
    accent: str = "0B5A70"
    """What matters: the label above the title, the bar of a callout, the series that counts, links."""
    accent_2: str = "6F93A6"
    """The second series of a chart."""
    good: str = "2F7D4F"
    """Status: on track."""
    warn: str = "9C5A00"
    """Status: at risk."""
    bad: str = "9B1C24"
    """Status: off track; the bar of a warning."""

    def of(self, role: str) -> str:
        """The colour of a role by the name it has in a brand file."""
        return str(getattr(self, role.replace("-", "_")))


ROLES = tuple(each.name.replace("_", "-") for each in fields(Palette))
"""The roles of colours as a brand file names them, in order."""
DEFAULT = Palette()
"""The colours of the default look."""


@dataclass(frozen=True, slots=True)
class Fonts:
    """Families by what is set in them."""

    text: str = "Calibri"
    """Everything but titles and headings."""
    headings: str = "Calibri"
    """Titles and headings."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture as it was found, not yet looked into."""

    path: Path
    """Where it is."""
    data: bytes = field(repr=False)
    """The bytes of the file."""
    place: Place
    """Where the brand file names it."""


@dataclass(frozen=True, slots=True)
class Brand:
    """A look that needs no template: it changes the colours and fonts of ours and places a logo.

    It can be a key of a dictionary, so that what is made with it can be kept.
    """

    file: str
    """The brand file as messages name it."""
    name: str = ""
    """Whose it is; the text of the logo for those who cannot see it. Never empty beside a logo."""
    palette: Palette = DEFAULT
    """Colours by role, those nobody named derived."""
    fonts: Fonts = Fonts()
    """Families."""
    logo: Logo | None = None
    """The logo; None without one."""
    confidentiality: str = ""
    """What the foot of a page begins with, possibly with `{class}`; empty for the word of the class."""

    def line(self, word: str, *, is_confidential: bool) -> str:
        """What the foot of a page begins with in a document whose class is called `word`.

        A confidential document always says so, whether the brand's line has a place for it or not.
        """
        if not self.confidentiality:
            return word
        if CLASS in self.confidentiality:
            return self.confidentiality.replace(CLASS, word)
        return f"{word} · {self.confidentiality}" if is_confidential else self.confidentiality
