"""A build in a brand: which file it takes, what it says at the foot, and what a reference leaves of it."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from alignkit.build import Outcome, Request, build
from brand_samples import BRAND, picture
from command_line import Run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DAY = "2026-11-23"


@pytest.fixture
def made(run: Run, tmp_path: Path) -> Callable[..., Outcome]:
    """What a memo comes to, built in a folder with a first context of its own."""
    run("new", "escalation", "--date", DAY)
    context = tmp_path / "context.yaml"

    def build_memo(
        *, brand: Path | None = None, references: tuple[Path, ...] = (), **changes: str
    ) -> Outcome:
        text = context.read_text("utf-8")
        for old, new in changes.items():
            text = text.replace(f"{old}:", f"{new}\n  {old}:", 1)
        context.write_text(text, "utf-8")
        request = Request(context, ("escalation",), formats=("docx",), brand=brand)
        return build(replace(request, references=references))

    return build_memo


def look(outcome: Outcome) -> tuple[str, str, str]:
    """Accent, text of the footer, and logo of the one Word file."""
    (data,) = outcome.files.values()
    with zipfile.ZipFile(BytesIO(data)) as archive:
        theme = archive.read("word/theme/theme1.xml").decode()
        footer = archive.read("word/footerDefault.xml").decode()
        logos = [name for name in archive.namelist() if "media" in name]
    return (
        theme.partition('<a:accent1><a:srgbClr val="')[2][:6],
        footer.split("<w:t>")[1].partition(" · ")[0],
        "".join(logos),
    )


def put(folder: Path, text: str = BRAND) -> Path:
    """A brand file with its logo."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "logo.png").write_bytes(picture())
    (folder / "brand.yaml").write_text(text, "utf-8")
    return folder / "brand.yaml"


def codes(outcome: Outcome) -> set[str]:
    return {each.code for each in outcome.report if each.code.startswith("BRAND")}


def test_without_a_brand_file_the_look_is_ours(made: Callable[..., Outcome]) -> None:
    assert ("0B5A70", "Internal", "") == look(made())


def test_a_brand_file_beside_the_context_is_taken(made: Callable[..., Outcome], tmp_path: Path) -> None:
    put(tmp_path)

    assert ("7A1F5C", "Bolt &amp; Sons only", "word/media/logo.png") == look(made())


def test_a_brand_that_was_named_comes_before_it(made: Callable[..., Outcome], tmp_path: Path) -> None:
    put(tmp_path)
    other = put(tmp_path / "other", 'colors: {accent: "#003366"}')

    assert ("003366", "Internal", "") == look(made(brand=other))


def test_a_context_names_its_brand(made: Callable[..., Outcome], tmp_path: Path) -> None:
    put(tmp_path)
    put(tmp_path / "brands" / "acme", 'colors: {accent: "#003366"}')

    assert ("003366", "Internal", "") == look(made(as_of="brand: acme"))


def test_a_name_without_a_brand_stops_the_build_where_it_stands(
    made: Callable[..., Outcome], tmp_path: Path
) -> None:
    outcome = made(as_of="brand: acme")

    (found,) = (each for each in outcome.report if each.code == "BRAND-002")
    assert (0, "meta.brand", True) == (
        len(outcome.files),
        found.place.path if found.place else "",
        found.blocks,
    )
    assert ("there is no brand `acme`", "write the brand into `brands/acme.yaml`") == (
        found.message,
        found.hint,
    )


def test_mistakes_of_brand_and_context_come_out_of_one_run(
    made: Callable[..., Outcome], tmp_path: Path
) -> None:
    put(tmp_path, "colors: {accent: teal}")

    outcome = made(as_of="colour: blue")

    assert {"BRAND-003", "CTX-001"} <= {each.code for each in outcome.report}
    assert not outcome.files


def test_a_confidential_document_says_so_under_any_brand(
    made: Callable[..., Outcome], tmp_path: Path
) -> None:
    put(tmp_path)

    assert "Confidential" == look(made(as_of="confidentiality: confidential"))[1]


def test_a_reference_comes_before_the_brand_but_for_the_line(
    made: Callable[..., Outcome], tmp_path: Path
) -> None:
    company = tmp_path / "company.docx"
    company.write_bytes(next(iter(made().files.values())))
    brand = put(tmp_path / "other")

    outcome = made(brand=brand, references=(company,))

    (found,) = (each for each in outcome.report if each.code == "BRAND-011")
    assert (
        f"`company.docx` decides colours, fonts and logo; of `{brand}` only `confidentiality` counts",
        "leave out `--reference` to get the colours, fonts and logo of the brand file",
    ) == (found.message, found.hint)
    (data,) = outcome.files.values()
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert b'<a:accent1><a:srgbClr val="0B5A70"' in archive.read("word/theme/theme1.xml")
        assert not [name for name in archive.namelist() if "media" in name]


def test_the_first_brand_file_of_a_project_changes_nothing(run: Run, tmp_path: Path) -> None:
    run("init", "--date", DAY)
    request = Request(tmp_path / "context.yaml", ("budget-script",), formats=("docx", "html"))
    begun = build(request)
    (tmp_path / "brand.yaml").unlink()

    assert set() == codes(begun)
    assert len(begun.files) > 1
    assert begun.files == build(request).files


def test_a_second_init_leaves_a_brand_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "brand.yaml").write_text("name: mine\n", "utf-8")

    assert 0 == run("init", "--date", DAY).code
    assert "name: mine\n" == (tmp_path / "brand.yaml").read_text("utf-8")


def test_the_command_takes_a_brand_and_shows_its_lines(run: Run, tmp_path: Path) -> None:
    run("new", "escalation", "--date", DAY)
    put(tmp_path / "look", 'colors:\n  accent: "#FF6600"\n')

    result = run("build", "escalation", "--brand", "look", "--format", "md")

    assert 0 == result.code
    assert (
        "look/brand.yaml:2:11: warning BRAND-010 expected a contrast of at least 4.5:1 for `accent`"
        in result.err
    )
    assert '    2 |   accent: "#FF6600"\n' in result.err
