"""The parts that styles play in our documents, and the name under which each stands in our own reference."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """A role of a style; its value is the name of the style in our reference (`w:name`)."""

    BODY = "Body Text"
    LABEL = "Document Label"
    TITLE = "Title"
    HEADING_1 = "heading 1"
    HEADING_2 = "heading 2"
    HEADING_3 = "heading 3"
    BULLET_1 = "List Bullet"
    BULLET_2 = "List Bullet 2"
    BULLET_3 = "List Bullet 3"
    NUMBER_1 = "List Number"
    NUMBER_2 = "List Number 2"
    NUMBER_3 = "List Number 3"
    CONTINUE_1 = "List Continue"
    CONTINUE_2 = "List Continue 2"
    CONTINUE_3 = "List Continue 3"
    CHECKLIST = "Checklist"
    SUMMARY = "Summary"
    NOTE = "Callout Note"
    NOTE_TITLE = "Callout Note Title"
    DECISION = "Callout Decision"
    DECISION_TITLE = "Callout Decision Title"
    WARNING = "Callout Warning"
    WARNING_TITLE = "Callout Warning Title"
    SPOKEN = "Spoken"
    OBJECTION = "Objection"
    REPLY = "Reply"
    CAPTION = "caption"
    FIGURE = "Figure"
    SOURCE_LINE = "Source Line"
    TABLE_TEXT = "Table Text"
    TABLE_NUMBER = "Table Number"
    TABLE_HEADER = "Table Header"
    TABLE_SPACER = "Table Spacer"
    CONTROL_LABEL = "Control Label"
    CONTROL_ENTRY = "Control Entry"
    CARD_LABEL = "Card Label"
    CARD_VALUE = "Card Value"
    CARD_NOTE = "Card Note"
    HEADER = "header"
    FOOTER = "footer"
    CONTENTS_HEADING = "TOC Heading"
    CONTENTS_1 = "toc 1"
    CONTENTS_2 = "toc 2"
    CONTENTS_3 = "toc 3"
    STRONG = "Strong"
    EMPHASIS = "Emphasis"
    LINK = "Hyperlink"
    STALE = "Stale Figure"
    TIME = "Spoken Time"
    LEAD_IN = "Lead-in"
    CALLOUT_LABEL = "Callout Label"
    CAPTION_LABEL = "Caption Label"
    CHART_UNIT = "Chart Unit"
    DRAFT = "Draft Mark"
    TABLE = "Report Table"
    CONTROL_TABLE = "Control Table"
    CARD_TABLE = "Card Table"


HEADINGS = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3)
"""Roles of headings by level."""
BULLETS = (Role.BULLET_1, Role.BULLET_2, Role.BULLET_3)
"""Roles of bulleted entries by depth."""
NUMBERS = (Role.NUMBER_1, Role.NUMBER_2, Role.NUMBER_3)
"""Roles of numbered entries by depth."""
CONTINUATIONS = (Role.CONTINUE_1, Role.CONTINUE_2, Role.CONTINUE_3)
"""Roles of further paragraphs of an entry by depth."""
CONTENTS = (Role.CONTENTS_1, Role.CONTENTS_2, Role.CONTENTS_3)
"""Roles of the lines of a table of contents by level."""
