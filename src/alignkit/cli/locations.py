"""Places of diagnostics as other programs want them: files that exist, seen from the folder one works in."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alignkit.diagnostics import Diagnostic, Place


def shown_places(diagnostic: Diagnostic, root: Path) -> tuple[Place | None, tuple[Place, ...]]:
    """Where to point, and the other places.

    A place in a template that comes with alignkit is in nobody's repository; then the place in the context
    whose words it is about comes first.

    Args:
        diagnostic: what was found.
        root: the folder one works in.

    """
    places = [each for each in (diagnostic.place, *diagnostic.related) if each is not None]
    first = next((each for each in places if (root / each.file).is_file()), None)
    return first, tuple(each for each in places if each is not first)


def file_from(file: str, root: Path) -> str:
    """The file as it is called from `root`, with forward slashes; absolute when it lies elsewhere."""
    path = Path(os.path.normpath(root / file))
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
