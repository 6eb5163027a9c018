"""The budget family of the worked example: every number on every page is the one an independent script computes."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from recompute import compare, summary

from alignkit.build import Request, build
from alignkit.catalogue import packaged

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from comparing import Tally

HERE = Path(__file__).parent
CONTEXT = packaged("examples/quillmere") / "context.yaml"
READ = (".docx", ".pptx", ".eml")

KNOWN: tuple[tuple[str, str], ...] = ()
"""Differences that are reported and not yet mended, each with what is wrong; one that is gone has to leave."""

KNOWN_ABROAD: tuple[tuple[str, str], ...] = ()
"""The same where language and locale differ."""


class Family(NamedTuple):
    """Documents made from the worked example."""

    files: tuple[Path, ...]
    tally: Tally

    def before(self, name: str) -> set[str]:
        """The differences of one file as it was made."""
        return {str(each) for each in self.tally.differences if each.file == name}

    def named(self, ending: str) -> Path:
        return next(file for file in self.files if file.name == ending)


def make(folder: Path, requests: Sequence[Request]) -> tuple[Path, ...]:
    folder.mkdir(parents=True, exist_ok=True)
    files: list[Path] = []
    for request in requests:
        outcome = build(request)
        assert outcome.files, "\n".join(str(diagnostic) for diagnostic in outcome.report)
        for name, content in outcome.files.items():
            if name.endswith(READ):
                (folder / name).write_bytes(content)
                files.append(folder / name)
    return tuple(files)


@pytest.fixture(scope="module")
def family(tmp_path_factory: pytest.TempPathFactory) -> Family:
    requests = [Request(CONTEXT, ("budget",))]
    requests += [Request(CONTEXT, ("budget-deck",), mode=mode) for mode in ("defend", "board")]
    files = make(tmp_path_factory.mktemp("family"), requests)
    return Family(files, compare(CONTEXT, files))


def unknown(tally: Tally) -> list[str]:
    lines = map(str, tally.differences)
    return [
        line for line in lines if not any(re.search(pattern, line) for pattern, _ in (*KNOWN, *KNOWN_ABROAD))
    ]


def test_every_number_of_the_family_is_recomputed(family: Family) -> None:
    assert [] == unknown(family.tally)
    assert len(family.files) >= 9
    assert family.tally.numbers > 1200
    assert len(family.tally.keys) > 200


def test_differences_that_are_mended_leave_the_list(family: Family) -> None:
    lines = list(map(str, family.tally.differences))

    assert [] == [pattern for pattern, _ in KNOWN if not any(re.search(pattern, line) for line in lines)]


OTHERS = (
    Request(CONTEXT, ("budget-script", "escalation"), locale="en-GB"),
    Request(CONTEXT, ("budget-deck",), locale="de-DE"),
    Request(CONTEXT, ("budget-deck",), audience="ceo"),
)
"""Other conventions of numbers, and another reader."""


@pytest.mark.parametrize("request_", OTHERS, ids=["en-GB", "de-DE", "ceo"])
def test_other_conventions_and_readers(tmp_path: Path, request_: Request) -> None:
    files = make(tmp_path, [request_])

    assert [] == unknown(compare(CONTEXT, files, request_.locale))


# the harness can fail


def rewritten(source: Path, target: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """A copy of an Office file with one part changed."""
    changed = 0
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(target, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if re.fullmatch(part, name) and change(content) != content:
                content, changed = change(content) if not changed else content, changed + 1
            after.writestr(name, content)
    assert changed, f"nothing to change in {part}"
    return target


def replacing(old: str, new: str) -> Callable[[bytes], bytes]:
    return lambda content: content.replace(old.encode(), new.encode(), 1)


CHANGES = (
    ("a run of the script", "budget-script.docx", "word/document.xml", "<w:t>$45,158</w:t>", "<w:t>$45,185</w:t>", "found `$45,185` [tier.ask.cac], expected USD 45,157.8947 (another number)"),
    ("a unit in the script", "budget-script.docx", "word/document.xml", "<w:t>17.4 months</w:t>", "<w:t>17.4 days</w:t>", "found `17.4 days` [tier.ask.payback], expected 17.3684 months (the unit months)"),
    ("what the ledger says", "budget-script.docx", "customXml/item1.xml", 'text="$45,158"', 'text="$45,159"', "found `$45,158` [tier.ask.cac], expected `$45,159` as the ledger has it"),
    ("free text", "budget-script.docx", "word/document.xml", "One enterprise marketer and", "7 enterprise marketers and", "found `7`, expected a figure with a key, or text of the context"),
    ("a weekday", "budget-script.docx", "word/document.xml", "Fri, Dec 11", "Mon, Dec 11", "found `Mon, Dec 11`, expected Friday"),
    ("a day", "budget-script.docx", "word/document.xml", "Dec 11, 2026", "Dec 13, 2026", "found `Fri, Dec 13, 2026`, expected a day of the context"),
    ("a count", "budget-script.docx", "word/document.xml", "<w:t>four</w:t>", "<w:t>five</w:t>", "found `five`, expected a count of a list"),
    ("the time of a section", "budget-script.docx", "word/document.xml", "<w:t>0:2", "<w:t>9:2", "expected 0:2"),
    ("a run of a slide", "budget-deck.pptx", r"ppt/slides/slide2\.xml", "<a:t>$45,158</a:t>", "<a:t>$45,185</a:t>", "found `45,185` [tier.ask.cac], expected `$45,158` of the ledger"),
    ("a run of the notes", "budget-deck.pptx", r"ppt/notesSlides/notesSlide4\.xml", "<a:t>$583,800</a:t>", "<a:t>$538,800</a:t>", "found `538,800` [driver.win_rate.low_effect], expected `$583,800` of the ledger"),
    ("the number of a slide", "budget-deck.pptx", r"ppt/slides/slide3\.xml", "<a:t>3</a:t>", "<a:t>4</a:t>", "found `4`, expected slide 3"),
    ("a number a chart draws", "budget-deck.pptx", r"ppt/charts/chart\d+\.xml", "<c:v>760000</c:v>", "<c:v>670000</c:v>", "found `670000.0`, expected 760000.0 of the workbook"),
    ("the result of a working", "budget-figures.docx", "word/document.xml", "/ 190 = 45,158", "/ 190 = 45,185", "expected USD 45,157.8947, not what the working comes to"),
    ("a number of a working", "budget-figures.docx", "word/document.xml", "(2,880,000 + 5,700,000) / 190", "(2,880,000 + 5,100,000) / 190", "expected USD 45,157.8947, not what the working comes to"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "part", "old", "new", "found"), [case[1:] for case in CHANGES], ids=[case[0] for case in CHANGES]
)
def test_one_changed_number_is_the_one_difference(
    family: Family, tmp_path: Path, name: str, part: str, old: str, new: str, found: str
) -> None:
    source = family.named(name)
    before = family.before(name)

    changed = rewritten(source, tmp_path / name, part, replacing(old, new))
    after = set(map(str, compare(CONTEXT, [changed]).differences))

    assert 1 == len(after - before), after - before
    assert found in (after - before).pop()


def test_a_changed_cell_of_a_workbook_is_found(family: Family, tmp_path: Path) -> None:
    source = family.named("budget-deck.pptx")

    def change(content: bytes) -> bytes:
        inside = zipfile.ZipFile(BytesIO(content)).read("xl/worksheets/sheet1.xml")
        if b"<v>9.2307" not in inside:
            return content
        (tmp_path / "inside.xlsx").write_bytes(content)
        edited = rewritten(
            tmp_path / "inside.xlsx",
            tmp_path / "edited.xlsx",
            r"xl/worksheets/sheet1\.xml",
            replacing("<v>9.2307", "<v>9.3307"),
        )
        return edited.read_bytes()

    changed = rewritten(source, tmp_path / source.name, r"ppt/embeddings/.*\.xlsx", change)

    found = list(map(str, compare(CONTEXT, [changed]).differences))
    assert 3 == len(found), found
    assert "found `9.23076923076923`, expected 9.33076923076923 of the workbook" in found[0]
    assert "found `9.33076923076923`, expected a figure at full precision" in found[1]


def test_a_changed_number_of_a_mail_is_found(family: Family, tmp_path: Path) -> None:
    source = family.named("budget-follow-up.eml")
    text = source.read_text(encoding="utf-8")
    (tmp_path / source.name).write_text(text.replace("17.4", "14.7", 1), encoding="utf-8")

    assert 1 == len(compare(CONTEXT, [tmp_path / source.name]).differences)


def test_a_figure_without_a_row_in_the_list_is_found(family: Family, tmp_path: Path) -> None:
    figures = rewritten(
        family.named("budget-figures.docx"),
        tmp_path / "budget-figures.docx",
        "customXml/item1.xml",
        replacing('key="tier.ask.cac"', 'key="tier.ask.ltv"'),
    )

    tally = compare(CONTEXT, [family.named("budget-script.docx"), figures])

    assert any(
        "[tier.ask.cac], expected a row in the list of figures" in str(each) for each in tally.differences
    )


def test_the_command_says_what_it_compared(family: Family, tmp_path: Path) -> None:
    script = family.named("budget-script.docx")
    right = subprocess.run(
        [sys.executable, HERE / "recompute.py", CONTEXT, script], capture_output=True, text=True, check=False
    )
    changed = rewritten(
        script,
        tmp_path / "changed.docx",
        "word/document.xml",
        replacing("<w:t>$45,158</w:t>", "<w:t>$45,185</w:t>"),
    )
    wrong = subprocess.run(
        [sys.executable, HERE / "recompute.py", CONTEXT, changed], capture_output=True, text=True, check=False
    )

    assert (0, summary(compare(CONTEXT, [script]), 1)) == (right.returncode, right.stdout.splitlines()[-1])
    assert 1 == wrong.returncode
    assert wrong.stdout.splitlines()[-1].endswith(" 1 differences")


def test_a_file_that_cannot_be_read_is_no_success(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, HERE / "recompute.py", CONTEXT, tmp_path / "none.docx"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert 2 == done.returncode


def test_nothing_of_the_program_is_used() -> None:
    own = {file.stem for file in HERE.glob("*.py") if not file.name.startswith("test_")}
    found: set[str] = set()
    for file in HERE.glob("*.py"):
        if file.stem in own:
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Import):
                    found |= {alias.name.partition(".")[0] for alias in node.names}
                elif isinstance(node, ast.ImportFrom):
                    found.add(str(node.module).partition(".")[0])

    assert {"yaml"} == found - own - set(sys.stdlib_module_names)
