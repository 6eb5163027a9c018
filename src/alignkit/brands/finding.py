"""Which brand file a build takes."""

from __future__ import annotations

import difflib
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from alignkit.diagnostics import Place, Report

BRAND = "brand.yaml"
"""The brand file of a project."""
BRANDS = "brands"
"""The folder of a project that has several."""

_NAME = re.compile(r"[^\W_][\w-]{0,63}\Z")


def find_brand(
    context: Path, project: Path | None, report: Report, *, named: str = "", place: Place | None = None
) -> Path | None:
    """The brand file for a context: the one it names, else `brand.yaml` beside it or in the project.

    Args:
        context: context file or folder.
        project: folder of the project; None without one.
        report: where a name without a brand goes.
        named: `meta.brand`; empty to take what is there.
        place: where the context names it.

    Returns:
        None when there is none, which is not a problem unless it was named.

    Reports: BRAND-002.

    """
    here = context if context.is_dir() else context.parent
    folders = [here] if project is None or here.resolve() == project.resolve() else [here, project]
    if not named:
        return next((folder / BRAND for folder in folders if (folder / BRAND).is_file()), None)
    if _NAME.match(named):
        for path in (path for folder in folders for path in _files(folder, named)):
            if path.is_file():
                return path
    _say(named, folders, place, report)
    return None


def _files(folder: Path, name: str) -> tuple[Path, ...]:
    return folder / BRANDS / name / BRAND, folder / BRANDS / f"{name}.yaml"


def _say(named: str, folders: Sequence[Path], place: Place | None, report: Report) -> None:
    known = sorted({name for folder in folders for name in _names(folder / BRANDS)})
    close = difflib.get_close_matches(named, known, n=1, cutoff=0.5)
    if close:
        hint = f"write `{close[0]}`"
    elif known:
        hint = f"choose from {', '.join(f'`{each}`' for each in known)}"
    else:
        hint = f"write the brand into `{BRANDS}/{named}.yaml`" if _NAME.match(named) else "write a plain name"
    report.broken("BRAND-002", f"there is no brand `{named}`", place, hint=hint)


def _names(folder: Path) -> Iterator[str]:
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.is_file() and path.suffix == ".yaml":
            yield path.stem
        elif (path / BRAND).is_file():
            yield path.name
