"""PptxGenJS at the job: a process of its own that makes many decks and says how long each took."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from .deck import LABEL, SERIES, TABLE_HEADERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .deck import Job

HOME = Path(__file__).parent / "pptxgenjs"
_SECONDS = 1800


def is_there() -> bool:
    """Whether Node is installed and PptxGenJS beside the script; `npm ci` in its folder puts it there."""
    return shutil.which("node") is not None and (HOME / "node_modules" / "pptxgenjs").is_dir()


def seconds(jobs: Sequence[Job]) -> list[float]:
    """Processor seconds of each deck, made one after the other in one process."""
    return _run(jobs, "")


def write(job: Job) -> bytes:
    """The deck as a file."""
    with tempfile.TemporaryDirectory() as folder:
        _run([job], folder)
        return (Path(folder) / "0.pptx").read_bytes()


def _run(jobs: Sequence[Job], folder: str) -> list[float]:
    given = {
        "jobs": [asdict(job) for job in jobs],
        "headers": TABLE_HEADERS,
        "series": SERIES,
        "label": LABEL,
        "folder": folder,
    }
    done = subprocess.run(
        ["node", "--expose-gc", "deck.mjs"],
        cwd=HOME,
        input=json.dumps(given),
        capture_output=True,
        text=True,
        check=True,
        timeout=_SECONDS,
    )
    found: list[float] = json.loads(done.stdout)
    return found
