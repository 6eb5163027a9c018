"""Records that are begun: kept as a comment until they are complete, so that no file stops building.

A file that could be read before an answer can be read after it. What would break it, such as a measure
without its unit, waits at the end of the file behind `#`, and question mode takes it up again from there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from alignkit.context import check
from alignkit.diagnostics import Report
from alignkit.source import read_texts, steps_of
from alignkit.source.places import label_of

from .editing import page_of
from .manuscript import Manuscript, with_texts, with_value
from .order import at, holds
from .questions import path_of
from .yaml_text import Indents, key_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from alignkit.source import Data, Step

_HEAD = "# Begun with `alignkit ask` and not complete yet; it goes on here."
_HOMELESS = "# Answered to `alignkit ask`; where it belongs the file says something else by now."
_TAIL = re.compile(
    rf"(?:\r\n|\n|\r)?{re.escape(_HEAD)}(?P<lines>(?:(?:\r\n|\n|\r)#[^\r\n]*)*)(?:\r\n|\n|\r)?"
)


class Held(NamedTuple):
    """Something that waits until it is complete."""

    path: str
    """Where it belongs; an entry of a list by its number, which is the next one by then."""
    value: Data
    """What was answered."""


class Kept(NamedTuple):
    """What is written after an answer."""

    whole: Manuscript
    """The context as every reader sees it."""
    held: tuple[Held, ...] = ()
    """What waits in a comment."""

    @property
    def texts(self) -> Mapping[Path, str]:
        """The texts of the files, with the comment."""
        return _with_comment(self.whole, _HEAD, self.held) if self.held else self.whole.texts


def kept(before: Manuscript, after: Manuscript) -> Kept:
    """What to write of `after` so that a context that could be read, `before`, still can be."""
    if not _is_readable(before) or _is_readable(after):
        return Kept(after)
    whole = before
    held: list[Held] = []
    waiting: set[tuple[Step, ...]] = set()
    for steps, value in _additions(before.source.data, after.source.data, ()):
        tried = None if steps[:-1] in waiting else with_value(whole, steps, value)
        if tried is not None and _is_readable(tried):
            whole = tried
            continue
        above = path_of(steps[:-1], after.source.root)
        held.append(Held((above + label_of(steps[-1])).removeprefix("."), value))
        if isinstance(steps[-1], int):
            waiting.add(steps[:-1])
    return Kept(whole, tuple(held))


def taken_up(manuscript: Manuscript) -> tuple[Kept, Manuscript]:
    """What stands in the files, and the manuscript in which what waited has its place again.

    What has no place any more, since the file was changed meanwhile, stays a comment.
    """
    text = manuscript.texts.get(manuscript.main, "")
    found = _TAIL.search(text)
    waiting = _read(found["lines"], manuscript.main) if found else ()
    if found is None or not waiting:
        return Kept(manuscript), manuscript
    bare = {**manuscript.texts, manuscript.main: text[: found.start()] + text[found.end() :]}
    whole = with_texts(manuscript, bare)
    working, homeless = _with_all(whole, waiting)
    if homeless:
        whole = with_texts(manuscript, _with_comment(whole, _HOMELESS, homeless))
        working, _ = _with_all(whole, waiting)
    return Kept(whole, tuple(each for each in waiting if each not in homeless)), working


def _with_all(manuscript: Manuscript, waiting: Sequence[Held]) -> tuple[Manuscript, list[Held]]:
    """The manuscript with what waited, and what found no place in it."""
    homeless = []
    for each in waiting:
        placed = _put_back(manuscript, each)
        if placed is None:
            homeless.append(each)
        else:
            manuscript = placed
    return manuscript, homeless


def _is_readable(manuscript: Manuscript) -> bool:
    report = Report()
    check(manuscript.source, report)
    return not report.is_broken


def _additions(old: Data, new: Data, steps: tuple[Step, ...]) -> Iterator[tuple[tuple[Step, ...], Data]]:
    """What is new or another value now; of a list each entry."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key, value in new.items():
            yield from _additions(old.get(key), value, (*steps, key))
    elif isinstance(new, list) and isinstance(old, list | None):
        known = old or []
        for index, value in enumerate(new):
            yield from _additions(known[index] if index < len(known) else None, value, (*steps, index))
    elif old != new:
        yield steps, new


def _with_comment(manuscript: Manuscript, head: str, held: Sequence[Held]) -> Mapping[Path, str]:
    text = manuscript.texts.get(manuscript.main, "")
    lines = [line for each in held for line in key_lines(each.path, each.value, Indents())]
    end = page_of(text).line_end
    own = end.join(["", head, *(f"# {line}" for line in lines), ""])
    return {**manuscript.texts, manuscript.main: text + own}


def _read(lines: str, main: Path) -> tuple[Held, ...]:
    """What a comment holds; nothing when somebody has made another text of it."""
    text = "\n".join(re.sub(r"\A# ?", "", line) for line in lines.splitlines())
    report = Report()
    source = read_texts({main: text}, report) if text.strip() else None
    return () if source is None or report.is_broken else tuple(Held(*each) for each in source.data.items())


def _put_back(manuscript: Manuscript, held: Held) -> Manuscript | None:
    """The manuscript with what was held in its place; None where that is taken or gone."""
    steps, data = list(steps_of(held.path)), manuscript.source.data
    for count, step in enumerate(steps):
        there = at(data, steps[:count])
        if isinstance(there, list) and isinstance(step, str):
            ids = [at(each, ("id",)) for each in there]
            if step not in ids:
                return None
            steps[count] = ids.index(step)
    if isinstance(steps[-1], int):
        there = at(data, steps[:-1])
        steps[-1] = len(there) if isinstance(there, list) else 0
    return None if holds(data, steps) else with_value(manuscript, steps, held.value)
