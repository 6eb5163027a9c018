"""A record put into the text of a bank file, whose comments, order and line ends stay what they are."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from alignkit.source import Source

HEAD = """\
# Phrases of our own. `alignkit phrases check` reads them as an editor would.
schema: 1
bank: {bank}
phrases:
"""
"""Begins a file that was not there."""

_PLAIN = re.compile(r"[a-z][a-z0-9_-]*\Z")
_ELSEWHERE = frozenset(("y", "n", "yes", "no", "off", "true", "false", "null", "nan", "inf"))
"""Words other readers of YAML take for something else; `on` is a band, and stands as in our files."""
_NO_ENTRIES = re.compile(r"phrases:\s*(?:\[\s*\]|~|null)?\s*(?P<comment>#.*)?")


def with_record(text: str, source: Source | None, bank: str, record: Mapping[str, Any]) -> str:
    """The text of a file with a record as the last of its phrases.

    Reading the result has to prove that it worked: files can be written in ways this does not foresee.

    Args:
        text: the file as it is; empty where there is none.
        source: what was read from it.
        bank: which bank the record belongs to.
        record: its fields.

    """
    if source is None:
        return HEAD.format(bank=bank) + "".join(f"{line}\n" for line in record_lines(record, 2))
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines()
    if "phrases" not in source.data:
        bank_line = [] if "bank" in source.data else [f"bank: {bank}"]
        return end.join([*lines, *bank_line, "phrases:", *record_lines(record, 2)]) + end
    at, indent = _end_of(lines, source), _indent(lines, source)
    first = source.place("phrases").line - 1
    if not source.data["phrases"] and (found := _NO_ENTRIES.fullmatch(lines[first])):
        lines[first] = f"phrases:  {found['comment']}" if found["comment"] else "phrases:"
        at = first + 1
    return end.join([*lines[:at], *record_lines(record, indent), *lines[at:]]) + end


def record_lines(record: Mapping[str, Any], indent: int) -> list[str]:
    """The lines of a record, as the banks that come with alignkit have them."""
    lines = [line for key, value in record.items() for line in _field(key, value)]
    return [f"{' ' * indent}{'- ' if not number else '  '}{line}" for number, line in enumerate(lines)]


def _field(key: str, value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield f"{key}:"
        yield from (f"  {name}: {_scalar(each)}" for name, each in value.items())
    elif isinstance(value, list | tuple):
        yield f"{key}: [{', '.join(_scalar(each) for each in value)}]"
    else:
        yield f"{key}: {_scalar(value)}"


def _scalar(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str) and not (_PLAIN.match(value) and value not in _ELSEWHERE):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def _indent(lines: Sequence[str], source: Source) -> int:
    """Blanks before the dash of the last record; 2 where there is none."""
    several = source.data.get("phrases")
    if not isinstance(several, list) or not several:
        return 2
    place = source.place(f"phrases[{len(several) - 1}]")
    return max(lines[place.line - 1].rfind("-", 0, place.column - 1), 0)


def _end_of(lines: Sequence[str], source: Source) -> int:
    """The number of lines before the place for one more record: the end, or what belongs to the next key."""
    begin = source.place("phrases").line
    later = [line for key in source.data if (line := source.place(key).line) > begin]
    if not later:
        return len(lines)
    at = min(later) - 1
    while at > begin and (not lines[at - 1].strip() or lines[at - 1].startswith("#")):
        at -= 1
    return at
