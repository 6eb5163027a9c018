"""The package checker: a good document is clean, and each of many planted defects is found under its code."""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from planted_deck_defects import DECK_DEFECTS
from planted_defects import DEFECTS, Defect
from word_sample import DOCUMENT, R, good_parts, pack, replaced

from alignkit.diagnostics import Report, Severity
from alignkit.writers.ooxml import check
from alignkit.writers.ooxml.check import check_package, check_parts, findings_of, without
from alignkit.writers.ooxml.check_part import check_part
from alignkit.writers.ooxml.check_reduce import reduce_document
from alignkit.writers.ooxml.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from alignkit.writers.ooxml.check_facts import Facts
    from sdk_validator import SdkErrors

_DOC = "word/document.xml"
_CODES = Path(__file__).parents[3] / "docs" / "codes" / "PKG.md"


def find_planted(defect: Defect) -> None:
    """Fail unless the checker finds a defect under its own code."""
    codes = {finding.code for finding in check_package(defect.damaged())}
    assert defect.code in codes


def test_a_good_document_has_no_finding() -> None:
    assert check_package(pack(good_parts())) == ()
    assert check_parts(good_parts()) == ()


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.name)
def test_a_planted_defect_is_found(defect: Defect) -> None:
    find_planted(defect)


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.name)
def test_a_defect_is_found_by_a_checker_that_knows_the_good_document(defect: Defect) -> None:
    for _ in range(3):
        check_parts(good_parts())
        reduce_document(DOCUMENT.encode())

    find_planted(defect)


def test_the_suite_of_defects_fails_when_the_checker_is_silenced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "check_parts", lambda parts: ())
    monkeypatch.setattr(check, "read_archive", lambda data: ({"a": b""}, ()))

    silent = 0
    for defect in DEFECTS:
        with pytest.raises(AssertionError):
            find_planted(defect)
        silent += 1
    assert silent == len(DEFECTS)


def test_every_documented_code_has_a_planted_defect() -> None:
    documented = set(re.findall(r"^## (PKG-\d{3})", _CODES.read_text(encoding="utf-8"), re.MULTILINE))

    assert documented == {defect.code for defect in (*DEFECTS, *DECK_DEFECTS)}


def test_there_are_sixty_defects_and_each_has_its_own_name() -> None:
    assert len({defect.name for defect in DEFECTS}) == len(DEFECTS) >= 60


@pytest.mark.skipif(
    os.environ.get("CI", "").lower() != "true", reason="20 seconds: in continuous integration only"
)
def test_the_table_says_what_the_sdk_finds(
    tmp_path: Path, sdk_validate: Callable[[Iterable[Path]], SdkErrors]
) -> None:
    files = {tmp_path / f"{number}.docx": defect for number, defect in enumerate(DEFECTS)}
    for path, defect in files.items():
        path.write_bytes(defect.damaged())

    found = {files[path].name: bool(errors) for path, errors in sdk_validate(files).items()}

    assert {defect.name: defect.sdk for defect in DEFECTS} == found


MESSAGES = (
    (
        replaced(_DOC, 'r:embed="rId7"', 'r:embed="rId70"'),
        Finding("PKG-009", "relationship id `rId70` is used and not defined", _DOC),
    ),
    (
        replaced(_DOC, '<w:b/><w:color w:val="333333"/>', '<w:color w:val="333333"/><w:b/>'),
        Finding("PKG-113", "`w:b` comes before `w:color` in `w:rPr`, found after it", _DOC, "paragraph 2"),
    ),
    (
        replaced(_DOC, '<wp:docPr id="2"', '<wp:docPr id="1"'),
        Finding("PKG-122", "drawing id `1` comes 2 times, expected once", _DOC),
    ),
    (
        replaced("word/charts/chart1.xml", "<c:v>5</c:v>", "<c:v>five</c:v>"),
        Finding("PKG-208", "chart value is a number, found `five`", "word/charts/chart1.xml", "series 1"),
    ),
    (
        replaced("docProps/core.xml", "2026-01-05T09:00:00Z", "5 January"),
        Finding(
            "PKG-016",
            "property `created` is a date such as `2026-01-31T09:00:00Z`, found `5 January`",
            "docProps/core.xml",
        ),
    ),
)


@pytest.mark.parametrize(("parts", "finding"), MESSAGES, ids=[finding.code for _, finding in MESSAGES])
def test_a_finding_says_what_is_wrong_and_where(parts: dict[str, bytes], finding: Finding) -> None:
    assert check_parts(parts) == (finding,)


def test_drawing_ids_are_unique_over_all_stories() -> None:
    drawing = DOCUMENT[DOCUMENT.index('<w:r><w:drawing><wp:inline><wp:extent cx="914400"') :].partition(
        "</w:r>"
    )[0]
    linked = drawing.replace('<a:blip r:embed="rId7"/>', "<a:blip/>")
    parts = replaced("word/header1.xml", "<w:p>", f"<w:p>{linked}</w:r>")

    assert [finding.code for finding in check_parts(parts)] == ["PKG-122"]


def test_ids_inside_a_fallback_do_not_count() -> None:
    both = (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="w14"><w:t>A</w:t></mc:Choice><mc:Fallback>'
        '<w:pict><w:p><w:bookmarkStart w:id="1" w:name="top"/></w:p></w:pict></mc:Fallback>'
        "</mc:AlternateContent></w:r></w:p>"
    )

    assert check_parts(replaced(_DOC, "<w:sectPr>", f"{both}<w:sectPr>")) == ()


def test_findings_of_the_reference_are_subtracted() -> None:
    reference = pack(replaced(_DOC, 'w:val="Heading2"', 'w:val="Gone"'))
    made = replaced(_DOC, 'w:val="Heading2"', 'w:val="Gone"') | {"word/media/extra.png": b""}

    found = check_package(pack(made), baseline=findings_of(reference))

    assert {finding.code for finding in found} == {"PKG-010", "PKG-021"}


def test_a_finding_of_the_reference_may_move_to_another_place() -> None:
    known = frozenset({Finding("PKG-124", "a blank", _DOC, "paragraph 3")})

    assert without([Finding("PKG-124", "a blank", _DOC, "paragraph 9")], known) == ()


def test_findings_go_to_the_report() -> None:
    report = Report()

    check_package(pack(replaced(_DOC, 'r:embed="rId7"', 'r:embed="rId70"')), report)

    (diagnostic,) = report
    assert diagnostic.code == "PKG-009"
    assert diagnostic.severity is Severity.ERROR
    assert diagnostic.message == "word/document.xml: relationship id `rId70` is used and not defined"


def test_what_was_seen_before_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    check_parts(good_parts())
    read: list[str] = []

    def note(name: str, content_type: str, data: bytes) -> Facts:
        read.append(name)
        return check_part(name, content_type, data)

    monkeypatch.setattr(check, "check_part", note)

    check_parts(replaced(_DOC, "rises.", "falls, and falls again."))

    assert read == [_DOC]


def test_verdicts_do_not_grow_beyond_their_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "_BUDGET", 10_000)
    verdicts = check._Verdicts()

    for number in range(50):
        verdicts.of("a.bin", "application/x", bytes([number]) * 1_000)

    assert sum(len(key[2]) for key in verdicts._facts) <= 10_000


def _emptied(data: bytes) -> int:
    joined = re.findall(rb'<w:p stands-for="(\d+)"/>', data)
    return data.count(b"<w:p/>") + sum(map(int, joined))


def test_a_known_document_becomes_small() -> None:
    rows = "".join(f"<w:p><w:r><w:t>Point {n}</w:t></w:r></w:p>" for n in range(200))
    data = replaced(_DOC, "<w:sectPr>", f"{rows}<w:sectPr>")[_DOC]

    for _ in range(3):
        reduced = reduce_document(data)

    assert _emptied(reduced.data) > 200
    assert len(reduced.data) < len(data) / 2
    assert "Bullet" in reduced.styles
    assert "1" in reduced.numbers


def _control(number: int) -> str:
    return (
        f'<w:p><w:sdt><w:sdtPr><w:alias w:val="Box {number}"/><w:id w:val="{number}"/></w:sdtPr><w:sdtContent><w:r>'
        "<w:t>x</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )


def _table_of(row: str) -> str:
    grid = '<w:tblGrid><w:gridCol w:w="5"/><w:gridCol w:w="6"/></w:tblGrid>'
    return f'<w:tbl><w:tblPr><w:tblCaption w:val="T"/></w:tblPr>{grid}{row}</w:tbl>'


_C = '<w:tc><w:tcPr><w:tcW w:w="5" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>'
_ROWS = (
    f"<w:tr>{_C}{_C}</w:tr>",
    f"<w:tr>{_C}</w:tr><w:tr>{_C}{_C}</w:tr>",
    f"<w:tr>{_C}{_C}{_C}</w:tr>",
    f"<w:tr>{_C}<w:tc><w:p/><w:p/></w:tc></w:tr>",
    f"<w:tr>{_C}<w:tc/></w:tr>",
    f"<w:tr>{_C}<w:trPr/></w:tr>",
    f'<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>{_C}</w:tr>',
    f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="3"/></w:tcPr><w:p/></w:tc>{_C}</w:tr>',
    f"<w:tr>{_C}<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>",
    f"<w:tr><w:tc><w:tbl><w:tblPr/><w:tblGrid/><w:tr>{_C}</w:tr></w:tbl><w:p/></w:tc></w:tr>",
    f"<w:tr>{_C}loose</w:tr>",
    f"<w:tr>{_C}<w:p/></w:tr>",
)


def test_paragraphs_with_figures_become_small_and_their_bookmarks_are_kept_in_mind() -> None:
    figures = "".join(
        f'<w:p><w:bookmarkStart w:id="{n}" w:name="_fig{n}"/><w:r><w:t>{n}</w:t></w:r><w:bookmarkEnd w:id="{n}"/></w:p>'
        for n in range(100, 300)
    )
    data = replaced(_DOC, "<w:sectPr>", f"{figures}<w:sectPr>")[_DOC]

    for _ in range(3):
        reduced = reduce_document(data)

    assert _emptied(reduced.data) > 200
    assert {*map(str, range(100, 300))} <= {*reduced.bookmark_ids}
    assert {f"_fig{n}" for n in range(100, 300)} <= {*reduced.bookmark_names}


def test_a_link_without_a_target_is_found_in_a_paragraph_seen_before() -> None:
    link = '<w:p><w:hyperlink r:id="rId77"><w:r><w:t>Plan</w:t></w:r></w:hyperlink></w:p><w:sectPr>'
    rels = "word/_rels/document.xml.rels"
    target = (
        f'<Relationship Id="rId77" Type="{R}/hyperlink" Target="https://example.com/" TargetMode="External"/>'
    )
    for word in ("one", "two", "three"):
        good = replaced(_DOC, "<w:sectPr>", link.replace("Plan", word))
        good[rels] = good[rels].replace(b"</Relationships>", f"{target}</Relationships>".encode())
        assert check_parts(good) == ()

    found = check_parts(replaced(_DOC, "<w:sectPr>", link))

    assert [finding.code for finding in found] == ["PKG-009"]


def test_an_entry_that_differs_in_one_byte_is_opened_again() -> None:
    packed = pack(good_parts())
    assert check_package(packed) == check_package(packed) == ()
    damaged = bytearray(packed)
    damaged[packed.find(b"styles.xml") + 30] ^= 1

    assert next(finding.code for finding in check_package(bytes(damaged))) == "PKG-001"


_PIECES = st.sampled_from(
    [
        "<w:p><w:r><w:t>Words</w:t></w:r></w:p>",
        '<w:p><w:r><w:t xml:space="preserve"> kept </w:t></w:r></w:p>',
        "<w:p><w:r><w:t>lost </w:t></w:r></w:p>",
        '<w:p><w:pPr><w:pStyle w:val="Bullet"/></w:pPr></w:p>',
        '<w:p><w:pPr><w:pStyle w:val="Unknown"/></w:pPr></w:p>',
        "<w:p><w:r><w:t>a</w:t><w:rPr/></w:r></w:p>",
        "<w:p>loose</w:p>",
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>',
        "<w:p/>",
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc/></w:tr></w:tbl>",
        "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p/></w:tc></w:tr>"
        "</w:tbl></w:tc></w:tr></w:tbl>",
        "<!-- </w:p> -->",
        "<w:p><w:r><w:t>a &amp; b</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>a & b</w:t></w:r></w:p>",
        '<w:p><w:hyperlink r:id="rId8"><w:r><w:t>a link</w:t></w:r></w:hyperlink></w:p>',
        '<w:p><w:hyperlink r:id="rId80"><w:r><w:t>a link</w:t></w:r></w:hyperlink></w:p>',
        '<w:p><w:bookmarkStart w:id="21" w:name="_fig1"/><w:r><w:t>1</w:t></w:r><w:bookmarkEnd w:id="21"/></w:p>',
        '<w:p><w:bookmarkStart w:id="22" w:name="_fig2"/><w:r><w:rPr><w:b/></w:rPr><w:t>2</w:t></w:r>'
        '<w:bookmarkEnd w:id="22"/></w:p>',
        '<w:p><w:bookmarkStart w:id="23" w:name="_fig2"/><w:r><w:t>2</w:t></w:r><w:bookmarkEnd w:id="23"/></w:p>',
        '<w:p><w:bookmarkStart w:id="24" w:name="_fig3"/><w:bookmarkStart w:id="25" w:name="_fig4"/><w:r><w:t>a</w:t>'
        '</w:r><w:bookmarkEnd w:id="24"/><w:bookmarkEnd w:id="25"/></w:p>',
        '<w:p><w:bookmarkStart w:id="26" w:name="_fig5"/><w:r><w:t>5</w:t></w:r></w:p>',
        '<w:p><w:r><w:t>5</w:t></w:r><w:bookmarkEnd w:id="26"/></w:p>',
        f'<w:p><w:bookmarkStart w:id="27" w:name="{"n" * 41}"/><w:r><w:t>1</w:t></w:r><w:bookmarkEnd w:id="27"/></w:p>',
        '<w:p><w:bookmarkStart w:id="28" w:name="_fig6"/><w:r><w:rPr><w:sz/><w:b/></w:rPr><w:t>1</w:t></w:r>'
        '<w:bookmarkEnd w:id="28"/></w:p>',
        '<w:bookmarkStart w:id="29" w:name="_fig7"/><w:r><w:t>1</w:t></w:r><w:bookmarkEnd w:id="29"/>',
        "<w:p/><w:p/>",
        '<w:p stands-for="7"/>',
        '<w:p stands-for="seven"/>',
        *(_control(number) for number in (31, 31, 32)),
        *(_table_of(row) for row in _ROWS),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, max_size=10))
def test_emptying_known_paragraphs_hides_and_invents_nothing(pieces: list[str]) -> None:
    parts = replaced(_DOC, "<w:sectPr>", "".join(pieces) + "<w:sectPr>")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("alignkit.writers.ooxml.check_part.reduce_document", lambda data: _Whole(data))
        patch.setattr(check, "_verdicts", check._Verdicts())
        plain = check_parts(parts)

    for _ in range(3):
        check._verdicts = check._Verdicts()
        found = check_parts(parts)

    assert Counter(found) == Counter(plain)


class _Whole:
    """A document that was not made smaller."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.styles: frozenset[str] = frozenset()
        self.numbers: frozenset[str] = frozenset()
        self.bookmark_ids: tuple[str, ...] = ()
        self.bookmark_names: tuple[str, ...] = ()
        self.controls: tuple[str, ...] = ()


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_no_damage_to_a_file_raises(data: st.DataObject) -> None:
    packed = bytearray(_PACKED)
    for _ in range(data.draw(st.integers(1, 5))):
        packed[data.draw(st.integers(0, len(packed) - 1))] = data.draw(st.integers(0, 255))

    check_package(bytes(packed))


_PACKED = pack(good_parts())
