"""Workbooks behind charts: the quick way of reading one finds the damage that the usual way finds."""

from __future__ import annotations

import io
import zipfile

import pytest
from chart_gallery import gallery
from hypothesis import given, settings
from hypothesis import strategies as st

from alignkit.writers.ooxml import check_workbook
from alignkit.writers.ooxml.chart import chart_parts
from alignkit.writers.ooxml.check_facts import Facts
from alignkit.writers.ooxml.check_workbook import plain_names

_BOOKS = {name: chart_parts(chart, "en").workbook for name, chart in gallery().items()}
_BOOK = next(iter(_BOOKS.values()))


def _zipped(*names: str, comment: bytes = b"") -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = comment
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), "<x/>")
    return target.getvalue()


def _messages(data: bytes) -> list[str]:
    facts = Facts("book.xlsx")
    check_workbook.check_workbook(facts, data)
    return [finding.message for finding in facts.findings]


def _usual_messages(data: bytes) -> list[str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(check_workbook, "plain_names", lambda data: None)
        return _messages(data)


@pytest.mark.parametrize("name", _BOOKS)
def test_a_workbook_of_ours_is_read_the_quick_way(name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(_BOOKS[name])) as archive:
        assert plain_names(_BOOKS[name]) == frozenset(archive.namelist())
    assert _messages(_BOOKS[name]) == []


CASES: tuple[tuple[str, bytes, list[str]], ...] = (
    ("nothing", b"", ["workbook does not open"]),
    ("no zip file", b"PK" * 40, ["workbook does not open"]),
    ("no main part", _zipped("[Content_Types].xml"), ["workbook lacks its main part"]),
    ("no types", _zipped("xl/workbook.xml"), ["workbook lacks its main part"]),
    ("a comment", _zipped("[Content_Types].xml", "xl/workbook.xml", comment=b"by hand"), []),
    ("a name beyond ASCII", _zipped("[Content_Types].xml", "xl/workbook.xml", "ä"), []),
    ("something before it", b"#!" + _zipped("[Content_Types].xml", "xl/workbook.xml"), []),
    ("cut off", _BOOK[:-1], ["workbook does not open"]),
)


@pytest.mark.parametrize(("data", "messages"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_other_zip_files_are_opened_as_usual(data: bytes, messages: list[str]) -> None:
    assert _messages(data) == messages


def test_damage_to_an_entry_seen_before_is_found() -> None:
    _messages(_BOOK)
    at = _BOOK.index(b"xl/worksheets/sheet1.xml") + 60
    damaged = _BOOK[:at] + bytes([_BOOK[at] ^ 255]) + _BOOK[at + 1 :]

    assert _messages(damaged) == _usual_messages(damaged) != []


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(list(_BOOKS.values())), st.integers(0), st.integers(0, 5), st.binary(max_size=5))
def test_the_quick_way_finds_what_the_usual_way_finds(book: bytes, at: int, length: int, new: bytes) -> None:
    start = at % len(book)
    changed = book[:start] + new + book[start + length :]

    if plain_names(changed) is not None:
        assert _messages(changed) == _usual_messages(changed)
