"""The text of one file to nodes, and what is left of it after a mistake of syntax."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import yaml

from .characters import screen
from .guard import RefusedError, Tally
from .nodes import Reading, document, duplicate
from .places import Node, Spot
from .problems import MOST_PROBLEMS, Problem, tell
from .syntax import Flaw, explain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.diagnostics import Report

_BLOCK = re.compile(r"""(?P<mark>["']?)(?P<key>[A-Za-z_][\w-]*)(?P=mark)\s*:""")


class Loaded(NamedTuple):
    """A file as nodes."""

    root: Node | None
    """None when nothing could be read."""
    lines: tuple[str, ...]
    unread: frozenset[str] = frozenset()
    """Top-level keys whose block is not YAML."""


def load(text: str, file: str, report: Report, tally: Tally) -> Loaded:
    """The nodes of a file; what is wrong with it is in the report.

    Reports: YAML-005 to YAML-019, YAML-021 to YAML-023.
    """
    screened = screen(text.removeprefix("\ufeff"))
    lines = _lines(screened.text)
    reading = Reading(file, lines, screened.stand_ins)
    try:
        root = document(screened.text, reading, tally)
        if root is None:
            reading.problems.append(_empty(file))
        loaded = Loaded(root, _shown(lines, screened.stand_ins))
    except RefusedError as refused:
        spot = reading.spot(refused.mark)
        reading.problems = [Problem("YAML-005", refused.message, spot, refused.hint)]
        loaded = Loaded(None, _shown(lines, screened.stand_ins))
    except yaml.MarkedYAMLError as error:
        loaded = _recover(reading, error, tally)
    except yaml.YAMLError:  # the parser's reader: a character that screening let pass
        message, hint = "this file holds a character YAML cannot read", "retype what was copied into it"
        reading.problems = [Problem("YAML-006", message, Spot(file, 1, 1), hint)]
        loaded = Loaded(None, _shown(lines, screened.stand_ins))
    tell(reading.problems, loaded.root, report)
    return loaded


def _empty(file: str) -> Problem:
    hint = "write its first keys; `alignkit new` and `alignkit init` write files to begin with"
    return Problem("YAML-019", "the file is empty", Spot(file, 1, 1), hint)


def _lines(text: str) -> tuple[str, ...]:
    """The lines as YAML counts them; other separators were replaced before."""
    return tuple(re.split(r"\r\n|\r|\n", text))


def _shown(lines: tuple[str, ...], stand_ins: dict[str, str]) -> tuple[str, ...]:
    table = str.maketrans(dict.fromkeys(stand_ins, "\ufffd"))
    return tuple(line.translate(table) for line in lines) if stand_ins else lines


class _Block(NamedTuple):
    key: str
    line: int
    """From 0."""
    text: str


def _recover(reading: Reading, error: yaml.MarkedYAMLError, tally: Tally) -> Loaded:
    """The blocks of a file that can be read, and the flaws of those that cannot."""
    reading.problems.clear()
    entries: dict[str, Node] = {}
    unread: set[str] = set()
    flaws: list[Problem] = []
    for block in _blocks(reading.lines):
        if len(flaws) > MOST_PROBLEMS:
            unread.add(block.key)
            continue
        part = Reading(reading.file, reading.lines, reading.stand_ins, block.line, partial=True)
        root = _block_root(block, part, tally, flaws)
        if root is None or not isinstance(root.value, dict):
            unread.add(block.key)
            continue
        reading.problems += part.problems
        for key, node in root.value.items():
            if key in entries:
                reading.problems.append(duplicate(key, entries[key].key, node.start, (key,)))
            entries.setdefault(key, node)
    reading.problems += flaws or _flaws(error, reading.lines, reading)
    root = Node(entries, Spot(reading.file, 1, 1)) if entries else None
    return Loaded(root, _shown(reading.lines, reading.stand_ins), frozenset(unread - entries.keys()))


def _block_root(block: _Block, part: Reading, tally: Tally, flaws: list[Problem]) -> Node | None:
    lines = _lines(block.text)
    try:
        root = document(block.text, part, tally)
    except RefusedError as refused:
        flaws.append(Problem("YAML-005", refused.message, part.spot(refused.mark), refused.hint))
        return None
    except yaml.MarkedYAMLError as error:
        flaws += _flaws(error, lines, part)
        return None
    if root is not None and not isinstance(root.value, dict):
        flaws += [_problem(flaw, part) for flaw in explain(lines, (0, 0), None)]
    return root


def _blocks(lines: tuple[str, ...]) -> Iterator[_Block]:
    starts = [number for number, line in enumerate(lines) if _BLOCK.match(line)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=False):
        match = _BLOCK.match(lines[start])
        text = "\n".join("" if line.startswith(("---", "...")) else line for line in lines[start:end])
        yield _Block(match["key"] if match else "", start, text)


def _flaws(error: yaml.MarkedYAMLError, lines: tuple[str, ...], reading: Reading) -> list[Problem]:
    at, begun = error.problem_mark or error.context_mark, error.context_mark
    flaws = explain(
        lines, (at.line, at.column) if at else (0, 0), (begun.line, begun.column) if begun else None
    )
    return [_problem(flaw, reading) for flaw in flaws]


def _problem(flaw: Flaw, reading: Reading) -> Problem:
    spot = Spot(reading.file, flaw.line + 1 + reading.first_line, flaw.column + 1)
    return Problem(flaw.code, flaw.message, spot, flaw.hint)
