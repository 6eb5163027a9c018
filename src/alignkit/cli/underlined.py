"""What was found in a text, each with its line and the words underlined."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, TextIO

from alignkit.diagnostics import Severity

from . import console
from .excerpt import excerpt, visible

if TYPE_CHECKING:
    from alignkit.foreign_texts import Found, Reading

_STYLES = {Severity.ERROR: "bold red", Severity.WARN: "bold yellow", Severity.INFO: "bold blue"}


def tell_found(reading: Reading, stream: TextIO) -> None:
    """Write what stopped the reading, then what the rules found."""
    told = {id(each.diagnostic) for each in reading.found}
    console.tell([each for each in reading.report if id(each) not in told], lambda _: (), stream=stream)
    for each in reading.found:
        _tell(each, stream)


def _tell(each: Found, stream: TextIO) -> None:
    found = each.diagnostic
    word = console.WORDS[found.severity]
    console.write(
        [(f"{visible(each.where)}: ", "bold"), (word, _STYLES[found.severity]), (f" {found.code} ", ""),
         (visible(found.message), "bold")],
        stream,
    )  # fmt: skip
    width = min(max(shutil.get_terminal_size((100, 24)).columns, 60), 120) - 4
    text, caret = excerpt(each.line, each.start + 1, width)
    marks = "^" * max(1, min(each.length, len(text) - len(caret) + 1))
    console.write([("  | ", "dim"), (text, "")], stream)
    console.write([("  | ", "dim"), (caret[:-1] + marks, "bold red")], stream)
    console.write([("  hint: ", "cyan"), (visible(found.hint), "")], stream)
    console.write([("", "")], stream)
