"""Characters reach the file as they are, and nothing they say becomes markup."""

from __future__ import annotations

from dataclasses import replace

import pytest
from docx_samples import PROPERTIES, body, document, para, part
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from alignkit.writers.docx.text import attribute, escaped, is_plain, run
from alignkit.writers.ooxml.namespaces import WORD

RUN = [
    ("", ""),
    ("plain", "<w:r><w:t>plain</w:t></w:r>"),
    ("a<b&c>", "<w:r><w:t>a&lt;b&amp;c&gt;</w:t></w:r>"),
    (" a", '<w:r><w:t xml:space="preserve"> a</w:t></w:r>'),
    ("a\u00a0", '<w:r><w:t xml:space="preserve">a\u00a0</w:t></w:r>'),
    ("a\tb", "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>"),
    ("a\r\nb\nc\u2028d", "<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:br/><w:t>c</w:t><w:br/><w:t>d</w:t></w:r>"),
    ("a\x00\x0b\x1f\x7f\ud800\uffffb", "<w:r><w:t>ab</w:t></w:r>"),
    ("\x01", ""),
    ("שלום", "<w:r><w:rPr><w:rtl/></w:rPr><w:t>שלום</w:t></w:r>"),
]


@pytest.mark.parametrize(("text", "xml"), RUN)
def test_a_text_is_a_run(text: str, xml: str) -> None:
    assert xml == run(text, "<w:r>")


def test_a_stretch_from_right_to_left_has_a_run_of_its_own() -> None:
    written = run("for שלום עולם now", "<w:r><w:rPr><w:b/></w:rPr>")

    assert (
        '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">for </w:t></w:r>'
        "<w:r><w:rPr><w:b/><w:rtl/></w:rPr><w:t>שלום עולם</w:t></w:r>"
        '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> now</w:t></w:r>'
    ) == written


@pytest.mark.parametrize("words", ["שלום world", "world שלום", "שלום", "عمر approves 2 lines"])
@pytest.mark.parametrize(("language", "from_the_right"), [("en-US", False), ("he-IL", True), ("ar", True)])
def test_a_paragraph_runs_as_its_document_does(words: str, language: str, from_the_right: bool) -> None:
    properties = replace(PROPERTIES, language=language)

    written = part(document(para(words), properties=properties), "word/document.xml")

    assert from_the_right == ("<w:bidi/>" in written)
    assert "<w:rtl/>" in written


HOSTILE = [
    "</w:t></w:r></w:p><w:p>",
    "{{ 7 * 7 }}{% raw %}",
    "]]>",
    "<!-- x -->",
    "&lt;&#x41;&amp;",
    '" onload="x',
    "${jndi:ldap://x}",
    "=HYPERLINK(1)",
    "\u202egnp.exe\u2066",
    "**bold** | `code` | # x",
    "e\u0301 𝟙 👩‍👩‍👧 \U0010fffd",
]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_hostile_text_is_only_text(hostile: str) -> None:
    root = etree.fromstring(f'<w:x xmlns:w="{WORD}">{body(para(hostile))}</w:x>')

    assert [hostile] == ["".join(map(str, p.itertext())) for p in root]


@given(st.text())
def test_any_text_makes_well_formed_markup(text: str) -> None:
    root = etree.fromstring(f'<w:x xmlns:w="{WORD}" a="{attribute(text)}">{run(text, "<w:r>")}</w:x>')

    assert etree.fromstring(f"<x>{escaped(text)}</x>").text in (escaped_back(text), None)
    assert all(not child.text for child in root if child.tag.endswith("}t"))


def escaped_back(text: str) -> str:
    clean = escaped(text).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return clean.replace("\r\n", "\n").replace("\r", "\n")


def test_plain_text_is_recognised() -> None:
    assert is_plain("12 500 €")
    assert not is_plain(" a")
    assert not is_plain("a&b")
