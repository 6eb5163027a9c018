"""Forty people reviewed at once: nobody is told what another is told, and nobody's name moves another's text."""

from __future__ import annotations

import io
import itertools
import re
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from docx import Document

from alignkit.build import Request, build

from .team import context_of, people_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from alignkit.build import Outcome

SIZE = 40
RUNNING_TEXT = ("Body Text", "Callout Summary", "Summary", "List Bullet")
"""Styles whose text is written for one person; headings, labels and notes below tables are everybody's."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def built(
    folder: Path, people: Mapping[str, Any], context: Mapping[str, Any], mode: str = "review"
) -> Outcome:
    folder.mkdir(exist_ok=True)
    (folder / "context.yaml").write_text(
        yaml.safe_dump(dict(context), allow_unicode=True, sort_keys=False), "utf-8"
    )
    (folder / "people.yaml").write_text(
        yaml.safe_dump(dict(people), allow_unicode=True, sort_keys=False), "utf-8"
    )
    return build(
        Request(
            folder / "context.yaml", ("review",), people=folder / "people.yaml", formats=("docx",), mode=mode
        )
    )


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    return built(tmp_path_factory.mktemp("team"), people_of(SIZE), context_of(SIZE))


def sentences(document: bytes) -> list[str]:
    """The sentences of the running text; headings and tables are no sentences."""
    paragraphs = Document(io.BytesIO(document)).paragraphs
    texts = [each.text for each in paragraphs if str(each.style.name) in RUNNING_TEXT]
    found = [sentence.strip() for text in texts for sentence in _SENTENCE.split(text)]
    return [
        each for each in found if len(each.split()) > 5 and not each.startswith("(")
    ]  # references are labels


def shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return set(zip(words, words[1:], words[2:], strict=False))


def test_everybody_gets_a_review(outcome: Outcome) -> None:
    assert len(outcome.files) == SIZE
    assert not [
        each for each in outcome.report if each.code.startswith(("BANK", "TPL", "REV-008", "REV-013"))
    ]


def test_no_sentence_stands_in_two_reviews(outcome: Outcome) -> None:
    seen: dict[str, str] = {}
    twice = []
    for name, document in outcome.files.items():
        for sentence in set(sentences(document)):
            if sentence in seen:
                twice.append((sentence, seen[sentence], name))
            seen[sentence] = name

    assert twice == []
    assert len(seen) > SIZE * 6


def test_no_two_reviews_are_alike(outcome: Outcome) -> None:
    texts = {name: shingles(" ".join(sentences(document))) for name, document in outcome.files.items()}

    worst = max(len(a & b) / len(a | b) for a, b in itertools.combinations(texts.values(), 2))

    assert worst < 0.25


def test_the_measure_of_likeness_can_fail() -> None:
    same = shingles("You sent the draft to twelve sellers and used what they struck out.")

    assert len(same & same) / len(same | same) >= 0.25


def test_a_second_run_gives_the_same_bytes(outcome: Outcome, tmp_path: Path) -> None:
    assert built(tmp_path / "again", people_of(SIZE), context_of(SIZE)).files == outcome.files


def test_a_new_name_changes_that_persons_file_alone(outcome: Outcome, tmp_path: Path) -> None:
    context = context_of(SIZE)
    context["stakeholders"][8]["name"] = "Zora Newman"

    renamed = built(tmp_path / "renamed", people_of(SIZE), context).files

    assert [name for name in outcome.files if renamed[name] != outcome.files[name]] == [
        "review-p7-confidential.docx"
    ]


def test_a_new_id_changes_that_persons_file_alone(outcome: Outcome, tmp_path: Path) -> None:
    context, people = context_of(SIZE), people_of(SIZE)
    context["stakeholders"][8]["id"] = people["people"]["reviews"][7]["person"] = "zora"

    renamed = built(tmp_path / "renamed", people, context).files

    same = {name for name in outcome.files if renamed.get(name) == outcome.files[name]}
    assert set(outcome.files) - same == {"review-p7-confidential.docx"}


def test_each_statement_has_its_evidence_in_the_ledger(outcome: Outcome) -> None:
    for index in range(SIZE):
        keys = {line.key for line in outcome.ledger if line.document == f"review-p{index}-confidential"}
        review = people_of(SIZE)["people"]["reviews"][index]
        for evidence in review["evidence"]:
            at = f"people.reviews[{index}].evidence.{evidence['id']}"
            assert {f"{at}.behaviour", f"{at}.impact"} <= keys


def test_the_ledger_inside_a_file_names_evidence_and_phrase(outcome: Outcome) -> None:
    with zipfile.ZipFile(io.BytesIO(outcome.files["review-p0-confidential.docx"])) as package:
        ledger = package.read("customXml/item1.xml").decode("utf-8")

    assert re.search(r'key="people\.reviews\[0\]\.evidence\.S1\.impact"[^>]* phrase="[a-z0-9-]+"', ledger)


def test_notes_of_recognition_repeat_nobody_elses_sentences(tmp_path: Path) -> None:
    files = built(tmp_path / "notes", people_of(12), context_of(12), "recognition").files
    told = [sentence for document in files.values() for sentence in set(sentences(document))]
    own = [each for each in told if "Ada Quill" not in each]

    assert len(own) == len(set(own)) > 12
