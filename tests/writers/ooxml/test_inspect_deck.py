"""Intake of reference presentations: what PowerPoint would fetch or run is refused, or taken out and listed."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from deck_sample import (
    CHART_PART,
    DARK_LAYOUT,
    DATA_SLIDE,
    LAYOUT,
    LAYOUT_RELS,
    MAIN,
    MAIN_RELS,
    MASTER,
    MASTER_RELS,
    PICTURE,
    SLIDE,
    SLIDE_RELS,
    TYPES,
    changed,
    good_deck,
    place,
)
from word_sample import R, pack

from alignkit.diagnostics import Report, Severity
from alignkit.writers.ooxml.check import check_package
from alignkit.writers.ooxml.check_archive import read_archive
from alignkit.writers.ooxml.inspect import inspect

if TYPE_CHECKING:
    from collections.abc import Callable

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = "</p:spTree>"
_CHART_RELS = "ppt/charts/_rels/chart1.xml.rels"
_PLAIN = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_MACRO = "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"
_MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships"


def _refused(data: bytes, name: str = "brand.pptx") -> list[tuple[str, str]]:
    """Codes and messages of a presentation that must be refused."""
    report = Report()
    assert inspect(data, name, report) is None
    assert report.is_broken
    assert all(d.place is not None and d.place.file == name and d.hint for d in report if d.blocks)
    return [(d.code, d.message) for d in report]


def _linked(
    part: str, kind: str, target: str, *, external: bool = True, base: str = R, number: int = 99
) -> dict[str, bytes]:
    """The good deck with one more relationship."""
    mode = ' TargetMode="External"' if external else ""
    link = f'<Relationship Id="rId{number}" Type="{base}/{kind}" Target="{target}"{mode}/></Relationships>'
    return changed(part, "</Relationships>", link)


def _with_part(parts: dict[str, bytes], name: str, kind: str, data: bytes) -> dict[str, bytes]:
    override = f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'
    return parts | {TYPES: parts[TYPES].replace(b"</Types>", override.encode()), name: data}


def _in_tree(parts: dict[str, bytes], markup: str, part: str) -> dict[str, bytes]:
    return parts | {part: parts[part].replace(_END.encode(), (markup + _END).encode())}


def _object(part: str, rels: str) -> dict[str, bytes]:
    """An embedded object as PowerPoint writes it, with a choice and a fallback."""
    ole = '<p:oleObj name="Sheet" r:id="rId99" progId="Excel.Sheet.12"><p:embed/>{0}</p:oleObj>'
    picture = PICTURE.replace('id="4"', 'id="0"').replace('r:embed="rId2"', "")
    frame = (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="50" name="Object"/><p:cNvGraphicFramePr/><p:nvPr/>'
        f"</p:nvGraphicFramePr>{place(0, 0, 914400, 914400, 'p')}<a:graphic><a:graphicData "
        'uri="http://schemas.openxmlformats.org/presentationml/2006/ole"><mc:AlternateContent '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice xmlns:v="v" Requires="v">'
        f"{ole.format('')}</mc:Choice><mc:Fallback>{ole.format(picture)}</mc:Fallback></mc:AlternateContent>"
        "</a:graphicData></a:graphic></p:graphicFrame>"
    )
    parts = _in_tree(_linked(rels, "oleObject", "../embeddings/object1.bin", external=False), frame, part)
    kind = "application/vnd.openxmlformats-officedocument.oleObject"
    return _with_part(parts, "ppt/embeddings/object1.bin", kind, _OLE)


def _linked_object() -> dict[str, bytes]:
    parts = _linked(SLIDE_RELS, "oleObject", "file:///c:/plan.xlsx!Sheet1")
    frame = _object(SLIDE, SLIDE_RELS)[SLIDE]
    return parts | {SLIDE: frame.replace(b"<p:embed/>", b"<p:link/>")}


def _control() -> dict[str, bytes]:
    parts = _linked(LAYOUT_RELS, "control", "../activeX/activeX1.xml", external=False)
    markup = b'<p:controls><p:control name="Box" r:id="rId99"/></p:controls></p:cSld>'
    parts[LAYOUT] = parts[LAYOUT].replace(b"</p:cSld>", markup)
    return _with_part(parts, "ppt/activeX/activeX1.xml", "application/vnd.ms-office.activeX+xml", b"<ax/>")


def _macros() -> dict[str, bytes]:
    parts = _linked(MAIN_RELS, "vbaProject", "vbaProject.bin", external=False, base=_MICROSOFT)
    return _with_part(parts, "ppt/vbaProject.bin", "application/vnd.ms-office.vbaProject", _OLE)


def _hidden_macros() -> dict[str, bytes]:
    """Macros that no relationship leads to."""
    return _with_part(good_deck(), "ppt/vbaProject.bin", "application/vnd.ms-office.vbaProject", _OLE)


def _add_in() -> dict[str, bytes]:
    base = "http://schemas.microsoft.com/office/2011/relationships"
    parts = _linked(
        "_rels/.rels", "webextensiontaskpanes", "ppt/webextensions/taskpanes.xml", external=False, base=base
    )
    kind = "application/vnd.ms-office.webextensiontaskpanes+xml"
    return _with_part(parts, "ppt/webextensions/taskpanes.xml", kind, b"<taskpanes/>")


def _linked_picture(part: str, rels: str) -> dict[str, bytes]:
    picture = PICTURE.replace('id="4" name="Logo"', 'id="60" name="Pixel"').replace(
        'r:embed="rId2"', 'r:link="rId99"'
    )
    return _in_tree(_linked(rels, "image", "https://example.com/pixel.png"), picture, part)


def _film() -> dict[str, bytes]:
    parts = _linked(SLIDE_RELS, "video", "https://example.com/film.mp4")
    film = b'<p:cNvPicPr/><p:nvPr><a:videoFile r:link="rId99"/></p:nvPr>'
    return parts | {SLIDE: parts[SLIDE].replace(b"<p:cNvPicPr/><p:nvPr/>", film)}


def _action(action: str, part: str = SLIDE, kind: str = "hlinkClick") -> dict[str, bytes]:
    """The good deck with an action on the first shape of a part."""
    old = '<p:cNvPr id="2" name="Title 1"/>' if part != MASTER else '<p:cNvPr id="2" name="Title"/>'
    link = f'<a:{kind} r:id="" action="{action}"/>'
    return changed(part, old, old.replace("/>", f">{link}</p:cNvPr>"))


def _address(target: str) -> dict[str, bytes]:
    return changed(SLIDE_RELS, "https://example.com/plan", target)


_ADDRESS = "a link whose address begins with none of http, https and mailto"
_RUNS = "an action that starts a program or a macro"
ACTIVE: tuple[tuple[str, Callable[[], dict[str, bytes]], str, str], ...] = (
    ("object on a slide", lambda: _object(SLIDE, SLIDE_RELS), "REF-031", "an embedded or linked object (OLE)"),
    ("object on the master", lambda: _object(MASTER, MASTER_RELS), "REF-031", "an embedded or linked object (OLE)"),
    ("linked object", _linked_object, "REF-031", "an embedded or linked object (OLE)"),
    ("workbook elsewhere", lambda: _linked(_CHART_RELS, "externalLinkPath", "file:///c:/a.xlsx"), "REF-034", "a link to another workbook"),
    ("macros", _macros, "REF-036", "a macro project"),
    ("macros nothing leads to", _hidden_macros, "REF-036", "a macro project, as `ppt/vbaProject.bin`"),
    ("control on a layout", _control, "REF-037", "an ActiveX control"),
    ("ribbon", lambda: _linked("_rels/.rels", "extensibility", "customUI/customUI14.xml", external=False) | {"customUI/customUI14.xml": b"<customUI/>"}, "REF-038", "a customised ribbon"),
    ("picture elsewhere", lambda: _linked_picture(SLIDE, SLIDE_RELS), "REF-040", "a part of kind `image` that lies outside the file"),
    ("picture of a layout elsewhere", lambda: _linked_picture(LAYOUT, LAYOUT_RELS), "REF-040", f"a part of kind `image` that lies outside the file, in `{LAYOUT}`: `https://example.com/pixel.png`"),
    ("film elsewhere", _film, "REF-040", "a part of kind `video` that lies outside the file"),
    ("data of a chart elsewhere", lambda: _linked(_CHART_RELS, "package", "https://example.com/a.xlsx"), "REF-040", f"a part of kind `package` that lies outside the file, in `{CHART_PART}`"),
    ("custom data elsewhere", lambda: _linked(MAIN_RELS, "customXml", "https://example.com/item1.xml"), "REF-040", "a part of kind `customXml` that lies outside the file"),
    ("slide library", lambda: _linked(SLIDE_RELS, "slideUpdateUrl", "https://example.com/slide"), "REF-040", "a part of kind `slideUpdateUrl` that lies outside the file"),
    ("script link", lambda: _address("javascript:alert(1)"), "REF-041", _ADDRESS),
    ("script link in odd letters", lambda: _address(" JavaScript:alert(1)"), "REF-041", _ADDRESS),
    ("share link", lambda: _address("\\\\server\\share\\a.pptx"), "REF-041", _ADDRESS),
    ("file link", lambda: _address("file:///c:/windows/notepad.exe"), "REF-041", _ADDRESS),
    ("other presentation", lambda: _address("next.pptx"), "REF-041", _ADDRESS),
    ("protocol of Office", lambda: _address("ms-powerpoint:ofe|u|https://example.com/a.pptm"), "REF-041", _ADDRESS),
    ("program", lambda: _action("ppaction://program"), "REF-046", f"{_RUNS}, in `{SLIDE}`"),
    ("macro", lambda: _action("ppaction://macro?name=Run"), "REF-046", _RUNS),
    ("object verb", lambda: _action("ppaction://ole?verb=0"), "REF-046", _RUNS),
    ("macro in odd letters", lambda: _action(" PPAction://Macro?name=Run"), "REF-046", _RUNS),
    ("macro when the pointer passes", lambda: _action("ppaction://macro?name=Run", kind="hlinkHover"), "REF-046", _RUNS),
    ("program on the master", lambda: _action("ppaction://program", MASTER), "REF-046", f"{_RUNS}, in `{MASTER}`"),
    ("program on a layout", lambda: _action("ppaction://program", DARK_LAYOUT), "REF-046", f"{_RUNS}, in `{DARK_LAYOUT}`"),
    ("add-in", _add_in, "REF-047", "an add-in that loads a web page into its own pane"),
)  # fmt: skip


def test_a_good_deck_comes_back_untouched() -> None:
    data, report = pack(good_deck()), Report()

    assert inspect(data, "brand.pptx", report) is data
    assert len(report) == 0


@pytest.mark.parametrize(("parts", "code", "message"), [c[1:] for c in ACTIVE], ids=[c[0] for c in ACTIVE])
def test_active_content_is_refused(parts: Callable[[], dict[str, bytes]], code: str, message: str) -> None:
    found = _refused(pack(parts()))

    assert {each for each, _ in found} == {code}
    assert all(text.startswith("reference holds ") for _, text in found)
    assert message in found[0][1]


@pytest.mark.parametrize(("parts", "code"), [case[1:3] for case in ACTIVE], ids=[case[0] for case in ACTIVE])
def test_active_content_is_taken_out_and_listed(parts: Callable[[], dict[str, bytes]], code: str) -> None:
    report, again = Report(), Report()

    clean = inspect(pack(parts()), "brand.pptx", report, strip_active=True)

    assert clean is not None
    assert {d.code for d in report} == {code}
    assert all(
        d.severity is Severity.INFO and d.message.startswith("removed from the reference") for d in report
    )
    assert inspect(clean, "brand.pptx", again) is clean
    assert len(again) == 0
    assert check_package(clean) == ()


HARMLESS = (
    ("jump to the last slide", lambda: _action("ppaction://hlinkshowjump?jump=lastslide")),
    ("custom show", lambda: _action("ppaction://customshow?id=0&amp;return=true")),
    ("mail address", lambda: _address("mailto:jo@example.com")),
    (
        "custom data inside",
        lambda: _with_part(
            _linked(MAIN_RELS, "customXml", "../customXml/item1.xml", external=False),
            "customXml/item1.xml",
            "application/xml",
            b"<data/>",
        ),
    ),
)


@pytest.mark.parametrize("parts", [case[1] for case in HARMLESS], ids=[case[0] for case in HARMLESS])
def test_what_starts_and_fetches_nothing_is_let_pass(parts: Callable[[], dict[str, bytes]]) -> None:
    data, report = pack(parts()), Report()

    assert inspect(data, "brand.pptx", report) is data
    assert len(report) == 0


def _declared(kind: str) -> bytes:
    parts = good_deck()
    return pack(parts | {TYPES: parts[TYPES].replace(_PLAIN.encode(), kind.encode())})


_TEMPLATE = _PLAIN.replace("presentation.main", "template.main")
_STRICT = changed(
    MAIN, "schemas.openxmlformats.org/presentationml/2006", "purl.oclc.org/ooxml/presentationml"
)
KINDS = (
    ("template that says presentation", pack(good_deck()), "brand.docx", "REF-017", "the ending `.docx` does not fit what is in the file"),
    ("old ending", pack(good_deck()), "brand.ppt", "REF-017", "the ending `.ppt` does not fit what is in the file"),
    ("ending of macros", pack(good_deck()), "brand.pptm", "REF-017", "the ending `.pptm` does not fit what is in the file"),
    ("macro type", _declared(_MACRO), "brand.pptx", "REF-016", "reference holds macros: it is a macro-enabled document"),
    ("no presentation", _declared("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"), "brand.pptx", "REF-017", "reference is a Word or PowerPoint document, found `application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml`"),
    ("Strict", pack(_STRICT), "brand.pptx", "REF-015", "reference is in the Strict variant of Open XML"),
    ("document type", pack(changed(MASTER, "<p:sldMaster ", "<!DOCTYPE a><p:sldMaster ")), "brand.pptx", "REF-020", f"`{MASTER}` declares a document type, which no Office file does"),
    ("entity", pack(changed(LAYOUT, "<p:sldLayout ", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><p:sldLayout ')), "brand.pptx", "REF-020", f"`{LAYOUT}` declares a document type, which no Office file does"),
    ("not well formed", pack(changed(LAYOUT, "</p:sldLayout>", "")), "brand.pptx", "REF-019", f"`{LAYOUT}` is not well-formed XML"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("data", "name", "code", "message"), [case[1:] for case in KINDS], ids=[case[0] for case in KINDS]
)
def test_what_is_no_plain_presentation_has_its_own_message(
    data: bytes, name: str, code: str, message: str
) -> None:
    assert _refused(data, name) == [(code, message)]


@pytest.mark.parametrize("kind", [_PLAIN, _TEMPLATE])
def test_presentations_and_templates_are_taken_under_either_ending(kind: str) -> None:
    for name in ("brand.pptx", "brand.potx"):
        report = Report()
        assert inspect(_declared(kind), name, report) is not None
        assert len(report) == 0


def test_a_macro_enabled_presentation_becomes_a_plain_one_on_request() -> None:
    parts = _macros()
    parts[TYPES] = parts[TYPES].replace(_PLAIN.encode(), _MACRO.encode())
    report = Report()

    clean = inspect(pack(parts), "brand.pptx", report, strip_active=True)

    assert clean is not None
    kept = read_archive(clean)[0]
    assert "ppt/vbaProject.bin" not in kept
    assert _PLAIN.encode() in kept[TYPES]
    assert b"vba" not in kept[TYPES] + kept[MAIN_RELS]
    assert {d.code for d in report} == {"REF-016", "REF-036"}


def test_taking_out_leaves_text_and_everything_else() -> None:
    parts = _address("javascript:alert(1)") | {DATA_SLIDE: good_deck()[DATA_SLIDE]}

    clean = inspect(pack(parts), "brand.pptx", Report(), strip_active=True)

    assert clean is not None
    kept = read_archive(clean)[0]
    assert set(kept) == set(good_deck())
    assert b"Plan on the web" in kept[SLIDE]
    assert {n for n in kept if kept[n] != good_deck()[n]} == {SLIDE, SLIDE_RELS}


def test_all_problems_are_named_in_one_run() -> None:
    parts = _control()
    parts[SLIDE_RELS] = _address("javascript:a")[SLIDE_RELS]
    parts[MASTER] = _action("ppaction://program", MASTER)[MASTER]
    parts[MAIN_RELS] = _macros()[MAIN_RELS]

    assert {"REF-036", "REF-037", "REF-041", "REF-046"} == {code for code, _ in _refused(pack(parts))}


def _damaged(chance: random.Random, data: bytes) -> bytes:
    changed_bytes = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        changed_bytes[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(changed_bytes)


def test_no_mutated_presentation_lets_an_exception_escape() -> None:
    chance = random.Random(20260106)
    slim = {n: d for n, d in good_deck().items() if not n.startswith(("ppt/embeddings", "ppt/theme"))}
    packed = pack(slim)
    seen: set[str] = set()
    for number in range(800):
        name = chance.choice(sorted(slim))
        inside = pack(slim | {name: _damaged(chance, slim[name])}) if number % 2 else b""
        report = Report()
        outcome = inspect(
            inside or _damaged(chance, packed), "brand.pptx", report, strip_active=bool(number % 3)
        )
        assert outcome is not None or report.is_broken
        seen.update(d.code for d in report)
    assert len(seen) > 4
    assert "REF-014" not in seen
