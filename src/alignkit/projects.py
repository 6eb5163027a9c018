"""Files for a beginning: a first context, a project folder, the worked example, a template."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from alignkit.brands import BRAND
from alignkit.context.schema import json_schema, modeline
from alignkit.files import write_all
from alignkit.phrases.schema import bank_schema

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from alignkit.catalogue import Catalogue
    from alignkit.diagnostics import Report
    from alignkit.templates import Kind

Parts = dict[Path, dict[str, bytes]]
"""Files to write: content by name, by folder."""
CONTEXT = "context.yaml"
PEOPLE = "people.yaml"
SCHEMA_FOLDER, SCHEMA = ".alignkit", "context.schema.json"
"""Where editors find the file format, beside the files that name it."""
FIRST_KIND = "budget-script"
"""The kind whose first context a new project begins with."""

_STARTERS = Path(__file__).parent / "starters"
_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")
_YEAR = re.compile(r"\bFY(\d{4})\b")

_TEMPLATES_README = """\
# Templates of your own

A folder here is a kind of document, used like those that come with alignkit.

    alignkit template new board-note    writes one that works
    alignkit template check board-note  finds its mistakes
    alignkit build board-note           makes the document
"""
_BANKS_README = """\
# Words of your own

The fixed words of documents, such as "Decision needed" or "Table", come from alignkit.
A file `en/words.yaml` here replaces those it names:

    words:
      confidential: Strictly confidential
"""


def write_parts(parts: Parts, report: Report, *, overwrite: bool = False) -> tuple[Path, ...]:
    """The paths of the files written, folder by folder; nothing more is written after the first problem.

    Reports: OUT-001 to OUT-010.
    """
    written: list[Path] = []
    for folder, files in parts.items():
        written += write_all(files, folder, report, overwrite=overwrite)
        if report.is_broken:
            break
    return tuple(written)


def schema_part(folder: Path) -> Parts:
    """The file format for editors, where the first line of a context in `folder` looks for it."""
    return {folder / SCHEMA_FOLDER: {SCHEMA: schema_text().encode()}}


@cache
def schema_text() -> str:
    """The file format as JSON Schema."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


@cache
def bank_schema_text() -> str:
    """The form of a file of phrases as JSON Schema."""
    return json.dumps(bank_schema(), indent=2, ensure_ascii=False) + "\n"


def first_context(kind: Kind, day: date, report: Report) -> str | None:
    """The text of a first context for `kind`, with its days moved to around `day`.

    Reports: KIND-010 when the kind has none.
    """
    if not kind.starter:
        report.broken(
            "KIND-010",
            f"`{kind.name}` has no first context to begin with",
            hint=f"begin with `alignkit init`, then see `alignkit need {kind.name}`",
        )
        return None
    return _headed(redated(kind.files[kind.starter], day))


def first_people(kind: Kind, day: date) -> str | None:
    """The text of a first people file, its days moved as those of the first context; None for other kinds."""
    if not kind.people_starter:
        return None
    own = _own_day(kind.files[kind.starter]) if kind.starter else None
    return redated(kind.files[kind.people_starter], day, own)


def project(folder: Path, context: Mapping[str, bytes]) -> Parts:
    """A project folder around the files of a context, with a brand file that changes nothing yet."""
    return {
        folder: {**context, BRAND: (_STARTERS / BRAND).read_bytes()},
        **schema_part(folder),
        folder / "templates": {"README.md": _TEMPLATES_README.encode()},
        folder / "language_banks": {"README.md": _BANKS_README.encode()},
    }


def example(catalogue: Catalogue) -> Mapping[str, bytes]:
    """The files of the worked example: the shared context and the confidential people file."""
    folder = catalogue.example()
    context = _headed((folder / CONTEXT).read_text("utf-8"))
    return {CONTEXT: context.encode(), PEOPLE: (folder / PEOPLE).read_bytes()}


def redated(text: str, day: date, written_on: date | None = None) -> str:
    """A first context as if it were written on `day`.

    Days move by whole weeks, so that a Friday stays one: what lay before the context's own day still does,
    what lay after it too. Years, their first and last days, move by years.

    Args:
        text: the context.
        day: the day it is to speak for.
        written_on: the day it speaks for now; as it says where None.

    """
    own = written_on or _own_day(text)
    if own is None:
        return text
    years = day.year - own.year

    def moved(match: re.Match[str]) -> str:
        found = date.fromisoformat(match[0])
        if found == own:
            return day.isoformat()
        if (found.month, found.day) in ((1, 1), (12, 31)):
            return found.replace(year=found.year + years).isoformat()
        weeks = (day - own).days // 7 + (1 if found > own and (day - own).days % 7 else 0)
        return (found + timedelta(weeks=weeks)).isoformat()

    moved_text = _DAY.sub(moved, text)
    return _YEAR.sub(lambda match: f"FY{int(match[1]) + years}", moved_text)


def template(name: str) -> dict[str, bytes]:
    """The files of a small template that works, for its author to change."""
    title = name.replace("-", " ").capitalize()
    files = {
        path.name: path.read_text("utf-8")
        for path in sorted((_STARTERS / "template").iterdir())
        if path.is_file()
    }
    return {file: text.replace("NAME", name).replace("TITLE", title).encode() for file, text in files.items()}


def differing(files: Mapping[str, bytes], folder: Path) -> Sequence[str]:
    """The names of files in `folder` that exist with another content."""
    return [name for name, content in files.items() if _differs(folder / name, content)]


def _differs(path: Path, content: bytes) -> bool:
    try:
        return path.exists() and path.read_bytes() != content
    except OSError:
        return True


def _own_day(text: str) -> date | None:
    found = re.search(r"\bas_of: (\d{4}-\d\d-\d\d)", text)
    return date.fromisoformat(found[1]) if found else None


def _headed(text: str) -> str:
    """The text under the line that tells an editor where the file format is."""
    return f"{modeline(f'{SCHEMA_FOLDER}/{SCHEMA}')}\n{text}"
