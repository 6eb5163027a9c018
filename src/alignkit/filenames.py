"""File names that every system stores as they are, and sets of them in which no two are the same."""

from __future__ import annotations

import os
import re
from hashlib import sha256
from typing import TYPE_CHECKING
from unicodedata import category, normalize

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alignkit.diagnostics import Report

LONGEST_NAME = 150
"""Bytes of a name in UTF-8: room for a folder and a suffix wherever 255 is the limit."""

_SEPARATORS = re.compile(r"[/\\\0]")
_REFUSED_BY_WINDOWS = re.compile(r'[<>:"|?*]')
_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_DEVICE = re.compile(r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|COM[0-9]|LPT[0-9])")
_EXTENSION = re.compile(r"\.[A-Za-z0-9]{1,10}")


class UnsafeNameError(ValueError):
    """A text no file name can be made of: it holds a separator, or nothing of it is left."""


def safe_name(text: str) -> str:
    """A file name made of `text` that every system stores as it is.

    The same name comes back when it is given again.

    Raises:
        UnsafeNameError: for separators and NUL, which are refused rather than repaired, and for text of which
            nothing is left.

    """
    if found := _SEPARATORS.search(text):
        raise UnsafeNameError(f"a file name cannot hold {_spelled(found[0])}")
    name = normalize("NFC", "".join(c for c in normalize("NFC", text) if category(c) not in _DROPPED))
    name = _trimmed(_REFUSED_BY_WINDOWS.sub("_", name))
    if not name:
        raise UnsafeNameError("nothing is left of the file name")
    if _DEVICE.fullmatch(normalize("NFKC", name.partition(".")[0]).strip().upper()):
        name = f"_{name}"
    return name if len(name.encode()) <= LONGEST_NAME else _shortened(name)


def _spelled(character: str) -> str:
    return "NUL" if character == "\0" else f"`{character}`"


def _trimmed(name: str) -> str:
    """No leading dot, dash or tilde, no trailing dot, no blank at either end."""
    return re.sub(r"^[\s.~-]+|[\s.]+$", "", name)


def _shortened(name: str) -> str:
    """The beginning of the name, a hash of all of it, and its extension if it has one."""
    stem, extension = os.path.splitext(name)
    if not _EXTENSION.fullmatch(extension):
        stem, extension = name, ""
    tail = f"-{sha256(name.encode()).hexdigest()[:10]}{extension}"
    start = stem.encode()[: LONGEST_NAME - len(tail)].decode(errors="ignore")
    return start.rstrip(" .") + tail


def are_fit(names: Iterable[str], report: Report) -> bool:
    """Whether all names are safe and no two are one and the same on a system that ignores case or form.

    Reports: OUT-001, OUT-002.
    """
    taken: dict[str, str] = {}
    is_fit = True
    for name in names:
        other = taken.setdefault(normalize("NFKC", normalize("NFKC", name).casefold()), name)
        if not _is_safe(name):
            is_fit = False
            report.broken(
                "OUT-001",
                f"expected a safe file name, found `{visible(name)}`",
                hint="remove separators, control characters and reserved words from the name",
            )
        elif other != name:
            is_fit = False
            report.broken(
                "OUT-002",
                f"`{name}` and `{other}` are the same file on some systems",
                hint="give one of the two documents another name",
            )
    return is_fit


def _is_safe(name: str) -> bool:
    try:
        return safe_name(name) == name
    except UnsafeNameError:
        return False


def visible(name: str) -> str:
    """A name as a message may show it: what cannot be seen stands as its number."""
    return "".join(c if c.isprintable() else f"U+{ord(c):04X}" for c in name)
