"""The zip of an Office file."""

from __future__ import annotations

import zipfile
from io import BytesIO

from alignkit.writers.ooxml.package import Package, Part, Relationship, members, pack, sealed

PARTS = (
    Part("word/document.xml", "a/b", b"<x/>" * 400, (Relationship("rId1", "t", "word/media/i.png"),)),
    Part("word/media/i.png", "", b"\x89PNG"),
)
PACKAGE = Package(PARTS, (Relationship("rId1", "t", "word/document.xml"),), (("png", "image/png"),))


def test_every_part_comes_back_as_it_was() -> None:
    with zipfile.ZipFile(BytesIO(pack(PACKAGE))) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == members(PACKAGE)


def test_content_types_and_relationships_come_first() -> None:
    with zipfile.ZipFile(BytesIO(pack(PACKAGE))) as archive:
        names = archive.namelist()

    assert ["[Content_Types].xml", "_rels/.rels", "word/document.xml"] == names[:3]


def test_times_and_attributes_are_fixed() -> None:
    with zipfile.ZipFile(BytesIO(pack(PACKAGE))) as archive:
        assert {((1980, 1, 1, 0, 0, 0), 0o100644 << 16)} == {
            (i.date_time, i.external_attr) for i in archive.infolist()
        }


def test_a_sealed_part_gives_the_same_bytes() -> None:
    again = Package(tuple(map(sealed, PARTS)), PACKAGE.relationships, PACKAGE.defaults)

    assert pack(PACKAGE) == pack(again)


def test_targets_are_relative_to_their_source_and_outside_ones_escaped() -> None:
    part = Part(
        "word/document.xml",
        "a/b",
        b"",
        (
            Relationship("rId1", "t", "word/styles.xml"),
            Relationship("rId2", "t", "customXml/item1.xml"),
            Relationship("rId3", "t", 'https://a.example/?a&"b', external=True),
        ),
    )

    written = members(Package((part,), ()))["word/_rels/document.xml.rels"].decode()

    assert 'Target="styles.xml"/>' in written
    assert 'Target="/customXml/item1.xml"/>' in written
    assert 'Target="https://a.example/?a&amp;&quot;b" TargetMode="External"/>' in written


def test_content_types_name_every_part_without_a_default() -> None:
    written = members(PACKAGE)["[Content_Types].xml"].decode()

    assert '<Override PartName="/word/document.xml" ContentType="a/b"/>' in written
    assert '<Default Extension="png" ContentType="image/png"/>' in written
    assert "i.png" not in written


def test_parts_with_names_beyond_ascii_come_back() -> None:
    package = Package((Part("word/media/größe.png", "image/png", b"a"),), ())

    with zipfile.ZipFile(BytesIO(pack(package))) as archive:
        assert "word/media/größe.png" in archive.namelist()
