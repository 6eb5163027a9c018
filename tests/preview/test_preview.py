"""What a browser is shown, and by whom it may be asked for."""

from __future__ import annotations

import os
import threading
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest

from alignkit.build import Request, Workshop
from alignkit.catalogue import Catalogue
from alignkit.diagnostics import Place, Report, Severity
from alignkit.preview import over_last, render, stamp, watched
from alignkit.preview import rendering as module
from alignkit.preview.index import Sheet, index
from alignkit.preview.serving import LOOPBACK, Shown, answer, server
from alignkit.writers.pdf import find_libreoffice

if TYPE_CHECKING:
    from collections.abc import Mapping

CONTEXT = Path(__file__).parents[2] / "examples" / "quillmere" / "context.yaml"


@pytest.fixture
def without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "find_libreoffice", lambda: None)


@pytest.mark.usefixtures("without_libreoffice")
def test_without_libreoffice_there_are_web_views_and_the_reason() -> None:
    made = render(Request(CONTEXT, ("escalation",)), Workshop(Catalogue()))

    assert made.is_made
    assert {"index.html", "escalation-ISS1.html", "escalation-memo-ISS1.html"} <= set(made.files)
    assert not [name for name in made.files if name.endswith(".png")]
    assert "the pages are shown as web views: LibreOffice is not installed" in [
        d.message for d in made.report
    ]


def test_with_libreoffice_documents_are_pictures_and_mails_are_views() -> None:
    if find_libreoffice() is None:
        pytest.skip("LibreOffice is not installed: no pictures to look at")
    made = render(Request(CONTEXT, ("escalation",)), Workshop(Catalogue()))

    assert {"index.html", "escalation-ISS1.html", "escalation-memo-ISS1-01.png"} <= set(made.files)
    assert "escalation-memo-ISS1.html" not in made.files
    assert made.files["escalation-memo-ISS1-01.png"].startswith(b"\x89PNG")


def test_what_cannot_be_made_is_said_on_the_page(tmp_path: Path) -> None:
    (tmp_path / "context.yaml").write_text("schema: 1\nmeta: {author: x}\n")

    made = render(Request(tmp_path / "context.yaml", ("escalation",)), Workshop(Catalogue()))

    assert not made.is_made
    assert b"CTX-002" in made.files["index.html"]


@pytest.mark.usefixtures("without_libreoffice")
def test_a_slip_keeps_the_last_pages_beside_what_is_wrong(tmp_path: Path) -> None:
    good = render(Request(CONTEXT, ("escalation",)), Workshop(Catalogue()), live=True)
    (tmp_path / "context.yaml").write_text("schema: 1\nmeta: {author: x}\n")
    bad = render(Request(tmp_path / "context.yaml", ("escalation",)), Workshop(Catalogue()), live=True)

    shown = over_last(bad, good.files)

    assert set(good.files) == set(shown)
    assert b"CTX-002" in shown["index.html"]
    assert b"escalation-ISS1" in shown["index.html"]


def test_words_of_a_user_are_characters_on_the_page() -> None:
    report = Report()
    report.finding("GEN-001", Severity.WARN, "found `<script>`", Place("a.yaml", 3), hint="write `a & b`")

    page = index((Sheet("x<y", ("x<y-01.png",)),), report, live=False).decode()

    assert "<script>" not in page
    assert "a.yaml:3" in page
    assert "x&lt;y" in page


@pytest.mark.parametrize(
    ("path", "host", "expected"),
    [
        ("/", "127.0.0.1:1", (HTTPStatus.OK, "html", b"page")),
        ("/index.html?x=1", "localhost:1", (HTTPStatus.OK, "html", b"page")),
        ("/a%20b.png", "localhost", (HTTPStatus.OK, "png", b"picture")),
        ("/state", "127.0.0.1", (HTTPStatus.OK, "", b"now")),
        ("/../secret", "127.0.0.1", (HTTPStatus.NOT_FOUND, "", b"there is no such page\n")),
        ("/", "evil.example", (HTTPStatus.FORBIDDEN, "", b"this page is for this computer alone\n")),
        ("/", "", (HTTPStatus.FORBIDDEN, "", b"this page is for this computer alone\n")),
    ],
)
def test_only_this_computer_gets_an_answer(
    path: str, host: str, expected: tuple[HTTPStatus, str, bytes]
) -> None:
    files: Mapping[str, bytes] = {"index.html": b"page", "a b.png": b"picture"}

    assert expected == answer(Shown(files, "now"), path, host)


def test_the_server_listens_on_the_loopback_address_alone() -> None:
    with server(Shown({"index.html": b"page"}, "now"), 0) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        try:
            assert LOOPBACK == running.server_address[0]
            assert b"page" == urlopen(f"http://{LOOPBACK}:{running.server_port}/").read()
        finally:
            running.shutdown()


def test_a_saved_file_changes_the_stamp(tmp_path: Path) -> None:
    file = tmp_path / "context.yaml"
    file.write_text("a: 1\n")
    before = stamp((tmp_path,))
    assert before == stamp((tmp_path,))

    os.utime(file, ns=(1, 1))
    touched = stamp((tmp_path,))
    (tmp_path / "more.yaml").write_text("b: 1\n")

    assert len({before, touched, stamp((tmp_path,))}) == 3
    assert stamp((tmp_path / "gone",)) == stamp(())


def test_templates_are_watched_beside_the_context() -> None:
    places = watched(Request(CONTEXT, ("escalation",)), Catalogue())

    assert CONTEXT in places
    assert any(place.name == "escalation" for place in places)
