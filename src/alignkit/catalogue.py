"""Where templates, language banks, the example and the pages on codes are found.

The same names lead to them in a wheel (inside the package), in an editable install (the top of the
repository) and in a user's project folder, which comes first.
"""

from __future__ import annotations

import filecmp
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from alignkit.diagnostics import Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.diagnostics import Report

TEMPLATES = "templates"
BANKS = "language_banks"
EXAMPLE = "examples/quillmere"
CODES = "docs/codes"
MANIFEST = "kind.yaml"
"""The file that makes a folder a template."""
MARKS = ("alignkit.yaml", "brand.yaml")
"""Files that make a folder a project; a folder `templates` or `language_banks` does too."""
MOST_LEVELS_UP = 3
"""How far above the context a project is looked for."""

_PACKAGE = Path(__file__).parent


def packaged(name: str) -> Path:
    """The folder or file `name`, such as `templates`, as it comes with alignkit.

    An installation without its data is a mistake of ours, and raises FileNotFoundError.
    """
    for root in (_PACKAGE / "_data", _PACKAGE.parents[1]):
        if (root / name).exists():
            return root / name
    raise FileNotFoundError(f"alignkit is installed without its `{name}`")


def is_shipped(folder: Path) -> bool:
    """Whether a template folder came with alignkit, wherever that is installed; else it is the project's."""
    return folder.is_relative_to(packaged(TEMPLATES))


def find_project(context: Path) -> Path | None:
    """The project a context belongs to: its folder or one at most three levels above it.

    `context` is a context file or the folder of one; None when there is no project.
    """
    here = context.resolve()
    folder = here if here.is_dir() else here.parent
    candidates = (folder, *folder.parents[:MOST_LEVELS_UP])
    return next((candidate for candidate in candidates if _is_project(candidate)), None)


def _is_project(folder: Path) -> bool:
    return any((folder / name).is_dir() for name in (TEMPLATES, BANKS)) or any(
        (folder / mark).is_file() for mark in MARKS
    )


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What is there to build with: the project's own things first, then those that come with alignkit."""

    project: Path | None = None
    """The project folder; None when there is none."""

    def kinds(self, report: Report | None = None) -> dict[str, Path]:
        """The template folders by kind, in name order.

        Reports: CAT-001, when a folder of the project leads out of it; such a folder is not used.
        """
        found: dict[str, Path] = {}
        if self.project is not None:
            found |= {path.name: path for path in self._own_kinds(self.project, report)}
        shipped = {path.name: path for path in _folders(packaged(TEMPLATES)) if (path / MANIFEST).is_file()}
        # a copy of one of ours in which nothing is changed is ours, as in a checkout of alignkit itself
        own = {name: path for name, path in found.items() if not _are_alike(path, shipped.get(name))}
        return dict(sorted((shipped | own).items()))

    def _own_kinds(self, project: Path, report: Report | None) -> Iterator[Path]:
        for path in _folders(project / TEMPLATES):
            if not (path / MANIFEST).is_file():
                continue
            if _is_inside(path / MANIFEST, project):
                yield path
            elif report is not None:
                message = f"the template `{path.name}` leads out of the project and is not used"
                hint = "copy the folder into the project"
                report.finding("CAT-001", Severity.WARN, message, Place(str(path), 1), hint=hint)

    def banks(self) -> dict[str, tuple[Path, ...]]:
        """The folders of language banks by language, the project's before ours."""
        roots = [self.project / BANKS] if self.project is not None else []
        found: dict[str, tuple[Path, ...]] = {}
        for root in (*roots, packaged(BANKS)):
            for path in _folders(root):
                if self.project is None or root != self.project / BANKS or _is_inside(path, self.project):
                    found[path.name] = (*found.get(path.name, ()), path)
        return dict(sorted(found.items()))

    def example(self) -> Path:
        """The folder of the worked example."""
        return packaged(EXAMPLE)

    def codes(self) -> dict[str, Path]:
        """The pages on diagnostic codes by family, such as `YAML`."""
        return {path.stem: path for path in sorted(packaged(CODES).glob("*.md"))}


def _folders(root: Path) -> tuple[Path, ...]:
    if not root.is_dir():
        return ()
    return tuple(
        sorted(path for path in root.iterdir() if path.is_dir() and not path.name.startswith((".", "_")))
    )


def _are_alike(one: Path, other: Path | None) -> bool:
    """Whether two folders hold the same files with the same bytes; what cannot be read is like nothing."""
    if other is None or (names := _names(one)) != _names(other):
        return False
    return filecmp.cmpfiles(one, other, names, shallow=False)[0] == names


def _names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _is_inside(path: Path, project: Path) -> bool:
    return path.resolve().is_relative_to(project.resolve())
