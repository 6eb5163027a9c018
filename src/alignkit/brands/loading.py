"""A brand file to a brand, with every mistake of it in one run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.diagnostics import Severity
from alignkit.source import place_of, read

from .brand import CLASS, ROLES, Brand, Fonts
from .contrast import check_contrast
from .derived import palette_of
from .finding import BRAND
from .logos import find_logo
from .values import Wrong, color_in, comment_at, font_in, line_in, nearest_key, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from alignkit.diagnostics import Place, Report
    from alignkit.source import Node, Source

    from .brand import Logo

_KEYS = ("schema", "name", "colors", "fonts", "logo", "confidentiality")
_FONTS = ("text", "headings")
_LONGEST_NAME, _LONGEST_LINE = 60, 60
"""Characters: a name for the logo's text, a line for the foot of a page."""
_WITH_OFFICE = frozenset(
    (
        "aptos", "aptos display", "arial", "arial narrow", "bahnschrift", "book antiqua", "bookman old style",
        "calibri", "calibri light", "cambria", "candara", "century gothic", "century schoolbook", "consolas",
        "constantia", "corbel", "courier new", "franklin gothic book", "franklin gothic medium", "garamond",
        "georgia", "gill sans mt", "grandview", "helvetica", "helvetica neue", "palatino linotype",
        "rockwell", "seaford", "segoe ui", "segoe ui semibold", "skeena", "tahoma", "tenorite",
        "times new roman", "trebuchet ms", "tw cen mt", "verdana",
    )
)  # fmt: skip
"""Families that come with Office or with both systems it runs on."""


def load_brand(path: Path, report: Report) -> Brand | None:
    """The brand in the file at `path`, or in `brand.yaml` in that folder; None after mistakes were reported.

    Reports: BRAND-001, BRAND-003 to BRAND-006, BRAND-008 to BRAND-010, BRAND-012, and what reading its YAML
    reports.
    """
    before = len(report.diagnostics)
    path = path / BRAND if path.is_dir() else path
    source = read(path, report)
    if source is None:
        return None
    file = _File(source, path, report)
    brand = file.brand()
    if any(each.blocks for each in report.diagnostics[before:]):
        return None
    check_contrast(brand, file.places(), report)
    file.say_fonts(brand.fonts)
    return brand


class _File:
    """Reads the keys of one brand file and reports what does not fit."""

    def __init__(self, source: Source, path: Path, report: Report) -> None:
        self.source = source
        self.path = path
        self.report = report

    def brand(self) -> Brand:
        """The brand, with the default look's values in place of what does not fit."""
        self.unknown((), _KEYS, "a brand")
        if (schema := self.node("schema")) and schema.value != 1:
            message = f"expected `schema: 1`, found {shown(schema.value)}"
            self.report.broken("BRAND-001", message, self.place("schema"), hint="write `schema: 1`")
        colors = {role: color for role in self.group("colors", ROLES, "a palette")
                  if (color := self.taken(color_in, "BRAND-003", "colors", role))}  # fmt: skip
        fonts = {name: font for name in self.group("fonts", _FONTS, "the fonts of a brand")
                 if (font := self.taken(font_in, "BRAND-005", "fonts", name))}  # fmt: skip
        text = fonts.get("text", Fonts().text)
        name = self.line("name", _LONGEST_NAME)
        return Brand(
            file=str(self.path),
            name=name,
            palette=palette_of(colors),
            fonts=Fonts(text, fonts.get("headings", text)),
            logo=self.logo(name),
            confidentiality=self.line("confidentiality", _LONGEST_LINE + len(CLASS)),
        )

    def places(self) -> Mapping[str, Place]:
        """Where each role is named; the palette's own place under the empty name."""
        return {role: self.place("colors", role) for role in ("", *ROLES)}

    def say_fonts(self, fonts: Fonts) -> None:
        """Report fonts that readers may not have."""
        for key in _FONTS:
            font = str(getattr(fonts, key))
            if font.lower() not in _WITH_OFFICE and self.node("fonts", key):
                self.report.finding(
                    "BRAND-012",
                    Severity.INFO,
                    f"the font `{font}` does not come with Office; readers who lack it see another",
                    self.place("fonts", key),
                    hint="make sure that your readers have it, or name one that comes with Office",
                )

    def node(self, *steps: str) -> Node | None:
        """What stands at the end of `steps`, None without it."""
        node: Node | None = self.source.root
        for step in steps:
            node = node.value.get(step) if node and isinstance(node.value, dict) else None
        return node

    def place(self, *steps: str) -> Place:
        """Where `steps` lead, or where their nearest ancestor stands."""
        return place_of(self.source.root, tuple(step for step in steps if step))

    def group(self, key: str, known: tuple[str, ...], what: str) -> Iterator[str]:
        """The known names under `key` that are there; reports the others."""
        node = self.node(key)
        if node is None:
            return
        if isinstance(node.value, dict):
            self.unknown((key,), known, what)
            yield from (name for name in known if name in node.value)
        elif node.value is not None:
            message = (
                f"expected `{key}` to hold {' and '.join(f'`{name}:`' for name in known[:2])} and so on, "
            )
            self.report.broken(
                "BRAND-004", message + f"found {shown(node.value)}", self.place(key),
                hint=f"write each under `{key}:` on a line of its own",
            )  # fmt: skip

    def unknown(self, steps: tuple[str, ...], known: tuple[str, ...], what: str) -> None:
        """Report the keys that mean nothing here."""
        node = self.node(*steps)
        for key in node.value if node and isinstance(node.value, dict) else ():
            if key not in known:
                place = place_of(self.source.root, (*steps, key), at_key=True)
                self.report.broken(
                    "BRAND-001", f"unknown key `{key}` in {what}", place, hint=nearest_key(key, known)
                )

    def taken(self, reader: Callable[[Node, str, str], str | Wrong], code: str, *steps: str) -> str:
        """The text a reader makes of the value at `steps`; empty after its mistake was reported."""
        node = self.node(*steps)
        if node is None:
            return ""
        found = reader(node, steps[-1], comment_at(node, self.source))
        if isinstance(found, Wrong):
            self.report.broken(code, found.message, self.place(*steps), hint=found.hint)
            return ""
        return found

    def line(self, key: str, most: int) -> str:
        """A text of one short line; empty without it."""
        return self.taken(lambda node, name, comment: line_in(node, name, comment, most), "BRAND-004", key)

    def logo(self, name: str) -> Logo | None:
        """The logo with its bytes."""
        named = self.line("logo", 200)
        if not named:
            return None
        node = self.node("name")
        if not name and (node is None or node.value in (None, "")):
            self.report.broken(
                "BRAND-008",
                "expected `name` beside `logo`, found none",
                self.place("logo"),
                hint="write `name:` with what those hear who cannot see the logo",
            )
        return find_logo(named, self.path, self.place("logo"), self.report)
