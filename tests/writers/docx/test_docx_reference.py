"""A company's document gives the look: its styles and page stay, what it lacks is added, its content goes."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Cm, Pt
from docx_samples import EVERY_KIND, PROPERTIES, document, items, loaded, own, para, part, text
from lxml import etree

from alignkit.diagnostics import Report, Severity
from alignkit.model.blocks import Heading, ListBlock
from alignkit.writers.docx import load_reference, parts, write
from alignkit.writers.docx.roles import Role
from alignkit.writers.ooxml.check import check_parts, findings_of, without
from alignkit.writers.ooxml.namespaces import WORD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from sdk_validator import SdkErrors

ALL = document(*EVERY_KIND.values(), bare=False)
DRAFT = document(para("a"), properties=replace(PROPERTIES, draft=True))


def saved(made: Any, path: Path) -> Path:
    made.save(path)
    return path


def as_template(source: Path, path: Path) -> Path:
    """The document as a .dotx: another content type of the main part."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "[Content_Types].xml":
                data = data.replace(b"document.main+xml", b"template.main+xml")
            new.writestr(name, data)
    return path


@pytest.fixture
def company(tmp_path: Path) -> Path:
    """A document with styles, a header, a footer and content of its own."""
    made = docx.Document()
    made.styles["Heading 1"].font.size = Pt(30)
    made.styles["Normal"].font.name = "Georgia"
    made.styles.add_style("Summary", WD_STYLE_TYPE.CHARACTER)
    section = made.sections[0]
    section.left_margin = section.right_margin = Cm(4)
    section.header.paragraphs[0].text = "ACME header"
    section.footer.paragraphs[0].text = "ACME footer"
    made.add_heading("Their old heading", 1)
    made.add_paragraph("Their old text", style="List Number")
    made.add_comment(made.paragraphs[-1].runs, "their comment")
    return saved(made, tmp_path / "company.docx")


def test_our_own_reference_has_every_role() -> None:
    assert set(Role) == set(own().styles)
    assert own() is load_reference(None, Report())


def test_its_page_styles_header_and_footer_stay(company: Path) -> None:
    found = parts(ALL, loaded(company), Report())

    main = found["word/document.xml"].decode()
    assert 'w:left="2268"' in main
    assert any(b"ACME header" in data for data in found.values())
    assert any(b"ACME footer" in data for data in found.values())
    assert b'<w:sz w:val="60"/>' in found["word/styles.xml"]


def test_its_content_is_gone_with_all_that_belonged_to_it(company: Path) -> None:
    found = parts(ALL, loaded(company), Report())

    assert not [name for name, data in found.items() if b"Their old" in data]
    assert not [name for name in found if "comments" in name or "thumbnail" in name or "glossary" in name]


def test_what_it_lacks_is_added_and_listed(company: Path) -> None:
    report = Report()

    load_reference(company, report)

    (missing, footer) = report
    assert ("THEME-003", "THEME-004") == (missing.code, footer.code)
    assert {Severity.INFO} == {d.severity for d in report}
    assert missing.message.startswith(f"`{company}` has no style for `")
    assert "`Callout Note`" in missing.message
    assert "`heading 1`" not in missing.message


def test_a_style_of_another_type_with_our_name_is_no_match(company: Path) -> None:
    reference = loaded(company)

    assert "SummaryAk" == reference.styles[Role.SUMMARY]
    assert b'<w:name w:val="Summary (alignkit)"/>' in parts(ALL, reference, Report())["word/styles.xml"]


def test_numbered_lists_use_its_numbering_and_begin_anew(company: Path) -> None:
    written = document(ListBlock(True, items("a")), ListBlock(True, items("b")))

    found = docx.Document(BytesIO(write(written, loaded(company), Report())))

    assert ["List Number", "List Number"] == [p.style.name for p in found.paragraphs]
    numbers = [p._p.pPr.numPr.numId.val for p in found.paragraphs]
    assert 2 == len(set(numbers))


@pytest.mark.parametrize("kind", ["docx", "dotx"])
def test_a_document_and_a_template_serve_alike(company: Path, tmp_path: Path, kind: str) -> None:
    path = company if kind == "docx" else as_template(company, tmp_path / "company.dotx")

    found = parts(ALL, loaded(path), Report())

    assert b"wordprocessingml.document.main+xml" in found["[Content_Types].xml"]
    assert () == without(check_parts(found), findings_of(company.read_bytes()))
    docx.Document(BytesIO(write(ALL, loaded(path), Report())))


def test_a_draft_is_marked_in_its_header(company: Path) -> None:
    draft = parts(DRAFT, loaded(company), Report())
    final = parts(document(para("a")), loaded(company), Report())

    assert [b">Draft<" in data for data in draft.values() if b"ACME header" in data] == [True]
    assert [b">Draft<" in data for data in final.values() if b"ACME header" in data] == [False]


def test_a_draft_is_marked_on_a_first_page_without_header_too(tmp_path: Path) -> None:
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "ACME header"
    made.sections[0].different_first_page_header_footer = True
    path = saved(made, tmp_path / "bare.docx")

    assert ">Draft<" in part(DRAFT, "word/headerFirst.xml", loaded(path))
    assert "word/headerFirst.xml" not in parts(document(para("a")), loaded(path), Report())


@pytest.mark.parametrize(("confidentiality", "marked"), [("confidential", True), ("internal", False)])
def test_a_confidential_document_says_so_in_its_footer(
    company: Path, confidentiality: str, marked: bool
) -> None:
    written = document(properties=replace(PROPERTIES, confidentiality=confidentiality))

    found = parts(written, loaded(company), Report())

    assert [marked] == [
        b"Internal \xc2\xb7 as of" in data for data in found.values() if b"ACME footer" in data
    ]


def test_a_reference_without_header_and_footer_gets_ours(tmp_path: Path) -> None:
    path = saved(docx.Document(), tmp_path / "plain.docx")

    found = parts(ALL, loaded(path), Report())

    assert b"Quillmere \xc2\xb7 Script" in found["word/headerDefault.xml"]
    # their style brings stops of its own, which would catch our tab
    assert found["word/footerDefault.xml"].count(b'w:val="clear"') == 2


def test_headings_are_known_by_their_outline_level(tmp_path: Path) -> None:
    made = docx.Document()
    for level, name in ((1, "Kapitel"), (2, "Abschnitt")):
        old = made.styles[f"Heading {level}"].element
        old.getparent().remove(old)
        style = made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        properties = style.element.get_or_add_pPr()
        etree.SubElement(properties, f"{{{WORD}}}outlineLvl").set(f"{{{WORD}}}val", str(level - 1))
    path = saved(made, tmp_path / "outline.docx")

    reference = loaded(path)

    assert ("Kapitel", "Abschnitt") == (reference.styles[Role.HEADING_1], reference.styles[Role.HEADING_2])


@pytest.mark.parametrize(
    ("name", "role"), [("Titel", Role.TITLE), ("Überschrift 1", Role.HEADING_1), ("Légende", Role.CAPTION)]
)
def test_localised_names_are_known(name: str, role: Role, tmp_path: Path) -> None:
    made = docx.Document()
    for each in list(made.styles):
        if each.name in {"Title", "Heading 1", "Caption"}:
            each.element.getparent().remove(each.element)
    made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    path = saved(made, tmp_path / "local.docx")

    assert made.styles[name].style_id == loaded(path).styles[role]


def test_the_table_style_its_own_tables_have_is_taken(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_table(1, 1).style = "Light Shading Accent 1"
    path = saved(made, tmp_path / "table.docx")

    assert "LightShading-Accent1" == loaded(path).styles[Role.TABLE]


def test_added_styles_take_its_colours(tmp_path: Path) -> None:
    path = saved(docx.Document(), tmp_path / "plain.docx")

    styles = part(document(), "word/styles.xml", loaded(path))

    label = styles[styles.index('w:val="Document Label"') :].partition("</w:style>")[0]
    assert '<w:color w:val="4F81BD" w:themeColor="accent1"/>' in label
    warning = styles[styles.index('w:val="Callout Warning Title"') :].partition("</w:style>")[0]
    assert '<w:color w:val="9B1C24"/>' in warning


def test_one_reference_serves_many_documents(company: Path) -> None:
    reference = loaded(company)

    first, second = (write(ALL, reference, Report()) for _ in range(2))

    assert first == second


@pytest.mark.parametrize(
    ("content", "code"),
    [(None, "THEME-001"), (b"", "REF"), (b"not a zip", "REF"), (b"PK\x05\x06" + b"\0" * 18, "REF")],
)
def test_what_cannot_be_used_is_said(content: bytes | None, code: str, tmp_path: Path) -> None:
    path, report = tmp_path / "bad.docx", Report()
    if content is not None:
        path.write_bytes(content)

    assert load_reference(path, report) is None
    assert [True] == [d.code.startswith(code) and d.blocks for d in report]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    report = Report()

    load_reference(tmp_path / "none.docx", report)

    assert [f"reference document `{tmp_path}/none.docx` cannot be read: there is no such file"] == [
        d.message for d in report
    ]


def test_the_open_xml_sdk_finds_nothing_new(
    company: Path, tmp_path: Path, sdk_validate: Callable[[Iterable[Path]], SdkErrors]
) -> None:
    made = tmp_path / "made.docx"
    made.write_bytes(write(ALL, loaded(company), Report()))

    errors = sdk_validate([company, made])

    assert errors[company] == errors[made]


def test_a_heading_style_without_a_name_we_know_is_still_a_heading(company: Path) -> None:
    found = docx.Document(BytesIO(write(document(Heading(1, text("a"))), loaded(company), Report())))

    assert ["Heading 1"] == [p.style.name for p in found.paragraphs]
