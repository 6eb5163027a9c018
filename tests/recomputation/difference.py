"""What the comparison reports."""

from __future__ import annotations

from typing import NamedTuple


class Difference(NamedTuple):
    """A number on a page that is not what it should be."""

    file: str
    where: str
    text: str
    key: str
    expected: str

    def __str__(self) -> str:
        key = f" [{self.key}]" if self.key else ""
        return f"{self.file}: {self.where}: found `{self.text}`{key}, expected {self.expected}"
