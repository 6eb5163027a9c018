"""Every number on every page of finished documents, recomputed from the context they were made from.

    python recompute.py CONTEXT.yaml FILE... [--locale TAG]

Nothing of the program that made the documents is used. Each difference is one line; the last line is a summary.
The exit code is 1 when there is a difference, 2 when a file cannot be read.
"""

from __future__ import annotations

import argparse
import sys
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from all_by_hand import recompute
from appendix import appendix_faults
from comparing import Comparison
from context_by_hand import parse
from pages_docx import read_docx
from pages_mail import read_mail, read_text
from pages_pptx import read_pptx
from wordings import locale_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from comparing import Tally
    from ledger_by_hand import Sheet

READERS = {".docx": read_docx, ".pptx": read_pptx, ".eml": read_mail, ".txt": read_text, ".md": read_text}


def compare(context: Path, files: Sequence[Path], locale: str = "") -> Tally:
    """The files held against the context.

    Args:
        context: the YAML file.
        files: documents, decks and mails made from it.
        locale: conventions of the pages; those the context names when empty.

    """
    sheet = _figures_of(context.read_text(encoding="utf-8"))
    tag = locale or sheet.text("meta.locale")
    comparison = Comparison(sheet, locale_of(tag, sheet.text("company.currency")))
    several = [READERS[file.suffix](file) for file in files]
    for file, pages in zip(files, several, strict=True):
        comparison.compare(pages, keyed=file.suffix in (".docx", ".pptx"))
    comparison.tally.differences += appendix_faults(comparison, several)
    return comparison.tally


@lru_cache(maxsize=4)
def _figures_of(context: str) -> Sheet:
    return recompute(parse(context))


def summary(tally: Tally, files: int) -> str:
    """What was compared, in one line."""
    return (
        f"{tally.numbers} numbers in {files} files, {len(tally.keys)} keys, "
        f"{tally.by_value} known by their value alone, {len(tally.differences)} differences"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description="Recompute every number on every page.")
    parser.add_argument("context", type=Path)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--locale", default="")
    asked = parser.parse_args(arguments)
    if unknown := [file for file in asked.files if file.suffix not in READERS]:
        print(f"expected {', '.join(READERS)}, found {unknown[0]}", file=sys.stderr)  # noqa: T201 - a command talks
        return 2
    try:
        tally = compare(asked.context, asked.files, asked.locale)
    except (OSError, BadZipFile) as error:
        print(f"cannot be read: {error}", file=sys.stderr)  # noqa: T201 - likewise
        return 2
    for difference in tally.differences:
        print(difference)  # noqa: T201 - the product of the command
    print(summary(tally, len(asked.files)))  # noqa: T201 - likewise
    return 1 if tally.differences else 0


if __name__ == "__main__":
    sys.exit(main())
