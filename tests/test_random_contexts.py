"""Documents of contexts nobody wrote: they come out, they open, and their sentences are sentences.

`ALIGNKIT_RANDOM_CONTEXTS=300 pytest tests/test_random_contexts.py` tries more of them.
"""

from __future__ import annotations

import os
import re
import zipfile
from html import unescape
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from alignkit.build import Outcome, Request, Workshop, build
from alignkit.catalogue import Catalogue
from alignkit.writers.ooxml.check import check_package
from context_generator import context, is_hostile, written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SEEDS = range(int(os.environ.get("ALIGNKIT_RANDOM_CONTEXTS", "16")))
WORKSHOP = Workshop(Catalogue(None))
REFUSED = frozenset({"MSG-020", "KIND-012"})
"""What may stop a draft: a title with a mark that turns a subject round, and nobody there is something to say to."""

_NUMBER_BEFORE = r"(?<![\d.,\u00a0])"
UNTIDY = {
    "two blanks": r"\S {2,}\S",
    "blank before a mark": r" [.,;:](?!\w)",
    "two stops": r"\.\.",
    "two marks": r"[,;:] ?[.,;]",
    "empty parentheses": r"\(\s*\)",
    "a value of Python": r"\bNone\b(?! of the)|\bTrue\b|\bFalse\b|Undefined",
    "a mark of a template": r"\{\{|\{%|[\ue000-\uf8ff]",
    "many of one": _NUMBER_BEFORE + r"1 (?:new |extra |planned )?(?:customers|opportunities|months|days|years|steps|gates|options)\b",
    "nothing as a number": r" 0 (?:more|less|new customers|extra customers|days behind)\b|[$€£¥]0 (?:more|less|over|under)\b",
    "a sign before nothing": r"[+−]\D{0,3}0(?![.,\d])",
    "nothing after a word": r"\b(?:against|costs|loses|brings|saves) (?:and|or|for|n/a|[.,;])|\bagainst in\b",
    "a figure that does not exist": r"n/a",
    "a negative time": r"−\d+(?:[.,]\d+)? months?",
    "a sentence without an end": r"\b(?:of|at|by|the|a|an|in) ?\.(?:\s|$)",
}  # fmt: skip
_LIST_OF_FIGURES = "Figures and sources"
_REASON = re.compile(r"n/a: [^.]*\. ?")
_PARAGRAPH = re.compile(r"<w:p[ >].*?</w:p>", re.DOTALL)
_RUN = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:(?:br|tab)/>")


def built(seed: int, kind: str, audience: str, folder: Path) -> Outcome:
    path = folder / "context.yaml"
    path.write_text(written(context(seed)), "utf-8")
    return build(Request(path, (kind,), formats=("docx", "eml", "txt", "md"), audience=audience), WORKSHOP)


def lines_of(name: str, data: bytes) -> Iterator[str]:
    """The paragraphs of a Word file or of the text of a mail, numbers alone in a cell left out."""
    if name.endswith(".docx"):
        body = zipfile.ZipFile(BytesIO(data)).read("word/document.xml").decode("utf-8")
        lines = [
            "".join(found[1] or " " for found in _RUN.finditer(each)) for each in _PARAGRAPH.findall(body)
        ]
        # the list of figures at the end holds labels and sums, not sentences
        lines = lines[: lines.index(_LIST_OF_FIGURES)] if _LIST_OF_FIGURES in lines else lines
    elif name.endswith(".txt"):
        parts = data.decode("utf-8").replace("\r", "").partition("\n\n")[2].split("\n\n")
        lines = [
            " ".join(part.split("\n"))
            for part in parts
            if not re.search(r"(?m)^ {2,}| {2,}\w[\w ]*:|-{4}", part)
        ]
    else:
        lines = re.findall("[^\n]*[\ue000-\uf8ff][^\n]*", data.decode("utf-8"))
    for line in lines:
        if (text := _REASON.sub("", unescape(line)).strip()) and text != "n/a":
            yield text


def untidy(outcome: Outcome) -> list[tuple[str, str, str]]:
    return [
        (name, what, line)
        for name, data in outcome.files.items()
        for line in lines_of(name, data)
        for what, pattern in UNTIDY.items()
        if re.search(pattern, line)
    ]


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    ("kind", "audience"),
    [
        ("budget-script", "cfo"),
        ("budget-script", "ceo"),
        ("escalation", ""),
        *(("alignment-doc", each) for each in ("leaders", "author", "ceo", "team", "board", "client")),
        ("stakeholder-view", ""),
    ],
)
def test_documents_of_a_random_context_can_be_handed_over(
    seed: int, kind: str, audience: str, tmp_path: Path
) -> None:
    outcome = built(seed, kind, audience, tmp_path)

    blocking = {found.code: found.message for found in outcome.report if found.blocks}
    assert {} == {code: message for code, message in blocking.items() if code not in REFUSED}
    status = context(seed)["meta"]["status"]
    assert outcome.files or blocking or (status != "draft" and outcome.report.has_errors)
    words = {name: data for name, data in outcome.files.items() if name.endswith(".docx")}
    assert {} == {name: found for name, data in words.items() if (found := check_package(data))}
    assert [] == (untidy(outcome) if not is_hostile(seed) else [])


def test_a_seed_gives_the_same_context_each_time() -> None:
    assert written(context(5)) == written(context(5))
    assert written(context(5)) != written(context(6))


def test_untidy_text_is_seen() -> None:
    """Each pattern finds what it is named after."""
    examples = (
        "a  b", "a .", "so..", "say: .", "of ()", "it is None", "{{ x }}", "1 customers", "is 0 more", "+$0",
        "against in FY1", "costs n/a each", "in −3.5 months", "the end of.",
    )  # fmt: skip

    found = [
        [what for what, pattern in UNTIDY.items() if re.search(pattern, example)] for example in examples
    ]

    assert list(UNTIDY) == [
        next(iter(each & {name}), "") for each, name in zip(map(set, found), UNTIDY, strict=True)
    ]
