"""What a test needs to fill and parse a template in two lines."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from alignkit.diagnostics import Report
from alignkit.fill.filling import Filler
from alignkit.formats import Formats
from alignkit.markup import parse
from alignkit.model.document import Words
from alignkit.model.draft import Frame
from alignkit.values import Figure, Unit

if TYPE_CHECKING:
    from alignkit.model.document import Document
    from alignkit.model.draft import Draft

DAY = date(2026, 11, 20)
FORMATS = Formats("en-US", DAY)
WORDS = Words(
    "Page {page} of {pages}", "Contents", "Draft", "Table", "Chart", "Note", "Decision", "Warning", "Reply",
    "Nothing to show", "To", "Cc", "Subject", "{title} ({part} of {parts})", "Summary", "Notes", "Say", "Grey: {sources}",
    "Rounded.",
)  # fmt: skip
FRAME = Frame(
    "Kind", "en-US", WORDS, "Company", "Author", DAY, True, "Internal", "internal", True, "document"
)


def money(amount: int, key: str = "key") -> Figure:
    return Figure(key, Decimal(amount), Unit.MONEY, "Amount", "USD")


def fill(text: str, /, report: Report | None = None, **names: Any) -> Draft | None:
    """The draft of a template whose names are given; its mistakes are in `report`."""
    return Filler({"body.md.j2": text}, "templates/kind").fill(
        "body.md.j2", names, FORMATS, report if report is not None else Report()
    )


def document(text: str, /, report: Report | None = None, **names: Any) -> Document:
    """The document of a template; the report must stay empty unless one is given."""
    own = report if report is not None else Report()
    draft = fill(text, own, **names)
    assert draft is not None, [d.message for d in own]
    made = parse(draft, FRAME, FORMATS, own)
    assert report is not None or not own.diagnostics, [d.message for d in own]
    return made


def problems(text: str, /, **names: Any) -> list[tuple[str, str, str]]:
    """Code, message and place of each mistake in a template that is filled and parsed."""
    report = Report()
    draft = fill(text, report, **names)
    if draft is not None:
        parse(draft, FRAME, FORMATS, report)
    return [(d.code, d.message, str(d.place)) for d in report]
