"""Files, people file and command-line values to one `Source`."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from alignkit.diagnostics import Place

from .files import context_files, text_of
from .guard import Tally
from .loader import Loaded, load
from .merge import merge
from .overrides import OPTION, override
from .places import Node, Source
from .wording import quoted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from alignkit.diagnostics import Report

PEOPLE = "people"
"""The confidential block, which has a file of its own."""
PEOPLE_FILE_KEYS = frozenset({"schema", PEOPLE})


@dataclass(slots=True)
class _Pile:
    """What was read so far."""

    tally: Tally = field(default_factory=Tally)
    size: int = 0
    lines: dict[str, tuple[str, ...]] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)


def read(
    path: Path, report: Report, *, people: Path | None = None, overrides: Sequence[str] = ()
) -> Source | None:
    """The context in `path`, a file or a folder, with the people file and the command line's values in it.

    Args:
        path: A YAML file, or a folder whose YAML files are joined by top-level key in name order.
        report: Receives every problem; a source may come back although the report is broken, so that
            what could be read can be checked in the same run.
        people: The confidential file with the block `people`; without it there are no reviews.
        overrides: `path=value` texts, such as `issues.ISS1.approved=130000`.

    Returns:
        The source, or None when nothing could be read at all.

    Reports: YAML-001 to YAML-026.

    """
    pile = _Pile()
    roots = [root for file in context_files(path, report) if (root := _shared(file, pile, report))]
    confidential = _confidential(people, pile, report) if people else None
    if not roots:
        return None
    root = merge([*roots, *([confidential] if confidential else [])], report)
    if overrides:
        root = override(root, overrides, report)
        pile.lines[OPTION] = tuple(overrides)
    return Source(root, MappingProxyType(pile.lines), frozenset(pile.unread))


def read_texts(texts: Mapping[Path, str], report: Report) -> Source | None:
    """The context in the texts of its files, as `read` would find it on disk.

    Reports: YAML-005 to YAML-024.
    """
    pile = _Pile()
    taken = [_taken(text, path, pile, report) for path, text in texts.items()]
    roots = [root for root in (_without_reviews(root, report) for root in taken) if root]
    return (
        Source(merge(roots, report), MappingProxyType(pile.lines), frozenset(pile.unread)) if roots else None
    )


def _shared(path: Path, pile: _Pile, report: Report) -> Node | None:
    """The root of a file of the shared context, without reviews."""
    return _without_reviews(_loaded(path, pile, report), report)


def _without_reviews(root: Node | None, report: Report) -> Node | None:
    if root is None or not isinstance(root.value, dict) or PEOPLE not in root.value:
        return root
    key = root.value[PEOPLE].start
    message = "the block `people` is confidential and cannot be part of the shared context"
    hint = "move it to a file of its own and give that file with --people"
    report.broken("YAML-024", message, Place(key.file, key.line, key.column, PEOPLE), hint=hint)
    return root._replace(value={name: node for name, node in root.value.items() if name != PEOPLE})


def _confidential(path: Path, pile: _Pile, report: Report) -> Node | None:
    """The root of the people file, with nothing but reviews in it."""
    root = _loaded(path, pile, report)
    if root is None or not isinstance(root.value, dict):
        return None
    for name, node in root.value.items():
        if name not in PEOPLE_FILE_KEYS:
            message = f"expected only `people` in the people file, found {quoted(name)}"
            hint = "move this block to the shared context"
            spot = node.key or node.spot
            report.broken("YAML-025", message, Place(spot.file, spot.line, spot.column, name), hint=hint)
    if PEOPLE not in root.value and PEOPLE not in pile.unread:
        message = "expected the block `people` in the people file, found none"
        report.broken("YAML-025", message, Place(str(path), 1), hint="begin the file with `people:`")
    return root._replace(value={name: node for name, node in root.value.items() if name in PEOPLE_FILE_KEYS})


def _loaded(path: Path, pile: _Pile, report: Report) -> Node | None:
    """The root of a file, a mapping; None with the reason in the report."""
    text = text_of(path, report, pile.size)
    return None if text is None else _taken(text, path, pile, report)


def _taken(text: str, path: Path, pile: _Pile, report: Report) -> Node | None:
    """The root of the text of a file, a mapping."""
    pile.size += len(text.encode())
    loaded = load(text, str(path), report, pile.tally)
    pile.lines[str(path)] = loaded.lines
    pile.unread |= loaded.unread
    return loaded.root if _is_mapping(loaded, report) else None


def _is_mapping(loaded: Loaded, report: Report) -> bool:
    root = loaded.root
    if root is None:
        return False
    if isinstance(root.value, dict):
        return True
    found = "a list" if isinstance(root.value, list) else f"the text {quoted(str(root.value))}"
    message = f"expected keys such as `meta:` and `company:`, found {found}"
    report.broken(
        "YAML-019",
        message,
        Place(*root.spot),
        hint="begin the file with `schema: 1`; `alignkit new` writes one to begin with",
    )
    return False
