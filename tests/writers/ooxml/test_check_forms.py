"""Forms of parts: what was found right once is not read again, and nothing wrong hides in words and numbers."""

from __future__ import annotations

from collections import Counter

import pytest
from chart_gallery import gallery
from deck_sample import DATA_SLIDE, SLIDE, changed, good_deck
from hypothesis import given, settings
from hypothesis import strategies as st

from alignkit.writers.ooxml import check_forms, check_part
from alignkit.writers.ooxml.chart import chart_parts
from alignkit.writers.ooxml.check_facts import Facts
from alignkit.writers.ooxml.findings import Finding
from alignkit.writers.ooxml.namespaces import CHART_TYPE, SLIDE_TYPE

_SLIDE_TYPE = f"{SLIDE_TYPE}slide+xml"
_CHARTS = {name: chart_parts(chart, "en").chart_xml.decode() for name, chart in gallery().items()}


def _slide(part: str, old: str, new: str) -> bytes:
    return changed(part, old, new)[part]


def _read(content_type: str, data: bytes) -> Facts:
    """What a part says, read as it is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(check_forms, "_KINDS", {})
        return check_part.check_part("part.xml", content_type, data)


def _say_the_same(content_type: str, data: bytes) -> None:
    """Fail unless reading by form, twice, and reading as it is say the same."""
    plain = _read(content_type, data)
    for _ in range(2):
        known = check_part.check_part("part.xml", content_type, data)
        assert Counter(known.findings) == Counter(plain.findings)
        assert known.relationship_ids == plain.relationship_ids
        assert known.slide == plain.slide
        assert known.is_chart == plain.is_chart


def _was_read(content_type: str, data: bytes) -> bool:
    """Whether a part has to be read, its form not being known."""
    wrong = Facts("", [Finding("PKG-012", "part is not well formed")])
    return check_part._forms.read("part.xml", content_type, data, lambda *_: wrong) is None


ALIKE = (
    ("words", SLIDE, "<a:t>Search leads", "<a:t>Ü &amp; more"),
    ("no words", SLIDE, "<a:t>Search leads", "<a:t>"),
    ("cell", DATA_SLIDE, "<a:t>Search", "<a:t>Fairs"),
    ("place of a shape", SLIDE, 'x="9601200"', 'x="12"'),
    ("width of a shape", SLIDE, 'cx="914400"', 'cx="12"'),
)
UNLIKE = (
    ("no number", SLIDE, 'x="9601200"', 'x="a"'),
    ("negative size", SLIDE, 'cx="914400"', 'cx="-1"'),
    ("id", SLIDE, '<p:cNvPr id="4"', '<p:cNvPr id="3"'),
    ("relationship", SLIDE, 'r:id="rId3"', 'r:id="rId30"'),
    ("bare ampersand", SLIDE, "<a:t>Search leads", "<a:t>A & B"),
    ("unknown entity", SLIDE, "<a:t>Search leads", "<a:t>&nbsp;"),
    ("end of a section", SLIDE, "<a:t>Search leads", "<a:t>]]>"),
    ("control character", SLIDE, "<a:t>Search leads", "<a:t>\x01"),
    ("rare control character", SLIDE, "<a:t>Search leads", "<a:t>\x84"),
    ("noncharacter", SLIDE, "<a:t>Search leads", "<a:t>\uffff"),
    ("comment", SLIDE, "<a:t>Search leads", "<a:t><!-- </a:t> -->"),
    ("element in words", SLIDE, "<a:t>Search leads", "<a:t>A<a:b/>"),
    ("loose text", SLIDE, "</p:spTree>", "words</p:spTree>"),
    ("another meaning", SLIDE, "<p:spTree>", '<p:spTree xmlns:a="urn:a">'),
    ("wider column", DATA_SLIDE, 'w="2000000"', 'w="4000000"'),
    ("negative column", DATA_SLIDE, 'w="2000000"', 'w="-2000000"'),
    ("wider frame", DATA_SLIDE, 'cx="5000000"', 'cx="6000000"'),
)


def _known(part: str) -> None:
    assert check_part.check_part(part, _SLIDE_TYPE, good_deck()[part]).findings == []


@pytest.mark.parametrize(
    ("part", "old", "new"), [case[1:] for case in ALIKE], ids=[case[0] for case in ALIKE]
)
def test_a_slide_of_a_known_form_is_not_read(part: str, old: str, new: str) -> None:
    _known(part)
    data = _slide(part, old, new)

    assert not _was_read(_SLIDE_TYPE, data)
    _say_the_same(_SLIDE_TYPE, data)


@pytest.mark.parametrize(
    ("part", "old", "new"), [case[1:] for case in UNLIKE], ids=[case[0] for case in UNLIKE]
)
def test_what_a_rule_looks_at_belongs_to_the_form(part: str, old: str, new: str) -> None:
    _known(part)
    data = _slide(part, old, new)

    assert _was_read(_SLIDE_TYPE, data)
    _say_the_same(_SLIDE_TYPE, data)


def test_bytes_that_are_no_text_are_read_as_they_are() -> None:
    _known(SLIDE)
    data = good_deck()[SLIDE].replace(b"<a:t>Search leads", b"<a:t>\xff")

    assert [finding.code for finding in check_part.check_part(SLIDE, _SLIDE_TYPE, data).findings] == [
        "PKG-012"
    ]


def test_columns_that_share_the_width_in_another_way_have_the_same_form() -> None:
    _known(DATA_SLIDE)
    data = (
        good_deck()[DATA_SLIDE]
        .replace(b'w="3000000"', b'w="3999999"')
        .replace(b'w="2000000"', b'w="1000001"')
    )

    assert data != good_deck()[DATA_SLIDE]
    assert not _was_read(_SLIDE_TYPE, data)
    assert _read(_SLIDE_TYPE, data).findings == []


@pytest.mark.parametrize("name", _CHARTS)
def test_every_kind_of_chart_is_read_alike(name: str) -> None:
    _say_the_same(CHART_TYPE, _CHARTS[name].encode())


def test_a_value_that_is_no_number_is_found_behind_a_known_form() -> None:
    chart = next(xml for xml in _CHARTS.values() if "<c:v>" in xml.partition("<c:numCache>")[2])
    check_part.check_part("part.xml", CHART_TYPE, chart.encode())
    before, mark, after = chart.partition("<c:numCache>")
    number = after.partition("<c:v>")[2].partition("<")[0]
    data = f"{before}{mark}{after.replace(f'<c:v>{number}<', '<c:v>many<', 1)}".encode()

    found = check_part.check_part("part.xml", CHART_TYPE, data).findings

    assert Finding("PKG-208", "chart value is a number, found `many`", "part.xml", "series 1") in found
    _say_the_same(CHART_TYPE, data)


_BITS = st.sampled_from(
    ["", "x", "12", "-3", "1e5", "nan", "&amp;", "&", "&#1;", "<", ">", "]]>", "'", '"', "\x01", "\x85", "\uffff", "<!--", "-->",
     "<a:t>", "</a:t>", "<c:v>", "</c:v>", "<?x ?>", ' descr="', "<a:off x=", "stands-for"]
)  # fmt: skip
_PARTS = st.sampled_from(
    [(_SLIDE_TYPE, good_deck()[SLIDE].decode()), (_SLIDE_TYPE, good_deck()[DATA_SLIDE].decode())]
    + [(CHART_TYPE, xml) for xml in _CHARTS.values()]
)


@settings(max_examples=250, deadline=None)
@given(_PARTS, st.lists(st.tuples(st.integers(0), st.integers(0, 6), _BITS), min_size=1, max_size=3))
def test_no_change_to_a_part_hides_behind_its_form(
    part: tuple[str, str], changes: list[tuple[int, int, str]]
) -> None:
    content_type, text = part
    for at, length, bit in changes:
        start = at % len(text)
        text = text[:start] + bit + text[start + length :]

    _say_the_same(content_type, text.encode("utf-8", "surrogatepass"))
