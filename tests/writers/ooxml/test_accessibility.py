"""Accessibility of a Word document: each rule finds what it must, and only that."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from word_sample import good_parts, replaced

from alignkit.diagnostics import Severity
from alignkit.writers.ooxml import accessibility
from alignkit.writers.ooxml.accessibility import check_accessibility

_DOC = "word/document.xml"
_STYLES = "word/styles.xml"
_SETTINGS = "word/settings.xml"
_SECTION = "<w:sectPr>"
_ERROR, _WARN, _INFO = Severity.ERROR, Severity.WARN, Severity.INFO
_ALT = "Logo of Quillmere: a quill over water"
_DECORATIVE = (
    '<wp:docPr id="1" name="Logo"><a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst></wp:docPr>'
)


def _found(parts: dict[str, bytes]) -> list[tuple[str, Severity, str]]:
    return [(f.code, f.severity, f.message) for f in check_accessibility(parts)]


def _block(markup: str) -> dict[str, bytes]:
    return replaced(_DOC, _SECTION, markup + _SECTION)


def _run(text: str, properties: str = "", paragraph: str = "") -> str:
    return f"<w:p><w:pPr>{paragraph}</w:pPr><w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def _link(text: str) -> str:
    return f'<w:p><w:hyperlink w:anchor="top"><w:r><w:t>{text}</w:t></w:r></w:hyperlink></w:p>'


def _heading(level: int, text: str) -> str:
    return f'<w:p><w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


def test_a_good_document_has_no_finding() -> None:
    assert check_accessibility(good_parts()) == ()


FOUND = (
    ("no alternative text", replaced(_DOC, f' descr="{_ALT}"', ""), "A11Y-001", _ERROR, "picture, chart or shape has alternative text, found none"),
    ("blank alternative text", replaced(_DOC, _ALT, " "), "A11Y-001", _ERROR, "picture, chart or shape has alternative text, found none"),
    ("file name", replaced(_DOC, _ALT, "logo-final.PNG"), "A11Y-002", _ERROR, "alternative text describes what is shown, found `logo-final.PNG`"),
    ("made-up name", replaced(_DOC, _ALT, "Picture 3"), "A11Y-002", _ERROR, "alternative text describes what is shown, found `Picture 3`"),
    ("its own name", replaced(_DOC, _ALT, "Logo"), "A11Y-002", _ERROR, "alternative text describes what is shown, found `Logo`"),
    ("no header row", replaced(_DOC, "<w:cantSplit/><w:tblHeader/>", "<w:cantSplit/>"), "A11Y-003", _ERROR, "table has a header row, found none"),
    ("header row off", replaced(_DOC, "<w:tblHeader/>", '<w:tblHeader w:val="0"/>'), "A11Y-003", _ERROR, "table has a header row, found none"),
    ("merged cells", replaced(_DOC, '<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>Events', '<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>Events'), "A11Y-004", _WARN, "table has no merged cells and no table inside, found one"),
    ("floating picture", replaced(_DOC, '<wp:inline><wp:extent cx="914400" cy="914400"/>', '<wp:anchor><wp:extent cx="914400" cy="914400"/>') | {_DOC: replaced(_DOC, '<wp:inline><wp:extent cx="914400" cy="914400"/>', '<wp:anchor><wp:extent cx="914400" cy="914400"/>')[_DOC].replace(b"</wp:inline>", b"</wp:anchor>", 1)}, "A11Y-005", _WARN, "object stands in line with text, found it floating"),
    ("long text without headings", good_parts() | {_DOC: replaced(_DOC, _SECTION, _run("Words") * 12 + _SECTION)[_DOC].replace(b'<w:pStyle w:val="Heading1"/>', b"").replace(b'<w:pStyle w:val="Heading2"/>', b"")}, "A11Y-006", _INFO, "a text of 19 paragraphs has headings, found none"),
    ("level skipped", _block(_heading(4, "Deep")), "A11Y-007", _WARN, "heading of level 3 or higher comes next, found level 4"),
    ("empty heading", _block(_heading(2, " ")), "A11Y-008", _WARN, "heading of level 2 has text, found none"),
    ("control without title", replaced(_DOC, '<w:alias w:val="Owner"/>', ""), "A11Y-009", _ERROR, "content control has a title, found none"),
    ("protection", replaced(_SETTINGS, "<w:defaultTabStop", '<w:documentProtection w:edit="readOnly" w:enforcement="1"/><w:defaultTabStop'), "A11Y-010", _ERROR, "document is protected against editing (`readOnly`)"),
    ("no title", replaced("docProps/core.xml", "<dc:title>Plan of the year</dc:title>", "<dc:title> </dc:title>"), "A11Y-012", _WARN, "document has a title in its properties, found none"),
    ("no language", replaced(_STYLES, '<w:lang w:val="en-GB"/>', ""), "A11Y-013", _WARN, "styles declare a language, found none"),
    ("vague link", _block(_link("Click here!")), "A11Y-014", _WARN, "text of a link says where it leads, found `Click here!`"),
    ("empty link", _block(_link("")), "A11Y-014", _WARN, "text of a link says where it leads, found ``"),
    ("blanks", _block(_run("a     b")), "A11Y-015", _WARN, "blanks come one at a time, found five or more in a row"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("parts", "code", "severity", "message"), [case[1:] for case in FOUND], ids=[case[0] for case in FOUND]
)
def test_a_barrier_is_found(parts: dict[str, bytes], code: str, severity: Severity, message: str) -> None:
    assert _found(parts) == [(code, severity, message)]


FINE = (
    ("decorative picture", replaced(_DOC, f'<wp:docPr id="1" name="Logo" descr="{_ALT}"/>', _DECORATIVE)),
    ("words with a number", replaced(_DOC, _ALT, "Chart 3: spend by quarter")),
    ("next heading", _block(_heading(3, "Third"))),
    ("back to level one", _block(_heading(1, "One") + _heading(2, "Two"))),
    ("table of contents", _block('<w:sdt><w:sdtPr><w:docPartObj/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>')),
    ("protection off", replaced(_SETTINGS, "<w:defaultTabStop", '<w:documentProtection w:edit="readOnly" w:enforcement="0"/><w:defaultTabStop')),
    ("four blanks", _block(_run("a    b"))),
    ("a link that says where", _block(_link("More about the budget"))),
    ("hidden text", _block(_run("pale", '<w:vanish/><w:color w:val="EEEEEE"/>'))),
)  # fmt: skip


@pytest.mark.parametrize("parts", [case[1] for case in FINE], ids=[case[0] for case in FINE])
def test_what_is_no_barrier_is_let_pass(parts: dict[str, bytes]) -> None:
    assert _found(parts) == []


def _shade(fill: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


def _cell(properties: str, paragraph: str) -> str:
    return (
        '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>'
        f"<w:tcPr>{properties}</w:tcPr>{paragraph}</w:tc></w:tr></w:tbl><w:p/>"
    )  # fmt: skip


_GREY = '<w:color w:val="949494"/>'
DIM = (
    ("grey on white", _run("a", _GREY), "contrast of text is 4.5:1, found 3.03:1 for `949494` on `FFFFFF`"),
    ("white on white", _run("a", '<w:color w:val="FFFFFF"/><w:sz w:val="60"/>'), "contrast of text is 3.0:1, found 1.00:1 for `FFFFFF` on `FFFFFF`"),
    ("shaded run", _run("a", f'<w:color w:val="000000"/>{_shade("202020")}'), "contrast of text is 4.5:1, found 1.29:1 for `000000` on `202020`"),
    ("highlight", _run("a", '<w:color w:val="FFFFFF"/><w:highlight w:val="yellow"/>'), "contrast of text is 4.5:1, found 1.07:1 for `FFFFFF` on `FFFF00`"),
    ("shaded paragraph", _run("a", '<w:color w:val="000080"/>', _shade("000000")), "contrast of text is 4.5:1, found 1.31:1 for `000080` on `000000`"),
    ("shaded cell", _cell(_shade("1F3864"), _run("a", '<w:color w:val="000000"/>')), "contrast of text is 4.5:1, found 1.81:1 for `000000` on `1F3864`"),
    ("theme colour", _run("a", '<w:color w:val="000000" w:themeColor="accent6"/>'), "contrast of text is 4.5:1, found 2.23:1 for `F79646` on `FFFFFF`"),
    ("theme tint", _run("a", '<w:color w:themeColor="accent1" w:themeTint="66"/>'), "contrast of text is 4.5:1, found 1.80:1 for `A5C4E8` on `FFFFFF`"),
    ("theme fill", _run("a", '<w:color w:val="333333"/>', '<w:shd w:val="clear" w:themeFill="text2"/>'), "contrast of text is 4.5:1, found 1.09:1 for `333333` on `1F3864`"),
    ("solid pattern", _run("a", '<w:color w:val="333333"/>', '<w:shd w:val="solid" w:color="000000" w:fill="FFFFFF"/>'), "contrast of text is 4.5:1, found 1.66:1 for `333333` on `000000`"),
)  # fmt: skip


@pytest.mark.parametrize(("markup", "message"), [case[1:] for case in DIM], ids=[case[0] for case in DIM])
def test_dim_text_is_found(markup: str, message: str) -> None:
    assert _found(_block(markup)) == [("A11Y-011", _WARN, message)]


BRIGHT = (
    ("black on white", _run("a", '<w:color w:val="000000"/>')),
    ("large grey", _run("a", f'{_GREY}<w:sz w:val="36"/>')),
    ("large bold grey", _run("a", f'<w:b/>{_GREY}<w:sz w:val="28"/>')),
    ("automatic on dark", _run("a", '<w:color w:val="auto"/>', _shade("000000"))),
    ("no colour on dark", _run("a", "", _shade("000000"))),
    ("white on a dark cell", _cell(_shade("1F3864"), _run("a", '<w:color w:val="FFFFFF"/>'))),
    ("unknown theme colour", _run("a", '<w:color w:val="EEEEEE" w:themeColor="none"/>')),
    ("blank run", _run(" ", '<w:color w:val="FFFFFF"/>')),
    ("dark shade", _run("a", '<w:color w:themeColor="accent6" w:themeShade="50"/>')),
)  # fmt: skip


@pytest.mark.parametrize("markup", [case[1] for case in BRIGHT], ids=[case[0] for case in BRIGHT])
def test_text_that_can_be_read_is_let_pass(markup: str) -> None:
    assert _found(_block(markup)) == []


def test_the_colour_of_a_style_and_of_its_parent_counts() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="Dim"><w:name w:val="Dim"/><w:rPr><w:color w:val="BBBBBB"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Child"><w:name w:val="Child"/><w:basedOn w:val="Dim"/></w:style></w:styles>'
    )
    parts = _block(_run("a", "", '<w:pStyle w:val="Child"/>')) | {
        _STYLES: replaced(_STYLES, "</w:styles>", style)[_STYLES]
    }

    assert [code for code, _, _ in _found(parts)] == ["A11Y-011"]


def test_the_header_row_of_a_table_style_counts() -> None:
    parts = replaced(_STYLES, 'w:fill="1F3864"', 'w:fill="E0E0E0"')

    assert _found(parts) == [
        ("A11Y-011", _WARN, "contrast of text is 4.5:1, found 1.32:1 for `FFFFFF` on `E0E0E0`")
    ]


def test_a_coloured_page_counts_when_it_is_shown() -> None:
    background = '<w:background w:color="333333"/><w:body>'
    parts = replaced(_DOC, "<w:body>", background)
    shown = replaced(_SETTINGS, "<w:defaultTabStop", "<w:displayBackgroundShape/><w:defaultTabStop")[
        _SETTINGS
    ]

    assert _found(parts) == []
    assert {code for code, _, _ in _found(parts | {_SETTINGS: shown})} == {"A11Y-011"}


def test_the_same_dim_colours_are_said_once() -> None:
    assert len(_found(_block(_run("a", _GREY) * 9))) == 1


def test_headers_are_read_too() -> None:
    parts = replaced(
        "word/header1.xml", "<w:t>Quillmere", '<w:rPr><w:color w:val="EEEEEE"/></w:rPr><w:t>Quillmere'
    )

    assert [finding.part for finding in check_accessibility(parts)] == ["word/header1.xml"]


def test_a_package_without_parts_is_told_what_it_lacks() -> None:
    assert [code for code, _, _ in _found({})] == ["A11Y-012", "A11Y-013"]


_BLOCKS = st.sampled_from(
    [
        _run("Words"),
        _run("Other words", '<w:color w:val="000000"/>'),
        _run("pale", _GREY),
        _run("   "),
        _run("  a"),
        _run("a     b"),
        "<w:p><w:r><w:t>a  </w:t></w:r><w:r><w:t>   b</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>a  </w:t></w:r><w:r><w:t>b</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>a\u00a0\u00a0\u00a0\u00a0\u00a0b</w:t></w:r></w:p>",
        _heading(2, "Two"),
        _heading(4, "Four"),
        _heading(3, " "),
        _link("here"),
        _link("The plan"),
        _cell("", _run("a")),
        _cell(_shade("000000"), _run("a", '<w:color w:val="101010"/>')),
        _cell("", _run("a")).replace("<w:tblHeader/>", ""),
    ]
)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(_BLOCKS, max_size=8), min_size=2, max_size=3))
def test_what_was_read_before_is_found_again(documents: list[list[str]]) -> None:
    every = [_block("".join(blocks)) for blocks in documents]
    remembered = [check_accessibility(parts) for parts in every + every]

    for parts, found in zip(every + every, remembered, strict=True):
        accessibility._looks.clear()
        assert found == check_accessibility(parts)
