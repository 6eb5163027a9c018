"""The files of a context as they stand, and the same files with one value more."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from alignkit.context import check
from alignkit.context.schema import modeline
from alignkit.diagnostics import Place, Report
from alignkit.files import write_all
from alignkit.projects import CONTEXT, SCHEMA, SCHEMA_FOLDER
from alignkit.source import Node, Source, Spot, read_texts
from alignkit.source.files import context_files, text_of
from alignkit.source.places import child_of, id_of

from .editing import edits, nested, page_of, root_edit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from alignkit.source import Data, Step

_HEAD = f"{modeline(f'{SCHEMA_FOLDER}/{SCHEMA}')}\n"
_FIRST_LINES = f"{_HEAD}schema: 1\n"


@dataclass(frozen=True, slots=True)
class Manuscript:
    """The files of a context with what they say."""

    main: Path
    """Where a block goes that no file has yet."""
    texts: Mapping[Path, str]
    """The text of every file, byte order mark and line ends included."""
    source: Source
    """What they say."""
    is_on_disk: bool = True
    """Whether there is a file yet."""


class _Below(NamedTuple):
    """Where a path ends in what is there."""

    node: Node
    rest: tuple[Step, ...]
    """What is not there yet."""


def open_manuscript(path: Path, report: Report) -> Manuscript | None:
    """The context at `path` for editing; a new one where there is none; None for one that cannot be read.

    Reports: YAML-001 to YAML-024, CTX-009.
    """
    main = path / CONTEXT if path.is_dir() else path
    if not main.exists() and not _has_files(path):
        return replace(_manuscript(main, {main: _FIRST_LINES}), is_on_disk=False)
    texts = {
        file: text for file in context_files(path, report) if (text := text_of(file, report)) is not None
    }
    if report.is_broken:
        return None
    if all(_says_nothing(text) for text in texts.values()):
        return _manuscript(main if main in texts else next(iter(texts)), texts)
    source = read_texts(texts, report)
    if source is None or report.is_broken or _is_of_another_version(source, report):
        return None
    return Manuscript(main if main in texts else _first_of(texts, main), texts, source)


def _is_of_another_version(source: Source, report: Report) -> bool:
    """Whether the file has a format this program does not know."""
    found = Report()
    check(source, found)
    for each in found:
        if each.code == "CTX-009":
            report.add(each)
    return report.is_broken


def _has_files(path: Path) -> bool:
    return path.is_dir() and bool(context_files(path, Report()))


def _first_of(texts: Mapping[Path, str], main: Path) -> Path:
    """The file new blocks go to: `context.yaml`, which a folder of several files may not have yet."""
    return main if len(texts) > 1 else next(iter(texts))


def _manuscript(main: Path, texts: Mapping[Path, str]) -> Manuscript:
    """What the texts say; nothing where they hold comments alone."""
    source = None if all(map(_says_nothing, texts.values())) else read_texts(texts, Report())
    empty = Source(Node({}, Spot(str(main), 1, 1)), MappingProxyType({}))
    return Manuscript(main, texts, source or empty)


def with_texts(manuscript: Manuscript, texts: Mapping[Path, str]) -> Manuscript:
    """The manuscript with other texts, such as those without a comment."""
    return replace(_manuscript(manuscript.main, texts), is_on_disk=manuscript.is_on_disk)


def _says_nothing(text: str) -> bool:
    lines = text.removeprefix("\ufeff").splitlines()
    return all(not line.strip() or line.lstrip().startswith("#") for line in lines)


def with_value(manuscript: Manuscript, steps: Sequence[Step], value: Data) -> Manuscript | None:
    """The manuscript with `value` at the end of `steps` and every other value as it was.

    None when no edit of the text does just that, as where a value is repeated elsewhere by its name.
    """
    expected = _put(dict(manuscript.source.data), steps, value)
    below = _below(manuscript.source.root, steps)
    for texts in _edited(manuscript, below, value):
        report = Report()
        source = read_texts(texts, report)
        if source and not report.is_broken and _is_same(source.data, expected):
            return Manuscript(manuscript.main, texts, source)
    return None


def _below(root: Node, steps: Sequence[Step]) -> _Below:
    node = root
    for count, step in enumerate(steps):
        child = child_of(node, step)[0]
        if child is None:
            return _Below(node, tuple(steps[count:]))
        node = child
    return _Below(node, ())


def _edited(manuscript: Manuscript, below: _Below, value: Data) -> Iterator[Mapping[Path, str]]:
    """The texts with the value in them, as often as there are ways to write it."""
    is_new_block = below.node is manuscript.source.root
    file = manuscript.main if is_new_block else Path(below.node.spot.file)
    text = manuscript.texts.get(file, _HEAD)
    page = page_of(text)
    if is_new_block and page.spans.root is None:
        key = str(below.rest[0])
        yield {**manuscript.texts, file: root_edit(page, key, nested(below.rest[1:], value))}
        return
    span = page.spans.root if is_new_block else page.spans.at.get(below.node.spot[1:])
    if span is not None:
        for new in edits(page, span, below.node.key, below.rest, value):
            yield {**manuscript.texts, file: new}


def _put(data: Data, steps: Sequence[Step], value: Data) -> Data:
    """Plain data with `value` at the end of `steps`."""
    if not steps:
        return value
    step, rest = steps[0], steps[1:]
    if isinstance(data, list):
        index = _index(data, step)
        if index == len(data):
            return [*data, nested(rest, value)]
        return [_put(each, rest, value) if at == index else each for at, each in enumerate(data)]
    if isinstance(data, dict):
        known = str(step) in data
        return {**data, str(step): _put(data[str(step)], rest, value) if known else nested(rest, value)}
    return nested(steps, value)


def _index(data: list[Data], step: Step) -> int:
    if isinstance(step, int):
        return min(step, len(data))
    ids = [each.get("id") if isinstance(each, dict) else None for each in data]
    return ids.index(step) if step in ids else len(data)


def _is_same(one: Data, other: Data) -> bool:
    """Whether two values are alike in type as well; to Python 1, 1.0 and true are the same."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_is_same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_is_same, one, other))
    return one == other


def save(texts: Mapping[Path, str], on_disk: Mapping[Path, str], report: Report) -> bool:
    """Whether the files now hold these texts; those that did not change are left alone.

    Args:
        texts: what is to stand there.
        on_disk: the texts as they were read or written last; another one on disk is somebody else's work.
        report: collects what went wrong.

    Reports: ASK-002, and what `write_all` reports.

    """
    changed = {path: text for path, text in texts.items() if on_disk.get(path) != text}
    for path in changed:
        if _text(path) != on_disk.get(path):
            report.broken(
                "ASK-002",
                f"`{path}` was changed by another program and is left as it is",
                Place(str(path), 1),
                hint="save and close it there, then ask again",
            )
            return False
    for path, text in changed.items():
        real = path.resolve()
        write_all({real.name: text.encode()}, real.parent, report)
    return not report.is_broken


def _text(path: Path) -> str | None:
    """The text on disk; None where there is none."""
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, ValueError):
        return None


def ids_in(node: Node | None) -> tuple[str, ...]:
    """The ids of the records of a list, or the names of those under keys."""
    if node is None:
        return ()
    if isinstance(node.value, dict):
        return tuple(node.value)
    return tuple(own for each in node.value if (own := id_of(each))) if isinstance(node.value, list) else ()
