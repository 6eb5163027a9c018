"""Who may import whom, and which room owns which library (docs/architecture.md)."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "alignkit"

ROWS = {
    "diagnostics": 0,
    "source": 1,
    "values": 1,
    "formats": 1,
    "model": 1,
    "context": 2,
    "catalogue": 2,
    "showing": 2,
    "walking": 2,
    "patterns": 1,
    "trades": 1,
    "purposes": 1,
    "filenames": 1,
    "files": 2,
    "templates": 3,
    "themes": 3,
    "prose": 3,
    "banks": 3,
    "statements": 3,
    "phrases": 3,
    "brands": 3,
    "keeping": 3,
    "looks": 7,
    "figures": 4,
    "fill": 4,
    "feedback": 4,
    "markup": 4,
    "lints": 4,
    "needs": 4,
    "layout": 4,
    "writers": 5,
    "build": 6,
    "projects": 6,
    "foreign_texts": 7,
    "demo": 7,
    "installation": 7,
    "names": 7,
    "rehearsal": 7,
    "asking": 7,
    "proofreading": 7,
    "reviews": 7,
    "preview": 7,
    "cli": 8,
}
"""The row of each module or package directly under `alignkit`; imports go strictly downwards."""

WITHIN_ROW_1 = {
    "formats": {"values"},
    "model": {"values"},
    "values": set[str](),
    "source": set[str](),
}
"""Row 1 holds the small vocabularies; these few look at each other, in one direction."""

HOMES = {
    "yaml": {"source"},
    "babel": {"formats"},
    "pydantic": {"context"},
    "pydantic_core": {"context"},
    "jinja2": {"fill"},
    "markupsafe": {"fill"},
    "markdown_it": {"markup"},
    "mdit_py_plugins": {"markup"},
    "jsonschema": {"templates"},
    "fontTools": {"layout"},
    "docx": {"writers"},
    "pptx": {"writers"},
    "lxml": {"writers"},
    "PIL": {"writers"},
    "pypdfium2": {"preview"},
    "click": {"cli"},
    "rich": {"cli"},
    "pyperclip": {"cli"},
    "rapidfuzz": {"phrases"},
}
"""The only rooms that may import a library."""


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def room_of(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imported(path: Path) -> set[str]:
    """Absolute names a module imports, type-only imports included; relative ones are resolved."""
    names: set[str] = set()
    package = ["alignkit", *path.relative_to(PACKAGE).parts[:-1]]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            names.update(
                {f"{module}.{alias.name}" for alias in node.names} if module == "alignkit" else {module}
            )
    return names


def breaches(room: str, names: set[str]) -> list[str]:
    """What a module in `room` imports although it may not."""
    found = []
    for name in sorted(names):
        parts = name.split(".")
        if parts[0] != "alignkit":
            if parts[0] in HOMES and room not in HOMES[parts[0]]:
                found.append(f"{room} imports {parts[0]}, whose home is {', '.join(sorted(HOMES[parts[0]]))}")
            continue
        target = parts[1] if len(parts) > 1 else ""
        if target in ("", room, "__version__"):
            continue
        if target not in ROWS:
            found.append(f"{room} imports {name}, which has no row")
        elif target in WITHIN_ROW_1.get(room, set()):
            continue
        elif ROWS[target] >= ROWS[room]:
            found.append(f"{room} (row {ROWS[room]}) imports {target} (row {ROWS[target]})")
    return found


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_imports_from_lower_rows_and_at_home_only(path: Path) -> None:
    room = room_of(path)
    if room in ("__init__", "__main__"):
        return

    assert room in ROWS, f"{room} needs a row in this test and in docs/architecture.md"
    assert [] == breaches(room, imported(path))


def test_the_walk_sees_the_whole_package() -> None:
    rooms = {room_of(path) for path in modules()} - {"__init__", "__main__"}

    assert {"source", "context", "figures", "fill", "markup", "lints", "writers", "build", "cli"} <= rooms
    assert len(modules()) > 100


@pytest.mark.parametrize(
    ("room", "names", "expected"),
    [
        ("model", {"alignkit.source"}, ["model (row 1) imports source (row 1)"]),
        ("fill", {"alignkit.markup.parsing"}, ["fill (row 4) imports markup (row 4)"]),
        ("figures", {"alignkit.build"}, ["figures (row 4) imports build (row 6)"]),
        ("lints", {"yaml"}, ["lints imports yaml, whose home is source"]),
        ("fill", {"alignkit.nowhere"}, ["fill imports alignkit.nowhere, which has no row"]),
        ("fill", {"alignkit.context.fields", "jinja2.nodes", "decimal"}, []),
    ],
)
def test_the_harness_can_fail(room: str, names: set[str], expected: list[str]) -> None:
    assert expected == breaches(room, names)


def test_a_type_only_import_counts(tmp_path: Path) -> None:
    module = PACKAGE / "model" / "charts.py"

    assert "alignkit.values" in imported(module)
    assert "alignkit.model.inlines" in imported(module)
