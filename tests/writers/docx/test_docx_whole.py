"""Whole files: valid, readable by others, lean, and the same every time."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from docx_samples import EVERY_KIND, PROPERTIES, document, own, para, part, text
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from alignkit.diagnostics import Report
from alignkit.model.blocks import Block, Callout, CalloutKind, Heading, ListBlock, ListItem, Paragraph, Spoken
from alignkit.model.inlines import Shown, Text
from alignkit.writers.docx import parts, write
from alignkit.writers.docx.ledger import NAMESPACE, PART
from alignkit.writers.ooxml.accessibility import check_accessibility
from alignkit.writers.ooxml.check import check_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sdk_validator import SdkErrors

ALL = document(*EVERY_KIND.values(), bare=False)


@pytest.mark.parametrize("block", EVERY_KIND.values(), ids=EVERY_KIND)
def test_a_document_of_any_one_block_is_valid_and_opens_elsewhere(block: Block) -> None:
    for written in (document(block), document(block, block, bare=False)):
        report = Report()
        data = write(written, own(), report)

        assert not list(report)
        assert () == check_parts(parts(written, own(), report))
        docx.Document(BytesIO(data))


def test_all_blocks_together_are_valid_accessible_and_lean() -> None:
    found = parts(ALL, own(), Report())

    assert () == check_parts(found)
    assert () == check_accessibility(found)
    assert len(write(ALL, own(), Report())) < 60_000


def test_the_parts_are_those_of_the_file() -> None:
    with zipfile.ZipFile(BytesIO(write(ALL, own(), Report()))) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == parts(ALL, own(), Report())


def test_the_open_xml_sdk_finds_nothing(
    tmp_path: Path, sdk_validate: Callable[[Iterable[Path]], SdkErrors]
) -> None:
    written = {"all": ALL, "empty": document()}
    paths = []
    for name, each in written.items():
        paths.append(tmp_path / f"{name}.docx")
        paths[-1].write_bytes(write(each, own(), Report()))

    assert {path: [] for path in paths} == sdk_validate(paths)


def test_the_same_document_gives_the_same_bytes_in_any_process() -> None:
    code = (
        "import sys, hashlib; sys.path[:0] = sys.argv[1:]\n"
        "from test_docx_whole import ALL, own, write, Report\n"
        "print(hashlib.sha256(write(ALL, own(), Report())).hexdigest())"
    )
    here = Path(__file__).parent
    folders = [str(here), str(here.parents[1])]
    hashes = {
        subprocess.run(
            [sys.executable, "-c", code, *folders],
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("77", "Asia/Tokyo"))
    }

    assert 1 == len(hashes)


def test_the_ledger_names_every_figure_and_its_bookmark() -> None:
    written = document(Paragraph((Text("a "), Shown("1", "x.y"), Shown("<2>", "tier.ask & co"))))

    root = etree.fromstring(part(written, PART).encode())
    assert [
        {"bookmark": "_fig1_x_y", "key": "x.y", "text": "1"},
        {"bookmark": "_fig2_tier_ask_co", "key": "tier.ask & co", "text": "<2>"},
    ] == [dict(figure.attrib) for figure in root.iter(f"{{{NAMESPACE}}}figure")]


def test_names_of_bookmarks_are_short_and_unique() -> None:
    written = document(*(Paragraph((Shown("1", "a" * 60),)) for _ in range(12)))

    root = etree.fromstring(part(written, PART).encode())
    names = [figure.get("bookmark", "") for figure in root]
    assert 12 == len(set(names))
    assert max(map(len, names)) == 40


def test_a_document_without_figures_has_no_ledger() -> None:
    assert not [name for name in parts(document(para("a")), own(), Report()) if "customXml" in name]


def test_properties_say_what_the_document_says_and_no_more() -> None:
    written = document(properties=replace(PROPERTIES, title="A & B " + "x" * 300))

    core = docx.Document(BytesIO(write(written, own(), Report()))).core_properties
    assert ("A & B " + "x" * 249, "Helena Brandt-Osei", "Script", "en-US") == (
        core.title,
        core.author,
        core.subject,
        core.language,
    )
    assert "2031-05-06" == core.created.date().isoformat() == core.modified.date().isoformat()
    assert "thumbnail" not in " ".join(parts(written, own(), Report()))


@pytest.mark.parametrize(
    ("letter", "size"), [(False, 'w:w="11906" w:h="16838"'), (True, 'w:w="12240" w:h="15840"')]
)
def test_the_paper_is_the_readers(letter: bool, size: str) -> None:
    written = document(properties=replace(PROPERTIES, letter_paper=letter))

    assert f"<w:pgSz {size}/>" in part(written, "word/document.xml")


def test_every_page_of_a_draft_says_so_and_no_other() -> None:
    draft, final = (document(properties=replace(PROPERTIES, draft=each)) for each in (True, False))

    for name in ("word/headerFirst.xml", "word/headerDefault.xml"):
        assert "<w:t>Draft</w:t>" in part(draft, name)
        assert "Draft" not in part(final, name)


def test_the_first_page_does_not_repeat_what_its_title_says() -> None:
    assert "Quillmere · Script" in part(document(), "word/headerDefault.xml")
    assert "Script" not in part(document(), "word/headerFirst.xml")


def test_the_footer_counts_the_pages() -> None:
    footer = part(document(), "word/footerDefault.xml")

    assert "Internal · as of May 6, 2031" in footer
    assert " PAGE " in footer
    assert " NUMPAGES " in footer


@pytest.mark.parametrize(
    ("language", "lang", "hyphens"),
    [
        ("en-US", '<w:lang w:val="en-US"/>', False),
        ("de-DE", '<w:lang w:val="de-DE"/>', True),
        ("ja-JP", '<w:lang w:val="ja-JP" w:eastAsia="ja-JP"/>', False),
        ("he-IL", '<w:lang w:val="he-IL" w:bidi="he-IL"/>', False),
    ],
)
def test_the_language_is_set_once(language: str, lang: str, hyphens: bool) -> None:
    written = document(properties=replace(PROPERTIES, language=language))

    assert 1 == part(written, "word/styles.xml").count("<w:lang ")
    assert lang in part(written, "word/styles.xml")
    assert hyphens == ("autoHyphenation" in part(written, "word/settings.xml"))


WORDS = st.text(max_size=20)
LEAF = st.one_of(
    st.sampled_from(list(EVERY_KIND.values())),
    st.builds(lambda words: Paragraph((Text(words), Shown(words, words))), WORDS),
    st.builds(lambda level, words: Heading(level, text(words)), st.integers(1, 3), WORDS),
)


def nested(inside: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    some = st.lists(inside, max_size=3).map(tuple)
    entries = st.lists(
        st.builds(ListItem, some, st.sampled_from([None, True, False])), min_size=1, max_size=3
    )
    return st.one_of(
        st.builds(ListBlock, st.booleans(), entries.map(tuple), st.integers(0, 9)),
        st.builds(Callout, st.sampled_from(list(CalloutKind)), some, WORDS.map(text)),
        st.builds(Spoken, some),
    )


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.recursive(LEAF, nested, max_leaves=12), max_size=6))
def test_any_blocks_in_any_order_make_a_valid_file(blocks: list[Block]) -> None:
    written = document(*blocks, bare=False)

    found = parts(written, own(), Report())

    assert () == check_parts(found)
    docx.Document(BytesIO(write(written, own(), Report())))
