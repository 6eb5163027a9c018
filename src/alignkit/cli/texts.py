"""The lines of files that messages are about: of the context, of templates, of anything else on disk."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alignkit.catalogue import TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignkit.catalogue import Catalogue
    from alignkit.source import Source

MOST_BYTES = 2_000_000


class Texts:
    """Finds the lines of a file by the name places give it.

    Args:
        source: the context that was read, whose lines are as they were then.
        catalogue: where template folders are.

    """

    def __init__(self, source: Source | None, catalogue: Catalogue) -> None:
        self.source = source
        self.catalogue = catalogue
        self.known: dict[Path, Sequence[str]] = {}

    def __call__(self, file: str) -> Sequence[str]:
        """The lines, or none when the file cannot be shown."""
        if self.source is not None and file in self.source.lines:
            return self.source.lines[file]
        path = self._path(file)
        if path not in self.known:
            self.known[path] = _lines(path)
        return self.known[path]

    def _path(self, file: str) -> Path:
        """The file on disk; `templates/...` stands for a template folder, wherever that is."""
        head, _, rest = file.partition("/")
        kind, _, name = rest.partition("/")
        folders = self.catalogue.kinds() if head == TEMPLATES else {}
        return folders[kind] / name if kind in folders else Path(file)


def _lines(path: Path) -> Sequence[str]:
    try:
        if not path.is_file() or path.stat().st_size > MOST_BYTES:
            return ()
        return tuple(path.read_text("utf-8").split("\n"))
    except (OSError, ValueError):
        return ()
