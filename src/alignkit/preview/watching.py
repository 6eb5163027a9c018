"""Which files a request is made from, and whether one of them has changed."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from alignkit.build import Request
    from alignkit.catalogue import Catalogue

_ENDINGS = frozenset(
    (".yaml", ".yml", ".j2", ".docx", ".dotx", ".pptx", ".potx", ".png", ".jpg", ".jpeg", ".gif")
)
_OF_A_PROJECT = ("templates", "language_banks", "brands", "brand.yaml")
MOST_FILES = 2000
"""Files that are looked at; a folder with more is no context."""


def watched(request: Request, catalogue: Catalogue) -> tuple[Path, ...]:
    """Files and folders whose change changes what a request gives."""
    kinds = catalogue.kinds()
    places = [
        request.context,
        *(kinds[name] for name in request.kinds if name in kinds),
        *request.references,
        *(each for each in (request.people,) if each),
    ]
    if catalogue.project is not None:
        places += [catalogue.project / name for name in _OF_A_PROJECT]
    return tuple(places)


def stamp(places: Iterable[Path]) -> str:
    """A text that differs whenever one of the files was saved, added or removed."""
    digest = hashlib.sha256()
    for path in sorted(set(_files(places)))[:MOST_FILES]:
        try:
            known = path.stat()
        except OSError:  # it was there a moment ago: the next look tells
            continue
        digest.update(f"{path}|{known.st_mtime_ns}|{known.st_size}\n".encode())
    return digest.hexdigest()


def _files(places: Iterable[Path]) -> Iterator[Path]:
    for place in places:
        if place.is_file():
            yield place
        elif place.is_dir():
            yield from (
                path for path in place.rglob("*") if path.suffix.lower() in _ENDINGS and path.is_file()
            )
