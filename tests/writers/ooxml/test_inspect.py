"""Intake of reference documents: what is refused and why, what is taken out, and that nothing escapes."""

from __future__ import annotations

import io
import random
import struct
import zipfile
from typing import TYPE_CHECKING

import pytest
from word_sample import PACKAGE, R, good_parts, pack, png, replaced

from alignkit.diagnostics import Report, Severity
from alignkit.writers.ooxml import inspect_zip
from alignkit.writers.ooxml.check import check_package
from alignkit.writers.ooxml.inspect import inspect

if TYPE_CHECKING:
    from collections.abc import Callable

_DOC = "word/document.xml"
_TYPES = "[Content_Types].xml"
_RELS = "word/_rels/document.xml.rels"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SECTION = "<w:sectPr>"
_MACRO_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml"
_PLAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def _refused(data: bytes, name: str = "brand.docx") -> list[tuple[str, str]]:
    """Codes and messages of a document that must be refused."""
    report = Report()
    assert inspect(data, name, report) is None
    assert report.is_broken
    assert all(d.place is not None and d.place.file == name and d.hint for d in report if d.blocks)
    return [(d.code, d.message) for d in report]


def _codes(data: bytes, name: str = "brand.docx") -> list[str]:
    return [code for code, _ in _refused(data, name)]


def _link(kind: str, target: str, *, external: bool = True, part: str = _RELS) -> dict[str, bytes]:
    mode = ' TargetMode="External"' if external else ""
    link = f'<Relationship Id="rId99" Type="{R}/{kind}" Target="{target}"{mode}/></Relationships>'
    return replaced(part, "</Relationships>", link)


def _type(parts: dict[str, bytes], name: str, content_type: str) -> dict[str, bytes]:
    override = f'<Override PartName="/{name}" ContentType="{content_type}"/></Types>'
    return parts | {_TYPES: parts[_TYPES].replace(b"</Types>", override.encode())}


def _paragraph(inner: str) -> dict[str, bytes]:
    return replaced(_DOC, _SECTION, f"<w:p>{inner}</w:p>{_SECTION}")


def _field(*codes: str) -> str:
    instructions = "".join(f"<w:r><w:instrText>{code}</w:instrText></w:r>" for code in codes)
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{instructions}'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>shown</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_a_good_document_comes_back_untouched() -> None:
    data, report = pack(good_parts()), Report()

    assert inspect(data, "brand.docx", report) is data
    assert len(report) == 0


WHOLE_FILES = (
    ("empty", b"", "a.docx", ("REF-001", "reference is a document, found an empty file")),
    ("text", b"Hello", "a.docx", ("REF-001", "reference is a Word or PowerPoint file, found something else")),
    ("old", _OLE + b"W" * 99, "a.doc", ("REF-002", "reference is in the old binary format (.doc, .ppt)")),
    (
        "password",
        _OLE + "EncryptedPackage".encode("utf-16-le"),
        "a.docx",
        ("REF-013", "reference is protected by a password"),
    ),
    (
        "cut",
        pack(good_parts())[:500],
        "a.docx",
        ("REF-003", "file is a zip package, found one whose directory cannot be read"),
    ),
)


@pytest.mark.parametrize(
    ("data", "name", "expected"), [case[1:] for case in WHOLE_FILES], ids=[c[0] for c in WHOLE_FILES]
)
def test_what_is_no_package_has_its_own_message(data: bytes, name: str, expected: tuple[str, str]) -> None:
    assert _refused(data, name) == [expected]


def _archive(*entries: tuple[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return target.getvalue()


def _patched(data: bytes, offset: int, form: str, value: int) -> bytes:
    """The package with one field of the first entry of its directory changed."""
    directory = data.index(b"PK\x01\x02")
    changed = bytearray(data)
    struct.pack_into(form, changed, directory + offset, value)
    return bytes(changed)


def _overlapping() -> bytes:
    """A package whose two directory entries point at the same stretch of the file."""
    data = _archive(("a.xml", b"<a/>"), ("b.xml", b"<b/>"))
    first = data.index(b"PK\x01\x02")
    second = data.index(b"PK\x01\x02", first + 1)
    changed = bytearray(data)
    changed[second + 42 : second + 46] = changed[first + 42 : first + 46]
    return bytes(changed)


def test_too_many_entries_are_refused() -> None:
    data = _archive(*((f"{number}.xml", b"") for number in range(2_001)))

    assert _refused(data) == [("REF-004", "package has at most 2,000 entries, found 2,001")]


def test_sizes_are_read_from_the_directory_and_nothing_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inspect_zip, "_content", lambda *_: pytest.fail("an entry was unpacked"))
    data = _archive(("big.xml", b"x" * 100), ("other.xml", b"y"))

    assert _codes(_patched(data, 24, "<I", 60 * 2**20)) == ["REF-006"]
    assert _codes(_patched(data, 24, "<I", 2**21)) == ["REF-007"]
    assert set(_codes(_patched(data, 24, "<I", 300 * 2**20))) == {"REF-005", "REF-006"}


def test_a_zip_bomb_is_refused() -> None:
    bomb = _archive(("word/media/image1.png", bytes(20 * 2**20)))

    assert _refused(bomb) == [
        ("REF-007", "`word/media/image1.png` unpacks to more than 100 times its size, as a zip bomb does")
    ]


def test_an_entry_that_is_longer_than_it_says_is_refused() -> None:
    assert _codes(_patched(_archive(("a.xml", b"<a>" + b"x" * 500 + b"</a>")), 24, "<I", 10)) == ["REF-011"]


ENTRIES = (
    ("twice", lambda: _archive(("A.xml", b"1"), ("a.xml", b"2")), ["REF-008"]),
    ("encrypted", lambda: _patched(_archive(("a.xml", b"1")), 8, "<H", 1), ["REF-009"]),
    ("above", lambda: _archive(("../a.xml", b"1")), ["REF-010"]),
    ("absolute", lambda: _archive(("/a.xml", b"1")), ["REF-010"]),
    ("drive", lambda: _archive(("C:a.xml", b"1")), ["REF-010"]),
    ("hidden", lambda: _archive(("a\u202exml", b"1")), ["REF-010"]),
    ("method", lambda: _patched(_archive(("a.xml", b"1")), 10, "<H", 12), ["REF-011"]),
    ("checksum", lambda: _patched(_archive(("a.xml", b"1")), 16, "<I", 7), ["REF-011"]),
    ("overlap", _overlapping, ["REF-012"]),
)


@pytest.mark.parametrize(("data", "codes"), [case[1:] for case in ENTRIES], ids=[case[0] for case in ENTRIES])
def test_an_odd_entry_is_refused(data: Callable[[], bytes], codes: list[str]) -> None:
    assert _codes(data()) == codes


_BOMB = '<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]><w:document'

PACKAGES = (
    ("document type", replaced(_DOC, "<w:document", _BOMB), "a.docx", "REF-020", f"`{_DOC}` declares a document type, which no Office file does"),
    ("document type in UTF-16", good_parts() | {"word/header1.xml": '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'.encode("utf-16")}, "a.docx", "REF-020", "`word/header1.xml` declares a document type, which no Office file does"),
    ("not well formed", replaced(_DOC, "</w:body>", ""), "a.docx", "REF-019", f"`{_DOC}` is not well-formed XML"),
    ("too deep", good_parts() | {_DOC: b"<a>" * 300 + b"</a>" * 300}, "a.docx", "REF-019", f"`{_DOC}` is not well-formed XML"),
    ("no content types", {n: d for n, d in good_parts().items() if n != _TYPES}, "a.docx", "REF-018", "package lacks its list of content types"),
    ("no main part", {n: d for n, d in good_parts().items() if n != _DOC}, "a.docx", "REF-018", "package has one main part, found 0"),
    ("strict", replaced("_rels/.rels", f"{R}/officeDocument", "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"), "a.docx", "REF-015", "reference is in the Strict variant of Open XML"),
    ("macros", replaced(_TYPES, _PLAIN_TYPE, _MACRO_TYPE), "a.docm", "REF-016", "reference holds macros: it is a macro-enabled document"),
    ("workbook", replaced(_TYPES, _PLAIN_TYPE, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"), "a.docx", "REF-017", "reference is a Word or PowerPoint document, found `application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml`"),
    ("wrong ending", good_parts(), "a.pptx", "REF-017", "the ending `.pptx` does not fit what is in the file"),
    ("macro ending", good_parts(), "a.docm", "REF-017", "the ending `.docm` does not fit what is in the file"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("parts", "name", "code", "message"), [case[1:] for case in PACKAGES], ids=[case[0] for case in PACKAGES]
)
def test_a_package_of_the_wrong_kind_is_refused(
    parts: dict[str, bytes], name: str, code: str, message: str
) -> None:
    assert _refused(pack(parts), name) == [(code, message)]


def _object() -> dict[str, bytes]:
    drawing = '<w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" r:id="rId99"/></w:object></w:r>'
    parts = _link("oleObject", "embeddings/object1.bin", external=False)
    parts[_DOC] = _paragraph(drawing)[_DOC]
    return _type(
        parts, "word/embeddings/object1.bin", "application/vnd.openxmlformats-officedocument.oleObject"
    ) | {"word/embeddings/object1.bin": _OLE}


def _macro_project() -> dict[str, bytes]:
    parts = good_parts()
    link = '<Relationship Id="rId98" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>'
    parts[_RELS] = parts[_RELS].replace(b"</Relationships>", f"{link}</Relationships>".encode())
    return _type(parts, "word/vbaProject.bin", "application/vnd.ms-office.vbaProject") | {
        "word/vbaProject.bin": _OLE
    }


def _chunk() -> dict[str, bytes]:
    parts = _link("aFChunk", "chunk.html", external=False)
    parts[_DOC] = replaced(_DOC, _SECTION, f'<w:altChunk r:id="rId99"/>{_SECTION}')[_DOC]
    return _type(parts, "word/chunk.html", "text/html") | {"word/chunk.html": b"<script>"}


def _settings(markup: str, kind: str) -> dict[str, bytes]:
    parts = replaced("word/settings.xml", "<w:defaultTabStop", f"{markup}<w:defaultTabStop")
    name = "word/_rels/settings.xml.rels"
    link = f'<Relationship Id="rId1" Type="{R}/{kind}" Target="https://example.com/a" TargetMode="External"/>'
    text = f'<Relationships xmlns="{PACKAGE}/relationships">{link}</Relationships>'
    settings = parts["word/settings.xml"].replace(b"<w:settings ", f'<w:settings xmlns:r="{R}" '.encode())
    return parts | {name: text.encode(), "word/settings.xml": settings}


def _control() -> dict[str, bytes]:
    parts = _link("control", "activeX/activeX1.xml", external=False)
    parts[_DOC] = _paragraph('<w:r><w:object><w:control r:id="rId99"/></w:object></w:r>')[_DOC]
    return _type(parts, "word/activeX/activeX1.xml", "application/vnd.ms-office.activeX+xml") | {
        "word/activeX/activeX1.xml": b"<ax/>"
    }


def _linked_picture() -> dict[str, bytes]:
    parts = _link("image", "https://example.com/pixel.png")
    return parts | {_DOC: replaced(_DOC, 'r:embed="rId7"', 'r:link="rId99"')[_DOC]}


ACTIVE: tuple[tuple[str, Callable[[], dict[str, bytes]], str, str], ...] = (
    ("template", lambda: _settings('<w:attachedTemplate r:id="rId1"/>', "attachedTemplate"), "REF-030", "an attached template, which Word fetches on opening"),
    ("object", _object, "REF-031", "an embedded or linked object (OLE)"),
    ("frame", lambda: _link("frame", "https://example.com/f.html"), "REF-032", "a frame that shows another file"),
    ("sub-document", lambda: _link("subDocument", "other.docx"), "REF-033", "a sub-document that lives in another file"),
    ("external workbook", lambda: _link("externalLink", "file:///c:/a.xlsx"), "REF-034", "a link to another workbook"),
    ("chunk", _chunk, "REF-035", "a chunk of another format, such as HTML"),
    ("macro project", _macro_project, "REF-036", "a macro project"),
    ("control", _control, "REF-037", "an ActiveX control"),
    ("ribbon", lambda: _link("extensibility", "customUI/customUI.xml", external=False, part="_rels/.rels") | {"customUI/customUI.xml": b"<customUI/>"}, "REF-038", "a customised ribbon"),
    ("toolbars", lambda: _link("attachedToolbars", "attachedToolbars.bin", external=False) | {"word/attachedToolbars.bin": b"x"}, "REF-039", "attached toolbars"),
    ("picture outside", _linked_picture, "REF-040", "a part of kind `image` that lies outside the file"),
    ("script link", lambda: replaced(_RELS, "https://example.com/plan", "javascript:alert(1)"), "REF-041", "a link whose address begins with none of http, https and mailto"),
    ("share link", lambda: replaced(_RELS, "https://example.com/plan", "\\\\server\\share"), "REF-041", "a link whose address begins with none of http, https and mailto"),
    ("file link", lambda: replaced(_RELS, "https://example.com/plan", "file:///etc/passwd"), "REF-041", "a link whose address begins with none of http, https and mailto"),
    ("search link", lambda: replaced(_RELS, "https://example.com/plan", "ms-search:query=a"), "REF-041", "a link whose address begins with none of http, https and mailto"),
    ("field", lambda: _paragraph(_field(" DDEAUTO c:\\\\a.exe ")), "REF-042", f"a field `DDEAUTO`, in `{_DOC}`"),
    ("field over runs", lambda: _paragraph(_field("I", "NCLUDE", "TEXT &quot;a&quot;")), "REF-042", f"a field `INCLUDETEXT`, in `{_DOC}`"),
    ("field in lower case", lambda: _paragraph(_field("includepicture a")), "REF-042", f"a field `INCLUDEPICTURE`, in `{_DOC}`"),
    ("simple field", lambda: _paragraph('<w:fldSimple w:instr="MACROBUTTON Run"><w:r><w:t>Press</w:t></w:r></w:fldSimple>'), "REF-042", f"a field `MACROBUTTON`, in `{_DOC}`"),
    ("field word made by a field", lambda: _paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + _field(" QUOTE 68 68 69 ") + '<w:r><w:instrText> c:\\a.exe </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'), "REF-042", f"a field `computed`, in `{_DOC}`"),
    ("mail merge", lambda: _settings('<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:dataSource r:id="rId1"/></w:mailMerge>', "mailMergeSource"), "REF-043", "the data source of a mail merge"),
)  # fmt: skip


@pytest.mark.parametrize(("parts", "code", "message"), [c[1:] for c in ACTIVE], ids=[c[0] for c in ACTIVE])
def test_active_content_is_refused(parts: Callable[[], dict[str, bytes]], code: str, message: str) -> None:
    found = _refused(pack(parts()))

    assert {each for each, _ in found} == {code}
    assert all(text.startswith("reference holds ") for _, text in found)
    assert message in found[0][1]


@pytest.mark.parametrize(("parts", "code"), [case[1:3] for case in ACTIVE], ids=[case[0] for case in ACTIVE])
def test_active_content_is_taken_out_and_listed(parts: Callable[[], dict[str, bytes]], code: str) -> None:
    report, again = Report(), Report()

    clean = inspect(pack(parts()), "brand.docx", report, strip_active=True)

    assert clean is not None
    assert {d.code for d in report} == {code}
    assert all(
        d.severity is Severity.INFO and d.message.startswith("removed from the reference") for d in report
    )
    assert inspect(clean, "brand.docx", again) is clean
    assert len(again) == 0
    assert check_package(clean) == ()


def test_taking_out_leaves_text_and_everything_else() -> None:
    parts = replaced(_RELS, "https://example.com/plan", "javascript:alert(1)")
    parts[_DOC] = _paragraph(_field("DDE a b"))[_DOC]

    clean = inspect(pack(parts), "brand.docx", Report(), strip_active=True)

    assert clean is not None
    with zipfile.ZipFile(io.BytesIO(clean)) as archive:
        text = archive.read(_DOC).decode()
        assert set(archive.namelist()) == set(good_parts())
    assert "Plan on the web" in text
    assert "shown" in text
    assert "DDE" not in text


def test_a_macro_enabled_document_becomes_a_plain_one_on_request() -> None:
    parts = _macro_project()
    parts[_TYPES] = parts[_TYPES].replace(_PLAIN_TYPE.encode(), _MACRO_TYPE.encode())

    clean = inspect(pack(parts), "brand.docx", Report(), strip_active=True)

    assert clean is not None
    with zipfile.ZipFile(io.BytesIO(clean)) as archive:
        assert "word/vbaProject.bin" not in archive.namelist()
        assert _PLAIN_TYPE.encode() in archive.read(_TYPES)
        assert b"vba" not in archive.read(_TYPES)


def test_a_dead_target_is_dropped_and_said() -> None:
    report = Report()

    clean = inspect(pack(_link("image", "NULL", external=False)), "brand.docx", report)

    assert clean is not None
    assert [(d.code, d.severity) for d in report] == [("REF-044", Severity.INFO)]
    assert check_package(clean) == ()


def test_the_core_properties_of_libreoffice_are_set_right() -> None:
    strange = f"{R.replace('officeDocument', 'officedocument')}/metadata/core-properties"
    data = pack(replaced("_rels/.rels", f"{PACKAGE}/relationships/metadata/core-properties", strange))
    report = Report()

    clean = inspect(data, "brand.docx", report)

    assert clean is not None
    assert [d.code for d in report] == ["REF-045"]
    with zipfile.ZipFile(io.BytesIO(clean)) as archive:
        assert f"{PACKAGE}/relationships/metadata/core-properties".encode() in archive.read("_rels/.rels")


def test_an_action_that_starts_a_program_is_refused() -> None:
    link = '<a:hlinkClick r:id="" action="ppaction://program?file=a.exe"/>'
    parts = replaced(
        _DOC, '<pic:cNvPr id="1" name="Logo"/>', f'<pic:cNvPr id="1" name="Logo">{link}</pic:cNvPr>'
    )

    assert _refused(pack(parts)) == [
        ("REF-046", f"reference holds an action that starts a program or a macro, in `{_DOC}`")
    ]


def test_all_problems_are_named_in_one_run() -> None:
    parts = _object() | {"word/settings.xml": _settings("<w:mailMerge/>", "x")["word/settings.xml"]}
    parts[_RELS] = parts[_RELS].replace(b"https://example.com/plan", b"javascript:a")
    parts[_DOC] = parts[_DOC].replace(b"<w:sectPr>", f"<w:p>{_field('LINK a')}</w:p><w:sectPr>".encode())

    assert set(_codes(pack(parts))) == {"REF-031", "REF-041", "REF-042", "REF-043"}


def test_the_same_document_is_cleaned_to_the_same_bytes() -> None:
    data = pack(_macro_project())

    first = inspect(data, "brand.docx", Report(), strip_active=True)

    assert first == inspect(data, "brand.docx", Report(), strip_active=True)


def _mutated(chance: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(changed))
        kind = chance.random()
        if kind < 0.6:
            changed[place] = chance.randrange(256)
        elif kind < 0.8:
            del changed[place : place + chance.randint(1, 40)]
        else:
            changed[place:place] = chance.randbytes(chance.randint(1, 20))
    return bytes(changed)


def _mutated_inside(chance: random.Random, parts: dict[str, bytes]) -> bytes:
    """A sound zip file with damage inside one of its parts."""
    name = chance.choice(sorted(parts))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for each, content in parts.items():
            archive.writestr(each, _mutated(chance, content) if each == name else content)
    return target.getvalue()


def test_no_mutated_file_lets_an_exception_escape() -> None:
    chance = random.Random(20260105)
    slim = {n: d for n, d in good_parts().items() if not n.startswith(("word/embeddings", "word/theme"))}
    packed = pack(slim)
    seen: set[str] = set()
    for number in range(2_400):
        data = _mutated(chance, packed) if number % 2 else _mutated_inside(chance, slim)
        report = Report()
        outcome = inspect(data, "brand.docx", report, strip_active=bool(number % 3))
        assert outcome is not None or report.is_broken
        seen.update(d.code for d in report)
    assert len(seen) > 6
    assert "REF-014" not in seen


def test_parts_without_active_content_keep_their_bytes() -> None:
    clean = inspect(pack(_macro_project()), "brand.docx", Report(), strip_active=True)

    assert clean is not None
    with zipfile.ZipFile(io.BytesIO(clean)) as archive:
        assert archive.read("word/media/image1.png") == png()
        assert archive.read(_DOC) == good_parts()[_DOC]
