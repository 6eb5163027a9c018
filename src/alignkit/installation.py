"""What is installed: versions, owners of packages, programs and fonts."""

from __future__ import annotations

import os
import platform
import re
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, packages_distributions, requires, version
from pathlib import Path
from typing import TYPE_CHECKING

from alignkit import __version__
from alignkit.catalogue import Catalogue, packaged
from alignkit.writers.pdf import find_libreoffice

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

OWNERS = {"docx": "python-docx", "pptx": "python-pptx"}
"""Top-level packages that several distributions install over each other, with the one that is meant."""
_SECONDS = 20


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that was looked at."""

    name: str
    """What it is."""
    value: str
    """What was found."""
    problem: str = ""
    """What is wrong with it and what to do; empty when nothing is."""
    stops: bool = False
    """Whether alignkit cannot work like this."""


def facts(encoding: str) -> Iterator[Fact]:
    """Everything worth knowing when something does not work; `encoding` is that of the terminal."""
    yield Fact("alignkit", f"{__version__} in {Path(__file__).parent}")
    yield Fact("Python", f"{platform.python_version()} ({sys.executable})")
    yield Fact("system", platform.platform())
    yield _terminal(encoding)
    yield _data()
    yield from _dependencies()
    yield from owners(packages_distributions())
    yield _libreoffice()
    yield from _fonts()


def owners(distributions: Mapping[str, list[str]]) -> Iterator[Fact]:
    """Who installed the packages that have namesakes."""
    for package, meant in OWNERS.items():
        found = sorted(set(distributions.get(package, ())))
        value = ", ".join(found) or "not installed"
        if found and found != [meant]:
            others = " ".join(name for name in found if name != meant)
            cure = f"run: pip uninstall {others} && pip install --force-reinstall {meant}"
            yield Fact(f"package {package}", value, cure, stops=package == "docx")
        elif found or package == "docx":
            yield Fact(f"package {package}", value)


def _terminal(encoding: str) -> Fact:
    if encoding.lower().replace("-", "") == "utf8":
        return Fact("terminal", encoding)
    return Fact("terminal", encoding or "unknown", "set PYTHONUTF8=1 to see names with accents as they are")


def _data() -> Fact:
    try:
        kinds = Catalogue().kinds()
        return Fact("templates", f"{len(kinds)} kinds in {packaged('templates')}")
    except FileNotFoundError as missing:
        return Fact("templates", "missing", f"{missing}; install alignkit again", stops=True)


def _dependencies() -> Iterator[Fact]:
    try:
        requirements = requires("alignkit") or []
    except PackageNotFoundError:
        yield Fact("packages", "unknown", "alignkit runs without being installed; run: pip install -e .")
        return
    for requirement in requirements:
        if "extra ==" in requirement:
            continue
        name = re.split(r"[^A-Za-z0-9_.-]", requirement, maxsplit=1)[0]
        wanted = requirement.removeprefix(name).partition(";")[0].strip()
        try:
            yield Fact(name, f"{version(name)} (wanted {wanted or 'any'})")
        except PackageNotFoundError:
            yield Fact(name, "missing", f"run: pip install '{requirement}'", stops=True)


def _libreoffice() -> Fact:
    program = find_libreoffice()
    if program is None:
        return Fact("LibreOffice", "not found", "needed for PDF only; get it from libreoffice.org")
    try:
        answer = subprocess.run(  # noqa: S603 - the program found on the path, no user text in it
            [program, "--version"], check=True, capture_output=True, timeout=_SECONDS
        ).stdout.decode(errors="replace")
    except (OSError, subprocess.SubprocessError) as problem:
        return Fact("LibreOffice", program, f"it does not answer ({type(problem).__name__})")
    return Fact(
        "LibreOffice", f"{answer.strip().splitlines()[0] if answer.strip() else 'unknown'} ({program})"
    )


def _fonts() -> Iterator[Fact]:
    """Calibri, or Carlito, which is as wide: without either, pages break elsewhere in a PDF."""
    files = {name.lower() for folder in _font_folders() for name in _names(folder)}
    found = [font for font in ("Calibri", "Carlito") if any(name.startswith(font.lower()) for name in files)]
    if found:
        yield Fact("fonts", ", ".join(found))
    else:
        yield Fact(
            "fonts", "neither Calibri nor Carlito", "pages of a PDF break differently; install Carlito"
        )


def _font_folders() -> tuple[Path, ...]:
    home, windows = Path.home(), os.environ.get("WINDIR", "C:/Windows")
    if os.name == "nt":
        return Path(windows, "Fonts"), home / "AppData/Local/Microsoft/Windows/Fonts"
    if sys.platform == "darwin":
        word = Path("/Applications/Microsoft Word.app/Contents/Resources/DFonts")
        return Path("/Library/Fonts"), home / "Library/Fonts", Path("/System/Library/Fonts"), word
    return (
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        home / ".fonts",
        home / ".local/share/fonts",
    )


def _names(folder: Path) -> Iterator[str]:
    for _, _, names in os.walk(folder):
        yield from names
