"""Names of parts: relationships resolve as in a web page, and know their source."""

from __future__ import annotations

import pytest
from lxml import etree
from word_sample import CONTENT_TYPES, R

from alignkit.writers.ooxml.relationships import (
    Link,
    extension,
    read_content_types,
    read_links,
    rels_of,
    resolve,
    source_of,
)

TARGETS = (
    ("", "word/document.xml", "word/document.xml"),
    ("", "/word/document.xml", "word/document.xml"),
    ("word/document.xml", "styles.xml", "word/styles.xml"),
    ("word/document.xml", "/word/styles.xml", "word/styles.xml"),
    ("word/charts/chart1.xml", "../embeddings/a.xlsx", "word/embeddings/a.xlsx"),
    ("word/document.xml", "media/my%20logo.png", "word/media/my logo.png"),
    ("word/document.xml", "other.xml#part", "word/other.xml"),
    ("word/document.xml", "../../../a.xml", "a.xml"),
)


@pytest.mark.parametrize(("source", "target", "expected"), TARGETS)
def test_a_target_resolves_inside_the_package(source: str, target: str, expected: str) -> None:
    assert resolve(source, target) == expected


@pytest.mark.parametrize(
    ("part", "rels"),
    [("", "_rels/.rels"), ("a.xml", "_rels/a.xml.rels"), ("word/a.xml", "word/_rels/a.xml.rels")],
)
def test_a_part_and_its_relationships_find_each_other(part: str, rels: str) -> None:
    assert rels_of(part) == rels
    assert source_of(rels) == part


@pytest.mark.parametrize(("name", "expected"), [("word/a.XML", "xml"), ("a.b/c.png", "png"), ("a", "a")])
def test_an_extension_is_in_lower_case(name: str, expected: str) -> None:
    assert extension(name) == expected


def test_links_are_read_with_their_parts() -> None:
    text = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="{R}/styles" Target="styles.xml"/>'
        f'<Relationship Id="b" Type="{R}/hyperlink" Target="https://example.com" TargetMode="External"/>'
        "</Relationships>"
    )

    assert read_links(etree.fromstring(text), "word/document.xml") == (
        Link("a", f"{R}/styles", "styles.xml", "word/styles.xml", external=False),
        Link("b", f"{R}/hyperlink", "https://example.com", "", external=True),
    )


def test_an_override_goes_before_a_default() -> None:
    types = read_content_types(etree.fromstring(CONTENT_TYPES.encode()))

    assert types.of("word/styles.xml").endswith("styles+xml")
    assert types.of("word/other.xml") == "application/xml"
    assert types.of("word/other.bin") == ""
    assert types.repeated == ()
