"""Decks of every contender: what they say, how long a batch takes, and how time grows with slides."""

from __future__ import annotations

import zipfile
from functools import partial
from importlib.util import find_spec
from io import BytesIO
from statistics import mean
from typing import TYPE_CHECKING

from lxml import etree

from . import ours_deck, with_pptxgenjs
from .clock import Timing, measure
from .deck import KICKOFF, deck, said
from .targets import Target

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from .deck import Job
    from .effort import Effort

    Work = Callable[[], bytes]

LINE, WRITER = "alignkit, whole line", "alignkit, writer alone"
PYTHON, NODE = "python-pptx", "PptxGenJS"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_WARM_UP = 5
"""Decks that Node makes before its time counts, since its compiler learns from the first ones."""


def has_python_pptx() -> bool:
    """Whether python-pptx is installed."""
    return find_spec("pptx") is not None


def contenders(job: Job) -> dict[str, Work]:
    """Every contender's way to this deck, within this process."""
    prepared = ours_deck.ready(job)
    model = ours_deck.laid_out(ours_deck.document(prepared))
    work: dict[str, Work] = {
        LINE: partial(ours_deck.whole_line, prepared),
        WRITER: partial(ours_deck.writer, model),
    }
    if has_python_pptx():
        from . import with_python_pptx

        work[PYTHON] = partial(with_python_pptx.write, job)
    return work


def difference() -> str:
    """What a contender's file does not say; empty when all say everything."""
    job = deck(1)
    files = {name: work() for name, work in contenders(job).items()}
    if with_pptxgenjs.is_there():
        files[NODE] = with_pptxgenjs.write(job)
    for name, data in files.items():
        if missing := unsaid(job, data):
            return f"{name} does not say {missing!r}"
    return ""


def unsaid(job: Job, data: bytes) -> str:
    """The first text or number of the job that a file lacks; empty when it lacks none."""
    held = set(_texts(data))
    return next((text for text in said(job) if text not in held), "")


def _texts(data: bytes) -> Iterator[str]:
    """Every paragraph of slides and notes, and every value of charts."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        for name in package.namelist():
            if not name.endswith(".xml") or not name.startswith(
                ("ppt/slides/", "ppt/notesSlides/", "ppt/charts/")
            ):
                continue
            root = etree.fromstring(package.read(name))
            for paragraph in root.iter(f"{_A}p"):
                yield "".join(text.text or "" for text in paragraph.iter(f"{_A}t"))
            for value in root.iter(f"{_C}v"):
                yield value.text or ""


def batch(effort: Effort) -> tuple[dict[str, Timing], list[Target]]:
    """Many decks of the size of a kickoff, each contender in one process."""
    jobs = [[deck(turn * effort.chunk + at) for at in range(effort.chunk)] for turn in range(effort.turns)]
    timings = measure(_turn(each) for each in jobs)
    if with_pptxgenjs.is_there():
        timings[NODE] = Timing(tuple(_node_seconds(each) for each in jobs))
    return timings, list(_batch_targets(timings))


def _turn(jobs: Sequence[Job]) -> dict[str, tuple[Work, ...]]:
    work = [contenders(job) for job in jobs]
    return {name: tuple(each[name] for each in work) for name in work[0]}


def _node_seconds(jobs: Sequence[Job]) -> float:
    return mean(with_pptxgenjs.seconds([*[jobs[0]] * _WARM_UP, *jobs])[_WARM_UP:])


def _batch_targets(timings: dict[str, Timing]) -> Iterator[Target]:
    if PYTHON in timings:
        yield Target("decks, whole line: times python-pptx", timings[PYTHON].times(timings[LINE]), 5)
    if NODE in timings:
        yield Target("decks, writer alone: times PptxGenJS", timings[NODE].times(timings[WRITER]), 1)


def sized(slides: int, effort: Effort) -> dict[str, Timing]:
    """One deck with so many slides."""
    jobs = [deck(1000 + turn, slides) for turn in range(effort.table_turns)]
    timings = measure(_turn([job]) for job in jobs)
    if with_pptxgenjs.is_there():
        timings[NODE] = Timing(tuple(with_pptxgenjs.seconds([deck(1)] * _WARM_UP + jobs)[_WARM_UP:]))
    return timings


def growth(fewer: Timing, more: Timing, sizes: tuple[int, int]) -> Target:
    """How much longer a deck takes with more slides."""
    what = f"{sizes[0]:,} to {sizes[1]:,} slides, whole line: times as long"
    return Target(what, more.times(fewer), sizes[1] / sizes[0] * 1.2, at_most=True)


TITLE = f"decks of {KICKOFF} slides in one process"
"""What a batch is called in print."""
