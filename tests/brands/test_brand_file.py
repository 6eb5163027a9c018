"""Brand files: what is read, what is derived, and every mistake in one run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from alignkit.brands import DEFAULT, ROLES, Brand, Fonts, Palette, find_brand, load_brand
from alignkit.diagnostics import Place, Report

if TYPE_CHECKING:
    from collections.abc import Callable

EXPECTED = 'expected six hexadecimal digits for `accent`, such as "#0B5A70", found'


@pytest.fixture
def load(tmp_path: Path) -> Callable[[str], tuple[Brand | None, Report]]:
    """The brand in a text, with what was reported."""

    def load_text(text: str) -> tuple[Brand | None, Report]:
        path, report = tmp_path / "brand.yaml", Report()
        path.write_text(text, "utf-8")
        return load_brand(path, report), report

    return load_text


def told(report: Report) -> list[tuple[str, int, int, str, str]]:
    """Code, line, column, message and hint of each problem."""
    return [
        (each.code, each.place.line if each.place else 0, each.place.column if each.place else 0, each.message, each.hint)
        for each in report
    ]  # fmt: skip


def test_a_whole_brand_is_read(load: Callable[[str], tuple[Brand | None, Report]], tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"picture")
    brand, report = load(
        'name: Acme\ncolors: {accent: "#7A1F5C", ink: 2a1430, bad: "#900"}\n'
        "fonts: {text: Georgia, headings: Arial}\nlogo: logo.png\nconfidentiality: 'Acme · {class}'\n"
    )

    assert brand is not None
    assert [] == told(report)
    assert ("Acme", "7A1F5C", "2A1430", "990000") == (
        brand.name, brand.palette.accent, brand.palette.ink, brand.palette.bad,
    )  # fmt: skip
    assert Fonts("Georgia", "Arial") == brand.fonts
    assert brand.logo is not None
    assert (b"picture", 4) == (brand.logo.data, brand.logo.place.line)
    assert hash(brand)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("colours: {}", ("BRAND-001", 1, 1, "unknown key `colours` in a brand", "write `colors`")),
        (
            "colors: {sof: '#FFFFFF'}",
            ("BRAND-001", 1, 10, "unknown key `sof` in a palette", "write `soft`"),
        ),
        (
            "fonts: {body: Arial}",
            ("BRAND-001", 1, 9, "unknown key `body` in the fonts of a brand", "choose from `text`, `headings`"),
        ),
        ("schema: 2", ("BRAND-001", 1, 9, "expected `schema: 1`, found `2`", "write `schema: 1`")),
        (
            'colors:\n  accent: "#12345"',
            ("BRAND-003", 2, 11, f"{EXPECTED} 5 in `#12345`", "write all six, two each for red, green and blue"),
        ),
        (
            "colors:\n  accent: #0B5A70",
            (
                "BRAND-003", 2, 10, f"{EXPECTED} nothing, since `#0B5A70` without quotes is a comment",
                'write `accent: "#0B5A70"`',
            ),
        ),
        (
            "colors:\n  accent: teal",
            (
                "BRAND-003", 2, 11, f"{EXPECTED} `teal`",
                "write the digits; names of colours mean a shade of their own to each program",
            ),
        ),
        (
            "colors:\n  accent: rgb(11, 90, 112)",
            ("BRAND-003", 2, 11, f"{EXPECTED} `rgb(11, 90, 112)`", 'write `accent: "#0B5A70"`'),
        ),
        (
            'colors:\n  accent: "#0B5A7080"',
            (
                "BRAND-003", 2, 11, f"{EXPECTED} eight in `#0B5A7080`",
                'write `accent: "#0B5A70"`; there is no transparency here',
            ),
        ),
        (
            "colors:\n  accent: [1]",
            ("BRAND-003", 2, 3, f"{EXPECTED} a list", 'write `accent: "#0B5A70"` or leave the key out'),
        ),
        (
            "colors: teal",
            (
                "BRAND-004", 1, 9, "expected `colors` to hold `ink:` and `quiet:` and so on, found `teal`",
                "write each under `colors:` on a line of its own",
            ),
        ),
        (
            "confidentiality: [a]",
            (
                "BRAND-004", 1, 1, "expected a text for `confidentiality`, found a list",
                "put the value of `confidentiality` in quotes",
            ),
        ),
        (
            f"name: {'x' * 61}",
            ("BRAND-004", 1, 7, "expected at most 60 characters for `name`, found 61", "shorten it to one line"),
        ),
        (
            "fonts:\n  text:",
            (
                "BRAND-005", 2, 8, "expected the name of a font for `text`, such as `Calibri`, found nothing",
                "write it as the font menu of Word shows it, or leave the key out",
            ),
        ),
        (
            "fonts:\n  text: Inter, Arial",
            (
                "BRAND-005", 2, 9,
                "expected the name of a font for `text`, such as `Calibri`, found a list `Inter, Arial`",
                "write one, such as `Inter`",
            ),
        ),
        (
            "fonts:\n  text: fonts/Inter.ttf",
            (
                "BRAND-005", 2, 9,
                "expected the name of a font for `text`, such as `Calibri`, found the file `fonts/Inter.ttf`",
                "write the name of the font; fonts are not put into documents",
            ),
        ),
        (
            "name: Acme\nlogo: logo.png",
            (
                "BRAND-006", 2, 7, "the logo `logo.png` cannot be read: there is no such file",
                "name a PNG, JPEG or GIF file in the folder of the brand file",
            ),
        ),
        (
            "name: Acme\nlogo: ../logo.png",
            (
                "BRAND-006", 2, 7, "the logo `../logo.png` cannot be read: it is outside the folder of the brand file",
                "name a PNG, JPEG or GIF file in the folder of the brand file",
            ),
        ),
        (
            "name: Acme\nlogo: .",
            (
                "BRAND-006", 2, 7, "the logo `.` cannot be read: it is not a file",
                "name a PNG, JPEG or GIF file in the folder of the brand file",
            ),
        ),
        (
            'name: ""\nlogo: brand.yaml',
            (
                "BRAND-008", 2, 7, "expected `name` beside `logo`, found none",
                "write `name:` with what those hear who cannot see the logo",
            ),
        ),
    ],
)  # fmt: skip
def test_a_mistake_has_its_place_and_its_cure(
    text: str, expected: tuple[str, int, int, str, str], load: Callable[[str], tuple[Brand | None, Report]]
) -> None:
    brand, report = load(text)

    assert brand is None
    assert [expected] == told(report)


def test_all_mistakes_come_out_of_one_run(load: Callable[[str], tuple[Brand | None, Report]]) -> None:
    brand, report = load(
        'name: [x]\ncolours: 1\ncolors:\n  accent: "#12345"\n  ink: teal\n  sof: "#FFF"\n  bad: rgb(1,2,3)\n'
        "fonts:\n  text:\n  headings: a, b\nlogo: ../x\nconfidentiality: 5\n"
    )

    assert brand is None
    assert {1, 2, 4, 5, 6, 7, 9, 10, 11, 12} == {each.place.line for each in report if each.place}
    assert len(report) == 10


def test_a_link_out_of_the_folder_is_not_followed(
    load: Callable[[str], tuple[Brand | None, Report]], tmp_path: Path
) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-secret.png"
    outside.write_bytes(b"secret")
    (tmp_path / "logo.png").symlink_to(outside)

    brand, report = load("name: Acme\nlogo: logo.png")

    assert brand is None
    assert ["the logo `logo.png` cannot be read: it is outside the folder of the brand file"] == [
        each.message for each in report
    ]


def test_an_empty_brand_is_the_default_look(load: Callable[[str], tuple[Brand | None, Report]]) -> None:
    brand, report = load("schema: 1")

    assert brand is not None
    assert (DEFAULT, Fonts(), None, []) == (brand.palette, brand.fonts, brand.logo, told(report))


@pytest.mark.parametrize(
    ("named", "changed"),
    [
        ('bad: "#900000"', {"bad"}),
        ('accent: "#7A1F5C"', {"accent", "accent-2"}),
        ('accent: "#7A1F5C", accent-2: "#666666"', {"accent", "accent-2"}),
        ('paper: "#FFFFF0"', {"paper", "quiet", "soft", "rule", "good"}),
        ('ink: "#000000", soft: "#F0F4F6"', {"ink", "quiet", "rule"}),
    ],
)
def test_what_is_left_out_follows_from_what_is_named(
    named: str, changed: set[str], load: Callable[[str], tuple[Brand | None, Report]]
) -> None:
    brand, report = load(f"colors: {{{named}}}")

    assert brand is not None
    assert [] == told(report)
    assert changed == {role for role in ROLES if brand.palette.of(role) != DEFAULT.of(role)}


def test_a_folder_stands_for_the_brand_file_in_it(tmp_path: Path) -> None:
    (tmp_path / "brand.yaml").write_text("name: Acme", "utf-8")

    brand = load_brand(tmp_path, Report())

    assert brand is not None
    assert (str(tmp_path / "brand.yaml"), "Acme") == (brand.file, brand.name)


def test_a_font_outside_office_is_worth_a_note(load: Callable[[str], tuple[Brand | None, Report]]) -> None:
    brand, report = load("fonts:\n  text: Inter\n")

    assert brand is not None
    assert Fonts("Inter", "Inter") == brand.fonts
    message = "the font `Inter` does not come with Office; readers who lack it see another"
    hint = "make sure that your readers have it, or name one that comes with Office"
    assert [("BRAND-012", 2, 9, message, hint)] == told(report)


@pytest.mark.parametrize(
    ("line", "word", "is_confidential", "expected"),
    [
        ("", "Internal", False, "Internal"),
        ("Acme plc", "Internal", False, "Acme plc"),
        ("Acme plc", "Confidential", True, "Confidential · Acme plc"),
        ("Acme · {class}", "Confidential", True, "Acme · Confidential"),
    ],
)
def test_a_confidential_document_always_says_so(
    line: str, word: str, is_confidential: bool, expected: str
) -> None:
    assert expected == Brand("brand.yaml", confidentiality=line).line(word, is_confidential=is_confidential)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with two brands of a name, one of its own, and a context in a folder below."""
    (tmp_path / "brands" / "acme").mkdir(parents=True)
    (tmp_path / "work").mkdir()
    for name in ("brand.yaml", "brands/acme/brand.yaml", "brands/bolt.yaml", "work/context.yaml"):
        (tmp_path / name).write_text("name: x", "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("named", "expected"),
    [("", "brand.yaml"), ("acme", "brands/acme/brand.yaml"), ("bolt", "brands/bolt.yaml")],
)
def test_the_file_is_the_one_named_or_the_one_that_lies_there(
    named: str, expected: str, project: Path
) -> None:
    report = Report()

    found = find_brand(project / "work" / "context.yaml", project, report, named=named)

    assert (project / expected, 0) == (found, len(report))


def test_a_brand_beside_the_context_comes_first(project: Path) -> None:
    (project / "work" / "brand.yaml").write_text("name: y", "utf-8")

    assert project / "work" / "brand.yaml" == find_brand(project / "work", project, Report())


def test_no_brand_is_no_problem(tmp_path: Path) -> None:
    report = Report()

    assert find_brand(tmp_path / "context.yaml", None, report) is None
    assert len(report) == 0


@pytest.mark.parametrize(
    ("named", "hint"),
    [("acne", "write `acme`"), ("zzz", "choose from `acme`, `bolt`"), ("../acme", "write `acme`")],
)
def test_a_name_without_a_brand_lists_those_there_are(named: str, hint: str, project: Path) -> None:
    report, place = Report(), Place("context.yaml", 3, 10, "meta.brand")

    assert find_brand(project / "work", project, report, named=named, place=place) is None
    assert [("BRAND-002", 3, 10, f"there is no brand `{named}`", hint)] == told(report)


def test_the_default_palette_is_the_theme_and_the_style_sheet() -> None:
    import alignkit

    package = Path(alignkit.__file__).parent
    theme = (package / "brand" / "word" / "word" / "theme" / "theme1.xml").read_text("utf-8")
    css = (package / "writers" / "page.css").read_text("utf-8").lower().replace("#fff;", "#ffffff;")

    slots = {"dk1": "ink", "lt1": "paper", "dk2": "quiet", "lt2": "soft", "accent1": "accent",
             "accent2": "accent-2", "accent3": "good", "accent4": "warn", "accent5": "bad"}  # fmt: skip
    for slot, role in slots.items():
        assert f'<a:{slot}><a:srgbClr val="{DEFAULT.of(role)}"/>' in theme
    for name, role in (("ink", "ink"), ("paper", "paper"), ("soft", "soft"), ("rule", "rule"), ("grey", "quiet"),
                       ("accent", "accent"), ("second", "accent-2"), ("caution", "warn"), ("warning", "bad")):  # fmt: skip
        assert f"--{name}: #{DEFAULT.of(role).lower()};" in css
    assert Palette() == DEFAULT
